// Keeps standings in step with the ledger: moves totals by what began or ceased to count.
import { and, eq, type SQL, sql } from 'drizzle-orm';
import { keepsBoards, noteChange } from './board-counts.ts';
import { prepared, type Reader, type Tx } from './database.ts';
import { keptIn } from './kept-periods.ts';
import { contribution, helpsAPerson, type Recognition, type Shift } from './ledger-rules.ts';
import { dayAt } from './periods.ts';
import { members, recognitions, standings } from './schema.ts';
import { NO_TOTALS, ofMember, type Standing, type Totals, WHOLE_ROW } from './standings.ts';
import { helpedAPerson } from './written-out.ts';

/** Adds to these columns and touches no other, as each board's index is written anew when its column is. */
const adding = (...columns: readonly (keyof Totals)[]) => {
  const more = Object.fromEntries(
    columns.map((column) => [column, sql`${standings[column]} + ${sql.placeholder(column)}`]),
  );
  const update = (db: Reader) => db.update(standings).set(more).where(ofMember);
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
      ...WHOLE_ROW,
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
  const { receiver, giver } = contribution(row, shift);
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
