// What a profile shows, to whom, and how it explains each point; and how its pages travel in its buttons.
import { type Revocation, revocations } from '../../core/ledger-rules.ts';
import type { PromotionState, RecognitionKind } from '../../core/schema.ts';

/** So many recognitions below the standing: enough to recognise a day, short enough for one screen. */
export const LATEST = 3;
/** Lines of a list on one page; with the longest reasons they stay below Discord's 4,000 characters. */
export const PAGE_SIZE = 6;
/** A list is turned so far: more pages than anybody turns, and few enough to count them each time. */
export const MOST_LISTED = 7_200;
/** What was taken back is shown for this long, in ms; a question about it comes within days or never. */
export const LATELY_MS = 30 * 86_400_000;
/** Longest reason shown in a list, in characters. */
const LONGEST_REASON = 120;

/** `takenBack` and `uncounted` are for the member's own eyes. */
export const tabs = ['overview', 'received', 'takenBack', 'uncounted'] as const;
export type Tab = (typeof tabs)[number];

export interface ProfileState {
  memberId: string;
  tab: Tab;
  /** From 1. */
  page: number;
}

/** Reads the state back from a custom id; nothing for one that we did not write. */
export function readState(args: readonly string[]): ProfileState | undefined {
  const [memberId, tab, page] = args;
  const known = tabs.find((one) => one === tab);
  if (!memberId || !known || !page || !/^\d{1,6}$/.test(page)) return undefined;
  return { memberId, tab: known, page: Number(page) };
}

/** The tab that somebody may see: of others, only what everybody may. */
export function tabFor(viewerId: string, { memberId, tab }: ProfileState): Tab {
  return viewerId === memberId || tab === 'received' ? tab : 'overview';
}

/** What a profile says of somebody in a period. */
interface Said {
  standing: Readonly<Record<(typeof FIGURES)[number], number>>;
  place: { rank: number } | undefined;
}

const FIGURES = ['points', 'peopleHelped', 'activeDays'] as const;

/** Periods one after the other that say the same: on somebody's first day all of them. */
export interface Stretch<P> {
  shortest: P;
  longest: P;
}

/** From the shortest period to the longest, those together that have the same points, place, people helped and days. */
export function stretchesOf<P extends Said>(periods: readonly P[]): Stretch<P>[] {
  const stretches: Stretch<P>[] = [];
  for (const period of periods) {
    const last = stretches.at(-1);
    if (last && saysTheSame(last.longest, period)) last.longest = period;
    else stretches.push({ shortest: period, longest: period });
  }
  return stretches;
}

function saysTheSame(one: Said, other: Said): boolean {
  return (
    one.place?.rank === other.place?.rank &&
    FIGURES.every((which) => one.standing[which] === other.standing[which])
  );
}

/** How far to count what is on a tab: all that is listed and one more where it is open, else whether it has something to offer. */
export function countedUpTo(tab: Tab, open: Tab): number {
  return (tab === open ? MOST_LISTED : LATEST) + 1;
}

/** The page asked for, or the nearest there is; and how many there are. */
export function pageOf(wanted: number, rows: number): { page: number; pages: number; offset: number } {
  const pages = Math.max(1, Math.ceil(rows / PAGE_SIZE));
  const page = Math.min(Math.max(1, wanted), pages);
  return { page, pages, offset: (page - 1) * PAGE_SIZE };
}

/** Why a recognition counts less than it might: held for review, half, not at all, by the word of peers, or not beside another of the same help. */
export type Less = 'held' | 'sameHelp' | 'none' | 'half' | 'provisional' | 'unpaid';

export function whyLess(row: {
  kind: RecognitionKind;
  weight: number;
  counts: number;
  points: number;
  revokedWhy?: string | null;
}): Less | undefined {
  if (row.revokedWhy === 'held') return 'held';
  if (row.weight === 0) return 'none';
  if (row.counts === 0) return 'sameHelp';
  if (row.points === 0) return 'unpaid';
  if (row.weight >= 100) return undefined;
  // Solutions are not weighed by how often two people meet: half of one is the word of peers.
  return row.kind === 'solution' ? 'provisional' : 'half';
}

/** Why one was taken back, as the ledger has it; nothing for a reason that this version does not know. */
export function whyTakenBack(why: string | null): Revocation | undefined {
  return revocations.find((one) => one === why);
}

/** A reason fit for a list: one line, not too long. */
export function shortReason(reason: string): string {
  const characters = [...reason.replaceAll(/\s+/g, ' ').trim()];
  if (characters.length <= LONGEST_REASON) return characters.join('');
  return `${characters.slice(0, LONGEST_REASON - 1).join('')}…`;
}

/** A decision about the member's tier, as the ledger of promotions has it. */
export interface Decision {
  state: PromotionState;
  tier: string | null;
  fromTier: string | null;
  moderatorId: string;
  reason: string;
  failure: string | null;
  endedAt: number | null;
}

/** What the latest decision about their tier means for the member now. */
export type TierNews =
  | { kind: 'decided'; moderatorId: string; reason: string }
  | { kind: 'waiting'; tier: string | null; moderatorId: string; reason: string }
  | { kind: 'takenOff'; from: string | null; at: number; moderatorId: string; reason: string }
  | { kind: 'ended'; tier: string | null; at: number; why: 'left' | 'roleTaken' | 'roleDeleted' };

/** What to tell a member about their tier, from the decisions about them, newest first. Failed ones changed nothing. */
export function tierNews(decisions: readonly Decision[]): TierNews | undefined {
  const latest = decisions.find(({ state }) => state !== 'failed');
  if (!latest) return undefined;
  const { state, tier, fromTier, moderatorId, reason, failure, endedAt } = latest;
  if (state === 'pending') return { kind: 'waiting', tier, moderatorId, reason };
  if (state === 'active') return { kind: 'decided', moderatorId, reason };
  if (failure === 'left' || failure === 'roleTaken' || failure === 'roleDeleted')
    return { kind: 'ended', tier, at: endedAt ?? 0, why: failure };
  if (tier === null) return { kind: 'takenOff', from: fromTier, at: endedAt ?? 0, moderatorId, reason };
  return undefined;
}
