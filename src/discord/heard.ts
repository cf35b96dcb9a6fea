// How far each channel was heard, in memory: written down now and then, so that hearing a message costs next to nothing.
import type { Cursor } from '../core/cursors.ts';
import { isBefore, laterOf } from '../core/snowflakes.ts';

/**
 * Messages of a channel handled since it was last looked up, at most; beyond that they are trusted to be all. A channel
 * with so many in a few minutes would take as many questions to Discord as it has pages.
 */
export const MOST_HANDLED = 2_000;

interface Channel {
  guildId: string;
  upTo: string;
  handled: Set<string>;
  changed: boolean;
}

export class Heard {
  readonly #channels = new Map<string, Channel>();

  /** Up to which message all was handled; nothing for a channel that was never heard. */
  upTo(channelId: string): string | undefined {
    return this.#channels.get(channelId)?.upTo;
  }

  /** The latest message that was handled; nothing for a channel that was never heard. */
  latest(channelId: string): string | undefined {
    const channel = this.#channels.get(channelId);
    return channel && [...channel.handled].reduce(laterOf, channel.upTo);
  }

  has(channelId: string, messageId: string): boolean {
    const channel = this.#channels.get(channelId);
    return channel !== undefined && (!isBefore(channel.upTo, messageId) || channel.handled.has(messageId));
  }

  /** Takes over what was written down. */
  load(guildId: string, { channelId, messageId, handledIds }: Cursor): void {
    const handled = new Set(handledIds);
    this.#channels.set(channelId, { guildId, upTo: messageId, handled, changed: false });
  }

  /** A channel is heard from this message on. */
  begin(guildId: string, channelId: string, upTo: string): void {
    this.#channels.set(channelId, { guildId, upTo, handled: new Set(), changed: true });
  }

  /** A message was handled; those before it may not have been. */
  note(guildId: string, channelId: string, messageId: string): void {
    const channel = this.#channels.get(channelId);
    if (channel === undefined) {
      this.begin(guildId, channelId, messageId);
      return;
    }
    if (!isBefore(channel.upTo, messageId)) return;
    channel.handled.add(messageId);
    channel.changed = true;
    if (channel.handled.size > MOST_HANDLED) this.confirm(channelId, [...channel.handled].reduce(laterOf));
  }

  /** All messages up to this one were handled. */
  confirm(channelId: string, messageId: string): void {
    const channel = this.#channels.get(channelId);
    if (channel === undefined || !isBefore(channel.upTo, messageId)) return;
    channel.upTo = messageId;
    channel.changed = true;
    for (const id of channel.handled) if (!isBefore(messageId, id)) channel.handled.delete(id);
  }

  forget(channelId: string): void {
    this.#channels.delete(channelId);
  }

  /** Forgets a whole server. */
  forgetGuild(guildId: string): void {
    for (const [id, channel] of this.#channels) if (channel.guildId === guildId) this.#channels.delete(id);
  }

  /** Channels of a server with messages that were handled, while it is not known whether those between them were. */
  uncertain(guildId: string): string[] {
    const found = [...this.#channels].filter(([, one]) => one.guildId === guildId && one.handled.size > 0);
    return found.map(([id]) => id);
  }

  /** What is to be written down; it counts as written then. */
  takeChanged(guildId: string): Cursor[] {
    const changed = [...this.#channels].filter(([, one]) => one.guildId === guildId && one.changed);
    return changed.map(([channelId, channel]) => {
      channel.changed = false;
      return { channelId, messageId: channel.upTo, handledIds: [...channel.handled] };
    });
  }
}
