// What stands in the audit, as /audit reads it.
import type { AuditRow } from '../../src/core/audit.ts';
import type { Context } from '../../src/core/context.ts';
import { readDeeds } from '../../src/features/fairness/audit.store.ts';

const EVERYTHING = { offset: 0, limit: 1_000 };

/** What was done in a server, or to one member there; newest first. */
export async function deedsIn(
  { db }: Pick<Context, 'db'>,
  guildId: string,
  targetId?: string,
): Promise<AuditRow[]> {
  const deeds = await db.read((reader) => readDeeds(reader, guildId, targetId, EVERYTHING));
  return deeds.filter((deed) => targetId === undefined || deed.targetId === targetId);
}
