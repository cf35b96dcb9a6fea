// What the metrics and the health check ask the database: all by indexes, so that asking every few seconds costs nothing.
import { gt, sql } from 'drizzle-orm';
import type { Reader } from '../core/database.ts';
import { effects, recognitions, refusals } from '../core/schema.ts';

const MINUTE_MS = 60_000;
/** Ages of waiting effects, in ms; what is older than the last is `older`. */
const AGES = { '1m': MINUTE_MS, '10m': 10 * MINUTE_MS, '1h': 60 * MINUTE_MS } as const;

/** Effects that wait, by age, and how long the oldest has waited. */
export function waitingByAge(db: Reader, now: number): { waiting: Record<string, number>; oldestMs: number } {
  const waiting: Record<string, number> = { '1m': 0, '10m': 0, '1h': 0, older: 0 };
  const rows = db.select({ at: effects.createdAt }).from(effects).where(sql`state = 'waiting'`).all();
  for (const { at } of rows) {
    const age = Object.entries(AGES).find(([, most]) => now - at < most)?.[0] ?? 'older';
    waiting[age] = (waiting[age] ?? 0) + 1;
  }
  return { waiting, oldestMs: Math.max(0, ...rows.map(({ at }) => now - at)) };
}

/** Counts what was added to a table since the last time it was asked, from the moment it was made on. */
export class Additions {
  readonly #counts: Record<string, number> = {};
  readonly #table: typeof recognitions | typeof refusals;
  #last: number | undefined;

  constructor(table: typeof recognitions | typeof refusals) {
    this.#table = table;
  }

  read(db: Reader): Record<string, number> {
    const table = this.#table;
    const by = 'reason' in table && table === refusals ? refusals.reason : recognitions.kind;
    const top =
      db
        .select({ id: sql<number | null>`max(${table.id})` })
        .from(table)
        .get()?.id ?? 0;
    if (this.#last !== undefined) {
      const rows = db
        .select({ key: sql<string>`${by}`, count: sql<number>`count(*)` })
        .from(table)
        .where(gt(table.id, this.#last))
        .groupBy(by)
        .all();
      for (const { key, count } of rows) this.#counts[key] = (this.#counts[key] ?? 0) + count;
    }
    this.#last = top;
    return { ...this.#counts };
  }
}
