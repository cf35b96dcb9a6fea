// What is known of a member: the recognitions they received, those taken back, and their own that did not count.
import { and, desc, eq, gte, notLike, or, type SQL, sql } from 'drizzle-orm';
import { prepared, type Reader } from '../../core/database.ts';
import type { Recognition } from '../../core/ledger-rules.ts';
import { members, recognitions, refusals } from '../../core/schema.ts';
import { fairPlayCases, fairPlayMembers } from '../../core/standing-tables.ts';
import { hasStanding } from '../../core/standings.ts';

export type Received = Recognition;
export type Uncounted = typeof refusals.$inferSelect;

/** Which rows of a list, newest first. */
export interface Slice {
  offset: number;
  limit: number;
}

const liveOf = and(
  eq(recognitions.guildId, sql.placeholder('guildId')),
  eq(recognitions.receiverId, sql.placeholder('memberId')),
  sql`(${recognitions.revokedAt} is null or (${sql.placeholder('withHeld')} = 1 and ${recognitions.revokedWhy} = 'held'))`,
);

const receivedRows = prepared((db) =>
  db
    .select()
    .from(recognitions)
    .where(liveOf)
    .orderBy(desc(recognitions.occurredAt), desc(recognitions.id))
    .limit(sql.placeholder('limit'))
    .offset(sql.placeholder('offset'))
    .prepare(),
);

/** Counts the rows of a query, and stops at `most`. */
const counting = (table: typeof recognitions | typeof refusals, where: SQL | undefined) => {
  const statement = prepared((db) =>
    db
      .select({ n: sql<number>`count(*)` })
      .from(
        db
          .select({ one: sql`1`.as('one') })
          .from(table)
          .where(where)
          .limit(sql.placeholder('most'))
          .as('some'),
      )
      .prepare(),
  );
  return (db: Reader, values: Record<string, string | number>): number => statement(db).get(values)?.n ?? 0;
};

const receivedCount = counting(recognitions, liveOf);

// Written out: only so can SQLite use the partial index of revoked rows.
const takenBackOf = and(
  eq(recognitions.guildId, sql.placeholder('guildId')),
  eq(recognitions.receiverId, sql.placeholder('memberId')),
  sql`revoked_at is not null`,
  gte(recognitions.revokedAt, sql.placeholder('since')),
  // What is held is not taken back: that is not decided yet.
  notLike(recognitions.revokedWhy, 'held%'),
);

const takenBackRows = prepared((db) =>
  db
    .select()
    .from(recognitions)
    .where(takenBackOf)
    .orderBy(desc(recognitions.revokedAt), desc(recognitions.id))
    .limit(sql.placeholder('limit'))
    .offset(sql.placeholder('offset'))
    .prepare(),
);

const takenBackCount = counting(recognitions, takenBackOf);

const uncountedOf = and(
  eq(refusals.guildId, sql.placeholder('guildId')),
  eq(refusals.giverId, sql.placeholder('memberId')),
);

const uncountedRows = prepared((db) =>
  db
    .select()
    .from(refusals)
    .where(uncountedOf)
    .orderBy(desc(refusals.occurredAt), desc(refusals.id))
    .limit(sql.placeholder('limit'))
    .offset(sql.placeholder('offset'))
    .prepare(),
);

const uncountedCount = counting(refusals, uncountedOf);

const memory = prepared((db) =>
  db
    .select()
    .from(members)
    .where(
      and(eq(members.guildId, sql.placeholder('guildId')), eq(members.memberId, sql.placeholder('memberId'))),
    )
    .prepare(),
);

/** Recognitions that a member received and that stand, newest first; those held for review too if `withHeld`. */
export async function received(
  db: Reader,
  guildId: string,
  memberId: string,
  withHeld: boolean,
  slice: Slice,
): Promise<Received[]> {
  return receivedRows(db).all({ guildId, memberId, withHeld: withHeld ? 1 : 0, ...slice });
}

/** How many of them there are; counting stops at `most`. */
export async function countReceived(
  db: Reader,
  guildId: string,
  memberId: string,
  withHeld: boolean,
  most: number,
): Promise<number> {
  return receivedCount(db, { guildId, memberId, withHeld: withHeld ? 1 : 0, most });
}

/** Recognitions that a member lost since a moment (ms), the latest loss first. */
export async function takenBack(
  db: Reader,
  guildId: string,
  memberId: string,
  since: number,
  slice: Slice,
): Promise<Received[]> {
  return takenBackRows(db).all({ guildId, memberId, since, ...slice });
}

/** How many of them there are; counting stops at `most`. */
export async function countTakenBack(
  db: Reader,
  guildId: string,
  memberId: string,
  since: number,
  most: number,
): Promise<number> {
  return takenBackCount(db, { guildId, memberId, since, most });
}

/** Thanks that a member gave and that did not count, newest first. */
export async function uncounted(
  db: Reader,
  guildId: string,
  memberId: string,
  slice: Slice,
): Promise<Uncounted[]> {
  return uncountedRows(db).all({ guildId, memberId, ...slice });
}

/** How many of them there are; counting stops at `most`. */
export async function countUncounted(
  db: Reader,
  guildId: string,
  memberId: string,
  most: number,
): Promise<number> {
  return uncountedCount(db, { guildId, memberId, most });
}

/** Whether we have met this person here: in a recognition, or as one who left. */
export async function wasSeen(db: Reader, guildId: string, memberId: string): Promise<boolean> {
  return (await hasStanding(db, guildId, memberId)) || memory(db).get({ guildId, memberId }) !== undefined;
}

/** What is remembered of a member beside their standing. */
export async function membership(
  db: Reader,
  guildId: string,
  memberId: string,
): Promise<{ hasLeft: boolean; isOffBoards: boolean }> {
  const row = memory(db).get({ guildId, memberId });
  return { hasLeft: row?.leftAt != null, isOffBoards: row?.boardOptOutAt != null };
}

/** A case of fair play about the member that is held, or was reversed since a moment (ms). */
export interface ReviewNews {
  caseId: number;
  state: 'held' | 'reversed';
  decidedAt: number;
  /** Why it was reversed. */
  reason: string | null;
  hasAnswered: boolean;
}

const reviewRows = prepared((db) =>
  db
    .select({
      caseId: fairPlayCases.id,
      state: fairPlayCases.state,
      openedAt: fairPlayCases.openedAt,
      decidedAt: fairPlayCases.decidedAt,
      reason: fairPlayCases.reason,
      answeredAt: fairPlayMembers.answeredAt,
    })
    .from(fairPlayMembers)
    .innerJoin(fairPlayCases, eq(fairPlayCases.id, fairPlayMembers.caseId))
    .where(
      and(
        eq(fairPlayMembers.guildId, sql.placeholder('guildId')),
        eq(fairPlayMembers.memberId, sql.placeholder('memberId')),
        or(
          eq(fairPlayCases.state, 'held'),
          and(eq(fairPlayCases.state, 'reversed'), gte(fairPlayCases.decidedAt, sql.placeholder('since'))),
        ),
      ),
    )
    .orderBy(desc(fairPlayCases.decidedAt))
    .limit(sql.placeholder('limit'))
    .prepare(),
);

/** The latest first. */
export async function reviewsOf(
  db: Reader,
  guildId: string,
  memberId: string,
  since: number,
  limit: number,
): Promise<ReviewNews[]> {
  return reviewRows(db)
    .all({ guildId, memberId, since, limit })
    .map(({ state, openedAt, decidedAt, answeredAt, ...about }) => ({
      ...about,
      state: state === 'held' ? 'held' : 'reversed',
      decidedAt: decidedAt ?? openedAt,
      hasAnswered: answeredAt !== null,
    }));
}
