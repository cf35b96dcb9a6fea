// Recounts standings from the ledger, by another way than the running totals, one member after the other; and says where the two differ.

import { and, asc, eq, ne, type SQL, sql } from 'drizzle-orm';
import { forgetBoards } from './board-counts.ts';
import { breathe } from './breathe.ts';
import { prepared, type Reader, type Tx } from './database.ts';
import { keptIn } from './kept-periods.ts';
import { type Recognition, whatCounts } from './ledger.ts';
import { dayAt, type IsKept } from './periods.ts';
import { members, recognitions, standings } from './schema.ts';
import { BEFORE_ALL, compareIds } from './snowflakes.ts';
import { contribution, helpsAPerson, NO_TOTALS, periodsIn, type Totals } from './standings.ts';

/** Members that are looked up at once. */
const MEMBERS_AT_ONCE = 500;
/** Rows of the ledger after which everything else has its turn; some 10 ms. */
const ROWS_AT_ONCE = 1_000;

export interface Difference {
  guildId: string;
  /** `flags` for a ledger row whose derived marks are wrong, else the period. */
  where: string;
  /** The member, or `#id` of the ledger row. */
  who: string;
  field: string;
  stored: number;
  counted: number;
}

interface Count extends Totals {
  people: Set<string>;
  days: Set<number>;
}

interface Marks {
  counts: number;
  first: number;
}

/** What the ledger says of one member. */
interface Recount {
  memberId: string;
  /** The rows that the member received: each row of the ledger belongs to one member so. */
  received: readonly Row[];
  /** By row id; a row that is not there counts for nothing. */
  marks: ReadonlyMap<number, Marks>;
  /** By period; none where all are zero. */
  totals: ReadonlyMap<string, Totals>;
}

const NO_MARKS: Marks = { counts: 0, first: 0 };

const TOTAL_FIELDS = [
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
  const given = givenBy(db).all({ guildId, memberId });
  const rows = [...received, ...given];
  const marks = new Map<number, Marks>();
  for (const help of Map.groupBy(
    rows,
    (row) => `${row.giverId}\t${row.receiverId}\t${row.helpKey}`,
  ).values()) {
    for (const [id, mark] of whatCounts(help)) marks.set(id, mark);
  }
  const counts = new Map<string, Count>();
  for (const row of rows) {
    const mark = marks.get(row.id);
    if (!mark) continue;
    const day = dayAt(row.occurredAt, timeZone);
    const { receiver, giver } = contribution(row, mark.counts, mark.first);
    for (const { key } of day.periods) {
      if (!isKept(key)) continue;
      const count = counts.get(key) ?? { ...NO_TOTALS, people: new Set<string>(), days: new Set<number>() };
      counts.set(key, count);
      if (row.giverId === memberId) addUp(count, giver);
      if (row.receiverId !== memberId) continue;
      addUp(count, receiver);
      if (mark.counts && helpsAPerson(row)) {
        count.people.add(row.giverId);
        count.days.add(day.start);
      }
    }
  }
  const totals = new Map<string, Totals>();
  for (const [key, { people, days, ...sums }] of counts) {
    const total = { ...sums, peopleHelped: people.size, activeDays: days.size };
    if (TOTAL_FIELDS.some((field) => total[field] !== 0)) totals.set(key, total);
  }
  return { memberId, received, marks, totals };
}

/**
 * Everybody whom the ledger or the standings know, by id, each with what the ledger says of them. Now and then everything
 * else has its turn: a large server takes minutes, and memory only for one member's rows.
 */
async function* recounts(db: Reader, guildId: string, timeZone: string): AsyncGenerator<Recount> {
  const isKept = keptIn(db, guildId, timeZone);
  const periods = periodsIn(db, guildId);
  let rows = 0;
  for (let after = BEFORE_ALL; ; ) {
    const some = membersAfter(db, guildId, periods, after);
    for (const memberId of some) {
      const recount = recountOf(db, guildId, memberId, timeZone, isKept);
      yield recount;
      rows += 1 + recount.received.length;
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

const stored = prepared((db) =>
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

/** Where the stored standings and marks of a guild differ from a recount; empty when all is well. */
export async function differences(db: Reader, guildId: string, timeZone: string): Promise<Difference[]> {
  const found: Difference[] = [];
  const compare = (where: string, who: string, field: string, stored: number, counted: number) => {
    if (stored !== counted) found.push({ guildId, where, who, field, stored, counted });
  };
  // The others are out of step, and wait to be removed.
  const kept = periodsIn(db, guildId).filter(keptIn(db, guildId, timeZone));
  for await (const { memberId, received, marks, totals } of recounts(db, guildId, timeZone)) {
    for (const row of received) {
      const mark = marks.get(row.id) ?? NO_MARKS;
      compare('flags', `#${row.id}`, 'counts', row.counts, mark.counts);
      compare('flags', `#${row.id}`, 'firstOfKind', row.firstOfKind, mark.first);
    }
    for (const period of new Set([...kept, ...totals.keys()])) {
      const row = stored(db).get({ guildId, period, memberId });
      for (const field of TOTAL_FIELDS)
        compare(period, memberId, field, row?.[field] ?? 0, totals.get(period)?.[field] ?? 0);
      if (row) compare(period, memberId, 'listed', row.listed, isHidden(db, guildId, memberId) ? 0 : 1);
    }
  }
  return found;
}

const mark = prepared((db) =>
  db
    .update(recognitions)
    .set({ counts: sql`${sql.placeholder('counts')}`, firstOfKind: sql`${sql.placeholder('first')}` })
    .where(eq(recognitions.id, sql.placeholder('id')))
    .prepare(),
);

const remove = prepared((db) =>
  db
    .delete(standings)
    .where(
      and(
        eq(standings.guildId, sql.placeholder('guildId')),
        eq(standings.period, sql.placeholder('period')),
        eq(standings.memberId, sql.placeholder('memberId')),
      ),
    )
    .prepare(),
);

const put = prepared((db) =>
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
      listed: sql.placeholder('listed'),
    })
    .prepare(),
);

/**
 * Writes the recounted marks and standings of a guild in place of the stored ones. In a large server other writers wait
 * for it, while whoever reads does not.
 */
export async function rebuild(tx: Tx, guildId: string, timeZone: string): Promise<void> {
  forgetBoards(tx, guildId);
  const before = periodsIn(tx, guildId);
  for await (const { memberId, received, marks, totals } of recounts(tx, guildId, timeZone)) {
    for (const row of received) {
      const { counts, first } = marks.get(row.id) ?? NO_MARKS;
      if (row.counts !== counts || row.firstOfKind !== first) mark(tx).run({ id: row.id, counts, first });
    }
    for (const period of before) remove(tx).run({ guildId, period, memberId });
    const listed = isHidden(tx, guildId, memberId) ? 0 : 1;
    for (const [period, sums] of totals) put(tx).run({ guildId, period, memberId, ...sums, listed });
  }
}

/** The guilds that have anything in the ledger or in standings. */
export async function guildsWithLedger(db: Reader): Promise<string[]> {
  const inLedger = db.selectDistinct({ guildId: recognitions.guildId }).from(recognitions).all();
  const inStandings = db.selectDistinct({ guildId: standings.guildId }).from(standings).all();
  return [...new Set([...inLedger, ...inStandings].map(({ guildId }) => guildId))].sort();
}

const membership = prepared((db) =>
  db
    .select({ leftAt: members.leftAt, boardOptOutAt: members.boardOptOutAt })
    .from(members)
    .where(
      and(eq(members.guildId, sql.placeholder('guildId')), eq(members.memberId, sql.placeholder('memberId'))),
    )
    .prepare(),
);

function isHidden(db: Reader, guildId: string, memberId: string): boolean {
  const known = membership(db).get({ guildId, memberId });
  return known !== undefined && (known.leftAt !== null || known.boardOptOutAt !== null);
}

function addUp(sum: Totals, more: Partial<Totals>): void {
  for (const field of TOTAL_FIELDS) sum[field] += more[field] ?? 0;
}
