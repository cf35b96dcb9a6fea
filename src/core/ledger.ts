// The ledger: records, revokes and restores recognitions, and says which of them count.
import { and, asc, eq, gte, lte, type SQL, sql } from 'drizzle-orm';
import { prepared, type Reader, type Tx } from './database.ts';
import { type RecognitionKind, recognitions } from './schema.ts';
import { inAQuestion, merely } from './written-out.ts';

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

/** A row that began or ceased to count (`counts`), or to be the first of its kind (`first`): +1, 0 or -1 each. */
export interface Shift {
  row: Recognition;
  counts: number;
  first: number;
}

/** Told of each shift, one at a time, while the ledger already shows it: totals follow exactly. */
export type OnShift = (shift: Shift) => Promise<void>;

const bySource = prepared((db) =>
  db
    .select()
    .from(recognitions)
    .where(eq(recognitions.sourceKey, sql.placeholder('sourceKey')))
    .prepare(),
);

const byId = prepared((db) =>
  db
    .select()
    .from(recognitions)
    .where(eq(recognitions.id, sql.placeholder('id')))
    .prepare(),
);

const bySourceMessage = prepared((db) =>
  db
    .select()
    .from(recognitions)
    .where(eq(recognitions.sourceMessageId, sql.placeholder('messageId')))
    .orderBy(asc(recognitions.id))
    .prepare(),
);

const bySourceMessages = prepared((db) =>
  db
    .select()
    .from(recognitions)
    .where(
      and(
        gte(recognitions.sourceMessageId, sql.placeholder('from')),
        lte(recognitions.sourceMessageId, sql.placeholder('to')),
        eq(recognitions.channelId, sql.placeholder('channelId')),
      ),
    )
    .orderBy(asc(recognitions.id))
    .prepare(),
);

const rowsOfHelp = (help: SQL | undefined) =>
  prepared((db) => db.select().from(recognitions).where(help).orderBy(asc(recognitions.id)).prepare());

const sameHelp = rowsOfHelp(
  and(
    eq(recognitions.guildId, sql.placeholder('guildId')),
    eq(recognitions.giverId, sql.placeholder('giverId')),
    eq(recognitions.receiverId, sql.placeholder('receiverId')),
    eq(recognitions.helpKey, sql.placeholder('helpKey')),
  ),
);

/** In a question: by its key, because its asker may have thanked the same helper in a thousand others. */
const sameQuestion = rowsOfHelp(
  and(
    eq(recognitions.helpKey, sql.placeholder('helpKey')),
    inAQuestion,
    merely(recognitions.guildId, sql.placeholder('guildId')),
    merely(recognitions.giverId, sql.placeholder('giverId')),
    merely(recognitions.receiverId, sql.placeholder('receiverId')),
  ),
);

const insert = prepared((db) =>
  db
    .insert(recognitions)
    .values({
      writtenKey: sql.placeholder('writtenKey'),
      guildId: sql.placeholder('guildId'),
      kind: sql.placeholder('kind'),
      giverId: sql.placeholder('giverId'),
      receiverId: sql.placeholder('receiverId'),
      helpKey: sql.placeholder('helpKey'),
      channelId: sql.placeholder('channelId'),
      messageId: sql.placeholder('messageId'),
      sourceMessageId: sql.placeholder('sourceMessageId'),
      reason: sql.placeholder('reason'),
      language: sql.placeholder('language'),
      weight: sql.placeholder('weight'),
      points: sql.placeholder('points'),
      occurredAt: sql.placeholder('occurredAt'),
      recordedAt: sql.placeholder('recordedAt'),
      counts: sql.placeholder('counts'),
      firstOfKind: sql.placeholder('firstOfKind'),
    })
    .returning({ id: recognitions.id })
    .prepare(),
);

const setRevoked = prepared((db) =>
  db
    .update(recognitions)
    .set({ revokedAt: sql`${sql.placeholder('at')}`, revokedWhy: sql`${sql.placeholder('why')}` })
    .where(eq(recognitions.id, sql.placeholder('id')))
    .prepare(),
);

const setWorth = prepared((db) =>
  db
    .update(recognitions)
    .set({ weight: sql`${sql.placeholder('weight')}`, points: sql`${sql.placeholder('points')}` })
    .where(eq(recognitions.id, sql.placeholder('id')))
    .prepare(),
);

const setFlags = prepared((db) =>
  db
    .update(recognitions)
    .set({ counts: sql`${sql.placeholder('counts')}`, firstOfKind: sql`${sql.placeholder('firstOfKind')}` })
    .where(eq(recognitions.id, sql.placeholder('id')))
    .prepare(),
);

export async function findBySource(db: Reader, sourceKey: string): Promise<Recognition | undefined> {
  return bySource(db).get({ sourceKey });
}

export async function findById(db: Reader, id: number): Promise<Recognition | undefined> {
  return byId(db).get({ id });
}

/** Every row, live or revoked, that stands or falls with this message. */
export async function findBySourceMessage(db: Reader, messageId: string): Promise<Recognition[]> {
  return bySourceMessage(db).all({ messageId });
}

/** Every row, live or revoked, that stands or falls with a message of this channel between two, both included. */
export async function findBySourceMessages(
  db: Reader,
  channelId: string,
  fromId: string,
  toId: string,
): Promise<Recognition[]> {
  return bySourceMessages(db).all({ from: fromId, to: toId, channelId });
}

/** Every row, live or revoked, by which this giver recognised this receiver for this help. */
export async function findSameHelp(
  db: Reader,
  help: Pick<Fact, 'guildId' | 'giverId' | 'receiverId' | 'helpKey'>,
): Promise<Recognition[]> {
  const { guildId, giverId, receiverId, helpKey } = help;
  const rows = helpKey.startsWith('question:') ? sameQuestion : sameHelp;
  return rows(db).all({ guildId, giverId, receiverId, helpKey });
}

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
function whileHeld(row: Recognition, why: Revocation): string | undefined {
  if (why === 'held') return comesBack(row) ? `${WHILE_HELD}${row.revokedWhy}` : undefined;
  if (!isHeld(row)) return undefined;
  return why === 'reversed' ? why : `${WHILE_HELD}${why}`;
}

/**
 * Appends a row for a fact whose source is not in the ledger yet. `sameHelp` are the rows of its help, where whoever
 * calls has read them in the same transaction.
 */
export async function record(
  tx: Tx,
  fact: Fact,
  now: number,
  onShift: OnShift,
  sameHelp?: readonly Recognition[],
): Promise<Recognition> {
  const help = sameHelp ?? (await findSameHelp(tx, fact));
  const row = rowOf(fact, now);
  // What is the first of its help counts from the beginning; else it is compared with the others.
  const alone = help.length === 0 ? whatCounts([row]).get(row.id) : undefined;
  const { counts, first } = alone ?? NOTHING;
  row.id = insert(tx).get({ ...row, writtenKey: writtenKeyOf(row), counts, firstOfKind: first }).id;
  if (help.length > 0) await settleRows(tx, [...help, row], onShift);
  else if (counts !== 0 || first !== 0) await onShift({ row, counts, first });
  return row;
}

/** The source key where it does not follow from the rest of the row, as that of thanks in words does; see the schema. */
function writtenKeyOf({ sourceKey, sourceMessageId, receiverId }: Recognition): string | null {
  return sourceKey === `text:${sourceMessageId}:${receiverId}` ? null : sourceKey;
}

/** The row of a fact as it is before it is settled what of it counts, and without an id. */
function rowOf(fact: Fact, now: number): Recognition {
  const { sourceKey, guildId, kind, giverId, receiverId, helpKey, channelId } = fact;
  const { messageId = null, sourceMessageId = null, reason = null, language = null } = fact;
  const { weight, points, occurredAt } = fact;
  return {
    id: 0,
    sourceKey,
    guildId,
    kind,
    giverId,
    receiverId,
    helpKey,
    channelId,
    messageId,
    sourceMessageId,
    reason,
    language,
    weight,
    points,
    occurredAt,
    recordedAt: now,
    revokedAt: null,
    revokedWhy: null,
    counts: 0,
    firstOfKind: 0,
  };
}

/** Takes a live row out of the count. A revoked one is left as it is; but a hold is noted, and what happens while it lasts. */
export async function revoke(
  tx: Tx,
  row: Recognition,
  why: Revocation,
  now: number,
  onShift: OnShift,
): Promise<boolean> {
  if (row.revokedAt !== null) {
    const both = whileHeld(row, why);
    if (both) setRevoked(tx).run({ id: row.id, at: row.revokedAt, why: both });
    return false;
  }
  setRevoked(tx).run({ id: row.id, at: now, why });
  await settleHelp(tx, row, onShift);
  return true;
}

/** Brings a revoked row back, worth what it was or less: taking back and doing again must not raise its worth. */
export async function restore(
  tx: Tx,
  row: Recognition,
  worth: Pick<Fact, 'weight' | 'points'>,
  onShift: OnShift,
): Promise<boolean> {
  if (row.revokedAt === null) return false;
  const weight = Math.min(row.weight, worth.weight);
  const points = Math.min(row.points, worth.points);
  if (weight !== row.weight || points !== row.points) setWorth(tx).run({ id: row.id, weight, points });
  setRevoked(tx).run({ id: row.id, at: null, why: null });
  await settleHelp(tx, row, onShift);
  return true;
}

/**
 * Gives a live row another worth, where the rules that it was judged by were changed for what was given before. It goes
 * out of the count at its old worth and in again at the new one, so totals follow exactly. False where it is worth that.
 */
export async function revalue(
  tx: Tx,
  row: Recognition,
  { weight, points }: Pick<Fact, 'weight' | 'points'>,
  onShift: OnShift,
): Promise<boolean> {
  if (row.weight === weight && row.points === points) return false;
  if (row.counts !== 0 || row.firstOfKind !== 0) {
    setFlags(tx).run({ id: row.id, counts: 0, firstOfKind: 0 });
    await onShift({ row, counts: -row.counts, first: -row.firstOfKind });
  }
  setWorth(tx).run({ id: row.id, weight, points });
  await settleHelp(tx, row, onShift);
  return true;
}

/** The deed was done again while its row is held: nothing is taken back when the hold ends. */
export async function noteDoneAgain(tx: Tx, row: Recognition): Promise<void> {
  if (isHeld(row)) setRevoked(tx).run({ id: row.id, at: row.revokedAt, why: 'held' });
}

/** Ends a hold: the row counts as before, unless its giver took it back meanwhile. False for one that is not held. */
export async function release(tx: Tx, row: Recognition, onShift: OnShift): Promise<boolean> {
  if (!isHeld(row)) return false;
  if (row.revokedWhy === 'held') return restore(tx, row, row, onShift);
  setRevoked(tx).run({
    id: row.id,
    at: row.revokedAt,
    why: row.revokedWhy?.slice(WHILE_HELD.length) ?? null,
  });
  return true;
}

/** What decides whether a row counts. */
export type Weighed = Pick<Recognition, 'id' | 'kind' | 'weight' | 'points' | 'revokedAt'>;

/**
 * Which rows of one help count: the strongest live one for points (the earlier one where two are equal), and the
 * earliest live one of each kind for that kind's total. A row of weight 0 says thank you and counts for nothing.
 */
export function whatCounts(help: readonly Weighed[]): ReadonlyMap<number, { counts: number; first: number }> {
  const live = help.filter((row) => row.revokedAt === null && row.weight > 0).sort((a, b) => a.id - b.id);
  const strongest = live.reduce<Weighed | undefined>(
    (best, row) => (best === undefined || row.points > best.points ? row : best),
    undefined,
  );
  const kindsSeen = new Set<RecognitionKind>();
  const flags = new Map<number, { counts: number; first: number }>();
  for (const row of live) {
    flags.set(row.id, { counts: row === strongest ? 1 : 0, first: kindsSeen.has(row.kind) ? 0 : 1 });
    kindsSeen.add(row.kind);
  }
  return flags;
}

/** What of a row counts that does not. */
const NOTHING = { counts: 0, first: 0 };

async function settleHelp(tx: Tx, changed: Recognition, onShift: OnShift): Promise<void> {
  await settleRows(tx, await findSameHelp(tx, changed), onShift);
}

/** Settles which of all the rows of a help count. */
async function settleRows(tx: Tx, help: readonly Recognition[], onShift: OnShift): Promise<void> {
  const flags = whatCounts(help);
  const wanted = (row: Recognition) => flags.get(row.id) ?? NOTHING;
  // Those that cease to count go first, so that no total is ever above the truth.
  const shifting = help
    .map((row) => ({
      row,
      counts: wanted(row).counts - row.counts,
      first: wanted(row).first - row.firstOfKind,
    }))
    .filter((shift) => shift.counts !== 0 || shift.first !== 0)
    .sort((a, b) => a.counts - b.counts);
  for (const shift of shifting) {
    const { counts, first } = wanted(shift.row);
    setFlags(tx).run({ id: shift.row.id, counts, firstOfKind: first });
    await onShift(shift);
  }
}
