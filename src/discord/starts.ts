// Where each channel of a server is to be read from when the server becomes available.
import {
  type AnyThreadChannel,
  type GuildBasedChannel,
  type GuildTextBasedChannel,
  PermissionFlagsBits,
} from 'discord.js';
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

/** The time now, ms, and for how long back something is looked for where nothing was heard, ms. */
interface When {
  now: number;
  windowMs: number;
}

/** Notes from where on a channel is heard; returns what is to be looked into there, if anything is. */
export function findStart(
  channel: GuildBasedChannel,
  heard: Heard,
  recalled: Recalled,
  when: When,
): Found | undefined {
  const isForum = channel.isThreadOnly();
  if (!isForum && !isReadable(channel)) {
    // What is said where Laurel may not look is not heard afterwards either.
    heard.forget(channel.id);
    return undefined;
  }
  const known = heard.upTo(channel.id);
  const { from, lastMessageId, isNew } = startIn(channel, known, recalled, when);
  if (known === undefined) heard.begin(channel.guildId, channel.id, from);
  if (isForum || !recalled.before) return undefined;
  const missedSome = isBehind({ lastMessageId }, from);
  // Of a channel that was never heard, nothing that was there before is looked into.
  if (known === undefined && !missedSome && !isNew) return undefined;
  return { channel, from, to: laterOf(lastMessageId ?? from, from), missedSome };
}

/** Whether something was said in a thread that was not heard, by what Discord tells of it; nothing is noted. */
export function missedSomeIn(
  thread: AnyThreadChannel,
  heard: Heard,
  recalled: Recalled,
  when: When,
): boolean {
  const { from, lastMessageId } = startIn(thread, heard.upTo(thread.id), recalled, when);
  return isBehind({ lastMessageId }, from);
}

/** From where on a channel is heard that is `known` up to a message, or never was; and whether it came to be meanwhile. */
function startIn(
  channel: GuildBasedChannel,
  known: string | undefined,
  { before, channelIds }: Recalled,
  when: When,
): { from: string; lastMessageId: string | null; isNew: boolean } {
  const isThread = channel.isThread();
  const parentId = isThread ? (channel.parentId ?? '') : '';
  const isNewSince = (id: string) => before !== undefined && timeOf(id || '0') >= before.until;
  const facts = {
    id: channel.id,
    isThread,
    parentIsKnown: channelIds.has(parentId) || isNewSince(parentId),
    // Of a forum it is its latest post, which is a channel of its own.
    lastMessageId: channel.isTextBased() ? channel.lastMessageId : null,
  };
  const from = startOf(facts, known, before, when);
  return { from, lastMessageId: facts.lastMessageId, isNew: isNewSince(channel.id) };
}
