// Warnings and holidays in the database, and what people last decided about a member's tier.
import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm';
import { prepared, type Reader, type Tx } from '../../core/database.ts';
import { guildSettings, promotions } from '../../core/schema.ts';
import { leaves, tierWarnings } from '../../core/standing-tables.ts';
import type { Who } from './measures.store.ts';
import type { LastWord } from './rules.ts';

export type Warning = typeof tierWarnings.$inferSelect;
export type Leave = typeof leaves.$inferSelect;
export type ClosedWhy = NonNullable<Warning['closedWhy']>;

const lastWord = prepared((db) =>
  db
    .select({
      origin: promotions.origin,
      direction: promotions.direction,
      tier: promotions.tier,
      failure: promotions.failure,
    })
    .from(promotions)
    .where(
      and(
        eq(promotions.guildId, sql.placeholder('guildId')),
        eq(promotions.memberId, sql.placeholder('memberId')),
        sql`state in ('active', 'ended') and (origin = 'people' or failure is not null)`,
      ),
    )
    .orderBy(sql`id desc`)
    .limit(1)
    .prepare(),
);

const latestMove = prepared((db) =>
  db
    .select()
    .from(promotions)
    .where(
      and(
        eq(promotions.guildId, sql.placeholder('guildId')),
        eq(promotions.memberId, sql.placeholder('memberId')),
      ),
    )
    .orderBy(sql`id desc`)
    .limit(1)
    .prepare(),
);

const warning = prepared((db) =>
  db
    .select()
    .from(tierWarnings)
    .where(
      and(
        eq(tierWarnings.guildId, sql.placeholder('guildId')),
        eq(tierWarnings.memberId, sql.placeholder('memberId')),
        sql`closed_at is null`,
      ),
    )
    .prepare(),
);

/** The latest decision of people about a member's tier, or what ended it without one. */
export async function lastWordOf(db: Reader, { guildId, memberId }: Who): Promise<LastWord | undefined> {
  return lastWord(db).get({ guildId, memberId });
}

/** The latest move of a member, whatever became of it. */
export async function latestMoveOf(db: Reader, { guildId, memberId }: Who) {
  return latestMove(db).get({ guildId, memberId });
}

export async function openWarning(db: Reader, { guildId, memberId }: Who): Promise<Warning | undefined> {
  return warning(db).get({ guildId, memberId });
}

export async function addWarning(
  tx: Tx,
  { guildId, memberId }: Who,
  one: { tier: string; warnedAt: number; dueAt: number },
): Promise<Warning> {
  return tx
    .insert(tierWarnings)
    .values({ guildId, memberId, ...one })
    .returning()
    .get();
}

export async function closeWarning(tx: Tx, id: number, why: ClosedWhy, now: number): Promise<void> {
  tx.update(tierWarnings)
    .set({ closedAt: now, closedWhy: why })
    .where(and(eq(tierWarnings.id, id), isNull(tierWarnings.closedAt)))
    .run();
}

/** The holidays of a member that touch what is after `since`, first ones first. */
export async function leavesOf(db: Reader, { guildId, memberId }: Who, since: number): Promise<Leave[]> {
  return db
    .select()
    .from(leaves)
    .where(
      and(
        eq(leaves.guildId, guildId),
        eq(leaves.memberId, memberId),
        gt(leaves.toAt, since),
        isNull(leaves.cancelledAt),
      ),
    )
    .orderBy(asc(leaves.fromAt))
    .all();
}

export async function addLeave(
  tx: Tx,
  { guildId, memberId }: Who,
  span: { fromAt: number; toAt: number },
  now: number,
): Promise<void> {
  tx.insert(leaves)
    .values({ guildId, memberId, ...span, createdAt: now })
    .run();
}

export async function findLeave(db: Reader, id: number): Promise<Leave | undefined> {
  return db.select().from(leaves).where(eq(leaves.id, id)).get();
}

/** One that has begun ends now: its days were a holiday. One that has not never was. */
export async function endLeave(tx: Tx, { id, fromAt }: Leave, now: number): Promise<void> {
  tx.update(leaves)
    .set(fromAt < now ? { toAt: now } : { cancelledAt: now })
    .where(eq(leaves.id, id))
    .run();
}

/** The servers that chose anything: the others have no rule that gives tiers. */
export async function guildsWithSettings(db: Reader): Promise<string[]> {
  return db
    .select({ guildId: guildSettings.guildId })
    .from(guildSettings)
    .all()
    .map(({ guildId }) => guildId);
}
