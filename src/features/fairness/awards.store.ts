// Awards as the ledger has them.
import { and, count, desc, eq, gte, isNull, lt } from 'drizzle-orm';
import type { Reader } from '../../core/database.ts';
import type { Recognition } from '../../core/ledger.ts';
import type { Day } from '../../core/periods.ts';
import { recognitions } from '../../core/schema.ts';
import { badgesHeld } from '../../core/standing-tables.ts';

/** Points and badges that a moderator awarded on a day and that stand. */
export async function countAwarded(
  db: Reader,
  guildId: string,
  moderatorId: string,
  { start, end }: Pick<Day, 'start' | 'end'>,
): Promise<number> {
  const points = db
    .select({ n: count() })
    .from(recognitions)
    .where(
      and(
        eq(recognitions.guildId, guildId),
        eq(recognitions.giverId, moderatorId),
        gte(recognitions.occurredAt, start),
        lt(recognitions.occurredAt, end),
        eq(recognitions.kind, 'award'),
        isNull(recognitions.revokedAt),
      ),
    )
    .get();
  const badges = db
    .select({ n: count() })
    .from(badgesHeld)
    .where(
      and(
        eq(badgesHeld.guildId, guildId),
        eq(badgesHeld.awardedBy, moderatorId),
        gte(badgesHeld.awardedAt, start),
        lt(badgesHeld.awardedAt, end),
        isNull(badgesHeld.revokedAt),
      ),
    )
    .get();
  return (points?.n ?? 0) + (badges?.n ?? 0);
}

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
