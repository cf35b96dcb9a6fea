// The term of an Ambassador: how long it is, when they are asked what comes next, and what may come next. Pure.
import { type Refusal, refuse } from '../../core/context.ts';
import type { ambassadorTerms } from '../../core/standing-tables.ts';

export type Term = typeof ambassadorTerms.$inferSelect;
export type EndWhy = NonNullable<Term['endedWhy']>;

const DAY_MS = 86_400_000;
/** A leave of absence is a pause, not an end: after so many days the term goes on. */
export const LONGEST_LEAVE_DAYS = 90;
/** Asked so many months before the end; in a short term, when half of it is over. */
const ASK_MONTHS_BEFORE = 1;

/** The same day so many months later (or earlier), in the server's time zone; in ms. */
export function monthsAfter(at: number, months: number, timeZone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).add({ months }).toInstant()
    .epochMilliseconds;
}

/** When an Ambassador is asked what comes next, ms. */
function askAt({ startedAt, endsAt }: Pick<Term, 'startedAt' | 'endsAt'>, timeZone: string): number {
  return Math.max(monthsAfter(endsAt, -ASK_MONTHS_BEFORE, timeZone), startedAt + (endsAt - startedAt) / 2);
}

export function isAskDue(term: Term, now: number, timeZone: string): boolean {
  return term.state === 'active' && term.askedAt === null && now >= askAt(term, timeZone);
}

/** Whether the term is over and nobody said that it goes on. */
export function isOver({ state, endsAt }: Term, now: number): boolean {
  return state === 'active' && now >= endsAt;
}

/** When a leave ends by itself, ms. */
export function leaveEnds(pausedAt: number): number {
  return pausedAt + LONGEST_LEAVE_DAYS * DAY_MS;
}

export function isLeaveOver({ state, pausedAt }: Term, now: number): boolean {
  return state === 'paused' && pausedAt !== null && now >= leaveEnds(pausedAt);
}

/** The end of a term after a leave: the days away are added. */
export function endAfterLeave({ endsAt, pausedAt }: Term, now: number): number {
  return pausedAt === null ? endsAt : endsAt + (now - pausedAt);
}

export const steps = ['renew', 'pause', 'back', 'stepDown'] as const;
export type Step = (typeof steps)[number];

/** What an Ambassador can do about their own term now, in the order in which it is offered. */
export function openTo(term: Term, now: number, timeZone: string): Step[] {
  if (term.state === 'ended' || term.endedWhy !== null) return [];
  if (term.state === 'paused') return ['back', 'stepDown'];
  return now >= askAt(term, timeZone) ? ['renew', 'pause', 'stepDown'] : ['pause', 'stepDown'];
}

/** Is this the Ambassador of that term, and is this step open to them? */
export function judgeStep(
  term: Term | undefined,
  { memberId, step, now, timeZone }: { memberId: string; step: Step; now: number; timeZone: string },
): Refusal | undefined {
  if (!term) return refuse('termNone');
  if (term.memberId !== memberId) return refuse('notTheAmbassador');
  if (term.state === 'ended' || term.endedWhy !== null) return refuse('termOver');
  return openTo(term, now, timeZone).includes(step) ? undefined : refuse('termSettled');
}

/** Who ends with honour: those who served their time or stepped down; not who was removed, demoted, or left the server. */
export function isHonoured(why: EndWhy): boolean {
  return why === 'over' || why === 'steppedDown';
}
