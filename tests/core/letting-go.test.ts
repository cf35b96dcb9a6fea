// Standings of periods that are long over go by night, and those that are kept equal a recount, whatever happened and whatever the clock said.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { remembersBoards } from '../../src/core/board-counts.ts';
import { asOfIn, keptIn } from '../../src/core/kept-periods.ts';
import { findBySource } from '../../src/core/ledger-rows.ts';
import { letPeriodsGo } from '../../src/core/letting-go.ts';
import { dayAt, periodAt } from '../../src/core/periods.ts';
import { howManyAbove } from '../../src/core/ranks.ts';
import { differences } from '../../src/core/recount.ts';
import { recognitions, standings } from '../../src/core/schema.ts';
import { monthsOfHelp, periodsIn, standingOf } from '../../src/core/standings.ts';
import { markLeft, markReturned } from '../../src/features/leaderboard/store.ts';
import { recognise, reinstate, withdraw } from '../../src/features/recognition/service.ts';
import { changeSettings } from '../../src/features/setup/service.ts';
import { type TestContext, testContext } from '../support/context.ts';
import { idOf } from '../support/ids.ts';
import { fullScans, queryPlansOf } from '../support/query-plans.ts';
import { credit, takeOut } from '../support/recognitions.ts';

const GUILD = '1';
const DAY = 86_400_000;
const zones = ['UTC', 'Pacific/Apia', 'America/Los_Angeles'] as const;

const zoneOf = async ({ ctx }: TestContext) => (await ctx.settings.of(GUILD)).timeZone;
const wrong = async (world: TestContext) => {
  const zone = await zoneOf(world);
  return world.ctx.db.read((db) => differences(db, GUILD, zone));
};
const periods = ({ ctx }: TestContext) => ctx.db.read(async (db) => periodsIn(db, GUILD));
/** Periods of which there are rows that are neither shown nor in step. */
const over = async (world: TestContext) => {
  const zone = await zoneOf(world);
  const isKept = await world.ctx.db.read(async (db) => keptIn(db, GUILD, zone));
  return (await periods(world)).filter((key) => !isKept(key));
};
const moveTo = ({ clock }: TestContext, at: number) => clock.advance(at - clock.now());

describe('a night', () => {
  test('removes what is over, and leaves what is kept', async () => {
    const world = testContext();
    for (const before of [300, 120, 70, 20, 0])
      await credit(world.ctx, {
        from: idOf('a'),
        to: idOf('b'),
        occurredAt: world.clock.now() - before * DAY,
      });
    expect(await periods(world)).toHaveLength(1 + 2 + 3 + 5 + 5);
    await letPeriodsGo(world.ctx);
    // It is March the 2nd of 2026.
    expect(await periods(world)).toEqual([
      '2025',
      '2025-Q4',
      '2026',
      '2026-02',
      '2026-03',
      '2026-Q1',
      '2026-W07',
      '2026-W10',
      'all',
    ]);
    expect(await wrong(world)).toEqual([]);
  });

  test('removes so many rows at a time and in all; the next one goes on', async () => {
    const world = testContext();
    for (let n = 10; n < 20; n++)
      await credit(world.ctx, {
        from: idOf('a'),
        to: idOf(`m${n}`),
        occurredAt: world.clock.now() - 300 * DAY,
      });
    await credit(world.ctx, { from: idOf('a'), to: idOf('b') });
    const rows = () => world.ctx.db.read(async (db) => db.$count(standings));
    let commits = 0;
    world.ctx.db.onCommit(() => {
      commits += 1;
    });
    const before = await rows();
    await letPeriodsGo(world.ctx, { atOnce: 4, most: 10 });
    expect([before - (await rows()), commits]).toEqual([10, 1 + 3]);
    // Rows that are only waiting are not held against the ledger.
    expect(await wrong(world)).toEqual([]);
    while ((await over(world)).length > 0) await letPeriodsGo(world.ctx, { atOnce: 4, most: 10 });
    expect(before - (await rows())).toBe(3 * 11);
    commits = 0;
    await letPeriodsGo(world.ctx);
    expect(commits).toBe(0);
  });

  test('lets boards go that were counted, and no others', async () => {
    const world = testContext();
    await credit(world.ctx, { from: idOf('a'), to: idOf('b'), occurredAt: world.clock.now() - 300 * DAY });
    await credit(world.ctx, { from: idOf('a'), to: idOf('b') });
    const week = periodAt('week', world.clock.now() - 300 * DAY, 'UTC').key;
    const count = (period: string) => world.ctx.db.read((db) => howManyAbove(db, GUILD, period, 'points', 0));
    expect([await count(week), await count('all')]).toEqual([1, 1]);
    const remembered = () => world.ctx.db.read(async (db) => remembersBoards(db));
    expect(await remembered()).toBe(2);
    await letPeriodsGo(world.ctx);
    expect(await remembered()).toBe(1);
  });

  test('goes through each server by its own time', async () => {
    const world = testContext();
    moveTo(world, Date.UTC(2026, 2, 1, 23));
    const by = { guildId: '2', memberId: idOf('mod') };
    await changeSettings(world.ctx, by, (settings) => ({ ...settings, timeZone: 'Europe/Athens' }));
    const old = Date.UTC(2026, 0, 20);
    for (const guildId of ['1', '2']) {
      await credit(world.ctx, { guildId, from: idOf('a'), to: idOf('b'), occurredAt: old });
      await credit(world.ctx, { guildId, from: idOf('a'), to: idOf('b') });
    }
    await letPeriodsGo(world.ctx);
    const weeks = (guildId: string) =>
      world.ctx.db.read(async (db) => periodsIn(db, guildId).filter((key) => key.includes('W')));
    // In Athens it is Monday already.
    expect([await weeks('1'), await weeks('2')]).toEqual([['2026-W04', '2026-W09'], ['2026-W10']]);
  });
});

describe('what comes late', () => {
  test('makes no rows of a period that is gone, and none that is less than nothing', async () => {
    const world = testContext();
    const old = { occurredAt: world.clock.now() - 300 * DAY };
    const row = await credit(world.ctx, { from: idOf('a'), to: idOf('b'), ...old });
    await credit(world.ctx, { from: idOf('a'), to: idOf('b') });
    await letPeriodsGo(world.ctx);
    const kept = await periods(world);
    await takeOut(world.ctx, row, 'deleted');
    await credit(world.ctx, { from: idOf('c'), to: idOf('d'), ...old });
    await credit(world.ctx, { from: idOf('c'), to: idOf('d'), ...old, sourceKey: row.sourceKey });
    expect(await periods(world)).toEqual(kept);
    const { points } = await world.ctx.db.read((db) => standingOf(db, GUILD, 'all', idOf('b')));
    expect(points).toBe(20);
    expect(await wrong(world)).toEqual([]);
  });

  test('does not reach rows that wait to be removed, which nobody compares', async () => {
    const world = testContext();
    const old = { occurredAt: world.clock.now() - 300 * DAY };
    for (let n = 10; n < 20; n++) await credit(world.ctx, { from: idOf('a'), to: idOf(`m${n}`), ...old });
    await credit(world.ctx, { from: idOf('a'), to: idOf('b') });
    await letPeriodsGo(world.ctx, { most: 1 });
    const waiting = await over(world);
    expect(waiting).toHaveLength(3);
    await credit(world.ctx, { from: idOf('a'), to: idOf('m19'), ...old });
    const points = await world.ctx.db.read((db) => standingOf(db, GUILD, waiting[0] ?? '', idOf('m19')));
    expect(points.points).toBe(10);
    expect(await wrong(world)).toEqual([]);
  });
});

test('a clock that was years ahead for a night takes nothing; where a reaction was noted by it, the next night brings all back', async () => {
  const world = testContext();
  const now = world.clock.now();
  await credit(world.ctx, { from: idOf('a'), to: idOf('b') });
  moveTo(world, now + 4_000 * DAY);
  await letPeriodsGo(world.ctx);
  expect(await over(world)).toEqual([]);
  await credit(world.ctx, { from: idOf('c'), to: idOf('b') });
  await letPeriodsGo(world.ctx);
  const month = periodAt('month', now, 'UTC').key;
  expect(await periods(world)).not.toContain(month);
  moveTo(world, now + DAY);
  await credit(world.ctx, { from: idOf('d'), to: idOf('b') });
  expect(await wrong(world)).toEqual([]);
  await letPeriodsGo(world.ctx);
  const { points } = await world.ctx.db.read((db) => standingOf(db, GUILD, month, idOf('b')));
  expect(points).toBe(20);
  expect(await wrong(world)).toEqual([]);
  expect(world.log.lines.filter(({ msg }) => msg?.includes('counted anew'))).toHaveLength(1);
});

const person = fc.constantFrom(idOf('a'), idOf('b'), idOf('c'));
const deed = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      what: fc.constant('give' as const),
      from: person,
      to: fc.constantFrom(idOf('x'), idOf('y')),
      kind: fc.constantFrom('thanks' as const, 'solution' as const, 'award' as const),
      daysAgo: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 260 })),
      help: fc.nat(4),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constant('take' as const),
      nth: fc.nat(12),
      why: fc.constantFrom('deleted' as const, 'reversed' as const, 'held' as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('giveBack' as const), nth: fc.nat(12) }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('wait' as const), days: fc.nat(70) }) },
  {
    weight: 4,
    arbitrary: fc.record({ what: fc.constant('night' as const), most: fc.constantFrom(3, 100_000) }),
  },
  fc.record({ what: fc.constant('restart' as const) }),
  fc.record({ what: fc.constant('zone' as const), zone: fc.constantFrom(...zones) }),
  fc.record({ what: fc.constant('list' as const), listed: fc.boolean() }),
  // The machine's clock goes wrong for one night.
  fc.record({ what: fc.constant('wrongNight' as const), days: fc.constantFrom(-400, -3, 30, 4_000) }),
);
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;

async function happen(world: TestContext, one: Deed, n: number): Promise<TestContext> {
  const { ctx, clock } = world;
  switch (one.what) {
    case 'give':
      await ctx.db.write((tx) =>
        recognise(ctx, tx, {
          sourceKey: `s${n}`,
          guildId: GUILD,
          kind: one.kind,
          giverId: one.from,
          receiverId: one.to,
          helpKey: `message:${one.help}`,
          channelId: '5',
          weight: 100,
          points: one.kind === 'solution' ? 25 : 10,
          occurredAt: clock.now() - one.daysAgo * DAY,
        }),
      );
      return world;
    case 'take':
    case 'giveBack':
      await ctx.db.write(async (tx) => {
        const row = await findBySource(tx, `s${one.nth}`);
        if (!row) return;
        if (one.what === 'take') await withdraw(ctx, tx, row, one.why);
        else if (!(await reinstate(ctx, tx, row)))
          await recognise(ctx, tx, {
            ...row,
            messageId: undefined,
            sourceMessageId: undefined,
            reason: undefined,
            language: undefined,
          });
      });
      return world;
    case 'wait':
      clock.advance(one.days * DAY);
      return world;
    case 'night':
      await letPeriodsGo(ctx, { atOnce: 2, most: one.most });
      return world;
    case 'restart': {
      await ctx.db.close();
      const again = testContext({ path: world.path });
      moveTo(again, clock.now());
      return again;
    }
    case 'zone':
      await changeSettings(ctx, { guildId: GUILD, memberId: idOf('mod') }, (settings) => ({
        ...settings,
        timeZone: one.zone,
      }));
      return world;
    case 'list':
      await ctx.db.write((tx) =>
        one.listed ? markReturned(tx, GUILD, idOf('x')) : markLeft(tx, GUILD, idOf('x'), clock.now()),
      );
      return world;
    case 'wrongNight':
      clock.advance(one.days * DAY);
      await letPeriodsGo(ctx);
      clock.advance(-one.days * DAY);
      return world;
  }
}

/** Again and again, something goes by night and something comes for days long over: what is drawn may leave that out. */
const BOTH_HAPPEN: Deed[] = Array.from({ length: 5 }, (_, help): Deed[] => {
  const given = { what: 'give' as const, from: idOf('a'), to: idOf('x'), kind: 'thanks' as const, help };
  return [
    { ...given, daysAgo: 0 },
    { what: 'wait', days: 70 },
    { what: 'wait', days: 70 },
    { what: 'night', most: 100_000 },
    { ...given, daysAgo: 200 },
  ];
}).flat();

test('after any sequence of deeds, months, nights and restarts, what is kept equals a recount, and after the night nothing else is there', async () => {
  const seen = { removed: 0, late: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 8, maxLength: 40 }), async (deeds) => {
      let world = testContext();
      for (const [n, one] of deeds.entries()) {
        const before = (await periods(world)).length;
        const asOf = await world.ctx.db.read(async (db) => asOfIn(db, GUILD));
        world = await happen(world, one, n);
        if ((await periods(world)).length < before) seen.removed += 1;
        if (one.what === 'give' && one.daysAgo > 100 && asOf !== undefined) seen.late += 1;
        expect(await wrong(world), JSON.stringify(one)).toEqual([]);
        const below = await world.ctx.db.read(async (db) => db.select().from(standings).all());
        expect(below.filter((row) => row.points < 0 || row.thanksGiven < 0 || row.activeDays < 0)).toEqual(
          [],
        );
        if (one.what === 'night' && one.most > 100) expect(await over(world)).toEqual([]);
      }
      const zone = await zoneOf(world);
      const now = world.clock.now();
      // Whatever went before, after a night on which both clocks are right, all is kept that is to be.
      await credit(world.ctx, { from: idOf('p'), to: idOf('q') });
      await letPeriodsGo(world.ctx);
      const asOf = await world.ctx.db.read(async (db) => asOfIn(db, GUILD));
      const isKept = await world.ctx.db.read(async (db) => keptIn(db, GUILD, zone));
      expect(asOf).toBeDefined();
      expect(dayAt(now, zone).periods.filter(({ key }) => !isKept(key))).toEqual([]);
      expect(await over(world)).toEqual([]);
      await world.ctx.db.close();
    }),
    { numRuns: 30, examples: [[BOTH_HAPPEN]] },
  );
  // Both things happened that this is about.
  expect(Math.min(seen.removed, seen.late)).toBeGreaterThan(2);
});

test('months of help are counted for all time, each once, by the server’s calendar', async () => {
  const { ctx } = testContext();
  const help = fc.record({
    at: fc.integer({ min: Date.UTC(2022, 0, 1), max: Date.UTC(2026, 2, 2) }),
    kind: fc.constantFrom('thanks' as const, 'award' as const, 'assist' as const),
    taken: fc.boolean(),
  });
  let helpers = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(help, { maxLength: 12 }), fc.constantFrom(...zones), async (helps, zone) => {
      const to = idOf(`h${helpers++}`);
      for (const { at, kind, taken } of helps) {
        const row = await credit(ctx, { from: idOf('a'), to, kind, occurredAt: at });
        if (taken) await takeOut(ctx, row, 'deleted');
      }
      await credit(ctx, { from: idOf('a'), to: idOf('another') });
      await letPeriodsGo(ctx);
      const counted = new Set(
        helps
          .filter(({ kind, taken }) => kind !== 'award' && !taken)
          .map(({ at }) => periodAt('month', at, zone).key),
      );
      expect(await ctx.db.read((db) => monthsOfHelp(db, GUILD, to, zone))).toBe(counted.size);
    }),
    { numRuns: 40 },
  );
});

test('nothing of it reads a whole table', async () => {
  const world = testContext();
  await credit(world.ctx, { from: idOf('a'), to: idOf('b'), occurredAt: world.clock.now() - 300 * DAY });
  const plans = await queryPlansOf(world.path, async (db) => {
    periodsIn(db, GUILD);
    keptIn(db, GUILD, 'UTC');
    await monthsOfHelp(db, GUILD, idOf('b'), 'UTC');
  });
  expect(plans.length).toBeGreaterThan(2);
  expect(fullScans(plans)).toEqual([]);
  expect(await world.ctx.db.read(async (db) => db.$count(recognitions))).toBe(1);
});
