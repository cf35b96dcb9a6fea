// What tiers ask for, who rises and who falls, and holidays: tables of cases.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '../../src/core/context.ts';
import { DEFAULT_SETTINGS, type Requirements, type Tier } from '../../src/core/settings.ts';
import {
  afterDays,
  beforeDays,
  isOnLeave,
  judgeLeave,
  LONGEST_LEAVE_DAYS,
  MOST_LEAVES,
  readDay,
  type Span,
} from '../../src/features/rising/leave.rules.ts';
import {
  differencesOf,
  isOursToMend,
  type RoleDifference,
} from '../../src/features/rising/reconcile.rules.ts';
import {
  asksForNothing,
  contradictionIn,
  fallenBelow,
  flawsOf,
  lacking,
  MEASURES,
  type Measures,
  ruleTiers,
} from '../../src/features/rising/requirements.rules.ts';
import {
  boundsOf,
  type Fate,
  GRACE_DAYS,
  judgeFall,
  type LastWord,
  risesFrom,
} from '../../src/features/rising/rules.ts';
import { emptyRequirements, suggestedFor } from '../../src/features/rising/suggested.rules.ts';

const DAY = 86_400_000;
const asks = (over: Partial<Requirements>): Requirements => ({ ...emptyRequirements, ...over });
const has = (over: Partial<Measures> = {}): Measures => ({
  points: 0,
  solutions: 0,
  peopleHelped: 0,
  tags: 0,
  activeDays: 0,
  serverDays: 0,
  cleanDays: Number.POSITIVE_INFINITY,
  ...over,
});

describe('requirements', () => {
  const cases: [what: string, Requirements, Measures, lacking: string[], fallen: string[]][] = [
    ['nothing is always met', asks({}), has(), [], []],
    ['exactly met', asks({ points: 100 }), has({ points: 100 }), [], []],
    ['one short: not yet met, but kept', asks({ points: 100 }), has({ points: 99 }), ['points'], []],
    ['90 % is kept', asks({ points: 100 }), has({ points: 90 }), ['points'], []],
    ['under 90 % is not', asks({ points: 100 }), has({ points: 89 }), ['points'], ['points']],
    ['one of one is all or nothing', asks({ solutions: 1 }), has(), ['solutions'], ['solutions']],
    ['nine of ten are kept', asks({ activeDays: 10 }), has({ activeDays: 9 }), ['activeDays'], []],
    [
      'eight of ten are not',
      asks({ activeDays: 10 }),
      has({ activeDays: 8 }),
      ['activeDays'],
      ['activeDays'],
    ],
    [
      'all must be met',
      asks({ points: 10, peopleHelped: 2, tags: 1 }),
      has({ points: 10, peopleHelped: 1 }),
      ['peopleHelped', 'tags'],
      ['peopleHelped', 'tags'],
    ],
    [
      'who is here since nobody knows when does not rise, and does not fall',
      asks({ serverDays: 7 }),
      has({ serverDays: undefined }),
      ['serverDays'],
      [],
    ],
    ['a case reversed today', asks({ cleanDays: 30 }), has({ cleanDays: 0 }), ['cleanDays'], ['cleanDays']],
    ['no case ever', asks({ cleanDays: 366 }), has(), [], []],
  ];
  test.each(cases)('%s', (_what, requirements, measures, missing, fallen) => {
    expect(lacking(requirements, measures).map(({ measure }) => measure)).toEqual(missing);
    expect(fallenBelow(requirements, measures).map(({ measure }) => measure)).toEqual(fallen);
  });

  test('who meets a tier is never below it', () => {
    const numbers = fc.record(Object.fromEntries(MEASURES.map((one) => [one, fc.nat(200)])));
    fc.assert(
      fc.property(numbers, numbers, (asked, had) => {
        const requirements = asks(asked);
        const measures = has(had);
        if (lacking(requirements, measures).length === 0)
          expect(fallenBelow(requirements, measures)).toEqual([]);
      }),
    );
  });
});

const tier = (key: string, requirements?: Partial<Requirements>, over: Partial<Tier> = {}): Tier => ({
  key,
  byPeopleOnly: false,
  ...(requirements && { requirements: asks(requirements) }),
  ...over,
});

describe('the rungs that a rule gives', () => {
  const cases: [what: string, Tier[], string[]][] = [
    ['none without requirements', [tier('a'), tier('b')], []],
    ['all that have some', [tier('a', { points: 1 }), tier('b', { points: 2 })], ['a', 'b']],
    ['none above one without', [tier('a', { points: 1 }), tier('b'), tier('c', { points: 9 })], ['a']],
    [
      'none that only people give, and none above it',
      [tier('a', { points: 1 }), tier('b', { points: 2 }, { byPeopleOnly: true }), tier('c', { points: 3 })],
      ['a'],
    ],
    ['none that asks for nothing', [tier('a', {}), tier('b', { points: 2 })], []],
  ];
  test.each(cases)('%s', (_what, ladder, keys) => {
    expect(ruleTiers(ladder).map(({ key }) => key)).toEqual(keys);
  });
});

describe('a formula that nobody can meet, or that contradicts itself', () => {
  const asked = {
    ...DEFAULT_SETTINGS.questions,
    channels: [{ channelId: '1', opensThreads: false, removedTagIds: [] }],
  };
  const { points, questions } = DEFAULT_SETTINGS;
  const nothing = Object.fromEntries(Object.keys(points).map((kind) => [kind, 0])) as typeof points;
  const cases: [what: string, Parameters<typeof flawsOf>[0], tags: number, flaws: string[]][] = [
    [
      'a sound one',
      { tiers: [tier('a', { points: 10 }), tier('b', { points: 20 })], points, questions },
      0,
      [],
    ],
    [
      'more active days than are looked at',
      { tiers: [tier('a', { activeDays: 31, activeWithinDays: 30 })], points, questions },
      0,
      ['moreDaysThanWindow'],
    ],
    [
      'points where nothing is worth any',
      { tiers: [tier('a', { points: 1 })], points: nothing, questions },
      0,
      ['pointsWorthNothing'],
    ],
    [
      'solutions where nobody asks',
      { tiers: [tier('a', { solutions: 1 })], points, questions },
      0,
      ['noQuestions'],
    ],
    ['tags where nobody asks', { tiers: [tier('a', { tags: 1 })], points, questions }, 9, ['noQuestions']],
    [
      'more tags than there are',
      { tiers: [tier('a', { tags: 3 })], points, questions: asked },
      2,
      ['fewTags'],
    ],
    ['as many tags as there are', { tiers: [tier('a', { tags: 2 })], points, questions: asked }, 2, []],
    [
      'a rule for what only people give',
      { tiers: [tier('a', { points: 1 }, { byPeopleOnly: true })], points, questions },
      0,
      ['onlyPeople'],
    ],
    ['nothing asked for', { tiers: [tier('a', {})], points, questions }, 0, ['asksForNothing']],
    [
      'a rule above a rung that people give',
      { tiers: [tier('a'), tier('b', { points: 1 })], points, questions },
      0,
      ['abovePeople'],
    ],
    [
      'no more than the rung below',
      { tiers: [tier('a', { points: 10, serverDays: 7 }), tier('b', { points: 10 })], points, questions },
      0,
      ['noMoreThanBelow'],
    ],
  ];
  test.each(cases)('%s', (_what, settings, tags, flaws) => {
    expect(flawsOf(settings, tags).map(({ flaw }) => flaw.what)).toEqual(flaws);
  });
});

describe('what is suggested', () => {
  test.each([true, false])('is sound, and asks for more with each rung (questions: %s)', (hasQuestions) => {
    const tiers = Array.from({ length: 9 }, (_, rung) => ({
      ...tier(`t${rung}`),
      requirements: suggestedFor(rung, hasQuestions),
    }));
    const questions = {
      ...DEFAULT_SETTINGS.questions,
      channels: hasQuestions ? [{ channelId: '1', opensThreads: false, removedTagIds: [] }] : [],
    };
    expect(flawsOf({ ...DEFAULT_SETTINGS, tiers, questions }, 20)).toEqual([]);
    for (const [rung, { requirements }] of tiers.entries()) {
      expect(asksForNothing(requirements)).toBe(false);
      expect(contradictionIn(requirements)).toBeUndefined();
      // One friend alone never makes a tier.
      expect(requirements.peopleHelped).toBeGreaterThanOrEqual(3);
      const below = tiers[rung - 1]?.requirements;
      if (below) for (const one of MEASURES) expect(requirements[one]).toBeGreaterThanOrEqual(below[one]);
    }
  });
});

const ladder = ['helper', 'guide', 'expert', 'ambassador'].map((key, rung) =>
  tier(key, rung < 3 ? { points: 10 * (rung + 1) } : undefined, { roleId: `${rung + 1}` }),
);

describe('what people decided binds the rule', () => {
  const word = (over: Partial<LastWord>): LastWord => ({
    origin: 'people',
    direction: 'promote',
    tier: 'guide',
    failure: null,
    ...over,
  });
  const FREE = Number.POSITIVE_INFINITY;
  const cases: [what: string, LastWord | undefined, floor: number, ceiling: number][] = [
    ['nothing was decided', undefined, -1, FREE],
    ['a moderator gave a tier: it stays', word({}), 1, FREE],
    ['a moderator moved them down: they stay there', word({ direction: 'demote', tier: 'helper' }), 0, 0],
    ['a moderator took them off the ladder', word({ direction: 'demote', tier: null }), -1, -1],
    ['the role was taken by hand, whoever gave it', word({ origin: 'rule', failure: 'roleTaken' }), -1, -1],
    ['they left and begin anew', word({ failure: 'left' }), -1, FREE],
    ['the role was deleted under them', word({ failure: 'roleDeleted' }), -1, FREE],
    ['a tier that the ladder has lost', word({ tier: 'gone' }), -1, FREE],
  ];
  test.each(cases)('%s', (_what, last, floor, ceiling) => {
    expect(boundsOf(last, ladder)).toEqual({ floor, ceiling });
  });
});

describe('rising', () => {
  const rungs = ruleTiers(ladder);
  const free = { floor: -1, ceiling: Number.POSITIVE_INFINITY };
  const cases: [what: string, held: number, met: string[], ceiling: number, to: string | undefined][] = [
    ['nothing is met', -1, [], 9, undefined],
    ['the lowest rung', -1, ['helper'], 9, 'helper'],
    ['several at once', -1, ['helper', 'guide', 'expert'], 9, 'expert'],
    ['not over a rung that is not met', -1, ['helper', 'expert'], 9, 'helper'],
    ['from where they are', 0, ['guide'], 9, 'guide'],
    ['not down', 2, ['helper'], 9, undefined],
    ['not past what people decided', -1, ['helper', 'guide'], 0, 'helper'],
    ['not at all where people took it', -1, ['helper'], -1, undefined],
    ['from above the rungs of the rule there is nothing', 3, ['helper', 'guide', 'expert'], 9, undefined],
  ];
  test.each(cases)('%s', (_what, held, met, ceiling, to) => {
    expect(risesFrom(held, rungs, { ...free, ceiling }, ({ key }) => met.includes(key))[0]?.key).toBe(to);
  });
});

describe('falling', () => {
  const below = [{ measure: 'points' as const, asks: 100, has: 50 }];
  const now = 1_000 * DAY;
  const warned = (days: number, of = 'guide') => ({ tier: of, warnedAt: now - days * DAY });
  const away: Span = { fromAt: now - DAY, toAt: now + DAY };
  const cases: [what: string, Partial<Parameters<typeof judgeFall>[0]>, Fate][] = [
    ['all is kept', { below: [] }, 'keep'],
    ['all is kept again after a warning', { below: [], warning: warned(30) }, 'keep'],
    ['first a warning', {}, 'warn'],
    ['then grace', { warning: warned(13.9) }, 'wait'],
    ['then it goes', { warning: warned(14) }, 'fall'],
    ['a warning about another tier does not count', { warning: warned(30, 'expert') }, 'warn'],
    ['nobody is warned on holiday', { leaves: [away] }, 'wait'],
    ['nobody falls on holiday', { warning: warned(60), leaves: [away] }, 'wait'],
    [
      'a holiday stops the clock',
      { warning: warned(20), leaves: [{ fromAt: now - 15 * DAY, toAt: now - 8 * DAY }] },
      'wait',
    ],
    [
      'and it goes on afterwards',
      { warning: warned(21), leaves: [{ fromAt: now - 15 * DAY, toAt: now - 8 * DAY }] },
      'fall',
    ],
  ];
  test.each(cases)('%s', (_what, over, fate) => {
    expect(judgeFall({ tier: 'guide', below, warning: undefined, leaves: [], now, ...over })).toBe(fate);
  });

  test('never before the days of grace outside holidays are over', () => {
    const spans = fc.array(
      fc.record({ start: fc.integer({ min: -40, max: 60 }), days: fc.integer({ min: 1, max: 40 }) }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(spans, fc.integer({ min: 0, max: 200 }), (taken, after) => {
        const warnedAt = 1_000 * DAY;
        const leaves = taken.map(({ start, days }) => ({
          fromAt: warnedAt + start * DAY,
          toAt: warnedAt + (start + days) * DAY,
        }));
        const at = warnedAt + after * DAY;
        // Counted day by day, which is another way than the rule goes.
        const atWork = Array.from({ length: after }, (_, day) => warnedAt + day * DAY).filter(
          (day) => !isOnLeave(leaves, day),
        ).length;
        const fate = judgeFall({
          tier: 'guide',
          below,
          warning: { tier: 'guide', warnedAt },
          leaves,
          now: at,
        });
        expect(fate).toBe(!isOnLeave(leaves, at) && atWork >= GRACE_DAYS ? 'fall' : 'wait');
      }),
    );
  });
});

describe('a holiday', () => {
  const now = Date.UTC(2026, 10, 18, 15);
  const span = (from: string, to: string): Span => ({ fromAt: Date.parse(from), toAt: Date.parse(to) });
  const cases: [
    what: string,
    from: string | undefined,
    to: string | undefined,
    others: Span[],
    outcome: string | Span,
  ][] = [
    ['two dates', '2026-12-24', '2027-01-03', [], span('2026-12-24', '2027-01-04')],
    ['one day', 'today', 'today', [], span('2026-11-18', '2026-11-19')],
    ['the first day alone', '2026-12-24', undefined, [], span('2026-12-24', '2026-12-25')],
    ['the last day alone', undefined, '2026-11-20', [], span('2026-11-18', '2026-11-21')],
    ['in another language', 'heute', 'Übermorgen', [], span('2026-11-18', '2026-11-21')],
    ['in a language that is not read', 'demain', '2026-12-01', [], 'leaveUnreadable'],
    ['in words and days ahead', 'Tomorrow', '+14', [], span('2026-11-19', '2026-12-03')],
    ['digits of another keyboard', '２０２６-12-01', '2026-12-02', [], span('2026-12-01', '2026-12-03')],
    ['a date that reads two ways', '3/4/2027', '2027-04-05', [], 'leaveUnreadable'],
    ['words', 'next week', 'later', [], 'leaveUnreadable'],
    ['a day that is none', '2026-02-30', '2026-03-01', [], 'leaveUnreadable'],
    ['nothing', '', '', [], 'leaveUnreadable'],
    ['backwards', '2026-12-24', '2026-12-23', [], 'leaveBackwards'],
    ['yesterday', '2026-11-17', '2026-11-30', [], 'leavePast'],
    ['a last day alone that is over', undefined, '2026-11-17', [], 'leavePast'],
    ['in two years', '2028-12-24', '2028-12-25', [], 'leaveTooFar'],
    ['too long', 'today', `+${LONGEST_LEAVE_DAYS}`, [], 'leaveTooLong'],
    ['as long as can be', 'today', `+${LONGEST_LEAVE_DAYS - 1}`, [], span('2026-11-18', '2027-05-20')],
    ['over another', '2026-12-01', '2026-12-10', [span('2026-12-10', '2026-12-12')], 'leaveOverlaps'],
    [
      'right before another',
      '2026-12-01',
      '2026-12-09',
      [span('2026-12-10', '2026-12-12')],
      span('2026-12-01', '2026-12-10'),
    ],
    [
      'one too many',
      'today',
      'today',
      Array.from({ length: MOST_LEAVES }, (_, i) => span(`2026-12-0${i + 1}`, `2026-12-0${i + 2}`)),
      'leaveTooMany',
    ],
  ];
  test.each(cases)('%s', (_what, from, to, others, outcome) => {
    const judged = judgeLeave({ from, to, languages: ['en', 'de'] }, now, 'UTC', others);
    expect(isRefusal(judged) ? judged.refused : judged).toEqual(outcome);
  });

  test('its days are days of the server', () => {
    const typed = { from: '2027-03-28', to: '2027-03-28', languages: [] };
    const judged = judgeLeave(typed, now, 'Europe/Athens', []);
    if (isRefusal(judged)) throw new Error(judged.refused);
    // The clock goes forward on that day, so it has 23 hours.
    expect(judged.toAt - judged.fromAt).toBe(23 * 3_600_000);
  });

  test('is left out when days are counted, forwards and backwards', () => {
    const start = 100 * DAY;
    const leaves = [
      { fromAt: start + 2 * DAY, toAt: start + 5 * DAY },
      { fromAt: start + 4 * DAY, toAt: start + 6 * DAY },
    ];
    expect(afterDays(start, 10, leaves)).toBe(start + 14 * DAY);
    expect(beforeDays(start + 14 * DAY, 10, leaves)).toBe(start);
    expect(afterDays(start, 1, leaves)).toBe(start + DAY);
    expect(beforeDays(start + 20 * DAY, 3, leaves)).toBe(start + 17 * DAY);
  });

  test('reads no day out of nonsense', () => {
    const first = Temporal.PlainDate.from('2026-11-18');
    // Names that every plain object knows.
    for (const typed of ['__proto__', 'constructor', 'toString'])
      expect(readDay(typed, first, ['en'])).toBeUndefined();
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const day = readDay(typed, first, ['en']);
        if (day) expect(/\d|today|tomorrow/i.test(typed.normalize('NFKC'))).toBe(true);
      }),
    );
  });
});

describe('roles that differ from the truth', () => {
  const cases: [what: string, rung: number, below: 'replace' | 'stack', has: string[], RoleDifference[]][] = [
    ['all is well', 1, 'replace', ['2', '77'], []],
    ['a role left over', 1, 'replace', ['1', '2'], [{ roleId: '1', how: 'remove' }]],
    ['a role of a higher rung', 0, 'replace', ['1', '3'], [{ roleId: '3', how: 'remove' }]],
    ['nobody on the ladder, but a role of it', -1, 'replace', ['2'], [{ roleId: '2', how: 'remove' }]],
    ['stacked', 2, 'stack', ['1', '2', '3'], []],
    ['a lower one is missing', 2, 'stack', ['2', '3'], [{ roleId: '1', how: 'add' }]],
    ['the own one is not a matter of this', 1, 'replace', [], []],
    ['off the ladder, stacked', -1, 'stack', ['1'], [{ roleId: '1', how: 'remove' }]],
  ];
  test.each(cases)('%s', (_what, rung, below, roles, differences) => {
    expect(differencesOf(ladder, rung, below, new Set(roles))).toEqual(differences);
  });

  const mending: [
    what: string,
    how: 'add' | 'remove',
    isBelow: boolean,
    wasDone: boolean,
    wasOurs: boolean,
    boolean,
  ][] = [
    ['a lower role that never came is given', 'add', true, false, false, true],
    ['one that came and went was taken by hand', 'add', true, true, false, false],
    ['a lower role that should have gone goes', 'remove', true, false, false, true],
    ['one that went and came back was given by hand', 'remove', true, true, false, false],
    ['a higher role that we gave once and did not get back', 'remove', false, false, true, true],
    ['a higher role that we never gave is a gift', 'remove', false, false, false, false],
  ];
  test.each(mending)('%s', (_what, how, isBelow, wasDone, wasOurs, ours) => {
    expect(isOursToMend({ roleId: '1', how }, isBelow, { wasDone, wasOurs })).toBe(ours);
  });
});
