// How SQLite goes about the queries of some work: which indexes it uses, and whether it reads a whole table.
import Sqlite from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import type { Reader } from '../../src/core/database.ts';
import * as schema from '../../src/core/schema.ts';

const planRows = z.array(z.object({ detail: z.string() }));

export interface QueryPlan {
  sql: string;
  steps: readonly string[];
}

/** Runs `work` on the database at `path` and returns the plan of every query that it made. */
export async function queryPlansOf(
  path: string,
  work: (db: Reader) => Promise<unknown>,
): Promise<QueryPlan[]> {
  const queries = new Set<string>();
  const watched = new Sqlite(path, { readonly: true, verbose: (sql) => queries.add(String(sql)) });
  const explainer = new Sqlite(path, { readonly: true });
  onTestFinished(() => {
    watched.close();
    explainer.close();
  });
  await work(drizzle(watched, { schema }));
  return [...queries].map((sql) => ({
    sql,
    steps: planRows.parse(explainer.prepare(`explain query plan ${sql}`).all()).map(({ detail }) => detail),
  }));
}

/** The plans that read a whole table or index from end to end. */
export function fullScans(plans: readonly QueryPlan[]): QueryPlan[] {
  return plans.filter(({ steps }) => steps.some((step) => /^SCAN (?!CONSTANT ROW|\(subquery)/.test(step)));
}
