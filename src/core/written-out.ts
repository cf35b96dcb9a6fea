// Conditions that several queries share word by word, because partial indexes have them so.
import { type Placeholder, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { recognitions } from './schema.ts';
import { ID_TYPE } from './snowflake-column.ts';

/**
 * Two values compared, without a say in which index is used: where another condition leaves fewer rows than SQLite, which
 * keeps no statistics here, would guess. The plus is SQLite's own word for that; PostgreSQL needs none, it has statistics.
 */
export function merely(column: SQLiteColumn, value: SQL | SQLiteColumn | Placeholder): SQL {
  return sql`${unindexed(column)} = ${value}`;
}

/** The column as SQLite looks it up in no index. Behind a plus an id would no longer be compared as the number that it is. */
export function unindexed(column: SQLiteColumn): SQL {
  return column.getSQLType() === ID_TYPE ? sql`cast(${column} as int)` : sql`+${column}`;
}

/** The help happened in a question: its key is `question:` and an id. As the index `recognitions_in_question` has it. */
export const inAQuestion = sql`${recognitions.helpKey} >= 'question:' and ${recognitions.helpKey} < 'question:~'`;

/** A person was helped, says one of them, and it counts: neither an award nor an article is that. */
export const helpedAPerson = sql`${recognitions.counts} = 1 and ${recognitions.kind} in ('thanks', 'upvote', 'solution', 'assist')`;

/** A solution that is the first of its help. As the indexes of solutions have it. */
export const isASolution = sql`${recognitions.kind} = 'solution' and ${recognitions.firstOfKind} = 1`;
