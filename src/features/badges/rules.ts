// Which badges a shift of credit may move, what then becomes of them, and what is next for a member. Pure.
import type { Shift } from '../../core/ledger-rules.ts';
import {
  type Badge,
  type BadgeTier,
  badgeTiers,
  EARNED,
  type EarnedBadge,
  type Measure,
} from './catalogue.rules.ts';

export const DAY_MS = 86_400_000;
/** A question that waited so long for anybody was all but forgotten. */
export const FORGOTTEN_AFTER_MS = DAY_MS;
/** Solved so soon after it was asked, a question was solved in a flash. */
export const SWIFT_WITHIN_MS = 10 * 60_000;
/** A solution that stands so long has proven itself: reopening comes within days. */
export const PROVEN_AFTER_MS = 30 * DAY_MS;
/** So long without helping is a break: longer than a holiday. */
export const BREAK_MS = 60 * DAY_MS;

/** Measures that read the story of a question: looked at again when that changes. */
export const MOVED_BY_QUESTIONS: readonly Measure[] = [
  'firstAnswers',
  'newcomers',
  'forgotten',
  'inOneTag',
  'tags',
];

/** What is known of the help that a shift is about. */
export interface HelpFacts {
  /** When it is looked at, ms. */
  now: number;
  question:
    | {
        firstAnswerBy: string | null;
        firstAnswerMs: number | null;
        askedAt: number;
      }
    | undefined;
  /** The longest time without help beside this one, before or after it, ms; 0 where there is no other help. */
  idleMs: number;
}

/** A measure of a member that may have risen or fallen. */
export interface Move {
  memberId: string;
  measure: Measure;
  direction: 1 | -1;
}

/** Kinds by which one person says that another helped them. */
const FROM_THE_HELPED: ReadonlySet<string> = new Set(['thanks', 'upvote', 'solution', 'assist']);

/** What a shift of credit may have moved, and nothing that it cannot. */
export function movedBy({ row, counts, first }: Shift, { now, question, idleMs }: HelpFacts): Move[] {
  const moves: Move[] = [];
  const move = (memberId: string, by: number, ...which: readonly Measure[]) => {
    if (by === 0) return;
    for (const measure of which) moves.push({ memberId, measure, direction: by > 0 ? 1 : -1 });
  };
  const { receiverId, giverId, kind } = row;
  if (kind === 'thanks') {
    move(receiverId, first, 'thanksReceived');
    move(giverId, first, 'thanksGiven');
    if (row.language !== null) move(receiverId, first, 'languages');
  }
  if (kind === 'solution') {
    move(receiverId, first, 'solutions', 'inOneTag', 'tags', 'oldAnswers');
    if (now - row.occurredAt >= PROVEN_AFTER_MS) move(receiverId, first, 'provenSolutions');
    if ((question?.firstAnswerMs ?? 0) >= FORGOTTEN_AFTER_MS) move(receiverId, first, 'forgotten');
    if (question && row.occurredAt - question.askedAt <= SWIFT_WITHIN_MS) move(receiverId, first, 'swift');
  }
  if (FROM_THE_HELPED.has(kind)) {
    move(receiverId, counts, 'peopleHelped', 'activeDays', 'daysHere');
    move(giverId, counts, 'helpersThanked');
    if (idleMs >= BREAK_MS) move(receiverId, counts, 'comebacks');
    if (question?.firstAnswerBy === receiverId) move(receiverId, counts, 'firstAnswers', 'newcomers');
  }
  return moves;
}

/** What is stored of a badge that somebody holds or held, as far as the rules go. */
export interface Holding {
  revokedAt: number | null;
  /** The person who took it, if one did. */
  revokedBy: string | null;
}

export function isHeld(holding: Holding | undefined): boolean {
  return holding !== undefined && holding.revokedAt === null;
}

/** Whether counting anew could change who holds a badge, given in which direction the count may have moved. */
export function mayChange(badge: EarnedBadge, holding: Holding | undefined, direction: 1 | -1 | 0): boolean {
  // A person took it: their decision stands until a person takes it back.
  if (holding?.revokedBy != null) return false;
  return isHeld(holding) ? !badge.lasting && direction <= 0 : direction >= 0;
}

/** What becomes of a badge, given how much there is of what it asks for. */
export function judgeBadge(
  badge: EarnedBadge,
  holding: Holding | undefined,
  count: number,
): 'award' | 'revoke' | undefined {
  if (!mayChange(badge, holding, 0)) return undefined;
  const holds = count >= badge.requirement.atLeast;
  if (isHeld(holding)) return holds ? undefined : 'revoke';
  return holds ? 'award' : undefined;
}

/**
 * Whether this puts down a badge that the member never held: of whoever is left out, or was forgotten, nothing new is
 * recorded. What they held before goes and comes back with what earned it, as in the ledger.
 */
export function recordsAnew(outcome: 'award' | 'revoke', holding: Holding | undefined): boolean {
  return outcome === 'award' && holding === undefined;
}

/** A badge on the way: how much there is of what it asks for. */
export interface Progress {
  badge: EarnedBadge;
  count: number;
}

/** Badges shown as next: so many that one can be chosen, so few that each is a goal. */
const NEXT_SHOWN = 4;

/** The open badges to be named, of each measure the next step and not the ones after it. */
export function nextSteps(isOver: (badge: EarnedBadge) => boolean): EarnedBadge[] {
  const seen = new Set<Measure>();
  return EARNED.filter((badge) => {
    const { measure } = badge.requirement;
    if (badge.secret || isOver(badge) || seen.has(measure)) return false;
    seen.add(measure);
    return true;
  });
}

/** Those of these steps that are nearest by share, begun ones first; with nothing begun, the first ones there are. */
export function nearest(steps: readonly Progress[]): Progress[] {
  const share = ({ badge, count }: Progress) => count / badge.requirement.atLeast;
  const left = ({ badge, count }: Progress) => badge.requirement.atLeast - count;
  return steps.toSorted((a, b) => share(b) - share(a) || left(a) - left(b)).slice(0, NEXT_SHOWN);
}

const BAR_PARTS = 10;

/** Full and empty parts of a bar; full only when it is done, and begun as soon as there is anything. */
export function barOf(count: number, atLeast: number): { full: number; empty: number } {
  const share = Math.min(1, count / atLeast);
  const rounded = Math.floor(share * BAR_PARTS);
  const full = share > 0 && rounded === 0 ? 1 : rounded;
  return { full, empty: BAR_PARTS - full };
}

/** Gold first; of one tier, in the order of the catalogue. */
export function inOrder(badges: readonly Badge[]): Badge[] {
  const worth = (tier: BadgeTier) => badgeTiers.indexOf(tier);
  return badges.toSorted((a, b) => worth(b.tier) - worth(a.tier));
}
