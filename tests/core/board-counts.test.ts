// Counts kept in memory: whatever happens to the ledger, and whoever changes the file, they say what SQL would count.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boards, peopleAbove } from '../../src/core/board-counts.ts';
import { Database } from '../../src/core/database.ts';
import { findBySource } from '../../src/core/ledger-rows.ts';
import { howManyAbove } from '../../src/core/ranks.ts';
import { rebuild } from '../../src/core/recount.ts';
import { setListed } from '../../src/core/standings.ts';
import { recognise, withdraw } from '../../src/features/recognition/service.ts';
import { type TestContext, testContext } from '../support/context.ts';
import { idOf, wordOf } from '../support/ids.ts';

const GUILD = '1';
const people = [idOf('a'), idOf('b'), idOf('c'), idOf('d')];
const person = fc.constantFrom(...people);
const deed = fc.oneof(
  fc.record({
    what: fc.constant('record' as const),
    from: person,
    to: person,
    kind: fc.constantFrom('thanks' as const, 'solution' as const),
    points: fc.integer({ min: 0, max: 3 }),
    day: fc.integer({ min: 0, max: 40 }),
    fails: fc.boolean(),
  }),
  fc.record({ what: fc.constant('revoke' as const), nth: fc.nat(10), fails: fc.boolean() }),
  fc.record({ what: fc.constant('list' as const), who: person, listed: fc.boolean(), fails: fc.boolean() }),
  fc.record({ what: fc.constant('rebuild' as const), fails: fc.boolean() }),
);
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;

class Rollback extends Error {}

/** One transaction; when it `fails` everything in it is rolled back. */
async function happen({ ctx, clock }: TestContext, one: Deed, n: number): Promise<void> {
  const work = ctx.db.write(async (tx) => {
    if (one.what === 'record')
      await recognise(ctx, tx, {
        sourceKey: `test:${n}`,
        guildId: GUILD,
        kind: one.kind,
        giverId: one.from,
        receiverId: idOf(`${wordOf(one.to)}2`),
        helpKey: `message:${n}`,
        channelId: '5',
        weight: 100,
        points: one.points,
        occurredAt: clock.now() - one.day * 86_400_000,
      });
    if (one.what === 'revoke') {
      const row = await findBySource(tx, `test:${one.nth}`);
      if (row) await withdraw(ctx, tx, row, 'undone');
    }
    if (one.what === 'list') await setListed(tx, GUILD, `${one.who}2`, one.listed);
    if (one.what === 'rebuild') await rebuild(tx, GUILD, 'UTC');
    if (one.fails) throw new Rollback();
  });
  await work.catch((err) => {
    if (!(err instanceof Rollback)) throw err;
  });
}

/** Each board of some periods as memory has it, and as SQL counts it inside a transaction. */
async function bothCounts({ ctx }: TestContext) {
  const count = async (inTransaction: boolean) => {
    const places = ['all', '2026', '2026-03', '2026-W10'].flatMap((period) =>
      boards.flatMap((board) => [0, 1, 3, 7].map((above) => ({ period, board, above }))),
    );
    const ask = (db: Parameters<typeof howManyAbove>[0]) =>
      Promise.all(places.map(({ period, board, above }) => howManyAbove(db, GUILD, period, board, above)));
    return inTransaction ? ctx.db.write(ask) : ctx.db.read(ask);
  };
  return { remembered: await count(false), counted: await count(true) };
}

test('after any sequence of deeds, kept or rolled back, memory says what SQL counts', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 12 }), async (deeds) => {
      const world = testContext();
      for (const [n, one] of deeds.entries()) {
        await happen(world, one, n);
        const { remembered, counted } = await bothCounts(world);
        expect(remembered).toEqual(counted);
      }
    }),
    { numRuns: 40 },
  );
});

test('what another process wrote is seen', async () => {
  const world = testContext();
  await happen(
    world,
    { what: 'record', from: idOf('a'), to: idOf('b'), kind: 'thanks', points: 3, day: 0, fails: false },
    1,
  );
  const people = () => world.ctx.db.read((db) => peopleAbove(db, GUILD, 'all', 'points', 0));
  expect(await people()).toBe(1);
  const other = Database.open(world.path);
  await other.write((tx) => setListed(tx, GUILD, idOf('b2'), false));
  await other.close();
  expect(await people()).toBe(0);
});

test('inside a transaction, and on a snapshot, memory is not asked', async () => {
  const { ctx } = testContext();
  expect(await ctx.db.read((db) => peopleAbove(db, GUILD, 'all', 'points', 0))).toBe(0);
  expect(await ctx.db.write((tx) => peopleAbove(tx, GUILD, 'all', 'points', 0))).toBeUndefined();
  expect(await ctx.db.snapshot((db) => peopleAbove(db, GUILD, 'all', 'points', 0))).toBeUndefined();
});

test('a board that is first asked for while something is written knows of it afterwards', async () => {
  const world = testContext();
  const { db } = world.ctx;
  await happen(
    world,
    { what: 'record', from: idOf('a'), to: idOf('b'), kind: 'thanks', points: 3, day: 0, fails: false },
    1,
  );
  const people = () => db.read((reader) => peopleAbove(reader, GUILD, 'all', 'points', 0));
  await db.write(async (tx) => {
    await setListed(tx, GUILD, idOf('b2'), false);
    expect(await people()).toBe(1);
  });
  expect(await people()).toBe(0);
});
