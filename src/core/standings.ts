// Standings: totals per member and period, kept in step with the ledger, and the ranks read from them.
import { and, asc, desc, eq, gt, sql } from 'drizzle-orm';
import { prepared, type Reader, type Tx } from './database.ts';
import type { Recognition, Shift } from './ledger.ts';
import { dayAt } from './periods.ts';
import { members, type RecognitionKind, recognitions, standings } from './schema.ts';

export const boards = ['points', 'solutions', 'thanksReceived', 'thanksGiven'] as const;
export type Board = (typeof boards)[number];

export interface Totals {
  points: number;
  solutions: number;
  thanksReceived: number;
  thanksGiven: number;
  peopleHelped: number;
  activeDays: number;
}

export interface Place {
  memberId: string;
  value: number;
  /** 1 is the first; those with the same value share a place. */
  rank: number;
}

export const NO_TOTALS: Totals = {
  points: 0,
  solutions: 0,
  thanksReceived: 0,
  thanksGiven: 0,
  peopleHelped: 0,
  activeDays: 0,
};

/** Kinds by which one person says that another helped them; an award is by a moderator, an article is for all. */
const FROM_THE_HELPED: ReadonlySet<RecognitionKind> = new Set(['thanks', 'upvote', 'solution', 'assist']);

const countingRow = and(
  eq(recognitions.counts, 1),
  sql`${recognitions.kind} in ('thanks', 'upvote', 'solution', 'assist')`,
);

const add = prepared((db) =>
  db
    .insert(standings)
    .values({
      guildId: sql.placeholder('guildId'),
      period: sql.placeholder('period'),
      memberId: sql.placeholder('memberId'),
      points: sql.placeholder('points'),
      solutions: sql.placeholder('solutions'),
      thanksReceived: sql.placeholder('thanksReceived'),
      thanksGiven: sql.placeholder('thanksGiven'),
      peopleHelped: sql.placeholder('peopleHelped'),
      activeDays: sql.placeholder('activeDays'),
      listed: sql`coalesce((select ${members.leftAt} is null and ${members.boardOptOutAt} is null from ${members}
        where ${members.guildId} = ${sql.placeholder('guildId')} and ${members.memberId} = ${sql.placeholder('memberId')}), 1)`,
    })
    .onConflictDoUpdate({
      target: [standings.guildId, standings.period, standings.memberId],
      set: {
        points: sql`${standings.points} + excluded.points`,
        solutions: sql`${standings.solutions} + excluded.solutions`,
        thanksReceived: sql`${standings.thanksReceived} + excluded.thanks_received`,
        thanksGiven: sql`${standings.thanksGiven} + excluded.thanks_given`,
        peopleHelped: sql`${standings.peopleHelped} + excluded.people_helped`,
        activeDays: sql`${standings.activeDays} + excluded.active_days`,
      },
    })
    .prepare(),
);

/** The nearest other counting rows of the same pair, before and after a moment. */
const pairNeighbours = prepared((db) =>
  db
    .select({
      before: sql<
        number | null
      >`max(case when ${recognitions.occurredAt} <= ${sql.placeholder('at')} then ${recognitions.occurredAt} end)`,
      after: sql<
        number | null
      >`min(case when ${recognitions.occurredAt} > ${sql.placeholder('at')} then ${recognitions.occurredAt} end)`,
    })
    .from(recognitions)
    .where(
      and(
        eq(recognitions.guildId, sql.placeholder('guildId')),
        eq(recognitions.giverId, sql.placeholder('giverId')),
        eq(recognitions.receiverId, sql.placeholder('receiverId')),
        countingRow,
        sql`${recognitions.id} <> ${sql.placeholder('id')}`,
      ),
    )
    .prepare(),
);

const otherThatDay = prepared((db) =>
  db
    .select({ id: recognitions.id })
    .from(recognitions)
    .where(
      and(
        eq(recognitions.guildId, sql.placeholder('guildId')),
        eq(recognitions.receiverId, sql.placeholder('receiverId')),
        sql`${recognitions.occurredAt} >= ${sql.placeholder('start')}`,
        sql`${recognitions.occurredAt} < ${sql.placeholder('end')}`,
        countingRow,
        sql`${recognitions.id} <> ${sql.placeholder('id')}`,
      ),
    )
    .limit(1)
    .prepare(),
);

/** What one row adds to its receiver and its giver when it counts, distinct people and days aside. */
export function contribution(
  row: Recognition,
  counts: number,
  first: number,
): { receiver: Partial<Totals>; giver: Partial<Totals> } {
  const thanks = row.kind === 'thanks' ? first : 0;
  return {
    receiver: {
      points: counts * row.points,
      solutions: row.kind === 'solution' ? first : 0,
      thanksReceived: thanks,
    },
    giver: { thanksGiven: thanks },
  };
}

/** Whether the row says that a person was helped, and so counts as a person helped and an active day. */
export function helpsAPerson(row: Recognition): boolean {
  return FROM_THE_HELPED.has(row.kind);
}

/** Moves the totals of giver and receiver by one shift of the ledger, in each period of the row's day. */
export async function applyShift(tx: Tx, shift: Shift, timeZone: string): Promise<void> {
  const { row, counts } = shift;
  const day = dayAt(row.occurredAt, timeZone);
  const { receiver, giver } = contribution(row, counts, shift.first);
  const distinct = counts !== 0 && helpsAPerson(row);
  const neighbours = distinct
    ? pairNeighbours(tx).get({
        guildId: row.guildId,
        giverId: row.giverId,
        receiverId: row.receiverId,
        id: row.id,
        at: row.occurredAt,
      })
    : undefined;
  const newDay =
    distinct &&
    otherThatDay(tx).get({
      guildId: row.guildId,
      receiverId: row.receiverId,
      id: row.id,
      start: day.start,
      end: day.end,
    }) === undefined;
  for (const period of day.periods) {
    const pairKnown =
      (neighbours?.before ?? Number.NEGATIVE_INFINITY) >= period.start ||
      (neighbours?.after ?? Number.POSITIVE_INFINITY) < period.end;
    const person = distinct && !pairKnown ? counts : 0;
    addTo(tx, row.guildId, period.key, row.receiverId, {
      ...receiver,
      peopleHelped: person,
      activeDays: newDay ? counts : 0,
    });
    if (giver.thanksGiven) addTo(tx, row.guildId, period.key, row.giverId, giver);
  }
}

function addTo(tx: Tx, guildId: string, period: string, memberId: string, totals: Partial<Totals>): void {
  add(tx).run({ ...NO_TOTALS, ...totals, guildId, period, memberId });
}

const one = prepared((db) =>
  db
    .select()
    .from(standings)
    .where(
      and(
        eq(standings.guildId, sql.placeholder('guildId')),
        eq(standings.period, sql.placeholder('period')),
        eq(standings.memberId, sql.placeholder('memberId')),
      ),
    )
    .prepare(),
);

export type Standing = Totals & { listed: boolean };

/** A member's totals in a period; all zero for someone never seen. */
export async function standingOf(
  db: Reader,
  guildId: string,
  period: string,
  memberId: string,
): Promise<Standing> {
  const row = one(db).get({ guildId, period, memberId });
  if (!row) return { ...NO_TOTALS, listed: true };
  const { points, solutions, thanksReceived, thanksGiven, peopleHelped, activeDays } = row;
  return {
    points,
    solutions,
    thanksReceived,
    thanksGiven,
    peopleHelped,
    activeDays,
    listed: row.listed === 1,
  };
}

const onBoard = (board: Board) =>
  and(
    eq(standings.guildId, sql.placeholder('guildId')),
    eq(standings.period, sql.placeholder('period')),
    eq(standings.listed, 1),
    gt(standings[board], sql.placeholder('above')),
  );

const eachBoard = <T>(build: (board: Board) => T): Record<Board, T> => ({
  points: build('points'),
  solutions: build('solutions'),
  thanksReceived: build('thanksReceived'),
  thanksGiven: build('thanksGiven'),
});

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
          eq(standings.listed, 1),
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
  return countAbove[board](db).get({ guildId, period, above })?.n ?? 0;
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
  /** Where in the list one stands, from 0; to find the page. */
  position: number;
  /** How many more one needs to reach the next value above; none for the first. */
  toNext: number | undefined;
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
  const value = standing[board];
  if (value <= 0 || !standing.listed) return undefined;
  const above = await howManyAbove(db, guildId, period, board, value);
  const equalBefore = earlierAmongEqual[board](db).get({ guildId, period, value, memberId })?.n ?? 0;
  const next = nextAbove[board](db).get({ guildId, period, above: value });
  return {
    memberId,
    value,
    rank: above + 1,
    position: above + equalBefore,
    toNext: next ? next.value - value : undefined,
  };
}

const list = prepared((db) =>
  db
    .update(standings)
    .set({ listed: sql`${sql.placeholder('listed')}` })
    .where(
      and(
        eq(standings.guildId, sql.placeholder('guildId')),
        eq(standings.memberId, sql.placeholder('memberId')),
      ),
    )
    .prepare(),
);

/** Shows a member on the boards, or hides them; their totals stay. */
export async function setListed(tx: Tx, guildId: string, memberId: string, listed: boolean): Promise<void> {
  list(tx).run({ guildId, memberId, listed: listed ? 1 : 0 });
}
