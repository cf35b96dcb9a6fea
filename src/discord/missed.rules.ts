// From where on a channel is read after a time of not listening. Pure.
import type { Listening } from '../core/cursors.ts';
import { idBefore, isBefore, laterOf, timeOf } from '../core/snowflakes.ts';

export interface ChannelFacts {
  id: string;
  isThread: boolean;
  /** Of a thread: whether its channel was heard before, or came to be since. */
  parentIsKnown: boolean;
  lastMessageId: string | null;
}

/**
 * The message after which to read; what was there before Laurel listened is not read. A channel that was not heard
 * before begins with what comes now, unless it was made while Laurel was away; so does a thread whose channel was not.
 */
export function startOf(
  channel: ChannelFacts,
  saved: string | undefined,
  before: Listening | undefined,
  { now, windowMs }: { now: number; windowMs: number },
): string {
  if (saved !== undefined) return saved;
  const latest = channel.lastMessageId ?? channel.id;
  if (before === undefined) return latest;
  const all = String(BigInt(channel.id) - 1n);
  if (!channel.isThread) return timeOf(channel.id) >= before.until ? all : latest;
  if (!channel.parentIsKnown) return latest;
  // Nothing of the thread is written down: it is new, or was quiet for longer than cursors are kept.
  const since = Math.max(before.since, Math.min(before.until, now - windowMs));
  return laterOf(all, idBefore(since));
}

/** Whether something was written in the channel since. */
export function isBehind({ lastMessageId }: Pick<ChannelFacts, 'lastMessageId'>, from: string): boolean {
  return lastMessageId !== null && isBefore(from, lastMessageId);
}
