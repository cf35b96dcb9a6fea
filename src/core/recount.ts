// Holds stored standings and marks against a recount of the ledger: says where they differ, and writes them anew.
import { and, eq, sql } from 'drizzle-orm';
import { forgetBoards } from './board-counts.ts';
import { prepared, type Reader, type Tx } from './database.ts';
import { keptIn } from './kept-periods.ts';
import { writeMarks } from './ledger-rows.ts';
import { NO_MARKS } from './ledger-rules.ts';
import { recounts, TOTAL_FIELDS } from './member-recount.ts';
import { members, recognitions, standings } from './schema.ts';
import { ofMember, periodsIn, WHOLE_ROW } from './standings.ts';

export interface Difference {
  guildId: string;
  /** `marks` for a ledger row whose derived marks are wrong, else the period. */
  where: string;
  /** The member, or `#id` of the ledger row. */
  who: string;
  field: string;
  stored: number;
  counted: number;
}

const storedOf = prepared((db) => db.select().from(standings).where(ofMember).prepare());

/** Where the stored standings and marks of a guild differ from a recount; empty when all is well. */
export async function differences(db: Reader, guildId: string, timeZone: string): Promise<Difference[]> {
  const found: Difference[] = [];
  const compare = (where: string, who: string, field: string, stored: number, counted: number) => {
    if (stored !== counted) found.push({ guildId, where, who, field, stored, counted });
  };
  // Standings of other periods are out of step, and wait to be removed.
  const kept = periodsIn(db, guildId).filter(keptIn(db, guildId, timeZone));
  for await (const { memberId, received, marks, totals } of recounts(db, guildId, timeZone)) {
    for (const row of received) {
      const mark = marks.get(row.id) ?? NO_MARKS;
      compare('marks', `#${row.id}`, 'counts', row.counts, mark.counts);
      compare('marks', `#${row.id}`, 'firstOfKind', row.firstOfKind, mark.first);
    }
    for (const period of new Set([...kept, ...totals.keys()])) {
      const row = storedOf(db).get({ guildId, period, memberId });
      for (const field of TOTAL_FIELDS)
        compare(period, memberId, field, row?.[field] ?? 0, totals.get(period)?.[field] ?? 0);
      if (row) compare(period, memberId, 'listed', row.listed, isHidden(db, guildId, memberId) ? 0 : 1);
    }
  }
  return found;
}

const remove = prepared((db) => db.delete(standings).where(ofMember).prepare());

const put = prepared((db) =>
  db
    .insert(standings)
    .values({
      ...WHOLE_ROW,
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
      if (row.counts !== counts || row.firstOfKind !== first) writeMarks(tx, row.id, { counts, first });
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
