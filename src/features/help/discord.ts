// /help on Discord: what the reader may use here, read off the features themselves, so that no list has to be kept.
import { type Guild, MessageFlags } from 'discord.js';
import { refuse } from '../../core/context.ts';
import type { Settings } from '../../core/settings.ts';
import type {
  Answer,
  Call,
  Command,
  Component,
  ComponentInteraction,
  Feature,
} from '../../discord/feature.ts';
import { slashCommand } from '../../discord/options.ts';
import { emojiText, isCustomId } from '../setup/emoji.rules.ts';
import { isSetUp } from '../setup/store.ts';
import { SIGN } from '../thanks/sign.ts';
import { inOrder, TOPICS, topicMeant, topicOf } from './rules.ts';
import { type Chapter, type Help, OVERVIEW, overviewView, topicView } from './view.ts';

/** The feature that knows the others: it stands last and is given those before it. */
export function helpFeature(others: readonly Feature[]): Feature {
  const all = others.flatMap(({ commands = [] }) => commands);
  const help: Command = slashCommand({
    name: 'help',
    description: 'commands.help.description',
    answers: 'privately',
    options: {},
    run: async (call) => overviewView(call.reading, await helpFor(call, all)),
  });
  const topic: Component = { action: 'topic', answers: 'inPlace', run: (call) => turn(call, all) };
  return { name: 'help', commands: [help], components: [topic] };
}

/** To the topic that was chosen, or back; by what the one who chose may use now. */
async function turn(call: Call<ComponentInteraction>, all: readonly Command[]): Promise<Answer> {
  const { interaction, reading } = call;
  const isOwn = interaction.message?.flags.has(MessageFlags.Ephemeral) ?? false;
  if (!isOwn || !interaction.isStringSelectMenu()) return refuse('outOfDate');
  const [chosen] = interaction.values;
  const help = await helpFor(call, all);
  if (chosen === OVERVIEW) return overviewView(reading, help);
  const meant = topicMeant(chosen);
  if (meant === undefined) return refuse('outOfDate');
  const chapter = help.chapters.find(({ topic }) => topic === meant);
  return chapter ? topicView(reading, help, chapter) : refuse('notAllowed');
}

/** What of these commands the reader may use in this channel, and how thanks work with what the server chose. */
async function helpFor(call: Call, all: readonly Command[]): Promise<Help> {
  const { ctx, guildId, member, interaction, commands } = call;
  const settings = withoutLostChannels(await ctx.settings.of(guildId), member.guild);
  const isNew = !(await ctx.db.read((db) => isSetUp(db, guildId)));
  const mayUse = await Promise.all(
    all.map(
      async (command) =>
        (command.requires === undefined || interaction.memberPermissions.has(command.requires)) &&
        ((await command.isFor?.(call)) ?? true),
    ),
  );
  const usable = all.filter((_, index) => mayUse[index]);
  const maySetUp = usable.some(({ type, name }) => type === 'slash' && name === 'setup');
  const mention = (command: string) => commands.mention(guildId, command);
  return {
    settings,
    serverName: member.guild.name,
    beginning: isNew ? (maySetUp ? 'forAdministrators' : 'forMembers') : undefined,
    mention,
    reactions: {
      thanks: readable(settings.reactions.thanks, member.guild),
      upvote: readable(settings.reactions.upvote, member.guild),
    },
    signEmoji: SIGN,
    chapters: chaptersOf(usable, mention),
  };
}

/** These commands, topic by topic; without those topics of which there are none. */
function chaptersOf(usable: readonly Command[], mention: Help['mention']): Chapter[] {
  return TOPICS.flatMap((topic) => {
    const about = inOrder(
      topic,
      usable.filter((command) => topicOf(command) === topic),
    );
    if (about.length === 0) return [];
    const named = (type: Command['type']) =>
      about.filter((command) => command.type === type).map(({ name }) => name);
    return {
      topic,
      commands: about.flatMap((command) =>
        command.type === 'slash'
          ? [{ mention: mention(command.name), description: command.description }]
          : [],
      ),
      onMessages: named('message'),
      onPeople: named('user'),
    };
  });
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
