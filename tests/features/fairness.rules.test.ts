// What is noticed about recognitions and what is not: tables of small communities, signal by signal.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createdAt } from '../../src/features/fairness/accounts.rules.ts';
import type { Columns } from '../../src/features/fairness/graph.rules.ts';
import { findSuspicions } from '../../src/features/fairness/signals.rules.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 0, 1);

interface Deed {
  from: string;
  to: string;
  times?: number;
  /** Hours between one and the next. */
  every?: number;
  talkless?: boolean;
  counts?: boolean;
}

/** People who have nothing to do with it, so that nobody is most of the server. */
const crowd: readonly Deed[] = Array.from({ length: 40 }, (_, i) => ({
  from: `asker${i}`,
  to: `helper${i % 6}`,
}));

function columnsOf(deeds: readonly Deed[]): Columns {
  const single = deeds.flatMap((deed) =>
    Array.from({ length: deed.times ?? 1 }, (_, n) => ({
      ...deed,
      at: START + n * (deed.every ?? 30) * HOUR,
    })),
  );
  const members = [...new Set(single.flatMap(({ from, to }) => [from, to]))];
  return {
    members,
    rowIds: Float64Array.from(single, (_, i) => i + 1),
    givers: Uint32Array.from(single, ({ from }) => members.indexOf(from)),
    receivers: Uint32Array.from(single, ({ to }) => members.indexOf(to)),
    times: Float64Array.from(single, ({ at }) => at),
    counts: Uint8Array.from(single, ({ counts }) => (counts === false ? 0 : 1)),
    talkless: Uint8Array.from(single, ({ talkless }) => (talkless ? 1 : 0)),
  };
}

interface Facts {
  created?: Readonly<Record<string, number>>;
  joined?: Readonly<Record<string, number>>;
}

function noticed(deeds: readonly Deed[], { created = {}, joined = {} }: Facts = {}) {
  const columns = columnsOf([...crowd, ...deeds]);
  return findSuspicions(columns, {
    createdAt: Float64Array.from(columns.members, (id) => created[id] ?? 0),
    joinedAt: Float64Array.from(columns.members, (id) => joined[id] ?? 0),
  }).map(
    ({ memberIds, evidence }) => `${memberIds.join(' ')}: ${evidence.map((one) => one.signal).join(' ')}`,
  );
}

const everybody = (people: readonly string[], times: number): Deed[] =>
  people.flatMap((from) => people.filter((to) => to !== from).map((to) => ({ from, to, times })));
const round = (people: readonly string[], times: number): Deed[] =>
  people.map((from, i) => ({ from, to: people[(i + 1) % people.length] ?? '', times }));
const outside = (people: readonly string[], times: number): Deed[] =>
  people.flatMap((one, i) => [
    { from: one, to: `helper${i % 6}`, times },
    ...Array.from({ length: times }, (_, n) => ({ from: `guest${one}${n}`, to: one })),
  ]);

test.each<[string, readonly Deed[], string[]]>([
  ['an honest community', [], []],
  [
    'two who thank only each other',
    [
      { from: 'a', to: 'b', times: 4 },
      { from: 'b', to: 'a', times: 4 },
    ],
    ['a b: mutual'],
  ],
  [
    'two who thanked each other twice',
    [
      { from: 'a', to: 'b', times: 2 },
      { from: 'b', to: 'a', times: 2 },
    ],
    [],
  ],
  [
    'two who thank each other and many more',
    [{ from: 'a', to: 'b', times: 4 }, { from: 'b', to: 'a', times: 4 }, ...outside(['a', 'b'], 8)],
    [],
  ],
  ['an asker who comes back to one helper', [{ from: 'a', to: 'b', times: 12 }], []],
  ['three who thank each other', everybody(['a', 'b', 'c'], 3), ['a b c: closedGroup']],
  ['five in a round', round(['a', 'b', 'c', 'd', 'e'], 4), ['a b c d e: closedGroup']],
  [
    'four who also thank others',
    [...everybody(['a', 'b', 'c', 'd'], 2), ...outside(['a', 'b', 'c', 'd'], 5)],
    ['a b c d: closedGroup'],
  ],
  ['four helpers of many', [...everybody(['a', 'b', 'c', 'd'], 1), ...outside(['a', 'b', 'c', 'd'], 20)], []],
  [
    'a chain of help',
    ['a', 'b', 'c', 'd'].flatMap((from, i, all) =>
      all[i + 1] ? [{ from, to: all[i + 1] ?? '', times: 5 }] : [],
    ),
    [],
  ],
  ['eight helps by one person in a day', [{ from: 'a', to: 'b', times: 8, every: 2 }], ['a b: burst']],
  ['eight helps by one person in a week', [{ from: 'a', to: 'b', times: 8, every: 24 }], []],
  [
    'a post that twenty people liked within an hour',
    Array.from({ length: 20 }, (_, i) => ({ from: `fan${i}`, to: 'b' })),
    [],
  ],
  ['thanks without a word', [{ from: 'a', to: 'b', times: 5, talkless: true }], ['a b: noTalk']],
  [
    'thanks mostly after a talk',
    [
      { from: 'a', to: 'b', times: 5, talkless: true },
      { from: 'a', to: 'b', times: 5 },
    ],
    [],
  ],
  [
    'rows that stand behind a stronger one',
    everybody(['a', 'b', 'c'], 3).map((deed) => ({ ...deed, counts: false })),
    [],
  ],
])('%s', (_, deeds, expected) => {
  expect(noticed(deeds)).toEqual(expected);
});

describe('accounts', () => {
  const gives = (from: string, times: number): Deed => ({ from, to: 'b', times });
  test.each<[string, readonly Deed[], Facts, string[]]>([
    [
      'two new accounts that thank one person',
      [gives('n', 2), gives('m', 2)],
      { created: { n: START - DAY, m: START - 5 * DAY } },
      ['b m n: newAccounts'],
    ],
    ['one new account', [gives('n', 2)], { created: { n: START - DAY } }, []],
    [
      'two old accounts',
      [gives('n', 2), gives('m', 2)],
      { created: { n: START - 90 * DAY, m: START - 80 * DAY } },
      [],
    ],
    [
      'new accounts that thank others too',
      [gives('n', 2), gives('m', 2), { from: 'n', to: 'helper1' }],
      { created: { n: START - DAY, m: START - 5 * DAY } },
      [],
    ],
    [
      'two new accounts among many askers',
      [gives('n', 2), gives('m', 2), ...Array.from({ length: 30 }, (_, i) => gives(`other${i}`, 1))],
      { created: { n: START - DAY, m: START - 5 * DAY } },
      [],
    ],
    [
      'an account that joined with the one it thanks',
      [gives('n', 3)],
      { joined: { n: START, b: START - 600_000 } },
      ['b n: alternates'],
    ],
    ['an account that joined a day later', [gives('n', 3)], { joined: { n: START, b: START - DAY } }, []],
    [
      'accounts made within the hour of each other',
      [gives('n', 3), gives('m', 3)],
      { created: { n: START - 99 * DAY, m: START - 99 * DAY + 600_000 } },
      ['b m n: alternates'],
    ],
    ['one who joined with them and thanked once', [gives('n', 1)], { joined: { n: START, b: START } }, []],
  ])('%s', (_, deeds, facts, expected) => {
    expect(noticed(deeds, facts)).toEqual(expected);
  });

  test('the age of an account stands in its id', () => {
    expect(new Date(createdAt('175928847299117063')).toISOString()).toBe('2016-04-30T11:18:25.796Z');
    expect(createdAt('none')).toBe(0);
  });
});

describe('a suspicion', () => {
  test('gathers what different signals say about the same people, and every row between them', () => {
    const deeds: Deed[] = [
      ...everybody(['a', 'b', 'c'], 3),
      { from: 'a', to: 'b', times: 6, talkless: true, every: 1 },
      { from: 'a', to: 'b', counts: false },
    ];
    const columns = columnsOf([...crowd, ...deeds]);
    const [suspicion, ...others] = findSuspicions(columns, {
      createdAt: new Float64Array(99),
      joinedAt: new Float64Array(99),
    });
    expect(others).toEqual([]);
    expect(suspicion?.memberIds).toEqual(['a', 'b', 'c']);
    expect(suspicion?.evidence[0]).toMatchObject({
      signal: 'closedGroup',
      figures: { people: 3, inside: 24, given: 100, received: 100, askers: 0 },
    });
    expect(suspicion?.rowIds).toHaveLength(25);
  });

  test('has nobody in two closed groups', () => {
    const groups = noticed([
      ...everybody(['a', 'b', 'c'], 3),
      ...everybody(['x', 'y', 'z'], 3),
      { from: 'a', to: 'x' },
    ]);
    expect(groups).toEqual(['a b c: closedGroup', 'x y z: closedGroup']);
  });
});

const someDeed = fc.record({
  from: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  to: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  times: fc.integer({ min: 1, max: 6 }),
  talkless: fc.boolean(),
});

test('the order of the ledger does not matter, and a row is only about people who are named', () => {
  fc.assert(
    fc.property(fc.array(someDeed, { maxLength: 25 }), fc.integer(), (drawn, seed) => {
      const deeds = drawn.filter(({ from, to }) => from !== to);
      const shuffled = deeds.toSorted((one, other) => hashed(one, seed) - hashed(other, seed));
      const people = (found: readonly string[]) => found.map((one) => one.split(':')[0]).sort();
      expect(people(noticed(shuffled))).toEqual(people(noticed(deeds)));
      const columns = columnsOf([...crowd, ...deeds]);
      const none = new Float64Array(columns.members.length);
      for (const { memberIds, rowIds } of findSuspicions(columns, { createdAt: none, joinedAt: none })) {
        for (const id of rowIds) {
          const row = columns.rowIds.indexOf(id);
          for (const column of [columns.givers, columns.receivers])
            expect(memberIds).toContain(columns.members[column[row] ?? -1]);
        }
      }
    }),
    { numRuns: 150 },
  );
});

const hashed = ({ from, to, times }: { from: string; to: string; times: number }, seed: number) =>
  Math.imul((from.charCodeAt(0) * 31 + to.charCodeAt(0)) * 31 + times, seed | 1);

test('what several did for one person names that person', () => {
  const deeds: Deed[] = ['x', 'y', 'z'].map((from) => ({ from, to: 'b', times: 3, every: 2 }));
  const columns = columnsOf([...crowd, ...deeds]);
  const none = new Float64Array(columns.members.length);
  const [suspicion] = findSuspicions(columns, { createdAt: none, joinedAt: none });
  expect(suspicion?.evidence).toMatchObject([{ signal: 'burst', memberIds: ['b'] }]);
});
