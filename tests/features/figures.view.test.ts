// How figures look: with a chart, without one, of a tag, and where nothing was asked.
import { expect, test } from 'vitest';
import { Texts } from '../../src/core/texts.ts';
import { bucketsOf, type Figures, type Times } from '../../src/features/figures/rules.ts';
import { chartShown, figuresView, type ShownFigures } from '../../src/features/figures/view.ts';
import { expectGolden, readable } from '../support/golden.ts';

const reading = new Texts().for('en');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const AT = Date.parse('2026-11-18T12:00:00Z');
const tags = [
  { id: '80', name: 'bug' },
  { id: '81', name: '*how-to*' },
];

const times = (count: number, median: number, ninetieth: number): Times => ({ count, median, ninetieth });
const noTimes: Times = { count: 0, median: undefined, ninetieth: undefined };

const figures: Figures = {
  asked: 1_240,
  answered: 1_102,
  solved: 903,
  waiting: 7,
  firstAnswer: {
    all: times(1_102, 14 * MINUTE, 5 * HOUR + 20 * MINUTE),
    members: times(900, 12 * MINUTE, 4 * HOUR),
    staff: times(202, 2 * HOUR, 2 * DAY),
  },
  solution: { all: times(903, HOUR, 3 * DAY), members: times(903, HOUR, 3 * DAY), staff: noTimes },
  buckets: bucketsOf('month', AT, 'UTC').map((bucket, i) => ({
    ...bucket,
    asked: i > 2 ? 0 : 400 + i,
    answered: i > 2 ? 0 : 350,
    solved: i > 2 ? 0 : 300,
  })),
};
const shown: ShownFigures = { figures, state: { kind: 'month', tagId: undefined }, tags, timeZone: 'UTC' };

test('a month with its chart', async () => {
  const view = figuresView(reading, shown, new Uint8Array([1, 2, 3]));
  await expectGolden(view, 'figures.month');
  expect(view.files?.[0]?.description).toContain('Nov 2: 401 asked, 350 answered, 300 solved');
});

test('without an image the words say what it would', async () => {
  const view = figuresView(reading, { ...shown, state: { kind: 'month', tagId: '81' } }, undefined);
  await expectGolden(view, 'figures.words');
  expect([view.files, readable(view)]).toEqual([undefined, expect.stringContaining('-# Nov 2: 401 asked')]);
});

test('nothing asked yet', async () => {
  const none = { all: noTimes, members: noTimes, staff: noTimes };
  const buckets = figures.buckets.map((bucket) => ({ ...bucket, asked: 0, answered: 0, solved: 0 }));
  const empty = { asked: 0, answered: 0, solved: 0, waiting: 0, firstAnswer: none, solution: none, buckets };
  const view = figuresView(reading, { ...shown, figures: empty, tags: [] }, undefined);
  await expectGolden(view, 'figures.nothing');
});

test('the chart has a column for each stretch', () => {
  const { columns, top } = chartShown(reading, shown);
  expect(columns.map(({ label }) => label)).toEqual([
    'Nov 1',
    'Nov 2',
    'Nov 9',
    'Nov 16',
    'Nov 23',
    'Nov 30',
  ]);
  expect([columns[1]?.sizes, columns[1]?.total, top]).toEqual([
    { solved: 300, answered: 50, open: 51 },
    '401',
    402,
  ]);
});
