// Thanks that did not count, by reason.
import { count } from 'drizzle-orm';
import type { Database } from '../../src/core/database.ts';
import { refusals } from '../../src/core/schema.ts';

export async function countRefusals(db: Pick<Database, 'read'>): Promise<Record<string, number>> {
  const rows = await db.read((reader) =>
    reader.select({ reason: refusals.reason, n: count() }).from(refusals).groupBy(refusals.reason).all(),
  );
  return Object.fromEntries(rows.map(({ reason, n }) => [reason, n]));
}
