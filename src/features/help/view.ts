// What /help shows: how thanks work on this server, and what the reader can do here.
import { ContainerBuilder, escapeMarkdown } from '@discordjs/builders';
import type { View } from '../../core/actions.ts';
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
  /** Mention of /thanks, which works whatever the settings say. */
  thanksCommand: string;
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

const TEXT_DISPLAY = 10;

export function helpView(reading: Reading, help: Help): View {
  const { t } = reading;
  const blocks = [
    `## ${t('help.title', { server: escapeMarkdown(help.serverName) })}`,
    [t('help.how'), ...howThanksWork(reading, help)].join('\n'),
    [t('help.forYou'), ...help.everybody.map(line(reading))].join('\n'),
  ];
  if (help.withRights.length > 0)
    blocks.push([t('help.forTeam'), ...help.withRights.map(line(reading))].join('\n'));
  const menus = [
    ...menuLine(reading, 'help.onMessage', help.onMessages),
    ...menuLine(reading, 'help.onPerson', help.onPeople),
  ];
  if (menus.length > 0) blocks.push([t('help.apps'), ...menus].join('\n'));
  const container = new ContainerBuilder().addTextDisplayComponents(
    blocks.map((content) => ({ type: TEXT_DISPLAY, content })),
  );
  return { components: [container.toJSON()] };
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
  return [
    t('help.text', { where: where(reading, help) }),
    byReaction(reading, help),
    t('help.worth', { count: points.thanks, sign: t(`help.signs.${sign}`, { emoji: help.signEmoji }) }),
  ];
}

function byReaction({ t }: Reading, { reactions, thanksCommand }: Help): string {
  const thanks = reactions.thanks.join(' ');
  const upvote = reactions.upvote.join(' ');
  if (thanks && upvote) return t('help.reactions', { thanks, upvote });
  if (thanks) return t('help.reactionsThanks', { thanks });
  if (upvote) return t('help.reactionsUpvote', { upvote });
  return t('help.reactionsNone', { command: thanksCommand });
}

function where(reading: Reading, { settings, thanksCommand }: Help): string {
  const { mode, only, except } = settings.channels;
  const ids = mode === 'only' ? only : except;
  if (ids.length === 0)
    return mode === 'only'
      ? reading.t('help.where.nowhere', { command: thanksCommand })
      : reading.t('help.where.everywhere');
  const channels = channelList(ids, reading);
  return reading.t(mode === 'only' ? 'help.where.only' : 'help.where.everywhereExcept', { channels });
}
