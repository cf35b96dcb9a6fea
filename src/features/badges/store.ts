// Badges held, and held before, as the database has them.
import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm';
import { prepared, type Reader, type Tx } from '../../core/database.ts';
import { facts, members, recognitions, standings } from '../../core/schema.ts';
import { badgesHeld } from '../../core/standing-tables.ts';
import type { Who } from './measures.store.ts';
import type { Holding } from './rules.ts';

export type HeldRow = typeof badgesHeld.$inferSelect;

const whose = and(
  eq(badgesHeld.guildId, sql.placeholder('guildId')),
  eq(badgesHeld.memberId, sql.placeholder('memberId')),
);
const which = and(whose, eq(badgesHeld.badge, sql.placeholder('badge')));

const ofMember = prepared((db) =>
  db.select().from(badgesHeld).where(whose).orderBy(asc(badgesHeld.awardedAt)).prepare(),
);

const holdings = prepared((db) =>
  db
    .select({ badge: badgesHeld.badge, revokedAt: badgesHeld.revokedAt, revokedBy: badgesHeld.revokedBy })
    .from(badgesHeld)
    .where(whose)
    .prepare(),
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

/** All that a member holds or held, by badge, as far as rules ask. */
export async function holdingsOf(
  db: Reader,
  { guildId, memberId }: Who,
): Promise<ReadonlyMap<string, Holding>> {
  return new Map(
    holdings(db)
      .all({ guildId, memberId })
      .map((row) => [row.badge, row]),
  );
}

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

const everybodyAfter = prepared((db) =>
  db
    .select({ memberId: standings.memberId })
    .from(standings)
    .where(
      and(
        eq(standings.guildId, sql.placeholder('guildId')),
        eq(standings.period, 'all'),
        gt(standings.memberId, sql.placeholder('after')),
      ),
    )
    .union(
      db
        .select({ memberId: badgesHeld.memberId })
        .from(badgesHeld)
        .where(
          and(
            eq(badgesHeld.guildId, sql.placeholder('guildId')),
            gt(badgesHeld.memberId, sql.placeholder('after')),
          ),
        ),
    )
    .union(
      // Whoever gave and never received has a standing only if they said thanks.
      db
        .selectDistinct({ memberId: recognitions.giverId })
        .from(recognitions)
        .where(
          and(
            eq(recognitions.guildId, sql.placeholder('guildId')),
            gt(recognitions.giverId, sql.placeholder('after')),
          ),
        ),
    )
    .orderBy(sql`1`)
    .limit(sql.placeholder('limit'))
    .prepare(),
);

/** Members who gave, received or hold something, by id, from after a given one. */
export async function membersAfter(
  db: Reader,
  guildId: string,
  after: string,
  limit: number,
): Promise<string[]> {
  return everybodyAfter(db)
    .all({ guildId, after, limit })
    .map(({ memberId }) => memberId);
}

/** A fact of the process, such as which catalogue was counted last. */
export async function fact(db: Reader, name: string): Promise<string | undefined> {
  return db.select().from(facts).where(eq(facts.name, name)).get()?.value;
}

export async function setFact(tx: Tx, name: string, value: string): Promise<void> {
  tx.insert(facts).values({ name, value }).onConflictDoUpdate({ target: facts.name, set: { value } }).run();
}

// Written out, so that SQLite uses the partial index of those not told of.
const isNews = sql`announced_at is null and revoked_at is null`;

/** The servers in which somebody holds a badge that was not told of. */
export async function guildsWithNews(db: Reader): Promise<string[]> {
  return db
    .selectDistinct({ guildId: badgesHeld.guildId })
    .from(badgesHeld)
    .where(isNews)
    .all()
    .map(({ guildId }) => guildId);
}

export type News = HeldRow & { isListed: boolean };

/** Badges of a server that were not told of, the earliest first; and whether their holder is shown on the boards. */
export async function newsOf(db: Reader, guildId: string, limit: number): Promise<News[]> {
  return db
    .select({ row: badgesHeld, leftAt: members.leftAt, boardOptOutAt: members.boardOptOutAt })
    .from(badgesHeld)
    .leftJoin(
      members,
      and(eq(members.guildId, badgesHeld.guildId), eq(members.memberId, badgesHeld.memberId)),
    )
    .where(and(eq(badgesHeld.guildId, guildId), isNull(badgesHeld.announcedAt), isNull(badgesHeld.revokedAt)))
    .orderBy(asc(badgesHeld.awardedAt))
    .limit(limit)
    .all()
    .map(({ row, leftAt, boardOptOutAt }) => ({
      ...row,
      isListed: leftAt === null && boardOptOutAt === null,
    }));
}

export async function markAnnounced(
  tx: Tx,
  { guildId, memberId, badge }: HeldRow,
  at: number,
): Promise<void> {
  tx.update(badgesHeld)
    .set({ announcedAt: at })
    .where(
      and(eq(badgesHeld.guildId, guildId), eq(badgesHeld.memberId, memberId), eq(badgesHeld.badge, badge)),
    )
    .run();
}
