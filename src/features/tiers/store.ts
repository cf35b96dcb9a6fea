// Promotions in the database: who holds which tier, what waits for Discord, and how it came to be.
import { and, asc, desc, eq, or, sql } from 'drizzle-orm';
import { type FailureReason, failureReasons } from '../../core/actions.ts';
import { prepared, type Reader, type Tx } from '../../core/database.ts';
import type { Effect } from '../../core/effects.ts';
import { effects, promotions } from '../../core/schema.ts';
import type { Held } from './rules.ts';

export type Promotion = typeof promotions.$inferSelect;
export type NewPromotion = Omit<typeof promotions.$inferInsert, 'id' | 'state'>;

/** Why a tier ended without a later decision. */
export type EndReason = 'left' | 'roleTaken' | 'roleDeleted';

const ofMember = and(
  eq(promotions.guildId, sql.placeholder('guildId')),
  eq(promotions.memberId, sql.placeholder('memberId')),
);

// States are written out in the conditions: only so can SQLite use the partial indexes.
const active = prepared((db) =>
  db.select().from(promotions).where(and(ofMember, sql`state = 'active'`)).prepare(),
);

const pending = prepared((db) =>
  db.select().from(promotions).where(and(ofMember, sql`state = 'pending'`)).prepare(),
);

const byId = prepared((db) =>
  db
    .select()
    .from(promotions)
    .where(eq(promotions.id, sql.placeholder('id')))
    .prepare(),
);

const latestOf = prepared((db) =>
  db
    .select()
    .from(promotions)
    .where(ofMember)
    .orderBy(desc(promotions.id))
    .limit(sql.placeholder('limit'))
    .prepare(),
);

/** The promotion that counts for a member: the one whose role Discord has given. */
export async function activeOf(
  db: Reader,
  guildId: string,
  memberId: string,
): Promise<Promotion | undefined> {
  return active(db).get({ guildId, memberId });
}

/** The tier that a member holds: that of their active promotion, so Discord has given the role. */
export async function currentTier(db: Reader, guildId: string, memberId: string): Promise<Held | undefined> {
  const row = active(db).get({ guildId, memberId });
  return row && heldBy(row);
}

/** The decision about a member that still waits for Discord. */
export async function pendingOf(
  db: Reader,
  guildId: string,
  memberId: string,
): Promise<Promotion | undefined> {
  return pending(db).get({ guildId, memberId });
}

export async function findPromotion(db: Reader, id: number): Promise<Promotion | undefined> {
  return byId(db).get({ id });
}

/** The decisions about a member, newest first, whatever became of them. */
export async function promotionsOf(
  db: Reader,
  guildId: string,
  memberId: string,
  limit: number,
): Promise<Promotion[]> {
  return latestOf(db).all({ guildId, memberId, limit });
}

/** The tiers held in a server, all of them or those that rest on one role. */
export async function heldIn(db: Reader, guildId: string, roleId?: string): Promise<Promotion[]> {
  const resting = roleId === undefined ? undefined : eq(promotions.roleId, roleId);
  return db
    .select()
    .from(promotions)
    .where(and(eq(promotions.guildId, guildId), sql`state = 'active'`, resting))
    .all();
}

/** The decisions in a server that wait for Discord to give or take one role. */
export async function pendingWithRole(db: Reader, guildId: string, roleId: string): Promise<Promotion[]> {
  return db
    .select()
    .from(promotions)
    .where(
      and(
        eq(promotions.guildId, guildId),
        sql`state = 'pending'`,
        or(eq(promotions.roleId, roleId), eq(promotions.fromRoleId, roleId)),
      ),
    )
    .all();
}

/** Writes a decision down as pending; there can be one at a time for a member. */
export async function addPending(tx: Tx, promotion: NewPromotion): Promise<Promotion> {
  return tx
    .insert(promotions)
    .values({ ...promotion, state: 'pending' })
    .returning()
    .get();
}

/** Discord has given the role: what the member held before ends, and this counts from now on. */
export async function activate(tx: Tx, promotion: Promotion, now: number): Promise<void> {
  await endActive(tx, promotion.guildId, promotion.memberId, now);
  tx.update(promotions).set({ state: 'active', settledAt: now }).where(eq(promotions.id, promotion.id)).run();
}

/** Ends the tier that the member holds; with the reason when nobody decided it. False when they hold none. */
export async function endActive(
  tx: Tx,
  guildId: string,
  memberId: string,
  now: number,
  why?: EndReason,
): Promise<boolean> {
  const { changes } = tx
    .update(promotions)
    .set({ state: 'ended', endedAt: now, failure: why ?? null })
    .where(and(eq(promotions.guildId, guildId), eq(promotions.memberId, memberId), sql`state = 'active'`))
    .run();
  return changes > 0;
}

/** Ends one tier, if it is still held. */
export async function endHeld(tx: Tx, id: number, now: number, why: EndReason): Promise<boolean> {
  const { changes } = tx
    .update(promotions)
    .set({ state: 'ended', endedAt: now, failure: why })
    .where(and(eq(promotions.id, id), sql`state = 'active'`))
    .run();
  return changes > 0;
}

/** A decision after which the member holds nothing is over as soon as Discord has taken the role. */
export async function finish(tx: Tx, id: number, now: number): Promise<void> {
  tx.update(promotions)
    .set({ state: 'ended', settledAt: now, endedAt: now })
    .where(eq(promotions.id, id))
    .run();
}

export async function markFailed(tx: Tx, id: number, failure: FailureReason, now: number): Promise<void> {
  tx.update(promotions).set({ state: 'failed', failure, settledAt: now }).where(eq(promotions.id, id)).run();
}

/** Gives back what a decision had ended, when Discord refused to take the role: it is still there. */
export async function resumeEndedBy(tx: Tx, { guildId, memberId, fromRoleId, id }: Promotion): Promise<void> {
  tx.update(promotions)
    .set({ state: 'active', endedAt: null })
    .where(
      sql`id = (select max(id) from promotions where guild_id = ${guildId} and member_id = ${memberId}
        and role_id = ${fromRoleId} and id < ${id} and state = 'ended' and failure is null)`,
    )
    .run();
}

/** Why a decision failed, in the words of the port; nothing for those that did not fail. */
export function failureOf({ failure }: Pick<Promotion | Effect, 'failure'>): FailureReason | undefined {
  return failureReasons.find((reason) => reason === failure);
}

/** What is owed to Discord under one ref, in the order in which it was owed. */
export async function effectsOf(db: Reader, ref: string): Promise<Effect[]> {
  return db.select().from(effects).where(eq(effects.ref, ref)).orderBy(asc(effects.id)).all();
}

function heldBy({ id, tier, roleId, settledAt, createdAt, ...row }: Promotion): Held | undefined {
  if (tier === null || roleId === null) return undefined;
  const { moderatorId, reason } = row;
  return { promotionId: id, tier, roleId, since: settledAt ?? createdAt, moderatorId, reason };
}
