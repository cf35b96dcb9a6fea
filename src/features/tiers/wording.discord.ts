// In whose words: what texts about tiers need to know of a call.
import type { Reading } from '../../core/texts.ts';
import type { Call } from '../../discord/feature.ts';
import type { Wording } from './view.ts';

/** For the one who asked. */
export async function wordingFor({ ctx, guildId, reading, commands }: Call): Promise<Wording> {
  const { tiers: ladder } = await ctx.settings.of(guildId);
  return { reading, ladder, mention: (command) => commands.mention(guildId, command) };
}

/** For everybody: in the language that the server chose here, else in its language on Discord. */
export async function publicReading({ ctx, guildId, member }: Call): Promise<Reading> {
  const { language } = await ctx.settings.of(guildId);
  return ctx.texts.for(language ?? member.guild.preferredLocale);
}
