// Questions as they come and go: asked, answered, closed, renamed, archived, deleted; and askers who leave and return.
import { type Context, type Refusal, refuse } from '../../core/context.ts';
import type { Tx } from '../../core/database.ts';
import { isPseudonym } from '../../core/person-key.ts';
import type { ClosedWhy } from '../../core/question-tables.ts';
import { settleConfirmations } from './confirming.ts';
import { type Marker, mayDecide } from './marking.rules.ts';
import {
  askerBack,
  askerGone,
  type Change,
  closed,
  firstMessageDeleted,
  type Question,
  type ThreadState,
  threadChanged,
  gone as threadDeleted,
  type Written,
  written,
} from './questions.rules.ts';
import { DISCORD, take } from './steps.ts';
import * as store from './store.ts';
import { titleOf } from './thread.rules.ts';

/** A thread of a help channel, and who asked in it. */
export interface Asked {
  id: string;
  guildId: string;
  channelId: string;
  firstMessageIn: string | null;
  name: string;
  askerId: string;
  /** When it was asked, by Discord's clock, ms. */
  at: number;
  tagIds: readonly string[];
}

/** Writes a new question down; the same thread twice is one question. */
export async function openQuestion(ctx: Context, thread: Asked): Promise<void> {
  await ctx.db.write(async (tx) => {
    const { id, guildId, channelId, firstMessageIn, askerId, at } = thread;
    if (await isUnwanted(ctx, tx, guildId, askerId, at)) return;
    const asked = {
      id,
      guildId,
      channelId,
      firstMessageIn,
      askerId,
      askedAt: at,
      title: titleOf(thread.name),
    };
    const question = await store.addQuestion(tx, asked, thread.tagIds);
    if (question) await take(ctx, tx, question, {}, { actorId: askerId, action: 'questions.asked' });
  });
}

/** Counts messages of people in a question, in the order in which they were written; each once, however often it is told of. */
export async function noteMessages(
  ctx: Context,
  questionId: string,
  messages: readonly Written[],
): Promise<void> {
  if (messages.length === 0) return;
  await ctx.db.write(async (tx) => {
    for (const message of messages) {
      const question = await store.findQuestion(tx, questionId);
      const change = question && written(question, message);
      if (!question || !change) continue;
      const { guildId, askedAt } = question;
      // In what was asked before their data was deleted, they stay forgotten whatever they write there.
      if (await isUnwanted(ctx, tx, guildId, message.memberId, Math.min(askedAt, message.at))) continue;
      await store.countMessage(tx, question, message);
      const { messageId, memberId: actorId } = message;
      if (change.state === 'answered')
        await take(ctx, tx, question, change, {
          actorId,
          action: 'questions.answered',
          details: { message: messageId },
        });
      else await store.change(tx, question, change);
      if (change.firstAnswerBy) await ctx.followers.tellOfQuestion(tx, question);
    }
  });
}

/** Whether nothing of somebody at that moment is to be kept: they are left out, or had it deleted since. */
async function isUnwanted(
  ctx: Context,
  tx: Tx,
  guildId: string,
  memberId: string,
  at: number,
): Promise<boolean> {
  const isForgotten = ctx.people.forgottenSince(tx, memberId, at) !== undefined;
  return isForgotten || ctx.people.isLeftOut(guildId, memberId);
}

/** Closes without a solution. Refuses those who may not, and what is settled already. */
export async function closeQuestion(
  ctx: Context,
  questionId: string,
  by: Marker,
  { why, duplicateOf }: { why: ClosedWhy; duplicateOf?: string | undefined },
): Promise<Question | Refusal> {
  return ctx.db.write(async (tx) => {
    const question = await store.findQuestion(tx, questionId);
    if (!question) return refuse('notAQuestion');
    const settings = await ctx.settings.of(question.guildId);
    if (!mayDecide(question, by, settings)) return refuse('questionNotYours');
    const change = closed(question, { at: ctx.clock.now(), why, duplicateOf });
    if (!change) return refuse('questionSettled');
    return close(ctx, tx, question, change, by.memberId);
  });
}

/** Closes on nobody's word but that of time: false if the question is settled meanwhile. */
export async function closeWhere(
  ctx: Context,
  tx: Tx,
  question: Question,
  why: ClosedWhy,
  actorId: string,
): Promise<boolean> {
  const change = closed(question, { at: ctx.clock.now(), why });
  if (change) await close(ctx, tx, question, change, actorId);
  return change !== undefined;
}

function close(ctx: Context, tx: Tx, question: Question, change: Change, actorId: string): Promise<Question> {
  const { closedWhy, duplicateOf } = change;
  const details = { why: closedWhy, ...(duplicateOf ? { duplicateOf } : {}) };
  return take(ctx, tx, question, change, { actorId, action: 'questions.closed', details });
}

/** What a thread is called, tagged and whether it is put away now. Returns the tags that are new. */
export async function noteThread(
  ctx: Context,
  thread: { id: string; channelId: string; name: string; tagIds: readonly string[] } & ThreadState,
): Promise<readonly string[]> {
  return ctx.db.write(async (tx) => {
    const question = await store.findQuestion(tx, thread.id);
    if (!question) return [];
    const { added, gone } = await store.retag(tx, question, thread.tagIds);
    if (added.length + gone.length > 0) await ctx.followers.tellOfQuestion(tx, question);
    // Whoever had their data deleted has taken their title back.
    const title = isPseudonym(question.askerId) ? question.title : titleOf(thread.name);
    const { channelId } = thread;
    const named = await store.change(tx, question, {
      ...(title === question.title ? {} : { title }),
      ...(channelId === question.channelId ? {} : { channelId }),
    });
    const change = threadChanged(named, thread, ctx.clock.now());
    if (change) await follow(ctx, tx, named, change);
    return added;
  });
}

/** A thread was deleted, with all that was said in it. */
export async function threadGone(ctx: Context, questionId: string): Promise<void> {
  await onQuestion(ctx, questionId, (question) => threadDeleted(question, ctx.clock.now()));
}

/** A help channel was deleted, and all its threads with it. */
export async function channelGone(ctx: Context, channelId: string): Promise<void> {
  await ctx.db.write(async (tx) => {
    for (const question of await store.inChannel(tx, channelId)) {
      const change = threadDeleted(question, ctx.clock.now());
      if (change) await follow(ctx, tx, question, change);
    }
  });
}

/** The first message of a question was deleted. */
export async function firstMessageGone(ctx: Context, questionId: string): Promise<void> {
  await onQuestion(ctx, questionId, (question) => firstMessageDeleted(question, ctx.clock.now()));
}

/** Somebody left the server: their unanswered questions are over, the answered ones wait for the word of peers. */
export async function askerLeft(ctx: Context, guildId: string, memberId: string): Promise<void> {
  await ctx.db.write(async (tx) => {
    for (const question of await store.unsettledOf(tx, guildId, memberId)) {
      const change = askerGone(question, ctx.clock.now());
      if (!change) continue;
      const left = await follow(ctx, tx, question, change);
      await settleConfirmations(ctx, tx, left);
    }
  });
}

/** Somebody came back: what was closed because they had left is open again. */
export async function askerReturned(ctx: Context, guildId: string, memberId: string): Promise<void> {
  await ctx.db.write(async (tx) => {
    for (const question of await store.leftBehindBy(tx, guildId, memberId)) {
      const change = askerBack(question, ctx.clock.now());
      if (change) await follow(ctx, tx, question, change);
    }
  });
}

async function onQuestion(
  ctx: Context,
  questionId: string,
  step: (question: Question) => Change | undefined,
): Promise<void> {
  // Most of what happens is about no question at all: that must not wait for its turn to write.
  if (!(await ctx.db.read((db) => store.findQuestion(db, questionId)))) return;
  await ctx.db.write(async (tx) => {
    const question = await store.findQuestion(tx, questionId);
    const change = question && step(question);
    if (question && change) await follow(ctx, tx, question, change);
  });
}

/** Follows what happened on Discord: with a line in the audit where it moved the question on. */
async function follow(ctx: Context, tx: Tx, question: Question, change: Change): Promise<Question> {
  if (change.state === undefined) return store.change(tx, question, change);
  if (change.state === 'closed') return close(ctx, tx, question, change, DISCORD);
  return take(ctx, tx, question, change, { actorId: DISCORD, action: 'questions.reopened' });
}
