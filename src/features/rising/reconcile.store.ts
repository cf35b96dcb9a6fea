// What nightly comparing of roles needs to know: who ever held a tier, which roles we gave, and what was mended before.
import { and, asc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import * as z from 'zod';
import type { Reader } from '../../core/database.ts';
import { audit, promotions } from '../../core/schema.ts';
import type { Who } from './measures.store.ts';

/** A member's place on the ladder as the database has it. */
export interface Placed {
  memberId: string;
  /** The promotion by which they hold a tier; the last one where they hold none. */
  promotionId: number;
  tier: string | null;
}

/** Everybody whom a decision was ever about, and of whom nothing waits for Discord now. */
export async function placedIn(db: Reader, guildId: string): Promise<Placed[]> {
  const states = sql`max(state = 'pending')`;
  return db
    .select({
      memberId: promotions.memberId,
      promotionId: sql<number>`coalesce(max(case when state = 'active' then id end), max(id))`,
      tier: sql<string | null>`max(case when state = 'active' then tier end)`,
    })
    .from(promotions)
    .where(eq(promotions.guildId, guildId))
    .groupBy(promotions.memberId)
    .having(sql`${states} = 0`)
    .all();
}

/** The roles that a member was ever given by a decision that Discord carried out. */
export async function rolesGiven(db: Reader, { guildId, memberId }: Who): Promise<ReadonlySet<string>> {
  const rows = db
    .selectDistinct({ roleId: promotions.roleId })
    .from(promotions)
    .where(
      and(
        eq(promotions.guildId, guildId),
        eq(promotions.memberId, memberId),
        isNotNull(promotions.roleId),
        inArray(promotions.state, ['active', 'ended']),
      ),
    )
    .all();
  return new Set(rows.flatMap(({ roleId }) => roleId ?? []));
}

export const MENDED = 'rising.roleMended';
export const BY_HAND = 'rising.roleByHand';

/** What was mended or reported of a member's roles, oldest first. */
export interface Noted {
  action: string;
  details: z.infer<typeof noteDetails>;
}

const noteDetails = z.object({
  promotionId: z.number(),
  roleId: z.string(),
  how: z.enum(['add', 'remove']),
});

export async function notedOf(db: Reader, { guildId, memberId }: Who): Promise<readonly Noted[]> {
  return db
    .select({ action: audit.action, details: audit.details })
    .from(audit)
    .where(
      and(eq(audit.guildId, guildId), eq(audit.targetId, memberId), inArray(audit.action, [MENDED, BY_HAND])),
    )
    .orderBy(asc(audit.id))
    .all()
    .map(({ action, details }) => ({ action, details: noteDetails.parse(JSON.parse(details ?? '{}')) }));
}
