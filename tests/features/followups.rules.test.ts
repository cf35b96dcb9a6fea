// When an asker is asked how it stands, when a quiet question is closed, and when a solution is asked about: tables of cases.
import { describe, expect, test } from 'vitest';
import {
  isCheckBackDue,
  isCloseDue,
  isNudgeDue,
  isWayBack,
  type Prompt,
  type Question,
  raised,
} from '../../src/features/followups/rules.ts';
import { askedQuestion } from '../support/questions.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ASKED = Date.UTC(2026, 2, 2, 12);
const ANSWERED = ASKED + HOUR;

const answered = (over: Partial<Question> = {}): Question =>
  askedQuestion({
    askedAt: ASKED,
    state: 'answered',
    firstAnswerAt: ANSWERED,
    lastAnswerAt: ANSWERED,
    lastActivityAt: ANSWERED,
    lastAskerAt: ASKED,
    ...over,
  });

const nudge = (over: Partial<Prompt> = {}): Prompt => ({
  id: 1,
  guildId: '1',
  questionId: '2',
  memberId: 'alice',
  kind: 'nudge',
  causeMessageId: null,
  candidateMessageId: null,
  candidateAuthorId: null,
  createdAt: ANSWERED + DAY,
  expiresAt: ANSWERED + 31 * DAY,
  messageId: '9',
  answeredAt: null,
  answer: null,
  endedAt: null,
  ...over,
});

describe('asking how it stands', () => {
  type Case = [string, Partial<Question>, Prompt | undefined, number, boolean];
  const cases: Case[] = [
    ['a day after an answer', {}, undefined, ANSWERED + DAY, true],
    ['not a moment before', {}, undefined, ANSWERED + DAY - 1, false],
    ['not after a week and a day', {}, undefined, ANSWERED + 8 * DAY, false],
    ['not without an answer', { state: 'open', lastAnswerAt: null }, undefined, ANSWERED + DAY, false],
    ['not when solved', { state: 'solved' }, undefined, ANSWERED + DAY, false],
    ['not when closed', { state: 'closed' }, undefined, ANSWERED + DAY, false],
    ['not when the asker wrote after it', { lastAskerAt: ANSWERED + 1 }, undefined, ANSWERED + DAY, false],
    ['not when put away', { archivedAt: ANSWERED + 1 }, undefined, ANSWERED + DAY, false],
    ['not when the thread is gone', { goneAt: ANSWERED + 1 }, undefined, ANSWERED + DAY, false],
    ['not when the asker is gone', { askerLeftAt: ANSWERED + 1 }, undefined, ANSWERED + DAY, false],
    ['not twice', {}, nudge(), ANSWERED + 2 * DAY, false],
    [
      'not twice, though others go on writing',
      { lastAnswerAt: ANSWERED + 3 * DAY },
      nudge(),
      ANSWERED + 4 * DAY,
      false,
    ],
    [
      'again after the asker wrote and was answered',
      { lastAskerAt: ANSWERED + 2 * DAY, lastAnswerAt: ANSWERED + 3 * DAY },
      nudge({ endedAt: ANSWERED + 2 * DAY }),
      ANSWERED + 4 * DAY,
      true,
    ],
    [
      'again after "Still need help" and another answer',
      { lastAnswerAt: ANSWERED + 3 * DAY },
      nudge({ answeredAt: ANSWERED + 2 * DAY, endedAt: ANSWERED + 2 * DAY, answer: 'stillNeed' }),
      ANSWERED + 4 * DAY,
      true,
    ],
    [
      'not after "Still need help" alone',
      {},
      nudge({ answeredAt: ANSWERED + 2 * DAY, endedAt: ANSWERED + 2 * DAY, answer: 'stillNeed' }),
      ANSWERED + 4 * DAY,
      false,
    ],
  ];
  test.each(cases)('%s', (_name, over, latest, now, due) => {
    expect(isNudgeDue(answered(over), latest, now)).toBe(due);
  });
});

describe('closing', () => {
  const due = ANSWERED + 4 * DAY;
  type Case = [string, Partial<Question>, Partial<Prompt>, number, number, boolean];
  const cases: Case[] = [
    ['three days after the nudge', {}, {}, ANSWERED, due, true],
    ['not a moment before', {}, {}, ANSWERED, due - 1, false],
    ['not while the nudge is not posted', {}, { messageId: null }, ANSWERED, due, false],
    ['not when it was answered', {}, { endedAt: due - DAY }, ANSWERED, due, false],
    ['not when the asker wrote', { lastAskerAt: due - DAY }, {}, due - DAY, due, false],
    ['not when anybody wrote', {}, {}, due - DAY, due, false],
    ['three days after they did', {}, {}, due - DAY, due + 2 * DAY, true],
    ['not when solved', { state: 'solved' }, {}, ANSWERED, due, false],
    ['not when the thread is gone', { goneAt: due - DAY }, {}, ANSWERED, due, false],
    ['not when the asker left: peers decide', { askerLeftAt: due - DAY }, {}, ANSWERED, due, false],
    ['a thread that sleeps, too', { archivedAt: due - DAY }, {}, ANSWERED, due, true],
  ];
  test.each(cases)('%s', (_name, over, asked, activityAt, now, closes) => {
    expect(isCloseDue(answered(over), nudge(asked), activityAt, now)).toBe(closes);
  });
});

describe('asking whether it still works', () => {
  const solvedAt = ANSWERED + DAY;
  const cases: [string, Partial<Question>, Prompt | undefined, number, boolean][] = [
    ['a week later', {}, undefined, solvedAt + 7 * DAY, true],
    ['not a moment before', {}, undefined, solvedAt + 7 * DAY - 1, false],
    ['not two days late', {}, undefined, solvedAt + 9 * DAY, false],
    ['not twice', {}, nudge({ kind: 'checkBack' }), solvedAt + 7 * DAY, false],
    ['not where peers solved it', { provisional: 1 }, undefined, solvedAt + 7 * DAY, false],
    [
      'not where it is open again',
      { state: 'answered', solvedAt: null },
      undefined,
      solvedAt + 7 * DAY,
      false,
    ],
    ['not where the thread sleeps', { archivedAt: solvedAt }, undefined, solvedAt + 7 * DAY, false],
    ['not where the asker left', { askerLeftAt: solvedAt }, undefined, solvedAt + 7 * DAY, false],
  ];
  test.each(cases)('%s', (_name, over, latest, now, due) => {
    expect(isCheckBackDue(answered({ state: 'solved', solvedAt, ...over }), latest, now)).toBe(due);
  });
});

test('still in need of help: once, and only while nothing is settled', () => {
  expect(raised(answered(), ANSWERED)).toEqual({ raisedAt: ANSWERED });
  expect(raised(answered({ raisedAt: 1 }), ANSWERED)).toBeUndefined();
  expect(raised(answered({ state: 'solved' }), ANSWERED)).toBeUndefined();
  expect(raised(answered({ state: 'closed' }), ANSWERED)).toBeUndefined();
});

describe('the way back', () => {
  test.each([
    ['the asker, where nobody had written', { state: 'closed', closedWhy: 'noActivity' }, 'alice', true],
    ['nobody else', { state: 'closed', closedWhy: 'noActivity' }, 'bob', false],
    ['not where the asker closed it', { state: 'closed', closedWhy: 'noLongerNeeded' }, 'alice', false],
    ['not where it is solved', { state: 'solved' }, 'alice', false],
  ] as const)('%s', (_name, over, author, opens) => {
    expect(isWayBack(answered(over), author)).toBe(opens);
  });
});
