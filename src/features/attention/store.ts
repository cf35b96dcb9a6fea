// Questions as those see them who look for one to help with: the lists and the board, with who has taken what.
import { and, asc, desc, eq, exists, gt, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../core/database.ts';
import { questionClaims, questions, questionTags } from '../../core/question-tables.ts';
import { unindexed } from '../../core/written-out.ts';
import type { Claim, Filter, Question } from './rules.ts';

export interface Listed extends Question {
  tagIds: readonly string[];
  claim: Claim | undefined;
}

export interface Looked {
  questions: readonly Listed[];
  /** How many there are in all. */
  total: number;
}

export interface Look {
  guildId: string;
  filter: Filter;
  /** Only in these channels; none means in all. */
  channelIds?: readonly string[];
  tagId?: string | undefined;
  /** Who looks, for what is theirs. */
  memberId?: string;
  now: number;
}

/** The latest of one member's own questions; nobody leafs through more. */
const MOST_OF_ONE = 300;

/** Part of what a look finds: those first whose asker still needs help, then those that wait longest. */
export async function look(db: Reader, wish: Look, limit: number, offset = 0): Promise<Looked> {
  const own = wish.filter === 'mine' ? idsOfMember(db, wish) : undefined;
  if (own?.length === 0) return { questions: [], total: 0 };
  const which = matching(db, wish, own);
  const rows = db
    .select()
    .from(questions)
    .where(which)
    .orderBy(...orderOf(wish.filter))
    .limit(limit)
    .offset(offset)
    .all();
  const total = db.select({ total: sql<number>`count(*)` }).from(questions).where(which).get()?.total ?? 0;
  return { questions: await withTagsAndClaims(db, rows, wish.now), total };
}

function orderOf(filter: Filter): SQL[] {
  if (filter === 'mine') return [desc(questions.askedAt)];
  const waiting = filter === 'answered' ? questions.lastAnswerAt : questions.askedAt;
  return [asc(sql`${questions.raisedAt} is null`), asc(waiting)];
}

/** `own` are the ids of what is somebody's, where that is what is looked for. */
function matching(
  db: Reader,
  { guildId, filter, channelIds, tagId }: Look,
  own: readonly string[] = [],
): SQL | undefined {
  const tagged = db
    .select({ id: questionTags.questionId })
    .from(questionTags)
    .where(and(eq(questionTags.questionId, questions.id), eq(questionTags.tagId, tagId ?? '')));
  return and(
    isNull(questions.goneAt),
    filter === 'mine' ? inArray(questions.id, [...own]) : and(eq(questions.guildId, guildId), inNeed(filter)),
    // Not by the index of channels: those awake in a server are far fewer than all in a channel.
    channelIds === undefined ? undefined : inArray(unindexed(questions.channelId), [...channelIds]),
    tagId === undefined ? undefined : exists(tagged),
  );
}

/** Threads that were put away, by Discord too, are left in peace: whoever writes there brings them back. */
function inNeed(filter: Exclude<Filter, 'mine'>): SQL | undefined {
  const awake = isNull(questions.archivedAt);
  if (filter === 'answered') return and(awake, eq(questions.state, 'answered'), isNull(questions.raisedAt));
  return and(
    awake,
    inArray(questions.state, ['open', 'answered']),
    or(eq(questions.state, 'open'), isNotNull(questions.raisedAt)),
  );
}

/** What a member asked or took, and is not settled. */
function idsOfMember(db: Reader, { guildId, memberId = '', now }: Look): string[] {
  const asked = db
    .select({ id: questions.id })
    .from(questions)
    .where(
      and(
        eq(questions.guildId, guildId),
        eq(questions.askerId, memberId),
        inArray(questions.state, ['open', 'answered']),
      ),
    )
    .orderBy(desc(questions.askedAt))
    .limit(MOST_OF_ONE)
    .all();
  const taken = db
    .select({ id: questionClaims.questionId })
    .from(questionClaims)
    .where(
      and(
        eq(questionClaims.guildId, guildId),
        eq(questionClaims.memberId, memberId),
        isNull(questionClaims.endedAt),
        gt(questionClaims.expiresAt, now),
      ),
    )
    .all();
  return [...new Set([...asked, ...taken].map(({ id }) => id))];
}

async function withTagsAndClaims(db: Reader, found: readonly Question[], now: number): Promise<Listed[]> {
  const ids = found.map(({ id }) => id);
  if (ids.length === 0) return [];
  const tags = db
    .select({ questionId: questionTags.questionId, tagId: questionTags.tagId })
    .from(questionTags)
    .where(inArray(questionTags.questionId, ids))
    .all();
  const claims = db
    .select()
    .from(questionClaims)
    .where(
      and(
        inArray(questionClaims.questionId, ids),
        isNull(questionClaims.endedAt),
        gt(questionClaims.expiresAt, now),
      ),
    )
    .all();
  return found.map((question) => ({
    ...question,
    tagIds: tags.filter(({ questionId }) => questionId === question.id).map(({ tagId }) => tagId),
    claim: claims.find(({ questionId }) => questionId === question.id),
  }));
}
