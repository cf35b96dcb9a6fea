// How far was heard in each server, in memory and in the database, which follows now and then.
import type { Guild } from 'discord.js';
import type { Context } from '../core/context.ts';
import {
  cursorsOf,
  dropCursors,
  forgetListening,
  type Listening,
  listeningIn,
  saveCursors,
} from '../core/cursors.ts';
import { timeOf } from '../core/snowflakes.ts';
import { Heard } from './heard.ts';

/** Cursors of threads that were quiet for longer are forgotten, in ms. */
const QUIET_THREADS_MS = 30 * 86_400_000;

/** What is known of a server when it becomes available. */
export interface Recalled {
  /** Since when and until when Laurel listened; nothing for a server that is new. */
  before: Listening | undefined;
  /** The channels that were heard before. */
  channelIds: ReadonlySet<string>;
}

export class HeardLog {
  readonly heard = new Heard();
  readonly #ctx: Pick<Context, 'db' | 'clock'>;
  readonly #listening = new Map<string, Listening>();

  constructor(ctx: Pick<Context, 'db' | 'clock'>) {
    this.#ctx = ctx;
  }

  /** Since when Laurel listens in a server, ms. */
  since(guildId: string): number | undefined {
    return this.#listening.get(guildId)?.since;
  }

  /** What was written down, or is in memory from the connection before. */
  async recall({ id, channels }: Guild): Promise<Recalled> {
    const known = this.#listening.get(id);
    if (known) {
      const heard = [...channels.cache.keys()].filter((one) => this.heard.upTo(one) !== undefined);
      return { before: known, channelIds: new Set(heard) };
    }
    const { db, clock } = this.#ctx;
    const before = await db.read((reader) => listeningIn(reader, id));
    if (before) this.#listening.set(id, before);
    const quietSince = clock.now() - QUIET_THREADS_MS;
    const quiet: string[] = [];
    const channelIds = new Set<string>();
    for (const cursor of await db.read((reader) => cursorsOf(reader, id))) {
      const { channelId, messageId } = cursor;
      if (!channels.cache.has(channelId) && timeOf(messageId) < quietSince) quiet.push(channelId);
      else {
        this.heard.load(id, cursor);
        channelIds.add(channelId);
      }
    }
    if (quiet.length > 0) await this.drop(quiet);
    return { before, channelIds };
  }

  /** Laurel begins to listen in a server. */
  begin(guildId: string, at: number): void {
    this.#listening.set(guildId, { since: at, until: at });
  }

  /** Writes down how far was heard; `until` only when all that happened before it was handled. */
  async save(guildId: string, until?: number): Promise<void> {
    const listening = this.#listening.get(guildId);
    if (!listening) return;
    const now = { ...listening, until: until ?? listening.until };
    this.#listening.set(guildId, now);
    const changed = this.heard.takeChanged(guildId);
    await this.#ctx.db.write((tx) => saveCursors(tx, guildId, now, changed));
  }

  /** Channels or threads are no more. */
  async drop(channelIds: readonly string[]): Promise<void> {
    for (const id of channelIds) this.heard.forget(id);
    await this.#ctx.db.write((tx) => dropCursors(tx, channelIds));
  }

  /** The bot was removed from a server, or is new in it: what was heard before says nothing any more. */
  async forget(guildId: string): Promise<void> {
    this.heard.forgetGuild(guildId);
    this.#listening.delete(guildId);
    await this.#ctx.db.write((tx) => forgetListening(tx, guildId));
  }
}
