// Who may take a question, what a list remembers in its buttons, and what the digest tells whom: tables of cases.
import { describe, expect, test } from 'vitest';
import {
  composeDigest,
  dueSubscriptions,
  type Fresh,
  MOST_LISTED,
  type Subscription,
} from '../../src/features/attention/digest.rules.ts';
import {
  CLAIM_MS,
  type Claim,
  judgeTake,
  LAST_PAGE,
  MOST_CLAIMS,
  pagesFor,
  type Question,
  readState,
  stateArgs,
} from '../../src/features/attention/rules.ts';

const NOW = Date.UTC(2026, 2, 2, 12);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const claim = (over: Partial<Claim> = {}): Claim => ({
  id: 1,
  guildId: '1',
  questionId: '2',
  memberId: 'bob',
  claimedAt: NOW - HOUR,
  expiresAt: NOW - HOUR + CLAIM_MS,
  endedAt: null,
  endedWhy: null,
  ...over,
});

describe('taking a question', () => {
  type Case = [string, Partial<Question>, Partial<Parameters<typeof judgeTake>[2]>, string | undefined];
  const cases: Case[] = [
    ['open', {}, {}, undefined],
    ['answered, and the asker still needs help', { state: 'answered' }, {}, undefined],
    ['solved', { state: 'solved' }, {}, 'takeSettled'],
    ['closed', { state: 'closed' }, {}, 'takeSettled'],
    ['its thread is gone', { goneAt: NOW }, {}, 'takeSettled'],
    ['one’s own', { askerId: 'carl' }, {}, 'takeOwn'],
    ['somebody has it', {}, { held: claim() }, 'takeTaken'],
    ['somebody had it, until just now', {}, { held: claim({ expiresAt: NOW }) }, undefined],
    ['somebody let it go', {}, { held: claim({ endedAt: NOW - 1 }) }, undefined],
    ['one has it oneself', {}, { held: claim({ memberId: 'carl' }) }, undefined],
    ['one holds many', {}, { holding: MOST_CLAIMS }, 'takeTooMany'],
    ['one holds some', {}, { holding: MOST_CLAIMS - 1 }, undefined],
  ];
  test.each(cases)('%s', (_name, over, more, refused) => {
    const question = { askerId: 'alice', state: 'open' as const, goneAt: null, ...over };
    const judged = judgeTake(question, 'carl', { held: undefined, holding: 0, now: NOW, ...more });
    expect(judged?.refused).toBe(refused);
  });
});

describe('the state of a list', () => {
  test.each([
    [['unanswered', '-', '1'], { filter: 'unanswered', tagId: undefined, page: 1 }],
    [['mine', '123', '7'], { filter: 'mine', tagId: '123', page: 7 }],
    [['answered', '-', '0'], { filter: 'answered', tagId: undefined, page: 1 }],
    [['answered', '-', '9999'], { filter: 'answered', tagId: undefined, page: LAST_PAGE }],
    [['everything', '-', '1'], undefined],
    [['mine', 'bug', '1'], undefined],
    [['mine', '-', '-1'], undefined],
    [['mine', '-'], undefined],
    [[], undefined],
  ])('%j', (args, state) => {
    expect(readState(args)).toEqual(state);
    if (state && args[2] === String(state.page))
      expect(readState(stateArgs(readState(args) ?? never()))).toEqual(state);
  });

  test.each([
    [0, 1],
    [1, 1],
    [6, 1],
    [7, 2],
    [600, 100],
  ])('%i questions fill %i pages', (total, pages) => expect(pagesFor(total)).toBe(pages));
});

function never(): never {
  throw new Error('It was read a line above.');
}

const follows = (memberId: string, tagId: string, over: Partial<Subscription> = {}): Subscription => ({
  guildId: '1',
  memberId,
  tagId,
  how: 'digest',
  subscribedAt: NOW - 9 * DAY,
  toldUntil: NOW - DAY,
  ...over,
});

const asked = (id: string, tagId: string, over: Partial<Fresh> = {}): Fresh => ({
  id,
  guildId: '1',
  title: id,
  askerId: 'alice',
  askedAt: NOW - HOUR,
  tagId,
  ...over,
});

describe('the digest is due', () => {
  const at = (hour: number, minute = 0) => Date.UTC(2026, 2, 2, hour, minute);
  test.each([
    ['before nine', at(8, 59), 'UTC', at(0) - DAY, 0],
    ['at nine', at(9), 'UTC', at(0) - 1, 1],
    ['later that day, when it was told today', at(20), 'UTC', at(9), 0],
    ['late, after Laurel was away', at(23), 'UTC', at(0) - 3 * DAY, 1],
    ['at nine in Tokyo, which is midnight here', at(0), 'Asia/Tokyo', at(0) - DAY, 1],
    ['not yet nine in New York', at(13), 'America/New_York', at(0) - DAY, 0],
    ['for who began to follow today', at(10), 'UTC', at(8), 0],
  ])('%s', (_name, now, timeZone, toldUntil, count) => {
    expect(dueSubscriptions([follows('bob', 'bug', { toldUntil })], now, timeZone)).toHaveLength(count);
  });
});

describe('the digest', () => {
  test('names each question once, oldest first, and mentions those who asked for it and have something new', () => {
    const digest = composeDigest(
      [
        follows('bob', 'bug', { how: 'mention' }),
        follows('carl', 'how-to'),
        follows('dora', 'rare', { how: 'mention' }),
        follows('alice', 'bug', { how: 'mention' }),
      ],
      [
        asked('second', 'bug'),
        asked('second', 'how-to'),
        asked('first', 'how-to', { askedAt: NOW - 2 * HOUR }),
        asked('unfollowed', 'else'),
        asked('told', 'bug', { askedAt: NOW - 2 * DAY }),
      ],
    );
    expect(digest?.tags.map(({ tagId, questions }) => [tagId, questions.map(({ id }) => id)])).toEqual([
      ['how-to', ['first']],
      ['bug', ['second']],
    ]);
    // Alice follows the tag, and the one question with it is her own.
    expect(digest).toMatchObject({ mentioned: ['bob'], more: 0 });
  });

  test('is none when nothing is new', () => {
    expect(composeDigest([follows('bob', 'bug')], [])).toBeUndefined();
    expect(composeDigest([follows('alice', 'bug')], [asked('own', 'bug')])).toBeUndefined();
  });

  test('stays short', () => {
    const many = Array.from({ length: 40 }, (_, i) => asked(`q${i}`, 'bug'));
    const digest = composeDigest([follows('bob', 'bug')], many);
    expect(digest?.tags[0]?.questions).toHaveLength(MOST_LISTED);
    expect(digest?.more).toBe(40 - MOST_LISTED);
  });
});
