// What every press in /setup does: look at the settings and the server as they are now, or make one change and show it.
import type { View } from '../../core/actions.ts';
import { isRefusal, type Refusal } from '../../core/context.ts';
import type { Tier } from '../../core/settings.ts';
import type { Call, ComponentInteraction, GuildInteraction } from '../../discord/feature.ts';
import type { Change } from './changes.rules.ts';
import { isCustomId } from './emoji.rules.ts';
import type { Section } from './rules.ts';
import { readServer, refreshEmoji } from './server.discord.ts';
import { changeSettings } from './service.ts';
import type { Shown } from './values.view.ts';
import { notSavedNote, sectionView, tierView } from './view.ts';

/** A page of the message; given what is set now and a word about what just happened. */
export type Page = (shown: Shown, note?: string) => View;

export const sectionPage =
  (section: Section): Page =>
  (shown, note) =>
    sectionView(section, shown, note);

/** The tier with this key; the ladder if it has none. */
export const tierPage =
  (key: string): Page =>
  (shown, note) => {
    const tier = tierWith(key, shown);
    return tier ? tierView(tier, shown, note) : sectionView('tiers', shown, note);
  };

export function tierWith(key: string, { settings }: Shown): Tier | undefined {
  return settings.tiers.find((tier) => tier.key === key);
}

/**
 * The settings and the server as they are now. The server's emoji are looked up (`fresh`) where the settings hold
 * some, or where `always`; not before a form, which Discord wants as the first answer and soon (`never`).
 */
export async function look(
  { ctx, guildId, interaction, reading, at, commands }: Call<GuildInteraction>,
  freshEmoji: 'whenSet' | 'always' | 'never' = 'whenSet',
): Promise<Shown> {
  const settings = await ctx.settings.of(guildId);
  const { thanks, upvote } = settings.reactions;
  const hasOwn = [...thanks, ...upvote].some(isCustomId);
  if (freshEmoji === 'always' || (freshEmoji === 'whenSet' && hasOwn))
    await refreshEmoji(ctx, interaction.guild);
  const server = await readServer(interaction.guild);
  return { reading, settings, server, at, mention: (command) => commands.mention(guildId, command) };
}

/** Makes one change at once and shows the page with what is set then, and whether it was saved. */
export async function apply(call: Call, change: Change, page: Page, saved?: string): Promise<View> {
  const { ctx, guildId, member, reading } = call;
  const changed = await changeSettings(ctx, { guildId, memberId: member.id }, change);
  if (isRefusal(changed)) return decline(call, page, [{ refusal: changed }]);
  const note = changed.fields.length > 0 ? (saved ?? reading.t('setup.saved')) : reading.t('setup.unchanged');
  return page(await look(call), note);
}

/** Shows the page with why nothing was changed. */
export async function decline(
  call: Call,
  page: Page,
  reasons: readonly { field?: string; refusal: Refusal }[],
): Promise<View> {
  return page(await look(call), notSavedNote(call.reading, reasons));
}

/** What was picked in a list, as Discord's ids or as the values of the list. */
export function picked({ interaction }: Call<ComponentInteraction>): readonly string[] {
  return interaction.isAnySelectMenu() ? interaction.values : [];
}
