// Prompts in the database: what askers were asked, where it stands, and what they answered.
import { and, asc, desc, eq, gte, isNull, sql } from 'drizzle-orm';
import * as z from 'zod';
import type { Reader, Tx } from '../../core/database.ts';
import { type PromptAnswer, type PromptKind, questionPrompts } from '../../core/question-tables.ts';
import { effects } from '../../core/schema.ts';

export type Prompt = typeof questionPrompts.$inferSelect;
export type NewPrompt = Pick<
  Prompt,
  'guildId' | 'questionId' | 'memberId' | 'kind' | 'createdAt' | 'expiresAt'
> &
  Partial<Pick<Prompt, 'causeMessageId' | 'candidateMessageId' | 'candidateAuthorId'>>;

/** Writes a prompt down; nothing if one is open in the question, or if this message led to one before. */
export async function addPrompt(tx: Tx, prompt: NewPrompt): Promise<Prompt | undefined> {
  return tx.insert(questionPrompts).values(prompt).onConflictDoNothing().returning().get();
}

export async function findPrompt(db: Reader, id: number): Promise<Prompt | undefined> {
  return db.select().from(questionPrompts).where(eq(questionPrompts.id, id)).get();
}

/** The prompt of a question that waits for an answer. */
export async function openPromptOf(db: Reader, questionId: string): Promise<Prompt | undefined> {
  return db
    .select()
    .from(questionPrompts)
    .where(and(eq(questionPrompts.questionId, questionId), isNull(questionPrompts.endedAt)))
    .get();
}

/** The latest prompt of a kind in a question, since a moment. */
export async function latestPrompt(
  db: Reader,
  questionId: string,
  kind: PromptKind,
  since = 0,
): Promise<Prompt | undefined> {
  return db
    .select()
    .from(questionPrompts)
    .where(
      and(
        eq(questionPrompts.questionId, questionId),
        eq(questionPrompts.kind, kind),
        gte(questionPrompts.createdAt, since),
      ),
    )
    .orderBy(desc(questionPrompts.createdAt))
    .limit(1)
    .get();
}

/** Whether somebody was ever asked like that in this server. */
export async function wasAsked(
  db: Reader,
  guildId: string,
  memberId: string,
  kind: PromptKind,
): Promise<boolean> {
  const row = db
    .select({ id: questionPrompts.id })
    .from(questionPrompts)
    .where(
      and(
        eq(questionPrompts.guildId, guildId),
        eq(questionPrompts.memberId, memberId),
        eq(questionPrompts.kind, kind),
      ),
    )
    .limit(1)
    .get();
  return row !== undefined;
}

/** Ends an open prompt, with its answer if there is one; false if it had ended. */
export async function endPrompt(tx: Tx, id: number, now: number, answer?: PromptAnswer): Promise<boolean> {
  const answered = answer === undefined ? {} : { answer, answeredAt: now };
  return (
    tx
      .update(questionPrompts)
      .set({ endedAt: now, ...answered })
      .where(and(eq(questionPrompts.id, id), isNull(questionPrompts.endedAt)))
      .run().changes > 0
  );
}

export async function notePosted(tx: Tx, id: number, messageId: string): Promise<void> {
  tx.update(questionPrompts).set({ messageId }).where(eq(questionPrompts.id, id)).run();
}

/** Open prompts whose time is over, in any server. */
export async function expiredPrompts(db: Reader, now: number, limit: number): Promise<Prompt[]> {
  return db
    .select()
    .from(questionPrompts)
    .where(sql`ended_at is null and expires_at <= ${now}`)
    .orderBy(asc(questionPrompts.expiresAt))
    .limit(limit)
    .all();
}

const answered = z.object({ messageId: z.string() });

/** The message that an effect posted. */
export async function postedBy(db: Reader, effectId: number): Promise<string | undefined> {
  const row = db.select({ result: effects.result }).from(effects).where(eq(effects.id, effectId)).get();
  return row?.result ? answered.safeParse(JSON.parse(row.result)).data?.messageId : undefined;
}
