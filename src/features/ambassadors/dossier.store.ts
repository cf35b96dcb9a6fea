// What speaks for a candidate, read from the ledger: whom they helped, what they know, what people wrote, what was taken back.
import { and, count, desc, eq, gte, inArray, isNotNull, isNull, max, ne, sql } from 'drizzle-orm';
import { prepared, type Reader } from '../../core/database.ts';
import { questionTags } from '../../core/question-tables.ts';
import { promotions, recognitions } from '../../core/schema.ts';
import { monthsOfHelp, standingOf } from '../../core/standings.ts';

/** Where something can be looked at. */
export interface Place {
  channelId: string;
  messageId: string | null;
  at: number;
}

export interface TagKnown extends Place {
  tagId: string;
  solutions: number;
}

/** What somebody wrote when they thanked with a reason. */
export interface Words extends Place {
  from: string;
  words: string;
}

/** A decision about the candidate's tier. */
export type TierDecision = Pick<
  typeof promotions.$inferSelect,
  'direction' | 'tier' | 'fromTier' | 'reason' | 'origin'
> & { at: number };

export interface Evidence {
  peopleHelped: number;
  latestHelp: Place | undefined;
  /** Solutions that stand. */
  solutions: number;
  latestSolution: Place | undefined;
  tags: readonly TagKnown[];
  /** Months in which they helped somebody, and the first time. */
  months: number;
  firstHelp: Place | undefined;
  words: readonly Words[];
  /** Recognitions by people that moderators reversed. An award taken back is a moderator's own word corrected: it says nothing of whoever had it. */
  reversals: number;
  latestReversal: Place | undefined;
  decisions: readonly TierDecision[];
}

/** Shown of each; a dossier is read in a few minutes. */
const TAGS_SHOWN = 3;
const WORDS_SHOWN = 5;
const DECISIONS_SHOWN = 5;

const place = {
  channelId: recognitions.channelId,
  messageId: recognitions.messageId,
  at: recognitions.occurredAt,
};

const ofReceiver = (guildId: string, memberId: string) =>
  and(eq(recognitions.guildId, guildId), eq(recognitions.receiverId, memberId));

/** Recognitions by people for help, which stand. */
const helps = (guildId: string, memberId: string) =>
  and(
    ofReceiver(guildId, memberId),
    isNull(recognitions.revokedAt),
    eq(recognitions.counts, 1),
    inArray(recognitions.kind, ['thanks', 'solution', 'assist']),
  );

const solutions = (guildId: string, memberId: string) =>
  and(ofReceiver(guildId, memberId), isNull(recognitions.revokedAt), eq(recognitions.kind, 'solution'));

/** All that speaks for a member, and against them. */
export async function readEvidence(
  db: Reader,
  guildId: string,
  memberId: string,
  timeZone: string,
): Promise<Evidence> {
  const { peopleHelped } = await standingOf(db, guildId, 'all', memberId);
  const latest = (where: ReturnType<typeof helps>) =>
    db.select(place).from(recognitions).where(where).orderBy(desc(recognitions.occurredAt)).limit(1).get();
  const first = db
    .select(place)
    .from(recognitions)
    .where(helps(guildId, memberId))
    .orderBy(recognitions.occurredAt)
    .limit(1)
    .get();
  const reversed = and(
    ofReceiver(guildId, memberId),
    // Written out: only so can SQLite use the partial index of revoked rows.
    sql`revoked_at is not null`,
    eq(recognitions.revokedWhy, 'reversed'),
    ne(recognitions.kind, 'award'),
  );
  return {
    peopleHelped,
    latestHelp: latest(helps(guildId, memberId)),
    solutions: countOf(db, solutions(guildId, memberId)),
    latestSolution: latest(solutions(guildId, memberId)),
    tags: await tagsKnown(db, guildId, memberId, TAGS_SHOWN),
    months: await monthsOfHelp(db, guildId, memberId, timeZone),
    firstHelp: first,
    words: wordsFor(db, guildId, memberId),
    reversals: countOf(db, reversed),
    latestReversal: latest(reversed),
    decisions: decisionsAbout(db, guildId, memberId),
  };
}

function countOf(db: Reader, where: ReturnType<typeof helps>): number {
  return db.select({ n: count() }).from(recognitions).where(where).get()?.n ?? 0;
}

const tagRows = prepared((db) =>
  db
    .select({ tagId: questionTags.tagId, solutions: count(), at: max(recognitions.occurredAt) })
    .from(recognitions)
    .innerJoin(questionTags, sql`${recognitions.helpKey} = 'question:' || ${questionTags.questionId}`)
    .where(
      and(
        eq(recognitions.guildId, sql.placeholder('guildId')),
        eq(recognitions.receiverId, sql.placeholder('memberId')),
        isNull(recognitions.revokedAt),
        eq(recognitions.kind, 'solution'),
      ),
    )
    .groupBy(questionTags.tagId)
    .orderBy(desc(count()), questionTags.tagId)
    .limit(sql.placeholder('limit'))
    .prepare(),
);

/** The tags in which somebody solved most, each with the latest of these solutions. */
export async function tagsKnown(
  db: Reader,
  guildId: string,
  memberId: string,
  limit: number,
): Promise<TagKnown[]> {
  return tagRows(db)
    .all({ guildId, memberId, limit })
    .flatMap(({ tagId, solutions: n, at }) => {
      const there = db
        .select(place)
        .from(recognitions)
        .innerJoin(questionTags, sql`${recognitions.helpKey} = 'question:' || ${questionTags.questionId}`)
        .where(
          and(
            solutions(guildId, memberId),
            eq(questionTags.tagId, tagId),
            eq(recognitions.occurredAt, at ?? 0),
          ),
        )
        .limit(1)
        .get();
      return there ? [{ ...there, tagId, solutions: n }] : [];
    });
}

/** Reasons given with /thanks: written to be read. Nothing of what was merely said. */
function wordsFor(db: Reader, guildId: string, memberId: string): Words[] {
  return db
    .select({ ...place, from: recognitions.giverId, words: recognitions.reason })
    .from(recognitions)
    .where(
      and(
        ofReceiver(guildId, memberId),
        isNull(recognitions.revokedAt),
        eq(recognitions.kind, 'thanks'),
        isNotNull(recognitions.reason),
      ),
    )
    .orderBy(desc(recognitions.occurredAt))
    .limit(WORDS_SHOWN)
    .all()
    .map(({ words, ...row }) => ({ ...row, words: words ?? '' }));
}

function decisionsAbout(db: Reader, guildId: string, memberId: string): TierDecision[] {
  return db
    .select({
      direction: promotions.direction,
      tier: promotions.tier,
      fromTier: promotions.fromTier,
      reason: promotions.reason,
      origin: promotions.origin,
      at: promotions.createdAt,
    })
    .from(promotions)
    .where(
      and(
        eq(promotions.guildId, guildId),
        eq(promotions.memberId, memberId),
        inArray(promotions.state, ['active', 'ended']),
      ),
    )
    .orderBy(desc(promotions.id))
    .limit(DECISIONS_SHOWN)
    .all();
}

/** What somebody did for others since a moment (ms): what staff see of a term. */
export interface Activity {
  helps: number;
  solutions: number;
  latest: Place | undefined;
}

export async function activitySince(
  db: Reader,
  guildId: string,
  memberId: string,
  since: number,
): Promise<Activity> {
  const within = and(helps(guildId, memberId), gte(recognitions.occurredAt, since));
  return {
    helps: countOf(db, within),
    solutions: countOf(db, and(solutions(guildId, memberId), gte(recognitions.occurredAt, since))),
    latest: db
      .select(place)
      .from(recognitions)
      .where(within)
      .orderBy(desc(recognitions.occurredAt))
      .limit(1)
      .get(),
  };
}
