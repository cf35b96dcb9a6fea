// What a board shows, and who has left or come back.
import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { Board } from '../../core/board-counts.ts';
import { prepared, type Reader, type Tx } from '../../core/database.ts';
import { keptIn } from '../../core/kept-periods.ts';
import { LAST_OF_THE_FORGOTTEN } from '../../core/person-key.ts';
import { type Pseudonyms, pseudonymsAmong } from '../../core/pseudonyms.ts';
import { howManyAbove, type OwnPlace, type Place, placeOf, positionOf, topOf } from '../../core/ranks.ts';
import { members, standings } from '../../core/schema.ts';
import { setListed } from '../../core/standings.ts';
import { nearestPage, PAGE_SIZE, pageAtPosition } from './rules.ts';

/** One page of a board: those listed there, and how many stand on the whole board. */
export interface BoardPage {
  /** From 1; the last one where a later page was asked for. */
  page: number;
  people: number;
  places: readonly Place[];
  /** What those on the page are called who are not to be mentioned. */
  pseudonyms: Pseudonyms;
}

/** Where somebody stands: in a place (perhaps under a pseudonym), nowhere yet, or hidden by their own choice. */
export type Own =
  | { kind: 'placed'; place: OwnPlace; pseudonym: string | undefined }
  | { kind: 'nowhere' }
  | { kind: 'hidden' };

const memory = prepared((db) =>
  db
    .select({
      leftAt: members.leftAt,
      boardOptOutAt: members.boardOptOutAt,
      pseudonym: members.pseudonym,
    })
    .from(members)
    .where(
      and(eq(members.guildId, sql.placeholder('guildId')), eq(members.memberId, sql.placeholder('memberId'))),
    )
    .prepare(),
);

const rememberLeaving = prepared((db) =>
  db
    .insert(members)
    .values({
      guildId: sql.placeholder('guildId'),
      memberId: sql.placeholder('memberId'),
      leftAt: sql.placeholder('at'),
    })
    .onConflictDoUpdate({
      target: [members.guildId, members.memberId],
      set: { leftAt: sql`coalesce(${members.leftAt}, excluded.left_at)` },
    })
    .prepare(),
);

const forgetLeaving = prepared((db) =>
  db
    .update(members)
    .set({ leftAt: null })
    .where(
      and(eq(members.guildId, sql.placeholder('guildId')), eq(members.memberId, sql.placeholder('memberId'))),
    )
    .prepare(),
);

/** Everybody with a standing has one in the period `all`. */
const withStandingAfter = prepared((db) =>
  db
    .select({ memberId: standings.memberId, leftAt: members.leftAt })
    .from(standings)
    .leftJoin(members, and(eq(members.guildId, standings.guildId), eq(members.memberId, standings.memberId)))
    .where(
      and(
        eq(standings.guildId, sql.placeholder('guildId')),
        eq(standings.period, 'all'),
        gt(standings.memberId, sql.placeholder('after')),
        // Those who were forgotten are nobody whom Discord knows.
        gt(standings.memberId, LAST_OF_THE_FORGOTTEN),
      ),
    )
    .orderBy(asc(standings.memberId))
    .limit(sql.placeholder('limit'))
    .prepare(),
);

/** The page asked for, or the last one if there are fewer. */
export async function readPage(
  db: Reader,
  guildId: string,
  periodKey: string,
  board: Board,
  wanted: number,
): Promise<BoardPage> {
  const people = await howManyAbove(db, guildId, periodKey, board, 0);
  const page = nearestPage(wanted, people);
  const places = await topOf(db, guildId, periodKey, board, (page - 1) * PAGE_SIZE, PAGE_SIZE);
  const ids = places.map(({ memberId }) => memberId);
  return { page, people, places, pseudonyms: await pseudonymsAmong(db, guildId, ids) };
}

/** Where a member stands on a board. */
export async function readOwn(
  db: Reader,
  guildId: string,
  periodKey: string,
  board: Board,
  memberId: string,
): Promise<Own> {
  const known = memory(db).get({ guildId, memberId });
  if (known?.boardOptOutAt) return { kind: 'hidden' };
  const place = await placeOf(db, guildId, periodKey, board, memberId);
  return place ? { kind: 'placed', place, pseudonym: known?.pseudonym ?? undefined } : { kind: 'nowhere' };
}

/** The page of a board on which a member stands. */
export async function findOwn(
  db: Reader,
  guildId: string,
  periodKey: string,
  board: Board,
  memberId: string,
): Promise<(Extract<Own, { kind: 'placed' }> & { page: number }) | Exclude<Own, { kind: 'placed' }>> {
  const own = await readOwn(db, guildId, periodKey, board, memberId);
  if (own.kind !== 'placed') return own;
  const position = await positionOf(db, guildId, periodKey, board, own.place);
  return { ...own, page: pageAtPosition(position) };
}

/** Whether the standings of a period are kept. What was read before is whole only if they still are: rows go afterwards. */
export async function isKept(
  db: Reader,
  guildId: string,
  periodKey: string,
  timeZone: string,
): Promise<boolean> {
  return keptIn(db, guildId, timeZone)(periodKey);
}

/** Whether nobody in the server has ever been credited with anything that shows. */
export async function nothingEver(db: Reader, guildId: string): Promise<boolean> {
  const given = await howManyAbove(db, guildId, 'all', 'thanksGiven', 0);
  return given === 0 && (await howManyAbove(db, guildId, 'all', 'points', 0)) === 0;
}

/** When a member left (ms), if they have and have not come back. */
export async function leftAt(db: Reader, guildId: string, memberId: string): Promise<number | undefined> {
  return memory(db).get({ guildId, memberId })?.leftAt ?? undefined;
}

/** Hides a member who left; their totals stay. Twice is once. */
export async function markLeft(tx: Tx, guildId: string, memberId: string, at: number): Promise<void> {
  rememberLeaving(tx).run({ guildId, memberId, at });
  await setListed(tx, guildId, memberId, false);
}

/** Shows a member who came back, unless they had chosen to stay off the boards. Twice is once. */
export async function markReturned(tx: Tx, guildId: string, memberId: string): Promise<void> {
  const known = memory(tx).get({ guildId, memberId });
  if (!known) return;
  forgetLeaving(tx).run({ guildId, memberId });
  await setListed(tx, guildId, memberId, known.boardOptOutAt === null);
}

/** Members with a standing, by id, from after a given one; and when they left, if they did. */
export async function membersWithStanding(
  db: Reader,
  guildId: string,
  after: string,
  limit: number,
): Promise<{ memberId: string; leftAt: number | null }[]> {
  return withStandingAfter(db).all({ guildId, after, limit });
}
