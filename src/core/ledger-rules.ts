// The rules of the ledger: what a row says, what of it counts, and what becomes of one that is taken back or held.
import type { RecognitionKind, recognitions } from './schema.ts';
import type { Totals } from './standings.ts';

export type Recognition = Omit<typeof recognitions.$inferSelect, 'writtenKey'>;

/** What one event says: giver recognised receiver, for a help. Points are what it is worth at its weight. */
export interface Fact {
  sourceKey: string;
  guildId: string;
  kind: RecognitionKind;
  giverId: string;
  receiverId: string;
  helpKey: string;
  channelId: string;
  messageId?: string | undefined;
  sourceMessageId?: string | undefined;
  reason?: string | undefined;
  /** Of the words of thanks, where there were any. */
  language?: string | undefined;
  weight: number;
  points: number;
  occurredAt: number;
}

/** What a row counts for: its points (`counts`), and as the first of its kind in its help (`first`); 0 or 1. */
export interface Marks {
  counts: number;
  first: number;
}

/** Of a row that counts for nothing. */
export const NO_MARKS: Marks = { counts: 0, first: 0 };

/** What decides whether a row counts. */
export type Weighed = Pick<Recognition, 'id' | 'kind' | 'weight' | 'points' | 'revokedAt'>;

/**
 * Which rows of one help count: the strongest live one for points (the earlier one where two are equal), and the
 * earliest live one of each kind for that kind's total. A row of weight 0 says thank you and counts for nothing.
 */
export function whatCounts(help: readonly Weighed[]): ReadonlyMap<number, Marks> {
  const live = help.filter((row) => row.revokedAt === null && row.weight > 0).sort((a, b) => a.id - b.id);
  const strongest = live.reduce<Weighed | undefined>(
    (best, row) => (best === undefined || row.points > best.points ? row : best),
    undefined,
  );
  const kindsSeen = new Set<RecognitionKind>();
  const marks = new Map<number, Marks>();
  for (const row of live) {
    marks.set(row.id, { counts: row === strongest ? 1 : 0, first: kindsSeen.has(row.kind) ? 0 : 1 });
    kindsSeen.add(row.kind);
  }
  return marks;
}

/** A row that began or ceased to count (`counts`), or to be the first of its kind (`first`): +1, 0 or -1 each. */
export interface Shift {
  row: Recognition;
  counts: number;
  first: number;
}

/** Told of each shift, one at a time, while the ledger already shows it: totals follow exactly. */
export type OnShift = (shift: Shift) => Promise<void>;

/** Kinds by which one person says that another helped them; an award is by a moderator, an article is for all. */
const FROM_THE_HELPED: ReadonlySet<RecognitionKind> = new Set(['thanks', 'upvote', 'solution', 'assist']);

/** What one row adds to its receiver and its giver when it counts, distinct people and days aside. */
export function contribution(
  row: Pick<Recognition, 'kind' | 'points'>,
  { counts, first }: Pick<Shift, 'counts' | 'first'>,
): { receiver: Partial<Totals>; giver: Partial<Totals> } {
  const thanks = row.kind === 'thanks' ? first : 0;
  return {
    receiver: {
      points: counts * row.points,
      solutions: row.kind === 'solution' ? first : 0,
      thanksReceived: thanks,
    },
    giver: { thanksGiven: thanks },
  };
}

/** Whether the row says that a person was helped, and so counts as a person helped and an active day. */
export function helpsAPerson(row: Pick<Recognition, 'kind'>): boolean {
  return FROM_THE_HELPED.has(row.kind);
}

/**
 * Why a row was revoked. What the giver took back comes back when it is done again; a decision does not. Three are of
 * solutions: no longer marked, another one marked instead, the question reopened. `held` is a moderator's, for a time.
 */
export const revocations = [
  'deleted',
  'edited',
  'unreacted',
  'undone',
  'reversed',
  'unmarked',
  'replaced',
  'reopened',
  'held',
] as const;
export type Revocation = (typeof revocations)[number];

const COMES_BACK: ReadonlySet<string> = new Set<Revocation>([
  'deleted',
  'edited',
  'unreacted',
  'unmarked',
  'replaced',
  'reopened',
]);

/** Whether doing the deed again brings this row back: it was taken back by its own giver's doing, not by decision. */
export function comesBack(row: Recognition): boolean {
  return row.revokedAt !== null && row.revokedWhy !== null && COMES_BACK.has(row.revokedWhy);
}

/** Written before the reason of what its giver took back while it was held, which is found out when the hold ends. */
const WHILE_HELD = 'held:';

/** Whether a moderator holds the row, whatever its giver did since. */
export function isHeld({ revokedWhy }: Recognition): boolean {
  return revokedWhy === 'held' || (revokedWhy?.startsWith(WHILE_HELD) ?? false);
}

/** What is noted of a revoked row where a hold and another reason come together; nothing where the first reason stands. */
export function whileHeld(row: Recognition, why: Revocation): string | undefined {
  if (why === 'held') return comesBack(row) ? `${WHILE_HELD}${row.revokedWhy}` : undefined;
  if (!isHeld(row)) return undefined;
  return why === 'reversed' ? why : `${WHILE_HELD}${why}`;
}

/** What is left of why a held row is revoked when its hold ends: what its giver did meanwhile; nothing where they did nothing. */
export function whyAfterHold({ revokedWhy }: Recognition): string | undefined {
  return revokedWhy?.startsWith(WHILE_HELD) ? revokedWhy.slice(WHILE_HELD.length) : undefined;
}
