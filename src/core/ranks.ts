// Ranks on the boards, read from the standings: who stands where, and how far it is to the next place.
import { and, asc, desc, eq, gt, sql } from 'drizzle-orm';
import { type Board, eachBoard, peopleAbove, standsOn } from './board-counts.ts';
import { prepared, type Reader } from './database.ts';
import { standings } from './schema.ts';
import { type Standing, standingOf } from './standings.ts';

export interface Place {
  memberId: string;
  value: number;
  /** 1 is the first; those with the same value share a place. */
  rank: number;
}

const onBoard = (board: Board) =>
  and(
    eq(standings.guildId, sql.placeholder('guildId')),
    eq(standings.period, sql.placeholder('period')),
    standsOn(board),
    gt(standings[board], sql.placeholder('above')),
  );

const countAbove = eachBoard((board) =>
  prepared((db) => db.select({ n: sql<number>`count(*)` }).from(standings).where(onBoard(board)).prepare()),
);

const pageOf = eachBoard((board) =>
  prepared((db) =>
    db
      .select({ memberId: standings.memberId, value: standings[board] })
      .from(standings)
      .where(onBoard(board))
      .orderBy(desc(standings[board]), asc(standings.memberId))
      .limit(sql.placeholder('limit'))
      .offset(sql.placeholder('offset'))
      .prepare(),
  ),
);

const nextAbove = eachBoard((board) =>
  prepared((db) =>
    db
      .select({ value: standings[board] })
      .from(standings)
      .where(onBoard(board))
      .orderBy(asc(standings[board]))
      .limit(1)
      .prepare(),
  ),
);

const earlierAmongEqual = eachBoard((board) =>
  prepared((db) =>
    db
      .select({ n: sql<number>`count(*)` })
      .from(standings)
      .where(
        and(
          eq(standings.guildId, sql.placeholder('guildId')),
          eq(standings.period, sql.placeholder('period')),
          standsOn(board),
          eq(standings[board], sql.placeholder('value')),
          sql`${standings.memberId} < ${sql.placeholder('memberId')}`,
        ),
      )
      .prepare(),
  ),
);

/** How many listed members have more than `above` on a board. */
export async function howManyAbove(
  db: Reader,
  guildId: string,
  period: string,
  board: Board,
  above: number,
): Promise<number> {
  const known = await peopleAbove(db, guildId, period, board, above);
  return known ?? countAbove[board](db).get({ guildId, period, above })?.n ?? 0;
}

/** Listed members with more than nothing, highest first, from `offset` on; equal ones by id, sharing a rank. */
export async function topOf(
  db: Reader,
  guildId: string,
  period: string,
  board: Board,
  offset: number,
  limit: number,
): Promise<Place[]> {
  const rows = pageOf[board](db).all({ guildId, period, above: 0, offset, limit });
  const first = rows[0];
  if (!first) return [];
  let rank = 1 + (await howManyAbove(db, guildId, period, board, first.value));
  return rows.map(({ memberId, value }, i) => {
    if (i > 0 && value !== rows[i - 1]?.value) rank = offset + i + 1;
    return { memberId, value, rank };
  });
}

export interface OwnPlace extends Place {
  /** How many more one needs to reach the next value above; none for the first. */
  toNext: number | undefined;
}

/** Which place a standing has on a board; none for someone with nothing, or not listed. */
export async function rankOf(
  db: Reader,
  guildId: string,
  period: string,
  board: Board,
  { [board]: value, listed }: Standing,
): Promise<number | undefined> {
  if (value <= 0 || !listed) return undefined;
  return 1 + (await howManyAbove(db, guildId, period, board, value));
}

/** Where a listed member stands; nothing for someone with nothing, or not listed. */
export async function placeOf(
  db: Reader,
  guildId: string,
  period: string,
  board: Board,
  memberId: string,
): Promise<OwnPlace | undefined> {
  const standing = await standingOf(db, guildId, period, memberId);
  const rank = await rankOf(db, guildId, period, board, standing);
  if (rank === undefined) return undefined;
  const value = standing[board];
  const next = nextAbove[board](db).get({ guildId, period, above: value });
  return {
    memberId,
    value,
    rank,
    toNext: next ? next.value - value : undefined,
  };
}

/** Where in the list somebody's place is, from 0, to find the page: equal ones stand by id. */
export async function positionOf(
  db: Reader,
  guildId: string,
  period: string,
  board: Board,
  { memberId, value, rank }: Place,
): Promise<number> {
  return rank - 1 + (earlierAmongEqual[board](db).get({ guildId, period, value, memberId })?.n ?? 0);
}
