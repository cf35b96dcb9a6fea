// The ladder in /setup on Discord: longer, shorter, by rule or by people; who meets a tier then, has it at once.
import { isRefusal, type Refusal, refuse } from '../../core/context.ts';
import type { Requirements } from '../../core/settings.ts';
import type { Answer, Call, ComponentInteraction } from '../../discord/feature.ts';
import { riseAll } from '../rising/rise.service.ts';
import { heldIn } from '../tiers/store.ts';
import { tierName } from '../tiers/view.ts';
import { ASK_RANGES } from './asks.rules.ts';
import type { Change } from './changes.rules.ts';
import { apply, decline, look, type Page, picked, sectionPage, tierPage } from './editing.discord.ts';
import {
  addTier,
  askFor,
  BELOW,
  keepRoles,
  leaveToPeople,
  removeTier,
  riseByRule,
  suggestRequirements,
} from './ladder.rules.ts';
import { readNumber } from './numbers.rules.ts';

type Press = Call<ComponentInteraction>;

/** Makes the change, and raises those who meet a tier under the new rules; the page says how many. */
async function applyAndRaise(call: Press, change: Change, page: Page): Promise<Answer> {
  const view = await apply(call, change, page);
  const risen = await riseAll(call.ctx, call.guildId);
  return risen === 0 ? view : page(await look(call), call.reading.t('setup.rising.risen', { count: risen }));
}

export async function setByRule(call: Press): Promise<Answer> {
  const [choice] = picked(call);
  if (choice !== 'on' && choice !== 'off') return refuse('outOfDate');
  return applyAndRaise(call, riseByRule(choice === 'on'), sectionPage('rising'));
}

export async function setBelow(call: Press): Promise<Answer> {
  const roles = BELOW.find((one) => one === picked(call)[0]);
  return roles ? apply(call, keepRoles(roles), sectionPage('rising')) : refuse('outOfDate');
}

export async function suggestAsks(call: Press): Promise<Answer> {
  return applyAndRaise(call, suggestRequirements, sectionPage('rising'));
}

export async function setToPeople(call: Press, [key = '', choice]: readonly string[]): Promise<Answer> {
  if (choice !== 'yes' && choice !== 'no') return refuse('outOfDate');
  return applyAndRaise(call, leaveToPeople(key, choice === 'yes'), tierPage(key));
}

/** One rung more, above the one with this key; without a key at the top of those that a rule can give. */
export async function makeLonger(call: Press, above: string, name: string): Promise<Answer> {
  // No rung ever had this key: what was decided about a tier that is gone says nothing about a new one.
  const key = `t-${call.interaction.id}`;
  const change = addTier(key, name, above === '' ? undefined : above, (tier) => tierName(tier, call.reading));
  return apply(call, change, tierPage(key));
}

export async function makeShorter(call: Press, [key = '']: readonly string[]): Promise<Answer> {
  const held = await call.ctx.db.read((db) => heldIn(db, call.guildId));
  const holders = held.filter(({ tier }) => tier === key).length;
  const isThere = (await look(call)).settings.tiers.some((tier) => tier.key === key);
  return apply(call, removeTier(key, holders), holders > 0 && isThere ? tierPage(key) : sectionPage('tiers'));
}

export async function saveAsks(
  call: Press,
  key: string,
  typed: ReadonlyMap<keyof Requirements, string>,
): Promise<Answer> {
  const numbers: Partial<Requirements> = {};
  const wrong: { field: string; refusal: Refusal }[] = [];
  for (const [name, text] of typed) {
    const number = readNumber(text, ASK_RANGES[name], ASK_RANGES[name].least);
    if (isRefusal(number)) wrong.push({ field: call.reading.t(`setup.asks.${name}`), refusal: number });
    else numbers[name] = number;
  }
  const page = tierPage(key);
  return wrong.length > 0 ? decline(call, page, wrong) : applyAndRaise(call, askFor(key, numbers), page);
}
