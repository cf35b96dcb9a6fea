// Standings: totals per member and period, kept in step with the ledger.
import { and, eq, gt, ne, type SQL, sql } from 'drizzle-orm';
import { keepsBoards, noteChange } from './board-counts.ts';
import { prepared, type Reader, type Tx } from './database.ts';
import { keptIn } from './kept-periods.ts';
import type { Recognition, Shift } from './ledger.ts';
import { dayAt, periodAt } from './periods.ts';
import { members, type RecognitionKind, recognitions, standings } from './schema.ts';
import { BEFORE_ALL } from './snowflakes.ts';
import { helpedAPerson } from './written-out.ts';

export interface Totals {
  points: number;
  solutions: number;
  thanksReceived: number;
  thanksGiven: number;
  peopleHelped: number;
  activeDays: number;
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

const key = and(
  eq(standings.guildId, sql.placeholder('guildId')),
  eq(standings.period, sql.placeholder('period')),
  eq(standings.memberId, sql.placeholder('memberId')),
);

/** Adds to these columns and touches no other, as each board's index is written anew when its column is. */
const adding = (...columns: readonly (keyof Totals)[]) => {
  const more = Object.fromEntries(
    columns.map((column) => [column, sql`${standings[column]} + ${sql.placeholder(column)}`]),
  );
  const update = (db: Reader) => db.update(standings).set(more).where(key);
  return {
    blindly: prepared((db) => update(db).prepare()),
    /** With the row that it comes to, which costs more to ask for. */
    seeing: prepared((db) => update(db).returning(SEEN).prepare()),
  };
};

const SEEN = {
  listed: standings.listed,
  points: standings.points,
  solutions: standings.solutions,
  thanksReceived: standings.thanksReceived,
  thanksGiven: standings.thanksGiven,
  peopleHelped: standings.peopleHelped,
  activeDays: standings.activeDays,
};

const addings = {
  given: adding('thanksGiven'),
  received: adding('points', 'thanksReceived', 'peopleHelped', 'activeDays'),
  solved: adding('points', 'solutions', 'thanksReceived', 'peopleHelped', 'activeDays'),
};

const open = prepared((db) =>
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
    .returning(SEEN)
    .prepare(),
);

const ofReceiver = and(
  eq(recognitions.guildId, sql.placeholder('guildId')),
  eq(recognitions.receiverId, sql.placeholder('receiverId')),
);
const ofPair = and(ofReceiver, eq(recognitions.giverId, sql.placeholder('giverId')));

const nearest = (whose: SQL | undefined, side: SQL, order: SQL) => sql`(
  select ${recognitions.occurredAt} from ${recognitions}
  where ${and(
    whose,
    sql`${recognitions.occurredAt} ${side} ${sql.placeholder('at')}`,
    helpedAPerson,
    sql`${recognitions.id} <> ${sql.placeholder('id')}`,
  )}
  order by ${recognitions.occurredAt} ${order} limit 1
)`;

/** The nearest other counting rows before and after a moment; one look for each, however many there are. */
const neighboursOf = (whose: SQL | undefined) =>
  prepared((db) =>
    db
      .select({ before: sql<number | null>`before`, after: sql<number | null>`after` })
      .from(
        sql`(select ${nearest(whose, sql`<=`, sql`desc`)} as before, ${nearest(whose, sql`>`, sql`asc`)} as after)`,
      )
      .prepare(),
  );

const pairNeighbours = neighboursOf(ofPair);
const receiverNeighbours = neighboursOf(ofReceiver);

/** When the receiver of a row helped besides, at the latest before it and at the earliest after it, ms. */
export interface OtherHelp {
  before: number | null;
  after: number | null;
}

/** The nearest other helps of a row's receiver, whoever was helped. */
export function otherHelpOf(db: Reader, row: Recognition): OtherHelp {
  const { guildId, receiverId, id, occurredAt: at } = row;
  return receiverNeighbours(db).get({ guildId, receiverId, id, at }) ?? { before: null, after: null };
}

/** What one row adds to its receiver and its giver when it counts, distinct people and days aside. */
export function contribution(
  row: Pick<Recognition, 'kind' | 'points'>,
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
export function helpsAPerson(row: Pick<Recognition, 'kind'>): boolean {
  return FROM_THE_HELPED.has(row.kind);
}

/** What was found out while totals followed a shift; for those who follow after them, in the same transaction. */
export interface Found {
  /** Standings of all time as they are now, of those of the two whose totals moved. */
  standings: ReadonlyMap<string, Standing>;
  /** Of the receiver; nothing where the shift is not about a person who was helped. */
  otherHelp: OtherHelp | undefined;
}

/** Moves the totals of giver and receiver by one shift of the ledger, in each period of the row's day that is kept. */
export async function applyShift(tx: Tx, shift: Shift, timeZone: string): Promise<Found> {
  const { row, counts } = shift;
  const { guildId, giverId, receiverId, id, occurredAt: at } = row;
  const day = dayAt(at, timeZone);
  const { receiver, giver } = contribution(row, counts, shift.first);
  const distinct = counts !== 0 && helpsAPerson(row);
  const neighbours = distinct ? pairNeighbours(tx).get({ guildId, giverId, receiverId, id, at }) : undefined;
  const otherHelp = distinct ? otherHelpOf(tx, row) : undefined;
  const newDay = otherHelp !== undefined && !isWithin(otherHelp, day);
  const found = new Map<string, Standing>();
  const isKept = keptIn(tx, guildId, timeZone);
  for (const period of day.periods) {
    // Of a period that was let go, a late row would be all there is, and one taken back less than nothing.
    if (!isKept(period.key)) continue;
    const person = distinct && !isWithin(neighbours, period) ? counts : 0;
    const theirs = { ...receiver, peopleHelped: person, activeDays: newDay ? counts : 0 };
    const isAll = period.kind === 'all';
    const received = addTo(tx, guildId, period.key, receiverId, theirs, isAll);
    const given = giver.thanksGiven ? addTo(tx, guildId, period.key, giverId, giver, isAll) : undefined;
    if (!isAll) continue;
    if (received) found.set(receiverId, received);
    if (given) found.set(giverId, given);
  }
  return { standings: found, otherHelp };
}

/** Whether one of two moments, before and after one in this time, is in it as well. */
function isWithin(near: OtherHelp | undefined, { start, end }: { start: number; end: number }): boolean {
  return (
    (near?.before ?? Number.NEGATIVE_INFINITY) >= start || (near?.after ?? Number.POSITIVE_INFINITY) < end
  );
}

/** Adds to a member's totals of one period; returns what they come to, where that is asked for or had to be known. */
function addTo(
  tx: Tx,
  guildId: string,
  period: string,
  memberId: string,
  totals: Partial<Totals>,
  sees: boolean,
): Standing | undefined {
  const more = { ...NO_TOTALS, ...totals };
  const values = { ...more, guildId, period, memberId };
  const { blindly, seeing } = addings[more.thanksGiven ? 'given' : more.solutions ? 'solved' : 'received'];
  if (!sees && !keepsBoards(tx) && blindly(tx).run(values).changes > 0) return undefined;
  const { listed, ...after } = seeing(tx).get(values) ?? open(tx).get(values);
  if (listed !== 0) {
    const before = {
      points: after.points - more.points,
      solutions: after.solutions - more.solutions,
      thanksReceived: after.thanksReceived - more.thanksReceived,
      thanksGiven: after.thanksGiven - more.thanksGiven,
    };
    noteChange(tx, guildId, period, before, after);
  }
  return { ...after, listed: listed === 1 };
}

const one = prepared((db) => db.select().from(standings).where(key).prepare());

/** Whether a member was ever part of a recognition: whoever is in any period is in `all`. */
export async function hasStanding(db: Reader, guildId: string, memberId: string): Promise<boolean> {
  return one(db).get({ guildId, period: 'all', memberId }) !== undefined;
}

const guildAfter = prepared((db) =>
  db
    .select({ guildId: sql`min(${standings.guildId})`.mapWith(standings.guildId) })
    .from(standings)
    .where(gt(standings.guildId, sql.placeholder('after')))
    .prepare(),
);

/** The next guild, by id, where somebody has a standing. */
export async function nextGuild(db: Reader, after: string): Promise<string | undefined> {
  return guildAfter(db).get({ after })?.guildId ?? undefined;
}

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

/** All periods of a guild, found by a step through the key for each; a member is looked for in every one. */
const periodsOfGuild = sql`(with recursive known(period) as (
  select min(period) from standings where guild_id = ${sql.placeholder('guildId')}
  union all
  select (select min(period) from standings where guild_id = ${sql.placeholder('guildId')} and period > known.period)
  from known where known.period is not null
) select period from known where period is not null)`;

const list = prepared((db) =>
  db
    .update(standings)
    .set({ listed: sql`${sql.placeholder('listed')}` })
    .where(
      and(
        eq(standings.guildId, sql.placeholder('guildId')),
        sql`${standings.period} in ${periodsOfGuild}`,
        eq(standings.memberId, sql.placeholder('memberId')),
        ne(standings.listed, sql.placeholder('listed')),
      ),
    )
    .returning()
    .prepare(),
);

const everyPeriod = prepared((db) =>
  db.select({ period: sql<string>`period` }).from(periodsOfGuild).prepare(),
);

/** The keys of all periods of which a server has rows, kept or not. */
export function periodsIn(db: Reader, guildId: string): string[] {
  return everyPeriod(db)
    .all({ guildId })
    .map(({ period }) => period);
}

const helpSince = prepared((db) =>
  db
    .select({ at: recognitions.occurredAt })
    .from(recognitions)
    .where(
      and(
        eq(recognitions.guildId, sql.placeholder('guildId')),
        eq(recognitions.receiverId, sql.placeholder('memberId')),
        sql`${recognitions.occurredAt} >= ${sql.placeholder('since')}`,
        helpedAPerson,
      ),
    )
    .orderBy(recognitions.occurredAt)
    .limit(1)
    .prepare(),
);

/** In how many months of the guild's calendar somebody was helped by a member: a look into the ledger for each of them. */
export async function monthsOfHelp(
  db: Reader,
  guildId: string,
  memberId: string,
  timeZone: string,
): Promise<number> {
  const next = (since: number) => helpSince(db).get({ guildId, memberId, since });
  let months = 0;
  for (let help = next(0); help; help = next(periodAt('month', help.at, timeZone).end)) months += 1;
  return months;
}

const rename = prepared((db) =>
  db
    .update(standings)
    .set({ memberId: sql`${sql.placeholder('pseudonym')}` })
    .where(
      and(
        eq(standings.guildId, sql.placeholder('guildId')),
        sql`${standings.period} in ${periodsOfGuild}`,
        eq(standings.memberId, sql.placeholder('memberId')),
      ),
    )
    .prepare(),
);

/** Puts a pseudonym in the place of a member, in every server. */
export async function renameStandings(tx: Tx, memberId: string, pseudonym: string): Promise<void> {
  for (
    let guildId = await nextGuild(tx, BEFORE_ALL);
    guildId !== undefined;
    guildId = await nextGuild(tx, guildId)
  )
    rename(tx).run({ guildId, memberId, pseudonym });
}

/** Shows a member on the boards, or hides them; their totals stay. */
export async function setListed(tx: Tx, guildId: string, memberId: string, listed: boolean): Promise<void> {
  for (const row of list(tx).all({ guildId, memberId, listed: listed ? 1 : 0 }))
    noteChange(tx, guildId, row.period, listed ? undefined : row, listed ? row : undefined);
}
