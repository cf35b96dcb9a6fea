// What the limits need to know of the past, and the thank-yous that did not count.
import { and, desc, eq, gt, gte, isNull, lt, ne, sql } from 'drizzle-orm';
import * as z from 'zod';
import { prepared, type Reader, type Tx } from '../../core/database.ts';
import type { Day } from '../../core/periods.ts';
import { effects, members, recognitions, refusals } from '../../core/schema.ts';
import { textRanges } from '../../core/snowflakes.ts';

export type RefusalRow = typeof refusals.$inferSelect;

const live = isNull(recognitions.revokedAt);
const inGuild = eq(recognitions.guildId, sql.placeholder('guildId'));
const gave = (giver: string, receiver: string) =>
  and(
    eq(recognitions.giverId, sql.placeholder(giver)),
    eq(recognitions.receiverId, sql.placeholder(receiver)),
  );

const thanksOfPair = prepared((db) => {
  const oneWay = (giver: string, receiver: string) =>
    db
      .select({ at: recognitions.occurredAt })
      .from(recognitions)
      .where(
        and(
          inGuild,
          gave(giver, receiver),
          live,
          eq(recognitions.kind, 'thanks'),
          gt(recognitions.occurredAt, sql.placeholder('after')),
          lt(recognitions.occurredAt, sql.placeholder('before')),
        ),
      )
      .orderBy(desc(recognitions.occurredAt))
      .limit(1)
      .prepare();
  return { given: oneWay('giverId', 'receiverId'), returned: oneWay('receiverId', 'giverId') };
});

const givenThatDay = prepared((db) =>
  db
    .select({ n: sql<number>`count(distinct ${recognitions.receiverId} || ' ' || ${recognitions.helpKey})` })
    .from(recognitions)
    .where(
      and(
        inGuild,
        eq(recognitions.giverId, sql.placeholder('giverId')),
        gte(recognitions.occurredAt, sql.placeholder('start')),
        lt(recognitions.occurredAt, sql.placeholder('end')),
        live,
        eq(recognitions.kind, 'thanks'),
      ),
    )
    .prepare(),
);

/** So many at most, of any kind, taken back or not: by a look at the index alone. */
const atMostGivenThatDay = prepared((db) => {
  const some = db
    .select({ id: recognitions.id })
    .from(recognitions)
    .where(
      and(
        inGuild,
        eq(recognitions.giverId, sql.placeholder('giverId')),
        gte(recognitions.occurredAt, sql.placeholder('start')),
        lt(recognitions.occurredAt, sql.placeholder('end')),
      ),
    )
    .limit(sql.placeholder('most'))
    .as('some');
  return db.select({ n: sql<number>`count(*)` }).from(some).prepare();
});

const otherHelps = prepared((db) =>
  db
    .select({ n: sql<number>`count(distinct ${recognitions.helpKey})` })
    .from(recognitions)
    .where(
      and(
        inGuild,
        gave('giverId', 'receiverId'),
        gt(recognitions.occurredAt, sql.placeholder('after')),
        lt(recognitions.occurredAt, sql.placeholder('before')),
        live,
        sql`${recognitions.kind} in ('thanks', 'upvote')`,
        ne(recognitions.helpKey, sql.placeholder('helpKey')),
      ),
    )
    .prepare(),
);

interface Pair {
  guildId: string;
  giverId: string;
  receiverId: string;
}

/** A live thank-you between the two, in either direction, less than `withinMs` away from `at`: the latest one. */
export async function otherOfPair(
  db: Reader,
  pair: Pair,
  at: number,
  withinMs: number,
): Promise<number | undefined> {
  if (withinMs <= 0) return undefined;
  const statements = thanksOfPair(db);
  const window = { ...pair, after: at - withinMs, before: at + withinMs };
  const found = [statements.given.get(window)?.at, statements.returned.get(window)?.at];
  const times = found.filter((time) => time !== undefined);
  return times.length > 0 ? Math.max(...times) : undefined;
}

/**
 * Thanks given by a member on a day, each help and receiver once; where these are certainly fewer than `limit`, what was
 * given in any way.
 */
export async function countGiven(
  db: Reader,
  guildId: string,
  giverId: string,
  { start, end }: Day,
  limit: number,
): Promise<number> {
  const atMost = atMostGivenThatDay(db).get({ guildId, giverId, start, end, most: limit })?.n ?? 0;
  if (atMost < limit) return atMost;
  return givenThatDay(db).get({ guildId, giverId, start, end })?.n ?? 0;
}

/**
 * Other helps than this one for which the giver thanked or upvoted the receiver, less than `withinMs` away from `at`;
 * on both sides, so that the order in which old messages are edited changes nothing.
 */
export async function countOtherHelps(
  db: Reader,
  pair: Pair & { helpKey: string },
  at: number,
  withinMs: number,
): Promise<number> {
  return otherHelps(db).get({ ...pair, after: at - withinMs, before: at + withinMs })?.n ?? 0;
}

const insertRefusal = prepared((db) =>
  db
    .insert(refusals)
    .values({
      sourceKey: sql.placeholder('sourceKey'),
      guildId: sql.placeholder('guildId'),
      giverId: sql.placeholder('giverId'),
      receiverId: sql.placeholder('receiverId'),
      kind: sql.placeholder('kind'),
      reason: sql.placeholder('reason'),
      channelId: sql.placeholder('channelId'),
      messageId: sql.placeholder('messageId'),
      occurredAt: sql.placeholder('occurredAt'),
    })
    .onConflictDoNothing()
    .prepare(),
);

const refusedReactions = prepared((db) =>
  db
    .select({ sourceKey: refusals.sourceKey })
    .from(refusals)
    .where(
      and(
        gte(refusals.sourceKey, sql.placeholder('from')),
        lt(refusals.sourceKey, sql.placeholder('to')),
        eq(refusals.channelId, sql.placeholder('channelId')),
      ),
    )
    .prepare(),
);

const deleteRefusal = prepared((db) =>
  db
    .delete(refusals)
    .where(eq(refusals.sourceKey, sql.placeholder('sourceKey')))
    .prepare(),
);

/** The source keys of reactions that did not count, on messages of this channel between two, both included. */
export function findRefusedReactions(db: Reader, channelId: string, fromId: string, toId: string): string[] {
  const ranges = textRanges(fromId, toId);
  const rows = ranges.flatMap(({ from, to }) =>
    // After the colon comes the semicolon: so far go the keys that begin with this id.
    refusedReactions(db).all({ from: `reaction:${from}:`, to: `reaction:${to};`, channelId }),
  );
  return rows.map(({ sourceKey }) => sourceKey);
}

const whenLeft = prepared((db) =>
  db
    .select({ leftAt: members.leftAt })
    .from(members)
    .where(
      and(eq(members.guildId, sql.placeholder('guildId')), eq(members.memberId, sql.placeholder('memberId'))),
    )
    .prepare(),
);

/** Whether somebody had left the server by then, as far as it is known. */
export function hadLeft(db: Reader, guildId: string, memberId: string, at: number): boolean {
  const left = whenLeft(db).get({ guildId, memberId });
  return left?.leftAt != null && left.leftAt <= at;
}

/** Remembers why a thank-you did not count; the same one twice is one. */
export async function noteRefusal(tx: Tx, refusal: Omit<RefusalRow, 'id'>): Promise<void> {
  insertRefusal(tx).run(refusal);
}

/** Forgets the refusal of a deed that counted after all. */
export async function forgetRefusal(tx: Tx, sourceKey: string): Promise<void> {
  deleteRefusal(tx).run({ sourceKey });
}

export async function forgetRefusalsBefore(tx: Tx, before: number): Promise<number> {
  return tx.delete(refusals).where(lt(refusals.occurredAt, before)).run().changes;
}

const answered = z.object({ messageId: z.string() });

/** What was owed last as a message's sign: its kind, and for a reply that is there its id. */
export function latestSign(
  db: Reader,
  ref: string,
): { kind: string; postedId: string | undefined } | undefined {
  const latest = db
    .select({ kind: effects.kind, state: effects.state, result: effects.result })
    .from(effects)
    .where(eq(effects.ref, ref))
    .orderBy(desc(effects.id))
    .limit(1)
    .get();
  if (latest === undefined) return undefined;
  const answer =
    latest.state === 'done' ? answered.safeParse(JSON.parse(latest.result ?? 'null')) : undefined;
  return { kind: latest.kind, postedId: answer?.data?.messageId };
}
