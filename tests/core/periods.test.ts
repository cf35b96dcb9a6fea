// The calendar of standings, at its edges: zones, summer time, ISO weeks, year ends.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayAt, isTimeZone, periodAt, periodKinds, periodWithKey } from '../../src/core/periods.ts';

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

test('time zones are known by name', () => {
  expect(['Europe/Paris', 'UTC', 'Mars/Olympus', ''].map(isTimeZone)).toEqual([true, true, false, false]);
});
