// Figures as plain values: ranks of percentiles, stretches of time, columns, durations, and what a control carries.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { periodAt, periodKinds } from '../../src/core/periods.ts';
import { Texts } from '../../src/core/texts.ts';
import { chartOf, columnOf } from '../../src/features/figures/chart.rules.ts';
import { durationText } from '../../src/features/figures/duration.view.ts';
import { bucketsOf, rankOf, readState, shareOf, stateArgs } from '../../src/features/figures/rules.ts';
import { totalOf } from '../../src/features/pictures/chart.rules.ts';

const at = (iso: string) => Date.parse(iso);

describe('percentiles by the nearest rank', () => {
  it.each([
    [0.5, 0, undefined],
    [0.5, 1, 0],
    [0.5, 2, 0],
    [0.5, 3, 1],
    [0.9, 1, 0],
    [0.9, 10, 8],
    [0.9, 11, 9],
    [0.9, 100, 89],
  ])('%d of %d values is the one at %s', (percentile, count, rank) => {
    expect(rankOf(percentile, count)).toBe(rank);
  });
});

it('a share of nothing is none', () => expect([shareOf(0, 0), shareOf(1, 4)]).toEqual([undefined, 0.25]));

describe('the stretches of a period', () => {
  const starts = (kind: (typeof periodKinds)[number], timeZone = 'UTC') =>
    bucketsOf(kind, at('2026-11-18T12:00:00Z'), timeZone).map(({ start }) =>
      new Date(start).toISOString().slice(0, 10),
    );

  it.each([
    [
      'week',
      ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22'],
    ],
    ['month', ['2026-11-01', '2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30']],
  ] as const)('of a %s', (kind, expected) => expect(starts(kind)).toEqual(expected));

  it('of a quarter are its weeks, of a year its months, of all time the last twelve months', () => {
    expect([starts('quarter').length, starts('year')[0], starts('year').length]).toEqual([
      14,
      '2026-01-01',
      12,
    ]);
    expect([starts('all')[0], starts('all').length]).toEqual(['2025-12-01', 12]);
  });

  it('begin at midnight of the server, also where an hour is lost or won', () => {
    const [first, second] = bucketsOf('year', at('2026-11-18T12:00:00Z'), 'Europe/Berlin').slice(3);
    expect([new Date(first?.start ?? 0).toISOString(), new Date(second?.start ?? 0).toISOString()]).toEqual([
      '2026-03-31T22:00:00.000Z',
      '2026-04-30T22:00:00.000Z',
    ]);
  });

  it('follow one another without a gap and fill their period, whatever the moment', () => {
    const moment = fc.integer({ min: at('2016-01-01'), max: at('2040-01-01') });
    const zone = fc.constantFrom(
      'UTC',
      'Europe/Berlin',
      'America/New_York',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
    );
    fc.assert(
      fc.property(moment, zone, fc.constantFrom(...periodKinds), (now, timeZone, kind) => {
        const buckets = bucketsOf(kind, now, timeZone);
        const period = periodAt(kind, now, timeZone);
        expect(buckets.length).toBeLessThanOrEqual(14);
        for (const [i, { start, end }] of buckets.entries()) {
          expect(end).toBeGreaterThan(start);
          if (i > 0) expect(start).toBe(buckets[i - 1]?.end);
        }
        if (kind !== 'all')
          expect([buckets[0]?.start, buckets.at(-1)?.end]).toEqual([period.start, period.end]);
        expect(buckets.some(({ start, end }) => now >= start && now < end)).toBe(true);
      }),
    );
  });
});

describe('columns', () => {
  it.each([
    [{ asked: 10, answered: 8, solved: 5 }, [5, 3, 2]],
    [{ asked: 1, answered: 0, solved: 1 }, [1, 0, 0]],
    [{ asked: 0, answered: 0, solved: 0 }, [0, 0, 0]],
  ])('%j', (counts, sizes) => {
    const column = columnOf({ start: 0, end: 1, ...counts }, 'Mon', '');
    expect(Object.values(column.sizes)).toEqual(sizes);
    expect(totalOf(column)).toBe(counts.asked);
  });

  it('a chart reaches as high as its highest column', () => {
    const column = columnOf({ start: 0, end: 1, asked: 40, answered: 0, solved: 0 }, '', '');
    const legend = { solved: '', answered: '', open: '' };
    expect([chartOf([column], legend).top, chartOf([], legend).top]).toEqual([40, 4]);
  });
});

describe('durations', () => {
  const reading = new Texts().for('en');
  const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];
  it.each([
    [0, 'a minute'],
    [29_000, 'a minute'],
    [5 * minute, '5 min'],
    [59.6 * minute, '1 h'],
    [3 * hour + 20 * minute, '3 h 20 min'],
    [day, '1 day'],
    [day + 5 * hour, '1 day 5 h'],
    [4.4 * day, '4 days'],
    [1_200 * day, '1,200 days'],
  ])('%d ms is %s', (ms, words) => expect(durationText(reading, ms)).toBe(words));
});

describe('what a control carries', () => {
  it.each([
    { kind: 'month', tagId: undefined },
    { kind: 'all', tagId: '123456789012345678' },
  ] as const)('%j', (state) => expect(readState(stateArgs(state))).toEqual(state));
  it.each([[[]], [['decade', '-']], [['month', 'x']], [['month']]])('nothing of %j', (args) =>
    expect(readState(args)).toBeUndefined(),
  );
});
