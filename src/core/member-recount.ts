// What the ledger says of each member of a server, counted by another way than the running totals: one member after the other.
import { and, asc, eq, ne, type SQL, sql } from 'drizzle-orm';
import { breathe } from './breathe.ts';
import { prepared, type Reader } from './database.ts';
import { keptIn } from './kept-periods.ts';
import { contribution, helpsAPerson, type Marks, type Recognition, whatCounts } from './ledger-rules.ts';
import { type Day, dayAt, type IsKept } from './periods.ts';
import { recognitions, standings } from './schema.ts';
import { BEFORE_ALL, compareIds } from './snowflakes.ts';
import { NO_TOTALS, periodsIn, type Totals } from './standings.ts';

/** Members that are looked up at once. */
const MEMBERS_AT_ONCE = 500;
/** Rows of the ledger after which everything else has its turn; some 10 ms. */
const ROWS_AT_ONCE = 1_000;

interface Count extends Totals {
  people: Set<string>;
  /** When each began, ms. */
  days: Set<number>;
}

/** What the ledger says of one member. */
export interface Recount {
  memberId: string;
  /** The rows that the member received: each row of the ledger belongs to one member so. */
  received: readonly Row[];
  /** How many rows were looked at, given ones as well. */
  looks: number;
  /** By row id; a row that is not there counts for nothing. */
  marks: ReadonlyMap<number, Marks>;
  /** By period; none where all are zero. */
  totals: ReadonlyMap<string, Totals>;
}

export const TOTAL_FIELDS = [
  'points',
  'solutions',
  'thanksReceived',
  'thanksGiven',
  'peopleHelped',
  'activeDays',
] as const;

const LOOKED_AT = {
  id: recognitions.id,
  kind: recognitions.kind,
  giverId: recognitions.giverId,
  receiverId: recognitions.receiverId,
  helpKey: recognitions.helpKey,
  weight: recognitions.weight,
  points: recognitions.points,
  occurredAt: recognitions.occurredAt,
  revokedAt: recognitions.revokedAt,
  counts: recognitions.counts,
  firstOfKind: recognitions.firstOfKind,
};
type Row = Pick<Recognition, keyof typeof LOOKED_AT>;

const rowsOf = (whose: SQL | undefined) =>
  prepared((db) =>
    db
      .select(LOOKED_AT)
      .from(recognitions)
      .where(and(eq(recognitions.guildId, sql.placeholder('guildId')), whose))
      .orderBy(asc(recognitions.id))
      .prepare(),
  );

const receivedBy = rowsOf(eq(recognitions.receiverId, sql.placeholder('memberId')));
const givenBy = rowsOf(
  and(
    eq(recognitions.giverId, sql.placeholder('memberId')),
    ne(recognitions.receiverId, sql.placeholder('memberId')),
  ),
);

/**
 * Folds the rows that a member received and gave into their totals of the periods that are kept; nothing that was stored
 * as derived is looked at. All rows of a help have the same giver and receiver, so that whoever knows one knows all.
 */
function recountOf(db: Reader, guildId: string, memberId: string, timeZone: string, isKept: IsKept): Recount {
  const received = receivedBy(db).all({ guildId, memberId });
  const rows = [...received, ...givenBy(db).all({ guildId, memberId })];
  const marks = marksOf(rows);
  const counts = new Map<string, Count>();
  for (const row of rows) {
    const mark = marks.get(row.id);
    if (!mark) continue;
    const day = dayAt(row.occurredAt, timeZone);
    for (const { key } of day.periods) {
      if (!isKept(key)) continue;
      const count = counts.get(key) ?? { ...NO_TOTALS, people: new Set<string>(), days: new Set<number>() };
      counts.set(key, count);
      addRow(count, memberId, row, mark, day);
    }
  }
  return { memberId, received, looks: rows.length, marks, totals: totalsOf(counts) };
}

function marksOf(rows: readonly Row[]): ReadonlyMap<number, Marks> {
  const helps = Map.groupBy(rows, (row) => `${row.giverId}\t${row.receiverId}\t${row.helpKey}`);
  return new Map([...helps.values()].flatMap((help) => [...whatCounts(help)]));
}

/** What a row brings a member who received it, or gave it, or both. */
function addRow(count: Count, memberId: string, row: Row, mark: Marks, day: Day): void {
  const { receiver, giver } = contribution(row, mark);
  if (row.giverId === memberId) addUp(count, giver);
  if (row.receiverId !== memberId) return;
  addUp(count, receiver);
  if (mark.counts === 0 || !helpsAPerson(row)) return;
  count.people.add(row.giverId);
  count.days.add(day.start);
}

function addUp(sum: Totals, more: Partial<Totals>): void {
  for (const field of TOTAL_FIELDS) sum[field] += more[field] ?? 0;
}

function totalsOf(counts: ReadonlyMap<string, Count>): ReadonlyMap<string, Totals> {
  const totals = new Map<string, Totals>();
  for (const [key, { people, days, ...sums }] of counts) {
    const total = { ...sums, peopleHelped: people.size, activeDays: days.size };
    if (TOTAL_FIELDS.some((field) => total[field] !== 0)) totals.set(key, total);
  }
  return totals;
}

/**
 * Everybody whom the ledger or the standings know, by id, each with what the ledger says of them. Now and then everything
 * else has its turn: a large server takes minutes, and memory only for one member's rows.
 */
export async function* recounts(db: Reader, guildId: string, timeZone: string): AsyncGenerator<Recount> {
  const isKept = keptIn(db, guildId, timeZone);
  const periods = periodsIn(db, guildId);
  let rows = 0;
  for (let after = BEFORE_ALL; ; ) {
    const some = membersAfter(db, guildId, periods, after);
    for (const memberId of some) {
      const recount = recountOf(db, guildId, memberId, timeZone, isKept);
      yield recount;
      rows += 1 + recount.looks;
      if (rows < ROWS_AT_ONCE) continue;
      rows = 0;
      await breathe();
    }
    const last = some.at(-1);
    if (last === undefined) return;
    after = last;
  }
}

const idsIn = (table: typeof recognitions | typeof standings, id: SQL, where: SQL | undefined) =>
  prepared((db) =>
    db
      .selectDistinct({ memberId: sql`${id}`.mapWith(standings.memberId) })
      .from(table)
      .where(
        and(eq(table.guildId, sql.placeholder('guildId')), where, sql`${id} > ${sql.placeholder('after')}`),
      )
      .orderBy(asc(id))
      .limit(MEMBERS_AT_ONCE)
      .prepare(),
  );

const receivers = idsIn(recognitions, sql`${recognitions.receiverId}`, undefined);
const givers = idsIn(recognitions, sql`${recognitions.giverId}`, undefined);
const standing = idsIn(
  standings,
  sql`${standings.memberId}`,
  eq(standings.period, sql.placeholder('period')),
);

/** The next members by id who received or gave something, or have a standing in one of these periods; none when all were. */
function membersAfter(db: Reader, guildId: string, periods: readonly string[], after: string): string[] {
  const found = [
    receivers(db).all({ guildId, after }),
    givers(db).all({ guildId, after }),
    ...periods.map((period) => standing(db).all({ guildId, after, period })),
  ].flat();
  const ids = new Set(found.map(({ memberId }) => memberId));
  // Of each source the next are there: so are the next of all of them, and no more.
  return [...ids].sort(compareIds).slice(0, MEMBERS_AT_ONCE);
}
