// Pages, periods and the state in the buttons of a board: tables of cases.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boards } from '../../src/core/board-counts.ts';
import { customId, parseCustomId } from '../../src/core/custom-id.ts';
import {
  leavingIsDoubtful,
  nearestPage,
  pageAtPosition,
  pagesFor,
  periodMeant,
  readState,
  returnIsDoubtful,
  stateArgs,
} from '../../src/features/leaderboard/rules.ts';

const NOW = Date.UTC(2026, 10, 23, 12);

describe('pages', () => {
  test.each([
    [0, 1],
    [1, 1],
    [10, 1],
    [11, 2],
    [20, 2],
    [10_001, 1001],
  ])('%i people fill %i', (people, pages) => expect(pagesFor(people)).toBe(pages));

  test.each([
    { wanted: 1, people: 0, page: 1 },
    { wanted: 0, people: 30, page: 1 },
    { wanted: -7, people: 30, page: 1 },
    { wanted: 3, people: 30, page: 3 },
    { wanted: 4, people: 30, page: 3 },
    { wanted: 999_999, people: 31, page: 4 },
    { wanted: 2, people: 0, page: 1 },
  ])('page $wanted of $people people is page $page', ({ wanted, people, page }) =>
    expect(nearestPage(wanted, people)).toBe(page),
  );

  test.each([
    [0, 1],
    [9, 1],
    [10, 2],
    [119, 12],
  ])('position %i is on page %i', (position, page) => expect(pageAtPosition(position)).toBe(page));
});

describe('which period is meant', () => {
  test.each([
    ['all', 'UTC', 'all'],
    ['year', 'UTC', '2026'],
    ['quarter', 'UTC', '2026-Q4'],
    ['month', 'UTC', '2026-11'],
    ['week', 'UTC', '2026-W48'],
    ['2025', 'UTC', '2025'],
    ['2026-Q1', 'Asia/Tokyo', '2026-Q1'],
    ['2026-10', 'America/New_York', '2026-10'],
    ['2026-W01', 'Europe/Paris', '2026-W01'],
    ['2026-W53', 'UTC', '2026-W53'],
  ])('%s in %s is %s', (wanted, zone, key) => expect(periodMeant(wanted, NOW, zone)?.key).toBe(key));

  test.each([
    '',
    'decade',
    '2026-13',
    '2026-00',
    '2026-Q5',
    '2026-W54',
    '2025-W53',
    '26',
    '2026-1',
    '2026-10-01',
    '…',
  ])('%j is none', (wanted) => expect(periodMeant(wanted, NOW, 'UTC')).toBeUndefined());
});

describe('the state in a button', () => {
  test('comes back as it went, within Discord’s limit', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('all', '2026', '2026-Q4', '2026-11', '2026-W48'),
        fc.constantFrom(...boards),
        fc.integer({ min: 0, max: 999_999 }),
        fc.bigInt({ min: 1n, max: 2n ** 64n - 1n }).map(String),
        (periodKey, board, page, ownerId) => {
          const state = { periodKey, board, page, ownerId };
          expect(
            readState(parseCustomId(customId('leaderboard', 'show', ...stateArgs(state)))?.args ?? []),
          ).toEqual(state);
        },
      ),
    );
  });

  test.each([
    [[]],
    [['all', 'points', '1']],
    [['all', 'kudos', '1', '7']],
    [['all', 'points', '-1', '7']],
    [['all', 'points', '1e9', '7']],
    [['', 'points', '1', '7']],
    [['all', 'points', '1', '']],
  ])('%j is not ours', (args) => expect(readState(args)).toBeUndefined());
});

describe('news in the wrong order', () => {
  test.each([
    { what: 'a member of years', joinedAt: NOW - 1e10, doubtful: false },
    { what: 'one who joined a minute ago', joinedAt: NOW - 60_000, doubtful: false },
    { what: 'one who joined this instant', joinedAt: NOW - 1, doubtful: true },
    { what: 'one of whom nothing is known', joinedAt: undefined, doubtful: false },
  ])('$what is said to leave', ({ joinedAt, doubtful }) =>
    expect(leavingIsDoubtful(joinedAt, NOW)).toBe(doubtful),
  );

  test.each([
    { what: 'who never left', joinedAt: NOW, leftAt: undefined, doubtful: false },
    { what: 'who left before', joinedAt: NOW, leftAt: NOW - 1, doubtful: false },
    { what: 'who left after that', joinedAt: NOW, leftAt: NOW + 1, doubtful: true },
    { what: 'who left and joined at an unknown time', joinedAt: undefined, leftAt: NOW, doubtful: true },
  ])('one $what is said to join', ({ joinedAt, leftAt, doubtful }) =>
    expect(returnIsDoubtful(joinedAt, leftAt)).toBe(doubtful),
  );
});
