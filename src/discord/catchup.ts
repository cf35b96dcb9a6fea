// What happened while nobody listened: found out from Discord after each new connection, and told to the features as if it came now.
import {
  type AnyThreadChannel,
  type Client,
  Events,
  GatewayDispatchEvents,
  type Guild,
  type GuildBasedChannel,
  type Message,
} from 'discord.js';
import { atOnce } from '../core/at-once.ts';
import { breathe } from '../core/breathe.ts';
import type { CatchUpTask } from '../core/catch-up-progress.ts';
import type { Context } from '../core/context.ts';
import { idBefore, laterOf, timeOf } from '../core/snowflakes.ts';
import { archivedSince } from './archived.ts';
import { Authors, makeRoom } from './authors.ts';
import { Comparison, type Gone } from './compare.ts';
import type { Feature } from './feature.ts';
import { closeGate, type Gate } from './gate.ts';
import { HeardLog, type Recalled } from './heard-log.ts';
import type { MemberQuestions } from './member-questions.ts';
import { type Backlog, readMissed } from './missed.ts';
import { ReactorsAhead } from './reactors.ts';
import {
  type CatchUpState,
  catchingUp,
  LISTENER,
  lookingAgain,
  newProgress,
  type Progress,
  type Retelling,
} from './retelling.ts';
import { reviewChannel } from './review.ts';
import type { Router } from './router.ts';
import { findStart, isReadable, missedSomeIn } from './starts.ts';
import { lookAtThreads } from './thread-look.ts';

/** Reactions, edits and deletions of messages younger than this are looked for, in ms. */
const WINDOW_MS = 14 * 86_400_000;
/**
 * Threads that were archived so long before Laurel stopped listening are looked into as well, ms: what was said in one, what
 * was done there, and that it was archived, may have got lost before, and nobody comes by there again. Of those that were
 * archived earlier and that Discord tells of in the same answers, only the ones are in which more was said than was heard.
 */
const ARCHIVED_BEFORE_MS = 86_400_000;
/** Pages read of one channel in one look between two connections: 2,000 messages, as many as are remembered. */
const PAGES_OF_A_LOOK = 20;
/** What was said so lately may still be on its way to us, in ms: it is not lost yet. */
const ON_ITS_WAY_MS = 30_000;
/** Channels looked through at the same time: enough to make use of what Discord allows, each over quickly. */
const REVIEWED_AT_ONCE = 4;

/** One server that is being caught up. */
interface Run {
  guild: Guild;
  recalled: Recalled;
  progress: Progress;
  task: CatchUpTask;
  /** Aborted when a later connection begins anew. */
  overtaken: AbortSignal;
}

export class CatchUpEngine {
  readonly #ctx: Context;
  readonly #router: Router;
  readonly #features: readonly Feature[];
  readonly #comparison: Comparison;
  readonly #log: HeardLog;
  readonly #retelling: Retelling;
  readonly #states = new Map<string, Progress>();
  /** The last run in each server; the next one waits for it. */
  readonly #runs = new Map<string, Promise<void>>();
  /** By server, what tells the run under way that a later one has begun. */
  readonly #latest = new Map<string, AbortController>();
  readonly #guilds = new Map<string, Guild>();
  #stopping = false;

  constructor(ctx: Context, router: Router, features: readonly Feature[], members: MemberQuestions) {
    this.#ctx = ctx;
    this.#router = router;
    this.#features = features;
    this.#comparison = new Comparison(ctx, router, features);
    this.#log = new HeardLog(ctx);
    const parts = { ctx, router, members, comparison: this.#comparison, log: this.#log };
    this.#retelling = { ...parts, isStopping: () => this.#stopping };
  }

  /** How it stands in each server that is there. */
  get states(): readonly CatchUpState[] {
    return [...this.#states.values()];
  }

  /** Listens last, so that a message counts as handled when every feature has handled it. */
  get feature(): Feature {
    return {
      name: LISTENER,
      listeners: {
        [Events.GuildAvailable]: (_ctx, guild) => this.#begin(guild, false),
        [Events.GuildCreate]: (_ctx, guild) => this.#begin(guild, true),
        [Events.GuildDelete]: (_ctx, guild) => this.#leave(guild),
        [Events.ChannelCreate]: (_ctx, channel) => {
          if (isReadable(channel)) this.#log.heard.begin(channel.guildId, channel.id, channel.id);
        },
        [Events.ChannelDelete]: (_ctx, { id }) => this.#log.drop([id]),
        [Events.ThreadDelete]: (_ctx, { id }) => this.#log.drop([id]),
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

  /** Resolves when nothing is being caught up. */
  async whenIdle(): Promise<void> {
    await Promise.all(this.#runs.values());
  }

  /** Ends what is under way after the message in hand. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await this.whenIdle();
  }

  /** Writes down how far was heard; for when nothing is being handled any more. */
  async save(): Promise<void> {
    const now = this.#ctx.clock.now();
    for (const { guildId, finishedAt } of this.states)
      await this.#log.save(guildId, finishedAt === undefined ? undefined : now);
  }

  /** Looks whether messages got lost where others came through: Discord promises no event. */
  async look(): Promise<void> {
    for (const guild of this.#guilds.values()) {
      const until = this.#ctx.clock.now();
      if (this.#isRunning(guild)) continue;
      for (const channelId of this.#log.heard.uncertain(guild.id)) {
        if (this.#stopping) return;
        await this.#router.inTurn(channelId, () => this.#lookInto(guild, channelId));
      }
      if (!this.#isRunning(guild)) await this.#log.save(guild.id, until);
    }
  }

  async #lookInto(guild: Guild, channelId: string): Promise<void> {
    const channel = guild.channels.cache.get(channelId);
    const [from, latest] = [this.#log.heard.upTo(channelId), this.#log.heard.latest(channelId)];
    if (from === undefined || latest === undefined || !channel || !isReadable(channel)) return;
    const upTo = laterOf(latest, idBefore(this.#ctx.clock.now() - ON_ITS_WAY_MS));
    const backlog = { channel, from, upTo, heardAfter: upTo, pagesLeft: PAGES_OF_A_LOOK };
    await readMissed(this.#ctx, [backlog], lookingAgain(this.#retelling, guild));
  }

  #isRunning({ id }: Guild): boolean {
    return this.#states.get(id)?.isRunning ?? false;
  }

  #note({ guildId, channelId, channel, id }: Message): void {
    if (guildId === null) return;
    const isNew = this.#log.heard.upTo(channelId) === undefined && channel.isThread();
    // A thread that was opened since is to be read from its beginning, should something of it have got lost.
    if (isNew && timeOf(channelId) >= (this.#log.since(guildId) ?? 0))
      this.#log.heard.begin(guildId, channelId, String(BigInt(channelId) - 1n));
    this.#log.heard.note(guildId, channelId, id);
  }

  /** A server is there. From this moment on events in its channels wait until what they missed was read. */
  #begin(guild: Guild, isNew: boolean): Promise<void> {
    const gates = [...guild.channels.cache.values()].map((channel) => closeGate(this.#router, channel));
    const openAll = () => {
      for (const gate of gates) gate.open();
    };
    // The channels' turns are taken: a run under way that waits for one of them would wait for ever.
    this.#latest.get(guild.id)?.abort();
    const latest = new AbortController();
    this.#latest.set(guild.id, latest);
    const before = this.#runs.get(guild.id) ?? Promise.resolve();
    const { signal } = latest;
    const run = before.then(() => this.#run(guild, gates, isNew, signal)).finally(openAll);
    this.#guilds.set(guild.id, guild);
    this.#runs.set(
      guild.id,
      run.catch(() => undefined),
    );
    return run.then(async () => {
      if (!this.#stopping && !signal.aborted) await this.#comparison.people(guild.id);
    });
  }

  async #run(guild: Guild, gates: readonly Gate[], isNew: boolean, overtaken: AbortSignal): Promise<void> {
    const { id: guildId } = guild;
    const startedAt = this.#ctx.clock.now();
    if (isNew) await this.#log.forget(guildId);
    const recalled = await this.#log.recall(guild);
    const { before } = recalled;
    const progress = newProgress(guildId, startedAt, before?.until);
    this.#states.set(guildId, progress);
    const task = this.#ctx.catchUp.begin(guildId, before?.until ?? startedAt);
    try {
      const run = { guild, recalled, progress, task, overtaken };
      if (before) await this.#catchUp(run, gates);
      else {
        await this.#prepare();
        for (const { channel } of gates) this.#start(channel, recalled);
      }
      await lookAtThreads(this.#whileIn(run), guild, progress);
      if (!before) this.#log.begin(guildId, startedAt);
      if (this.#isOver(run) && before) return;
      await this.#log.save(guildId, startedAt);
      progress.finishedAt = this.#ctx.clock.now();
    } finally {
      progress.isRunning = false;
      task.over({ complete: progress.finishedAt !== undefined && progress.channelsUnread === 0 });
    }
    const { isRunning: _, ...about } = progress;
    if (before) this.#ctx.log.info({ feature: 'catchup', ...about }, 'caught up');
  }

  /** What takes a while before the first message is read is done in pieces, while commands are answered. */
  async #prepare(): Promise<void> {
    for (const { prepare } of this.#features) while (prepare?.()) await breathe();
  }

  async #catchUp(run: Run, gates: readonly Gate[]): Promise<void> {
    const { guild, recalled, progress, task, overtaken } = run;
    const retelling = this.#whileIn(run);
    const awaySince = progress.awaySince ?? progress.startedAt;
    // What was missed is asked for meanwhile; events come when all is known.
    const prepared = this.#prepare();
    const opening = prepared.catch(() => undefined);
    const missedSome = (thread: AnyThreadChannel) =>
      missedSomeIn(thread, this.#log.heard, recalled, this.#when());
    const archived = await archivedSince(this.#ctx, guild, awaySince - ARCHIVED_BEFORE_MS, missedSome);
    const waiting = new Set(gates.map(({ channel }) => channel.id));
    const others = archived.filter(({ id }) => !waiting.has(id));
    const all = [...gates, ...others.map((thread) => closeGate(this.#router, thread))];
    const takeRoomAway = makeRoom(guild);
    try {
      const found = all.flatMap(({ channel, open }) => {
        const one = this.#start(channel, recalled);
        if (!one?.missedSome) void opening.then(open);
        return one ?? [];
      });
      // From here on it is known where channels that were never heard begin: that is not to be lost.
      await this.#log.save(guild.id);
      const behind = found.filter(({ missedSome }) => missedSome);
      progress.channelsLeft = behind.length;
      for (const { channel } of found)
        if (channel.isThread() && timeOf(channel.id) >= awaySince) {
          await prepared;
          await this.#router.retell('threadCreate', channel, true);
        }
      const openings = new Map(all.map((gate) => [gate.channel.id, gate.open]));
      const authors = new Authors(retelling, guild, overtaken);
      const look = { found: progress, ahead: new ReactorsAhead(this.#ctx, retelling.isStopping), authors };
      const gone = new Map<string, Gone[]>();
      const finished = ({ channel }: Backlog) => openings.get(channel.id)?.();
      const reader = catchingUp(retelling, guild, { progress, task, look, gone, prepared, finished });
      const backlogs = behind.map(({ channel, from, to }) => ({
        channel,
        from,
        pagesLeft: Infinity,
        heardAfter: to,
      }));
      await readMissed(this.#ctx, backlogs, reader);
      await prepared;
      const review = { ...retelling, overtaken, awaySince, windowMs: WINDOW_MS, look, gone };
      await atOnce(found, REVIEWED_AT_ONCE, (one) => reviewChannel(review, one));
    } finally {
      takeRoomAway();
      for (const gate of all) gate.open();
    }
  }

  #start(channel: GuildBasedChannel, recalled: Recalled): ReturnType<typeof findStart> {
    return findStart(channel, this.#log.heard, recalled, this.#when());
  }

  #when(): { now: number; windowMs: number } {
    return { now: this.#ctx.clock.now(), windowMs: WINDOW_MS };
  }

  /** A later connection began anew, or the bot stops. */
  #isOver({ overtaken }: Run): boolean {
    return this.#stopping || overtaken.aborted;
  }

  #whileIn(run: Run): Retelling {
    return { ...this.#retelling, isStopping: () => this.#isOver(run) };
  }

  async #leave({ id }: Guild): Promise<void> {
    this.#states.delete(id);
    this.#guilds.delete(id);
    this.#ctx.catchUp.forget(id);
    await this.#log.forget(id);
  }
}
