// The forms of /setup: opened with what is set, read back field by field, and only what was touched is saved.
import { isRefusal, type Refusal, refuse } from '../../core/context.ts';
import { findTimeZone } from '../../core/time-zones.ts';
import type { Answer, Call, ComponentInteraction } from '../../discord/feature.ts';
import { tierName } from '../tiers/view.ts';
import { ASK_FORMS, isAskForm } from './asks.rules.ts';
import { chooseNumbers, chooseReactions, fingerprint, MEANINGS, renameTier } from './changes.rules.ts';
import { apply, decline, look, sectionPage, tierPage, tierWith } from './editing.discord.ts';
import { readEmoji } from './emoji.rules.ts';
import {
  asksForm,
  isFormName,
  newTierForm,
  numbersForm,
  reactionsForm,
  tierForm,
  timeZoneForm,
} from './forms.view.ts';
import { makeLonger, saveAsks } from './ladder.discord.ts';
import { fieldsOf, NUMBER_FORMS, type NumberForm, readNumber, shownBack } from './numbers.rules.ts';
import { zoneSuggestionsView } from './view.ts';
import { changeTimeZone } from './zone.discord.ts';

type Press = Call<ComponentInteraction>;

/** Opens a form by its name. */
export async function openForm(call: Press, [name, tierKey = '']: readonly string[]): Promise<Answer> {
  if (!isFormName(name)) return refuse('outOfDate');
  const now = await look(call, 'never');
  switch (name) {
    case 'help':
    case 'merit':
    case 'limits':
      return { form: numbersForm(name, now) };
    case 'reactions':
      return { form: reactionsForm(now) };
    case 'timeZone':
      return { form: timeZoneForm(now) };
    case 'newTier':
      return { form: newTierForm(tierKey, now) };
    case 'tier':
    case 'earned':
    case 'time': {
      const tier = tierWith(tierKey, now);
      return tier
        ? { form: isAskForm(name) ? asksForm(name, tier, now) : tierForm(tier, now) }
        : decline(call, sectionPage('tiers'), [{ refusal: refuse('tierGone') }]);
    }
  }
}

/** Saves a form that was sent, or shows what in it cannot be. */
export async function saveForm(call: Press, args: readonly string[]): Promise<Answer> {
  const [name] = args;
  if (!isFormName(name)) return refuse('outOfDate');
  const prints = (args.at(-1) ?? '').split('.');
  switch (name) {
    case 'help':
    case 'merit':
    case 'limits':
      return saveNumbers(call, name, touched<string>(call, NUMBER_FORMS[name].fields, prints));
    case 'reactions':
      return saveReactions(call, touched(call, MEANINGS, prints));
    case 'timeZone':
      return saveTimeZone(call, touched(call, ['zone'], prints).get('zone'));
    case 'newTier':
      return makeLonger(call, args[1] ?? '', touched(call, ['name'], prints).get('name') ?? '');
    case 'earned':
    case 'time':
      return saveAsks(call, args[1] ?? '', touched(call, ASK_FORMS[name], prints));
    case 'tier':
      return saveTierName(call, args[1] ?? '', touched(call, ['name'], prints).get('name'));
  }
}

/** The fields that read otherwise than when the form was opened, with what was typed. */
export function touched<F extends string>(
  { interaction }: Press,
  fields: readonly F[],
  prints: readonly string[],
): Map<F, string> {
  if (!interaction.isModalSubmit()) return new Map();
  const typed = fields.map((field) => [field, interaction.fields.getTextInputValue(field)] as const);
  return new Map(typed.filter(([, text], i) => fingerprint(text) !== prints[i]));
}

async function saveNumbers(
  call: Press,
  form: NumberForm,
  typed: ReadonlyMap<string, string>,
): Promise<Answer> {
  const { t } = call.reading;
  const numbers: Record<string, number> = {};
  const wrong: { field: string; refusal: Refusal }[] = [];
  const { group } = NUMBER_FORMS[form];
  for (const { name, range, usual, words } of fieldsOf(form, await call.ctx.settings.of(call.guildId))) {
    const text = typed.get(name);
    if (text === undefined) continue;
    const number = readNumber(text, range, usual);
    if (isRefusal(number)) wrong.push({ field: t(`setup.${words}`), refusal: number });
    else numbers[name] = number;
  }
  const page = sectionPage(group);
  return wrong.length > 0 ? decline(call, page, wrong) : apply(call, chooseNumbers(group, numbers), page);
}

async function saveReactions(
  call: Press,
  typed: ReadonlyMap<(typeof MEANINGS)[number], string>,
): Promise<Answer> {
  const { server } = await look(call, 'always');
  const chosen: Partial<Record<(typeof MEANINGS)[number], readonly string[]>> = {};
  const wrong: { field: string; refusal: Refusal }[] = [];
  for (const [meaning, text] of typed) {
    const emoji = readEmoji(text, server.emoji);
    if (isRefusal(emoji)) wrong.push({ field: call.reading.t(`setup.reactions.${meaning}`), refusal: emoji });
    else chosen[meaning] = emoji;
  }
  const page = sectionPage('reactions');
  return wrong.length > 0 ? decline(call, page, wrong) : apply(call, chooseReactions(chosen), page);
}

async function saveTierName(call: Press, key: string, typed: string | undefined): Promise<Answer> {
  const page = tierPage(key);
  if (typed === undefined) return page(await look(call), call.reading.t('setup.unchanged'));
  return apply(
    call,
    renameTier(key, typed, (tier) => tierName(tier, call.reading)),
    page,
  );
}

async function saveTimeZone(call: Press, typed: string | undefined): Promise<Answer> {
  const page = sectionPage('timeZone');
  if (typed === undefined) return page(await look(call), call.reading.t('setup.unchanged'));
  const found = findTimeZone(typed, call.reading.locale);
  if ('zone' in found) return changeTimeZone(call, found.zone);
  if (found.suggestions.length === 0)
    return decline(call, page, [{ refusal: refuse('zoneUnknown', { typed: shownBack(typed) }) }]);
  return zoneSuggestionsView(shownBack(typed), found.suggestions, await look(call));
}
