// Cases on real SQLite: noticed by the worker, held, dismissed, reversed and undone, with totals that follow; awards and their caps.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Context, isRefusal } from '../../src/core/context.ts';
import { findById } from '../../src/core/ledger-rows.ts';
import { differences } from '../../src/core/recount.ts';
import { standingOf } from '../../src/core/standings.ts';
import { readDeeds } from '../../src/features/fairness/audit.store.ts';
import { awardPoints, takeAwardBack } from '../../src/features/fairness/awards.service.ts';
import { judgeDecision } from '../../src/features/fairness/cases.rules.ts';
import {
  answerCase,
  decideCase,
  look,
  lookEverywhere,
  type Order,
  openCases,
  readCase,
  readList,
} from '../../src/features/fairness/cases.service.ts';
import { readAccounts, readColumns } from '../../src/features/fairness/scan.store.ts';
import { findSuspicions } from '../../src/features/fairness/signals.rules.ts';
import { recognise, withdraw } from '../../src/features/recognition/service.ts';
import { type TestContext, testContext } from '../support/context.ts';
import { deedsIn } from '../support/deeds.ts';
import { idOf } from '../support/ids.ts';
import { credit, takeOut } from '../support/recognitions.ts';

const GUILD = '1';
const HOUR = 3_600_000;
const RING = ['800000000000000001', '800000000000000002', '800000000000000003'] as const;
const [A, B, C] = RING;

/** A small honest server, and three who thank each other without a word to anybody else. */
async function withRing() {
  const world = testContext();
  for (let i = 0; i < 24; i++)
    await credit(world.ctx, { from: String(1_000 + i), to: String(2_000 + (i % 5)) });
  for (let n = 0; n < 3; n++)
    for (const from of RING)
      for (const to of RING)
        if (from !== to) {
          world.clock.advance(HOUR);
          await credit(world.ctx, { from, to });
        }
  return world;
}

/** The same as a look, without a thread of its own. */
async function notice(ctx: Context): Promise<number> {
  const suspicions = await ctx.db.read((db) => {
    const columns = readColumns(db, GUILD, 0);
    return findSuspicions(columns, readAccounts(db, GUILD, columns.members));
  });
  return openCases(ctx, GUILD, suspicions);
}

const pointsOf = async ({ ctx }: TestContext, memberId: string) =>
  (await ctx.db.read((db) => standingOf(db, GUILD, 'all', memberId))).points;
const order = (caseId: number, over: Partial<Order>): Order => ({
  guildId: GUILD,
  caseId,
  decision: 'hold',
  moderatorId: idOf('mona'),
  seen: 'open',
  ...over,
});
const agree = async ({ ctx }: TestContext) =>
  expect(await ctx.db.read((db) => differences(db, GUILD, 'UTC'))).toEqual([]);

describe('looking through', () => {
  test('opens a case once, and changes nothing else', async () => {
    const world = await withRing();
    const { ctx } = world;
    expect(await Promise.all([look(ctx, GUILD), look(ctx, GUILD)])).toEqual([1, 1]);
    expect(await look(ctx, GUILD)).toBe(0);
    const list = await readList(ctx, GUILD, 'undecided', 1);
    expect(list.counts).toEqual({ undecided: 1, decided: 0 });
    expect(list.cases[0]).toMatchObject({ signal: 'closedGroup', memberIds: RING, state: 'open' });
    expect((await readCase(ctx, GUILD, 1, 1))?.rowCount).toBe(18);
    expect(await pointsOf(world, A)).toBe(60);
    expect(await readCase(ctx, '2', 1, 1)).toBeUndefined();
  });

  test('by night, only where the server wants it', async () => {
    const { ctx } = await withRing();
    await ctx.db.write((tx) =>
      ctx.settings.change(tx, GUILD, 0, (now) => ({ ...now, fairPlay: { watch: false } })),
    );
    await lookEverywhere(ctx);
    expect((await readList(ctx, GUILD, 'undecided', 1)).cases).toEqual([]);
    await ctx.db.write((tx) =>
      ctx.settings.change(tx, GUILD, 0, (now) => ({ ...now, fairPlay: { watch: true } })),
    );
    await lookEverywhere(ctx);
    expect((await readList(ctx, GUILD, 'undecided', 1)).cases).toHaveLength(1);
  });

  test('a server without anything has nothing to look at', async () => {
    const { ctx } = testContext();
    expect(await look(ctx, GUILD)).toBe(0);
    await lookEverywhere(ctx);
  });

  test('what was dismissed is not noticed again, what comes after it is', async () => {
    const world = await withRing();
    const { ctx, clock } = world;
    await notice(ctx);
    await decideCase(ctx, order(1, { decision: 'dismiss' }));
    expect(await notice(ctx)).toBe(0);
    for (let n = 0; n < 3; n++)
      for (const from of RING)
        for (const to of RING) {
          clock.advance(HOUR);
          if (from !== to) await credit(ctx, { from, to });
        }
    expect(await notice(ctx)).toBe(1);
    expect((await readCase(ctx, GUILD, 2, 1))?.rowCount).toBe(18);
  });

  test('more about the same people joins the open case', async () => {
    const { ctx } = testContext();
    const row = await credit(ctx, { from: A, to: B });
    const suspicion = {
      memberIds: [A, B],
      evidence: [{ signal: 'mutual' as const, figures: { there: 3, back: 3, share: 80 } }],
      rowIds: [row.id],
    };
    expect(await openCases(ctx, GUILD, [suspicion])).toBe(1);
    expect(await openCases(ctx, GUILD, [{ ...suspicion, memberIds: [A, B, C] }])).toBe(0);
    expect((await readCase(ctx, GUILD, 1, 1))?.case.memberIds).toEqual([A, B, C]);
  });
});

describe('deciding', () => {
  test.each<[string, Partial<Order>[], string, number]>([
    ['hold', [{}], 'held', 0],
    ['hold, dismiss', [{}, { decision: 'dismiss', seen: 'held' }], 'dismissed', 60],
    ['hold, undo', [{}, { decision: 'undo', seen: 'held' }], 'open', 60],
    ['dismiss', [{ decision: 'dismiss' }], 'dismissed', 60],
    ['dismiss, undo', [{ decision: 'dismiss' }, { decision: 'undo', seen: 'dismissed' }], 'open', 60],
    ['reverse', [{ decision: 'reverse', reason: 'arranged' }], 'reversed', 0],
    ['hold, reverse', [{}, { decision: 'reverse', seen: 'held', reason: 'arranged' }], 'reversed', 0],
    [
      'hold, reverse, undo',
      [{}, { decision: 'reverse', seen: 'held', reason: 'arranged' }, { decision: 'undo', seen: 'reversed' }],
      'open',
      60,
    ],
  ])('%s', async (_, orders, state, points) => {
    const world = await withRing();
    await notice(world.ctx);
    for (const one of orders) expect(isRefusal(await decideCase(world.ctx, order(1, one)))).toBe(false);
    expect((await readCase(world.ctx, GUILD, 1, 1))?.case.state).toBe(state);
    for (const member of RING) expect(await pointsOf(world, member)).toBe(points);
    expect(await pointsOf(world, '2000')).toBe(50);
    const deeds = await deedsIn(world.ctx, GUILD);
    expect(deeds).toHaveLength(orders.length);
    expect(deeds[0]).toMatchObject({ actorId: idOf('mona'), reason: orders.at(-1)?.reason ?? null });
    expect(await world.ctx.db.read((db) => readDeeds(db, GUILD, B, { offset: 0, limit: 9 }))).toHaveLength(
      orders.length,
    );
    await agree(world);
  });

  test.each<[string, Partial<Order>, string]>([
    ['somebody whom it is about', { moderatorId: A }, 'caseAboutYou'],
    ['on what is no longer so', { seen: 'held' }, 'outOfDate'],
    ['a reversal without a reason', { decision: 'reverse', reason: '  ' }, 'reasonMissing'],
    ['undoing nothing', { decision: 'undo' }, 'outOfDate'],
    ['a case that is not there', { caseId: 9 }, 'caseGone'],
    ['a case of another server', { guildId: '2' }, 'caseGone'],
  ])('refuses %s', async (_, over, refused) => {
    const world = await withRing();
    await notice(world.ctx);
    expect(await decideCase(world.ctx, order(1, over))).toMatchObject({ refused });
    expect(await pointsOf(world, A)).toBe(60);
  });

  test('two moderators at once: one decides, the other is told who', async () => {
    const world = await withRing();
    await notice(world.ctx);
    const results = await Promise.all([
      decideCase(world.ctx, order(1, {})),
      decideCase(world.ctx, order(1, { moderatorId: idOf('max'), decision: 'dismiss' })),
    ]);
    expect(results).toEqual([
      'held',
      { refused: 'caseDecided', values: { moderator: `<@${idOf('mona')}>` } },
    ]);
  });

  test('a hold lasts whatever its giver does, and what they took back meanwhile stays taken back', async () => {
    const world = await withRing();
    const { ctx } = world;
    await notice(ctx);
    const [first, second] = (await readCase(ctx, GUILD, 1, 1))?.rows ?? [];
    if (!first || !second) throw new Error('A case has rows.');
    await takeOut(ctx, first, 'unreacted');
    expect(await pointsOf(world, first.receiverId)).toBe(50);
    await decideCase(ctx, order(1, {}));
    const again = (row: typeof first) =>
      ctx.db.write((tx) =>
        recognise(ctx, tx, {
          ...row,
          messageId: row.messageId ?? undefined,
          sourceMessageId: undefined,
          reason: undefined,
          language: undefined,
        }),
      );
    const held = async (id: number) => {
      const row = await ctx.db.read((db) => findById(db, id));
      if (!row) throw new Error('It is in the ledger.');
      return row;
    };
    // Taken back before: doing it again does not get around the hold, but is not forgotten either.
    expect((await held(first.id)).revokedWhy).toBe('held:unreacted');
    expect((await again(await held(first.id))).what).toBe('known');
    expect((await held(first.id)).revokedWhy).toBe('held');
    await ctx.db.write(async (tx) => withdraw(ctx, tx, await held(second.id), 'deleted'));
    for (const member of RING) expect(await pointsOf(world, member)).toBe(0);
    await decideCase(ctx, order(1, { decision: 'dismiss', seen: 'held' }));
    expect((await held(first.id)).revokedAt).toBeNull();
    expect((await held(second.id)).revokedWhy).toBe('deleted');
    await agree(world);
  });

  test('a recognition in two cases counts only when neither stands in its way', async () => {
    const world = testContext();
    const { ctx } = world;
    const row = await credit(ctx, { from: A, to: B });
    const about = (memberIds: string[]) => ({
      memberIds,
      evidence: [{ signal: 'burst' as const, figures: { helps: 8, givers: 1, hours: 24 } }],
      rowIds: [row.id],
    });
    await openCases(ctx, GUILD, [about([A, B]), about([B, C, idOf('x'), idOf('y')])]);
    await decideCase(ctx, order(1, { decision: 'reverse', reason: 'arranged' }));
    await decideCase(ctx, order(2, {}));
    await decideCase(ctx, order(1, { decision: 'undo', seen: 'reversed' }));
    expect(await pointsOf(world, B)).toBe(0);
    await decideCase(ctx, order(2, { decision: 'dismiss', seen: 'held' }));
    expect(await pointsOf(world, B)).toBe(10);
    await agree(world);
  });

  const step = fc.record({
    which: fc.constantFrom(1, 2),
    decision: fc.constantFrom('hold' as const, 'dismiss' as const, 'reverse' as const, 'undo' as const),
  });

  test('after any decisions: held and reversed rows count nothing, all others everything', async () => {
    const world = testContext();
    const { ctx } = world;
    const evidence = [{ signal: 'mutual' as const, figures: { there: 1, back: 1, share: 1 } }];
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        const run = runs++;
        const [a, b, c] = [idOf(`a${run}`), idOf(`b${run}`), idOf(`c${run}`)];
        const rows = [
          await credit(ctx, { from: a, to: b }),
          await credit(ctx, { from: b, to: a }),
          await credit(ctx, { from: c, to: a }),
        ];
        const ids = rows.map(({ id }) => id);
        await openCases(ctx, GUILD, [
          { memberIds: [a, b], evidence, rowIds: ids.slice(0, 2) },
          { memberIds: [a, c, idOf('x'), idOf('y')], evidence, rowIds: ids.slice(1) },
        ]);
        const stateOf = async (which: number) =>
          (await readCase(ctx, GUILD, 2 * run + which, 1))?.case.state ?? 'open';
        for (const { which, decision } of steps)
          await decideCase(
            ctx,
            order(2 * run + which, { decision, seen: await stateOf(which), reason: 'because' }),
          );
        const isOut = (...about: string[]) => about.some((state) => state === 'held' || state === 'reversed');
        const [one, two] = [await stateOf(1), await stateOf(2)];
        const counts = [!isOut(one), !isOut(one, two), !isOut(two)];
        for (const [i, row] of rows.entries())
          expect((await ctx.db.read((db) => findById(db, row.id)))?.counts).toBe(counts[i] ? 1 : 0);
      }),
      { numRuns: 60 },
    );
    await agree(world);
  });
});

test('people concerned answer once, and only while it is held', async () => {
  const { ctx } = await withRing();
  await notice(ctx);
  const answer = (memberId: string, words = 'We are a study group.') =>
    answerCase(ctx, { guildId: GUILD, caseId: 1, memberId, words });
  expect(await answer(A)).toMatchObject({ refused: 'caseNotHeld' });
  await decideCase(ctx, order(1, {}));
  expect(await answer('1001')).toMatchObject({ refused: 'notYours' });
  expect(await answer(A, ' ')).toMatchObject({ refused: 'answerEmpty' });
  expect(await answer(A)).toBeUndefined();
  expect(await answer(A, 'And another thing.')).toMatchObject({ refused: 'answeredAlready' });
  expect((await readCase(ctx, GUILD, 1, 1))?.answers).toMatchObject([
    { memberId: A, answer: 'We are a study group.' },
  ]);
});

test.each<[string, Parameters<typeof judgeDecision>[0], string]>([
  ['decided before', { state: 'dismissed', memberIds: [], decidedBy: idOf('max') }, 'caseDecided'],
  ['opened again meanwhile', { state: 'open', memberIds: [], decidedBy: null }, 'outOfDate'],
])('a button from before: %s', (_, about, refused) => {
  expect(judgeDecision(about, { decision: 'undo', moderatorId: idOf('mona'), seen: 'held' })).toMatchObject({
    refused,
  });
});

describe('awards', () => {
  let counted = 0;
  const award = ({ ctx }: TestContext, over: Partial<Parameters<typeof awardPoints>[1]> = {}) =>
    awardPoints(ctx, {
      guildId: GUILD,
      channelId: '5',
      moderatorId: idOf('mona'),
      to: { memberId: B, isBot: false, isPresent: true },
      reason: 'wrote the guide',
      interactionId: String(counted++),
      at: ctx.clock.now(),
      ...over,
    });

  test('count, with the reason, and are taken back with one', async () => {
    const world = testContext();
    const given = await award(world);
    if (isRefusal(given)) throw new Error(given.refused);
    expect(given).toMatchObject({ total: 10, left: 9, row: { kind: 'award', reason: 'wrote the guide' } });
    const back = { guildId: GUILD, rowId: given.row.id, moderatorId: idOf('max'), reason: 'wrong person' };
    expect(await takeAwardBack(world.ctx, { ...back, reason: '' })).toMatchObject({
      refused: 'reasonMissing',
    });
    expect(await takeAwardBack(world.ctx, { ...back, guildId: '2' })).toMatchObject({ refused: 'outOfDate' });
    expect(await takeAwardBack(world.ctx, { ...back, moderatorId: B })).toMatchObject({
      refused: 'awardSelf',
    });
    expect(isRefusal(await takeAwardBack(world.ctx, back))).toBe(false);
    expect(await takeAwardBack(world.ctx, back)).toMatchObject({ refused: 'awardBackAlready' });
    expect(await pointsOf(world, B)).toBe(0);
    const deeds = await deedsIn(world.ctx, GUILD, B);
    expect(deeds.map(({ action, actorId, reason }) => [action, actorId, reason])).toEqual([
      ['fairness.awardTakenBack', idOf('max'), 'wrong person'],
      ['fairness.awarded', idOf('mona'), 'wrote the guide'],
    ]);
    await agree(world);
  });

  test.each<[string, Partial<Parameters<typeof awardPoints>[1]>, string]>([
    ['a bot', { to: { memberId: '9', isBot: true, isPresent: true } }, 'awardBot'],
    ['oneself', { moderatorId: B }, 'awardSelf'],
    ['somebody who left', { to: { memberId: B, isBot: false, isPresent: false } }, 'awardGone'],
    ['for no reason', { reason: ' ' }, 'reasonMissing'],
    ['more than the server gives', { points: 11 }, 'awardTooMuch'],
  ])('to %s are refused', async (_, over, refused) => {
    expect(await award(testContext(), over)).toMatchObject({ refused });
  });

  test('are capped for each moderator and day; one taken back frees its place', async () => {
    const world = testContext();
    const { ctx, clock } = world;
    await ctx.db.write((tx) =>
      ctx.settings.change(tx, GUILD, 0, (settings) => ({ ...settings, awardsPerDay: 2 })),
    );
    const first = await award(world);
    expect(await award(world, { points: 5 })).toMatchObject({ left: 0, total: 15 });
    expect(await award(world)).toEqual({ refused: 'awardLimit', values: { count: 2 } });
    expect(await award(world, { moderatorId: idOf('max') })).toMatchObject({ left: 1 });
    if (isRefusal(first)) throw new Error(first.refused);
    await takeAwardBack(ctx, {
      guildId: GUILD,
      rowId: first.row.id,
      moderatorId: idOf('mona'),
      reason: 'twice',
    });
    expect(await award(world)).toMatchObject({ left: 0 });
    clock.advance(24 * HOUR);
    expect(await award(world)).toMatchObject({ left: 1 });
    await ctx.db.write((tx) =>
      ctx.settings.change(tx, GUILD, 0, (settings) => ({ ...settings, awardsPerDay: 0 })),
    );
    expect(await award(world)).toMatchObject({ refused: 'awardsOff' });
  });

  test('delivered twice are one', async () => {
    const world = testContext();
    await award(world, { interactionId: 'same' });
    expect(await award(world, { interactionId: 'same' })).toMatchObject({ total: 10 });
    expect(await deedsIn(world.ctx, GUILD, B)).toHaveLength(1);
  });
});
