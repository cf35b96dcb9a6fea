// Pseudonyms: what members chose to be called on the leaderboard instead of being mentioned there.
import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { prepared, type Reader } from './database.ts';
import { members } from './schema.ts';

/** By member, of those who have one; empty where a moderator took it away and nothing is shown instead. */
export type Pseudonyms = ReadonlyMap<string, string>;

/** So many are asked for at once; the places that are left are filled with the last one again. */
const AT_ONCE = 10;

const among = (places: number) =>
  prepared((db) =>
    db
      .select({ memberId: members.memberId, pseudonym: members.pseudonym })
      .from(members)
      .where(
        and(
          eq(members.guildId, sql.placeholder('guildId')),
          inArray(
            members.memberId,
            Array.from({ length: places }, (_, n) => sql.placeholder(String(n))),
          ),
          isNotNull(members.pseudonym),
        ),
      )
      .prepare(),
  );
const amongSome = among(AT_ONCE);
const ofOne = among(1);

/** The pseudonyms of these members. */
export async function pseudonymsAmong(
  db: Reader,
  guildId: string,
  memberIds: readonly string[],
): Promise<Pseudonyms> {
  const found = new Map<string, string>();
  for (let from = 0; from < memberIds.length; from += AT_ONCE) {
    const ids = Array.from({ length: AT_ONCE }, (_, n) => memberIds[from + n] ?? memberIds.at(-1));
    for (const { memberId, pseudonym } of amongSome(db).all({ guildId, ...ids }))
      found.set(memberId, pseudonym ?? '');
  }
  return found;
}

/** The pseudonym of one member, if they have one. */
export async function pseudonymOf(
  db: Reader,
  guildId: string,
  memberId: string,
): Promise<string | undefined> {
  const row = ofOne(db).get({ guildId, 0: memberId });
  return row && (row.pseudonym ?? '');
}
