// Claims in the database: who has taken which question, and how that ended.
import { and, eq, gt, isNull, lte, sql } from 'drizzle-orm';
import type { Reader, Tx } from '../../core/database.ts';
import { type ClaimEnd, questionClaims } from '../../core/question-tables.ts';
import type { Claim } from './rules.ts';

/** Who holds a question at this moment. */
export async function holderOf(db: Reader, questionId: string, now: number): Promise<Claim | undefined> {
  return db
    .select()
    .from(questionClaims)
    .where(
      and(
        eq(questionClaims.questionId, questionId),
        isNull(questionClaims.endedAt),
        gt(questionClaims.expiresAt, now),
      ),
    )
    .get();
}

/** How many questions a member holds at this moment. */
export async function countHeldBy(
  db: Reader,
  guildId: string,
  memberId: string,
  now: number,
): Promise<number> {
  const held = db
    .select({ count: sql<number>`count(*)` })
    .from(questionClaims)
    .where(
      and(
        eq(questionClaims.guildId, guildId),
        eq(questionClaims.memberId, memberId),
        isNull(questionClaims.endedAt),
        gt(questionClaims.expiresAt, now),
      ),
    )
    .get();
  return held?.count ?? 0;
}

export async function addClaim(tx: Tx, claim: typeof questionClaims.$inferInsert): Promise<Claim> {
  return tx.insert(questionClaims).values(claim).returning().get();
}

/** Ends whatever claim this member has on the question; false if there was none. */
export async function endClaim(
  tx: Tx,
  { questionId, memberId }: Pick<Claim, 'questionId' | 'memberId'>,
  why: ClaimEnd,
  now: number,
): Promise<boolean> {
  const ended = tx
    .update(questionClaims)
    .set({ endedAt: now, endedWhy: why })
    .where(
      and(
        eq(questionClaims.questionId, questionId),
        eq(questionClaims.memberId, memberId),
        isNull(questionClaims.endedAt),
      ),
    )
    .run();
  return ended.changes > 0;
}

/** Ends the claims that have come to their end: the question settled, its taker answered, or the time is over. */
export async function endOverdue(tx: Tx, now: number): Promise<void> {
  const end = (why: ClaimEnd, when: ReturnType<typeof sql>) =>
    tx
      .update(questionClaims)
      .set({ endedAt: now, endedWhy: why })
      .where(and(isNull(questionClaims.endedAt), when))
      .run();
  end(
    'settled',
    sql`not exists (select 1 from questions q where q.id = ${questionClaims.questionId} and q.state in ('open', 'answered') and q.gone_at is null)`,
  );
  end(
    'answered',
    sql`exists (select 1 from question_people p where p.question_id = ${questionClaims.questionId} and p.member_id = ${questionClaims.memberId} and p.last_at >= ${questionClaims.claimedAt})`,
  );
  end('expired', lte(questionClaims.expiresAt, now));
}
