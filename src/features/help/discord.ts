// /help on Discord: what the reader may use here, read off the features themselves, so that no list has to be kept.
import type { ChatInputCommandInteraction, Guild } from 'discord.js';
import type { Settings } from '../../core/settings.ts';
import type { Call, Command, Feature } from '../../discord/feature.ts';
import { slashCommand } from '../../discord/options.ts';
import { emojiText, isCustomId } from '../setup/emoji.rules.ts';
import { isSetUp } from '../setup/store.ts';
import { SIGN } from '../thanks/service.ts';
import { type CommandLine, type Help, helpView } from './view.ts';

type Asked = Call<ChatInputCommandInteraction<'cached'>>;

/** The feature that knows the others: it stands last and is given those before it. */
export function helpFeature(others: readonly Feature[]): Feature {
  const help: Command = slashCommand({
    name: 'help',
    description: 'commands.help.description',
    answers: 'privately',
    options: {},
    run: async (call) => helpView(call.reading, await helpFor(call, all)),
  });
  const all: readonly Command[] = [...others.flatMap(({ commands = [] }) => commands), help];
  return { name: 'help', commands: [help] };
}

/** What of these commands the reader may use in this channel, and how thanks work with what the server chose. */
async function helpFor(call: Asked, all: readonly Command[]): Promise<Help> {
  const { ctx, guildId, interaction, commands } = call;
  const settings = withoutLostChannels(await ctx.settings.of(guildId), interaction.guild);
  const isNew = !(await ctx.db.read((db) => isSetUp(db, guildId)));
  const usable = all.filter(
    ({ requires }) => requires === undefined || interaction.memberPermissions.has(requires),
  );
  const lines = (wanted: (command: Command) => boolean): CommandLine[] =>
    usable.flatMap((command) =>
      command.type === 'slash' && wanted(command)
        ? [{ mention: commands.mention(guildId, command.name), description: command.description }]
        : [],
    );
  const maySetUp = usable.some(({ type, name }) => type === 'slash' && name === 'setup');
  const named = (type: Command['type']) =>
    usable.filter((command) => command.type === type).map(({ name }) => name);
  return {
    settings,
    serverName: interaction.guild.name,
    beginning: isNew ? (maySetUp ? 'forAdministrators' : 'forMembers') : undefined,
    mention: (command) => commands.mention(guildId, command),
    reactions: {
      thanks: readable(settings.reactions.thanks, interaction.guild),
      upvote: readable(settings.reactions.upvote, interaction.guild),
    },
    signEmoji: SIGN,
    everybody: lines(({ requires }) => requires === undefined),
    withRights: lines(({ requires }) => requires !== undefined),
    onMessages: named('message'),
    onPeople: named('user'),
  };
}

/** Channels that were deleted are nowhere to be thanked in. */
function withoutLostChannels(settings: Settings, { channels }: Guild): Settings {
  const isThere = (id: string) => channels.cache.has(id);
  const { mode, only, except } = settings.channels;
  return { ...settings, channels: { mode, only: only.filter(isThere), except: except.filter(isThere) } };
}

/** Emoji as a message shows them; those that are gone from the server are left out. */
function readable(emoji: readonly string[], guild: Guild): string[] {
  const own = guild.emojis.cache.map(({ id, name, animated }) => ({ id, name, animated }));
  return emoji
    .filter((one) => !isCustomId(one) || own.some(({ id }) => id === one))
    .map((one) => emojiText(one, own));
}
