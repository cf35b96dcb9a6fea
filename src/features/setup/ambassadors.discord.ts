// The settings of Ambassadors on Discord: each pick is one change.
import { refuse } from '../../core/context.ts';
import type { Answer, Call, ComponentInteraction } from '../../discord/feature.ts';
import { moderatorFacts } from '../tiers/facts.discord.ts';
import { judgeRole } from '../tiers/roles.rules.ts';
import {
  chooseNumber,
  handOver,
  honourWith,
  isHanded,
  QUORUMS,
  REVIEW_DAYS,
  reviewIn,
  TERM_MONTHS,
} from './ambassadors.rules.ts';
import { apply, decline, look, picked, sectionPage } from './editing.discord.ts';
import { canAnnounce, isMendable } from './rules.ts';
import { roleRefusal } from './values.view.ts';

type Press = Call<ComponentInteraction>;
const page = sectionPage('ambassadors');

export async function setReviews(call: Press): Promise<Answer> {
  const [id] = picked(call);
  if (id === undefined) return apply(call, reviewIn(undefined), page);
  const channel = (await look(call)).server.channels.get(id);
  if (!channel || !canAnnounce(channel))
    return decline(call, page, [{ refusal: refuse('channelUnfit', { channel: `<#${id}>` }) }]);
  return apply(call, reviewIn(id), page);
}

/** The role for alumni, like those of tiers, carries no powers; one of a tier would say something else. */
export async function setAlumniRole(call: Press): Promise<Answer> {
  const [roleId] = picked(call);
  if (roleId === undefined) return apply(call, honourWith(undefined), page);
  const shown = await look(call);
  const { roles, bot } = shown.server;
  const obstacle = judgeRole(roles.get(roleId), bot, moderatorFacts(call.member));
  if (obstacle && !isMendable(obstacle))
    return decline(call, page, [{ refusal: roleRefusal(obstacle, shown) }]);
  if (shown.settings.tiers.some((tier) => tier.roleId === roleId))
    return decline(call, page, [{ refusal: refuse('alumniRoleOfTier') }]);
  return apply(call, honourWith(roleId), page);
}

export async function setQuorum(call: Press): Promise<Answer> {
  return setNumber(call, 'quorum', QUORUMS);
}

export async function setMinDays(call: Press): Promise<Answer> {
  return setNumber(call, 'minDays', REVIEW_DAYS);
}

export async function setTerm(call: Press): Promise<Answer> {
  return setNumber(call, 'termMonths', TERM_MONTHS);
}

async function setNumber(
  call: Press,
  name: 'quorum' | 'minDays' | 'termMonths',
  offered: readonly number[],
): Promise<Answer> {
  const value = Number(picked(call)[0]);
  return offered.includes(value) ? apply(call, chooseNumber(name, value), page) : refuse('outOfDate');
}

export async function setHanded(call: Press): Promise<Answer> {
  return apply(call, handOver(picked(call).filter(isHanded)), page);
}
