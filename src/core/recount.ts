// Recounts standings from the ledger, by another way than the running totals, and says where the two differ.
import { asc, eq, sql } from 'drizzle-orm';
import { forgetBoards } from './board-counts.ts';
import { prepared, type Reader, type Tx } from './database.ts';
import { keptIn } from './kept-periods.ts';
import { type Recognition, whatCounts } from './ledger.ts';
import { dayAt, type IsKept } from './periods.ts';
import { members, recognitions, standings } from './schema.ts';
import { contribution, helpsAPerson, NO_TOTALS, type Totals } from './standings.ts';

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

interface Recount {
  /** By `period` and member, in that order, tab-separated. */
  totals: ReadonlyMap<string, Totals>;
  flags: ReadonlyMap<number, { counts: number; first: number }>;
}

const TOTAL_FIELDS = [
  'points',
  'solutions',
  'thanksReceived',
  'thanksGiven',
  'peopleHelped',
  'activeDays',
] as const;

/** Folds a guild's whole ledger into totals of the periods that are kept; nothing that was stored as derived is looked at. */
export function recount(rows: readonly Recognition[], timeZone: string, isKept: IsKept): Recount {
  const flags = new Map<number, { counts: number; first: number }>();
  for (const help of Map.groupBy(
    rows,
    (row) => `${row.giverId}\t${row.receiverId}\t${row.helpKey}`,
  ).values()) {
    for (const [id, flag] of whatCounts(help)) flags.set(id, flag);
  }
  const counts = new Map<string, Count>();
  const at = (period: string, memberId: string): Count => {
    const key = `${period}\t${memberId}`;
    const count = counts.get(key) ?? { ...NO_TOTALS, people: new Set<string>(), days: new Set<number>() };
    counts.set(key, count);
    return count;
  };
  for (const row of rows) {
    const flag = flags.get(row.id);
    if (!flag) continue;
    const day = dayAt(row.occurredAt, timeZone);
    const { receiver, giver } = contribution(row, flag.counts, flag.first);
    for (const { key } of day.periods) {
      if (!isKept(key)) continue;
      const received = at(key, row.receiverId);
      addUp(received, receiver);
      addUp(at(key, row.giverId), giver);
      if (flag.counts && helpsAPerson(row)) {
        received.people.add(row.giverId);
        received.days.add(day.start);
      }
    }
  }
  const totals = new Map<string, Totals>();
  for (const [key, { people, days, ...sums }] of counts) {
    const total = { ...sums, peopleHelped: people.size, activeDays: days.size };
    if (TOTAL_FIELDS.some((field) => total[field] !== 0)) totals.set(key, total);
  }
  return { totals, flags };
}

/** Where the stored standings and marks of a guild differ from a recount; empty when all is well. */
export async function differences(db: Reader, guildId: string, timeZone: string): Promise<Difference[]> {
  const rows = ledgerOf(db, guildId);
  const isKept = keptIn(db, guildId, timeZone);
  const counted = recount(rows, timeZone, isKept);
  const found: Difference[] = [];
  const compare = (where: string, who: string, field: string, stored: number, truth: number) => {
    if (stored !== truth) found.push({ guildId, where, who, field, stored, counted: truth });
  };
  for (const row of rows) {
    const flag = counted.flags.get(row.id) ?? { counts: 0, first: 0 };
    compare('flags', `#${row.id}`, 'counts', row.counts, flag.counts);
    compare('flags', `#${row.id}`, 'firstOfKind', row.firstOfKind, flag.first);
  }
  const stored = new Map(
    db
      .select()
      .from(standings)
      .where(eq(standings.guildId, guildId))
      .all()
      // The others are out of step, and wait to be removed.
      .filter(({ period }) => isKept(period))
      .map((row) => [`${row.period}\t${row.memberId}`, row]),
  );
  const hidden = hiddenMembers(db, guildId);
  for (const key of new Set([...stored.keys(), ...counted.totals.keys()])) {
    const [period = '', memberId = ''] = key.split('\t');
    const row = stored.get(key);
    for (const field of TOTAL_FIELDS) {
      compare(period, memberId, field, row?.[field] ?? 0, counted.totals.get(key)?.[field] ?? 0);
    }
    if (row) compare(period, memberId, 'listed', row.listed, hidden.has(memberId) ? 0 : 1);
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

/** Writes the recounted marks and standings of a guild in place of the stored ones. */
export async function rebuild(tx: Tx, guildId: string, timeZone: string): Promise<void> {
  const rows = ledgerOf(tx, guildId);
  const { totals, flags } = recount(rows, timeZone, keptIn(tx, guildId, timeZone));
  const hidden = hiddenMembers(tx, guildId);
  for (const row of rows) {
    const { counts, first } = flags.get(row.id) ?? { counts: 0, first: 0 };
    if (row.counts === counts && row.firstOfKind === first) continue;
    mark(tx).run({ id: row.id, counts, first });
  }
  forgetBoards(tx, guildId);
  tx.delete(standings).where(eq(standings.guildId, guildId)).run();
  for (const [key, sums] of totals) {
    const [period = '', memberId = ''] = key.split('\t');
    put(tx).run({ guildId, period, memberId, ...sums, listed: hidden.has(memberId) ? 0 : 1 });
  }
}

/** The guilds that have anything in the ledger or in standings. */
export async function guildsWithLedger(db: Reader): Promise<string[]> {
  const inLedger = db.selectDistinct({ guildId: recognitions.guildId }).from(recognitions).all();
  const inStandings = db.selectDistinct({ guildId: standings.guildId }).from(standings).all();
  return [...new Set([...inLedger, ...inStandings].map(({ guildId }) => guildId))].sort();
}

function ledgerOf(db: Reader, guildId: string): Recognition[] {
  return db
    .select()
    .from(recognitions)
    .where(eq(recognitions.guildId, guildId))
    .orderBy(asc(recognitions.id))
    .all();
}

function hiddenMembers(db: Reader, guildId: string): ReadonlySet<string> {
  const rows = db.select().from(members).where(eq(members.guildId, guildId)).all();
  return new Set(
    rows.filter((row) => row.leftAt !== null || row.boardOptOutAt !== null).map((row) => row.memberId),
  );
}

function addUp(sum: Totals, more: Partial<Totals>): void {
  for (const field of TOTAL_FIELDS) sum[field] += more[field] ?? 0;
}
