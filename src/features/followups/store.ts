// Which questions may be due for a word to their asker.
import { and, asc, eq, gt, isNull, lte, sql } from 'drizzle-orm';
import type { Reader } from '../../core/database.ts';
import { questionPrompts, questions } from '../../core/question-tables.ts';
import type { Prompt, Question } from './rules.ts';

/** Answered questions in which nobody wrote between these moments and now, in any server. */
export async function quietQuestions(
  db: Reader,
  { after, until }: { after: number; until: number },
): Promise<Question[]> {
  return db
    .select()
    .from(questions)
    .where(
      and(
        eq(questions.state, 'answered'),
        gt(questions.lastActivityAt, after),
        lte(questions.lastActivityAt, until),
        isNull(questions.goneAt),
        isNull(questions.archivedAt),
      ),
    )
    .orderBy(asc(questions.lastActivityAt))
    .all();
}

/** Questions solved between these moments, in any server. */
export async function solvedQuestions(
  db: Reader,
  { after, until }: { after: number; until: number },
): Promise<Question[]> {
  return db
    .select()
    .from(questions)
    .where(
      sql`solved_at is not null and ${questions.solvedAt} > ${after} and ${questions.solvedAt} <= ${until} and ${questions.goneAt} is null and ${questions.archivedAt} is null`,
    )
    .orderBy(asc(questions.solvedAt))
    .all();
}

/** Nudges without an answer that are to end before this moment, in any server: the sooner, the older. */
export async function openNudges(db: Reader, endBefore: number): Promise<Prompt[]> {
  return db
    .select()
    .from(questionPrompts)
    .where(
      and(
        sql`ended_at is null`,
        lte(questionPrompts.expiresAt, endBefore),
        eq(questionPrompts.kind, 'nudge'),
      ),
    )
    .orderBy(asc(questionPrompts.expiresAt))
    .all();
}
