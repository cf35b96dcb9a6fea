// Badges held, and held before, as the database has them.
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { prepared, type Reader, type Tx } from '../../core/database.ts';
import { badgesHeld } from '../../core/standing-tables.ts';
import type { Who } from './measures.store.ts';

export type HeldRow = typeof badgesHeld.$inferSelect;

const whose = and(
  eq(badgesHeld.guildId, sql.placeholder('guildId')),
  eq(badgesHeld.memberId, sql.placeholder('memberId')),
);
const which = and(whose, eq(badgesHeld.badge, sql.placeholder('badge')));

const ofMember = prepared((db) =>
  db.select().from(badgesHeld).where(whose).orderBy(asc(badgesHeld.awardedAt)).prepare(),
);

const one = prepared((db) => db.select().from(badgesHeld).where(which).prepare());

const put = prepared((db) =>
  db
    .insert(badgesHeld)
    .values({
      guildId: sql.placeholder('guildId'),
      memberId: sql.placeholder('memberId'),
      badge: sql.placeholder('badge'),
      awardedAt: sql.placeholder('awardedAt'),
      awardedBy: sql.placeholder('awardedBy'),
      reason: sql.placeholder('reason'),
      channelId: sql.placeholder('channelId'),
      messageId: sql.placeholder('messageId'),
      announcedAt: sql.placeholder('announcedAt'),
    })
    .onConflictDoUpdate({
      target: [badgesHeld.guildId, badgesHeld.memberId, badgesHeld.badge],
      // What was earned again is held since the first time, and that was told of then; a gift is a new one.
      set: {
        awardedAt: sql`iif(excluded.awarded_by is null, ${badgesHeld.awardedAt}, excluded.awarded_at)`,
        awardedBy: sql`excluded.awarded_by`,
        reason: sql`excluded.reason`,
        channelId: sql`excluded.channel_id`,
        messageId: sql`excluded.message_id`,
        revokedAt: null,
        revokedBy: null,
        revokedWhy: null,
      },
    })
    .prepare(),
);

const take = prepared((db) =>
  db
    .update(badgesHeld)
    .set({
      revokedAt: sql`${sql.placeholder('at')}`,
      revokedBy: sql`${sql.placeholder('by')}`,
      revokedWhy: sql`${sql.placeholder('why')}`,
    })
    .where(which)
    .prepare(),
);

const holderCount = prepared((db) =>
  db
    .select({ n: sql<number>`count(*)` })
    .from(badgesHeld)
    .where(
      and(
        eq(badgesHeld.guildId, sql.placeholder('guildId')),
        eq(badgesHeld.badge, sql.placeholder('badge')),
        isNull(badgesHeld.revokedAt),
      ),
    )
    .prepare(),
);

/** All that a member holds or held, the earliest first. */
export async function rowsOf(db: Reader, { guildId, memberId }: Who): Promise<HeldRow[]> {
  return ofMember(db).all({ guildId, memberId });
}

export async function findRow(
  db: Reader,
  { guildId, memberId }: Who,
  badge: string,
): Promise<HeldRow | undefined> {
  return one(db).get({ guildId, memberId, badge });
}

export interface NewlyHeld extends Who {
  badge: string;
  awardedAt: number;
  awardedBy: string | null;
  reason: string | null;
  channelId: string | null;
  messageId: string | null;
  announcedAt: number | null;
}

/** Somebody holds a badge from now on, or again. */
export async function putHeld(tx: Tx, held: NewlyHeld): Promise<void> {
  put(tx).run({ ...held });
}

/** Somebody no longer holds a badge; `by` and `why` where a person decided so. */
export async function takeHeld(
  tx: Tx,
  { guildId, memberId }: Who,
  badge: string,
  { at, by, why }: { at: number; by: string | null; why: string | null },
): Promise<void> {
  take(tx).run({ guildId, memberId, badge, at, by, why });
}

/** How many members hold a badge. */
export async function countHolders(db: Reader, guildId: string, badge: string): Promise<number> {
  return holderCount(db).get({ guildId, badge })?.n ?? 0;
}
