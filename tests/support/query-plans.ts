// How SQLite goes about the queries of some work: which indexes it uses, and whether it reads a whole table.
import Sqlite from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import * as z from 'zod';
import type { Reader } from '../../src/core/database.ts';
import { exactOn } from '../../src/core/exact-session.ts';
import type * as schema from '../../src/core/schema.ts';

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
  onTestFinished(() => void watched.close());
  await work(exactOn<typeof schema>(watched));
  return plansOf(path, [...queries]);
}

/** The plans of statements that were run with these values; the frames of transactions have none. */
export function plansOf(path: string, statements: readonly string[]): QueryPlan[] {
  const explainer = new Sqlite(path, { readonly: true });
  try {
    return [...new Set(statements)]
      .filter((sql) => /^\s*(select|insert|update|delete|with)\b/i.test(sql))
      .map((sql) => ({
        sql,
        steps: planRows
          .parse(explainer.prepare(`explain query plan ${sql}`).all())
          .map(({ detail }) => detail),
      }));
  } finally {
    explainer.close();
  }
}

/** The plans that read a whole table or index from end to end; what the query itself has put together before is none. */
export function fullScans(plans: readonly QueryPlan[]): QueryPlan[] {
  return plans.filter(({ steps }) => {
    const made = steps.flatMap((step) => /^(?:CO-ROUTINE|MATERIALIZE) (.+)$/.exec(step)?.[1] ?? []);
    return steps.some((step) => {
      const [, scanned] = /^SCAN (\(subquery-\d+\)|\S+)/.exec(step) ?? [];
      return scanned !== undefined && scanned !== 'CONSTANT' && !made.includes(scanned);
    });
  });
}
