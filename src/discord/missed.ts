// Reads what several channels missed as one story: the earliest message first, whichever channel it stands in.
import type { GuildTextBasedChannel, Message } from 'discord.js';
import type { Context } from '../core/context.ts';
import { isBefore } from '../core/snowflakes.ts';
import { FULL_PAGE, pageOf } from './pages.ts';

/** Messages held in memory over all channels, about; with many channels each gives fewer at once. */
const HELD = 5_000;
const SMALLEST_PAGE = 10;
/** Messages that are told of to whoever looks ahead, before they are handled. */
const AHEAD = 800;

/** A channel that is read from a message on. */
export interface Backlog {
  readonly channel: GuildTextBasedChannel;
  /** Up to this message all was handled. */
  readonly from: string;
  /** Pages that may be read; the rest is left for another time. */
  readonly pagesLeft: number;
  /** Messages after this one are not read. */
  readonly upTo?: string;
  /** Of what comes after this message events tell: a page that reaches it is the last one. */
  readonly heardAfter?: string;
}

/** Messages that Discord gave at once, oldest first, and between which ids it was asked for them. */
export interface Page {
  readonly channel: GuildTextBasedChannel;
  readonly messages: readonly Message<true>[];
  /** Later than this one. */
  readonly after: string;
  /** Not later than this one, as far as it is known that there is nothing more. */
  readonly to: string;
}

export interface Reader {
  /** Handles one message; messages of one channel come in order. */
  handle(message: Message<true>): Promise<void>;
  /**
   * A channel was read to its end (`complete`), or cannot be read further now. Where it was, all that there is up to
   * `upTo` was handled, whichever message that was: the latest one may have been deleted.
   */
  finished(backlog: Backlog, complete: boolean, upTo: string): void;
  /** Called when a page was read, before it is handled. */
  prepare(page: Page): Promise<void>;
  /** Called with each message some time before it is handled, in the same order. */
  lookAhead?(message: Message<true>): void;
  isStopping(): boolean;
}

/** Reads these channels to their ends. Times are kept between channels, so that limits over time judge as they would have. */
export async function readMissed(ctx: Context, backlogs: readonly Backlog[], reader: Reader): Promise<void> {
  const limit = Math.min(FULL_PAGE, Math.max(SMALLEST_PAGE, Math.floor(HELD / Math.max(1, backlogs.length))));
  const left = new Set(backlogs.map((backlog) => new Stream({ ctx, reader, backlog, limit })));
  const story = storyOf([...left]);
  const told = reader.lookAhead ? someAhead(story, (message) => reader.lookAhead?.(message)) : story;
  for await (const { stream, message } of told) {
    if (reader.isStopping()) break;
    if (message) {
      await reader.handle(message);
      continue;
    }
    left.delete(stream);
    reader.finished(stream.backlog, stream.isComplete, stream.toldUpTo);
  }
  for (const { backlog } of left) reader.finished(backlog, false, backlog.from);
}

/** What comes next in the story: a message of a channel, or nothing more of it. */
interface Next {
  stream: Stream;
  message: Message<true> | undefined;
}

async function* storyOf(streams: readonly Stream[]): AsyncGenerator<Next, void> {
  await Promise.all(streams.map((stream) => stream.fill()));
  let open = [...streams];
  while (open.length > 0) {
    const stream = open.reduce((one, other) => (comesBefore(other, one) ? other : one));
    const message = stream.take();
    yield { stream, message };
    if (message === undefined) open = open.filter((other) => other !== stream);
    else if (stream.head === undefined) await stream.fill();
  }
}

/** Whether one is to be told of before the other: its end at once, else whose message is earlier. */
function comesBefore({ head: one }: Stream, { head: other }: Stream): boolean {
  return other !== undefined && (one === undefined || isBefore(one.id, other.id));
}

/** The same, with somebody being told of each message some time before. */
async function* someAhead(
  story: AsyncGenerator<Next, void>,
  lookAhead: (message: Message<true>) => void,
): AsyncGenerator<Next, void> {
  const held: Next[] = [];
  for await (const next of story) {
    if (next.message) lookAhead(next.message);
    held.push(next);
    const first = held.length > AHEAD ? held.shift() : undefined;
    if (first) yield first;
  }
  yield* held;
}

/** The messages of one channel, page by page; the next page is asked for while this one is handled. */
class Stream {
  readonly backlog: Backlog;
  readonly #ctx: Context;
  readonly #reader: Reader;
  readonly #limit: number;
  /** Oldest first. */
  readonly #waiting: Message<true>[] = [];
  #readUpTo: string;
  #pagesLeft: number;
  #page: Promise<void> | undefined;
  #isOver = false;
  /** Discord has no more, for now or for good. */
  isComplete = false;
  /** Up to here it is known which messages there are. */
  toldUpTo: string;

  constructor({
    ctx,
    reader,
    backlog,
    limit,
  }: { ctx: Context; reader: Reader; backlog: Backlog; limit: number }) {
    this.backlog = backlog;
    this.#ctx = ctx;
    this.#reader = reader;
    this.#limit = limit;
    this.#readUpTo = backlog.from;
    this.toldUpTo = backlog.from;
    this.#pagesLeft = backlog.pagesLeft;
  }

  /** The message whose turn it would be. */
  get head(): Message<true> | undefined {
    return this.#waiting[0];
  }

  take(): Message<true> | undefined {
    const message = this.#waiting.shift();
    // Whoever fills it up waits for this page, and hears of what went wrong.
    if (this.#waiting.length <= this.#limit / 2) this.#nextPage()?.catch(() => undefined);
    return message;
  }

  /** Resolves when there is a message, or none is left. */
  async fill(): Promise<void> {
    while (this.head === undefined && !this.#isOver) await this.#nextPage();
  }

  #nextPage(): Promise<void> | undefined {
    if (this.#isOver) return undefined;
    this.#page ??= this.#readPage().finally(() => {
      this.#page = undefined;
    });
    return this.#page;
  }

  async #readPage(): Promise<void> {
    const { channel, upTo, heardAfter } = this.backlog;
    if (this.#pagesLeft <= 0 || this.#reader.isStopping()) {
      this.#isOver = true;
      return;
    }
    this.#pagesLeft -= 1;
    const after = this.#readUpTo;
    const page = await pageOf(this.#ctx, channel, { after }, this.#limit);
    if (!page.done) {
      const { guildId, id: channelId } = channel;
      this.#ctx.log.warn(
        { feature: 'catchup', guildId, channelId, reason: page.reason },
        'what was missed in a channel could not be read',
      );
      this.#isOver = true;
      // Refused for good, there is nothing more to be had.
      this.isComplete = page.final;
      return;
    }
    const messages = page.value.filter(({ id }) => upTo === undefined || !isBefore(upTo, id));
    this.#readUpTo = messages.at(-1)?.id ?? after;
    const isHeard = heardAfter !== undefined && !isBefore(this.#readUpTo, heardAfter);
    const isLast = messages.length < this.#limit || isHeard;
    const to = isLast && heardAfter !== undefined && !isHeard ? heardAfter : this.#readUpTo;
    this.toldUpTo = to;
    await this.#reader.prepare({ channel, messages, after, to });
    this.#waiting.push(...messages);
    this.isComplete = isLast;
    this.#isOver = isLast;
  }
}
