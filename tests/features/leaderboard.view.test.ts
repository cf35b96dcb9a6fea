// How a board looks, in golden files, and that it fits Discord's limits and a phone.
import { describe, expect, test } from 'vitest';
import { type Period, periodAt } from '../../src/core/periods.ts';
import { Texts } from '../../src/core/texts.ts';
import { boardView, nothingYetView, type ShownBoard } from '../../src/features/leaderboard/view.ts';
import { expectGolden, readable } from '../support/golden.ts';

const reading = new Texts().for('en');
const NOW = Date.UTC(2026, 10, 23, 12);
const running = (kind: Period['kind']) => periodAt(kind, NOW, 'Europe/Athens');
const id = (n: number) => `1000000000000000${String(n).padStart(2, '0')}`;

const tenPlaces = [320, 290, 290, 180, 150, 120, 90, 60, 30, 10].map((value, i, all) => ({
  memberId: id(i),
  value,
  rank: all.indexOf(value) + 1,
}));

const board: ShownBoard = {
  page: 1,
  people: 37,
  places: tenPlaces,
  period: running('month'),
  board: 'points',
  ownerId: id(13),
  own: {
    kind: 'placed',
    place: { memberId: id(13), value: 8, rank: 14, toNext: 2 },
    pseudonym: undefined,
  },
  pseudonyms: new Map(),
  isPrivate: false,
  timeZone: 'Europe/Athens',
  now: NOW,
};

describe('a board', () => {
  test('for everybody, with the place of the one who asked', () =>
    expectGolden(boardView(reading, board), 'leaderboard.public'));

  test('for oneself, a later page of another board', () =>
    expectGolden(
      boardView(reading, {
        ...board,
        isPrivate: true,
        board: 'thanksGiven',
        page: 4,
        places: tenPlaces.slice(3),
      }),
      'leaderboard.private',
    ));

  test('a period that is over stays readable and stays chosen', () =>
    expectGolden(
      boardView(reading, { ...board, period: periodAt('quarter', NOW - 90 * 86_400_000, 'Europe/Athens') }),
      'leaderboard.over',
    ));

  test('nobody on it', () =>
    expectGolden(
      boardView(reading, {
        ...board,
        isPrivate: true,
        board: 'solutions',
        people: 0,
        places: [],
        own: { kind: 'nowhere' },
        period: running('week'),
      }),
      'leaderboard.empty',
    ));

  test('a server with nothing yet', () =>
    expectGolden(nothingYetView(reading, '</thanks:42>'), 'leaderboard.nothing'));

  test.each([
    ['week', 'Week of November 23, 2026'],
    ['month', 'November 2026'],
    ['quarter', 'Quarter 4 of 2026'],
    ['year', '2026'],
    ['all', 'All time'],
  ] as const)('the %s is called %s', (kind, name) => {
    expect(readable(boardView(reading, { ...board, period: running(kind) }).components)).toContain(
      `Points · ${name}\n`,
    );
  });

  test('whoever chose to stay off the boards is told so alone', () => {
    const hidden: ShownBoard = {
      ...board,
      people: 0,
      places: [],
      period: running('all'),
      own: { kind: 'hidden' },
    };
    expect(readable(boardView(reading, hidden).components)).not.toContain(id(13));
    expect(readable(boardView(reading, { ...hidden, isPrivate: true }).components)).toContain(
      'not shown on the boards',
    );
  });

  test('the first is not told of a next place', () => {
    const place = { memberId: id(0), value: 1234, rank: 1, toNext: undefined };
    const text = readable(
      boardView(reading, { ...board, own: { kind: 'placed', place, pseudonym: undefined } }).components,
    );
    expect(text).toContain('place **1**, 1,234 points');
    expect(text).not.toContain('to the next place');
  });

  test('whoever has a pseudonym is called so, and not mentioned, neither in the list nor beside it', () => {
    const own = {
      kind: 'placed',
      place: { ...board.places[1], toNext: 30 },
      pseudonym: 'Heron',
    };
    const shown = {
      ...board,
      own,
      ownerId: id(1),
      pseudonyms: new Map([
        [id(1), 'Blue *Heron'],
        [id(2), ''],
      ]),
    } as ShownBoard;
    const text = readable(boardView(reading, shown).components);
    expect(text).toContain('🥈 *Blue \\*Heron* · 290');
    expect(text).toContain('🥈 *Somebody* · 290');
    expect(text).not.toContain(id(1));
    expect(text).not.toContain('place **2**');
    const alone = readable(boardView(reading, { ...shown, isPrivate: true }).components);
    expect(alone).toContain('You: place **2**');
  });

  test('no line is longer than a phone shows, with the longest names', () => {
    const lines = readable(boardView(reading, board).components)
      .split('\n')
      .filter((line) => !line.startsWith('(') && !line.startsWith('-#'))
      // A mention shows as a name of at most 32 characters, usually some 12.
      .map((line) => line.replaceAll(/<@\d+>/g, '@TwelveLetter').replaceAll('**', ''));
    expect(lines.filter((line) => line.length > 42)).toEqual([]);
  });

  test('every control has an id of its own within a message', () => {
    const ids =
      JSON.stringify(boardView(reading, { ...board, people: 5 })).match(/"custom_id":"[^"]+"/g) ?? [];
    expect(ids).toHaveLength(6);
    expect(new Set(ids).size).toBe(6);
  });
});
