// Which credit may move which badge, what becomes of a badge, and what is next: tables of cases.
import { describe, expect, test } from 'vitest';
import type { Recognition } from '../../src/core/ledger-rules.ts';
import { Texts } from '../../src/core/texts.ts';
import { BADGES, EARNED, type EarnedBadge, type Measure } from '../../src/features/badges/catalogue.rules.ts';
import {
  BREAK_MS,
  barOf,
  DAY_MS,
  type HelpFacts,
  type Holding,
  inOrder,
  judgeBadge,
  mayChange,
  movedBy,
  nearest,
  nextSteps,
  PROVEN_AFTER_MS,
  recordsAnew,
} from '../../src/features/badges/rules.ts';

const row = (over: Partial<Recognition>): Recognition => ({
  id: 1,
  sourceKey: 's',
  guildId: '1',
  kind: 'thanks',
  giverId: 'alice',
  receiverId: 'bob',
  helpKey: 'message:1',
  channelId: '5',
  messageId: null,
  sourceMessageId: null,
  reason: null,
  language: null,
  weight: 100,
  points: 10,
  occurredAt: 1_000,
  recordedAt: 1_000,
  revokedAt: null,
  revokedWhy: null,
  counts: 1,
  firstOfKind: 1,
  ...over,
});
const facts = (over: Partial<HelpFacts> = {}): HelpFacts => ({
  now: 1_000,
  question: undefined,
  idleMs: 0,
  ...over,
});
const question = { firstAnswerBy: 'carl', firstAnswerMs: 60_000, askedAt: -90 * 60_000 };

const HELPED = ['bob peopleHelped', 'bob activeDays', 'bob daysHere', 'alice helpersThanked'];
const SOLVED = ['bob solutions', 'bob inOneTag', 'bob tags', 'bob oldAnswers'];

describe('credit moves', () => {
  test.each<[string, Partial<Recognition>, Partial<HelpFacts>, string[]]>([
    ['thanks', {}, {}, ['bob thanksReceived', 'alice thanksGiven', ...HELPED]],
    [
      'thanks in words',
      { language: 'el' },
      {},
      ['bob thanksReceived', 'alice thanksGiven', 'bob languages', ...HELPED],
    ],
    ['an upvote', { kind: 'upvote' }, {}, HELPED],
    ['an award: no badge, for people decide about it', { kind: 'award' }, {}, []],
    ['an article', { kind: 'article' }, {}, []],
    ['a solution', { kind: 'solution' }, { question }, [...SOLVED, ...HELPED]],
    [
      'a solution within ten minutes',
      { kind: 'solution' },
      { question: { ...question, askedAt: 500 } },
      [...SOLVED, 'bob swift', ...HELPED],
    ],
    [
      'a solution of what waited for a day',
      { kind: 'solution' },
      { question: { ...question, firstAnswerMs: DAY_MS } },
      [...SOLVED, 'bob forgotten', ...HELPED],
    ],
    [
      'a solution of a month ago that is restored',
      { kind: 'solution' },
      { question, now: 1_000 + PROVEN_AFTER_MS },
      [...SOLVED, 'bob provenSolutions', ...HELPED],
    ],
    [
      'whoever answered first',
      { kind: 'assist' },
      { question: { ...question, firstAnswerBy: 'bob' } },
      [...HELPED, 'bob firstAnswers', 'bob newcomers'],
    ],
    ['help after a break', { kind: 'assist' }, { idleMs: BREAK_MS }, [...HELPED, 'bob comebacks']],
  ])('%s', (_, over, known, expected) => {
    const moved = movedBy({ row: row(over), counts: 1, first: 1 }, facts(known));
    expect(moved.map(({ memberId, measure }) => `${memberId} ${measure}`).toSorted()).toEqual(
      expected.toSorted(),
    );
    expect(new Set(moved.map(({ direction }) => direction)).size).toBeLessThan(2);
  });

  test('downwards when it is taken back, and each by its own mark', () => {
    const moved = movedBy({ row: row({}), counts: -1, first: 0 }, facts());
    expect(moved.map(({ measure, direction }) => [measure, direction])).toEqual([
      ['peopleHelped', -1],
      ['activeDays', -1],
      ['daysHere', -1],
      ['helpersThanked', -1],
    ]);
  });
});

const badge = (over: Partial<EarnedBadge> = {}): EarnedBadge => ({
  id: 'fixer',
  tier: 'bronze',
  icon: '🛠️',
  requirement: { measure: 'solutions', atLeast: 10 },
  ...over,
});
const held: Holding = { revokedAt: null, revokedBy: null };
const gone: Holding = { revokedAt: 5, revokedBy: null };
const taken: Holding = { revokedAt: 5, revokedBy: 'mona' };

describe('a badge', () => {
  test.each<[string, Holding | undefined, number, true | undefined, 'award' | 'revoke' | undefined]>([
    ['is not there before its requirement', undefined, 9, undefined, undefined],
    ['is awarded at its requirement', undefined, 10, undefined, 'award'],
    ['stays as long as it holds', held, 10, undefined, undefined],
    ['goes when it no longer holds', held, 9, undefined, 'revoke'],
    ['stays whatever comes, if it is lasting', held, 0, true, undefined],
    ['comes again', gone, 10, undefined, 'award'],
    ['does not come again where a person took it', taken, 10, undefined, undefined],
  ])('%s', (_, holding, count, lasting, expected) => {
    expect(judgeBadge(badge(lasting ? { lasting } : {}), holding, count)).toBe(expected);
  });

  test.each<[Holding | undefined, 1 | -1, boolean]>([
    [undefined, 1, true],
    [undefined, -1, false],
    [held, 1, false],
    [held, -1, true],
    [gone, 1, true],
    [taken, 1, false],
  ])('is counted only where that may change something: %j %i', (holding, direction, expected) => {
    expect(mayChange(badge(), holding, direction)).toBe(expected);
  });
});

test.each<['award' | 'revoke', Holding | undefined, boolean]>([
  ['award', undefined, true],
  ['award', gone, false],
  ['revoke', held, false],
])('is something new to record: %s of %j', (outcome, holding, expected) => {
  expect(recordsAnew(outcome, holding)).toBe(expected);
});

describe('the catalogue', () => {
  test('has at least 24 badges that are earned, of every tier, with ids of their own', () => {
    expect(EARNED.length).toBeGreaterThanOrEqual(24);
    expect(new Set(BADGES.map(({ id }) => id)).size).toBe(BADGES.length);
    expect(new Set(BADGES.map(({ tier }) => tier))).toEqual(new Set(['bronze', 'silver', 'gold']));
    expect(new Set(BADGES.map(({ icon }) => icon)).size).toBe(BADGES.length);
  });

  test('names and describes each by its own words', () => {
    const { t } = new Texts().for('en');
    const names = BADGES.map(({ id }) => t(`badges.all.${id}.name`));
    const abouts = BADGES.map(({ id }) => t(`badges.all.${id}.about`));
    expect(new Set(names).size).toBe(BADGES.length);
    expect(new Set(abouts).size).toBe(BADGES.length);
    for (const name of names) expect(name.length).toBeLessThanOrEqual(30);
  });

  test('asks for more with each step of one measure, and describes what it asks for', () => {
    const { t } = new Texts().for('en');
    for (const steps of Map.groupBy(EARNED, ({ requirement }) => requirement.measure).values()) {
      const asked = steps.map(({ requirement }) => requirement.atLeast);
      expect(asked).toEqual(asked.toSorted((a, b) => a - b));
      for (const { id, requirement } of steps) {
        const { measure, atLeast } = requirement;
        if (atLeast > 1 && measure !== 'daysHere')
          expect(t(`badges.all.${id}.about`)).toContain(String(atLeast));
      }
    }
  });

  test('gold stands first', () => {
    const tiers = inOrder(BADGES).map(({ tier }) => tier);
    expect(tiers.indexOf('silver')).toBeGreaterThan(tiers.lastIndexOf('gold'));
    expect(tiers.indexOf('bronze')).toBeGreaterThan(tiers.lastIndexOf('silver'));
  });
});

describe('what is next', () => {
  const nextWith = (some: Partial<Record<Measure, number>>, isOver: Parameters<typeof nextSteps>[0]) =>
    nearest(nextSteps(isOver).map((badge) => ({ badge, count: some[badge.requirement.measure] ?? 0 })));

  test('the nearest first, one step of each measure', () => {
    const next = nextWith({ solutions: 8, peopleHelped: 9, languages: 1 }, ({ id }) => id === 'firstFix');
    expect(next.slice(0, 3).map(({ badge, count }) => [badge.id, count])).toEqual([
      ['neighbour', 9],
      ['fixer', 8],
      ['polyglot', 1],
    ]);
  });

  test('never a secret, never one that is over; nothing when all are held', () => {
    const next = nextWith({ swift: 0 }, () => false);
    expect(next.map(({ badge }) => badge.secret)).toEqual(next.map(() => undefined));
    expect(nextWith({}, () => true)).toEqual([]);
  });

  test.each([
    [0, 10, 0],
    [1, 150, 1],
    [5, 10, 5],
    [149, 150, 9],
    [150, 150, 10],
    [200, 150, 10],
  ])('%i of %i fills %i parts of the bar', (count, atLeast, full) => {
    expect(barOf(count, atLeast)).toEqual({ full, empty: 10 - full });
  });
});
