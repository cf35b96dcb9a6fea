// A question as the tests of rules and views need one: Alice's, just asked, unless they say otherwise.
import type { Question } from '../../src/features/questions/questions.rules.ts';

/** An open question; its times follow `askedAt` unless they are given. */
export function askedQuestion({ askedAt = 0, ...over }: Partial<Question> = {}): Question {
  return {
    id: '500',
    guildId: '1',
    channelId: '5',
    firstMessageIn: '500',
    title: 'How?',
    askerId: 'alice',
    askedAt,
    state: 'open',
    firstAnswerAt: null,
    firstAnswerBy: null,
    firstAnswerStaff: null,
    firstAnswerMs: null,
    lastActivityAt: askedAt,
    lastAskerAt: askedAt,
    lastAnswerAt: null,
    solvedAt: null,
    solvedStaff: null,
    solutionMs: null,
    provisional: 0,
    closedAt: null,
    closedWhy: null,
    duplicateOf: null,
    reopenedAt: null,
    raisedAt: null,
    routedAt: null,
    goneAt: null,
    askerLeftAt: null,
    archivedAt: null,
    archiveDueAt: null,
    doneToThread: null,
    recentMessageIds: '',
    ...over,
  };
}
