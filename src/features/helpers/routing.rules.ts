// Whom to mention in a question that nobody answers: members who asked for it, at the right time, taking turns. Pure.
import { dayAt } from '../../core/periods.ts';
import type { helpers, questions } from '../../core/question-tables.ts';

export type Helper = typeof helpers.$inferSelect;

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const MINUTES_A_DAY = 1_440;
/** People mentioned in one question, once. */
export const MOST_CALLED = 3;
/** Solutions so old say that somebody knows about a tag; older ones do not count. */
export const EXPERTISE_MS = 90 * DAY_MS;
/** A question that waits longer than this when Laurel comes to look at it is not for mentions any more: the board has it. */
const LATEST_CALL_MS = DAY_MS;
/** Turns are taken among so many of the most experienced, so that the best are not asked every time. */
const TAKING_TURNS = 10;

/** Somebody who might be mentioned, with what speaks for and against it. */
export interface Candidate {
  helper: Helper;
  /** Solutions in the question's tags (in its channel, if it has no tags) in the last 90 days. */
  solutions: number;
  /** Times mentioned today, by their own calendar. */
  calledToday: number;
  lastCalledAt: number | undefined;
}

/** What the choice depends on beside the candidates. */
export interface Circumstances {
  askerId: string;
  /** Who wrote in the question. */
  present: readonly string[];
  now: number;
  /** The server's. */
  timeZone: string;
}

/** Who may be mentioned, the best first: those who know most, taking turns. The asker and who is there never are. */
export function chooseHelpers(
  candidates: readonly Candidate[],
  { askerId, present, now, timeZone }: Circumstances,
): string[] {
  const fitting = candidates.filter(
    ({ helper, calledToday }) =>
      helper.availableSince !== null &&
      helper.memberId !== askerId &&
      !present.includes(helper.memberId) &&
      !isQuiet(helper, now, timeZone) &&
      calledToday < helper.dailyLimit,
  );
  return fitting
    .toSorted(byExperience)
    .slice(0, TAKING_TURNS)
    .toSorted(byTurn)
    .map(({ helper }) => helper.memberId);
}

function byExperience(one: Candidate, other: Candidate): number {
  return other.solutions - one.solutions || byTurn(one, other);
}

/** Whoever has solved something of the kind before those who have not; among them who was mentioned longest ago. */
function byTurn(one: Candidate, other: Candidate): number {
  const knows = ({ solutions }: Candidate) => (solutions > 0 ? 1 : 0);
  return (
    knows(other) - knows(one) ||
    (one.lastCalledAt ?? 0) - (other.lastCalledAt ?? 0) ||
    other.solutions - one.solutions ||
    one.helper.memberId.localeCompare(other.helper.memberId)
  );
}

/** Whether a member is in their quiet hours; in their own time zone, else the server's. */
export function isQuiet(
  { quietFrom, quietTo, timeZone: own }: Pick<Helper, 'quietFrom' | 'quietTo' | 'timeZone'>,
  now: number,
  timeZone: string,
): boolean {
  if (quietFrom === null || quietTo === null || quietFrom === quietTo) return false;
  const minute = minuteOfDay(now, own ?? timeZone);
  return quietFrom < quietTo
    ? minute >= quietFrom && minute < quietTo
    : minute >= quietFrom || minute < quietTo;
}

function minuteOfDay(at: number, timeZone: string): number {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  return (local.hour * 60 + local.minute) % MINUTES_A_DAY;
}

/** The first moment of a member's today, ms. */
export function todayOf({ timeZone: own }: Pick<Helper, 'timeZone'>, now: number, timeZone: string): number {
  return dayAt(now, own ?? timeZone).start;
}

/** Between these moments (ms) a question was asked that may be due for mentions now. */
export function dueAsked(routeMinutes: number, now: number): { from: number; to: number } {
  return { from: now - LATEST_CALL_MS - routeMinutes * MINUTE_MS, to: now - routeMinutes * MINUTE_MS };
}

/** Whether nobody has taken care of a question yet, as far as the database knows. */
export function isWaiting(
  question: Pick<
    typeof questions.$inferSelect,
    'state' | 'routedAt' | 'goneAt' | 'archivedAt' | 'firstAnswerAt' | 'askerLeftAt'
  >,
): boolean {
  const { state, routedAt, goneAt, archivedAt, firstAnswerAt, askerLeftAt } = question;
  return (
    state === 'open' && [routedAt, goneAt, archivedAt, firstAnswerAt, askerLeftAt].every((at) => at === null)
  );
}
