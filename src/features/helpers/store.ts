// Helpers in the database: who agreed to be mentioned and how, who was mentioned when, and which questions are due.
import {
  and,
  asc,
  count,
  countDistinct,
  eq,
  gte,
  inArray,
  isNotNull,
  isNull,
  lte,
  max,
  sql,
} from 'drizzle-orm';
import type { Reader, Tx } from '../../core/database.ts';
import {
  helpers,
  questionCalls,
  questionClaims,
  questionPeople,
  questionSolutions,
  questions,
  questionTags,
} from '../../core/question-tables.ts';
import type { Helper } from './routing.rules.ts';

export type Question = typeof questions.$inferSelect;

export async function helperOf(db: Reader, guildId: string, memberId: string): Promise<Helper | undefined> {
  return db
    .select()
    .from(helpers)
    .where(and(eq(helpers.guildId, guildId), eq(helpers.memberId, memberId)))
    .get();
}

export async function saveHelper(tx: Tx, helper: Helper): Promise<void> {
  tx.insert(helpers)
    .values(helper)
    .onConflictDoUpdate({ target: [helpers.guildId, helpers.memberId], set: helper })
    .run();
}

/** Servers in which somebody agreed to be mentioned. */
export async function guildsWithHelpers(db: Reader): Promise<string[]> {
  return db
    .selectDistinct({ guildId: helpers.guildId })
    .from(helpers)
    .where(isNotNull(helpers.availableSince))
    .all()
    .map(({ guildId }) => guildId);
}

/** Those who agreed to be mentioned in this server. */
export async function availableHelpers(db: Reader, guildId: string): Promise<Helper[]> {
  return db
    .select()
    .from(helpers)
    .where(and(eq(helpers.guildId, guildId), isNotNull(helpers.availableSince)))
    .all();
}

/** Unanswered questions asked between these moments for which nobody was mentioned, oldest first. */
export async function waitingQuestions(
  db: Reader,
  guildId: string,
  { from, to }: { from: number; to: number },
): Promise<Question[]> {
  return db
    .select()
    .from(questions)
    .where(
      and(
        eq(questions.guildId, guildId),
        eq(questions.state, 'open'),
        gte(questions.askedAt, from),
        lte(questions.askedAt, to),
        isNull(questions.routedAt),
      ),
    )
    .orderBy(asc(questions.askedAt))
    .all();
}

/** Whether somebody has taken a question at this moment. */
export async function isTaken(db: Reader, questionId: string, now: number): Promise<boolean> {
  const claim = db
    .select({ id: questionClaims.id })
    .from(questionClaims)
    .where(
      and(
        eq(questionClaims.questionId, questionId),
        isNull(questionClaims.endedAt),
        sql`${questionClaims.expiresAt} > ${now}`,
      ),
    )
    .get();
  return claim !== undefined;
}

/** Who wrote in a question. */
export async function presentIn(db: Reader, questionId: string): Promise<string[]> {
  return db
    .select({ memberId: questionPeople.memberId })
    .from(questionPeople)
    .where(eq(questionPeople.questionId, questionId))
    .all()
    .map(({ memberId }) => memberId);
}

/** What is known of a member's experience with questions like this, and of how often they were mentioned. */
export async function recordOf(
  db: Reader,
  { guildId, memberId }: Pick<Helper, 'guildId' | 'memberId'>,
  {
    tagIds,
    channelId,
    since,
    today,
  }: { tagIds: readonly string[]; channelId: string; since: number; today: number },
): Promise<{ solutions: number; calledToday: number; lastCalledAt: number | undefined }> {
  const alike =
    tagIds.length > 0
      ? db
          .select({ id: questionTags.questionId })
          .from(questionTags)
          .where(
            and(
              eq(questionTags.questionId, questionSolutions.questionId),
              inArray(questionTags.tagId, [...tagIds]),
            ),
          )
      : db
          .select({ id: questions.id })
          .from(questions)
          .where(and(eq(questions.id, questionSolutions.questionId), eq(questions.channelId, channelId)));
  const solved = db
    .select({ count: countDistinct(questionSolutions.questionId) })
    .from(questionSolutions)
    .where(
      and(
        eq(questionSolutions.guildId, guildId),
        eq(questionSolutions.memberId, memberId),
        gte(questionSolutions.markedAt, since),
        isNull(questionSolutions.unmarkedAt),
        eq(questionSolutions.kind, 'solution'),
        sql`${questionSolutions.weight} > 0`,
        sql`exists ${alike}`,
      ),
    )
    .get();
  const mine = and(eq(questionCalls.guildId, guildId), eq(questionCalls.memberId, memberId));
  const called = db
    .select({ count: count() })
    .from(questionCalls)
    .where(and(mine, gte(questionCalls.calledAt, today)))
    .get();
  const last = db
    .select({ at: max(questionCalls.calledAt) })
    .from(questionCalls)
    .where(mine)
    .get();
  return {
    solutions: solved?.count ?? 0,
    calledToday: called?.count ?? 0,
    lastCalledAt: last?.at ?? undefined,
  };
}

/** Writes down whom a question is about to be brought to. */
export async function addCalls(
  tx: Tx,
  { id, guildId }: Pick<Question, 'id' | 'guildId'>,
  memberIds: readonly string[],
  calledAt: number,
): Promise<void> {
  for (const memberId of memberIds) {
    tx.insert(questionCalls)
      .values({ questionId: id, memberId, guildId, calledAt })
      .onConflictDoNothing()
      .run();
  }
}
