// Which thank-yous count, and how much: a table of cases.
import { describe, expect, test } from 'vitest';
import { isRefusal } from '../../src/core/context.ts';
import { DEFAULT_SETTINGS } from '../../src/core/settings.ts';
import {
  type History,
  helpKeyOf,
  judgeThanks,
  meaningOf,
  type Person,
  pointsFor,
  sourceKeys,
  type ThanksKind,
  wayOf,
  weightAfter,
} from '../../src/features/thanks/rules.ts';

const AT = Date.UTC(2026, 2, 2, 12);
const MINUTE = 60_000;
const someone = (memberId: string, over: Partial<Person> = {}): Person => ({
  memberId,
  isBot: false,
  isPending: false,
  isPresent: true,
  ...over,
});
const nothingBefore: History = {
  otherOfPairAt: undefined,
  givenThatDay: 0,
  otherHelps: 0,
  sameHelpWeight: undefined,
};

interface Case {
  what: string;
  kind?: ThanksKind;
  giver?: Partial<Person>;
  receiver?: Partial<Person>;
  history?: Partial<History>;
  verdict: string | number;
}

const cases: Case[] = [
  { what: 'a first thank-you', verdict: 100 },
  { what: 'oneself', receiver: { memberId: 'alice' }, verdict: 'self' },
  { what: 'a bot', receiver: { isBot: true }, verdict: 'bot' },
  { what: 'someone who left', receiver: { isPresent: false }, verdict: 'gone' },
  { what: 'a giver who has not accepted the rules', giver: { isPending: true }, verdict: 'pendingGiver' },
  {
    what: 'a receiver who has not accepted the rules',
    receiver: { isPending: true },
    verdict: 'pendingReceiver',
  },
  {
    what: 'the same pair 29 minutes later',
    history: { otherOfPairAt: AT - 29 * MINUTE },
    verdict: 'pairTooSoon',
  },
  { what: 'the same pair 30 minutes later', history: { otherOfPairAt: AT - 30 * MINUTE }, verdict: 100 },
  {
    what: 'a pair whose other thank-you, seen first, came 5 minutes later',
    history: { otherOfPairAt: AT + 5 * MINUTE },
    verdict: 'pairTooSoon',
  },
  { what: 'the tenth of the day', history: { givenThatDay: 9 }, verdict: 100 },
  { what: 'the eleventh of the day', history: { givenThatDay: 10 }, verdict: 'dailyLimit' },
  { what: 'the third for the same person', history: { otherHelps: 2 }, verdict: 100 },
  { what: 'the fourth for the same person', history: { otherHelps: 3 }, verdict: 50 },
  { what: 'the sixth for the same person', history: { otherHelps: 5 }, verdict: 50 },
  { what: 'the seventh for the same person', history: { otherHelps: 6 }, verdict: 0 },
  {
    what: 'more thanks for a help already recognised: no limit, no more weight',
    history: { sameHelpWeight: 50, otherOfPairAt: AT, givenThatDay: 99, otherHelps: 99 },
    verdict: 50,
  },
  {
    what: 'an upvote soon after a thank-you',
    kind: 'upvote',
    history: { otherOfPairAt: AT, givenThatDay: 10 },
    verdict: 100,
  },
  {
    what: 'the fourth upvote for the same person',
    kind: 'upvote',
    history: { otherHelps: 3 },
    verdict: 50,
  },
  { what: 'an upvote for oneself', kind: 'upvote', receiver: { memberId: 'alice' }, verdict: 'self' },
];

test.each(cases)('$what → $verdict', ({ kind = 'thanks', giver, receiver, history, verdict }) => {
  const deed = { kind, giver: someone('alice', giver), receiver: someone('bob', receiver), at: AT };
  const judged = judgeThanks(deed, { ...nothingBefore, ...history }, DEFAULT_SETTINGS.limits);
  expect(isRefusal(judged) ? judged.refused : judged.weight).toBe(verdict);
});

test('the refusal for a pair says when it is free again', () => {
  const deed = { kind: 'thanks' as const, giver: someone('alice'), receiver: someone('bob'), at: AT };
  const judged = judgeThanks(
    deed,
    { ...nothingBefore, otherOfPairAt: AT - 10 * MINUTE },
    DEFAULT_SETTINGS.limits,
  );
  expect(judged).toEqual({
    refused: 'pairTooSoon',
    values: { ago: `<t:${(AT - 10 * MINUTE) / 1000}:R>`, when: `<t:${(AT + 20 * MINUTE) / 1000}:R>` },
  });
});

test('limits of zero mean never in full', () => {
  expect(weightAfter(0, { fullPerGiver: 0, halfPerGiver: 0 })).toBe(0);
  expect(weightAfter(0, { fullPerGiver: 0, halfPerGiver: 1 })).toBe(50);
});

test('points follow kind and weight, in whole numbers', () => {
  const { points } = DEFAULT_SETTINGS;
  expect([
    pointsFor('thanks', 100, points),
    pointsFor('thanks', 50, points),
    pointsFor('upvote', 50, points),
    pointsFor('solution', 0, points),
  ]).toEqual([10, 5, 2, 0]);
});

describe('what a reaction means', () => {
  test.each([
    ['🙏', 'thanks'],
    ['❤️', 'thanks'],
    ['❤', 'thanks'],
    ['🙏🏽', 'thanks'],
    ['⭐', 'upvote'],
    ['⬆️', 'upvote'],
    ['👍', undefined],
    ['', undefined],
  ])('%s → %s', (emoji, meaning) => {
    expect(meaningOf(emoji, DEFAULT_SETTINGS.reactions)).toBe(meaning);
  });

  test('a custom emoji is known by its id', () => {
    expect(meaningOf('123456789012345678', { thanks: ['123456789012345678'], upvote: [] })).toBe('thanks');
    expect(meaningOf('123456789012345679', { thanks: ['123456789012345678'], upvote: [] })).toBeUndefined();
  });
});

test('a help is the question, else the helpful message, else the thanking one', () => {
  expect(helpKeyOf({ threadId: '7', helpfulMessageId: '8', thankingId: '9' })).toBe('question:7');
  expect(helpKeyOf({ helpfulMessageId: '8', thankingId: '9' })).toBe('message:8');
  expect(helpKeyOf({ thankingId: '9' })).toBe('message:9');
});

test('a source key names one deed, and the way it was done', () => {
  expect(wayOf(sourceKeys.text('1', '2'))).toBe('text');
  expect(wayOf(sourceKeys.reaction('1', '2', '❤️'))).toBe('reaction');
  expect(sourceKeys.reaction('1', '2', '❤️')).toBe(sourceKeys.reaction('1', '2', '❤'));
  expect(wayOf('solution:1')).toBeUndefined();
});
