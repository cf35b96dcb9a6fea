// Holds the events of a channel back until what it missed was read.
import type { GuildBasedChannel } from 'discord.js';
import type { Router } from './router.ts';

/** A channel whose events wait. */
export interface Gate {
  readonly channel: GuildBasedChannel;
  open(): void;
}

/** From now on, events of this channel wait until its gate is opened. */
export function closeGate(router: Router, channel: GuildBasedChannel): Gate {
  const { promise, resolve } = Promise.withResolvers<void>();
  void router.inTurn(channel.id, () => promise);
  return { channel, open: resolve };
}
