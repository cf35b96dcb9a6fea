// /ambassador candidates and the review on Discord: opened, voted in, and decided.
import type { View } from '../../core/actions.ts';
import { isRefusal, type Refusal, refuse } from '../../core/context.ts';
import { textView } from '../../core/views.ts';
import type { Answer, Call, Component, ComponentInteraction } from '../../discord/feature.ts';
import { slashCommand } from '../../discord/options.ts';
import { decide } from '../tiers/decision.discord.ts';
import { readCandidates } from './list.service.ts';
import { candidatesView } from './list.view.ts';
import { MODERATORS, memberHere, numberIn, wordsIn } from './nominating.discord.ts';
import { day } from './pieces.view.ts';
import { feedbackForm, voteForm } from './review.view.ts';
import {
  answerNotYet,
  castVote,
  mayVote,
  notePromotion,
  reviewToDecide,
  startReview,
  type Voter,
} from './reviews.service.ts';
import { againDays, ambassadorTier, type Choice, choices, MOST_AGAIN_DAYS } from './rules.ts';
import { nominationById } from './store.ts';

type Press = Call<ComponentInteraction>;

/** How long it is waited for the thread of a review, in ms. */
const PATIENCE_MS = 5_000;

export const ambassadorCandidates = slashCommand({
  name: 'ambassador candidates',
  group: 'commands.ambassador.description',
  description: 'commands.ambassador.candidates.description',
  answers: 'privately',
  requires: MODERATORS,
  options: {},
  run: (call) => showCandidates(call),
});

async function showCandidates({ ctx, guildId, reading }: Call, note?: string): Promise<View> {
  return candidatesView(reading, await readCandidates(ctx, guildId), note);
}

async function start(call: Press, [typed]: readonly string[]): Promise<View | Refusal> {
  const { ctx, guildId, member, reading } = call;
  const id = numberIn(typed) ?? 0;
  const nomination = await ctx.db.read((db) => nominationById(db, id));
  const candidate = nomination && (await memberHere(member, nomination.candidateId));
  if (!candidate) return refuse('notAMember');
  const name = candidate.displayName;
  const effectId = await startReview(ctx, { guildId, id, moderatorId: member.id, name });
  if (isRefusal(effectId)) return effectId;
  await ctx.outbox.whenSettled([effectId], PATIENCE_MS);
  const now = await ctx.db.read((db) => nominationById(db, id));
  return now?.state === 'reviewing'
    ? showCandidates(call, reading.t('ambassadors.review.started'))
    : refuse('reviewNotOpened');
}

/** Staff are moderators, and whoever has one of the roles that the server chose as its staff. */
async function voterOf({ ctx, guildId, member, interaction }: Press, id: number): Promise<Voter> {
  const { staffRoleIds } = (await ctx.settings.of(guildId)).questions;
  const isStaff =
    interaction.memberPermissions.has(MODERATORS) ||
    member.roles.cache.some(({ id: roleId }) => staffRoleIds.includes(roleId));
  return { guildId, id, memberId: member.id, isStaff };
}

const isChoice = (name: string | undefined): name is Choice => choices.some((choice) => choice === name);

async function askForReason(call: Press, [typed, choice]: readonly string[]): Promise<Answer> {
  const id = numberIn(typed);
  if (id === undefined || !isChoice(choice)) return refuse('outOfDate');
  return (await mayVote(call.ctx, await voterOf(call, id))) ?? { form: voteForm(call.reading, id, choice) };
}

async function vote(call: Press, [typed, choice]: readonly string[]): Promise<Answer> {
  const { ctx, reading } = call;
  const id = numberIn(typed);
  if (id === undefined || !isChoice(choice)) return refuse('outOfDate');
  const reason = wordsIn(call, 'reason');
  const cast = await castVote(ctx, { ...(await voterOf(call, id)), choice, reason });
  if (isRefusal(cast)) return cast;
  return textView(
    reading.t(`ambassadors.vote.cast.${cast}`, { vote: reading.t(`ambassadors.vote.${choice}`) }),
  );
}

/** The same journey as /promote; the review is looked at again in its transaction. */
async function promote(call: Press, [typed]: readonly string[]): Promise<View | Refusal> {
  const { ctx, guildId, member } = call;
  const order = { guildId, id: numberIn(typed) ?? 0, moderatorId: member.id, verdict: 'promote' } as const;
  const nomination = await ctx.db.read((db) => reviewToDecide(ctx, db, order));
  if (isRefusal(nomination)) return nomination;
  const tier = ambassadorTier((await ctx.settings.of(guildId)).tiers);
  if (!tier) return refuse('ambassadorTierNone');
  const candidate = await memberHere(member, nomination.candidateId);
  if (!candidate) return refuse('notAMember');
  return decide(call, {
    direction: 'promote',
    chosen: { user: candidate.user, member: candidate },
    reason: nomination.why,
    tier: tier.key,
    unless: async (tx) =>
      isRefusal(await reviewToDecide(ctx, tx, order)) ? { no: 'decidedMeanwhile' } : undefined,
    alongside: (tx, promotionId) => notePromotion(ctx, tx, { ...order, promotionId }),
  });
}

async function askForFeedback(call: Press, [typed]: readonly string[]): Promise<Answer> {
  const { ctx, guildId, member, reading } = call;
  const id = numberIn(typed) ?? 0;
  const order = { guildId, id, moderatorId: member.id, verdict: 'notYet' } as const;
  const nomination = await ctx.db.read((db) => reviewToDecide(ctx, db, order));
  return isRefusal(nomination) ? nomination : { form: feedbackForm(reading, id) };
}

async function sayNotYet(call: Press, [typed]: readonly string[]): Promise<Answer> {
  const { ctx, guildId, member, reading } = call;
  const days = againDays(wordsIn(call, 'days'));
  if (days === undefined) return refuse('againDaysUnfit', { most: MOST_AGAIN_DAYS });
  const answered = await answerNotYet(ctx, {
    guildId,
    id: numberIn(typed) ?? 0,
    moderatorId: member.id,
    feedback: wordsIn(call, 'feedback'),
    days,
  });
  if (isRefusal(answered)) return answered;
  return textView(reading.t('ambassadors.answer.given', { when: day(answered.againAt ?? ctx.clock.now()) }));
}

export const reviewControls: readonly Component[] = [
  { action: 'candidates', answers: 'inPlace', requires: MODERATORS, run: (call) => showCandidates(call) },
  { action: 'start', answers: 'inPlace', requires: MODERATORS, run: start },
  { action: 'vote', answers: 'privately', run: askForReason },
  { action: 'voted', answers: 'privately', run: vote },
  { action: 'promote', answers: 'privately', requires: MODERATORS, run: promote },
  { action: 'notYet', answers: 'privately', requires: MODERATORS, run: askForFeedback },
  { action: 'answered', answers: 'privately', requires: MODERATORS, run: sayNotYet },
];
