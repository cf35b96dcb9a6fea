// When an asker is asked how it stands, when a quiet question is closed, and when it is asked whether it still works. Pure.
import type { questionPrompts, questions } from '../../core/question-tables.ts';

export type Question = typeof questions.$inferSelect;
export type Prompt = typeof questionPrompts.$inferSelect;

const DAY_MS = 86_400_000;
/** An asker without a word for so long after an answer is asked how it stands, ms. */
export const NUDGE_AFTER_MS = DAY_MS;
/** Later than this a nudge would dig up what everybody has forgotten, for example after nudges were turned on, ms. */
export const LATEST_NUDGE_MS = 8 * DAY_MS;
/** A question is closed when nothing happened for so long after its nudge, ms. */
export const CLOSE_AFTER_MS = 3 * DAY_MS;
/** A nudge stays until it is answered or its question closed; this is for those that neither ever happens to, ms. */
export const NUDGE_STAYS_MS = 30 * DAY_MS;
/** A solution is asked about after so long, ms. */
export const CHECK_BACK_AFTER_MS = 7 * DAY_MS;
/** And not after so long, ms. */
export const LATEST_CHECK_BACK_MS = 9 * DAY_MS;
/** How long the asker has to say whether it still works, ms. */
export const CHECK_BACK_STAYS_MS = 3 * DAY_MS;

/** Whether the thread is there and awake, and the asker too. */
function canBeAsked({ goneAt, archivedAt, askerLeftAt }: Question): boolean {
  return goneAt === null && archivedAt === null && askerLeftAt === null;
}

/**
 * Whether the asker is to be asked how it stands: a day after an answer without a word from them. `latest` is the nudge
 * before: there is a second one only after they wrote, or said that they still need help and got another answer.
 */
export function isNudgeDue(question: Question, latest: Prompt | undefined, now: number): boolean {
  const { state, lastAnswerAt, lastAskerAt } = question;
  if (state !== 'answered' || lastAnswerAt === null || !canBeAsked(question)) return false;
  if (lastAskerAt > lastAnswerAt) return false;
  const silentFor = now - lastAnswerAt;
  if (silentFor < NUDGE_AFTER_MS || silentFor >= LATEST_NUDGE_MS) return false;
  if (!latest) return true;
  const lastWord = Math.max(lastAskerAt, latest.answeredAt ?? 0);
  return lastWord > latest.createdAt && lastWord <= lastAnswerAt;
}

/** Whether the asker wrote since they were asked, so that the question is answered by their words. */
export function isOvertaken(question: Question, nudge: Pick<Prompt, 'createdAt'>): boolean {
  return question.state !== 'answered' || question.lastAskerAt > nudge.createdAt;
}

/** Whether a nudged question is to be closed. `activityAt` is when anybody wrote last, as Discord has it at this moment. */
export function isCloseDue(question: Question, nudge: Prompt, activityAt: number, now: number): boolean {
  if (question.state !== 'answered' || question.goneAt !== null || question.askerLeftAt !== null)
    return false;
  if (nudge.endedAt !== null || nudge.messageId === null || isOvertaken(question, nudge)) return false;
  return now - Math.max(nudge.createdAt, activityAt) >= CLOSE_AFTER_MS;
}

/** Whether the asker is to be asked, once in the life of a question, whether the solution still works. */
export function isCheckBackDue(question: Question, latest: Prompt | undefined, now: number): boolean {
  const { state, solvedAt, provisional } = question;
  if (state !== 'solved' || solvedAt === null || provisional === 1 || !canBeAsked(question)) return false;
  const ago = now - solvedAt;
  return latest === undefined && ago >= CHECK_BACK_AFTER_MS && ago < LATEST_CHECK_BACK_MS;
}

/** "I still need help": it stands first where helpers look. */
export function raised(question: Question, now: number): { raisedAt: number } | undefined {
  const waits = question.state === 'open' || question.state === 'answered';
  return waits && question.raisedAt === null ? { raisedAt: now } : undefined;
}

/** Whether an asker's message opens their question again: it was closed for want of a word, and here is one. */
export function isWayBack(question: Question, authorId: string): boolean {
  return question.state === 'closed' && question.closedWhy === 'noActivity' && question.askerId === authorId;
}
