// Awards as the ledger has them.
import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Reader } from '../../core/database.ts';
import type { Recognition } from '../../core/ledger-rules.ts';
import { recognitions } from '../../core/schema.ts';

/** The latest awards of points to a member that stand. */
export async function awardsTo(
  db: Reader,
  guildId: string,
  memberId: string,
  limit: number,
): Promise<Recognition[]> {
  return db
    .select()
    .from(recognitions)
    .where(
      and(
        eq(recognitions.guildId, guildId),
        eq(recognitions.receiverId, memberId),
        eq(recognitions.kind, 'award'),
        isNull(recognitions.revokedAt),
      ),
    )
    .orderBy(desc(recognitions.occurredAt), desc(recognitions.id))
    .limit(limit)
    .all();
}
