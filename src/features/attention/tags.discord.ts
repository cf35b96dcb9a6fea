// The tags of the help channels: suggested while somebody types, and told by what was typed.
import type { Context } from '../../core/context.ts';
import { type Refusal, refuse } from '../../core/context.ts';
import type { Settings } from '../../core/settings.ts';
import type { Call } from '../../discord/feature.ts';
import type { Autocomplete } from '../../discord/options.ts';

/** Discord's limit for what is suggested. */
export const MOST_TAG_CHARACTERS = 100;

export const suggestTags: Autocomplete = async ({ ctx, guildId, typed }) => {
  const wanted = typed.trim().toLocaleLowerCase();
  return tagsOfHelp(ctx, await ctx.settings.of(guildId))
    .filter(({ name }) => name.toLocaleLowerCase().includes(wanted))
    .map(({ id, name }) => ({ name: name.slice(0, MOST_TAG_CHARACTERS), value: id }));
};

/** A tag by its id, as it is suggested, or by its name, as it may be typed. */
export async function tagMeant({ ctx, guildId }: Call, typed: string): Promise<string | Refusal> {
  const name = typed.trim().toLocaleLowerCase();
  const tags = tagsOfHelp(ctx, await ctx.settings.of(guildId));
  const found = tags.find((tag) => tag.id === typed || tag.name.toLocaleLowerCase() === name);
  return found?.id ?? refuse('tagUnknown', { typed: typed.replaceAll('`', 'ʼ') });
}

/** The tags that questions can have here. */
export function tagsOfHelp(ctx: Context, settings: Settings): readonly { id: string; name: string }[] {
  return ctx.actions.forumTags(channelIdsOf(settings));
}

export function channelIdsOf({ questions }: Settings): string[] {
  return questions.channels.map(({ channelId }) => channelId);
}
