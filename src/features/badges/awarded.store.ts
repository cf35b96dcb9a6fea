// How much a person awarded on a day, points and badges together: one cap holds for both.
import { and, count, eq, gte, isNull, lt } from 'drizzle-orm';
import type { Reader } from '../../core/database.ts';
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
