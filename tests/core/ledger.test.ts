// The ledger and the standings together: one help once, every source once, totals equal to a recount whatever happens.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findBySource } from '../../src/core/ledger-rows.ts';
import { comesBack, type Fact } from '../../src/core/ledger-rules.ts';
import { placeOf, positionOf, topOf } from '../../src/core/ranks.ts';
import { differences, rebuild } from '../../src/core/recount.ts';
import { type RecognitionKind, recognitionKinds, recognitions, standings } from '../../src/core/schema.ts';
import { setListed, standingOf } from '../../src/core/standings.ts';
import { recognise, withdraw } from '../../src/features/recognition/service.ts';
import { sourceKeys } from '../../src/features/thanks/rules.ts';
import { type TestContext, testContext } from '../support/context.ts';
import { idOf, wordOf } from '../support/ids.ts';

const GUILD = '1';
const POINTS: Record<RecognitionKind, number> = {
  thanks: 10,
  upvote: 3,
  solution: 25,
  assist: 10,
  award: 10,
  article: 30,
};

function fact(over: Partial<Fact> & { sourceKey: string }): Fact {
  const kind = over.kind ?? 'thanks';
  const weight = over.weight ?? 100;
  const points = Math.round((POINTS[kind] * weight) / 100);
  return {
    guildId: GUILD,
    kind,
    giverId: idOf('alice'),
    receiverId: idOf('bob'),
    helpKey: 'message:1',
    channelId: '5',
    weight,
    points,
    occurredAt: Date.UTC(2026, 2, 2, 12),
    ...over,
  };
}

const give = ({ ctx }: TestContext, one: Fact) => ctx.db.write((tx) => recognise(ctx, tx, one));
const take = ({ ctx }: TestContext, sourceKey: string, why: 'deleted' | 'undone' = 'deleted') =>
  ctx.db.write(async (tx) => {
    const row = await findBySource(tx, sourceKey);
    return row ? withdraw(ctx, tx, row, why) : false;
  });
const totals = ({ ctx }: TestContext, memberId: string, period = 'all') =>
  ctx.db.read((db) => standingOf(db, GUILD, period, memberId));
const wrong = ({ ctx }: TestContext) => ctx.db.read((db) => differences(db, GUILD, 'UTC'));

test('the key of thanks in words follows from the row and is not written; every other key is', async () => {
  const world = testContext();
  const words = sourceKeys.text('400000000000000001', idOf('bob'));
  const others = [
    sourceKeys.reaction('400000000000000001', idOf('alice'), '🙏'),
    'text:7',
    words.replace('1', '2'),
  ];
  for (const sourceKey of [words, ...others])
    await give(world, fact({ sourceKey, sourceMessageId: '400000000000000001' }));
  const rows = await world.ctx.db.read((db) => db.select().from(recognitions).all());
  expect(rows.map(({ sourceKey }) => sourceKey)).toEqual([words, ...others]);
  expect(rows.map(({ writtenKey }) => writtenKey)).toEqual([null, ...others]);
  for (const sourceKey of [words, ...others])
    expect((await give(world, fact({ sourceKey }))).what).toBe('known');
  expect(await world.ctx.db.read((db) => findBySource(db, words))).toMatchObject({ sourceKey: words });
});

describe('one help counts once', () => {
  test('the strongest live recognition of a help counts, and the next strongest when it goes', async () => {
    const world = testContext();
    await give(world, fact({ sourceKey: 'a', kind: 'upvote' }));
    await give(world, fact({ sourceKey: 'b', kind: 'thanks' }));
    await give(world, fact({ sourceKey: 'c', kind: 'solution' }));
    expect(await totals(world, idOf('bob'))).toMatchObject({
      points: 25,
      solutions: 1,
      thanksReceived: 1,
      peopleHelped: 1,
      activeDays: 1,
    });
    await take(world, 'c');
    expect(await totals(world, idOf('bob'))).toMatchObject({
      points: 10,
      solutions: 0,
      thanksReceived: 1,
      peopleHelped: 1,
    });
    await take(world, 'b');
    expect(await totals(world, idOf('bob'))).toMatchObject({ points: 3, thanksReceived: 0, peopleHelped: 1 });
    await take(world, 'a');
    expect(await totals(world, idOf('bob'))).toMatchObject({ points: 0, peopleHelped: 0, activeDays: 0 });
    expect(await wrong(world)).toEqual([]);
  });

  test('the same source twice is once; taken back and done again it returns; undone it stays away', async () => {
    const world = testContext();
    expect((await give(world, fact({ sourceKey: 'a' }))).what).toBe('recorded');
    expect((await give(world, fact({ sourceKey: 'a' }))).what).toBe('known');
    expect((await totals(world, idOf('bob'))).points).toBe(10);
    expect(await take(world, 'a')).toBe(true);
    expect(await take(world, 'a')).toBe(false);
    expect((await give(world, fact({ sourceKey: 'a' }))).what).toBe('restored');
    expect((await totals(world, idOf('bob'))).points).toBe(10);
    await take(world, 'a', 'undone');
    const again = await give(world, fact({ sourceKey: 'a' }));
    expect([again.what, comesBack(again.row), (await totals(world, idOf('bob'))).points]).toEqual([
      'known',
      false,
      0,
    ]);
  });

  test('weight 0 says thank you and counts for nothing', async () => {
    const world = testContext();
    await give(world, fact({ sourceKey: 'a', weight: 0 }));
    expect(await totals(world, idOf('bob'))).toMatchObject({ points: 0, thanksReceived: 0, peopleHelped: 0 });
    expect(await totals(world, idOf('alice'))).toMatchObject({ thanksGiven: 0 });
  });

  test('people and days are counted once in each period', async () => {
    const world = testContext();
    const day = 86_400_000;
    const monday = Date.UTC(2026, 2, 2, 12);
    await give(world, fact({ sourceKey: 'a', helpKey: 'message:1', occurredAt: monday }));
    await give(world, fact({ sourceKey: 'b', helpKey: 'message:2', occurredAt: monday + day }));
    await give(world, fact({ sourceKey: 'c', helpKey: 'message:3', occurredAt: monday + 8 * day }));
    await give(
      world,
      fact({ sourceKey: 'd', helpKey: 'message:4', giverId: idOf('carl'), occurredAt: monday + 8 * day }),
    );
    expect(await totals(world, idOf('bob'))).toMatchObject({ points: 40, peopleHelped: 2, activeDays: 3 });
    expect(await totals(world, idOf('bob'), '2026-W10')).toMatchObject({
      points: 20,
      peopleHelped: 1,
      activeDays: 2,
    });
    expect(await totals(world, idOf('bob'), '2026-W11')).toMatchObject({
      points: 20,
      peopleHelped: 2,
      activeDays: 1,
    });
    expect(await totals(world, idOf('alice'))).toMatchObject({ thanksGiven: 3 });
  });
});

describe('ranks', () => {
  test('equal members share a place, the next place is skipped, the hidden are not shown', async () => {
    const world = testContext();
    const scores = { ann: 3, ben: 2, cid: 2, dan: 1, eve: 9 };
    for (const [word, n] of Object.entries(scores)) {
      for (let i = 0; i < n; i++)
        await give(
          world,
          fact({ sourceKey: `${word}${i}`, helpKey: `message:${word}${i}`, receiverId: idOf(word) }),
        );
    }
    await world.ctx.db.write((tx) => setListed(tx, GUILD, idOf('eve'), false));
    const top = await world.ctx.db.read((db) => topOf(db, GUILD, 'all', 'points', 0, 10));
    expect(top.map(({ memberId, rank }) => `${rank} ${wordOf(memberId)}`)).toEqual([
      '1 ann',
      '2 ben',
      '2 cid',
      '4 dan',
    ]);
    const second = await world.ctx.db.read((db) => topOf(db, GUILD, 'all', 'points', 2, 2));
    expect(second.map(({ memberId, rank }) => `${rank} ${wordOf(memberId)}`)).toEqual(['2 cid', '4 dan']);
    const cid = await world.ctx.db.read((db) => placeOf(db, GUILD, 'all', 'points', idOf('cid')));
    expect(cid).toMatchObject({ rank: 2, toNext: 10 });
    if (cid) expect(await world.ctx.db.read((db) => positionOf(db, GUILD, 'all', 'points', cid))).toBe(2);
    expect(await world.ctx.db.read((db) => placeOf(db, GUILD, 'all', 'points', idOf('eve')))).toBeUndefined();
    expect(await world.ctx.db.read((db) => placeOf(db, GUILD, 'all', 'points', idOf('ann')))).toMatchObject({
      rank: 1,
      toNext: undefined,
    });
  });
});

describe('recount', () => {
  test('finds what was tampered with, and mends it', async () => {
    const world = testContext();
    await give(world, fact({ sourceKey: 'a' }));
    await world.ctx.db.write(async (tx) => tx.update(standings).set({ points: 99 }).run());
    expect((await wrong(world)).filter(({ field }) => field === 'points')).toHaveLength(10);
    await world.ctx.db.write((tx) => rebuild(tx, GUILD, 'UTC'));
    expect(await wrong(world)).toEqual([]);
    expect((await totals(world, idOf('bob'))).points).toBe(10);
  });

  test('standings equal a recount after any sequence of giving and taking back', async () => {
    const event = fc.record({
      source: fc.integer({ min: 0, max: 14 }),
      takeBack: fc.boolean(),
      why: fc.constantFrom('deleted' as const, 'undone' as const),
      salt: fc.integer({ min: 0, max: 999 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 40 }), async (events) => {
        const world = testContext();
        for (const { source, takeBack, why } of events) {
          // What a source says is fixed by its number: the same event always says the same.
          if (takeBack) await take(world, `s${source}`, why);
          else {
            await give(
              world,
              fact({
                sourceKey: `s${source}`,
                kind: recognitionKinds[source % recognitionKinds.length] ?? 'thanks',
                giverId: idOf(`m${source % 3}`),
                receiverId: idOf(`m${3 + (source % 2)}`),
                helpKey: `message:${source % 4}`,
                weight: [100, 50, 0][source % 3] ?? 100,
                occurredAt: Date.UTC(2026, 2, 1 + (source % 5) * 9, source % 24),
              }),
            );
          }
        }
        expect(await wrong(world)).toEqual([]);
        await world.ctx.db.close();
      }),
      { numRuns: 60 },
    );
  });
});
