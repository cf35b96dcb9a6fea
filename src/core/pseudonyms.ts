// Pseudonyms: what members chose to be called on the leaderboard instead of being mentioned there.
import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Reader } from './database.ts';
import { members } from './schema.ts';

/** By member, of those who have one; empty where a moderator took it away and nothing is shown instead. */
export type Pseudonyms = ReadonlyMap<string, string>;

/** The pseudonyms of these members. */
export async function pseudonymsAmong(
  db: Reader,
  guildId: string,
  memberIds: readonly string[],
): Promise<Pseudonyms> {
  const rows = db
    .select({ memberId: members.memberId, pseudonym: members.pseudonym })
    .from(members)
    .where(
      and(
        eq(members.guildId, guildId),
        inArray(members.memberId, [...memberIds]),
        isNotNull(members.pseudonym),
      ),
    )
    .all();
  return new Map(rows.map(({ memberId, pseudonym }) => [memberId, pseudonym ?? '']));
}

/** The pseudonym of one member, if they have one. */
export async function pseudonymOf(
  db: Reader,
  guildId: string,
  memberId: string,
): Promise<string | undefined> {
  return (await pseudonymsAmong(db, guildId, [memberId])).get(memberId);
}
