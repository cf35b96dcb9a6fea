// Marking solutions and taking marks back: who is credited follows from the marks that stand, in the same transaction.
import { type Context, isRefusal, type Refusal, refuse } from '../../core/context.ts';
import type { Tx } from '../../core/database.ts';
import type { MarkWay, UnmarkedWhy } from '../../core/question-tables.ts';
import { isByLeftOut, remembered } from './authors.ts';
import {
  type Answer,
  isNamed,
  judgeMark,
  type Mark,
  type Marker,
  type MarkMode,
  MOST_SOLUTIONS,
  mayDecide,
  messagesOf,
  solutionsOf,
} from './marking.rules.ts';
import * as marks from './marks.store.ts';
import { markBy, newMarks } from './new-marks.rules.ts';
import { type Question, reopened } from './questions.rules.ts';
import { settle, settleCredit } from './settling.ts';
import { DISCORD, take } from './steps.ts';
import * as store from './store.ts';
import { undress } from './thread-effects.ts';

export interface MarkOrder {
  questionId: string;
  answer: Answer;
  marker: Marker;
  way: MarkWay;
  mode: MarkMode;
}

export interface Marked {
  question: Question;
  /** The marks that stand now. */
  standing: readonly Mark[];
  /** The messages that are no longer the solution because of it. */
  replaced: readonly string[];
  /** The message was marked already, so nobody is credited anew. */
  known: boolean;
}

/** Marks a message as the solution. Refuses those who may not say so, and messages that cannot be one. */
export async function markSolution(ctx: Context, order: MarkOrder): Promise<Marked | Refusal> {
  return ctx.db.write((tx) => markWithin(ctx, tx, order));
}

/** The same, in the transaction under way. */
export async function markWithin(ctx: Context, tx: Tx, order: MarkOrder): Promise<Marked | Refusal> {
  const { marker, way, mode } = order;
  const question = await store.findQuestion(tx, order.questionId);
  if (!question) return refuse('notAQuestion');
  const { guildId } = question;
  const answer = remembered(ctx, tx, order.answer);
  if (await isByLeftOut(ctx, guildId, answer)) return refuse('authorLeftOut');
  const settings = await ctx.settings.of(guildId);
  if (!mayDecide(question, marker, settings)) return refuse('questionNotYours');
  const live = await marks.liveMarksOf(tx, question.id);
  const judged = judgeMark(question, answer, marker, live, mode);
  if (isRefusal(judged)) return judged;
  if (judged === 'known') return { question, standing: live, replaced: [], known: true };
  const now = ctx.clock.now();
  await marks.setConfirmationsAside(tx, question.id);
  for (const mark of judged.replaces) await marks.takeBack(tx, mark, 'replaced', now);
  for (const mark of newMarks(question, answer, marker, way, settings, now)) await marks.addMark(tx, mark);
  const next = await settle(ctx, tx, question, settings, {
    actorId: marker.memberId,
    why: 'replaced',
    messageId: answer.messageId,
    memberId: answer.origin?.memberId ?? answer.authorId,
    way,
  });
  const standing = await marks.liveMarksOf(tx, question.id);
  const stands = messagesOf(solutionsOf(standing));
  const replaced = messagesOf(solutionsOf(judged.replaces)).filter((id) => !stands.includes(id));
  return { question: next, standing, replaced, known: judged.seconds };
}

/** The asker found it without anybody: solved, and nobody is credited. */
export async function solveAlone(
  ctx: Context,
  questionId: string,
  marker: Marker,
  way: MarkWay,
): Promise<Marked | Refusal> {
  return ctx.db.write((tx) => solveAloneWithin(ctx, tx, questionId, marker, way));
}

/** The same, in the transaction under way. */
export async function solveAloneWithin(
  ctx: Context,
  tx: Tx,
  questionId: string,
  marker: Marker,
  way: MarkWay,
): Promise<Marked | Refusal> {
  const question = await store.findQuestion(tx, questionId);
  if (!question) return refuse('notAQuestion');
  const settings = await ctx.settings.of(question.guildId);
  if (!mayDecide(question, marker, settings)) return refuse('questionNotYours');
  const live = await marks.liveMarksOf(tx, questionId);
  if (solutionsOf(live).some((mark) => mark.messageId === null))
    return { question, standing: live, replaced: [], known: true };
  const now = ctx.clock.now();
  await marks.setConfirmationsAside(tx, questionId);
  for (const mark of live) await marks.takeBack(tx, mark, 'replaced', now);
  await marks.addMark(tx, {
    ...markBy(question, marker, way, now),
    kind: 'solution',
    messageId: null,
    memberId: question.askerId,
    isStaff: 0,
    weight: 0,
  });
  const next = await settle(ctx, tx, question, settings, { actorId: marker.memberId, why: 'replaced', way });
  const standing = await marks.liveMarksOf(tx, questionId);
  return { question: next, standing, replaced: messagesOf(solutionsOf(live)), known: false };
}

/** Takes a solution back, or all of them. Twice is once. */
export async function unmark(
  ctx: Context,
  questionId: string,
  marker: Marker,
  messageId?: string,
): Promise<Question | Refusal> {
  return ctx.db.write(async (tx) => {
    const question = await store.findQuestion(tx, questionId);
    if (!question) return refuse('notAQuestion');
    if (!mayDecide(question, marker, await ctx.settings.of(question.guildId)))
      return refuse('questionNotYours');
    // Whoever may decide has decided: what peers said before no longer counts.
    await marks.setConfirmationsAside(tx, question.id);
    return takeBackMarks(ctx, tx, question, {
      actorId: marker.memberId,
      why: 'unmarked',
      which: (mark) => !isNamed(mark) && (messageId === undefined || mark.messageId === messageId),
    });
  });
}

/** Marks messages again that another one replaced a moment ago, beside it: several can be the solution together. */
export async function markAgain(
  ctx: Context,
  questionId: string,
  marker: Marker,
  messageIds: readonly string[],
): Promise<Marked | Refusal> {
  return ctx.db.write(async (tx) => {
    const question = await store.findQuestion(tx, questionId);
    if (!question) return refuse('notAQuestion');
    const settings = await ctx.settings.of(question.guildId);
    if (!mayDecide(question, marker, settings)) return refuse('questionNotYours');
    const all = await marks.marksOf(tx, questionId);
    let standing = messagesOf(solutionsOf(all.filter(({ unmarkedAt }) => unmarkedAt === null))).length;
    const now = ctx.clock.now();
    for (const messageId of messageIds) {
      const before = all.filter((mark) => mark.messageId === messageId && mark.way !== 'peers');
      const latest = before.at(-1);
      if (standing >= MOST_SOLUTIONS || latest?.unmarkedWhy !== 'replaced') continue;
      standing += 1;
      const together = before.filter(({ unmarkedAt }) => unmarkedAt === latest.unmarkedAt);
      const credited = new Map(together.map((mark) => [`${mark.kind}:${mark.memberId}`, mark]));
      for (const mark of credited.values()) {
        const { id: _, unmarkedAt: _at, unmarkedWhy: _why, ...again } = mark;
        await marks.addMark(tx, { ...again, markedBy: marker.memberId, way: 'button', markedAt: now });
      }
    }
    const next = await settle(ctx, tx, question, settings, {
      actorId: marker.memberId,
      why: 'unmarked',
      way: 'button',
    });
    return { question: next, standing: await marks.liveMarksOf(tx, questionId), replaced: [], known: false };
  });
}

/** Takes those marks back that `which` names; the question is open again if none is left. */
export async function takeBackMarks(
  ctx: Context,
  tx: Tx,
  question: Question,
  how: { actorId: string; why: UnmarkedWhy; which: (mark: Mark) => boolean },
): Promise<Question> {
  const taken = (await marks.liveMarksOf(tx, question.id)).filter(how.which);
  if (taken.length === 0) return question;
  for (const mark of taken) await marks.takeBack(tx, mark, how.why, ctx.clock.now());
  const [first] = taken;
  const settings = await ctx.settings.of(question.guildId);
  const { actorId, why } = how;
  return settle(ctx, tx, question, settings, {
    actorId,
    why,
    ...(first ? { messageId: first.messageId ?? undefined, memberId: first.memberId } : {}),
  });
}

/** Opens a settled question again; what was marked is taken back, and comes back when it is marked again. */
export async function reopenQuestion(
  ctx: Context,
  questionId: string,
  by: Marker,
): Promise<Question | Refusal> {
  return ctx.db.write((tx) => reopenWithin(ctx, tx, questionId, by));
}

/** The same, in the transaction under way. */
export async function reopenWithin(
  ctx: Context,
  tx: Tx,
  questionId: string,
  by: Marker,
): Promise<Question | Refusal> {
  const question = await store.findQuestion(tx, questionId);
  if (!question) return refuse('notAQuestion');
  const settings = await ctx.settings.of(question.guildId);
  if (!mayDecide(question, by, settings)) return refuse('questionNotYours');
  const now = ctx.clock.now();
  const change = reopened(question, now);
  if (!change) return refuse('questionNotSettled');
  await marks.setConfirmationsAside(tx, question.id);
  for (const mark of await marks.liveMarksOf(tx, question.id))
    await marks.takeBack(tx, mark, 'reopened', now);
  const bare = await undress(ctx, tx, { ...question, ...change });
  const step = { actorId: by.memberId, action: 'questions.reopened' as const };
  const next = await take(ctx, tx, question, { ...change, ...bare }, step);
  await settleCredit(ctx, tx, next, settings);
  return next;
}

/** Messages were deleted: those that were solutions no longer are. */
export async function messagesDeleted(ctx: Context, messageIds: readonly string[]): Promise<void> {
  const found = await ctx.db.read(async (db) =>
    (await Promise.all(messageIds.map((id) => marks.liveMarksOn(db, id)))).flat(),
  );
  for (const questionId of new Set(found.map((mark) => mark.questionId))) {
    await ctx.db.write(async (tx) => {
      const question = await store.findQuestion(tx, questionId);
      if (!question) return;
      const which = ({ messageId }: Mark) => messageId !== null && messageIds.includes(messageId);
      await takeBackMarks(ctx, tx, question, { actorId: DISCORD, why: 'deleted', which });
    });
  }
}
