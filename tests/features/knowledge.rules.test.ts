// Who may publish which answer, and take it down: a table of cases.
import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../src/core/settings.ts';
import {
  judgePublishing,
  MOST_A_DAY,
  mayTakeDown,
  type Publishing,
} from '../../src/features/knowledge/rules.ts';
import type { Mark, Marker } from '../../src/features/questions/marking.rules.ts';

const settings: Settings = { ...DEFAULT_SETTINGS, knowledgeChannelId: '77' };
const handed: Settings = { ...settings, ambassadors: { ...settings.ambassadors, mayPublish: true } };
const somebody: Marker = {
  memberId: 'eve',
  isBot: false,
  isStaff: false,
  isModerator: false,
  tier: 'ambassador',
  isAmbassador: false,
};
const mark: Mark = {
  id: 1,
  guildId: '1',
  questionId: '10',
  kind: 'solution',
  messageId: '11',
  channelId: '10',
  memberId: 'bob',
  isStaff: 0,
  originQuestionId: null,
  originMessageId: null,
  weight: 100,
  markedBy: 'alice',
  way: 'menu',
  markedAt: 0,
  unmarkedAt: null,
  unmarkedWhy: null,
} as Mark; // whatever else a mark carries is of no meaning here
const about = (over: Partial<Publishing> = {}): Publishing => ({
  question: { state: 'solved' },
  publisher: { ...somebody, isStaff: true },
  messageId: '11',
  live: [mark],
  isPublished: false,
  today: 0,
  settings,
  ...over,
});

test.each<[string, Partial<Publishing>, string | undefined]>([
  ['staff', {}, undefined],
  ['a moderator', { publisher: { ...somebody, isModerator: true } }, undefined],
  [
    'an Ambassador where it is handed to them',
    { publisher: { ...somebody, isAmbassador: true }, settings: handed },
    undefined,
  ],
  ['an Ambassador where it is not', { publisher: { ...somebody, isAmbassador: true } }, 'publishNotYours'],
  ['somebody with the tier but no term', { publisher: somebody, settings: handed }, 'publishNotYours'],
  ['a bot', { publisher: { ...somebody, isStaff: true, isBot: true } }, 'publishNotYours'],
  ['where no channel is chosen', { settings: DEFAULT_SETTINGS }, 'publishNowhere'],
  ['an open question', { question: { state: 'answered' } }, 'publishNoSolution'],
  ['another message of a solved one', { messageId: '12' }, 'publishNoSolution'],
  ['what somebody helped with as well', { live: [{ ...mark, kind: 'assist' }] }, 'publishNoSolution'],
  ['one’s own answer', { publisher: { ...somebody, memberId: 'bob', isStaff: true } }, 'publishOwn'],
  ['what is published', { isPublished: true }, 'publishedAlready'],
  ['the last of a day', { today: MOST_A_DAY - 1 }, undefined],
  ['one more', { today: MOST_A_DAY }, 'publishedMany'],
])('%s', (_who, over, refused) => {
  const judged = judgePublishing(about(over));
  expect('refused' in judged ? judged.refused : undefined).toBe(refused);
  if (refused === undefined) expect(judged).toBe(mark);
});

test.each<[string, Partial<Marker>, boolean]>([
  ['whoever published it', { memberId: 'mona' }, true],
  ['whoever wrote it', { memberId: 'bob' }, true],
  ['staff', { isStaff: true }, true],
  ['a moderator', { isModerator: true }, true],
  ['anybody else', {}, false],
])('%s takes it down: %s', (_who, over, may) => {
  expect(mayTakeDown({ giverId: 'mona', receiverId: 'bob' }, { ...somebody, ...over }, settings)).toBe(may);
});
