// The calendar of standings, at its edges: zones, summer time, ISO weeks, year ends.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dayAt,
  isTimeZone,
  keptAsOf,
  keptFrom,
  periodAt,
  periodKinds,
  periodWithKey,
} from '../../src/core/periods.ts';

const at = (iso: string) => Date.parse(iso);
const iso = (ms: number) => new Date(ms).toISOString();

describe('which periods a moment belongs to', () => {
  test.each([
    ['2026-11-23T06:00:00Z', 'UTC', '2026', '2026-Q4', '2026-11', '2026-W48'],
    ['2026-12-31T23:30:00Z', 'UTC', '2026', '2026-Q4', '2026-12', '2026-W53'],
    ['2026-12-31T23:30:00Z', 'Europe/Athens', '2027', '2027-Q1', '2027-01', '2026-W53'],
    ['2027-01-03T12:00:00Z', 'UTC', '2027', '2027-Q1', '2027-01', '2026-W53'],
    ['2024-12-30T00:00:00Z', 'UTC', '2024', '2024-Q4', '2024-12', '2025-W01'],
    ['2026-04-01T06:59:59Z', 'America/Los_Angeles', '2026', '2026-Q1', '2026-03', '2026-W14'],
  ])('%s in %s', (moment, zone, year, quarter, month, week) => {
    expect(dayAt(at(moment), zone).periods.map(({ key }) => key)).toEqual([
      'all',
      year,
      quarter,
      month,
      week,
    ]);
  });

  test('a day of summer time has 23 hours, one of winter time 25', () => {
    const spring = dayAt(at('2026-03-29T12:00:00Z'), 'Europe/Berlin');
    const autumn = dayAt(at('2026-10-25T12:00:00Z'), 'Europe/Berlin');
    expect([(spring.end - spring.start) / 3_600_000, (autumn.end - autumn.start) / 3_600_000]).toEqual([
      23, 25,
    ]);
  });

  test('a week begins on Monday, at midnight there', () => {
    const week = periodAt('week', at('2026-11-23T00:30:00Z'), 'America/New_York');
    expect([iso(week.start), iso(week.end), week.key]).toEqual([
      '2026-11-16T05:00:00.000Z',
      '2026-11-23T05:00:00.000Z',
      '2026-W47',
    ]);
  });

  test('every moment lies within its own periods, which end where their neighbours begin and are found by their keys', () => {
    const zones = fc.constantFrom('UTC', 'Asia/Kolkata', 'America/St_Johns', 'Pacific/Apia', 'Europe/Athens');
    fc.assert(
      fc.property(fc.integer({ min: at('2011-01-01'), max: at('2035-01-01') }), zones, (moment, zone) => {
        const { periods, start, end } = dayAt(moment, zone);
        expect(start <= moment && moment < end).toBe(true);
        expect(periods.map(({ kind }) => kind)).toEqual([...periodKinds]);
        for (const period of periods.slice(1)) {
          expect(period.start <= start && end <= period.end).toBe(true);
          expect(periodAt(period.kind, period.end - 1, zone).key).toBe(period.key);
          expect(periodAt(period.kind, period.end, zone).key).not.toBe(period.key);
        }
        for (const period of periods) expect(periodWithKey(period.key, zone)).toEqual(period);
      }),
      { numRuns: 200 },
    );
  });
});

describe('which periods are kept', () => {
  // The oldest quarter, month and week that are kept, and those before them, which are not.
  test.each([
    ['2026-11-23T06:00:00Z', 'UTC', '2026-Q3', '2026-09', '2026-W43', '2026-Q2', '2026-08', '2026-W42'],
    ['2026-12-31T23:30:00Z', 'UTC', '2026-Q3', '2026-10', '2026-W48', '2026-Q2', '2026-09', '2026-W47'],
    // There it is the next year already; the week is the 53rd of the last one all the same.
    [
      '2026-12-31T23:30:00Z',
      'Europe/Athens',
      '2026-Q4',
      '2026-11',
      '2026-W48',
      '2026-Q3',
      '2026-10',
      '2026-W47',
    ],
    ['2027-01-04T00:00:00Z', 'UTC', '2026-Q4', '2026-11', '2026-W49', '2026-Q3', '2026-10', '2026-W48'],
    ['2027-01-03T23:59:59Z', 'UTC', '2026-Q4', '2026-11', '2026-W48', '2026-Q3', '2026-10', '2026-W47'],
    ['2027-02-08T12:00:00Z', 'UTC', '2026-Q4', '2026-12', '2027-W01', '2026-Q3', '2026-11', '2026-W53'],
    ['2027-02-01T12:00:00Z', 'UTC', '2026-Q4', '2026-12', '2026-W53', '2026-Q3', '2026-11', '2026-W52'],
    // The clocks went forward the night before, and back.
    [
      '2026-03-29T22:00:00Z',
      'Europe/Berlin',
      '2025-Q4',
      '2026-01',
      '2026-W09',
      '2025-Q3',
      '2025-12',
      '2026-W08',
    ],
    [
      '2026-03-29T21:59:59Z',
      'Europe/Berlin',
      '2025-Q4',
      '2026-01',
      '2026-W08',
      '2025-Q3',
      '2025-12',
      '2026-W07',
    ],
    [
      '2026-10-25T23:00:00Z',
      'Europe/Berlin',
      '2026-Q3',
      '2026-08',
      '2026-W39',
      '2026-Q2',
      '2026-07',
      '2026-W38',
    ],
    [
      '2026-04-01T06:59:59Z',
      'America/Los_Angeles',
      '2025-Q4',
      '2026-01',
      '2026-W09',
      '2025-Q3',
      '2025-12',
      '2026-W08',
    ],
  ])('%s in %s: from %s, %s and %s on', (moment, zone, ...keys) => {
    expect(keys.map(keptAsOf(at(moment), zone))).toEqual([true, true, true, false, false, false]);
  });

  test('all time, every year, what runs and what is to come, always', () => {
    const isKept = keptAsOf(at('2026-11-23T06:00:00Z'), 'UTC');
    const running = dayAt(at('2026-11-23T06:00:00Z'), 'UTC').periods.map(({ key }) => key);
    const other = ['all', '2015', '2027', '2027-Q1', '2026-12', '2026-W49', '2027-W01'];
    expect([...running, ...other].filter((key) => !isKept(key))).toEqual([]);
  });

  test('as time moves on, periods go and none comes back, and the last month is always there', () => {
    const zones = fc.constantFrom('UTC', 'Asia/Kolkata', 'America/St_Johns', 'Pacific/Apia', 'Europe/Athens');
    const moment = fc.integer({ min: at('2015-01-01'), max: at('2035-01-01') });
    fc.assert(
      fc.property(moment, moment, moment, zones, (one, other, any, zone) => {
        const [earlier, later] = [keptAsOf(Math.min(one, other), zone), keptAsOf(Math.max(one, other), zone)];
        for (const { key, end } of dayAt(any, zone).periods) {
          expect(!later(key) || earlier(key)).toBe(true);
          if (end > one) expect(keptAsOf(one, zone)(key)).toBe(true);
        }
        const { start } = periodAt('month', one, zone);
        expect(keptAsOf(one, zone)(periodAt('month', start - 1, zone).key)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    ['a first night', undefined, '2026-11-23', '2026-11-22', '2026-11-22'],
    ['the same week', '2026-11-23', '2026-11-25', '2026-11-25', undefined],
    ['another week', '2026-11-23', '2026-11-30', '2026-11-30', '2026-11-30'],
    ['another week, in which nobody said anything yet', '2026-11-23', '2026-11-30', '2026-11-29', undefined],
    ['another week by Discord’s clock alone', '2026-11-23', '2026-11-29', '2026-11-30', undefined],
    ['a clock that is years ahead', '2026-11-23', '2036-11-23', '2026-11-24', undefined],
    ['a clock that was set back for a while', '2026-11-23', '1970-01-01', '2026-11-24', undefined],
    ['what was read of the past last', '2026-11-23', '2026-11-30', '2025-03-01', undefined],
    ['a clock that had been ahead by some weeks', '2026-12-20', '2026-11-23', '2026-11-22', undefined],
    ['a clock that had been years ahead', '2036-11-23', '2026-11-23', '2026-11-22', '2026-11-22'],
    ['the same, before anybody said anything', '2036-11-23', '2026-11-23', '2036-11-22', undefined],
  ])('%s: counted back from another moment, or not', (_what, asOf, now, heard, from) => {
    const moved = keptFrom(asOf === undefined ? undefined : at(asOf), at(now), at(heard), 'UTC');
    expect(moved).toBe(from === undefined ? undefined : at(from));
  });
});

test('time zones are known by name', () => {
  expect(['Europe/Paris', 'UTC', 'Mars/Olympus', ''].map(isTimeZone)).toEqual([true, true, false, false]);
});
