// Pages of the audit: of a whole server, or of what one member did and what was done to them.
import { and, count, desc, eq, like, or } from 'drizzle-orm';
import type { AuditRow } from '../../core/audit.ts';
import type { Reader } from '../../core/database.ts';
import { audit } from '../../core/schema.ts';

/** Deeds about several people name them in their details, as JSON. */
const about = (guildId: string, memberId: string | undefined) =>
  and(
    eq(audit.guildId, guildId),
    memberId === undefined
      ? undefined
      : or(eq(audit.targetId, memberId), eq(audit.actorId, memberId), like(audit.details, `%"${memberId}"%`)),
  );

/** Newest first. */
export async function readDeeds(
  db: Reader,
  guildId: string,
  memberId: string | undefined,
  slice: { offset: number; limit: number },
): Promise<AuditRow[]> {
  return db
    .select()
    .from(audit)
    .where(about(guildId, memberId))
    .orderBy(desc(audit.at), desc(audit.id))
    .limit(slice.limit)
    .offset(slice.offset)
    .all();
}

export async function countDeeds(db: Reader, guildId: string, memberId: string | undefined): Promise<number> {
  return db.select({ n: count() }).from(audit).where(about(guildId, memberId)).get()?.n ?? 0;
}
