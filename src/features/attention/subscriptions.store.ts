// Who follows which tags, and what they were not told of yet.
import { and, eq, gt, inArray, isNull, lte, min } from 'drizzle-orm';
import type { Reader, Tx } from '../../core/database.ts';
import { questions, questionTags, tagSubscriptions } from '../../core/question-tables.ts';
import type { Fresh, Subscription } from './digest.rules.ts';

export type How = Subscription['how'];

export async function subscriptionsOf(
  db: Reader,
  guildId: string,
  memberId: string,
): Promise<Subscription[]> {
  return db
    .select()
    .from(tagSubscriptions)
    .where(and(eq(tagSubscriptions.guildId, guildId), eq(tagSubscriptions.memberId, memberId)))
    .all();
}

export async function subscriptionsIn(db: Reader, guildId: string): Promise<Subscription[]> {
  return db.select().from(tagSubscriptions).where(eq(tagSubscriptions.guildId, guildId)).all();
}

/** Servers in which somebody follows a tag and was told of nothing since this moment. */
export async function guildsToTell(db: Reader, before: number): Promise<string[]> {
  return db
    .select({ guildId: tagSubscriptions.guildId, oldest: min(tagSubscriptions.toldUntil) })
    .from(tagSubscriptions)
    .where(lte(tagSubscriptions.toldUntil, before))
    .groupBy(tagSubscriptions.guildId)
    .all()
    .map(({ guildId }) => guildId);
}

export async function subscribe(tx: Tx, subscription: Subscription): Promise<void> {
  tx.insert(tagSubscriptions).values(subscription).onConflictDoNothing().run();
}

export async function unsubscribe(
  tx: Tx,
  { guildId, memberId }: Pick<Subscription, 'guildId' | 'memberId'>,
  tagIds: readonly string[],
): Promise<void> {
  tx.delete(tagSubscriptions)
    .where(
      and(
        eq(tagSubscriptions.guildId, guildId),
        eq(tagSubscriptions.memberId, memberId),
        inArray(tagSubscriptions.tagId, [...tagIds]),
      ),
    )
    .run();
}

export async function setHow(tx: Tx, guildId: string, memberId: string, how: How): Promise<void> {
  tx.update(tagSubscriptions)
    .set({ how })
    .where(and(eq(tagSubscriptions.guildId, guildId), eq(tagSubscriptions.memberId, memberId)))
    .run();
}

export async function markTold(tx: Tx, subscriptions: readonly Subscription[], until: number): Promise<void> {
  for (const { guildId, memberId, tagId } of subscriptions) {
    tx.update(tagSubscriptions)
      .set({ toldUntil: until })
      .where(
        and(
          eq(tagSubscriptions.guildId, guildId),
          eq(tagSubscriptions.memberId, memberId),
          eq(tagSubscriptions.tagId, tagId),
        ),
      )
      .run();
  }
}

/** Questions with these tags, asked since then and not settled; one row a tag, the latest `limit`. */
export async function freshQuestions(
  db: Reader,
  guildId: string,
  tagIds: readonly string[],
  since: number,
  limit: number,
): Promise<Fresh[]> {
  return db
    .select({
      id: questions.id,
      guildId: questions.guildId,
      title: questions.title,
      askerId: questions.askerId,
      askedAt: questions.askedAt,
      tagId: questionTags.tagId,
    })
    .from(questionTags)
    .innerJoin(questions, eq(questions.id, questionTags.questionId))
    .where(
      and(
        eq(questionTags.guildId, guildId),
        inArray(questionTags.tagId, [...tagIds]),
        gt(questionTags.askedAt, since),
        inArray(questionTags.state, ['open', 'answered']),
        isNull(questions.goneAt),
      ),
    )
    .limit(limit)
    .all();
}
