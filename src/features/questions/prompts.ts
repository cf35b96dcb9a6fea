// Prompts to askers: one message at a time in a question, which goes when it was answered, overtaken, or its time is over.
import type { View } from '../../core/actions.ts';
import type { Context } from '../../core/context.ts';
import type { Tx } from '../../core/database.ts';
import type { PromptAnswer } from '../../core/question-tables.ts';
import * as store from './prompts.store.ts';
import type { Question } from './questions.rules.ts';

const keyOf = (id: number) => `prompt:${id}`;
const laneOf = (questionId: string) => `thread:${questionId}`;
const PORTION = 100;
const MOST_PORTIONS = 100;

/** What to ask, and how it looks once it has a number, which its buttons carry. */
export interface Ask
  extends Pick<
    store.NewPrompt,
    'kind' | 'expiresAt' | 'causeMessageId' | 'candidateMessageId' | 'candidateAuthorId'
  > {
  view(promptId: number): View;
  /** The message to reply to, without a ping. */
  replyTo?: string | undefined;
}

/** Asks the asker of a question something, in its thread. Nothing if they are being asked, or were for the same cause. */
export async function ask(
  ctx: Context,
  tx: Tx,
  question: Question,
  { view, replyTo, ...asked }: Ask,
): Promise<store.Prompt | undefined> {
  const { id: questionId, guildId, askerId: memberId } = question;
  const prompt = await store.addPrompt(tx, {
    ...asked,
    guildId,
    questionId,
    memberId,
    createdAt: ctx.clock.now(),
  });
  if (!prompt) return undefined;
  const { components, pings = [] } = view(prompt.id);
  await ctx.outbox.enqueue(tx, {
    kind: 'send',
    guildId,
    payload: {
      channelId: questionId,
      view: { components: components.map((one) => ({ ...one })), pings: [...pings] },
      replyTo,
    },
    dedupeKey: keyOf(prompt.id),
    lane: laneOf(questionId),
    ref: `questions:prompt:${prompt.id}`,
  });
  return prompt;
}

/** Ends a prompt and takes its message away; false if it had ended. */
export async function end(
  ctx: Context,
  tx: Tx,
  prompt: store.Prompt,
  answer?: PromptAnswer,
): Promise<boolean> {
  if (!(await store.endPrompt(tx, prompt.id, ctx.clock.now(), answer))) return false;
  const wasPosted = prompt.messageId ?? undefined;
  // One that is being posted just now goes as soon as it is there.
  if (wasPosted !== undefined) await takeAway(ctx, tx, prompt, wasPosted);
  else await ctx.outbox.callOff(tx, keyOf(prompt.id), { onlyUntried: true });
  return true;
}

/** The question moved on, so what was asked in it is out of date. */
export async function overtake(ctx: Context, tx: Tx, questionId: string): Promise<void> {
  const open = await store.openPromptOf(tx, questionId);
  if (open) await end(ctx, tx, open);
}

/** What became of posting a prompt. */
export async function posted(
  ctx: Context,
  tx: Tx,
  promptId: number,
  messageId: string | undefined,
): Promise<void> {
  const prompt = await store.findPrompt(tx, promptId);
  if (!prompt) return;
  if (messageId === undefined) {
    await store.endPrompt(tx, promptId, ctx.clock.now());
    return;
  }
  await store.notePosted(tx, promptId, messageId);
  if (prompt.endedAt !== null) await takeAway(ctx, tx, prompt, messageId);
}

/** Takes prompts away that nobody answered in their time; in small portions. */
export async function expire(ctx: Context): Promise<void> {
  for (let portion = 0; portion < MOST_PORTIONS; portion++) {
    const over = await ctx.db.read((db) => store.expiredPrompts(db, ctx.clock.now(), PORTION));
    if (over.length === 0) return;
    await ctx.db.write(async (tx) => {
      for (const prompt of over) await end(ctx, tx, prompt);
    });
  }
}

async function takeAway(ctx: Context, tx: Tx, prompt: store.Prompt, messageId: string): Promise<void> {
  const { guildId, questionId: channelId, id } = prompt;
  await ctx.outbox.enqueue(tx, {
    kind: 'unsend',
    guildId,
    payload: { channelId, messageId },
    dedupeKey: `unprompt:${id}`,
    lane: laneOf(channelId),
  });
}
