// A town that chooses Ambassadors: its ladder, a channel for staff, three moderators, and the way from nomination to promotion.
import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { expect } from 'vitest';
import type { Answer } from '../../playground/discord/answer.ts';
import type { Message, Thread } from '../../playground/discord/model.ts';
import type { Person } from '../../playground/discord/people.ts';
import type { Discord } from '../../playground/discord/server.ts';
import { isThread } from '../../playground/discord/views.ts';
import type { Settings } from '../../src/core/settings.ts';
import { startTestBot } from './bot.ts';
import { lastWord, openPromotions, saveSettings, startLadder } from './ladder.ts';
import { calm, eventually } from './town.ts';

export const DAY = 86_400_000;

/** Reviews need two votes here and one day; alumni get a role. */
export async function openCouncil(
  over: Partial<Settings['ambassadors']> = {},
  options: Parameters<typeof startTestBot>[1] = {},
) {
  const town = await startLadder();
  const { discord, guild, moderator, help } = town;
  const staff = guild.textChannel('staff');
  const seenBy = (...who: readonly { id: string }[]) => {
    const roles = [moderator, town.botRole].map((role) => ({
      for: role,
      ...(who.includes(role) ? { allow: Bits.ViewChannel } : { deny: Bits.ViewChannel }),
    }));
    guild.overwrite(staff, [{ for: guild.everyone, deny: Bits.ViewChannel }, ...roles]);
  };
  seenBy(moderator, town.botRole);
  const alumni = guild.role('Alumni');
  const max = guild.person('Max', { roles: [moderator] });
  const nora = guild.person('Nora', { roles: [moderator] });
  const started = await startTestBot(discord, options);
  const settings: Settings = {
    ...town.settings,
    ambassadors: {
      ...town.settings.ambassadors,
      quorum: 2,
      minDays: 1,
      reviewChannelId: staff.id,
      alumniRoleId: alumni.id,
      ...over,
    },
  };
  saveSettings(started.databasePath, guild.id, settings);
  const council = {
    ...town,
    ...started,
    staff,
    /** Only these of the moderators and Laurel see the staff's channel. */
    seenBy,
    alumni,
    max,
    nora,
    stored: openPromotions(started.databasePath),
    has: (person: Person, role: { id: string }): boolean =>
      guild.members.get(person.id)?.roles.includes(role.id) ?? false,
    calm: (): Promise<void> => calm(council.bot, council),
    /** Stops the bot and starts it anew on the same database. */
    async restarted(): Promise<void> {
      await council.bot.stop();
      const again = await startTestBot(discord, { ...options, databasePath: started.databasePath });
      council.bot = again.bot;
    },
    nominates: (who: Person, whom: Person, why = 'answers with patience'): Promise<Answer> =>
      who.runs('/ambassador nominate', { member: whom, why }, { in: help }),
    /** The latest message of Laurel in #help. */
    question: (): Promise<Message> => latestOf(town, help),
    /** A moderator opens the dossier of a candidate and starts the review. */
    async starts(moderator: Person, candidate: Person): Promise<Answer> {
      const dossier = await moderator.runs('/ambassador dossier', { member: candidate }, { in: help });
      return (await moderator.clicks(dossier, 'Start the review')).settled();
    },
    thread: (): Thread => {
      const found = [...discord.world.channels.values()]
        .filter(isThread)
        .findLast(({ parentId }) => parentId === staff.id);
      if (!found) throw new Error('No review is open');
      return found;
    },
    /** The card in the thread of the latest review. */
    async card(): Promise<Message> {
      await eventually(
        discord,
        async () => cardIn(council.threads()) !== undefined,
        'the card is in its thread',
      );
      const card = cardIn(council.threads());
      if (!card) throw new Error('There is no card');
      return card;
    },
    threads: (): Thread[] =>
      [...discord.world.channels.values()].filter(isThread).filter(({ parentId }) => parentId === staff.id),
    async votes(who: Person, choice: 'Yes' | 'No' | 'Not yet', reason = 'as I see it'): Promise<Answer> {
      const sign = { Yes: '✅ Yes', No: '❌ No', 'Not yet': '⏳ Not yet' }[choice];
      const form = await who.clicks(await council.card(), sign);
      return form.modal ? who.submits(form, { reason }) : form;
    },
    async promotes(who: Person): Promise<string> {
      return lastWord(discord, await who.clicks(await council.card(), 'Make Ambassador'));
    },
    /** From nomination to a review that can be decided: Mona has the nomination looked at, Max and Nora say yes. */
    async reviewed(candidate: Person = town.bob): Promise<void> {
      await council.nominates(council.alice, candidate);
      await candidate.clicks(await council.question(), 'Yes, please');
      await council.starts(council.mona, candidate);
      await council.votes(council.max, 'Yes');
      await council.votes(council.nora, 'Yes');
      discord.advance(DAY);
    },
    /** The same, and promoted. */
    async appointed(candidate: Person = town.bob): Promise<void> {
      await council.reviewed(candidate);
      expect(await council.promotes(council.mona)).toContain('is now **Ambassador**');
      await council.calm();
    },
  };
  return council;
}

export type Council = Awaited<ReturnType<typeof openCouncil>>;

function cardIn(threads: readonly Thread[]): Message | undefined {
  const last = threads.at(-1);
  return last && [...last.messages.values()].findLast(({ components }) => components.length > 0);
}

async function latestOf(
  { discord }: { discord: Discord },
  channel: { messages: Map<string, Message> },
): Promise<Message> {
  const own = () =>
    [...channel.messages.values()].findLast(({ author }) => author.id === discord.bot.user.id);
  await discord.until(() => own() !== undefined, { hint: 'Laurel posts' });
  const found = own();
  if (!found) throw new Error('Laurel posted nothing');
  return found;
}
