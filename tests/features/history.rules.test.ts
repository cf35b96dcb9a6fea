// Reading the past: what it comes to, judged from samples, and what can be done in which state. Tables of cases, no I/O.
import { describe, expect, test } from 'vitest';
import {
  beginningOf,
  type Deed,
  daysFrom,
  type Estimate,
  estimate,
  messagesBetween,
  type Sample,
  spread,
  stateAfter,
} from '../../src/features/history/rules.ts';

const DAY = 86_400_000;
const UNTIL = Date.UTC(2026, 10, 2);
const SINCE = beginningOf(UNTIL, 30);

/** So many messages at equal distances over the days before the end, and whether there are no more. */
function sample(count: number, days: number, isWhole: boolean): Sample {
  const times = Array.from({ length: count }, (_, at) => UNTIL - days * DAY + (at * days * DAY) / count);
  return { times, isWhole };
}

describe('messages of one channel', () => {
  const cases: [what: string, Sample, expected: number][] = [
    ['nothing was ever said', { times: [], isWhole: true }, 0],
    ['all of it lies within', sample(40, 20, true), 40],
    ['half of it is older', sample(60, 60, true), 30],
    ['a full page that reaches beyond the window is counted', sample(100, 100, false), 30],
    ['a full page of ten days goes on at its pace', sample(100, 10, false), 300],
    [
      'a full page of one moment does not divide by nothing',
      { times: Array(100).fill(UNTIL), isWhole: false },
      100 * 30 * DAY,
    ],
  ];
  test.each(cases)('%s', (_what, given, expected) => {
    expect(Math.round(messagesBetween(given, SINCE, UNTIL))).toBe(expected);
  });
});

describe('the estimate', () => {
  const window = { since: SINCE, until: UNTIL };
  const cases: [what: string, samples: Sample[], channels: number, Estimate][] = [
    ['nothing to read', [], 0, { messages: 0, minutes: 1 }],
    ['one small channel', [sample(40, 20, true)], 1, { messages: 40, minutes: 1 }],
    [
      'sampled channels stand for the others',
      [sample(40, 20, true), sample(20, 20, true)],
      20,
      { messages: 600, minutes: 1 },
    ],
    ['a big server, in two figures', [sample(100, 1, false)], 123, { messages: 370_000, minutes: 62 }],
  ];
  test.each(cases)('%s', (_what, samples, channels, expected) => {
    expect(estimate(samples, channels, window)).toEqual(expected);
  });
});

test('what can be done in which state; all else is refused', () => {
  const states = [undefined, 'running', 'paused', 'cancelled', 'done'] as const;
  const deeds: readonly Deed[] = ['start', 'pause', 'goOn', 'cancel'];
  expect(states.map((state) => [state, ...deeds.map((deed) => stateAfter(state, deed))])).toEqual([
    [undefined, 'running', undefined, undefined, undefined],
    ['running', undefined, 'paused', undefined, 'cancelled'],
    ['paused', undefined, undefined, 'running', 'cancelled'],
    ['cancelled', 'running', undefined, undefined, undefined],
    ['done', 'running', undefined, undefined, undefined],
  ]);
});

test('only days that are offered are taken', () => {
  expect(['7', '30', '90', '8', '', '030', undefined].map(daysFrom)).toEqual([
    7,
    30,
    90,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test('channels are sampled over all of them', () => {
  expect(spread([1, 2, 3], 10)).toEqual([1, 2, 3]);
  expect(
    spread(
      Array.from({ length: 100 }, (_, at) => at),
      4,
    ),
  ).toEqual([0, 25, 50, 75]);
});
