// Nominations and votes in the database: who is a candidate, what reviewers say, and how it ended.
import { and, asc, count, desc, eq, gte, inArray, lte, ne, or, sql } from 'drizzle-orm';
import type { Reader, Tx } from '../../core/database.ts';
import { promotions } from '../../core/schema.ts';
import { ambassadorTerms, nominations, nominationVotes } from '../../core/standing-tables.ts';
import type { Nomination, Vote } from './rules.ts';

export type NewNomination = Pick<
  typeof nominations.$inferInsert,
  'guildId' | 'candidateId' | 'nominatorId' | 'why' | 'state' | 'createdAt' | 'channelId' | 'answeredAt'
>;

// States are written out in the conditions: only so can SQLite use the partial index.
const isOpen = sql`state in ('asked', 'accepted', 'reviewing')`;

export async function addNomination(tx: Tx, nomination: NewNomination): Promise<Nomination> {
  return tx.insert(nominations).values(nomination).returning().get();
}

export async function findNomination(
  db: Reader,
  guildId: string,
  id: number,
): Promise<Nomination | undefined> {
  return db
    .select()
    .from(nominations)
    .where(and(eq(nominations.id, id), eq(nominations.guildId, guildId)))
    .get();
}

export async function nominationById(db: Reader, id: number): Promise<Nomination | undefined> {
  return db.select().from(nominations).where(eq(nominations.id, id)).get();
}

const ofCandidate = (guildId: string, candidateId: string) =>
  and(eq(nominations.guildId, guildId), eq(nominations.candidateId, candidateId));

export async function openOf(
  db: Reader,
  guildId: string,
  candidateId: string,
): Promise<Nomination | undefined> {
  return db
    .select()
    .from(nominations)
    .where(and(ofCandidate(guildId, candidateId), isOpen))
    .get();
}

/** Whatever became of them, the latest first. */
export async function nominationsOf(
  db: Reader,
  guildId: string,
  candidateId: string,
  limit: number,
): Promise<Nomination[]> {
  return db
    .select()
    .from(nominations)
    .where(ofCandidate(guildId, candidateId))
    .orderBy(desc(nominations.id))
    .limit(limit)
    .all();
}

/** Candidates of a server of whom nothing is decided yet: those under review first, then who waits longest. */
export async function openIn(db: Reader, guildId: string, limit: number): Promise<Nomination[]> {
  return db
    .select()
    .from(nominations)
    .where(and(eq(nominations.guildId, guildId), isOpen))
    .orderBy(desc(sql`state = 'reviewing'`), desc(sql`state = 'accepted'`), asc(nominations.id))
    .limit(limit)
    .all();
}

export async function countOpen(db: Reader, guildId: string): Promise<number> {
  return (
    db
      .select({ n: count() })
      .from(nominations)
      .where(and(eq(nominations.guildId, guildId), isOpen))
      .get()?.n ?? 0
  );
}

export async function countReviewing(db: Reader, guildId: string): Promise<number> {
  return (
    db
      .select({ n: count() })
      .from(nominations)
      .where(and(eq(nominations.guildId, guildId), eq(nominations.state, 'reviewing')))
      .get()?.n ?? 0
  );
}

/** People whom a member nominated since a moment (ms), themselves aside. */
export async function countNominated(
  db: Reader,
  guildId: string,
  nominatorId: string,
  since: number,
): Promise<number> {
  return (
    db
      .select({ n: count() })
      .from(nominations)
      .where(
        and(
          eq(nominations.guildId, guildId),
          eq(nominations.nominatorId, nominatorId),
          ne(nominations.candidateId, nominatorId),
          gte(nominations.createdAt, since),
        ),
      )
      .get()?.n ?? 0
  );
}

/** Candidates asked before a moment (ms) who have not answered. */
export async function askedBefore(db: Reader, before: number): Promise<Nomination[]> {
  return db
    .select()
    .from(nominations)
    .where(and(eq(nominations.state, 'asked'), lte(nominations.createdAt, before)))
    .all();
}

export async function changeNomination(
  tx: Tx,
  id: number,
  change: Partial<Omit<Nomination, 'id'>>,
): Promise<void> {
  tx.update(nominations).set(change).where(eq(nominations.id, id)).run();
}

/** Those who said something, the first first. */
/** Ids of all nominations of somebody, in every server. */
export function everyNominationOf(db: Reader, candidateId: string): number[] {
  return db
    .select({ id: nominations.id })
    .from(nominations)
    .where(eq(nominations.candidateId, candidateId))
    .all()
    .map(({ id }) => id);
}

/** Ids of the nominations, in every server, in which somebody nominated, voted or decided. */
export function nominationsWithWordsOf(db: Reader, memberId: string): number[] {
  const voted = db
    .select({ id: nominationVotes.nominationId })
    .from(nominationVotes)
    .where(eq(nominationVotes.memberId, memberId));
  return db
    .select({ id: nominations.id })
    .from(nominations)
    .where(
      or(
        eq(nominations.nominatorId, memberId),
        eq(nominations.decidedBy, memberId),
        inArray(nominations.id, voted),
      ),
    )
    .all()
    .map(({ id }) => id);
}

export async function votesOn(db: Reader, nominationId: number): Promise<Vote[]> {
  return db
    .select()
    .from(nominationVotes)
    .where(eq(nominationVotes.nominationId, nominationId))
    .orderBy(asc(nominationVotes.at), asc(nominationVotes.memberId))
    .all();
}

export async function saveVote(tx: Tx, vote: Vote): Promise<void> {
  const { nominationId: _, memberId: __, ...said } = vote;
  tx.insert(nominationVotes)
    .values(vote)
    .onConflictDoUpdate({ target: [nominationVotes.nominationId, nominationVotes.memberId], set: said })
    .run();
}

/** Whether somebody is an Ambassador now, and not on leave. */
export async function isAmbassador(db: Reader, guildId: string, memberId: string): Promise<boolean> {
  const row = db
    .select({ id: ambassadorTerms.id })
    .from(ambassadorTerms)
    .where(
      and(
        eq(ambassadorTerms.guildId, guildId),
        eq(ambassadorTerms.memberId, memberId),
        // Both states of the partial index are named, so that SQLite uses it.
        sql`state in ('active', 'paused')`,
        eq(ambassadorTerms.state, 'active'),
      ),
    )
    .get();
  return row !== undefined;
}

/** Those who hold any tier and whose term does not run; of them, Ambassadors are told apart by the ladder. */
export async function holdersWithoutTerm(db: Reader): Promise<{ guildId: string; memberId: string }[]> {
  return db
    .select({ guildId: promotions.guildId, memberId: promotions.memberId })
    .from(promotions)
    .where(
      and(
        sql`${promotions.state} = 'active'`,
        sql`not exists (select 1 from ambassador_terms where ambassador_terms.guild_id = ${promotions.guildId}
          and ambassador_terms.member_id = ${promotions.memberId} and ambassador_terms.state in ('active', 'paused'))`,
      ),
    )
    .all();
}
