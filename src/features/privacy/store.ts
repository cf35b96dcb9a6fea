// What members chose for themselves, and what follows from it for the boards.
import { and, eq, gt, ne, sql } from 'drizzle-orm';
import { prepared, type Reader, type Tx } from '../../core/database.ts';
import { members } from '../../core/schema.ts';
import { setListed } from '../../core/standings.ts';

const who = and(
  eq(members.guildId, sql.placeholder('guildId')),
  eq(members.memberId, sql.placeholder('memberId')),
);

const memory = prepared((db) =>
  db
    .select({ leftAt: members.leftAt, boardOptOutAt: members.boardOptOutAt })
    .from(members)
    .where(who)
    .prepare(),
);

const rememberOptOut = prepared((db) =>
  db
    .insert(members)
    .values({
      guildId: sql.placeholder('guildId'),
      memberId: sql.placeholder('memberId'),
      boardOptOutAt: sql.placeholder('at'),
    })
    .onConflictDoUpdate({
      target: [members.guildId, members.memberId],
      set: { boardOptOutAt: sql`coalesce(${members.boardOptOutAt}, excluded.board_opt_out_at)` },
    })
    .prepare(),
);

const forgetOptOut = prepared((db) => db.update(members).set({ boardOptOutAt: null }).where(who).prepare());

/** Whether a member chose to stay off the boards. */
export async function isOffBoards(db: Reader, guildId: string, memberId: string): Promise<boolean> {
  return (memory(db).get({ guildId, memberId })?.boardOptOutAt ?? null) !== null;
}

/** Takes a member off every board, now and for what they will earn; their totals stay. Twice is once. */
export async function leaveBoards(tx: Tx, guildId: string, memberId: string, at: number): Promise<void> {
  rememberOptOut(tx).run({ guildId, memberId, at });
  await setListed(tx, guildId, memberId, false);
}

/** Shows a member on the boards again, as if they had never been off; not one who left the server meanwhile. */
export async function returnToBoards(tx: Tx, guildId: string, memberId: string): Promise<void> {
  const known = memory(tx).get({ guildId, memberId });
  if (!known) return;
  forgetOptOut(tx).run({ guildId, memberId });
  await setListed(tx, guildId, memberId, known.leftAt === null);
}

/** What somebody chose to be called, and what they may be called no more, and why. */
export interface Naming {
  pseudonym: string | undefined;
  lost: { key: string; why: string } | undefined;
}

export async function namingOf(db: Reader, guildId: string, memberId: string): Promise<Naming> {
  const row = db
    .select()
    .from(members)
    .where(and(eq(members.guildId, guildId), eq(members.memberId, memberId)))
    .get();
  return {
    pseudonym: row?.pseudonym ?? undefined,
    lost:
      row?.lostPseudonym == null ? undefined : { key: row.lostPseudonym, why: row.lostPseudonymWhy ?? '' },
  };
}

/** The pseudonyms of a server, but that of one member and those that were taken away. */
export async function pseudonymsBut(
  db: Reader,
  guildId: string,
  memberId: string,
): Promise<{ memberId: string; pseudonym: string }[]> {
  return db
    .select({ memberId: members.memberId, pseudonym: members.pseudonym })
    .from(members)
    .where(and(eq(members.guildId, guildId), gt(members.pseudonym, ''), ne(members.memberId, memberId)))
    .all()
    .map((row) => ({ memberId: row.memberId, pseudonym: row.pseudonym ?? '' }));
}

/** What a member is called from now on; none for their own name. */
export async function keepPseudonym(
  tx: Tx,
  guildId: string,
  memberId: string,
  pseudonym: string | null,
): Promise<void> {
  tx.insert(members)
    .values({ guildId, memberId, pseudonym })
    .onConflictDoUpdate({ target: [members.guildId, members.memberId], set: { pseudonym } })
    .run();
}

/** Takes a pseudonym away, leaving an empty one, and keeps its key, so that it is not chosen again. */
export async function losePseudonym(
  tx: Tx,
  guildId: string,
  memberId: string,
  { key, why }: { key: string; why: string },
): Promise<void> {
  tx.update(members)
    .set({ pseudonym: '', lostPseudonym: key, lostPseudonymWhy: why })
    .where(and(eq(members.guildId, guildId), eq(members.memberId, memberId)))
    .run();
}
