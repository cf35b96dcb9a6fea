// Drafts of rules, and what a replay needs to read: what was given lately, and all that those received whom it changes.
import { and, asc, eq, gte, inArray, isNotNull, isNull, lte, sql } from 'drizzle-orm';
import { prepared, type Reader, type Tx } from '../../core/database.ts';
import type { Recognition } from '../../core/ledger-rules.ts';
import { recognitions } from '../../core/schema.ts';
import { ruleDrafts } from '../../core/standing-tables.ts';
import type { Draft } from './draft.rules.ts';
import { draftSchema } from './draft.schema.ts';
import type { Given } from './replay.rules.ts';

export interface StoredDraft {
  draft: Draft;
  changedBy: string;
  changedAt: number;
  /** While what was given before this moment (ms) is being worked through. */
  applyingSince: number | null;
  appliedBy: string | null;
}

export async function draftOf(db: Reader, guildId: string): Promise<StoredDraft | undefined> {
  const row = db.select().from(ruleDrafts).where(eq(ruleDrafts.guildId, guildId)).get();
  return row && { ...row, draft: draftSchema.parse(JSON.parse(row.draft)) };
}

/** Keeps a draft; one that is being applied is not touched, which is said by false. */
export async function saveDraft(
  tx: Tx,
  guildId: string,
  draft: Draft,
  by: { memberId: string; at: number },
): Promise<boolean> {
  const row = { draft: JSON.stringify(draft), changedBy: by.memberId, changedAt: by.at };
  const { changes } = tx
    .insert(ruleDrafts)
    .values({ guildId, ...row })
    .onConflictDoUpdate({
      target: ruleDrafts.guildId,
      set: row,
      setWhere: isNull(ruleDrafts.applyingSince),
    })
    .run();
  return changes > 0;
}

export async function removeDraft(tx: Tx, guildId: string): Promise<void> {
  tx.delete(ruleDrafts).where(eq(ruleDrafts.guildId, guildId)).run();
}

export async function beginApplying(tx: Tx, guildId: string, appliedBy: string, now: number): Promise<void> {
  tx.update(ruleDrafts).set({ applyingSince: now, appliedBy }).where(eq(ruleDrafts.guildId, guildId)).run();
}

/** The servers in which a draft is being applied: after a restart it goes on. */
export async function applyingIn(db: Reader): Promise<string[]> {
  return db
    .select({ guildId: ruleDrafts.guildId })
    .from(ruleDrafts)
    .where(isNotNull(ruleDrafts.applyingSince))
    .all()
    .map(({ guildId }) => guildId);
}

/** What stands of what was given from one moment to another, in the order in which it was given. */
export async function givenBetween(
  db: Reader,
  guildId: string,
  from: number,
  recordedUntil: number,
): Promise<Given[]> {
  const { id, kind, giverId, receiverId, helpKey, weight, points, occurredAt } = recognitions;
  return db
    .select({ id, kind, giverId, receiverId, helpKey, weight, points, occurredAt })
    .from(recognitions)
    .where(
      and(
        eq(recognitions.guildId, guildId),
        gte(occurredAt, from),
        lte(recognitions.recordedAt, recordedUntil),
        isNull(recognitions.revokedAt),
      ),
    )
    .orderBy(asc(occurredAt), asc(id))
    .all();
}

const received = prepared((db) =>
  db
    .select()
    .from(recognitions)
    .where(
      and(
        eq(recognitions.guildId, sql.placeholder('guildId')),
        eq(recognitions.receiverId, sql.placeholder('memberId')),
        isNull(recognitions.revokedAt),
      ),
    )
    .prepare(),
);

/** All that stands of what a member received. */
export async function receivedBy(db: Reader, guildId: string, memberId: string): Promise<Recognition[]> {
  return received(db).all({ guildId, memberId });
}

/** These rows of the ledger. */
export async function rowsWith(db: Reader, ids: readonly number[]): Promise<Recognition[]> {
  return db
    .select()
    .from(recognitions)
    .where(inArray(recognitions.id, [...ids]))
    .all();
}
