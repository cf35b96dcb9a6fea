// Questions in the database: opened once, changed step by step, with what figures per tag need kept in step.
import { and, asc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import * as z from 'zod';
import { prepared, type Reader, type Tx } from '../../core/database.ts';
import {
  questionConfirmations,
  questionPeople,
  questions,
  questionTags,
} from '../../core/question-tables.ts';
import { effects } from '../../core/schema.ts';
import type { Change, Question, Written } from './questions.rules.ts';

const byId = prepared((db) =>
  db
    .select()
    .from(questions)
    .where(eq(questions.id, sql.placeholder('id')))
    .prepare(),
);

export async function findQuestion(db: Reader, id: string): Promise<Question | undefined> {
  return byId(db).get({ id });
}

export type NewQuestion = Pick<
  Question,
  'id' | 'guildId' | 'channelId' | 'firstMessageIn' | 'title' | 'askerId' | 'askedAt'
>;

/** Writes a question down; nothing if it is there already. */
export async function addQuestion(
  tx: Tx,
  question: NewQuestion,
  tagIds: readonly string[],
): Promise<Question | undefined> {
  const added = tx
    .insert(questions)
    .values({ ...question, lastActivityAt: question.askedAt, lastAskerAt: question.askedAt })
    .onConflictDoNothing()
    .returning()
    .get();
  if (added) await retag(tx, added, tagIds);
  return added;
}

/** What of a question is kept beside each of its tags as well. */
const BESIDE_TAGS = ['state', 'firstAnswerMs', 'firstAnswerStaff', 'solutionMs', 'solvedStaff'] as const;

/** Makes a step's changes; returns the question as it is then. */
export async function change(tx: Tx, question: Question, changes: Change): Promise<Question> {
  if (Object.keys(changes).length === 0) return question;
  tx.update(questions).set(changes).where(eq(questions.id, question.id)).run();
  const next = { ...question, ...changes };
  if (BESIDE_TAGS.some((field) => field in changes)) {
    tx.update(questionTags).set(besideTags(next)).where(eq(questionTags.questionId, question.id)).run();
  }
  return next;
}

function besideTags({ state, firstAnswerMs, firstAnswerStaff, solutionMs, solvedStaff }: Question) {
  return { state, firstAnswerMs, firstAnswerStaff, solutionMs, solvedStaff };
}

/** The tags that a question has now. */
export async function tagsOf(db: Reader, questionId: string): Promise<string[]> {
  return db
    .select({ tagId: questionTags.tagId })
    .from(questionTags)
    .where(eq(questionTags.questionId, questionId))
    .all()
    .map(({ tagId }) => tagId);
}

/** Sets the tags of a question; returns those that it did not have, and those that it has no more. */
export async function retag(
  tx: Tx,
  question: Question,
  tagIds: readonly string[],
): Promise<{ added: readonly string[]; gone: readonly string[] }> {
  const had = await tagsOf(tx, question.id);
  const gone = had.filter((id) => !tagIds.includes(id));
  if (gone.length > 0) {
    tx.delete(questionTags)
      .where(and(eq(questionTags.questionId, question.id), inArray(questionTags.tagId, gone)))
      .run();
  }
  const { id: questionId, guildId, askedAt } = question;
  const added = tagIds.filter((id) => !had.includes(id));
  for (const tagId of added) {
    tx.insert(questionTags)
      .values({ questionId, tagId, guildId, askedAt, ...besideTags(question) })
      .onConflictDoNothing()
      .run();
  }
  return { added, gone };
}

const wrote = prepared((db) =>
  db
    .insert(questionPeople)
    .values({
      questionId: sql.placeholder('questionId'),
      memberId: sql.placeholder('memberId'),
      guildId: sql.placeholder('guildId'),
      messages: 1,
      isStaff: sql.placeholder('isStaff'),
      firstMessageId: sql.placeholder('messageId'),
      firstAt: sql.placeholder('at'),
      lastMessageId: sql.placeholder('messageId'),
      lastAt: sql.placeholder('at'),
    })
    .onConflictDoUpdate({
      target: [questionPeople.questionId, questionPeople.memberId],
      set: {
        messages: sql`${questionPeople.messages} + 1`,
        isStaff: sql`excluded.is_staff`,
        firstMessageId: sql`iif(excluded.first_at < ${questionPeople.firstAt}, excluded.first_message_id, ${questionPeople.firstMessageId})`,
        firstAt: sql`min(excluded.first_at, ${questionPeople.firstAt})`,
        lastMessageId: sql`iif(excluded.last_at >= ${questionPeople.lastAt}, excluded.last_message_id, ${questionPeople.lastMessageId})`,
        lastAt: sql`max(excluded.last_at, ${questionPeople.lastAt})`,
      },
    })
    .prepare(),
);

/** One more message by somebody. */
export async function countMessage(tx: Tx, { id, guildId }: Question, message: Written): Promise<void> {
  const { memberId, messageId, at } = message;
  wrote(tx).run({ questionId: id, guildId, memberId, messageId, at, isStaff: message.isStaff ? 1 : 0 });
}

const askedHere = and(
  eq(questions.guildId, sql.placeholder('guildId')),
  eq(questions.askerId, sql.placeholder('askerId')),
);

// Looked for at each leaving and each join, most of which are of people who never asked.
const unsettled = prepared((db) =>
  db
    .select()
    .from(questions)
    .where(and(askedHere, inArray(questions.state, ['open', 'answered']), isNull(questions.goneAt)))
    .prepare(),
);

const leftBehind = prepared((db) =>
  db
    .select()
    .from(questions)
    .where(and(askedHere, isNotNull(questions.askerLeftAt)))
    .prepare(),
);

/** What an asker asked here and is not settled. */
export async function unsettledOf(db: Reader, guildId: string, askerId: string): Promise<Question[]> {
  return unsettled(db).all({ guildId, askerId });
}

/** What an asker asked here before they left. */
export async function leftBehindBy(db: Reader, guildId: string, askerId: string): Promise<Question[]> {
  return leftBehind(db).all({ guildId, askerId });
}

/** The questions of a channel whose threads are still there. */
export async function inChannel(db: Reader, channelId: string): Promise<Question[]> {
  return db
    .select()
    .from(questions)
    .where(and(eq(questions.channelId, channelId), isNull(questions.goneAt)))
    .all();
}

/** Unanswered questions that began with a message in this text channel, which has their id. */
export function openWithFirstIn(db: Reader, channelId: string): string[] {
  const rows = db
    .select({ id: questions.id })
    .from(questions)
    .where(
      and(
        eq(questions.channelId, channelId),
        eq(questions.state, 'open'),
        eq(questions.firstMessageIn, channelId),
      ),
    )
    .all();
  return rows.map(({ id }) => id);
}

/** Solved questions whose threads are due to be put away, in any server; the longest due first. */
export async function dueToBePutAway(db: Reader, now: number, limit: number): Promise<Question[]> {
  return db
    .select()
    .from(questions)
    .where(sql`archive_due_at is not null and archive_due_at <= ${now}`)
    .orderBy(asc(questions.archiveDueAt))
    .limit(limit)
    .all();
}

/** Whether somebody was staff when they wrote last in a question. */
export async function isStaffIn(db: Reader, questionId: string, memberId: string): Promise<boolean> {
  const row = db
    .select({ isStaff: questionPeople.isStaff })
    .from(questionPeople)
    .where(and(eq(questionPeople.questionId, questionId), eq(questionPeople.memberId, memberId)))
    .get();
  return row?.isStaff === 1;
}

/** Answered questions, in any server, in which at least so many peers agree on one answer. */
export async function confirmedUnsolved(db: Reader, peers: number): Promise<{ id: string }[]> {
  return db
    .selectDistinct({ id: questionConfirmations.questionId })
    .from(questionConfirmations)
    .innerJoin(
      questions,
      and(eq(questions.id, questionConfirmations.questionId), eq(questions.state, 'answered')),
    )
    .where(eq(questionConfirmations.setAside, 0))
    .groupBy(questionConfirmations.questionId, questionConfirmations.messageId)
    .having(sql`count(*) >= ${peers}`)
    .all();
}

const tagging = z.object({ tagged: z.boolean() });

/** Whether a change of a thread that is done could put all tags on. */
export async function wasTagged(db: Reader, effectId: number): Promise<boolean> {
  const row = db.select({ result: effects.result }).from(effects).where(eq(effects.id, effectId)).get();
  return row?.result ? (tagging.safeParse(JSON.parse(row.result)).data?.tagged ?? false) : false;
}
