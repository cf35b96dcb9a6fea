// Reviewing a candidate: a thread for staff with the dossier and the votes, and what comes of it.
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { note } from '../../core/audit.ts';
import { type Context, type Refusal, refuse } from '../../core/context.ts';
import type { Reader, Tx } from '../../core/database.ts';
import type { Settled } from '../../core/outbox-settling.ts';
import { readSettings } from '../../core/settings.ts';
import { answerWaitsView } from './consent.view.ts';
import { type Dossier, readDossier } from './dossier.service.ts';
import { owed, post, publicly, refOf, takeAway, wordsOf } from './posts.ts';
import { cardView, starterView } from './review.view.ts';
import {
  type Choice,
  daysFrom,
  judgeStart,
  judgeVerdict,
  judgeVote,
  LONGEST_FEEDBACK,
  LONGEST_REASON,
  type Nomination,
  type Verdict,
  type Vote,
} from './rules.ts';
import * as store from './store.ts';

export interface Review {
  dossier: Dossier;
  nomination: Nomination;
  votes: readonly Vote[];
  quorum: number;
  minDays: number;
}

/** Opens a review: owes its first message, from which the thread and the card follow. Returns the effect's id. */
export async function startReview(
  ctx: Context,
  { guildId, id, moderatorId, name }: { guildId: string; id: number; moderatorId: string; name: string },
): Promise<number | Refusal> {
  const reading = await publicly(ctx, guildId);
  return ctx.db.write(async (tx) => {
    const nomination = await store.findNomination(tx, guildId, id);
    if (!nomination) return refuse('outOfDate');
    const { reviewChannelId: channelId } = (await readSettings(tx, guildId)).ambassadors;
    const underWay = await store.countReviewing(tx, guildId);
    const no = judgeStart(nomination, { moderatorId, underWay, channelId });
    if (no || channelId === undefined) return no ?? refuse('reviewChannelNone');
    const now = ctx.clock.now();
    await store.changeNomination(tx, id, {
      state: 'reviewing',
      reviewStartedAt: now,
      threadId: null,
      messageId: null,
    });
    const action = 'ambassadors.reviewStarted';
    await note(tx, { guildId, actorId: moderatorId, action, targetId: nomination.candidateId }, now);
    const view = starterView(reading, nomination);
    return post(ctx, tx, { guildId, channelId, view, purpose: 'review', id, mark: now, words: name });
  });
}

const sent = z.object({ messageId: z.string() });
const opened = z.object({ threadId: z.string() });

/** The first message stands: the thread is opened on it. */
export async function reviewPosted(ctx: Context, tx: Tx, id: number, settled: Settled): Promise<void> {
  const nomination = await store.nominationById(tx, id);
  const { channelId } = z.object({ channelId: z.string() }).parse(JSON.parse(settled.effect.payload));
  const messageId = sent.safeParse(settled.answer).data?.messageId;
  if (!nomination) return;
  const { guildId } = nomination;
  if (messageId === undefined) return reviewFailed(ctx, tx, nomination, settled);
  // Withdrawn meanwhile: nothing is to be reviewed.
  if (nomination.state !== 'reviewing') return takeAway(ctx, tx, { guildId, channelId, messageId });
  const name = await nameOfThread(ctx, nomination, wordsOf(settled.effect));
  await ctx.outbox.enqueue(tx, {
    kind: 'openThread',
    guildId,
    payload: { channelId, messageId, name },
    dedupeKey: `${refOf('thread', id)}:${messageId}`,
    lane: `ambassadors:${channelId}`,
    ref: refOf('thread', id),
  });
}

/** Discord's limit for the name of a thread, in characters. */
const LONGEST_NAME = 100;

async function nameOfThread(ctx: Context, { guildId }: Nomination, name: string): Promise<string> {
  const reading = await publicly(ctx, guildId);
  return [...reading.t('ambassadors.review.thread', { name })].slice(0, LONGEST_NAME).join('');
}

/** The thread is open: the card with the dossier and the votes goes into it. */
export async function threadOpened(ctx: Context, tx: Tx, id: number, settled: Settled): Promise<void> {
  const nomination = await store.nominationById(tx, id);
  const threadId = opened.safeParse(settled.answer).data?.threadId;
  if (nomination?.state !== 'reviewing') return;
  if (threadId === undefined) return reviewFailed(ctx, tx, nomination, settled);
  await store.changeNomination(tx, id, { threadId });
  const { guildId } = nomination;
  const view = await currentCard(ctx, tx, { ...nomination, threadId });
  await post(ctx, tx, { guildId, channelId: threadId, view, purpose: 'card', id, mark: threadId });
}

export async function cardPosted(ctx: Context, tx: Tx, id: number, settled: Settled): Promise<void> {
  const nomination = await store.nominationById(tx, id);
  const messageId = sent.safeParse(settled.answer).data?.messageId;
  if (!nomination) return;
  if (messageId === undefined) {
    // Only the card itself; where a later change of it could not be shown, the review goes on.
    if (settled.effect.kind === 'send') await reviewFailed(ctx, tx, nomination, settled);
    return;
  }
  await store.changeNomination(tx, id, { messageId });
  await refreshCard(ctx, tx, id);
}

/** Discord would not have it: the candidate waits for a review as before. */
async function reviewFailed(
  ctx: Context,
  tx: Tx,
  nomination: Nomination,
  { failure }: Settled,
): Promise<void> {
  if (nomination.state !== 'reviewing') return;
  const { id, guildId, candidateId } = nomination;
  await store.changeNomination(tx, id, {
    state: 'accepted',
    reviewStartedAt: null,
    threadId: null,
    messageId: null,
  });
  const action = 'ambassadors.reviewFailed';
  const deed = { guildId, actorId: 'discord', action, targetId: candidateId, details: { failure } };
  await note(tx, deed, ctx.clock.now());
}

/** Draws the card anew, as things are now; what is drawn already is not drawn twice. */
export async function refreshCard(ctx: Context, tx: Tx, id: number): Promise<void> {
  const nomination = await store.nominationById(tx, id);
  if (!nomination || nomination.threadId === null || nomination.messageId === null) return;
  const view = owed(await currentCard(ctx, tx, nomination));
  const hash = createHash('sha256').update(JSON.stringify(view)).digest('hex').slice(0, 16);
  const { guildId, threadId: channelId, messageId } = nomination;
  await ctx.outbox.enqueue(tx, {
    kind: 'edit',
    guildId,
    payload: { channelId, messageId, view },
    dedupeKey: `${refOf('card', id)}:${hash}`,
    lane: `ambassadors:${channelId}`,
    ref: refOf('card', id),
  });
}

async function currentCard(ctx: Context, db: Reader, nomination: Nomination) {
  return cardView(await publicly(ctx, nomination.guildId), await readReview(ctx, db, nomination));
}

async function readReview(ctx: Context, db: Reader, nomination: Nomination): Promise<Review> {
  const { guildId, candidateId, id } = nomination;
  const { quorum, minDays } = (await readSettings(db, guildId)).ambassadors;
  return {
    dossier: await readDossier(ctx, db, guildId, candidateId, nomination),
    nomination,
    votes: await store.votesOn(db, id),
    quorum,
    minDays,
  };
}

export interface Voter {
  guildId: string;
  id: number;
  memberId: string;
  isStaff: boolean;
}

/** Why somebody cannot vote in a review; nothing if they can. */
export async function mayVote(ctx: Context, voter: Voter): Promise<Refusal | undefined> {
  const nomination = await ctx.db.read((db) => store.findNomination(db, voter.guildId, voter.id));
  return nomination ? judgeVote(nomination, voter) : refuse('outOfDate');
}

/** Writes down what somebody says, with their reason; who said something else before, has changed it. */
export async function castVote(
  ctx: Context,
  voter: Voter & { choice: Choice; reason: string },
): Promise<'new' | 'changed' | 'same' | Refusal> {
  const { guildId, id, memberId, choice } = voter;
  const reason = voter.reason.trim().slice(0, LONGEST_REASON);
  return ctx.db.write(async (tx) => {
    const nomination = await store.findNomination(tx, guildId, id);
    if (!nomination) return refuse('outOfDate');
    const no = judgeVote(nomination, voter);
    if (no) return no;
    if (reason === '') return refuse('voteReasonMissing');
    const now = ctx.clock.now();
    const before = (await store.votesOn(tx, id)).find((vote) => vote.memberId === memberId);
    if (before?.vote === choice && before.reason === reason) return 'same';
    await store.saveVote(tx, { nominationId: id, memberId, vote: choice, reason, at: now });
    await note(
      tx,
      {
        guildId,
        actorId: memberId,
        action: before ? 'ambassadors.voteChanged' : 'ambassadors.voted',
        targetId: nomination.candidateId,
        reason,
        details: { nominationId: id, from: before?.vote, because: before?.reason, to: choice },
      },
      now,
    );
    await refreshCard(ctx, tx, id);
    return before ? 'changed' : 'new';
  });
}

export interface VerdictOrder {
  guildId: string;
  id: number;
  moderatorId: string;
  verdict: Verdict;
}

/** The review as it can be decided now, or why it cannot. */
export async function reviewToDecide(
  ctx: Context,
  db: Reader,
  { guildId, id, moderatorId, verdict }: VerdictOrder,
): Promise<Nomination | Refusal> {
  const nomination = await store.findNomination(db, guildId, id);
  if (!nomination) return refuse('outOfDate');
  const { ambassadors } = await readSettings(db, guildId);
  const about = { verdict, moderatorId, now: ctx.clock.now() };
  return judgeVerdict(nomination, await store.votesOn(db, id), about, ambassadors) ?? nomination;
}

/** A decision to promote waits for Discord: until then there are no votes and no other decision. */
export async function notePromotion(
  ctx: Context,
  tx: Tx,
  { id, moderatorId, promotionId }: { id: number; moderatorId: string; promotionId: number },
): Promise<void> {
  const decidedAt = ctx.clock.now();
  await store.changeNomination(tx, id, { promotionId, decidedAt, decidedBy: moderatorId });
  await refreshCard(ctx, tx, id);
}

/** Answers with feedback and a date; the candidate is told that there is an answer, and reads it alone. */
export async function answerNotYet(
  ctx: Context,
  order: Omit<VerdictOrder, 'verdict'> & { feedback: string; days: number },
): Promise<Nomination | Refusal> {
  const { guildId, id, moderatorId, days } = order;
  const feedback = order.feedback.trim().slice(0, LONGEST_FEEDBACK);
  if (feedback === '') return refuse('feedbackMissing');
  const reading = await publicly(ctx, guildId);
  return ctx.db.write(async (tx) => {
    const nomination = await reviewToDecide(ctx, tx, { guildId, id, moderatorId, verdict: 'notYet' });
    if ('refused' in nomination) return nomination;
    const now = ctx.clock.now();
    const decided = { decidedAt: now, decidedBy: moderatorId, feedback, againAt: daysFrom(now, days) };
    await store.changeNomination(tx, id, { state: 'notYet', ...decided });
    const { candidateId, channelId } = nomination;
    const deed = { guildId, actorId: moderatorId, targetId: candidateId, reason: feedback };
    await note(tx, { ...deed, action: 'ambassadors.notYet', details: { nominationId: id, days } }, now);
    await refreshCard(ctx, tx, id);
    const view = answerWaitsView(reading, candidateId);
    await post(ctx, tx, { guildId, channelId, view, purpose: 'answer', id });
    return { ...nomination, state: 'notYet', ...decided };
  });
}
