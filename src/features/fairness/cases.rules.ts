// What may become of a case, who may decide it, and what follows for the recognitions it is about. Pure.
import { type Refusal, refuse } from '../../core/context.ts';
import type { CaseState } from '../../core/standing-tables.ts';

export const decisions = ['hold', 'dismiss', 'reverse', 'undo'] as const;
export type Decision = (typeof decisions)[number];

/** Each decision, where it can be taken, with the state it leads to. Every state but `open` leads back to it. */
const NEXT: Readonly<Record<CaseState, Partial<Record<Decision, CaseState>>>> = {
  open: { hold: 'held', dismiss: 'dismissed', reverse: 'reversed' },
  held: { dismiss: 'dismissed', reverse: 'reversed', undo: 'open' },
  dismissed: { undo: 'open' },
  reversed: { undo: 'open' },
};

export function isDecision(name: string | undefined): name is Decision {
  return decisions.some((one) => one === name);
}

/** The decisions that can be taken about a case as it stands. */
export function openTo(state: CaseState): Decision[] {
  return decisions.filter((decision) => NEXT[state][decision] !== undefined);
}

/** What a decision makes of a case. Refuses those whom it is about, and those who saw another state than there is. */
export function judgeDecision(
  {
    state,
    memberIds,
    decidedBy,
  }: { state: CaseState; memberIds: readonly string[]; decidedBy: string | null },
  { decision, moderatorId, seen }: { decision: Decision; moderatorId: string; seen: string },
): CaseState | Refusal {
  if (memberIds.includes(moderatorId)) return refuse('caseAboutYou');
  const next = NEXT[state][decision];
  if (seen === state && next) return next;
  return decidedBy === null ? refuse('outOfDate') : refuse('caseDecided', { moderator: `<@${decidedBy}>` });
}

/** Of all cases that a recognition is in, the one that weighs most says what becomes of it. */
export function fateOf(states: readonly CaseState[]): 'counts' | 'held' | 'reversed' {
  if (states.includes('reversed')) return 'reversed';
  return states.includes('held') ? 'held' : 'counts';
}

/** Whether two sets of people are the same for moderators: each has more than half of the other. */
export function areMostlySame(some: readonly string[], others: readonly string[]): boolean {
  const both = some.filter((id) => others.includes(id)).length;
  return both * 2 > some.length && both * 2 > others.length;
}

/** Cases, and lines of evidence, on one page: with the longest reasons they stay below Discord's limits. */
export const CASES_SHOWN = 5;
export const ROWS_SHOWN = 6;
/** Longest reason for a reversal, and longest answer of somebody concerned, in characters. */
export const LONGEST_REASON = 300;
export const LONGEST_ANSWER = 500;
