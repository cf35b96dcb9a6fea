// Off the boards and on again: nobody sees somebody who is off, nothing is lost by it, and coming back is as if nothing had been.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '../../src/core/context.ts';
import type { Recognition } from '../../src/core/ledger-rules.ts';
import { differences } from '../../src/core/recount.ts';
import { members, standings } from '../../src/core/schema.ts';
import { Texts } from '../../src/core/texts.ts';
import { markLeft, markReturned, readOwn, readPage } from '../../src/features/leaderboard/store.ts';
import { judgePseudonym } from '../../src/features/privacy/pseudonyms.rules.ts';
import {
  choicesOf,
  chooseBoard,
  choosePseudonym,
  removePseudonym,
} from '../../src/features/privacy/service.ts';
import { privacyView } from '../../src/features/privacy/view.ts';
import { readPublicProfile } from '../../src/features/profile/service.ts';
import { type TestContext, testContext } from '../support/context.ts';
import { deedsIn } from '../support/deeds.ts';
import { expectGolden } from '../support/golden.ts';
import { idOf } from '../support/ids.ts';
import { credit, takeOut } from '../support/recognitions.ts';

const GUILD = '1';

const placesIn = ({ ctx }: TestContext) =>
  ctx.db.read(async (db) => (await readPage(db, GUILD, 'all', 'points', 1)).places);
const ownIn = ({ ctx }: TestContext, memberId: string) =>
  ctx.db.read((db) => readOwn(db, GUILD, 'all', 'points', memberId));

test('off: not shown, without a place, and earning on; on: back with all of it', async () => {
  const world = testContext();
  await credit(world.ctx, { from: idOf('a'), to: idOf('b') });
  await credit(world.ctx, { from: idOf('a'), to: idOf('c'), points: 5 });
  expect(await chooseBoard(world.ctx, GUILD, idOf('b'), false)).toMatchObject({ board: false });
  await credit(world.ctx, { from: idOf('c'), to: idOf('b'), kind: 'solution', points: 25 });
  expect(await placesIn(world)).toEqual([{ memberId: idOf('c'), value: 5, rank: 1 }]);
  expect(await ownIn(world, idOf('b'))).toEqual({ kind: 'hidden' });
  const { periods } = await readPublicProfile(world.ctx, GUILD, idOf('b'));
  expect(new Set(periods.map(({ standing, place }) => `${standing.points} ${place?.rank}`))).toEqual(
    new Set(['35 undefined']),
  );
  expect(await chooseBoard(world.ctx, GUILD, idOf('b'), true)).toMatchObject({ board: true });
  expect((await placesIn(world))[0]).toEqual({ memberId: idOf('b'), value: 35, rank: 1 });
  expect(await world.ctx.db.read((db) => differences(db, GUILD, 'UTC'))).toEqual([]);
});

test('somebody without a standing is not shown when they get one', async () => {
  const world = testContext();
  await chooseBoard(world.ctx, GUILD, idOf('b'), false);
  await credit(world.ctx, { from: idOf('a'), to: idOf('b') });
  expect(await placesIn(world)).toEqual([]);
});

test('the choice is per server, and holds for one person', async () => {
  const { ctx } = testContext();
  await chooseBoard(ctx, GUILD, idOf('b'), false);
  expect(await choicesOf(ctx, '2', idOf('b'))).toMatchObject({ board: true });
  expect(await choicesOf(ctx, GUILD, idOf('c'))).toMatchObject({ board: true });
});

type Step =
  | { do: 'thank'; from: string; to: string }
  | { do: 'takeBack'; which: number }
  | { do: 'leave' | 'return' | 'blink'; who: string };

const who = fc.constantFrom(idOf('a'), idOf('b'), idOf('c'));
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('thank' as const), from: who, to: who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('takeBack' as const), which: fc.nat(9) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('leave' as const, 'return' as const), who }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('blink' as const), who }) },
);

/** Plays the steps; with `blinking`, whoever blinks goes off the boards at once and comes back one step later. */
async function play(steps: readonly Step[], blinking: boolean) {
  const { ctx } = testContext();
  const rows: Recognition[] = [];
  const off = new Set<string>();
  for (const one of steps) {
    const backAfterThis = [...off];
    if (one.do === 'thank' && one.from !== one.to) rows.push(await credit(ctx, one));
    if (one.do === 'takeBack' && rows[one.which])
      await takeOut(ctx, rows[one.which] as Recognition, 'edited'); // looked at just before
    if (one.do === 'leave') await ctx.db.write((tx) => markLeft(tx, GUILD, one.who, 7));
    if (one.do === 'return') await ctx.db.write((tx) => markReturned(tx, GUILD, one.who));
    if (one.do === 'blink' && blinking) {
      await chooseBoard(ctx, GUILD, one.who, false);
      off.add(one.who);
    }
    for (const memberId of backAfterThis) {
      await chooseBoard(ctx, GUILD, memberId, true);
      off.delete(memberId);
    }
  }
  for (const memberId of off) await chooseBoard(ctx, GUILD, memberId, true);
  const everybody = ctx.db.read((db) => ({
    standings: db.select().from(standings).orderBy(standings.period, standings.memberId).all(),
    left: db
      .select()
      .from(members)
      .orderBy(members.memberId)
      .all()
      .filter(({ leftAt, boardOptOutAt }) => leftAt !== null || boardOptOutAt !== null),
  }));
  expect(await ctx.db.read((db) => differences(db, GUILD, 'UTC'))).toEqual([]);
  return everybody;
}

test('off and then on equals never, whatever happens in between', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
      expect(await play(steps, true)).toEqual(await play(steps, false));
    }),
    { numRuns: 60 },
  );
});

test.each([
  ['on', true],
  ['off', false],
])('looks like this while it is %s', (name, board) =>
  expectGolden(
    privacyView(new Texts().for('en'), { board, pseudonym: undefined, lostWhy: undefined }, '</privacy:42>'),
    `privacy.${name}`,
  ),
);

describe('a pseudonym', () => {
  const nobody = { taken: [], members: [], lost: undefined };
  test.each([
    ['Blue Heron', 'Blue Heron'],
    ['  Blue \n Heron ', 'Blue Heron'],
    ['\u202eevil\u200b', 'evil'],
    ['Γαλάζιος ερωδιός', 'Γαλάζιος ερωδιός'],
    ['蒼い鷺 🪿', '蒼い鷺 🪿'],
    ['x', 'x'],
    ['🌿', 'pseudonymUnreadable'],
    ['<@123>', 'pseudonymUnreadable'],
    ['@everyone', 'pseudonymUnreadable'],
    ['[free](gifts)', 'pseudonymUnreadable'],
    ['https://example.com', 'pseudonymUnreadable'],
    ['a'.repeat(33), 'pseudonymTooLong'],
    ['漢'.repeat(32), '漢'.repeat(32)],
  ])('typed %j is %j', (typed, expected) => {
    const judged = judgePseudonym(typed, nobody);
    expect(isRefusal(judged) ? judged.refused : judged).toBe(expected);
  });

  test.each([
    ['ALICE', 'pseudonymTaken'],
    ['álice', 'pseudonymTaken'],
    ['b l u e heron', 'pseudonymTaken'],
    ['Blue  Heron!', 'pseudonymTaken'],
    ['Stupid  Moderator', 'pseudonymLost'],
    ['Grey Heron', 'Grey Heron'],
  ])('%j beside those there are is %j', (typed, expected) => {
    const names = { taken: ['Blue Heron'], members: ['Alice'], lost: 'stupidmoderator' };
    const judged = judgePseudonym(typed, names);
    expect(isRefusal(judged) ? judged.refused : judged).toBe(expected);
  });

  const named = ({ ctx }: TestContext, memberId: string, typed: string) =>
    choosePseudonym(ctx, { guildId: GUILD, memberId, typed, memberNames: [] });
  const pageIn = ({ ctx }: TestContext) => ctx.db.read((db) => readPage(db, GUILD, 'all', 'points', 1));

  test('stands on the board in their place, is one person’s, and goes when it is emptied', async () => {
    const world = testContext();
    await credit(world.ctx, { from: idOf('a'), to: idOf('b') });
    expect(await named(world, idOf('b'), 'Blue Heron')).toMatchObject({ pseudonym: 'Blue Heron' });
    expect(await named(world, idOf('c'), 'blue heron')).toMatchObject({ refused: 'pseudonymTaken' });
    expect(await named(world, idOf('b'), 'blue heron')).toMatchObject({ pseudonym: 'blue heron' });
    expect([...(await pageIn(world)).pseudonyms]).toEqual([[idOf('b'), 'blue heron']]);
    expect(await ownIn(world, idOf('b'))).toMatchObject({ kind: 'placed', pseudonym: 'blue heron' });
    const { periods } = await readPublicProfile(world.ctx, GUILD, idOf('b'));
    expect(periods.map(({ place }) => place)).toEqual(periods.map(() => undefined));
    expect(await named(world, idOf('b'), ' ')).toMatchObject({ pseudonym: undefined });
    expect([...(await pageIn(world)).pseudonyms]).toEqual([]);
    expect((await choicesOf(world.ctx, '2', idOf('b'))).pseudonym).toBeUndefined();
  });

  test('taken away by a moderator: nameless, told why, not chosen again; the audit does not say whose it was', async () => {
    const world = testContext();
    await credit(world.ctx, { from: idOf('a'), to: idOf('b') });
    await named(world, idOf('b'), 'Stupid Mona');
    const about = { guildId: GUILD, moderatorId: 'm', reason: 'Unkind' };
    expect(await removePseudonym(world.ctx, { ...about, typed: 'stupid mona' })).toBe('Stupid Mona');
    expect(await removePseudonym(world.ctx, { ...about, typed: 'stupid mona' })).toMatchObject({
      refused: 'pseudonymUnknown',
    });
    expect([...(await pageIn(world)).pseudonyms]).toEqual([[idOf('b'), '']]);
    expect(await choicesOf(world.ctx, GUILD, idOf('b'))).toMatchObject({ pseudonym: '', lostWhy: 'Unkind' });
    expect(await named(world, idOf('b'), 'Stupid, Mona')).toMatchObject({ refused: 'pseudonymLost' });
    expect(await named(world, idOf('b'), 'Heron')).toMatchObject({ pseudonym: 'Heron', lostWhy: undefined });
    const deeds = await deedsIn(world.ctx, GUILD);
    expect(deeds).toHaveLength(1);
    expect(deeds[0]).toMatchObject({ actorId: 'm', action: 'privacy.pseudonymRemoved', reason: 'Unkind' });
    expect(Object.values(deeds[0] ?? {})).not.toContain(idOf('b'));
  });

  test.each([
    ['other', { pseudonym: 'Blue Heron', lostWhy: undefined }],
    ['none', { pseudonym: '', lostWhy: 'Unkind' }],
  ])('looks like this with %s name', (name, choices) =>
    expectGolden(
      privacyView(new Texts().for('en'), { board: true, ...choices }, '</privacy:42>'),
      `privacy.name.${name}`,
    ),
  );
});
