// What happened while nobody listened: found out from Discord after each new connection, and told to the features as if it came now.
import {
  type Client,
  Events,
  GatewayDispatchEvents,
  type Guild,
  type GuildBasedChannel,
  type GuildTextBasedChannel,
  type Message,
  PermissionFlagsBits,
} from 'discord.js';
import type { CatchUpTask } from '../core/catch-up-progress.ts';
import type { Context } from '../core/context.ts';
import {
  type Cursor,
  cursorsOf,
  dropCursors,
  forgetListening,
  type Listening,
  listeningIn,
  saveCursors,
} from '../core/cursors.ts';
import { laterOf, timeOf } from '../core/snowflakes.ts';
import { archivedSince } from './archived.ts';
import { Comparison, type Findings } from './compare.ts';
import type { Feature } from './feature.ts';
import { Heard } from './heard.ts';
import { isBehind, startOf } from './missed.rules.ts';
import { type Backlog, type Reader, readMissed } from './missed.ts';
import { type Reviewed, reviewChannel } from './review.ts';
import type { Router } from './router.ts';

const DAY_MS = 86_400_000;
/** Reactions, edits and deletions of messages younger than this are looked for. */
export const WINDOW_MS = 14 * DAY_MS;
/** Cursors of threads that were quiet for longer are forgotten. */
const QUIET_THREADS_MS = 30 * DAY_MS;
/** Messages after which progress is written down and logged. */
const PORTION = 500;
/** Pages read of one channel in one look between two connections: 2,000 messages, as many as are remembered. */
const PAGES_OF_A_LOOK = 20;

/** How catching up goes in one server, counted; how far behind it is, the context's `catchUp` tells health and metrics. */
export interface CatchUpState extends Readonly<Findings> {
  readonly guildId: string;
  readonly isRunning: boolean;
  readonly startedAt: number;
  readonly finishedAt: number | undefined;
  /** Since when nobody had listened, ms; nothing for a server that is new. */
  readonly awaySince: number | undefined;
  /** Missed messages that were handled so far. */
  readonly messages: number;
  /** Channels still to be read. */
  readonly channelsLeft: number;
  /** Channels that could not be read to their end; they are read further the next time. */
  readonly channelsUnread: number;
}

type Progress = { -readonly [K in keyof CatchUpState]: CatchUpState[K] };

/** A channel to be looked into, and whether it missed messages. */
type Found = Reviewed & { readonly missedSome: boolean };

/** A channel whose events wait until what it missed was read. */
interface Gate {
  channel: GuildBasedChannel;
  open(): void;
}

export class CatchUpEngine {
  readonly #ctx: Context;
  readonly #router: Router;
  readonly #comparison: Comparison;
  readonly #heard = new Heard();
  readonly #listening = new Map<string, Listening>();
  readonly #states = new Map<string, Progress>();
  /** The last run in each server; the next one waits for it. */
  readonly #runs = new Map<string, Promise<void>>();
  readonly #guilds = new Map<string, Guild>();
  #stopping = false;

  constructor(ctx: Context, router: Router, features: readonly Feature[]) {
    this.#ctx = ctx;
    this.#router = router;
    this.#comparison = new Comparison(ctx, router, features);
  }

  /** How it stands in each server that is there. */
  get states(): readonly CatchUpState[] {
    return [...this.#states.values()];
  }

  /** Listens last, so that a message counts as handled when every feature has handled it. */
  get feature(): Feature {
    return {
      name: 'catchup',
      listeners: {
        [Events.GuildAvailable]: (_ctx, guild) => this.#begin(guild, false),
        [Events.GuildCreate]: (_ctx, guild) => this.#begin(guild, true),
        [Events.GuildDelete]: (_ctx, guild) => this.#forget(guild),
        [Events.ChannelCreate]: (_ctx, channel) => {
          if (isReadable(channel)) this.#heard.begin(channel.guildId, channel.id, channel.id);
        },
        [Events.ChannelDelete]: (_ctx, { id }) => this.#drop([id]),
        [Events.ThreadDelete]: (_ctx, { id }) => this.#drop([id]),
        [Events.MessageCreate]: (_ctx, message) => this.#note(message),
      },
      jobs: [{ name: 'look for lost messages', schedule: '*/5 * * * *', run: () => this.look() }],
    };
  }

  /** Threads that nobody remembers are deleted without an event of discord.js. */
  attach(client: Client): void {
    client.ws.on(GatewayDispatchEvents.ThreadDelete, ({ id }: { id: string }) => {
      if (!client.channels.cache.has(id)) void this.#router.inTurn(id, () => this.#comparison.threadGone(id));
    });
  }

  #note({ guildId, channelId, channel, id }: Message): void {
    if (guildId === null) return;
    const isNew = this.#heard.upTo(channelId) === undefined && channel.isThread();
    // A thread that was opened since is to be read from its beginning, should something of it have got lost.
    if (isNew && timeOf(channelId) >= (this.#listening.get(guildId)?.since ?? 0))
      this.#heard.begin(guildId, channelId, String(BigInt(channelId) - 1n));
    this.#heard.note(guildId, channelId, id);
  }

  /** Resolves when nothing is being caught up. */
  async whenIdle(): Promise<void> {
    await Promise.all(this.#runs.values());
  }

  /** Ends what is under way after the message in hand, and writes down how far it came. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await this.whenIdle();
  }

  /** Writes down how far was heard; for when nothing is being handled any more. */
  async save(): Promise<void> {
    const now = this.#ctx.clock.now();
    for (const { guildId, finishedAt } of this.states)
      await this.#save(guildId, finishedAt === undefined ? undefined : now);
  }

  /** Looks whether messages got lost where others came through: Discord promises no event. */
  async look(): Promise<void> {
    for (const guild of this.#guilds.values()) {
      const until = this.#ctx.clock.now();
      if (this.#isRunning(guild.id)) continue;
      for (const channelId of this.#heard.uncertain(guild.id)) {
        if (this.#stopping) return;
        await this.#router.inTurn(channelId, () => this.#lookInto(guild, channelId));
      }
      if (!this.#isRunning(guild.id)) await this.#save(guild.id, until);
    }
  }

  async #lookInto(guild: Guild, channelId: string): Promise<void> {
    const channel = guild.channels.cache.get(channelId);
    const from = this.#heard.upTo(channelId);
    if (from === undefined || !channel || !isReadable(channel)) return;
    await readMissed(
      this.#ctx,
      [{ channel, from, pagesLeft: PAGES_OF_A_LOOK }],
      this.#reader(guild, undefined, () => undefined),
    );
  }

  #isRunning(guildId: string): boolean {
    return this.#states.get(guildId)?.isRunning ?? false;
  }

  /** A server is there. From this moment on events in its channels wait until what they missed was read. */
  #begin(guild: Guild, isNew: boolean): Promise<void> {
    const gates = [...guild.channels.cache.values()].map((channel) => this.#gate(channel));
    const before = this.#runs.get(guild.id) ?? Promise.resolve();
    const run = before
      .then(() => this.#run(guild, gates, isNew))
      .finally(() => {
        for (const gate of gates) gate.open();
      });
    this.#guilds.set(guild.id, guild);
    this.#runs.set(
      guild.id,
      run.catch(() => undefined),
    );
    return run;
  }

  #gate(channel: GuildBasedChannel): Gate {
    const { promise, resolve } = Promise.withResolvers<void>();
    void this.#router.inTurn(channel.id, () => promise);
    return { channel, open: resolve };
  }

  async #run(guild: Guild, gates: readonly Gate[], isNew: boolean): Promise<void> {
    const { id: guildId } = guild;
    const startedAt = this.#ctx.clock.now();
    if (isNew) await this.#forget(guild);
    const { saved, before } = await this.#recall(guild);
    const progress = this.#start(guildId, startedAt, before);
    const task = this.#ctx.catchUp.begin(guildId, before?.until ?? startedAt);
    const archived = before ? await archivedSince(this.#ctx, guild, before.until) : [];
    const all = [...gates, ...archived.map((channel) => this.#gate(channel))];
    try {
      const behind = all.flatMap((gate) => this.#settleStart(gate, guild, saved, before) ?? []);
      // From here on the places of channels that were never heard are known: they are not to be lost.
      if (!before) this.#listening.set(guildId, { since: startedAt, until: startedAt });
      await this.#save(guildId);
      if (before) await this.#catchUp(guild, all, behind, before, progress, task, new Set(archived));
      if (this.#stopping) return;
      await this.#save(guildId, startedAt);
      progress.finishedAt = this.#ctx.clock.now();
    } finally {
      for (const gate of all) gate.open();
      progress.isRunning = false;
      task.over({ complete: progress.finishedAt !== undefined && progress.channelsUnread === 0 });
      const { isRunning: _, guildId: __, ...about } = progress;
      if (before) this.#ctx.log.info({ feature: 'catchup', guildId, ...about }, 'caught up');
    }
  }

  #start(guildId: string, startedAt: number, before: Listening | undefined): Progress {
    const progress: Progress = {
      guildId,
      isRunning: true,
      startedAt,
      finishedAt: undefined,
      awaySince: before?.until,
      messages: 0,
      edits: 0,
      reactions: 0,
      reactionsGone: 0,
      messagesGone: 0,
      channelsLeft: 0,
      channelsUnread: 0,
    };
    this.#states.set(guildId, progress);
    return progress;
  }

  /** What was written down, or is in memory from the connection before. */
  async #recall(guild: Guild): Promise<{ saved: ReadonlySet<string>; before: Listening | undefined }> {
    const { db, clock } = this.#ctx;
    const known = this.#listening.get(guild.id);
    const before = known ?? (await db.read((reader) => listeningIn(reader, guild.id)));
    if (before) this.#listening.set(guild.id, before);
    const cursors: Cursor[] = known ? [] : await db.read((reader) => cursorsOf(reader, guild.id));
    const quietSince = clock.now() - QUIET_THREADS_MS;
    const quiet = cursors.filter(
      ({ channelId, messageId }) => !guild.channels.cache.has(channelId) && timeOf(messageId) < quietSince,
    );
    if (quiet.length > 0) await this.#drop(quiet.map(({ channelId }) => channelId));
    const forgotten = new Set(quiet);
    for (const cursor of cursors) if (!forgotten.has(cursor)) this.#heard.load(guild.id, cursor);
    const saved = new Set(cursors.map(({ channelId }) => channelId));
    if (known) for (const id of guild.channels.cache.keys()) if (this.#heard.upTo(id)) saved.add(id);
    return { saved, before };
  }

  /** Where a channel is to be read from; those that missed nothing go on at once. */
  #settleStart(
    { channel, open }: Gate,
    guild: Guild,
    saved: ReadonlySet<string>,
    before: Listening | undefined,
  ): Found[] | undefined {
    const isForum = channel.isThreadOnly();
    if (!isForum && !isReadable(channel)) {
      this.#heard.forget(channel.id);
      open();
      return undefined;
    }
    const isThread = channel.isThread();
    const parentId = isThread ? (channel.parentId ?? '') : '';
    const facts = {
      id: channel.id,
      isThread,
      parentIsKnown: saved.has(parentId) || (before !== undefined && timeOf(parentId || '0') >= before.until),
      // Of a forum it is its latest post, which is a channel of its own.
      lastMessageId: isForum ? null : channel.lastMessageId,
    };
    const known = this.#heard.upTo(channel.id);
    const from = startOf(facts, known, before, { now: this.#ctx.clock.now(), windowMs: WINDOW_MS });
    if (known === undefined) this.#heard.begin(guild.id, channel.id, from);
    const missedSome = isBehind(facts, from);
    if (!missedSome) open();
    if (isForum || !before) return undefined;
    const isNews = missedSome || timeOf(channel.id) >= before.until;
    const to = laterOf(facts.lastMessageId ?? from, from);
    return known !== undefined || isNews ? [{ channel, from, to, missedSome }] : undefined;
  }

  async #catchUp(
    guild: Guild,
    gates: readonly Gate[],
    reviewed: readonly Found[],
    { until: awaySince }: Listening,
    progress: Progress,
    task: CatchUpTask,
    archived: ReadonlySet<GuildBasedChannel>,
  ): Promise<void> {
    const openings = new Map(gates.map((gate) => [gate.channel.id, gate.open]));
    const behind = reviewed.filter(({ missedSome }) => missedSome);
    progress.channelsLeft = behind.length;
    const backlogs = behind.map(({ channel, from }) => ({
      channel,
      from,
      pagesLeft: Number.POSITIVE_INFINITY,
    }));
    for (const { channel } of reviewed)
      if (channel.isThread() && timeOf(channel.id) >= awaySince)
        await this.#router.retell('threadCreate', channel, true);
    const reader = this.#reader(guild, { progress, task }, ({ channel }) => openings.get(channel.id)?.());
    await readMissed(this.#ctx, backlogs, reader);
    for (const { channel } of behind)
      if (archived.has(channel) && channel.isThread())
        await this.#router.retell('threadUpdate', channel, channel);
    const engine = this;
    const review = {
      ctx: this.#ctx,
      router: this.#router,
      comparison: this.#comparison,
      awaySince,
      windowMs: WINDOW_MS,
      found: progress,
      get isStopping() {
        return engine.#stopping;
      },
    };
    for (const one of reviewed) await reviewChannel(review, one);
  }

  /** `about` is none for a look between two connections. */
  #reader(
    guild: Guild,
    about: { progress: Progress; task: CatchUpTask } | undefined,
    finished: (backlog: Backlog) => void,
  ): Reader {
    const { clock, log } = this.#ctx;
    const progress = about?.progress;
    const engine = this;
    const found: Findings = progress ?? { edits: 0, reactions: 0, reactionsGone: 0, messagesGone: 0 };
    const awaySince = progress?.awaySince ?? clock.now();
    let messages = 0;
    return {
      get isStopping() {
        return engine.#stopping;
      },
      prepare: (page) => this.#knowAuthors(guild, page),
      handle: async (message) => {
        const { channelId, id, createdTimestamp } = message;
        const wasHandled = this.#heard.has(channelId, id);
        if (wasHandled) await this.#comparison.edit(message, awaySince, found);
        else await this.#router.retell('messageCreate', message);
        if (progress) await this.#comparison.reactions(message, createdTimestamp, found);
        this.#heard.confirm(channelId, id);
        messages += wasHandled ? 0 : 1;
        if (!progress) return;
        progress.messages = messages;
        about?.task.reached(createdTimestamp);
        if (messages % PORTION !== 0 || wasHandled) return;
        await this.#save(guild.id);
        const { channelsLeft } = progress;
        log.info({ feature: 'catchup', guildId: guild.id, messages, channelsLeft }, 'catching up');
      },
      finished: (backlog, complete) => {
        const { channel } = backlog;
        if (progress) {
          progress.channelsLeft -= 1;
          if (!complete) progress.channelsUnread += 1;
        } else if (messages > 0)
          log.warn(
            { feature: 'catchup', guildId: guild.id, channelId: channel.id, messages },
            'lost messages were found',
          );
        finished(backlog);
      },
    };
  }

  /** Roles and nicknames come with an event, but not with a message that is looked up: those who wrote are asked for first. */
  async #knowAuthors(guild: Guild, page: readonly Message<true>[]): Promise<void> {
    const authors = page.filter(({ author, webhookId }) => !author.bot && webhookId === null);
    const unknown = [...new Set(authors.map(({ author }) => author.id))].filter(
      (id) => !guild.members.cache.has(id),
    );
    if (unknown.length > 0) await this.#ctx.actions.rolesAmong(guild.id, unknown);
  }

  /** Writes down how far was heard; `until`, only when all before that was handled. */
  async #save(guildId: string, until?: number): Promise<void> {
    const listening = this.#listening.get(guildId);
    if (!listening) return;
    const now = { ...listening, until: until ?? listening.until };
    this.#listening.set(guildId, now);
    const changed = this.#heard.takeChanged(guildId);
    await this.#ctx.db.write((tx) => saveCursors(tx, guildId, now, changed));
  }

  async #drop(channelIds: readonly string[]): Promise<void> {
    for (const id of channelIds) this.#heard.forget(id);
    await this.#ctx.db.write((tx) => dropCursors(tx, channelIds));
  }

  /** The bot was removed from a server, or is new in it: what was heard before says nothing any more. */
  async #forget({ id }: Guild): Promise<void> {
    this.#heard.forgetGuild(id);
    this.#listening.delete(id);
    this.#states.delete(id);
    await this.#ctx.db.write((tx) => forgetListening(tx, id));
  }
}

/** Whether Laurel may read what was said there. */
function isReadable(channel: GuildBasedChannel): channel is GuildTextBasedChannel {
  if (!channel.isTextBased()) return false;
  const me = channel.guild.members.me;
  const needed = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.ReadMessageHistory;
  return me === null || (channel.permissionsFor(me)?.has(needed) ?? false);
}
