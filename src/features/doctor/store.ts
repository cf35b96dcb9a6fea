// What /doctor asks the database: what is owed in one server.
import { and, eq, sql } from 'drizzle-orm';
import type { Reader } from '../../core/database.ts';
import { effects } from '../../core/schema.ts';

/** Effects of a server that wait, and when the oldest of them was owed (ms). */
export function owedIn(db: Reader, guildId: string): { count: number; since: number | undefined } {
  const row = db
    .select({ count: sql<number>`count(*)`, since: sql<number | null>`min(${effects.createdAt})` })
    .from(effects)
    .where(and(sql`state = 'waiting'`, eq(effects.guildId, guildId)))
    .get();
  return { count: row?.count ?? 0, since: row?.since ?? undefined };
}
