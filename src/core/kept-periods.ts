// Which periods a server keeps standings of: counted back from a moment that stands in the file, so that whoever writes and whoever reads go by the same one.
import { desc, eq, sql } from 'drizzle-orm';
import { prepared, type Reader, type Tx } from './database.ts';
import { type IsKept, keptAsOf } from './periods.ts';
import { facts, recognitions } from './schema.ts';

const factOf = prepared((db) =>
  db
    .select({ value: facts.value })
    .from(facts)
    .where(eq(facts.name, sql.placeholder('name')))
    .prepare(),
);

const put = prepared((db) =>
  db
    .insert(facts)
    .values({ name: sql.placeholder('name'), value: sql.placeholder('value') })
    .onConflictDoUpdate({ target: facts.name, set: { value: sql`excluded.value` } })
    .prepare(),
);

const lastRecorded = prepared((db) =>
  db
    .select({ occurredAt: recognitions.occurredAt })
    .from(recognitions)
    .orderBy(desc(recognitions.id))
    .limit(1)
    .prepare(),
);

const nameFor = (guildId: string) => `standings:${guildId}`;
const EVERY: IsKept = () => true;

/** The moment (ms) from which the periods of a server are counted back; nothing before its first night. */
export function asOfIn(db: Reader, guildId: string): number | undefined {
  const value = factOf(db).get({ name: nameFor(guildId) })?.value;
  return value === undefined ? undefined : Number(value);
}

/**
 * Of which periods a server's standings are kept and in step with the ledger. Rows of others may still be there: they
 * wait to be removed, and are neither written, shown nor compared.
 */
export function keptIn(db: Reader, guildId: string, timeZone: string): IsKept {
  const asOf = asOfIn(db, guildId);
  return asOf === undefined ? EVERY : keptAsOf(asOf, timeZone);
}

/** Counts back from another moment (ms) from now on. To an earlier one only with a recount: what went is not in step. */
export function keepAsOf(tx: Tx, guildId: string, asOf: number): void {
  put(tx).run({ name: nameFor(guildId), value: String(asOf) });
}

/** When what was recorded last happened (ms), in whichever server. */
export function lastHeard(db: Reader): number | undefined {
  return lastRecorded(db).get()?.occurredAt;
}
