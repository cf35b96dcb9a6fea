// Who may say what solved a question, which messages can, and what a mark does to those before it. Pure.

import { type Refusal, refuse } from '../../core/context.ts';
import type { MarkKind, questionSolutions } from '../../core/question-tables.ts';
import type { Settings } from '../../core/settings.ts';
import { timeOf } from '../../core/snowflakes.ts';
import { askerIsSilent, type Question } from './questions.rules.ts';

export type Mark = typeof questionSolutions.$inferSelect;

/** Messages that can solve one question. */
export const MOST_SOLUTIONS = 3;
/** People who can be named as having helped as well. */
export const MOST_ASSISTS = 3;
/** Members of a tier who must agree where the asker is silent. */
export const PEERS_NEEDED = 2;
/** Per cent of a solution's worth by the word of peers. */
export const PEERS_WEIGHT = 50;

/** Somebody who marks, or confirms. */
export interface Marker {
  memberId: string;
  isBot: boolean;
  isStaff: boolean;
  /** Has Manage Threads here. */
  isModerator: boolean;
  /** The tier they hold, by its key. */
  tier: string | undefined;
  /** An Ambassador in their term, and not on leave. */
  isAmbassador: boolean;
}

/** The message that is to be the solution. */
export interface Answer {
  messageId: string;
  channelId: string;
  authorId: string;
  /** Written by a person: no bot, webhook or system message. */
  byPerson: boolean;
  byStaff: boolean;
  /** The older answer that the message leads to, and who wrote it: they are credited then. */
  origin?: { questionId: string; messageId: string; memberId: string; isStaff: boolean } | undefined;
}

/** Whether this person may mark and take back solutions, reopen and close: the asker, staff, moderators, and whom the server chose: a tier, its Ambassadors. */
export function mayDecide(question: Pick<Question, 'askerId'>, marker: Marker, settings: Settings): boolean {
  if (marker.isBot) return false;
  if (marker.memberId === question.askerId || marker.isStaff || marker.isModerator) return true;
  if (marker.isAmbassador && settings.ambassadors.mayMark) return true;
  const { markingTier } = settings.questions;
  return markingTier !== undefined && holdsAtLeast(marker.tier, markingTier, settings.tiers);
}

/** Whether the word of this person counts where the asker is silent: tier Helper and up, or any tier where there is no Helper. */
export function isPeer(marker: Marker, { tiers }: Pick<Settings, 'tiers'>): boolean {
  if (marker.isBot) return false;
  return holdsAtLeast(
    marker.tier,
    tiers.some(({ key }) => key === 'helper') ? 'helper' : tiers[0]?.key,
    tiers,
  );
}

function holdsAtLeast(
  held: string | undefined,
  needed: string | undefined,
  tiers: Settings['tiers'],
): boolean {
  const rung = (key: string | undefined) => tiers.findIndex((tier) => tier.key === key);
  return held !== undefined && needed !== undefined && rung(needed) >= 0 && rung(held) >= rung(needed);
}

/** Why a message cannot be the solution of a question, whoever says so; nothing if it can. */
export function judgeAnswer(question: Question, answer: Answer): Refusal | undefined {
  if (answer.messageId === question.id) return refuse('solutionIsQuestion');
  const isOlderAnswer = answer.origin?.messageId === answer.messageId;
  if (answer.channelId !== question.id && !isOlderAnswer) return refuse('solutionElsewhere');
  if (!answer.byPerson) return refuse('solutionByBot');
  return undefined;
}

/** What a mark does: takes back these, and stands with the others. */
export interface Marking {
  replaces: readonly Mark[];
  /** Somebody else had said so before: it stands until each of them has taken that back. */
  seconds: boolean;
}

/** `replace`: this and no other is the solution. `add`: this one too. */
export type MarkMode = 'replace' | 'add';

/**
 * Judges a mark by somebody who may decide. `live` are the marks that stand. What only peers said is overridden in
 * any case. A message that is marked already stays so: nothing is replaced by saying it again, by the same person
 * (`known`) or another one, whose word is noted beside the first.
 */
export function judgeMark(
  question: Question,
  answer: Answer,
  marker: Marker,
  live: readonly Mark[],
  mode: MarkMode,
): Marking | 'known' | Refusal {
  const unfit = judgeAnswer(question, answer);
  if (unfit) return unfit;
  const solverId = answer.origin?.memberId ?? answer.authorId;
  if (solverId === marker.memberId && marker.memberId !== question.askerId) return refuse('solutionByYou');
  const standing = solutionsOf(live).filter((mark) => mark.way !== 'peers');
  const fromPeers = live.filter((mark) => mark.way === 'peers');
  const said = standing.filter((mark) => mark.messageId === answer.messageId);
  if (said.some((mark) => mark.markedBy === marker.memberId)) return 'known';
  if (said.length > 0) return { replaces: [], seconds: true };
  if (mode === 'replace') return { replaces: live.filter((mark) => !isNamed(mark)), seconds: false };
  if (messagesOf(standing).length >= MOST_SOLUTIONS)
    return refuse('solutionsEnough', { most: MOST_SOLUTIONS });
  return { replaces: fromPeers, seconds: false };
}

/** Why somebody cannot confirm an answer in the asker's place; nothing if they can. */
export function judgeConfirmation(
  question: Question,
  answer: Answer,
  marker: Marker,
  settings: Settings,
  now: number,
): Refusal | undefined {
  if (!isPeer(marker, settings)) return refuse('questionNotYours');
  const unfit = judgeAnswer(question, answer);
  if (unfit) return unfit;
  if (answer.authorId === marker.memberId) return refuse('solutionByYou');
  if (answer.authorId === question.askerId) return refuse('questionNotYours');
  if (question.state === 'solved' || question.state === 'closed') return refuse('questionSettled');
  return askerIsSilent(question, timeOf(answer.messageId), now) ? undefined : refuse('askerMayStillSay');
}

/** Per cent of the full worth: nothing for one's own answer, nor for staff where the server says so. */
export function weightOf(
  question: Pick<Question, 'askerId'>,
  helper: { memberId: string; isStaff: boolean },
  { staffEarns }: Settings['questions'],
  full = 100,
): number {
  if (helper.memberId === question.askerId) return 0;
  return helper.isStaff && !staffEarns ? 0 : full;
}

/** Judges whom the asker names as having helped as well; `live` are the marks that stand. */
export function judgeAssists(
  question: Pick<Question, 'askerId'>,
  named: readonly { memberId: string; isBot: boolean }[],
  live: readonly Mark[],
): readonly string[] {
  const solvers = new Set(solutionsOf(live).map((mark) => mark.memberId));
  const people = named.filter(({ memberId, isBot }) => !isBot && memberId !== question.askerId);
  return [...new Set(people.map(({ memberId }) => memberId))]
    .filter((memberId) => !solvers.has(memberId))
    .slice(0, MOST_ASSISTS);
}

/** Whether the mark is somebody named as having helped as well: that does not depend on which message solved it. */
export function isNamed({ kind, messageId }: Mark): boolean {
  return kind === 'assist' && messageId === null;
}

const ofKind = (kind: MarkKind) => (mark: Mark) => mark.kind === kind;

export function solutionsOf(marks: readonly Mark[]): Mark[] {
  return marks.filter(ofKind('solution'));
}

/** The messages that marks stand on, each once. */
export function messagesOf(marks: readonly Mark[]): string[] {
  return [...new Set(marks.map(({ messageId }) => messageId).filter((id) => id !== null))];
}
