// Nominating: somebody names a member or applies, the candidate says yes or no, adds words, or withdraws.
import { note } from '../../core/audit.ts';
import { type Context, type Refusal, refuse } from '../../core/context.ts';
import type { Tx } from '../../core/database.ts';
import type { NominationState } from '../../core/standing-tables.ts';
import { currentTier } from '../tiers/store.ts';
import { consentedView, consentView } from './consent.view.ts';
import { LAUREL, owed, post, publicly, takeAway } from './posts.ts';
import { refreshCard } from './reviews.service.ts';
import {
  ANSWER_DAYS,
  ambassadorTier,
  type CandidateFacts,
  daysFrom,
  judgeAnswer,
  judgeNomination,
  judgeOwn,
  LONGEST_STATEMENT,
  LONGEST_WHY,
  NOMINATING_DAYS,
  type Nomination,
} from './rules.ts';
import * as store from './store.ts';
import { runningOf } from './terms.store.ts';

export interface NominationOrder {
  guildId: string;
  channelId: string;
  nominatorId: string;
  candidate: Omit<CandidateFacts, 'isAmbassador'>;
  why: string;
}

export interface Nominated {
  nomination: Nomination;
  /** The question to the candidate, which is owed to Discord; none for who applied. */
  effectId: number | undefined;
}

/** Nominates somebody, or lets them apply. The candidate is asked in the channel where it was said. */
export async function nominate(ctx: Context, order: NominationOrder): Promise<Nominated | Refusal> {
  const { guildId, channelId, nominatorId, candidate } = order;
  const candidateId = candidate.memberId;
  const why = order.why.trim().slice(0, LONGEST_WHY);
  const tier = ambassadorTier((await ctx.settings.of(guildId)).tiers);
  const reading = await publicly(ctx, guildId);
  return ctx.db.write(async (tx) => {
    const now = ctx.clock.now();
    const held = await currentTier(tx, guildId, candidateId);
    const isAmbassador =
      (await runningOf(tx, guildId, candidateId)) !== undefined ||
      (tier !== undefined && held?.tier === tier.key);
    const [latest] = await store.nominationsOf(tx, guildId, candidateId, 1);
    const nominatedLately = await store.countNominated(
      tx,
      guildId,
      nominatorId,
      daysFrom(now, -NOMINATING_DAYS),
    );
    const no = judgeNomination({
      nominatorId,
      candidate: { ...candidate, isAmbassador },
      why,
      hasTier: tier !== undefined,
      latest,
      nominatedLately,
      now,
    });
    if (no) return no;
    if (await ctx.people.isLeftOut(guildId, candidateId)) return refuse('memberLeftOut');
    const applies = candidateId === nominatorId;
    const nomination = await store.addNomination(tx, {
      guildId,
      channelId,
      candidateId,
      nominatorId,
      why,
      state: applies ? 'accepted' : 'asked',
      createdAt: now,
      answeredAt: applies ? now : null,
    });
    const action = applies ? 'ambassadors.applied' : 'ambassadors.nominated';
    await note(tx, { guildId, actorId: nominatorId, action, targetId: candidateId, reason: why }, now);
    if (applies) return { nomination, effectId: undefined };
    const view = consentView(reading, nomination);
    const effectId = await post(ctx, tx, { guildId, channelId, view, purpose: 'consent', id: nomination.id });
    return { nomination, effectId };
  });
}

export interface Own {
  guildId: string;
  memberId: string;
}

/** The candidate's yes or no. After a no nothing of it is left to see; a yes said `elsewhere` shows where they were asked. */
export async function answer(
  ctx: Context,
  {
    guildId,
    memberId,
    id,
    says,
    elsewhere = false,
  }: Own & { id: number; says: 'yes' | 'no'; elsewhere?: boolean },
): Promise<Nomination | Refusal> {
  return ctx.db.write(async (tx) => {
    const nomination = await store.findNomination(tx, guildId, id);
    if (!nomination) return refuse('outOfDate');
    const no = judgeAnswer(nomination, memberId);
    if (no) return no;
    const now = ctx.clock.now();
    if (says === 'no') {
      await close(ctx, tx, nomination, 'declined', memberId);
    } else {
      await store.changeNomination(tx, id, { state: 'accepted', answeredAt: now });
      await note(tx, { guildId, actorId: memberId, action: 'ambassadors.accepted', targetId: memberId }, now);
      if (elsewhere) await showYes(ctx, tx, nomination);
    }
    return { ...nomination, state: says === 'no' ? 'declined' : 'accepted' };
  });
}

async function showYes(ctx: Context, tx: Tx, nomination: Nomination): Promise<void> {
  const { guildId, channelId, messageId, candidateId, id } = nomination;
  if (messageId === null) return;
  const view = owed(consentedView(await publicly(ctx, guildId), candidateId));
  await ctx.outbox.enqueue(tx, {
    kind: 'edit',
    guildId,
    payload: { channelId, messageId, view },
    dedupeKey: `ambassadors:yes:${id}`,
    lane: `ambassadors:${channelId}`,
  });
}

/** What the candidate adds to their dossier; no words take it out again. */
export async function addStatement(
  ctx: Context,
  { guildId, memberId, words }: Own & { words: string },
): Promise<Refusal | undefined> {
  return ctx.db.write(async (tx) => {
    const nomination = await store.openOf(tx, guildId, memberId);
    const no = judgeOwn(nomination);
    if (no || !nomination) return no;
    const statement = words.trim().slice(0, LONGEST_STATEMENT);
    await store.changeNomination(tx, nomination.id, { statement: statement === '' ? null : statement });
    await refreshCard(ctx, tx, nomination.id);
    return undefined;
  });
}

/** The candidate wants to be none any more. */
export async function withdraw(ctx: Context, { guildId, memberId }: Own): Promise<Refusal | undefined> {
  return ctx.db.write(async (tx) => {
    const nomination = await store.openOf(tx, guildId, memberId);
    const no = judgeOwn(nomination);
    if (no || !nomination) return no;
    await close(ctx, tx, nomination, 'withdrawn', memberId);
    return undefined;
  });
}

/** Somebody left: they are no candidate any more, and nobody waits for their answer. */
export async function candidateLeft(ctx: Context, { guildId, memberId }: Own): Promise<void> {
  await ctx.db.write(async (tx) => {
    const nomination = await store.openOf(tx, guildId, memberId);
    if (nomination) await close(ctx, tx, nomination, 'withdrawn', memberId);
  });
}

/** Candidates who never answered are not waited for any longer. */
export async function expireUnanswered(ctx: Context): Promise<void> {
  const before = daysFrom(ctx.clock.now(), -ANSWER_DAYS);
  for (const { id } of await ctx.db.read((db) => store.askedBefore(db, before))) {
    await ctx.db.write(async (tx) => {
      const nomination = await store.nominationById(tx, id);
      if (nomination?.state === 'asked') await close(ctx, tx, nomination, 'expired', LAUREL);
    });
  }
}

type Closed = Extract<NominationState, 'declined' | 'withdrawn' | 'expired'>;

/** Ends a nomination without a decision of the reviewers; the question to the candidate goes, the card says it. */
export async function close(
  ctx: Context,
  tx: Tx,
  nomination: Nomination,
  state: Closed,
  actorId: string,
): Promise<void> {
  const { id, guildId, candidateId, channelId, messageId } = nomination;
  const now = ctx.clock.now();
  await store.changeNomination(tx, id, { state, decidedAt: now, decidedBy: actorId });
  await note(tx, { guildId, actorId, action: `ambassadors.${state}`, targetId: candidateId }, now);
  if (nomination.state !== 'reviewing' && messageId !== null)
    await takeAway(ctx, tx, { guildId, channelId, messageId });
  if (nomination.state === 'reviewing') await refreshCard(ctx, tx, id);
}
