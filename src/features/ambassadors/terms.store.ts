// Terms of Ambassadors in the database: who is one now, whose end is near, and who was one.
import { and, asc, desc, eq, lte, sql } from 'drizzle-orm';
import type { Reader, Tx } from '../../core/database.ts';
import { ambassadorTerms } from '../../core/standing-tables.ts';
import type { Term } from './terms.rules.ts';

// States are written out in the conditions: only so can SQLite use the partial indexes.
const isRunning = sql`state in ('active', 'paused')`;

export async function addTerm(
  tx: Tx,
  term: Pick<Term, 'guildId' | 'memberId' | 'promotionId' | 'startedAt' | 'endsAt'>,
): Promise<Term> {
  return tx
    .insert(ambassadorTerms)
    .values({ ...term, state: 'active' })
    .returning()
    .get();
}

export async function changeTerm(tx: Tx, id: number, change: Partial<Omit<Term, 'id'>>): Promise<void> {
  tx.update(ambassadorTerms).set(change).where(eq(ambassadorTerms.id, id)).run();
}

export async function findTerm(db: Reader, id: number): Promise<Term | undefined> {
  return db.select().from(ambassadorTerms).where(eq(ambassadorTerms.id, id)).get();
}

const ofMember = (guildId: string, memberId: string) =>
  and(eq(ambassadorTerms.guildId, guildId), eq(ambassadorTerms.memberId, memberId));

/** The term that runs, on leave or not. */
export async function runningOf(db: Reader, guildId: string, memberId: string): Promise<Term | undefined> {
  return db
    .select()
    .from(ambassadorTerms)
    .where(and(ofMember(guildId, memberId), isRunning))
    .get();
}

/** The latest first. */
export async function termsOf(db: Reader, guildId: string, memberId: string, limit: number): Promise<Term[]> {
  return db
    .select()
    .from(ambassadorTerms)
    .where(ofMember(guildId, memberId))
    .orderBy(desc(ambassadorTerms.id))
    .limit(limit)
    .all();
}

/** Since when somebody is an Ambassador without a break, by the terms that were renewed one after the other; ms. */
export async function ambassadorSince(db: Reader, term: Term): Promise<number> {
  let since = term.startedAt;
  for (const one of await termsOf(db, term.guildId, term.memberId, MOST_TERMS)) {
    if (one.id === term.id) continue;
    if (one.endedWhy !== 'renewed' || one.endedAt !== since) break;
    since = one.startedAt;
  }
  return since;
}

/** Terms looked back at: of the longest, three years each, enough for a life. */
const MOST_TERMS = 50;

/** The Ambassadors of a server, the longest-serving first. */
export async function runningIn(db: Reader, guildId: string): Promise<Term[]> {
  return db
    .select()
    .from(ambassadorTerms)
    .where(and(eq(ambassadorTerms.guildId, guildId), isRunning))
    .orderBy(asc(ambassadorTerms.startedAt), asc(ambassadorTerms.id))
    .all();
}

/** Those who ended with honour and are no Ambassador now, the latest first. */
export async function alumniIn(db: Reader, guildId: string, limit: number): Promise<Term[]> {
  return db
    .select()
    .from(ambassadorTerms)
    .where(
      and(
        eq(ambassadorTerms.guildId, guildId),
        eq(ambassadorTerms.state, 'ended'),
        eq(ambassadorTerms.alumnus, 1),
        sql`not exists (select 1 from ambassador_terms as later where later.guild_id = ${ambassadorTerms.guildId}
          and later.member_id = ${ambassadorTerms.memberId} and later.id > ${ambassadorTerms.id})`,
      ),
    )
    .orderBy(desc(ambassadorTerms.endedAt))
    .limit(limit)
    .all();
}

/** Terms that run and end before a moment (ms), in all servers. */
export async function endingBefore(db: Reader, before: number): Promise<Term[]> {
  return db
    .select()
    .from(ambassadorTerms)
    .where(and(lte(ambassadorTerms.endsAt, before), isRunning))
    .all();
}

/** Terms on leave, in all servers. */
export async function paused(db: Reader): Promise<Term[]> {
  return db
    .select()
    .from(ambassadorTerms)
    .where(and(isRunning, eq(ambassadorTerms.state, 'paused')))
    .all();
}
