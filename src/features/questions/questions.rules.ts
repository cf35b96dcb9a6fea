// The life of a question: open → answered → solved or closed → reopened. Each step is one function, and done twice is done once. Pure.
import type { ClosedWhy, questions } from '../../core/question-tables.ts';
import { isBefore } from '../../core/snowflakes.ts';

export type Question = typeof questions.$inferSelect;
/** What a step changes; nothing when there is nothing to do. */
export type Change = Partial<Omit<Question, 'id' | 'guildId'>>;

const DAY_MS = 86_400_000;
/** An asker who has not written for so long after an answer counts as gone, ms. */
const SILENT_AFTER_MS = 3 * DAY_MS;
/** Messages remembered by id, so that one told of twice, or late, counts once. */
const MOST_RECENT = 16;

/** A message in a question, by anybody but bots. */
export interface Written {
  messageId: string;
  memberId: string;
  isStaff: boolean;
  at: number;
}

/** Somebody wrote: the times, and the first answer if it is the earliest known. Nothing if it was counted before. */
export function written(question: Question, message: Written): Change | undefined {
  const recentMessageIds = countedOnce(question.recentMessageIds, message.messageId);
  if (recentMessageIds === undefined) return undefined;
  const { at, memberId } = message;
  const change: Change = { recentMessageIds, lastActivityAt: Math.max(question.lastActivityAt, at) };
  if (memberId === question.askerId) return { ...change, lastAskerAt: Math.max(question.lastAskerAt, at) };
  return {
    ...change,
    lastAnswerAt: Math.max(question.lastAnswerAt ?? at, at),
    // Somebody came, as the asker had wished.
    ...(question.raisedAt !== null && at > question.raisedAt ? { raisedAt: null } : {}),
    ...answered(question, message),
  };
}

function answered(question: Question, { at, memberId, isStaff }: Written): Change {
  if (question.firstAnswerAt !== null && question.firstAnswerAt <= at) return {};
  return {
    firstAnswerAt: at,
    firstAnswerBy: memberId,
    firstAnswerStaff: isStaff ? 1 : 0,
    firstAnswerMs: Math.max(0, at - question.askedAt),
    ...(question.state === 'open' ? { state: 'answered' as const, raisedAt: null } : {}),
  };
}

/** The remembered ids with this one among them; nothing if it is there already, or older than all that are remembered. */
export function countedOnce(recent: string, messageId: string): string | undefined {
  const ids = recent === '' ? [] : recent.split(' ');
  if (ids.includes(messageId)) return undefined;
  const place = ids.findIndex((id) => isBefore(id, messageId));
  if (place === -1 && ids.length >= MOST_RECENT) return undefined;
  ids.splice(place === -1 ? ids.length : place, 0, messageId);
  return ids.slice(0, MOST_RECENT).join(' ');
}

/** The latest message that was counted; the thread itself if none was. */
export function latestCounted({ recentMessageIds, id }: Pick<Question, 'recentMessageIds' | 'id'>): string {
  return recentMessageIds.split(' ')[0] || id;
}

/** A solution was marked. `provisional` if only peers say so. Nothing if it is solved like that already. */
export function solved(
  question: Question,
  { at, isStaff, provisional }: { at: number; isStaff: boolean; provisional: boolean },
): Change | undefined {
  if (question.state === 'solved') {
    const same = question.provisional === (provisional ? 1 : 0) && question.solvedStaff === (isStaff ? 1 : 0);
    return same ? undefined : { provisional: provisional ? 1 : 0, solvedStaff: isStaff ? 1 : 0 };
  }
  return {
    state: 'solved',
    solvedAt: at,
    solvedStaff: isStaff ? 1 : 0,
    solutionMs: Math.max(0, at - question.askedAt),
    provisional: provisional ? 1 : 0,
    closedAt: null,
    closedWhy: null,
    duplicateOf: null,
    raisedAt: null,
  };
}

/** The last mark was taken back: it is answered as before, or open. */
export function unsolved(question: Question): Change | undefined {
  return question.state === 'solved' ? unsettled(question) : undefined;
}

/** Closed without a solution; a solved question stays solved. */
export function closed(
  question: Question,
  { at, why, duplicateOf }: { at: number; why: ClosedWhy; duplicateOf?: string | undefined },
): Change | undefined {
  if (question.state === 'solved' || question.state === 'closed') return undefined;
  return {
    state: 'closed',
    closedAt: at,
    closedWhy: why,
    duplicateOf: duplicateOf ?? null,
    raisedAt: null,
  };
}

/** Solved or closed, it is open again. */
export function reopened(question: Question, at: number): Change | undefined {
  if (question.goneAt !== null) return undefined;
  if (question.state !== 'solved' && question.state !== 'closed') return undefined;
  return { ...unsettled(question), reopenedAt: at };
}

function unsettled(question: Question): Change {
  return {
    state: question.firstAnswerAt === null ? 'open' : 'answered',
    solvedAt: null,
    solvedStaff: null,
    solutionMs: null,
    provisional: 0,
    closedAt: null,
    closedWhy: null,
    duplicateOf: null,
    archiveDueAt: null,
  };
}

/** The thread was deleted. What was solved stays solved, and its helpers keep their credit: tidying up takes nothing from anybody. */
export function gone(question: Question, at: number): Change | undefined {
  if (question.goneAt !== null) return undefined;
  return { ...closed(question, { at, why: 'deleted' }), goneAt: at, archiveDueAt: null };
}

/** The asker left. An unanswered question is over; an answered one waits for the word of peers. */
export function askerGone(question: Question, at: number): Change | undefined {
  if (question.askerLeftAt !== null) return undefined;
  const over = question.state === 'open' ? closed(question, { at, why: 'askerLeft' }) : undefined;
  return { ...over, askerLeftAt: at };
}

/** The asker came back: what was closed because they had left is open again. */
export function askerBack(question: Question, at: number): Change | undefined {
  if (question.askerLeftAt === null) return undefined;
  const again = question.closedWhy === 'askerLeft' ? reopened(question, at) : undefined;
  return { ...again, askerLeftAt: null };
}

/**
 * The first message was deleted: an unanswered question was withdrawn. With answers it stays as it is: they may still
 * help, and be marked.
 */
export function firstMessageDeleted(question: Question, at: number): Change | undefined {
  return question.state === 'open' ? closed(question, { at, why: 'noLongerNeeded' }) : undefined;
}

/** What a thread looks like from outside, as far as it says something about its question. */
export interface ThreadState {
  archived: boolean;
  /** When it was archived, or taken out again. */
  archivedAt: number;
  locked: boolean;
  /** The time without a message after which Discord archives it by itself, ms. */
  autoArchiveMs: number;
}

/** A thread that Discord archived by itself was quiet for its whole time; a little less, for clocks that differ. */
const CLOCK_SLACK_MS = 60_000;

/**
 * The thread was archived, locked, or either taken back. Locked by hand closes. So does archiving by hand, which is
 * told from Discord's own by its being early; should Discord have been early, the next message takes it back.
 */
export function threadChanged(question: Question, thread: ThreadState, now: number): Change | undefined {
  const away = thread.archived ? thread.archivedAt : null;
  const noted: Change = question.archivedAt === away ? {} : { archivedAt: away };
  const step = threadStep(question, thread, now);
  const change = { ...noted, ...step };
  return Object.keys(change).length > 0 ? change : undefined;
}

function threadStep(question: Question, thread: ThreadState, now: number): Change | undefined {
  if (thread.locked) return closed(question, { at: now, why: 'locked' });
  if (question.closedWhy === 'locked') return reopened(question, now);
  if (!thread.archived) return question.closedWhy === 'archived' ? reopened(question, now) : undefined;
  const quietFor = thread.archivedAt - question.lastActivityAt;
  const byHand = quietFor < thread.autoArchiveMs - CLOCK_SLACK_MS;
  const isNews = question.archivedAt === null;
  return byHand && isNews ? closed(question, { at: now, why: 'archived' }) : undefined;
}

/** Whether the asker will not say whether this message answered it: they left, or did not write for three days after it. */
export function askerIsSilent(question: Question, messageAt: number, now: number): boolean {
  if (question.askerLeftAt !== null) return true;
  return question.lastAskerAt <= messageAt && now - messageAt >= SILENT_AFTER_MS;
}
