// How thanks work on this server, in words: with the channels, reactions, points and sign that it chose.
import type { Settings } from '../../core/settings.ts';
import type { Reading } from '../../core/texts.ts';
import { channelList } from '../setup/values.view.ts';

export interface Thanking {
  settings: Settings;
  /** A command's name → a mention of it. */
  mention(command: string): string;
  /** Emoji as they read in a message; those that are gone from the server left out. */
  reactions: { thanks: readonly string[]; upvote: readonly string[] };
  /** What Laurel leaves on a message whose thanks counted. */
  signEmoji: string;
}

/** Three lines: in words, by reaction, and what comes of it; with what this server chose. */
export function howThanksWork(reading: Reading, thanking: Thanking): string[] {
  const { t } = reading;
  const { points, sign } = thanking.settings;
  const worth = { count: points.thanks };
  if (isNowhere(thanking)) {
    const command = thanking.mention('thanks');
    return [t('help.commandOnly', { command }), t('help.notInWords'), t('help.worthAlone', worth)];
  }
  return [
    t('help.text', { where: where(reading, thanking) }),
    byReaction(reading, thanking),
    t('help.worth', { ...worth, sign: t(`help.signs.${sign}`, { emoji: thanking.signEmoji }) }),
  ];
}

/** Laurel listens in no channel, so neither words nor reactions count. */
export function isNowhere({ settings: { channels } }: Pick<Thanking, 'settings'>): boolean {
  return channels.mode === 'only' && channels.only.length === 0;
}

function byReaction({ t }: Reading, { reactions, mention }: Thanking): string {
  const thanks = reactions.thanks.join(' ');
  const upvote = reactions.upvote.join(' ');
  if (thanks && upvote) return t('help.reactions', { thanks, upvote });
  if (thanks) return t('help.reactionsThanks', { thanks });
  if (upvote) return t('help.reactionsUpvote', { upvote });
  return t('help.reactionsNone', { command: mention('thanks') });
}

function where(reading: Reading, { settings }: Thanking): string {
  const { mode, only, except } = settings.channels;
  const ids = mode === 'only' ? only : except;
  if (ids.length === 0) return reading.t('help.where.everywhere');
  const channels = channelList(ids, reading);
  return reading.t(mode === 'only' ? 'help.where.only' : 'help.where.everywhereExcept', { channels });
}
