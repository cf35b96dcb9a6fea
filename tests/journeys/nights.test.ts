// The nightly looks at members while Discord cannot reach some servers, or does not understand a question: the others are looked at all the same.
import { expect, test } from 'vitest';
import type { Context } from '../../src/core/context.ts';
import { PATIENCE_MS } from '../../src/core/server-rounds.ts';
import { DEFAULT_SETTINGS } from '../../src/core/settings.ts';
import type { Feature } from '../../src/discord/feature.ts';
import { membersFeature } from '../../src/features/members/discord.ts';
import { belongingOf } from '../../src/features/members/store.ts';
import { risingFeature } from '../../src/features/rising/discord.ts';
import { activate, activeOf, addPending } from '../../src/features/tiers/store.ts';
import { startTestBot } from '../support/bot.ts';
import { saveSettings } from '../support/ladder.ts';
import { credit } from '../support/recognitions.ts';
import { calm, eventually, INVITED_WITH, startTown } from '../support/town.ts';

/** More than are visited at the same time. */
const VILLAGES = 10;

/**
 * A town and some villages, in each of which Alice was thanked, nobody knows since when she is there, and she is said to
 * hold a tier whose role she does not have.
 */
async function open(expectErrors?: NonNullable<Parameters<typeof startTestBot>[1]>['expectErrors']) {
  const town = await startTown({ rateLimits: 'off' });
  const { discord, guild, alice, bob } = town;
  const villages = Array.from({ length: VILLAGES }, (_, n) => discord.guild(`Village ${n}`));
  for (const village of villages) {
    village.invite(discord.bot, INVITED_WITH);
    await alice.joins(village);
  }
  const { bot, log, databasePath } = await startTestBot(discord, expectErrors ? { expectErrors } : {});
  const { ctx } = bot;
  await calm(bot, town);
  for (const { id: guildId } of [guild, ...villages]) {
    saveSettings(databasePath, guildId, DEFAULT_SETTINGS);
    await credit(ctx, { from: bob.id, to: alice.id, guildId, channelId: town.help.id });
    await ctx.db.write(async (tx) => {
      const who = { guildId, memberId: alice.id, moderatorId: bob.id };
      const about = { direction: 'promote', tier: 'helper', roleId: '1', reason: 'helps' } as const;
      const decided = { language: 'en', createdAt: ctx.clock.now() };
      await activate(tx, await addPending(tx, { ...who, ...about, ...decided }), ctx.clock.now());
    });
  }
  return { ...town, villages, bot, ctx, log };
}

const runJob = (ctx: Context, { jobs = [] }: Feature, name: string) =>
  jobs.find((job) => job.name === name)?.run(ctx);

const looks = {
  'since when members are here': {
    begin: (ctx: Context) => runJob(ctx, membersFeature, 'ask since when members are here'),
    isDone: (ctx: Context, guildId: string, memberId: string) =>
      ctx.db.read(async (db) => (await belongingOf(db, guildId, memberId)) !== undefined),
  },
  'roles against the truth': {
    begin: (ctx: Context) => runJob(ctx, risingFeature, 'compare roles with the truth'),
    isDone: (ctx: Context, guildId: string, memberId: string) =>
      ctx.db.read(async (db) => (await activeOf(db, guildId, memberId)) === undefined),
  },
};

test.each(Object.entries(looks))(
  '%s: what cannot be reached is left aside for the others, and done when it is back',
  async (_name, { begin, isDone }) => {
    const { discord, guild, villages, alice, bot, ctx, log, ...town } = await open();
    const down = villages.slice(0, -1);
    for (const village of down) village.goesDown();
    await calm(bot, { ...town, discord, guild });
    const doneIn = (village: { id: string }) => isDone(ctx, village.id, alice.id);
    const [last] = villages.slice(-1);
    if (!last) throw new Error('There are villages.');

    let isOver = false;
    void begin(ctx)?.then(() => {
      isOver = true;
    });
    await eventually(discord, () => doneIn(guild), 'the town, which comes first, is looked at');
    expect(await doneIn(last)).toBe(false);
    discord.advance(PATIENCE_MS);
    await eventually(discord, () => doneIn(last), 'the last village is looked at');
    expect(await Promise.all(down.map(doneIn))).toEqual(down.map(() => false));

    for (const village of down) village.comesBack();
    const isAllDone = async () => {
      discord.advance(PATIENCE_MS);
      return isOver && (await Promise.all(down.map(doneIn))).every(Boolean);
    };
    await eventually(discord, isAllDone, 'those that came back are looked at');
    expect(log.lines.filter(({ level }) => level >= 40)).toEqual([]);
  },
);

test('a question that Discord does not understand is told of once for its server, and the others are looked at', async () => {
  const isTold = ({ msg }: { msg?: string | undefined }) =>
    msg?.includes('Discord refused the question') ?? false;
  const { discord, guild, villages, alice, bob, ctx, log } = await open(isTold);
  // In its first answer Discord says nothing of Bob; asked about him alone, it finds fault with the question.
  discord.weather.fail({ status: 400, code: 50035, route: `/guilds/${guild.id}/members/${bob.id}` });
  discord.weather.shortenAnswers(1);
  const { begin, isDone } = looks['since when members are here'];
  await begin(ctx);
  expect(await isDone(ctx, guild.id, alice.id)).toBe(false);
  for (const village of villages) expect(await isDone(ctx, village.id, alice.id)).toBe(true);
  expect(log.lines.filter(isTold)).toMatchObject([
    {
      feature: 'members',
      guildId: guild.id,
      reason: 'badRequest',
      code: 50035,
      memberIds: [alice.id, bob.id],
    },
  ]);
});
