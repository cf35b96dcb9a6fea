// The settings of questions on Discord: which channels, who is staff, what is asked and done, where helpers look.
import { type Refusal, refuse } from '../../core/context.ts';
import type { Answer, Call, ComponentInteraction } from '../../discord/feature.ts';
import { apply, decline, look, picked, sectionPage } from './editing.discord.ts';
import { type AskedIn, chooseHelpChannels, chooseStaff } from './help-channels.rules.ts';
import {
  archiveAfter,
  boardIn,
  isSwitch,
  markFrom,
  openThreadsIn,
  routeAfter,
  switchOn,
} from './questions.rules.ts';
import { NO_TIER } from './questions.view.ts';
import { canAnnounce, canHoldQuestions } from './rules.ts';
import { solvedTagOf } from './suggestions.rules.ts';

type Press = Call<ComponentInteraction>;

/** More than these the settings do not hold: 30 days in hours, a week in minutes. */
const MOST_HOURS = 720;
const MOST_MINUTES = 10_080;

export async function setHelpChannels(call: Press): Promise<Answer> {
  const { server } = await look(call);
  const page = sectionPage('questions');
  const chosen: AskedIn[] = [];
  for (const id of picked(call)) {
    const channel = server.channels.get(id);
    if (!channel || !canHoldQuestions(channel)) return decline(call, page, [{ refusal: unfit(id) }]);
    const tag = solvedTagOf(channel);
    chosen.push({ channelId: id, ...(tag && { solvedTagId: tag.id }) });
  }
  return apply(call, chooseHelpChannels(chosen), page);
}

export async function setStaff(call: Press): Promise<Answer> {
  const { roles } = (await look(call)).server;
  const page = sectionPage('questions');
  if (!picked(call).every((id) => roles.has(id)))
    return decline(call, page, [{ refusal: refuse('staffRoleGone') }]);
  return apply(call, chooseStaff(picked(call)), page);
}

export async function setOpenThreads(call: Press): Promise<Answer> {
  return apply(call, openThreadsIn(picked(call)), sectionPage('questions'));
}

export async function setSwitches(call: Press): Promise<Answer> {
  return apply(call, switchOn(picked(call).filter(isSwitch)), sectionPage('solving'));
}

export async function setArchive(call: Press): Promise<Answer> {
  const hours = numberPicked(call, MOST_HOURS);
  return hours === undefined ? refuse('outOfDate') : apply(call, archiveAfter(hours), sectionPage('solving'));
}

export async function setMarkers(call: Press): Promise<Answer> {
  const [tier] = picked(call);
  const page = sectionPage('solving');
  if (tier === undefined) return refuse('outOfDate');
  if (tier === NO_TIER) return apply(call, markFrom(undefined), page);
  const { tiers } = await call.ctx.settings.of(call.guildId);
  if (!tiers.some(({ key }) => key === tier)) return decline(call, page, [{ refusal: refuse('tierGone') }]);
  return apply(call, markFrom(tier), page);
}

export async function setBoard(call: Press): Promise<Answer> {
  const [id] = picked(call);
  const page = sectionPage('attention');
  if (id === undefined) return apply(call, boardIn(undefined), page);
  const channel = (await look(call)).server.channels.get(id);
  if (!channel || !canAnnounce(channel)) return decline(call, page, [{ refusal: unfit(id) }]);
  return apply(call, boardIn(id), page);
}

export async function setRoute(call: Press): Promise<Answer> {
  const minutes = numberPicked(call, MOST_MINUTES);
  return minutes === undefined
    ? refuse('outOfDate')
    : apply(call, routeAfter(minutes), sectionPage('attention'));
}

function unfit(channelId: string): Refusal {
  return refuse('channelUnfit', { channel: `<#${channelId}>` });
}

/** A whole number from 0 to `most`; nothing for a choice that is none of ours. */
function numberPicked(call: Press, most: number): number | undefined {
  const [value = ''] = picked(call);
  return /^\d{1,5}$/.test(value) && Number(value) <= most ? Number(value) : undefined;
}
