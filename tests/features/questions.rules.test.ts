// The life of a question and who may say what of it, as tables of cases.
import { describe, expect, test } from 'vitest';
import { settingsSchema } from '../../src/core/settings.ts';
import { creditOf } from '../../src/features/questions/credit.rules.ts';
import {
  type Answer,
  isPeer,
  judgeAssists,
  judgeMark,
  type Mark,
  type Marker,
  mayDecide,
} from '../../src/features/questions/marking.rules.ts';
import { newMarks } from '../../src/features/questions/new-marks.rules.ts';
import * as rules from '../../src/features/questions/questions.rules.ts';
import {
  changeWhenTakenBack,
  linksIn,
  planWhenSolved,
  titleFor,
  titleOf,
} from '../../src/features/questions/thread.rules.ts';
import { askedQuestion } from '../support/questions.ts';

const DAY = 86_400_000;
const ASKED = 1_000 * DAY;

const question = (over: Partial<rules.Question> = {}) =>
  askedQuestion({ askerId: '10', askedAt: ASKED, ...over });
const answered = question({ state: 'answered', firstAnswerAt: ASKED + 5, firstAnswerMs: 5 });
const solved = question({ ...answered, state: 'solved', solvedAt: ASKED + 9, solvedStaff: 0, solutionMs: 9 });
const closed = question({ state: 'closed', closedAt: ASKED + 9, closedWhy: 'noActivity' });

const SETTINGS = settingsSchema.parse({ questions: { staffRoleIds: ['70'], markingTier: 'guide' } });

describe('each step, and none where there is nothing to do', () => {
  const at = ASKED + 100;
  test.each<[string, rules.Change | undefined, rules.Change | undefined]>([
    [
      'an open one is closed',
      rules.closed(question(), { at, why: 'moved' }),
      { state: 'closed', closedWhy: 'moved' },
    ],
    ['a closed one is not closed', rules.closed(closed, { at, why: 'moved' }), undefined],
    ['a solved one is not closed', rules.closed(solved, { at, why: 'moved' }), undefined],
    [
      'a closed one is solved',
      rules.solved(closed, { at, isStaff: false, provisional: false }),
      { state: 'solved', closedWhy: null, solutionMs: 100 },
    ],
    [
      'a solved one is not solved',
      rules.solved(solved, { at, isStaff: false, provisional: false }),
      undefined,
    ],
    [
      'a provisional one becomes sure',
      rules.solved({ ...solved, provisional: 1 }, { at, isStaff: false, provisional: false }),
      { provisional: 0 },
    ],
    ['an answered one is not unsolved', rules.unsolved(answered), undefined],
    ['a solved one is unsolved', rules.unsolved(solved), { state: 'answered', solvedAt: null }],
    ['a solved one is reopened', rules.reopened(solved, at), { state: 'answered', reopenedAt: at }],
    ['an unanswered closed one is reopened', rules.reopened(closed, at), { state: 'open', closedWhy: null }],
    ['an open one is not reopened', rules.reopened(question(), at), undefined],
    ['one whose thread is gone is not reopened', rules.reopened({ ...closed, goneAt: at }, at), undefined],
    [
      'a deleted thread closes',
      rules.gone(question(), at),
      { state: 'closed', closedWhy: 'deleted', goneAt: at },
    ],
    ['a deleted thread of a solved one', rules.gone(solved, at), { goneAt: at }],
    ['a thread is deleted once', rules.gone({ ...solved, goneAt: 1 }, at), undefined],
    [
      'the asker of an open one leaves',
      rules.askerGone(question(), at),
      { state: 'closed', closedWhy: 'askerLeft' },
    ],
    ['the asker of an answered one leaves', rules.askerGone(answered, at), { askerLeftAt: at }],
    [
      'the asker comes back',
      rules.askerBack({ ...closed, closedWhy: 'askerLeft', askerLeftAt: 5 }, at),
      { state: 'open', askerLeftAt: null },
    ],
    [
      'the asker comes back, it was closed otherwise',
      rules.askerBack({ ...closed, askerLeftAt: 5 }, at),
      { askerLeftAt: null },
    ],
    [
      'the first message of an open one',
      rules.firstMessageDeleted(question(), at),
      { closedWhy: 'noLongerNeeded' },
    ],
    ['the first message of an answered one', rules.firstMessageDeleted(answered, at), undefined],
  ])('%s', (_what, change, wanted) => {
    if (wanted === undefined) expect(change).toBeUndefined();
    else expect(change).toMatchObject(wanted);
  });

  test('a thread deleted changes no state of a solved question', () => {
    expect(rules.gone(solved, 5)?.state).toBeUndefined();
    expect(rules.askerGone(answered, 5)?.state).toBeUndefined();
  });
});

describe('somebody writes', () => {
  const by = (memberId: string, at: number, messageId = '900', isStaff = false) => ({
    memberId,
    at,
    messageId,
    isStaff,
  });
  test('the first other is the first answer; the asker is none', () => {
    expect(rules.written(question(), by('11', ASKED + 60))).toMatchObject({
      state: 'answered',
      firstAnswerBy: '11',
      firstAnswerMs: 60,
      lastAnswerAt: ASKED + 60,
    });
    expect(rules.written(question(), by('10', ASKED + 60))).toEqual({
      recentMessageIds: '900',
      lastActivityAt: ASKED + 60,
      lastAskerAt: ASKED + 60,
    });
  });
  test('one told of late is the first answer if it was earlier', () => {
    expect(rules.written(answered, by('12', ASKED + 2))).toMatchObject({
      firstAnswerBy: '12',
      firstAnswerMs: 2,
    });
    expect(rules.written(answered, by('12', ASKED + 7))?.firstAnswerBy).toBeUndefined();
  });
  test('in a settled question it changes no state', () => {
    for (const one of [solved, closed])
      expect(rules.written(one, by('12', ASKED + 7))?.state).toBeUndefined();
  });
  test('twice is once, whatever came between, up to sixteen', () => {
    let recent = '';
    const ids = Array.from({ length: 16 }, (_, i) => String(100 + i));
    for (const id of ids.toReversed()) recent = rules.countedOnce(recent, id) ?? 'lost';
    expect(recent.split(' ')).toEqual(ids.toReversed());
    for (const id of ids) expect(rules.countedOnce(recent, id)).toBeUndefined();
    expect(rules.countedOnce(recent, '99')).toBeUndefined();
    expect(rules.countedOnce(recent, '1000')?.split(' ')).toEqual(['1000', ...ids.toReversed().slice(0, 15)]);
  });
});

describe('the thread changes', () => {
  const thread = { archived: false, archivedAt: ASKED, locked: false, autoArchiveMs: DAY };
  const away = (after: number) => ({ ...thread, archived: true, archivedAt: ASKED + after });
  test.each<[string, rules.Question, rules.ThreadState, rules.Change | undefined]>([
    ['nothing', question(), thread, undefined],
    [
      'archived early',
      question(),
      away(DAY / 2),
      { state: 'closed', closedWhy: 'archived', archivedAt: ASKED + DAY / 2 },
    ],
    ['archived when its time was up', question(), away(DAY), { archivedAt: ASKED + DAY }],
    ['archived a moment before', question(), away(DAY - 1000), { archivedAt: ASKED + DAY - 1000 }],
    ['told of twice', question({ archivedAt: ASKED + DAY }), away(DAY), undefined],
    ['a solved one archived', solved, away(5), { archivedAt: ASKED + 5 }],
    [
      'taken out again',
      question({ ...closed, closedWhy: 'archived', archivedAt: 7 }),
      thread,
      { state: 'open', archivedAt: null },
    ],
    ['taken out, closed otherwise', question({ ...closed, archivedAt: 7 }), thread, { archivedAt: null }],
    ['locked', answered, { ...thread, locked: true }, { state: 'closed', closedWhy: 'locked' }],
    ['unlocked', question({ ...closed, closedWhy: 'locked' }), thread, { state: 'open' }],
  ])('%s', (_what, before, now, wanted) => {
    const change = rules.threadChanged(before, now, ASKED + 2 * DAY);
    if (wanted === undefined) expect(change).toBeUndefined();
    else expect(change).toMatchObject(wanted);
    if (wanted && wanted.state === undefined) expect(change?.state).toBeUndefined();
  });
});

const marker = (over: Partial<Marker> = {}): Marker => ({
  memberId: '30',
  isBot: false,
  isStaff: false,
  isModerator: false,
  isAmbassador: false,
  tier: undefined,
  ...over,
});

test.each<[string, Partial<Marker>, boolean, boolean]>([
  ['anybody', {}, false, false],
  ['the asker', { memberId: '10' }, true, false],
  ['staff', { isStaff: true }, true, false],
  ['a moderator', { isModerator: true }, true, false],
  ['a bot', { isBot: true, isStaff: true, tier: 'expert' }, false, false],
  ['a Helper', { tier: 'helper' }, false, true],
  ['a Guide, who was chosen', { tier: 'guide' }, true, true],
  ['an Expert, above that', { tier: 'expert' }, true, true],
  ['a tier that is no more', { tier: 'sage' }, false, false],
])('%s may decide, may confirm', (_who, over, decides, confirms) => {
  expect([mayDecide(question(), marker(over), SETTINGS), isPeer(marker(over), SETTINGS)]).toEqual([
    decides,
    confirms,
  ]);
});

test.each([
  ['where the server hands it to them', true, true],
  ['where it does not', false, false],
])('an Ambassador may decide %s', (_where, mayMark, decides) => {
  const settings = { ...SETTINGS, ambassadors: { ...SETTINGS.ambassadors, mayMark } };
  expect(mayDecide(question(), marker({ isAmbassador: true }), settings)).toBe(decides);
  expect(mayDecide(question(), marker(), settings)).toBe(false);
});

const mark = (over: Partial<Mark> = {}): Mark => ({
  id: 1,
  questionId: '500',
  guildId: '1',
  kind: 'solution',
  messageId: '601',
  memberId: '11',
  isStaff: 0,
  weight: 100,
  markedBy: '10',
  way: 'menu',
  markedAt: ASKED,
  unmarkedAt: null,
  unmarkedWhy: null,
  originQuestionId: null,
  originMessageId: null,
  ...over,
});
const answer = (over: Partial<Answer> = {}): Answer => ({
  messageId: '602',
  channelId: '500',
  authorId: '12',
  byPerson: true,
  byStaff: false,
  ...over,
});

describe('a mark', () => {
  const three = ['601', '603', '604'].map((messageId, i) => mark({ id: i, messageId, memberId: `4${i}` }));
  const peers = mark({ way: 'peers', weight: 50 });
  const asker = marker({ memberId: '10' });
  const origin = { questionId: '400', messageId: '401', memberId: '30', isStaff: false };
  test.each<[string, ReturnType<typeof judgeMark>, unknown]>([
    ['replaces', judgeMark(answered, answer(), asker, three, 'replace'), { replaces: three }],
    ['is added', judgeMark(answered, answer(), asker, three.slice(1), 'add'), { replaces: [] }],
    ['is one too many', judgeMark(answered, answer(), asker, three, 'add'), { refused: 'solutionsEnough' }],
    ['is known', judgeMark(answered, answer({ messageId: '601' }), asker, three, 'replace'), 'known'],
    [
      'is said by somebody else as well, though there are three',
      judgeMark(answered, answer({ messageId: '601' }), marker({ isStaff: true }), three, 'replace'),
      { replaces: [], seconds: true },
    ],
    [
      'makes sure what peers said',
      judgeMark(answered, answer({ messageId: '601' }), asker, [peers], 'add'),
      { replaces: [peers] },
    ],
    [
      'on the question',
      judgeMark(answered, answer({ messageId: '500' }), asker, [], 'add'),
      { refused: 'solutionIsQuestion' },
    ],
    [
      'of a bot',
      judgeMark(answered, answer({ byPerson: false }), asker, [], 'add'),
      { refused: 'solutionByBot' },
    ],
    [
      'of elsewhere',
      judgeMark(answered, answer({ channelId: '7' }), asker, [], 'add'),
      { refused: 'solutionElsewhere' },
    ],
    [
      'on one’s own message',
      judgeMark(answered, answer({ authorId: '10' }), asker, [], 'add'),
      { replaces: [] },
    ],
    [
      'on a helper’s own',
      judgeMark(answered, answer({ authorId: '30' }), marker(), [], 'add'),
      { refused: 'solutionByYou' },
    ],
    [
      'on one’s own older answer',
      judgeMark(answered, answer({ origin }), marker(), [], 'add'),
      { refused: 'solutionByYou' },
    ],
    [
      'of an older answer itself',
      judgeMark(answered, answer({ messageId: '401', channelId: '400', origin }), asker, [], 'add'),
      { replaces: [] },
    ],
    [
      'leaves who else helped',
      judgeMark(answered, answer(), asker, [mark({ kind: 'assist', messageId: null })], 'replace'),
      { replaces: [] },
    ],
  ])('%s', (_what, judged, wanted) => {
    if (typeof wanted === 'object') expect(judged).toMatchObject(wanted as object);
    else expect(judged).toBe(wanted);
  });

  test.each<[string, Partial<Answer>, string, Partial<Mark>[]]>([
    ['a plain answer', {}, '10', [{ kind: 'solution', memberId: '12', weight: 100 }]],
    ['the asker’s own', { authorId: '10' }, '10', [{ memberId: '10', weight: 0 }]],
    [
      'a link by another',
      { origin },
      '10',
      [
        { memberId: '30', originMessageId: '401' },
        { kind: 'assist', memberId: '12', way: 'link' },
      ],
    ],
    ['a link by its own author', { origin, authorId: '30' }, '10', [{ memberId: '30' }]],
    ['a link by the asker', { origin, authorId: '10' }, '10', [{ memberId: '30' }]],
    ['a link by whoever marks it', { origin }, '12', [{ memberId: '30' }]],
    [
      'the asker’s own older answer',
      { origin: { ...origin, memberId: '10' } },
      '10',
      [{ memberId: '10', weight: 0 }, { kind: 'assist' }],
    ],
  ])('on %s makes these', (_what, over, markedBy, wanted) => {
    const made = newMarks(answered, answer(over), { memberId: markedBy }, 'menu', SETTINGS, ASKED);
    expect(made).toHaveLength(wanted.length);
    expect(made).toMatchObject(wanted);
  });

  test('staff where staff earn nothing', () => {
    const settings = settingsSchema.parse({ questions: { staffEarns: false } });
    expect(newMarks(answered, answer({ byStaff: true }), asker, 'menu', settings, ASKED)).toMatchObject([
      { weight: 0, isStaff: 1 },
    ]);
  });

  test('who else helped: three at most, no bots, neither asker nor solver, each once', () => {
    const named = ['10', '11', '12', '12', '13', '14', '15'].map((memberId) => ({
      memberId,
      isBot: memberId === '13',
    }));
    expect(judgeAssists(question(), named, [mark()])).toEqual(['12', '14', '15']);
  });
});

test('credit is what the marks that stand say, and why the others do not', () => {
  const marks = [
    mark({ id: 1, unmarkedAt: 5, unmarkedWhy: 'replaced' }),
    mark({ id: 2, messageId: '602', memberId: '12', way: 'peers', weight: 50 }),
    mark({ id: 3, messageId: '603', memberId: '13', unmarkedAt: 5, unmarkedWhy: 'reopened' }),
    mark({ id: 4, messageId: '603', memberId: '13' }),
    mark({ id: 5, messageId: '604', memberId: '10', weight: 0 }),
    mark({ id: 6, messageId: null, memberId: '14', kind: 'assist' }),
  ];
  const { wanted, unwanted } = creditOf(question(), marks, SETTINGS.points);
  expect(
    wanted.map(({ sourceKey, receiverId, points, giverId }) => [sourceKey, receiverId, points, giverId]),
  ).toEqual([
    ['peers:500:602:12', '12', 13, '10'],
    ['solution:500:603:13', '13', 25, '10'],
    ['assist:500:14', '14', 10, '10'],
  ]);
  expect(unwanted).toEqual([{ sourceKey: 'solution:500:601:11', why: 'replaced' }]);
});

describe('the thread of a solved question', () => {
  const channel = { channelId: '5', opensThreads: false, solvedTagId: '81', removedTagIds: ['82', '83'] };
  const usual = SETTINGS.questions.solved;
  test.each([
    [
      'a tag',
      channel,
      usual,
      { change: { addTags: ['81'], removeTags: ['82'] }, check: false, archiveDueAt: null },
    ],
    [
      'no tag: ✅',
      { ...channel, solvedTagId: undefined, removedTagIds: [] },
      usual,
      { change: undefined, check: true },
    ],
    [
      'no sign',
      { ...channel, removedTagIds: [] },
      { ...usual, sign: false },
      { change: undefined, check: false },
    ],
    [
      'title and lock',
      { ...channel, removedTagIds: [] },
      { ...usual, sign: false, title: true, lock: true },
      { change: { mark: 'put', locked: true } },
    ],
    [
      'put away, locked only then',
      channel,
      { ...usual, archiveHours: 2, lock: true },
      { archiveDueAt: 7_200_000, asked: { locked: false } },
    ],
  ])('%s', (_what, help, wishes, wanted) => {
    expect(planWhenSolved(help, wishes, ['82', '90'], 0)).toMatchObject(wanted);
  });
  test('all is taken back, and nothing where nothing was asked', () => {
    const asked = { tagId: '81', removedTagIds: ['82'], title: true, locked: true, archived: true };
    expect(changeWhenTakenBack(asked)).toEqual({
      addTags: ['82'],
      removeTags: ['81'],
      mark: 'take',
      locked: false,
      archived: false,
    });
    const nothing = { tagId: undefined, removedTagIds: [], title: false, locked: false, archived: false };
    expect(changeWhenTakenBack(nothing)).toBeUndefined();
  });
});

test.each([
  ['✔ Port in use', 'Port in use'],
  ['Port ✔ in use', 'Port ✔ in use'],
  ['✔', '✔'],
])('the title of %j is %j', (name, title) => expect(titleOf(name)).toBe(title));

test.each([
  ['**How** do I <@123> stop it?\nIt hangs', 'How do I stop it?'],
  ['https://example.org/x\nWhat is this?', 'What is this?'],
  ['<:wave:123> hello there', ':wave: hello there'],
  ['???', 'Alice'],
  ['', 'Alice'],
  ['x'.repeat(120), `${'x'.repeat(79)}…`],
])('a thread for %j is called %j', (content, name) => expect(titleFor(content, 'Alice')).toBe(name));

test.each([
  ['see https://discord.com/channels/1/400/401 please', [{ channelId: '400', messageId: '401' }]],
  ['<https://ptb.discord.com/channels/1/400>', [{ channelId: '400', messageId: undefined }]],
  ['https://discord.com/channels/2/400/401', []],
  ['https://example.com/channels/1/400/401', []],
])('the links of %j', (text, links) => expect(linksIn(text, '1')).toEqual(links));
