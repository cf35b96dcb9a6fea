// What a profile shows to whom, and how it explains a point: tables of cases.
import { describe, expect, test } from 'vitest';
import {
  type Decision,
  pageOf,
  readState,
  shortReason,
  stretchesOf,
  tabFor,
  tierNews,
  whyLess,
  whyTakenBack,
} from '../../src/features/profile/rules.ts';

describe('who sees which tab', () => {
  test.each([
    ['overview', 'overview', 'overview'],
    ['received', 'received', 'received'],
    ['takenBack', 'takenBack', 'overview'],
    ['uncounted', 'uncounted', 'overview'],
  ] as const)('%s: oneself %s, others %s', (tab, oneself, others) => {
    expect(tabFor('7', { memberId: '7', tab, page: 1 })).toBe(oneself);
    expect(tabFor('8', { memberId: '7', tab, page: 1 })).toBe(others);
  });
});

describe('periods that say the same', () => {
  const KINDS = ['week', 'month', 'quarter', 'year', 'all'] as const;
  type Had = [points: number, rank?: number, peopleHelped?: number, activeDays?: number];
  const nothing: Had = [0];
  const some: Had = [10, 1, 1, 1];

  test.each<[what: string, had: readonly Had[], stretches: string[]]>([
    ['on the first day', [some, some, some, some, some], ['week to all']],
    ['nothing lately', [nothing, nothing, some, some, some], ['week to month', 'quarter to all']],
    [
      'more and more',
      [nothing, [5, 1, 1, 1], some, [20, 1, 2, 2], [30, 1, 3, 3]],
      ['week', 'month', 'quarter', 'year', 'all'],
    ],
    ['another place', [some, some, some, some, [10, 9, 1, 1]], ['week to year', 'all']],
    [
      'another person',
      [some, some, [10, 1, 2, 1], [10, 1, 2, 1], [10, 1, 2, 1]],
      ['week to month', 'quarter to all'],
    ],
    [
      'another day',
      [
        [10, 1, 1, 1],
        [10, 1, 1, 2],
        [10, 1, 1, 2],
        [10, 1, 1, 2],
        [10, 1, 1, 2],
      ],
      ['week', 'month to all'],
    ],
    ['on no board', [[10], [10], [10], [10], some], ['week to year', 'all']],
  ])('%s', (_what, had, stretches) => {
    const periods = KINDS.map((kind, at) => {
      const [points, rank, peopleHelped = 0, activeDays = 0] = had[at] ?? nothing;
      const place = rank === undefined ? undefined : { rank };
      return { kind, standing: { points, peopleHelped, activeDays }, place };
    });
    const said = stretchesOf(periods).map(({ shortest, longest }) =>
      shortest === longest ? longest.kind : `${shortest.kind} to ${longest.kind}`,
    );
    expect(said).toEqual(stretches);
  });
});

test.each([
  [[]],
  [['7', 'overview']],
  [['7', 'secrets', '1']],
  [['7', 'received', '-1']],
  [['7', 'received', 'NaN']],
  [['', 'received', '1']],
])('%j in a button is not ours', (args) => expect(readState(args)).toBeUndefined());

test.each([
  { wanted: 1, rows: 0, page: 1, pages: 1, offset: 0 },
  { wanted: 9, rows: 0, page: 1, pages: 1, offset: 0 },
  { wanted: 0, rows: 13, page: 1, pages: 3, offset: 0 },
  { wanted: 3, rows: 13, page: 3, pages: 3, offset: 12 },
  { wanted: 4, rows: 13, page: 3, pages: 3, offset: 12 },
  { wanted: 999_999, rows: 10_000, page: 1667, pages: 1667, offset: 9_996 },
])('page $wanted of $rows rows is $page of $pages', ({ wanted, rows, ...found }) =>
  expect(pageOf(wanted, rows)).toEqual(found),
);

describe('why a recognition counts less', () => {
  test.each([
    ['in full', { kind: 'thanks', weight: 100, counts: 1, points: 10 }, undefined],
    ['half', { kind: 'thanks', weight: 50, counts: 1, points: 5 }, 'half'],
    [
      'a solution by the word of peers',
      { kind: 'solution', weight: 50, counts: 1, points: 13 },
      'provisional',
    ],
    ['a thank-you only', { kind: 'thanks', weight: 0, counts: 0, points: 0 }, 'none'],
    ['a second one of the same help', { kind: 'thanks', weight: 100, counts: 0, points: 3 }, 'sameHelp'],
    ['a half one of the same help', { kind: 'thanks', weight: 50, counts: 0, points: 5 }, 'sameHelp'],
    ['of a kind without points', { kind: 'thanks', weight: 100, counts: 1, points: 0 }, 'unpaid'],
    ['held for review', { kind: 'thanks', weight: 100, counts: 0, points: 10, revokedWhy: 'held' }, 'held'],
  ] as const)('%s', (_what, row, why) => expect(whyLess(row)).toBe(why));

  test.each([
    ['deleted', 'deleted'],
    ['reversed', 'reversed'],
    ['of an older version', undefined],
    [null, undefined],
  ])('taken back because %s', (stored, why) => expect(whyTakenBack(stored)).toBe(why));
});

test.each([
  ['short', 'short'],
  ['  two\n\nlines\t', 'two lines'],
  ['x'.repeat(121), `${'x'.repeat(119)}…`],
  ['🌿'.repeat(121), `${'🌿'.repeat(119)}…`],
])('the reason %j is listed on one line', (reason, shown) => expect(shortReason(reason)).toBe(shown));

describe('what became of one’s tier', () => {
  const decision = (over: Partial<Decision>): Decision => ({
    state: 'active',
    tier: 'guide',
    fromTier: 'helper',
    moderatorId: 'mona',
    reason: 'Patient',
    failure: null,
    endedAt: null,
    ...over,
  });
  const said = { moderatorId: 'mona', reason: 'Patient' };

  test.each<[string, Decision[], unknown]>([
    ['never decided', [], undefined],
    ['held', [decision({})], { kind: 'decided', ...said }],
    [
      'on its way',
      [decision({ state: 'pending' }), decision({ tier: 'helper' })],
      { kind: 'waiting', tier: 'guide', ...said },
    ],
    [
      'refused by Discord: what was before stands',
      [decision({ state: 'failed', failure: 'unknownRole' }), decision({ reason: 'Before' })],
      { kind: 'decided', ...said, reason: 'Before' },
    ],
    [
      'refused by Discord, nothing before',
      [decision({ state: 'failed', failure: 'unknownRole' })],
      undefined,
    ],
    [
      'taken off by a moderator',
      [decision({ state: 'ended', tier: null, endedAt: 9 })],
      { kind: 'takenOff', from: 'helper', at: 9, ...said },
    ],
    [
      'ended by leaving',
      [decision({ state: 'ended', failure: 'left', endedAt: 9 })],
      { kind: 'ended', tier: 'guide', at: 9, why: 'left' },
    ],
    [
      'ended by hand',
      [decision({ state: 'ended', failure: 'roleTaken', endedAt: 9 })],
      { kind: 'ended', tier: 'guide', at: 9, why: 'roleTaken' },
    ],
    [
      'ended by the role',
      [decision({ state: 'ended', failure: 'roleDeleted', endedAt: 9 })],
      { kind: 'ended', tier: 'guide', at: 9, why: 'roleDeleted' },
    ],
  ])('%s', (_what, decisions, news) => expect(tierNews(decisions)).toEqual(news));
});
