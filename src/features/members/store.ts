// Since when members are here, and when they last came back.
import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm';
import { prepared, type Reader, type Tx } from '../../core/database.ts';
import { members, standings } from '../../core/schema.ts';
import type { Belonging } from './rules.ts';

const known = prepared((db) =>
  db
    .select({ joinedAt: members.joinedAt, returnedAt: members.returnedAt })
    .from(members)
    .where(
      and(eq(members.guildId, sql.placeholder('guildId')), eq(members.memberId, sql.placeholder('memberId'))),
    )
    .prepare(),
);

const put = prepared((db) =>
  db
    .insert(members)
    .values({
      guildId: sql.placeholder('guildId'),
      memberId: sql.placeholder('memberId'),
      joinedAt: sql.placeholder('joinedAt'),
      returnedAt: sql.placeholder('returnedAt'),
    })
    .onConflictDoUpdate({
      target: [members.guildId, members.memberId],
      set: { joinedAt: sql`excluded.joined_at`, returnedAt: sql`excluded.returned_at` },
    })
    .prepare(),
);

const withoutJoin = prepared((db) =>
  db
    .select({ memberId: standings.memberId })
    .from(standings)
    .leftJoin(members, and(eq(members.guildId, standings.guildId), eq(members.memberId, standings.memberId)))
    .where(
      and(
        eq(standings.guildId, sql.placeholder('guildId')),
        eq(standings.period, 'all'),
        gt(standings.memberId, sql.placeholder('after')),
        isNull(members.joinedAt),
        isNull(members.leftAt),
      ),
    )
    .orderBy(asc(standings.memberId))
    .limit(sql.placeholder('limit'))
    .prepare(),
);

/** What is known of a member's comings; nothing for somebody never seen. */
export async function belongingOf(
  db: Reader,
  guildId: string,
  memberId: string,
): Promise<Belonging | undefined> {
  return known(db).get({ guildId, memberId });
}

export async function setBelonging(
  tx: Tx,
  guildId: string,
  memberId: string,
  belonging: Belonging,
): Promise<void> {
  put(tx).run({ guildId, memberId, ...belonging });
}

/** Members with a standing of whom it is not known since when they are here, by id, from after a given one. */
export async function membersWithoutJoin(
  db: Reader,
  guildId: string,
  after: string,
  limit: number,
): Promise<string[]> {
  return withoutJoin(db)
    .all({ guildId, after, limit })
    .map(({ memberId }) => memberId);
}
