// The guided /setup on Discord: suggestions looked up afresh, taken in one go, a test thank-you, and the end of it.
import type { View } from '../../core/actions.ts';
import { isRefusal } from '../../core/context.ts';
import type { Call } from '../../discord/feature.ts';
import { SIGN } from '../thanks/sign.ts';
import { moderatorFacts } from '../tiers/facts.discord.ts';
import { decline, look, type Page } from './editing.discord.ts';
import { doneView, guideView, type Trial, trialView, usedNote } from './guide.view.ts';
import { changeSettings, keepAsItIs } from './service.ts';
import { type Suggestion, suggestionsFor, usable, useSuggestions } from './suggestions.rules.ts';
import type { Shown } from './values.view.ts';

/** The first step, with what there is to suggest now. */
export async function guide(call: Call): Promise<View> {
  return guidePage(call)(await look(call));
}

/** The second step. */
export async function trial(call: Call): Promise<View> {
  return trialView(trialOf(call), await look(call));
}

/** Saves all that was suggested and can be used, and leads on to the second step. */
export async function takeSuggestions(call: Call, [agreed = '']: readonly string[]): Promise<View> {
  const { ctx, guildId, member } = call;
  const before = await look(call);
  const scene = { server: before.server, administrator: moderatorFacts(member) };
  const changed = await changeSettings(ctx, { guildId, memberId: member.id }, useSuggestions(agreed, scene));
  const now = await look(call);
  // Pressed twice, or by two at once: when nothing is left to save, there is nothing to look at once more.
  if (isRefusal(changed) && usable(suggestionsIn(call, now)).length > 0)
    return decline(call, guidePage(call), [{ refusal: changed }]);
  return trialView(trialOf(call), now, usedNote(suggestionsIn(call, isRefusal(changed) ? now : before), now));
}

/** The last step: whoever has come here is not led again. */
export async function finish(call: Call): Promise<View> {
  const { ctx, guildId, member } = call;
  await keepAsItIs(ctx, { guildId, memberId: member.id });
  return doneView(await look(call));
}

const guidePage =
  (call: Call): Page =>
  (shown, note) =>
    guideView(suggestionsIn(call, shown), shown, note);

function suggestionsIn({ member }: Call, { settings, server }: Shown): readonly Suggestion[] {
  return suggestionsFor({ settings, server, administrator: moderatorFacts(member) });
}

function trialOf({ member, interaction }: Call): Trial {
  return { botId: interaction.client.user.id, readerId: member.id, signEmoji: SIGN };
}
