// The ledger: records, revokes and restores recognitions, and settles which of them count.
import type { Tx } from './database.ts';
import { findSameHelp, insertRow, writeMarks, writeRevoked, writeWorth } from './ledger-rows.ts';
import {
  type Fact,
  isHeld,
  NO_MARKS,
  type OnShift,
  type Recognition,
  type Revocation,
  whatCounts,
  whileHeld,
  whyAfterHold,
} from './ledger-rules.ts';

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
  row.id = insertRow(tx, row, alone ?? NO_MARKS);
  if (help.length > 0) await settleRows(tx, [...help, row], onShift);
  else if (alone) await onShift({ row, ...alone });
  return row;
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
    if (both) writeRevoked(tx, row.id, row.revokedAt, both);
    return false;
  }
  writeRevoked(tx, row.id, now, why);
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
  if (weight !== row.weight || points !== row.points) writeWorth(tx, row.id, { weight, points });
  writeRevoked(tx, row.id, null, null);
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
    writeMarks(tx, row.id, NO_MARKS);
    await onShift({ row, counts: -row.counts, first: -row.firstOfKind });
  }
  writeWorth(tx, row.id, { weight, points });
  await settleHelp(tx, row, onShift);
  return true;
}

/** The deed was done again while its row is held: nothing is taken back when the hold ends. */
export async function noteDoneAgain(tx: Tx, row: Recognition): Promise<void> {
  if (isHeld(row)) writeRevoked(tx, row.id, row.revokedAt, 'held');
}

/** Ends a hold: the row counts as before, unless its giver took it back meanwhile. False for one that is not held. */
export async function release(tx: Tx, row: Recognition, onShift: OnShift): Promise<boolean> {
  if (!isHeld(row)) return false;
  const why = whyAfterHold(row);
  if (why === undefined) return restore(tx, row, row, onShift);
  writeRevoked(tx, row.id, row.revokedAt, why);
  return true;
}

async function settleHelp(tx: Tx, changed: Recognition, onShift: OnShift): Promise<void> {
  await settleRows(tx, await findSameHelp(tx, changed), onShift);
}

/** Settles which of all the rows of a help count. */
async function settleRows(tx: Tx, help: readonly Recognition[], onShift: OnShift): Promise<void> {
  const marks = whatCounts(help);
  const wanted = (row: Recognition) => marks.get(row.id) ?? NO_MARKS;
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
    writeMarks(tx, shift.row.id, wanted(shift.row));
    await onShift(shift);
  }
}
