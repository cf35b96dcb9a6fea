// What /help shows: how thanks work on this server, and what the reader can do here.
import {
  ButtonBuilder,
  ContainerBuilder,
  escapeMarkdown,
  SectionBuilder,
  TextDisplayBuilder,
} from '@discordjs/builders';
import { ButtonStyle } from 'discord-api-types/v10';
import type { View } from '../../core/actions.ts';
import { customId } from '../../core/custom-id.ts';
import type { Settings } from '../../core/settings.ts';
import type { Reading, TextKey } from '../../core/texts.ts';
import { channelList } from '../setup/values.view.ts';

/** A slash command as the reader can click it, and what it does. */
export interface CommandLine {
  mention: string;
  description: TextKey;
}

export interface Help {
  settings: Settings;
  serverName: string;
  /** Nothing was ever set up here: whom to tell what about it. */
  beginning: 'forAdministrators' | 'forMembers' | undefined;
  /** A command's name → a mention of it. */
  mention(command: string): string;
  /** Emoji as they read in a message; those that are gone from the server left out. */
  reactions: { thanks: readonly string[]; upvote: readonly string[] };
  /** What Laurel leaves on a message whose thanks counted. */
  signEmoji: string;
  /** Commands that everybody has, and those that come with rights the reader has. */
  everybody: readonly CommandLine[];
  withRights: readonly CommandLine[];
  /** Names under "Apps" of a message's or a person's menu. */
  onMessages: readonly string[];
  onPeople: readonly string[];
}

export function helpView(reading: Reading, help: Help): View {
  const { t } = reading;
  const container = new ContainerBuilder();
  const say = (...lines: readonly string[]) =>
    container.addTextDisplayComponents(new TextDisplayBuilder().setContent(lines.join('\n')));
  say(`## ${t('help.title', { server: escapeMarkdown(help.serverName) })}`);
  if (help.beginning === 'forMembers') say(...workingAlready(reading, help));
  if (help.beginning === 'forAdministrators') container.addSectionComponents(wayToSetUp(reading));
  say(t('help.how'), ...howThanksWork(reading, help));
  say(t('help.forYou'), ...help.everybody.map(line(reading)));
  if (help.withRights.length > 0) say(t('help.forTeam'), ...help.withRights.map(line(reading)));
  const menus = [
    ...menuLine(reading, 'help.onMessage', help.onMessages),
    ...menuLine(reading, 'help.onPerson', help.onPeople),
  ];
  if (menus.length > 0) say(t('help.apps'), ...menus);
  return { components: [container.toJSON()] };
}

/** Two lines for members of a server where nothing was set up: it works all the same. */
function workingAlready({ t }: Reading, { mention }: Help): string[] {
  return [t('help.new.works'), t('help.new.look', { leaderboard: mention('leaderboard') })];
}

/** The same for those who may set it up, with the button that leads them. */
function wayToSetUp({ t }: Reading): SectionBuilder {
  const begin = new ButtonBuilder()
    .setCustomId(customId('setup', 'begin'))
    .setLabel(t('help.new.begin'))
    .setStyle(ButtonStyle.Primary);
  return new SectionBuilder()
    .addTextDisplayComponents(
      new TextDisplayBuilder().setContent([t('help.new.worksAsItIs'), t('help.new.setUp')].join('\n')),
    )
    .setButtonAccessory(begin);
}

const line =
  ({ t }: Reading) =>
  ({ mention, description }: CommandLine): string =>
    t('help.line', { command: mention, description: t(description) });

function menuLine(
  { t }: Reading,
  key: 'help.onMessage' | 'help.onPerson',
  names: readonly string[],
): string[] {
  return names.length > 0 ? [t(key, { names: names.map((name) => `**${name}**`).join(', ') })] : [];
}

/** Three lines: in words, by reaction, and what comes of it; with what this server chose. */
function howThanksWork(reading: Reading, help: Help): string[] {
  const { t } = reading;
  const { points, sign } = help.settings;
  const worth = { count: points.thanks };
  if (isNowhere(help)) {
    const command = help.mention('thanks');
    return [t('help.commandOnly', { command }), t('help.notInWords'), t('help.worthAlone', worth)];
  }
  return [
    t('help.text', { where: where(reading, help) }),
    byReaction(reading, help),
    t('help.worth', { ...worth, sign: t(`help.signs.${sign}`, { emoji: help.signEmoji }) }),
  ];
}

/** Laurel listens in no channel, so neither words nor reactions count. */
function isNowhere({ settings: { channels } }: Help): boolean {
  return channels.mode === 'only' && channels.only.length === 0;
}

function byReaction({ t }: Reading, { reactions, mention }: Help): string {
  const thanks = reactions.thanks.join(' ');
  const upvote = reactions.upvote.join(' ');
  if (thanks && upvote) return t('help.reactions', { thanks, upvote });
  if (thanks) return t('help.reactionsThanks', { thanks });
  if (upvote) return t('help.reactionsUpvote', { upvote });
  return t('help.reactionsNone', { command: mention('thanks') });
}

function where(reading: Reading, { settings }: Help): string {
  const { mode, only, except } = settings.channels;
  const ids = mode === 'only' ? only : except;
  if (ids.length === 0) return reading.t('help.where.everywhere');
  const channels = channelList(ids, reading);
  return reading.t(mode === 'only' ? 'help.where.only' : 'help.where.everywhereExcept', { channels });
}
