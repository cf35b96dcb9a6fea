// The one door for credit: whoever recognises, revokes or restores comes through here, and totals follow in the same transaction.
import type { Context } from '../../core/context.ts';
import type { Tx } from '../../core/database.ts';
import * as ledger from '../../core/ledger.ts';
import { findBySource } from '../../core/ledger-rows.ts';
import {
  comesBack,
  type Fact,
  isHeld,
  type OnShift,
  type Recognition,
  type Revocation,
  type Shift,
} from '../../core/ledger-rules.ts';
import { madeAt } from '../../core/people.ts';
import { applyShift } from '../../core/standing-shifts.ts';

export type Recognised = { row: Recognition; what: 'recorded' | 'restored' | 'known' };

/** What whoever recognises has read of the fact in the same transaction already. */
export interface Read {
  /** The row of its source, if there is one. */
  known: Recognition | undefined;
  /** All rows of its help. */
  sameHelp: readonly Recognition[];
}

/**
 * Records that giver recognised receiver. The same source twice changes nothing; one that its giver had taken back
 * comes back, worth no more than then; one that was undone or reversed stays so (`known`, with the revoked row). So does
 * what is not to be recorded: old news of somebody who had their data deleted, and news of somebody who wants none kept.
 */
export async function recognise(ctx: Context, tx: Tx, told: Fact, read?: Read): Promise<Recognised> {
  const follow = await follower(ctx, tx, told.guildId);
  const fact = asRemembered(ctx, tx, told);
  // Under a pseudonym it is another source and another help.
  const seen = fact === told ? read : undefined;
  const known = seen ? seen.known : await findBySource(tx, fact.sourceKey);
  if (!known && (fact !== told || (await isAboutSomebodyLeftOut(ctx, fact))))
    return { row: neverRecorded(fact, ctx.clock.now()), what: 'known' };
  if (!known) {
    const row = await ledger.record(tx, fact, ctx.clock.now(), follow, seen?.sameHelp);
    return { row, what: 'recorded' };
  }
  if (!comesBack(known)) {
    await ledger.noteDoneAgain(tx, known);
    return { row: known, what: 'known' };
  }
  await ledger.restore(tx, known, fact, follow);
  return { row: known, what: 'restored' };
}

/** Takes a recognition out of the count, with the reason; false when it already was. */
export async function withdraw(ctx: Context, tx: Tx, row: Recognition, why: Revocation): Promise<boolean> {
  return ledger.revoke(tx, row, why, ctx.clock.now(), await follower(ctx, tx, row.guildId));
}

/**
 * Takes a decision about a recognition back: one that is held counts again, unless its giver took it back meanwhile;
 * one that was reversed too. False for a row that no decision took out.
 */
export async function reinstate(ctx: Context, tx: Tx, row: Recognition): Promise<boolean> {
  const follow = await follower(ctx, tx, row.guildId);
  if (isHeld(row)) return ledger.release(tx, row, follow);
  return row.revokedWhy === 'reversed' && ledger.restore(tx, row, row, follow);
}

/** The fact with pseudonyms for those who were forgotten since it happened; the fact itself where nobody was. */
function asRemembered(ctx: Context, tx: Tx, fact: Fact): Fact {
  const at = Math.min(fact.occurredAt, madeAt(fact.messageId) ?? fact.occurredAt);
  const forgotten = ctx.people.forgottenAmong(tx, [fact.giverId, fact.receiverId], at);
  if (forgotten.size === 0) return fact;
  let { giverId, receiverId, sourceKey } = fact;
  for (const [memberId, { pseudonym }] of forgotten) {
    if (giverId === memberId) giverId = pseudonym;
    if (receiverId === memberId) receiverId = pseudonym;
    sourceKey = sourceKey.replaceAll(memberId, pseudonym);
  }
  return { ...fact, giverId, receiverId, sourceKey };
}

async function isAboutSomebodyLeftOut(
  ctx: Context,
  { guildId, giverId, receiverId }: Fact,
): Promise<boolean> {
  return (await ctx.people.isLeftOut(guildId, giverId)) || ctx.people.isLeftOut(guildId, receiverId);
}

/** A row as it would read if it had been recorded and taken back; it stands nowhere. */
function neverRecorded(fact: Fact, now: number): Recognition {
  const { messageId = null, sourceMessageId = null, ...told } = fact;
  return {
    ...told,
    id: 0,
    messageId,
    sourceMessageId,
    reason: null,
    language: null,
    recordedAt: now,
    revokedAt: now,
    revokedWhy: 'reversed',
    counts: 0,
    firstOfKind: 0,
  };
}

/**
 * Gives a recognition another worth, where the server decided that its rules hold for what was given before. Whoever
 * follows credit is told once, of what it comes to. False where nothing changes.
 */
export async function revalue(
  ctx: Context,
  tx: Tx,
  row: Recognition,
  worth: Pick<Fact, 'weight' | 'points'>,
): Promise<boolean> {
  const { timeZone } = await ctx.settings.of(row.guildId);
  const shifts = new Map<number, Shift>();
  const changed = await ledger.revalue(tx, row, worth, async (shift) => {
    await applyShift(tx, shift, timeZone);
    const before = shifts.get(shift.row.id) ?? { counts: 0, first: 0 };
    const { counts, first } = shift;
    shifts.set(shift.row.id, {
      row: { ...shift.row },
      counts: before.counts + counts,
      first: before.first + first,
    });
  });
  for (const shift of shifts.values()) await ctx.followers.tell(tx, shift);
  return changed;
}

async function follower(ctx: Context, tx: Tx, guildId: string): Promise<OnShift> {
  const { timeZone } = await ctx.settings.of(guildId);
  return async (shift) => {
    const found = await applyShift(tx, shift, timeZone);
    await ctx.followers.tell(tx, shift, found);
  };
}
