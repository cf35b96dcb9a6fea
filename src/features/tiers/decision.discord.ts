// /promote and /demote on Discord: facts in, a decision, and what became of it.
import { type GuildMember, PermissionFlagsBits } from 'discord.js';
import type { BotFacts, RoleFacts, View } from '../../core/actions.ts';
import type { Refusal } from '../../core/context.ts';
import type { Tier } from '../../core/settings.ts';
import type { Reading } from '../../core/texts.ts';
import type { Call } from '../../discord/feature.ts';
import { type Autocomplete, type MemberOption, slashCommand } from '../../discord/options.ts';
import { MAY_CREATE_ROLES } from './creation.discord.ts';
import { type DecisionAnswer, decisionView } from './decision.view.ts';
import { compare } from './drift.ts';
import { botFacts, candidateFacts, moderatorFacts, rolesOf } from './facts.discord.ts';
import { judgeReach, judgeRole, type RoleObstacle } from './roles.rules.ts';
import { findTier, isObstacle, type Move, type Obstacle, type Progress } from './rules.ts';
import * as service from './service.ts';
import * as store from './store.ts';
import {
  explain,
  refusalFor,
  tierName,
  tierNameByKey,
  underWayView,
  type Wording,
  withoutRoleView,
} from './view.ts';
import { publicReading, wordingFor } from './wording.discord.ts';

/** Longest reason, in characters: a few sentences that people read in a profile. */
const LONGEST_REASON = 300;
/** Longest that Discord's audit log takes, in characters. */
const LONGEST_ON_DISCORD = 512;
const suggestTiers: Autocomplete = async ({ ctx, guildId, reading, typed }) => {
  const { tiers: ladder } = await ctx.settings.of(guildId);
  const wanted = typed.trim().toLowerCase();
  return ladder
    .map((tier) => ({ name: tierName(tier, reading), value: tier.key }))
    .filter(({ name, value }) => name.toLowerCase().includes(wanted) || value.includes(wanted));
};

export const promote = slashCommand({
  name: 'promote',
  description: 'commands.promote.description',
  answers: 'privately',
  requires: PermissionFlagsBits.ManageRoles,
  options: {
    member: { type: 'member', required: true, description: 'commands.promote.options.member' },
    reason: {
      type: 'text',
      required: true,
      maxLength: LONGEST_REASON,
      description: 'commands.promote.options.reason',
    },
    tier: {
      type: 'text',
      maxLength: 50,
      autocomplete: suggestTiers,
      description: 'commands.promote.options.tier',
    },
  },
  run: (call, { member, reason, tier }) =>
    decide(call, { direction: 'promote', chosen: member, reason, tier }),
});

export const demote = slashCommand({
  name: 'demote',
  description: 'commands.demote.description',
  answers: 'privately',
  requires: PermissionFlagsBits.ManageRoles,
  options: {
    member: { type: 'member', required: true, description: 'commands.demote.options.member' },
    reason: {
      type: 'text',
      required: true,
      maxLength: LONGEST_REASON,
      description: 'commands.demote.options.reason',
    },
  },
  run: (call, { member, reason }) => decide(call, { direction: 'demote', chosen: member, reason }),
});

/** What a moderator asks for; what else is looked at and written down with it, where another feature leads to it. */
export interface Asked extends Pick<service.Order, 'downward' | 'unless' | 'alongside'> {
  direction: Move['direction'];
  chosen: MemberOption;
  reason: string;
  tier?: string | undefined;
}

/** The journey of a decision, from "one moment" to what came of it. */
export async function decide(call: Call, asked: Asked): Promise<View | Refusal> {
  const { ctx, guildId, member: moderator } = call;
  const { guild } = moderator;
  const { user, member: chosen } = asked.chosen;
  const [latest] = await ctx.db.read((db) => store.promotionsOf(db, guildId, user.id, 1));
  await call.progress(underWayView(call.reading, user.id));
  if (chosen) await compare(ctx, guildId, user.id, [...chosen.roles.cache.keys()]);

  const wording = await wordingFor(call);
  const { ladder } = wording;
  const publicly = await publicReading(call);
  const namesOf = (tier: Tier) => [tierName(tier, call.reading), tierName(tier, publicly)];
  const wanted = asked.tier === undefined ? undefined : findTier(ladder, asked.tier, namesOf);
  const reason = asked.reason.trim();
  const decided =
    judgeWords(asked, reason, wanted) ??
    (await service.decide(ctx, {
      guildId,
      direction: asked.direction,
      moderator: moderatorFacts(moderator),
      candidate: candidateFacts(user, chosen),
      bot: await botFacts(guild),
      roles: rolesOf(guild),
      wanted,
      reason,
      seen: latest?.id,
      language: publicly.locale,
      downward: asked.downward,
      ...(asked.unless && { unless: asked.unless }),
      ...(asked.alongside && { alongside: asked.alongside }),
      onDiscord: (move) => onDiscord(publicly, move, { ladder, moderator, reason }),
    }));
  if (isObstacle(decided)) return refusal(call, decided, wording);

  const { move, before } = decided;
  const report = await service.reportOn(ctx, decided);
  const { announcementChannelId } = await ctx.settings.of(guildId);
  return decisionView(
    {
      memberId: user.id,
      move,
      reason,
      report,
      oldRole: move.remove?.name,
      announcementChannelId,
      why: {
        decision: move.add
          ? await whyRefused(call, report.decision, move.add, judgeRole, wording)
          : await whyRefused(call, report.decision, move.remove, judgeReach, wording),
        oldRole: await whyRefused(call, report.oldRole, move.remove, judgeReach, wording),
        announcement:
          report.announcement?.is === 'failed'
            ? call.reading.t(`failure.${report.announcement.why}`)
            : undefined,
      },
      before: before && lessonOf(before, call.reading),
    },
    wording,
  );
}

/** What can be said about the words alone, before anybody's rights are looked at. */
function judgeWords({ tier }: Asked, reason: string, wanted: Tier | undefined): Obstacle | undefined {
  if (reason === '') return { no: 'reasonMissing' };
  if (tier !== undefined && !wanted) return { no: 'tierUnknown', typed: tier };
  return undefined;
}

/** The no; where a tier lacks its role and the moderator may make one, with a button that does. */
function refusal(call: Call, obstacle: Obstacle, wording: Wording): View | Refusal {
  const mayCreate = call.interaction.memberPermissions.has(MAY_CREATE_ROLES);
  const lacksRole = obstacle.no === 'tierWithoutRole' || obstacle.no === 'roleGone';
  return lacksRole && mayCreate
    ? withoutRoleView(explain(obstacle, wording), call.reading)
    : refusalFor(obstacle, wording);
}

/** Why Discord refused a role, as exactly as the server's state now tells; else as Discord put it. */
async function whyRefused(
  { member: { guild }, reading }: Call,
  progress: Progress | undefined,
  role: RoleFacts | undefined,
  judge: (role: RoleFacts | undefined, bot: BotFacts) => RoleObstacle | undefined,
  wording: Wording,
): Promise<string | undefined> {
  if (progress?.is !== 'failed') return undefined;
  const now = role && rolesOf(guild).get(role.id);
  const obstacle = progress.why === 'unknownMember' ? undefined : judge(now, await botFacts(guild));
  if (obstacle) return explain(obstacle, wording);
  return reading.t('tiers.saidNo', { why: reading.t(`failure.${progress.why}`) });
}

/** What the moderator should know of the decision before: that it failed, or that the member had left. */
function lessonOf(before: store.Promotion, reading: Reading): DecisionAnswer['before'] {
  const { state, failure, endedAt, settledAt, tier } = before;
  const why = store.failureOf(before);
  if (state === 'failed' && why)
    return { was: 'failed', at: settledAt ?? before.createdAt, why: reading.t(`failure.${why}`) };
  if (state === 'ended' && failure === 'left' && tier !== null && endedAt !== null)
    return { was: 'left', at: endedAt, tier };
  return undefined;
}

function onDiscord(
  reading: Reading,
  move: Move,
  { ladder, moderator, reason }: { ladder: readonly Tier[]; moderator: GuildMember; reason: string },
): string {
  const name = (key: string | undefined) => (key === undefined ? '' : tierNameByKey(ladder, key, reading));
  const text = reading.t(`tiers.onDiscord.${move.direction}`, {
    tier: name(move.tier),
    from: name(move.from?.tier),
    moderator: moderator.user.username,
    reason,
  });
  return [...text].slice(0, LONGEST_ON_DISCORD).join('');
}
