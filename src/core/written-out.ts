// Conditions that SQL has written out, so that SQLite knows when it prepares a statement which partial indexes serve it.
import { type Placeholder, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { recognitions } from './schema.ts';

/**
 * A column compared with a constant. As a bound value it would make SQLite prepare the statement anew each time that it
 * is run, wherever the table has an index of some rows only (`where kind = 'solution'`): the value decides whether it serves.
 */
export function is<Column extends SQLiteColumn>(
  column: Column,
  value: Column['_']['data'] & (string | number),
): SQL {
  const literal = typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`;
  return sql`${column} = ${sql.raw(literal)}`;
}

/**
 * Two values compared, without a say in which index is used: where another condition leaves fewer rows than SQLite, which
 * keeps no statistics here, would guess. The plus is SQLite's own word for that; PostgreSQL needs none, it has statistics.
 */
export function merely(column: SQLiteColumn, value: SQL | SQLiteColumn | Placeholder): SQL {
  return sql`+${column} = ${value}`;
}

/** The help happened in a question: its key is `question:` and an id. As the index `recognitions_in_question` has it. */
export const inAQuestion = sql`${recognitions.helpKey} >= 'question:' and ${recognitions.helpKey} < 'question:~'`;

/** A person was helped, says one of them, and it counts: neither an award nor an article is that. */
export const helpedAPerson = sql`${recognitions.counts} = 1 and ${recognitions.kind} in ('thanks', 'upvote', 'solution', 'assist')`;

/** A solution that is the first of its help. As the indexes of solutions have it. */
export const isASolution = sql`${recognitions.kind} = 'solution' and ${recognitions.firstOfKind} = 1`;
