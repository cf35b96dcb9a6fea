// Everything that is kept of a person, row by row, as it stands in the database.
import { eq, sql } from 'drizzle-orm';
import type { Reader } from '../../core/database.ts';
import { optOuts } from '../../core/privacy-tables.ts';
import { names } from './erasing.store.ts';
import { holdings } from './register.ts';

export type Row = Readonly<Record<string, string | number | null>>;

/** By table; tables with nothing of them are left out. */
export function rowsOf(db: Reader, memberId: string): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const [table, holding] of Object.entries(holdings)) {
    const who = names(holding, memberId);
    const rows = who ? db.all<Row>(sql`select * from ${sql.identifier(table)} where ${who}`) : [];
    if (rows.length > 0) found.set(table, rows);
  }
  return found;
}

/** What reviewers said about a candidate, without who said it. */
export function votesAbout(db: Reader, memberId: string): Row[] {
  return db.all<Row>(
    sql`select nomination_id, vote, reason, at from nomination_votes
      where nomination_id in (select id from nominations where candidate_id = ${memberId})`,
  );
}

/** Their choices that are kept by a fingerprint. */
export function wishesOf(db: Reader, fingerprint: string): Row[] {
  return db
    .select({ guild_id: optOuts.guildId, wish: optOuts.wish, chosen_at: optOuts.chosenAt })
    .from(optOuts)
    .where(eq(optOuts.fingerprint, fingerprint))
    .all();
}

/** Which of these ids are people's: those that stand in a column for people somewhere. */
export function peopleAmong(db: Reader, ids: readonly string[]): Set<string> {
  const wanted = JSON.stringify(ids);
  const found = new Set<string>();
  for (const [table, { people = [] }] of Object.entries(holdings)) {
    for (const column of people) {
      const rows = db.all<{ id: string }>(
        // PostgreSQL: json_array_elements_text.
        sql`select distinct ${sql.identifier(column)} as id from ${sql.identifier(table)}
          where ${sql.identifier(column)} in (select value from json_each(${wanted}))`,
      );
      for (const { id } of rows) found.add(String(id));
    }
  }
  return found;
}
