// /help on Discord: what the reader may use here, read off the features themselves, so that no list has to be kept.
import type { Command, Feature } from '../../discord/feature.ts';
import { slashCommand } from '../../discord/options.ts';
import { emojiText, isCustomId } from '../setup/emoji.rules.ts';
import { SIGN } from '../thanks/service.ts';
import { type CommandLine, helpView } from './view.ts';

/** The feature that knows the others: it stands last and is given those before it. */
export function helpFeature(others: readonly Feature[]): Feature {
  const help = slashCommand({
    name: 'help',
    description: 'commands.help.description',
    answers: 'privately',
    options: {},
    async run({ ctx, guildId, interaction, reading, commands }) {
      const settings = await ctx.settings.of(guildId);
      const usable = all.filter(
        ({ requires }) => requires === undefined || interaction.memberPermissions.has(requires),
      );
      const lines = (wanted: (command: Command) => boolean): CommandLine[] =>
        usable.flatMap((command) =>
          command.type === 'slash' && wanted(command)
            ? [{ mention: commands.mention(guildId, command.name), description: command.description }]
            : [],
        );
      const named = (type: Command['type']) =>
        usable.filter((command) => command.type === type).map(({ name }) => name);
      const own = [...interaction.guild.emojis.cache.values()].map(({ id, name, animated }) => ({
        id,
        name,
        animated,
      }));
      const readable = (emoji: readonly string[]) =>
        emoji
          .filter((one) => !isCustomId(one) || own.some(({ id }) => id === one))
          .map((one) => emojiText(one, own));
      return helpView(reading, {
        settings,
        serverName: interaction.guild.name,
        thanksCommand: commands.mention(guildId, 'thanks'),
        reactions: {
          thanks: readable(settings.reactions.thanks),
          upvote: readable(settings.reactions.upvote),
        },
        signEmoji: SIGN,
        everybody: lines(({ requires }) => requires === undefined),
        withRights: lines(({ requires }) => requires !== undefined),
        onMessages: named('message'),
        onPeople: named('user'),
      });
    },
  });
  const all: readonly Command[] = [...others.flatMap(({ commands = [] }) => commands), help];
  return { name: 'help', commands: [help] };
}
