// How questions that need somebody look: the list, the board, the digest, following tags; and what askers are asked.
import { describe, expect, test } from 'vitest';
import { Texts } from '../../src/core/texts.ts';
import { boardView, MOST_ON_BOARD } from '../../src/features/attention/board.view.ts';
import { composeDigest } from '../../src/features/attention/digest.rules.ts';
import { digestViews } from '../../src/features/attention/digest.view.ts';
import { listView, type ShownList, takenView } from '../../src/features/attention/list.view.ts';
import type { Claim } from '../../src/features/attention/rules.ts';
import type { Listed } from '../../src/features/attention/store.ts';
import { tagsView } from '../../src/features/attention/subscriptions.view.ts';
import { checkBackView, closedView, nudgeView } from '../../src/features/followups/view.ts';
import { callView } from '../../src/features/helpers/routing.view.ts';
import { wishesView } from '../../src/features/helpers/view.ts';
import { expectGolden, readable } from '../support/golden.ts';
import { askedQuestion } from '../support/questions.ts';

const reading = new Texts().for('en');
const NOW = Date.UTC(2026, 10, 23, 12);
const HOUR = 3_600_000;
const id = (n: number) => `1000000000000000${String(n).padStart(2, '0')}`;
const tagNames = (tagId: string) => ({ [id(70)]: 'bug', [id(71)]: 'how-to' })[tagId];

const claim: Claim = {
  id: 1,
  guildId: id(1),
  questionId: id(52),
  memberId: id(11),
  claimedAt: NOW - HOUR,
  expiresAt: NOW + HOUR,
  endedAt: null,
  endedWhy: null,
};

const listed = (n: number, over: Partial<Listed> = {}): Listed => ({
  ...askedQuestion({
    id: id(n),
    guildId: id(1),
    title: `Question ${n}`,
    askerId: id(10),
    askedAt: NOW - n * HOUR,
  }),
  tagIds: [id(70)],
  claim: undefined,
  ...over,
});

const questions = [
  listed(51, {
    title: 'It *still* [fails](x)',
    state: 'answered',
    lastAnswerAt: NOW - HOUR,
    raisedAt: NOW - HOUR,
  }),
  listed(52, { claim, tagIds: [id(70), id(71), id(99)] }),
  listed(53, { title: 'x'.repeat(100), tagIds: [] }),
];

const list: ShownList = {
  questions,
  total: 15,
  state: { filter: 'unanswered', tagId: id(70), page: 2 },
  readerId: id(11),
  tagNames,
  hasBoard: true,
};

describe('the list', () => {
  test('for a helper who has taken one', () => expectGolden(listView(reading, list), 'attention.list'));
  test('without the button at one’s own question', () => {
    const own = listView(reading, { ...list, readerId: id(10) });
    expect(readable(own)).not.toContain('[I take this]');
  });
  test('with nothing in it', () => {
    const empty = {
      ...list,
      questions: [],
      total: 0,
      state: { ...list.state, tagId: undefined, page: 1 },
      hasBoard: false,
    };
    return expectGolden(listView(reading, empty), 'attention.list.empty');
  });
  test('the answer to "I take this"', () =>
    expectGolden(takenView(reading, { question: listed(52), claim }), 'attention.taken'));
});

describe('the board', () => {
  test('with some', () =>
    expectGolden(boardView(reading, { questions, total: 3, tagNames }), 'attention.board'));
  test('with none', () =>
    expectGolden(boardView(reading, { questions: [], total: 0, tagNames }), 'attention.board.empty'));
  test('with as many as it takes, and the longest titles', () => {
    const longest = { title: '*'.repeat(100), claim, raisedAt: NOW, tagIds: [id(70), id(71)] };
    const full = Array.from({ length: MOST_ON_BOARD }, (_, i) => listed(20 + i, longest));
    const view = boardView(reading, { questions: full, total: 1234, tagNames });
    expect(readable(view)).toContain('and 1,224 more');
    expect(readable(view).length).toBeLessThan(4_000);
  });
});

const follows = (memberId: string, how: 'digest' | 'mention') => ({
  guildId: id(1),
  memberId,
  tagId: id(70),
  how,
  subscribedAt: 0,
  toldUntil: NOW - 24 * HOUR,
});

describe('the digest', () => {
  const fresh = [51, 52, 53].map((n) => ({
    ...listed(n),
    askedAt: NOW - HOUR,
    tagId: id(n === 52 ? 71 : 70),
  }));
  const due = [
    follows(id(11), 'mention'),
    follows(id(12), 'digest'),
    { ...follows(id(13), 'digest'), tagId: id(71) },
  ];
  const digest = composeDigest(due, fresh);
  if (!digest) throw new Error('There is something new.');

  test('is one message that pings whom it names', async () => {
    const views = digestViews(reading, digest, tagNames);
    await expectGolden(views, 'attention.digest');
    expect(views.map(({ pings }) => pings)).toEqual([[id(11)]]);
  });
  test('with more people than a message takes, is several', () => {
    const mentioned = Array.from({ length: 120 }, (_, i) => String(10_000 + i));
    const views = digestViews(reading, { ...digest, mentioned }, tagNames);
    expect(views.map(({ pings }) => pings?.length)).toEqual([50, 50, 20]);
    expect(views.flatMap(({ pings }) => pings)).toEqual(mentioned);
  });
});

test('following tags', () =>
  expectGolden(
    tagsView(reading, {
      boardChannelId: id(40),
      forums: [
        { channelId: id(5), name: 'support', tags: [{ channelId: id(5), id: id(70), name: 'bug' }] },
        { channelId: id(6), name: 'empty', tags: [] },
      ],
      subscriptions: [follows(id(11), 'mention')],
    }),
    'attention.tags',
  ));

describe('being mentioned', () => {
  const helper = {
    guildId: id(1),
    memberId: id(11),
    availableSince: NOW,
    quietFrom: 1320,
    quietTo: 480,
    timeZone: null,
    dailyLimit: 3,
  };
  const shown = { helper, timeZone: 'America/New_York', routeMinutes: 30, command: '</helper:1>' };
  test('one’s wishes', () => expectGolden(wishesView(reading, shown), 'helpers.wishes'));
  test('before one agreed', () =>
    expectGolden(
      wishesView(reading, { ...shown, helper: { ...helper, availableSince: null }, routeMinutes: 0 }),
      'helpers.wishes.off',
    ));
  test('times that are given before one agreed', () =>
    expectGolden(
      wishesView(reading, { ...shown, helper: { ...helper, availableSince: null }, detailsKept: true }),
      'helpers.wishes.kept',
    ));
  test('the mention, which pings exactly those it names', async () => {
    const view = callView(reading, { questionId: id(51), memberIds: [id(11), id(12), id(13)] });
    await expectGolden(view, 'helpers.call');
    expect(view.pings).toEqual([id(11), id(12), id(13)]);
  });
});

describe('what askers are asked', () => {
  test('how it stands', () =>
    expectGolden(
      nudgeView(reading, { askerId: id(10), promptId: 7, withInstructions: true }),
      'followups.nudge',
    ));
  test('nothing any more: closed', () => expectGolden(closedView(reading, id(51)), 'followups.closed'));
  test('whether it still works', () =>
    expectGolden(checkBackView(reading, id(10), 7), 'followups.check-back'));
});
