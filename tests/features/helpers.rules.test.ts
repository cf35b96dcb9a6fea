// Whom a question is brought to, when somebody wants quiet, and how wishes are read: tables of cases.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '../../src/core/context.ts';
import {
  type Candidate,
  type Circumstances,
  chooseHelpers,
  dueAsked,
  type Helper,
  isQuiet,
  isWaiting,
} from '../../src/features/helpers/routing.rules.ts';
import { minutesFrom, readWish, timeOfDay } from '../../src/features/helpers/rules.ts';

const NOW = Date.UTC(2026, 2, 2, 12);
const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

const helper = (memberId: string, over: Partial<Helper> = {}): Helper => ({
  guildId: '1',
  memberId,
  availableSince: NOW - 30 * DAY,
  quietFrom: null,
  quietTo: null,
  timeZone: null,
  dailyLimit: 3,
  ...over,
});

const candidate = (
  memberId: string,
  over: Partial<Omit<Candidate, 'helper'>> & { helper?: Partial<Helper> } = {},
): Candidate => ({
  solutions: 0,
  calledToday: 0,
  lastCalledAt: undefined,
  ...over,
  helper: helper(memberId, over.helper),
});

const circumstances: Circumstances = { askerId: 'alice', present: ['alice'], now: NOW, timeZone: 'UTC' };
const chosen = (candidates: readonly Candidate[], over: Partial<Circumstances> = {}) =>
  chooseHelpers(candidates, { ...circumstances, ...over });

describe('who may be mentioned', () => {
  const cases: [string, Candidate, Partial<Circumstances>, boolean][] = [
    ['who agreed', candidate('bob'), {}, true],
    ['not who never did, or took it back', candidate('bob', { helper: { availableSince: null } }), {}, false],
    ['not the asker', candidate('alice'), { present: [] }, false],
    ['not who wrote there', candidate('bob'), { present: ['alice', 'bob'] }, false],
    ['who was mentioned twice of three times today', candidate('bob', { calledToday: 2 }), {}, true],
    ['not who was mentioned as often as they like', candidate('bob', { calledToday: 3 }), {}, false],
    ['not who wants one a day', candidate('bob', { calledToday: 1, helper: { dailyLimit: 1 } }), {}, false],
    ['not in quiet hours', candidate('bob', { helper: { quietFrom: 660, quietTo: 780 } }), {}, false],
    ['after quiet hours', candidate('bob', { helper: { quietFrom: 660, quietTo: 720 } }), {}, true],
  ];
  test.each(cases)('%s', (_name, one, over, may) => {
    expect(chosen([one], over)).toEqual(may ? [one.helper.memberId] : []);
  });
});

describe('in which order', () => {
  const cases: [string, Candidate[], string[]][] = [
    [
      'who solved more first',
      [candidate('a', { solutions: 1 }), candidate('b', { solutions: 5 })],
      ['b', 'a'],
    ],
    [
      'taking turns: who was mentioned longest ago first',
      [
        candidate('a', { solutions: 9, lastCalledAt: NOW - MINUTE }),
        candidate('b', { solutions: 1, lastCalledAt: NOW - DAY }),
        candidate('c', { solutions: 2 }),
      ],
      ['c', 'b', 'a'],
    ],
    [
      'who never solved anything of the kind last, whoever’s turn it is',
      [candidate('a'), candidate('b', { solutions: 1, lastCalledAt: NOW - MINUTE })],
      ['b', 'a'],
    ],
    [
      'turns are taken among the ten who know most',
      [
        ...Array.from({ length: 10 }, (_, i) =>
          candidate(`expert${i}`, { solutions: 50 + i, lastCalledAt: NOW - MINUTE }),
        ),
        candidate('novice', { solutions: 1 }),
      ],
      Array.from({ length: 10 }, (_, i) => `expert${9 - i}`),
    ],
  ];
  test.each(cases)('%s', (_name, candidates, order) => expect(chosen(candidates)).toEqual(order));

  test('whatever the order they come in', () => {
    const candidates = fc.array(
      fc.record({ solutions: fc.nat(3), calledToday: fc.nat(4), last: fc.option(fc.nat(3)) }),
      { maxLength: 15 },
    );
    fc.assert(
      fc.property(candidates, fc.infiniteStream(fc.nat()), (made, random) => {
        const all = made.map(({ solutions, calledToday, last }, i) =>
          candidate(`m${i}`, { solutions, calledToday, lastCalledAt: last ?? undefined }),
        );
        const shuffled = all
          .map((one) => ({ one, at: random.next().value ?? 0 }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ one }) => one);
        expect(chosen(shuffled)).toEqual(chosen(all));
      }),
    );
  });
});

describe('quiet hours', () => {
  const at = (hour: number, minute = 0) => Date.UTC(2026, 2, 2, hour, minute);
  test.each([
    ['none', null, null, null, at(3), false],
    ['by day, before', 540, 1020, null, at(8, 59), false],
    ['by day, at their beginning', 540, 1020, null, at(9), true],
    ['by day, at their end', 540, 1020, null, at(17), false],
    ['over midnight, late', 1320, 480, null, at(23), true],
    ['over midnight, early', 1320, 480, null, at(7, 59), true],
    ['over midnight, by day', 1320, 480, null, at(8), false],
    ['in one’s own time zone', 1320, 480, 'Asia/Tokyo', at(14), true],
    ['the same twice is none', 480, 480, null, at(8), false],
  ])('%s', (_name, quietFrom, quietTo, timeZone, now, quiet) => {
    expect(isQuiet({ quietFrom, quietTo, timeZone }, now, 'UTC')).toBe(quiet);
  });

  test('on the day on which the clocks change', () => {
    // In Berlin, 2 o'clock is skipped on this night: 01:30 UTC is half past three.
    const now = Date.UTC(2026, 2, 29, 1, 30);
    expect(isQuiet({ quietFrom: 180, quietTo: 240, timeZone: null }, now, 'Europe/Berlin')).toBe(true);
  });
});

test('a question is due from its minutes on, and for a day', () => {
  expect(dueAsked(30, NOW)).toEqual({ from: NOW - DAY - 30 * MINUTE, to: NOW - 30 * MINUTE });
});

describe('a question waits', () => {
  const waiting = {
    state: 'open' as const,
    routedAt: null,
    goneAt: null,
    archivedAt: null,
    firstAnswerAt: null,
    askerLeftAt: null,
  };
  test('until somebody answers', () => expect(isWaiting(waiting)).toBe(true));
  test.each([
    [{ state: 'answered' as const }],
    [{ state: 'solved' as const }],
    [{ state: 'closed' as const }],
    [{ routedAt: 1 }],
    [{ goneAt: 1 }],
    [{ archivedAt: 1 }],
    [{ firstAnswerAt: 1 }],
    [{ askerLeftAt: 1 }],
  ])('not with %j', (over) => expect(isWaiting({ ...waiting, ...over })).toBe(false));
});

describe('times of day', () => {
  test.each([
    ['22:00', 1320],
    ['8', 480],
    ['7.30', 450],
    ['19h15', 1155],
    ['10 pm', 1320],
    ['12am', 0],
    ['12 PM', 720],
    ['24:00', 0],
    [' 0:05 ', 5],
    ['25', undefined],
    ['13 pm', undefined],
    ['0 am', undefined],
    ['7:60', undefined],
    ['late', undefined],
    ['', undefined],
  ])('%j', (typed, minutes) => expect(minutesFrom(typed)).toBe(minutes));

  test('what is written is read again', () => {
    fc.assert(fc.property(fc.nat(1439), (minutes) => minutesFrom(timeOfDay(minutes)) === minutes));
  });
});

describe('a wish', () => {
  test.each([
    [{}, {}],
    [{ available: 'on' as const }, { available: true }],
    [
      { available: 'off' as const, dailyLimit: 2 },
      { available: false, dailyLimit: 2 },
    ],
    [{ quietFrom: '10pm', quietTo: '8' }, { quiet: { from: 1320, to: 480 } }],
    [{ timeZone: 'europe/lisbon' }, { timeZone: 'Europe/Lisbon' }],
    [{ timeZone: 'utc+2' }, { timeZone: '+02:00' }],
    [{ timeZone: 'Lisbon' }, { timeZone: 'Europe/Lisbon' }],
    [{ timeZone: 'india' }, { timeZone: 'Asia/Kolkata' }],
  ])('%j', (typed, wish) => expect(readWish(typed, 'en')).toEqual(wish));

  test.each([
    [{ quietFrom: '22:00' }, 'quietNeedsBoth'],
    [{ quietTo: '8' }, 'quietNeedsBoth'],
    [{ quietFrom: 'late', quietTo: '8' }, 'timeOfDayUnknown'],
    [{ quietFrom: '22', quietTo: 'early' }, 'timeOfDayUnknown'],
    [{ timeZone: 'the moon' }, 'zoneUnknown'],
    [{ timeZone: 'Germany' }, 'zoneOneOf'],
  ])('%j is refused', (typed, why) => {
    const read = readWish(typed, 'en');
    expect(isRefusal(read) && read.refused).toBe(why);
  });
});
