// Reads what several channels missed as one story: the earliest message first, whichever channel it stands in.
import type { GuildTextBasedChannel, Message } from 'discord.js';
import type { Context } from '../core/context.ts';
import { isBefore } from '../core/snowflakes.ts';
import { FULL_PAGE, pageOf } from './pages.ts';

/** Messages held in memory over all channels, about; with many channels each gives fewer at once. */
const HELD = 5_000;
const SMALLEST_PAGE = 10;
/** Channels asked at the same time for their first messages. */
const AT_ONCE = 5;

/** A channel that is read from a message on. */
export interface Backlog {
  readonly channel: GuildTextBasedChannel;
  /** Up to this message all was handled; moves on as it is read. */
  from: string;
  /** Pages that may be read; the rest is left for another time. */
  pagesLeft: number;
  /** Messages after this one are not read. */
  readonly upTo?: string;
}

interface Stream extends Backlog {
  /** Oldest first. */
  waiting: Message<true>[];
  /** Whether Discord has no more, for now. */
  isOver: boolean;
}

export interface Reader {
  /** Handles one message; messages of one channel come in order. */
  handle(message: Message<true>): Promise<void>;
  /** A channel was read to its end (`complete`), or cannot be read further now. */
  finished(backlog: Backlog, complete: boolean): void;
  /** Called when a page was read, before it is handled. */
  prepare(messages: readonly Message<true>[]): Promise<void>;
  isStopping(): boolean;
}

/** Reads these channels to their ends. Times are kept between channels, so that limits over time judge as they would have. */
export async function readMissed(ctx: Context, backlogs: readonly Backlog[], reader: Reader): Promise<void> {
  const limit = Math.min(FULL_PAGE, Math.max(SMALLEST_PAGE, Math.floor(HELD / Math.max(1, backlogs.length))));
  let streams: Stream[] = backlogs.map((backlog) => Object.assign(backlog, { waiting: [], isOver: false }));
  const refill = async (stream: Stream): Promise<boolean> => {
    if (stream.isOver || stream.pagesLeft <= 0 || reader.isStopping()) {
      reader.finished(stream, stream.isOver);
      return false;
    }
    stream.pagesLeft -= 1;
    const page = await pageOf(ctx, stream.channel, { after: stream.from }, limit);
    if (!page.done) {
      const { guildId, id: channelId } = stream.channel;
      ctx.log.warn(
        { feature: 'catchup', guildId, channelId, reason: page.reason },
        'what was missed in a channel could not be read',
      );
      // Refused for good, there is nothing more to be had.
      reader.finished(stream, page.final);
      return false;
    }
    const wanted = page.value.filter(({ id }) => stream.upTo === undefined || !isBefore(stream.upTo, id));
    stream.isOver = wanted.length < limit;
    if (wanted.length === 0) return refill(stream);
    await reader.prepare(wanted);
    stream.waiting = [...wanted];
    return true;
  };

  for (let first = 0; first < streams.length; first += AT_ONCE) {
    await Promise.all(streams.slice(first, first + AT_ONCE).map(refill));
  }
  streams = streams.filter(({ waiting }) => waiting.length > 0);
  while (streams.length > 0) {
    const stream = streams.reduce((one, other) => (isBefore(headOf(other), headOf(one)) ? other : one));
    const message = stream.waiting.shift();
    if (message && !reader.isStopping()) {
      await reader.handle(message);
      stream.from = message.id;
    }
    if (reader.isStopping()) stream.waiting = [];
    if (stream.waiting.length > 0 || (await refill(stream))) continue;
    streams = streams.filter((other) => other !== stream);
  }
}

/** The id of the message whose turn it would be. */
function headOf({ waiting, from }: Stream): string {
  return waiting[0]?.id ?? from;
}
