// What a month was: who helped, for the first time even, which badges are new, what was solved; and which months were told.
import { and, asc, count, desc, eq, gt, gte, isNull, lt, sql } from 'drizzle-orm';
import { prepared, type Reader, type Tx } from '../../core/database.ts';
import type { Period } from '../../core/periods.ts';
import { questions } from '../../core/question-tables.ts';
import { guildSettings, members, recognitions, standings } from '../../core/schema.ts';
import { badgesHeld, recaps } from '../../core/standing-tables.ts';
import type { Helper } from './rules.ts';

/** Servers that chose anything at all: nobody else has a recap. */
export async function guildsWithSettings(db: Reader): Promise<string[]> {
  return db
    .select({ guildId: guildSettings.guildId })
    .from(guildSettings)
    .all()
    .map(({ guildId }) => guildId);
}

export async function isTold(db: Reader, guildId: string, month: string): Promise<boolean> {
  const row = db
    .select({ month: recaps.month })
    .from(recaps)
    .where(and(eq(recaps.guildId, guildId), eq(recaps.month, month)))
    .get();
  return row !== undefined;
}

/** Writes down that a month is told; false if it was before. */
export async function markTold(tx: Tx, guildId: string, month: string, at: number): Promise<boolean> {
  const { changes } = tx.insert(recaps).values({ guildId, month, toldAt: at }).onConflictDoNothing().run();
  return changes > 0;
}

/** Everybody who is listed and helped somebody in the month, those who helped most people first. */
export async function helpersOf(db: Reader, guildId: string, month: string): Promise<Helper[]> {
  return db
    .select({ memberId: standings.memberId, peopleHelped: standings.peopleHelped })
    .from(standings)
    .where(
      and(
        eq(standings.guildId, guildId),
        eq(standings.period, month),
        eq(standings.listed, 1),
        gt(standings.peopleHelped, 0),
      ),
    )
    .orderBy(desc(standings.peopleHelped), asc(standings.memberId))
    .all();
}

const earlierHelp = prepared((db) =>
  db
    .select({ id: recognitions.id })
    .from(recognitions)
    .where(
      and(
        eq(recognitions.guildId, sql.placeholder('guildId')),
        eq(recognitions.receiverId, sql.placeholder('memberId')),
        sql`${recognitions.occurredAt} < ${sql.placeholder('before')}`,
        eq(recognitions.counts, 1),
        sql`${recognitions.kind} in ('thanks', 'upvote', 'solution', 'assist')`,
      ),
    )
    .limit(1)
    .prepare(),
);

/** Whether somebody had been recognised for help before a moment (ms). */
export async function helpedBefore(
  db: Reader,
  guildId: string,
  memberId: string,
  before: number,
): Promise<boolean> {
  return earlierHelp(db).get({ guildId, memberId, before }) !== undefined;
}

/** Questions that became solved in the month and are so still. */
export async function solvedIn(db: Reader, guildId: string, { start, end }: Period): Promise<number> {
  const row = db
    .select({ n: count() })
    .from(questions)
    .where(and(eq(questions.guildId, guildId), gte(questions.solvedAt, start), lt(questions.solvedAt, end)))
    .get();
  return row?.n ?? 0;
}

export interface NewBadge {
  badge: string;
  /** How many members got it. */
  times: number;
}

/** Which badges members who are listed got in the month and hold still, those that most got first. */
export async function newBadges(db: Reader, guildId: string, { start, end }: Period): Promise<NewBadge[]> {
  return db
    .select({ badge: badgesHeld.badge, times: count() })
    .from(badgesHeld)
    .leftJoin(
      members,
      and(eq(members.guildId, badgesHeld.guildId), eq(members.memberId, badgesHeld.memberId)),
    )
    .where(
      and(
        eq(badgesHeld.guildId, guildId),
        gte(badgesHeld.awardedAt, start),
        lt(badgesHeld.awardedAt, end),
        isNull(badgesHeld.revokedAt),
        isNull(members.leftAt),
        isNull(members.boardOptOutAt),
      ),
    )
    .groupBy(badgesHeld.badge)
    .orderBy(desc(count()), asc(badgesHeld.badge))
    .all();
}
