// The word of peers: where the asker is gone or silent, two members of a tier solve a question provisionally.
import { type Context, isRefusal, type Refusal, refuse } from '../../core/context.ts';
import type { Tx } from '../../core/database.ts';
import {
  type Answer,
  judgeConfirmation,
  type Marker,
  PEERS_NEEDED,
  PEERS_WEIGHT,
  weightOf,
} from './marking.rules.ts';
import { settle, takeBackMarks } from './marks.service.ts';
import * as marks from './marks.store.ts';
import { askerIsSilent, type Question, timeOf } from './questions.rules.ts';
import * as store from './store.ts';

export interface Confirmed {
  question: Question;
  /** How many confirmed this answer, and how many it takes. */
  by: number;
  needed: number;
  solved: boolean;
}

/**
 * Confirms an answer in the asker's place. `patiently`, it is remembered also while the asker may still say something
 * themselves, and counts once they are silent for long enough.
 */
export async function confirmSolution(
  ctx: Context,
  order: { questionId: string; answer: Answer; marker: Marker; patiently: boolean },
): Promise<Confirmed | Refusal> {
  const { answer, marker, patiently } = order;
  return ctx.db.write(async (tx) => {
    const question = await store.findQuestion(tx, order.questionId);
    if (!question) return refuse('notAQuestion');
    const now = ctx.clock.now();
    const refusal = judgeConfirmation(question, answer, marker, await ctx.settings.of(question.guildId), now);
    if (isRefusal(refusal) && !(patiently && refusal.refused === 'askerMayStillSay')) return refusal;
    await marks.addConfirmation(tx, {
      questionId: question.id,
      messageId: answer.messageId,
      memberId: marker.memberId,
      authorId: answer.authorId,
      at: now,
    });
    const next = await settleConfirmations(ctx, tx, question);
    const agreeing = (await marks.confirmationsOf(tx, question.id)).filter(
      ({ messageId }) => messageId === answer.messageId,
    );
    return { question: next, by: agreeing.length, needed: PEERS_NEEDED, solved: next.state === 'solved' };
  });
}

/** Takes a confirmation back; a provisional solution falls with it when too few are left. */
export async function withdrawConfirmation(
  ctx: Context,
  tx: Tx,
  question: Question,
  messageId: string,
  memberId: string | undefined,
): Promise<Question> {
  const about = { questionId: question.id, messageId };
  const dropped = await marks.dropConfirmations(tx, memberId === undefined ? about : { ...about, memberId });
  if (dropped === 0) return question;
  const left = (await marks.confirmationsOf(tx, question.id)).filter((one) => one.messageId === messageId);
  if (left.length >= PEERS_NEEDED) return question;
  return takeBackMarks(ctx, tx, question, {
    actorId: memberId ?? left[0]?.memberId ?? question.askerId,
    why: 'unmarked',
    which: (mark) => mark.way === 'peers' && mark.messageId === messageId,
  });
}

/** Solves provisionally what enough peers confirmed, if the asker is silent by now. */
export async function settleConfirmations(ctx: Context, tx: Tx, question: Question): Promise<Question> {
  if (question.state !== 'answered') return question;
  const now = ctx.clock.now();
  const all = await marks.confirmationsOf(tx, question.id);
  const agreed = all.find(
    ({ messageId, authorId }) =>
      askerIsSilent(question, timeOf(messageId), now) &&
      all.filter((one) => one.messageId === messageId && one.memberId !== authorId).length >= PEERS_NEEDED,
  );
  if (!agreed) return question;
  const settings = await ctx.settings.of(question.guildId);
  const { messageId, authorId: memberId } = agreed;
  const isStaff = await store.isStaffIn(tx, question.id, memberId);
  const last = all.filter((one) => one.messageId === messageId).at(-1)?.memberId ?? memberId;
  await marks.addMark(tx, {
    questionId: question.id,
    guildId: question.guildId,
    kind: 'solution',
    messageId,
    memberId,
    isStaff: isStaff ? 1 : 0,
    weight: weightOf(question, { memberId, isStaff }, settings.questions, PEERS_WEIGHT),
    markedBy: last,
    way: 'peers',
    markedAt: now,
    originQuestionId: null,
    originMessageId: null,
  });
  return settle(ctx, tx, question, settings, {
    actorId: last,
    why: 'replaced',
    messageId,
    memberId,
    way: 'peers',
  });
}

/** Looks for questions whose askers have been silent long enough meanwhile. */
export async function settleSilent(ctx: Context): Promise<void> {
  const waiting = await ctx.db.read((db) => store.confirmedUnsolved(db, PEERS_NEEDED));
  for (const { id } of waiting) {
    await ctx.db.write(async (tx) => {
      const question = await store.findQuestion(tx, id);
      if (question) await settleConfirmations(ctx, tx, question);
    });
  }
}
