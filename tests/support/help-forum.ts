// A town with a help forum, a text help channel and a staff role: the bot at work in it, and what it made of the questions.
import { eq } from 'drizzle-orm';
import { expect } from 'vitest';
import type { Message, Thread } from '../../playground/discord/model.ts';
import type { Person } from '../../playground/discord/people.ts';
import { questionPeople } from '../../src/core/question-tables.ts';
import { type Settings, settingsSchema } from '../../src/core/settings.ts';
import { standingOf } from '../../src/core/standings.ts';
import { liveMarksOf } from '../../src/features/questions/marks.store.ts';
import { findQuestion, tagsOf } from '../../src/features/questions/store.ts';
import { recountDifferences, startTestBot } from './bot.ts';
import { saveSettings } from './ladder.ts';
import { credit } from './recognitions.ts';
import { calm, startTown } from './town.ts';

type QuestionSettings = Partial<Omit<Settings['questions'], 'solved'>> & {
  solved?: Partial<Settings['questions']['solved']>;
};

/** Starts the bot in a town whose forum #support and text channel #desk are help channels. */
export async function openHelpForum(
  choose: (town: { staffId: string }) => QuestionSettings = () => ({}),
  others: Partial<Settings> = {},
) {
  const town = await startTown();
  const { guild, discord } = town;
  const support = guild.forum('support', {
    tags: ['bug', 'how-to', 'unanswered', 'solved', 'one', 'two', 'three'],
  });
  const desk = guild.textChannel('desk');
  const staff = guild.role('Staff');
  const sam = guild.person('Sam', { roles: [staff] });
  const tagId = (name: string) => {
    const tag = support.forum?.tags.find((one) => one.name === name);
    if (!tag) throw new Error(`There is no tag ${name}.`);
    return tag.id;
  };
  const settings = settingsSchema.parse({
    ...others,
    questions: {
      channels: [
        { channelId: support.id, solvedTagId: tagId('solved'), removedTagIds: [tagId('unanswered')] },
        { channelId: desk.id, opensThreads: true },
      ],
      staffRoleIds: [staff.id],
      ...choose({ staffId: staff.id }),
    },
  });
  let running = await startTestBot(discord);
  const { databasePath } = running;
  await running.stop();
  saveSettings(databasePath, guild.id, settings);
  running = await startTestBot(discord, { databasePath });
  const db = () => running.bot.ctx.db;
  const story = {
    ...town,
    support,
    desk,
    sam,
    settings,
    databasePath,
    get bot() {
      return running.bot;
    },
    /** Stops the bot and starts it anew. */
    restart: async (meanwhile: () => Promise<unknown> = async () => undefined) => {
      await running.stop();
      await meanwhile();
      running = await startTestBot(discord, { databasePath });
    },
    /** Everything that happened is handled; standings agree with the ledger. */
    calm: async () => {
      await calm(running.bot, town);
      expect(await recountDifferences(running.bot)).toEqual([]);
    },
    points: async ({ id }: { id: string }) =>
      (await db().read((reader) => standingOf(reader, guild.id, 'all', id))).points,
    solutions: async ({ id }: { id: string }) =>
      (await db().read((reader) => standingOf(reader, guild.id, 'all', id))).solutions,
    question: async ({ id }: { id: string }) => {
      const found = await db().read((reader) => findQuestion(reader, id));
      if (!found) throw new Error('That is no question.');
      return found;
    },
    isQuestion: async ({ id }: { id: string }) =>
      (await db().read((reader) => findQuestion(reader, id))) !== undefined,
    marked: async ({ id }: { id: string }) =>
      (await db().read((reader) => liveMarksOf(reader, id))).map(({ messageId, weight }) => ({
        messageId,
        weight,
      })),
    /** Alice asks, Bob answers. */
    asked: async (tags: readonly string[] = ['bug']): Promise<{ thread: Thread; answer: Message }> => {
      const thread = await town.alice.posts(support, 'Worker will not start', 'It says EADDRINUSE.', tags);
      const answer = await town.bob.says(
        thread,
        'Something listens on that port already: run `lsof -i :80`.',
      );
      return { thread, answer };
    },
    /** How many messages of whom were counted in a question. */
    counted: async ({ id }: { id: string }) => {
      const people = await db().read((reader) =>
        reader.select().from(questionPeople).where(eq(questionPeople.questionId, id)).all(),
      );
      return Object.fromEntries(people.map(({ memberId, messages }) => [memberId, messages]));
    },
    /** The tags that Laurel knows of a question, by name. */
    tagNames: async ({ id }: { id: string }) => {
      const ids = await db().read((reader) => tagsOf(reader, id));
      return ids.map((tag) => support.forum?.tags.find((one) => one.id === tag)?.name ?? tag);
    },
    tagsOn: ({ id }: { id: string }) => {
      const thread = discord.world.channels.get(id);
      const ids = thread?.thread?.appliedTags ?? [];
      return ids.map((tag) => support.forum?.tags.find((one) => one.id === tag)?.name ?? tag);
    },
  };
  return story;
}

export type HelpForum = Awaited<ReturnType<typeof openHelpForum>>;

/** Two more members, whom moderators promoted to the tier Helper. */
export async function promoteTwo(town: HelpForum): Promise<readonly [Person, Person]> {
  const role = town.guild.role('Helper');
  await town.bot.ctx.db.write((tx) =>
    town.bot.ctx.settings.change(tx, town.guild.id, 0, (settings) => ({
      ...settings,
      tiers: settings.tiers.map((tier) => (tier.key === 'helper' ? { ...tier, roleId: role.id } : tier)),
    })),
  );
  const helpers = [town.guild.person('Hanna'), town.guild.person('Henri')] as const;
  for (const helper of helpers) {
    // Whoever is to be promoted has helped.
    await credit(town.bot.ctx, { guildId: town.guild.id, from: town.mona.id, to: helper.id });
    const wish = { member: helper, tier: 'Helper', reason: 'helps a lot' };
    await town.mona.runs('/promote', wish, { in: town.help });
    await town.calm();
  }
  return helpers;
}

export const emojisOn = (message: Message | undefined): string[] => [...(message?.reactions.keys() ?? [])];
