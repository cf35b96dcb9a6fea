// /ambassadors, /ambassador term and /ambassador remove on Discord: who they are, one's own term, and its end for cause.
import type { View } from '../../core/actions.ts';
import { note } from '../../core/audit.ts';
import { isRefusal, type Refusal, refuse } from '../../core/context.ts';
import type { Call, Component, ComponentInteraction } from '../../discord/feature.ts';
import { slashCommand } from '../../discord/options.ts';
import { decide } from '../tiers/decision.discord.ts';
import { tierBefore } from '../tiers/service.ts';
import { activeOf } from '../tiers/store.ts';
import { takeStep } from './course.service.ts';
import { readRoll } from './list.service.ts';
import { rollView } from './list.view.ts';
import { MODERATORS, numberIn } from './nominating.discord.ts';
import { LONGEST_REASON } from './rules.ts';
import { type Step, steps, type Term } from './terms.rules.ts';
import { ambassadorSince, changeTerm, runningOf, termsOf } from './terms.store.ts';
import { answeredView, termView } from './terms.view.ts';

export const ambassadors = slashCommand({
  name: 'ambassadors',
  description: 'commands.ambassadors.description',
  topic: 'ambassadors',
  answers: 'privately',
  options: {},
  async run({ ctx, guildId, reading, commands }) {
    return rollView(reading, await readRoll(ctx, guildId), commands.mention(guildId, 'ambassador nominate'));
  },
});

export const ambassadorTerm = slashCommand({
  name: 'ambassador term',
  group: 'commands.ambassador.description',
  description: 'commands.ambassador.term.description',
  topic: 'ambassadors',
  answers: 'privately',
  options: {},
  async run(call) {
    const { ctx, guildId, member } = call;
    const [latest] = await ctx.db.read((db) => termsOf(db, guildId, member.id, 1));
    return latest ? showTerm(call, latest) : refuse('termNone');
  },
});

async function showTerm({ ctx, guildId, reading }: Call, term: Term, said?: string): Promise<View> {
  const { timeZone } = await ctx.settings.of(guildId);
  const since = await ctx.db.read((db) => ambassadorSince(db, term));
  const now = ctx.clock.now();
  return termView(reading, term, { since, now, timeZone, ...(said === undefined ? {} : { note: said }) });
}

export const ambassadorRemove = slashCommand({
  name: 'ambassador remove',
  group: 'commands.ambassador.description',
  description: 'commands.ambassador.remove.description',
  answers: 'privately',
  requires: MODERATORS,
  options: {
    member: { type: 'member', required: true, description: 'commands.ambassador.remove.options.member' },
    reason: {
      type: 'text',
      required: true,
      maxLength: LONGEST_REASON,
      description: 'commands.ambassador.remove.options.reason',
    },
  },
  /** The same journey as /demote, back to the tier held before; the end of the term says that it was for cause. */
  async run(call, { member, reason }) {
    const { ctx, guildId } = call;
    const memberId = member.user.id;
    const [term, held] = await ctx.db.read(async (db) => [
      await runningOf(db, guildId, memberId),
      await activeOf(db, guildId, memberId),
    ]);
    if (!term || !held) return refuse('notAnAmbassador');
    return decide(call, {
      direction: 'demote',
      chosen: member,
      reason,
      downward: { before: await ctx.db.read((db) => tierBefore(db, held)) },
      alongside: async (tx) => {
        await changeTerm(tx, term.id, { endedWhy: 'removed' });
        const deed = { guildId, actorId: call.member.id, action: 'ambassadors.removed', targetId: memberId };
        await note(tx, { ...deed, reason, details: { termId: term.id } }, ctx.clock.now());
      },
    });
  },
});

async function step(
  { ctx, guildId, member }: Call<ComponentInteraction>,
  [typed, wanted]: readonly string[],
): Promise<{ term: Term; step: Step } | Refusal> {
  const termId = numberIn(typed);
  const named = steps.find((one) => one === wanted);
  if (termId === undefined || !named) return refuse('outOfDate');
  const term = await takeStep(ctx, { guildId, memberId: member.id, termId, step: named });
  return isRefusal(term) ? term : { term, step: named };
}

export const termControls: readonly Component[] = [
  {
    action: 'term',
    answers: 'inPlace',
    async run(call, args) {
      const taken = await step(call, args);
      return isRefusal(taken) ? taken : answeredView(call.reading, taken.step, taken.term);
    },
  },
  {
    action: 'myTerm',
    answers: 'inPlace',
    async run(call, args) {
      const taken = await step(call, args);
      if (isRefusal(taken)) return taken;
      return showTerm(call, taken.term, call.reading.t(`ambassadors.term.done.${taken.step}`));
    },
  },
];
