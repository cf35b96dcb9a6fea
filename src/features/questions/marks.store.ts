// Marks in the database: what solved which question, who else helped, and who confirmed an answer in the asker's place.
import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { prepared, type Reader, type Tx } from '../../core/database.ts';
import { questionConfirmations, questionSolutions, type UnmarkedWhy } from '../../core/question-tables.ts';
import type { Mark } from './marking.rules.ts';
import type { NewMark } from './new-marks.rules.ts';

export type Confirmation = typeof questionConfirmations.$inferSelect;

const ofQuestion = prepared((db) =>
  db
    .select()
    .from(questionSolutions)
    .where(eq(questionSolutions.questionId, sql.placeholder('questionId')))
    .orderBy(asc(questionSolutions.id))
    .prepare(),
);

const onMessage = prepared((db) =>
  db
    .select()
    .from(questionSolutions)
    .where(
      and(
        eq(questionSolutions.messageId, sql.placeholder('messageId')),
        isNull(questionSolutions.unmarkedAt),
      ),
    )
    .prepare(),
);

/** All marks ever made on a question, in order. */
export async function marksOf(db: Reader, questionId: string): Promise<Mark[]> {
  return ofQuestion(db).all({ questionId });
}

/** The marks of a question that stand. */
export async function liveMarksOf(db: Reader, questionId: string): Promise<Mark[]> {
  return ofQuestion(db)
    .all({ questionId })
    .filter(({ unmarkedAt }) => unmarkedAt === null);
}

/** The marks that stand on one message, whatever the question. */
export async function liveMarksOn(db: Reader, messageId: string): Promise<Mark[]> {
  return onMessage(db).all({ messageId });
}

export async function addMark(tx: Tx, mark: NewMark): Promise<void> {
  tx.insert(questionSolutions).values(mark).run();
}

export async function takeBack(tx: Tx, mark: Mark, why: UnmarkedWhy, now: number): Promise<void> {
  tx.update(questionSolutions)
    .set({ unmarkedAt: now, unmarkedWhy: why })
    .where(and(eq(questionSolutions.id, mark.id), isNull(questionSolutions.unmarkedAt)))
    .run();
}

interface Reacted {
  questionId: string;
  messageId: string;
  /** Nobody named: everybody. */
  memberId?: string;
}

/** Remembers of marks that were taken back for another reason that the ✅ by which they were made is gone as well. */
export async function noteUnreacted(tx: Tx, { questionId, messageId, memberId }: Reacted): Promise<void> {
  tx.update(questionSolutions)
    .set({ unmarkedWhy: 'unreacted' })
    .where(
      and(
        eq(questionSolutions.questionId, questionId),
        eq(questionSolutions.messageId, messageId),
        eq(questionSolutions.way, 'reaction'),
        isNotNull(questionSolutions.unmarkedAt),
        memberId === undefined ? undefined : eq(questionSolutions.markedBy, memberId),
      ),
    )
    .run();
}

/** Remembers that somebody confirms an answer; nothing new if they do already. */
export async function addConfirmation(tx: Tx, confirmation: Confirmation): Promise<void> {
  const { questionId, messageId, memberId } = questionConfirmations;
  tx.insert(questionConfirmations)
    .values(confirmation)
    .onConflictDoUpdate({
      target: [questionId, messageId, memberId],
      set: confirmation,
      setWhere: eq(questionConfirmations.setAside, 1),
    })
    .run();
}

/** Forgets a confirmation, or all of a message; returns how many. */
export async function dropConfirmations(
  tx: Tx,
  { questionId, messageId, memberId }: Reacted,
): Promise<number> {
  const whose = memberId === undefined ? undefined : eq(questionConfirmations.memberId, memberId);
  return tx
    .delete(questionConfirmations)
    .where(
      and(
        eq(questionConfirmations.questionId, questionId),
        eq(questionConfirmations.messageId, messageId),
        whose,
      ),
    )
    .run().changes;
}

/** Sets aside what peers said of a question: somebody who may decide has decided. */
export async function setConfirmationsAside(tx: Tx, questionId: string): Promise<void> {
  tx.update(questionConfirmations)
    .set({ setAside: 1 })
    .where(eq(questionConfirmations.questionId, questionId))
    .run();
}

/** Who ever confirmed which answers of a question and did not take it back, in order. */
export async function confirmationsOf(db: Reader, questionId: string): Promise<Confirmation[]> {
  return db
    .select()
    .from(questionConfirmations)
    .where(eq(questionConfirmations.questionId, questionId))
    .orderBy(asc(questionConfirmations.at))
    .all();
}

/** Those that count. */
export async function liveConfirmationsOf(db: Reader, questionId: string): Promise<Confirmation[]> {
  return (await confirmationsOf(db, questionId)).filter(({ setAside }) => setAside === 0);
}
