// Members with a standing against the server, more of them than the gateway can be asked about in a minute; the clock is moved.
import Sqlite from 'better-sqlite3';
import { expect, test, vi } from 'vitest';
import type { Bot } from '../../src/bot.ts';
import { comparedUpTo } from '../../src/core/cursors.ts';
import { members, standings } from '../../src/core/schema.ts';
import { readPage } from '../../src/features/leaderboard/store.ts';
import { startTestBot } from '../support/bot.ts';
import { credit } from '../support/recognitions.ts';
import { calm, eventually, startTown } from '../support/town.ts';

const REQUEST_GUILD_MEMBERS = 8;
const EVERY_MS = 1_200;
const LONG_AGO = 1;

/**
 * A town whose clock, and that of the library and the gateway, moves only by hand. Before it most of those with a standing
 * left long ago; Alice, Bob and Carl are the last by their ids.
 */
async function open(strangers: number) {
  vi.useFakeTimers({ toFake: ['Date'] });
  const town = await startTown({ rateLimits: 'off' });
  const { discord, guild, alice, bob, carl, mona } = town;
  const asked: { ids: string[]; at: number }[] = [];
  const waiting: (() => void)[] = [];
  discord.on('frame', ({ op, data }) => {
    if (op !== REQUEST_GUILD_MEMBERS) return;
    const ids = (data as { user_ids: string[] }).user_ids; // what discord.js sends
    asked.push({ ids, at: Date.now() });
    for (const wake of waiting.splice(0)) wake();
  });
  const first = await startTestBot(discord);
  for (const person of [alice, bob, carl])
    await credit(first.bot.ctx, { from: mona.id, to: person.id, guildId: guild.id, channelId: town.help.id });
  await calm(first.bot, town);
  await first.bot.ctx.db.write(async (tx) => {
    const row = tx.select().from(standings).limit(1).all()[0];
    if (!row) throw new Error('nobody has a standing');
    for (let i = 0; i < strangers; i++) {
      const memberId = String(10n ** 17n + BigInt(i));
      tx.insert(standings)
        .values({ ...row, guildId: guild.id, period: 'all', memberId, listed: 0 })
        .run();
      tx.insert(members).values({ guildId: guild.id, memberId, leftAt: LONG_AGO }).run();
    }
  });
  await first.stop();
  const { databasePath } = first;
  asked.length = 0;
  return {
    ...town,
    databasePath,
    asked,
    pass: (ms: number) => {
      vi.setSystemTime(Date.now() + ms);
      discord.advance(0);
    },
    /** Resolves with the next question about members. */
    nextAsked: () => new Promise<void>((resolve) => waiting.push(resolve)),
    start: async () => (await startTestBot(discord, { databasePath })).bot,
  };
}

test('12,000 members are compared at a pace that leaves the connection free, the last of them too', async () => {
  const town = await open(12_000);
  const { discord, guild, alice, bob, carl, asked } = town;
  await carl.leaves(guild);
  const bot = await town.start();
  let isOver = false;
  const listed = async () =>
    (await bot.ctx.db.read((db) => readPage(db, guild.id, 'all', 'points', 1))).places.map(
      ({ memberId }) => memberId,
    );
  const over = bot.whenIdle().then(() => {
    isOver = true;
  });
  await discord.until(() => asked.length >= 10);
  for (let questions = asked.length; questions < 121; questions++) {
    const next = town.nextAsked();
    town.pass(EVERY_MS);
    await next;
    if (questions !== 60) continue;
    // Meanwhile everything else is as quick as ever: the clock stands still for it.
    expect(isOver).toBe(false);
    const board = await alice.runs('/leaderboard', {}, { in: town.help });
    expect(board.text).toContain(bob.mention);
    await bob.leaves(guild);
    await eventually(discord, async () => !(await listed()).includes(bob.id), 'Bob is off the board');
  }
  await over;
  expect(await listed()).toEqual([alice.id]);
  const all = asked.flatMap(({ ids }) => ids);
  expect(new Set(all).size).toBe(12_004);
  const inAMinute = asked.map(({ at }) => asked.filter((one) => one.at >= at && one.at < at + 60_000).length);
  expect(Math.max(...inAMinute)).toBeLessThanOrEqual(61);
}, 60_000);

test('it goes on where it was after a restart, a lost answer and a lost connection, and is through in the end', async () => {
  const town = await open(1_500);
  const { discord, guild, alice, bob, carl, asked } = town;
  await carl.leaves(guild);
  const before = await town.start();
  const upTo = (bot: Bot) => bot.ctx.db.read((db) => comparedUpTo(db, guild.id));
  const isAt = async (piece: number) =>
    asked.length > piece && (await upTo(before)) === asked[piece]?.ids.at(-1);
  await eventually(discord, () => isAt(9), 'ten pieces are compared');
  town.pass(100);
  await before.stop();
  // It did not wait for the rest: everything was written down in time.
  expect(listenedUntil(town.databasePath)).toBe(Date.now());
  const position = asked[9]?.ids.at(-1);
  expect(asked).toHaveLength(10);

  asked.length = 0;
  discord.weather.loseNext(1, 'GUILD_MEMBERS_CHUNK');
  const bot = await town.start();
  let isOver = false;
  await discord.until(() => asked.length === 1);
  void bot.whenIdle().then(() => {
    isOver = true;
  });
  let isDropped = false;
  while (!isOver) {
    town.pass(EVERY_MS);
    if (asked.length >= 8 && !isDropped) discord.weather.dropSockets({ resumable: false });
    isDropped ||= asked.length >= 8;
    const [known, looks] = [asked.length, { left: 4 }];
    await discord.until(() => isOver || asked.length > known || looks.left-- === 0);
  }
  expect(asked[1]).toMatchObject({ ids: asked[0]?.ids });
  // Everybody once before anybody a second time, other than those of whom the answer got lost.
  const order = [...new Set(asked.flatMap(({ ids }) => ids))];
  expect(order[0]).toBe(String(BigInt(position ?? 0) + 1n));
  expect(order).toHaveLength(1_504);
  expect(order.at(-1)).toBe(position);
  expect(await upTo(bot)).toBeUndefined();
  const { places } = await bot.ctx.db.read((db) => readPage(db, guild.id, 'all', 'points', 1));
  expect(places.map(({ memberId }) => memberId)).toEqual([alice.id, bob.id]);
}, 60_000);

function listenedUntil(databasePath: string): unknown {
  const db = new Sqlite(databasePath, { readonly: true });
  try {
    return db.prepare('select until from listening').pluck().get();
  } finally {
    db.close();
  }
}
