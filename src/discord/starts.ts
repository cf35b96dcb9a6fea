// Where each channel of a server is to be read from when the server becomes available.
import { type GuildBasedChannel, type GuildTextBasedChannel, PermissionFlagsBits } from 'discord.js';
import { laterOf, timeOf } from '../core/snowflakes.ts';
import type { Heard } from './heard.ts';
import type { Recalled } from './heard-log.ts';
import { isBehind, startOf } from './missed.rules.ts';
import type { Reviewed } from './review.ts';

/** A channel to be looked into, and whether it missed messages. */
export interface Found extends Reviewed {
  /** The latest message when Laurel came back: of later ones it is told. */
  readonly to: string;
  readonly missedSome: boolean;
}

/** Whether Laurel may read what was said there. */
export function isReadable(channel: GuildBasedChannel): channel is GuildTextBasedChannel {
  if (!channel.isTextBased()) return false;
  const me = channel.guild.members.me;
  const needed = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.ReadMessageHistory;
  return me === null || (channel.permissionsFor(me)?.has(needed) ?? false);
}

/** Notes from where on a channel is heard; returns what is to be looked into there, if anything is. */
export function findStart(
  channel: GuildBasedChannel,
  heard: Heard,
  { before, channelIds }: Recalled,
  when: { now: number; windowMs: number },
): Found | undefined {
  const isForum = channel.isThreadOnly();
  if (!isForum && !isReadable(channel)) {
    // What is said where Laurel may not look is not heard afterwards either.
    heard.forget(channel.id);
    return undefined;
  }
  const isThread = channel.isThread();
  const parentId = isThread ? (channel.parentId ?? '') : '';
  const isNewSince = (id: string) => before !== undefined && timeOf(id || '0') >= before.until;
  const facts = {
    id: channel.id,
    isThread,
    parentIsKnown: channelIds.has(parentId) || isNewSince(parentId),
    // Of a forum it is its latest post, which is a channel of its own.
    lastMessageId: isForum ? null : channel.lastMessageId,
  };
  const known = heard.upTo(channel.id);
  const from = startOf(facts, known, before, when);
  if (known === undefined) heard.begin(channel.guildId, channel.id, from);
  if (isForum || !before) return undefined;
  const missedSome = isBehind(facts, from);
  // Of a channel that was never heard, nothing that was there before is looked into.
  if (known === undefined && !missedSome && !isNewSince(channel.id)) return undefined;
  return { channel, from, to: laterOf(facts.lastMessageId ?? from, from), missedSome };
}
