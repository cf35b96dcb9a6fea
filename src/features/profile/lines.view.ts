// One recognition as a few short lines: what it is worth and who gave it; in small print when, where, and why it counts less.
import { channelLink, escapeMarkdown, messageLink, time } from '@discordjs/builders';
import type { Reading, TextKey } from '../../core/texts.ts';
import { mentionOf } from '../../core/views.ts';
import { shortReason, whyLess, whyTakenBack } from './rules.ts';
import type { Received, Uncounted } from './store.ts';

/** What the lines of a list need to know of where they are read. */
export interface Place {
  guildId: string;
  /** Channels that the reader may look into; `all` for one's own recognitions. */
  canOpen: ReadonlySet<string> | 'all';
  /** Days over which repeated thanks between two people are weighed. */
  windowDays: number;
}

/** A recognition that stands. In a channel closed to the reader only its kind, time and points are shown. */
export function receivedLines(reading: Reading, row: Received, place: Place): string {
  const { t } = reading;
  const isOpen = place.canOpen === 'all' || place.canOpen.has(row.channelId);
  const giver = mentionOf(t, row.giverId);
  const what = isOpen ? t(`profile.from.${row.kind}`, { giver }) : t(`profile.kinds.${row.kind}`);
  const points = reading.number(row.counts ? row.points : 0);
  const when = ago(row.occurredAt);
  const less = whyLess(row);
  return joined(
    t('profile.line', { points, what }),
    isOpen ? when + linkTo(reading, place.guildId, row) : when,
    isOpen ? quoted(row.reason) : t('profile.elsewhere'),
    less && t(`profile.less.${less}`, { count: place.windowDays }),
  );
}

/** A recognition that was taken back, and why. */
export function takenBackLines(reading: Reading, row: Received, { guildId }: Place): string {
  const { t } = reading;
  const what = t(`profile.from.${row.kind}`, { giver: mentionOf(t, row.giverId) });
  const when = t('profile.takenBackWhen', { when: ago(row.revokedAt ?? row.occurredAt) });
  // The message of a deletion is gone, so there is nothing to look at.
  const link = row.revokedWhy === 'deleted' ? '' : linkTo(reading, guildId, row);
  return joined(
    t('profile.takenBackLine', { points: reading.number(row.points), what }),
    when + link,
    t(`profile.takenBackWhy.${whyTakenBack(row.revokedWhy) ?? 'unknown'}`),
  );
}

/** A thank-you that did not count, and why. */
export function uncountedLines(reading: Reading, row: Uncounted, { guildId }: Place): string {
  const { t } = reading;
  return joined(
    t(`profile.to.${row.kind}`, { receiver: mentionOf(t, row.receiverId) }),
    ago(row.occurredAt) + linkTo(reading, guildId, row),
    t(UNCOUNTED_WHY[row.reason] ?? 'profile.uncountedWhy.unknown'),
  );
}

/** Refusals as their giver reads them later. */
const UNCOUNTED_WHY: Readonly<Record<string, TextKey>> = {
  self: 'profile.uncountedWhy.self',
  bot: 'profile.uncountedWhy.bot',
  webhook: 'profile.uncountedWhy.webhook',
  gone: 'profile.uncountedWhy.gone',
  pendingGiver: 'profile.uncountedWhy.pendingGiver',
  pendingReceiver: 'profile.uncountedWhy.pendingReceiver',
  pairTooSoon: 'profile.uncountedWhy.pairTooSoon',
  dailyLimit: 'profile.uncountedWhy.dailyLimit',
};

export function ago(at: number): string {
  return time(Math.floor(at / 1000), 'R');
}

function linkTo(
  { t }: Reading,
  guildId: string,
  { channelId, messageId }: { channelId: string; messageId: string | null },
): string {
  const url = messageId ? messageLink(channelId, messageId, guildId) : channelLink(channelId, guildId);
  return ` · [${t(messageId ? 'profile.message' : 'profile.channel')}](${url})`;
}

function quoted(reason: string | null): string | undefined {
  return reason ? `“${escapeMarkdown(shortReason(reason), { maskedLink: true })}”` : undefined;
}

/** The line, and what is said about it in small print below. */
function joined(line: string, ...remarks: readonly (string | undefined)[]): string {
  return [line, ...remarks.filter((remark) => remark !== undefined).map((remark) => `-# ${remark}`)].join(
    '\n',
  );
}
