// The word of peers: where the asker is gone or silent, two members of a tier solve a question provisionally.

import { type Context, type Refusal, refuse } from '../../core/context.ts';
import type { Tx } from '../../core/database.ts';
import { timeOf } from '../../core/snowflakes.ts';
import { isByLeftOut, remembered } from './authors.ts';
import {
  type Answer,
  judgeConfirmation,
  type Marker,
  PEERS_NEEDED,
  PEERS_WEIGHT,
  weightOf,
} from './marking.rules.ts';
import { takeBackMarks } from './marks.service.ts';
import * as marks from './marks.store.ts';
import { markBy } from './new-marks.rules.ts';
import { askerIsSilent, type Question } from './questions.rules.ts';
import { settle } from './settling.ts';
import { DISCORD } from './steps.ts';
import * as store from './store.ts';

export interface Confirmed {
  question: Question;
  /** How many confirmed this answer, and how many it takes. */
  by: number;
  needed: number;
  solved: boolean;
}

/**
 * Confirms an answer in the asker's place. `patiently`, as by ✅, it is remembered also while the asker may still say
 * something themselves, and counts once they are silent for long enough.
 */
export async function confirmSolution(
  ctx: Context,
  order: { questionId: string; answer: Answer; marker: Marker; patiently: boolean },
): Promise<Confirmed | Refusal> {
  const { marker, patiently } = order;
  return ctx.db.write(async (tx) => {
    const question = await store.findQuestion(tx, order.questionId);
    if (!question) return refuse('notAQuestion');
    const answer = remembered(ctx, tx, order.answer);
    if (await isByLeftOut(ctx, question.guildId, answer)) return refuse('authorLeftOut');
    const now = ctx.clock.now();
    const refusal = judgeConfirmation(question, answer, marker, await ctx.settings.of(question.guildId), now);
    const confirmation = {
      questionId: question.id,
      messageId: answer.messageId,
      memberId: marker.memberId,
      authorId: answer.authorId,
      at: now,
      byReaction: patiently ? 1 : 0,
    };
    // A ✅ on a settled question is judged once: it is no news when the question is open again.
    if (refusal?.refused === 'questionSettled' && patiently)
      await marks.addConfirmation(tx, { ...confirmation, setAside: 1 });
    if (refusal && !(patiently && refusal.refused === 'askerMayStillSay')) return refusal;
    await marks.addConfirmation(tx, { ...confirmation, setAside: 0 });
    const next = await settleConfirmations(ctx, tx, question);
    const agreeing = (await marks.liveConfirmationsOf(tx, question.id)).filter(
      ({ messageId }) => messageId === answer.messageId,
    );
    return { question: next, by: agreeing.length, needed: PEERS_NEEDED, solved: next.state === 'solved' };
  });
}

/** Why somebody could not confirm an answer in the asker's place now; nothing if they could. */
export async function whyNotConfirm(
  ctx: Context,
  questionId: string,
  answer: Answer,
  marker: Marker,
): Promise<Refusal | undefined> {
  const question = await ctx.db.read((db) => store.findQuestion(db, questionId));
  if (!question) return refuse('notAQuestion');
  return judgeConfirmation(
    question,
    answer,
    marker,
    await ctx.settings.of(question.guildId),
    ctx.clock.now(),
  );
}

/**
 * A ✅ was taken away, by one person or (nobody named) all of it: their mark is taken back (that of others who say the
 * same stands), and so is a provisional solution that has too few confirmations left.
 */
export async function withdrawReaction(
  ctx: Context,
  questionId: string,
  messageId: string,
  memberId: string | undefined,
): Promise<void> {
  await ctx.db.write(async (tx) => {
    const question = await store.findQuestion(tx, questionId);
    if (!question) return;
    const whose = memberId === undefined ? { questionId, messageId } : { questionId, messageId, memberId };
    const byReaction = (await marks.liveMarksOn(tx, messageId)).filter(
      (mark) => mark.way === 'reaction' && (memberId === undefined || mark.markedBy === memberId),
    );
    const people = new Set(byReaction.map(({ markedBy }) => markedBy));
    await marks.noteUnreacted(tx, whose);
    const dropped = await marks.dropConfirmations(tx, whose);
    const left = (await marks.liveConfirmationsOf(tx, questionId)).filter(
      (one) => one.messageId === messageId,
    );
    const tooFew = dropped > 0 && left.length < PEERS_NEEDED;
    await takeBackMarks(ctx, tx, question, {
      actorId: memberId ?? DISCORD,
      why: 'unreacted',
      which: (mark) =>
        mark.messageId === messageId && (people.has(mark.markedBy) || (tooFew && mark.way === 'peers')),
    });
  });
}

/** Solves provisionally what enough peers confirmed, if the asker is silent by now. */
export async function settleConfirmations(ctx: Context, tx: Tx, question: Question): Promise<Question> {
  if (question.state !== 'answered') return question;
  const now = ctx.clock.now();
  const all = await marks.liveConfirmationsOf(tx, question.id);
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
    ...markBy(question, { memberId: last }, 'peers', now),
    kind: 'solution',
    messageId,
    memberId,
    isStaff: isStaff ? 1 : 0,
    weight: weightOf(question, { memberId, isStaff }, settings.questions, PEERS_WEIGHT),
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
