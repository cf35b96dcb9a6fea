// Laurel is killed at every step on the way of an Ambassador, and started again: each thing is asked, shown and given once.
import { join } from 'node:path';
import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import type { Answer } from '../../playground/discord/answer.ts';
import type { Channel, Message } from '../../playground/discord/model.ts';
import { readableText } from '../../playground/discord/rules/readable-text.ts';
import { isThread } from '../../playground/discord/views.ts';
import { temporaryFolder } from '../support/folder.ts';
import { announcements, keepTrue, openPromotions, saveSettings, startLadder } from '../support/ladder.ts';
import { startLaurel } from '../support/process.ts';
import { isRequest } from '../support/promotion.ts';
import { eventually } from '../support/town.ts';

/** A process starts for each step; on a busy machine that takes its time. */
const TIMEOUT_MS = 600_000;

async function open() {
  const town = await startLadder();
  const { discord, guild, moderator, botRole } = town;
  const seen = [moderator, botRole].map((role) => ({ for: role, allow: Bits.ViewChannel }));
  const staff = guild.textChannel('staff', {
    overwrites: [{ for: guild.everyone, deny: Bits.ViewChannel }, ...seen],
  });
  const max = guild.person('Max', { roles: [moderator] });
  const databasePath = join(temporaryFolder(), 'laurel.db');
  let laurel = await startLaurel(discord, databasePath);
  // Laurel runs by the machine's clock here, so no day passes for it.
  const ambassadors = { ...town.settings.ambassadors, quorum: 1, minDays: 0, reviewChannelId: staff.id };
  saveSettings(databasePath, guild.id, { ...town.settings, ambassadors });
  const stored = openPromotions(databasePath);
  const threads = () => [...discord.world.channels.values()].filter(isThread);
  const restarted = async () => {
    laurel = await startLaurel(discord, databasePath);
    await eventually(discord, async () => stored.owed() === 0, 'nothing is owed any more', 30_000);
  };
  return {
    ...town,
    staff,
    max,
    stored,
    threads,
    /** What Laurel posted in a channel. */
    posted: ({ messages }: Pick<Channel, 'messages'>): Message[] =>
      [...messages.values()].filter(
        ({ author, components }) => author.id === discord.bot.user.id && components.length > 0,
      ),
    /** Kills Laurel when nothing is under way, and starts it again. */
    async killed(): Promise<void> {
      laurel.kill();
      await laurel.ended;
      await restarted();
    },
    /** Kills Laurel when Discord has done what was asked there, before Laurel hears of it, and starts it again. */
    async killedAt(method: string, route: RegExp, deed: () => Promise<Answer>): Promise<void> {
      const stop = discord.on('request', (request) => {
        if (isRequest(request, { method, route })) laurel.kill();
      });
      let end: unknown;
      void laurel.ended.then((how) => {
        end = how;
      });
      await deed().catch(() => undefined);
      await eventually(discord, async () => end === 'SIGKILL', `Laurel asks for ${method} ${route}`, 30_000);
      stop();
      await restarted();
    },
  };
}

test('killed at each step from nomination to promotion', { timeout: TIMEOUT_MS }, async () => {
  const town = await open();
  const { alice, bob, mona, max, help, news, staff, guild, roles, discord, posted } = town;
  const done = keepTrue(town, town.stored);
  const nominate = () =>
    alice.runs('/ambassador nominate', { member: bob, why: 'answers with patience' }, { in: help });
  await town.killedAt('POST', new RegExp(`^/channels/${help.id}/messages$`), nominate);
  const [question, ...others] = posted(help);
  if (!question) throw new Error('Bob was asked');
  expect(others).toEqual([]);
  expect(bob.pings).toHaveLength(1);

  await bob.clicks(question, 'Yes, please');
  await town.killed();
  const own = await bob.runs('/ambassador dossier', {}, { in: help });
  await bob.submits(await bob.clicks(own, 'Add a few words'), { statement: 'still here' });
  await town.killed();

  const dossier = await mona.runs('/ambassador dossier', { member: bob }, { in: help });
  await town.killedAt('POST', /\/threads$/, () => mona.clicks(dossier, 'Start the review'));
  expect([posted(staff).length, town.threads().length]).toEqual([1, 1]);
  const [thread] = town.threads();
  if (!thread) throw new Error('There is a thread');
  const card = () => posted(thread)[0];
  await eventually(discord, async () => card() !== undefined, 'the card is there');
  const shown = card();
  if (!shown) throw new Error('There is a card');
  expect(readableText(shown)).toContain('still here');

  const ballot = await max.clicks(shown, '✅ Yes');
  await town.killedAt('PATCH', new RegExp(`^/channels/${thread.id}/messages/`), () =>
    max.submits(ballot, { reason: 'sound' }),
  );
  expect(posted(thread)).toHaveLength(1);
  expect(readableText(shown)).toMatch(/sound/);

  await town.killedAt('PUT', new RegExp(`/members/${bob.id}/roles/${roles.ambassador.id}$`), () =>
    mona.clicks(shown, 'Make Ambassador'),
  );
  await eventually(discord, async () => announcements(town).length > 0, 'it is announced');
  await town.killed();
  expect(announcements(town)).toHaveLength(1);
  expect(posted(news)).toHaveLength(1);
  expect(guild.members.get(bob.id)?.roles).toEqual([roles.ambassador.id]);
  expect(town.stored.tierOf(bob)).toBe('ambassador');
  expect((await bob.runs('/ambassador term', {}, { in: help })).text).toContain('Ambassador since');
  done();
});
