// Reads the past of servers in the background: oldest first, a page at a time, giving way to what happens now.

import type { Guild, Message } from 'discord.js';
import { breathe } from '../../core/breathe.ts';
import type { Context } from '../../core/context.ts';
import {
  finishReading,
  type PastReading,
  pastReadingIn,
  type ReadSoFar,
  saveReading,
} from '../../core/past-readings.ts';
import { idBefore } from '../../core/snowflakes.ts';
import { type Page, readMissed } from '../../discord/missed.ts';
import { newReference } from '../../log.ts';
import { PastListener } from '../thanks/past.ts';
import { channelsWithPast } from './channels.discord.ts';
import { pastWordsOf } from './words.discord.ts';

/** Rest before each page, ms: Discord's answers are for others too. */
const REST_MS = 250;
/** Rest while there is something newer to catch up with, ms. */
const WHILE_BEHIND_MS = 1_000;
/** Messages after which it is written down how far it has come. */
const PORTION = 100;

interface Run {
  isOver: boolean;
  done: Promise<void>;
}

/** Those under way, by server. One begins when the one before has ended. */
const runs = new WeakMap<Context, Map<string, Run>>();
/** Servers that are there, for going on after Discord did not answer. */
const there = new WeakMap<Context, Map<string, Guild>>();

function of<T>(all: WeakMap<Context, Map<string, T>>, ctx: Context): Map<string, T> {
  const known = all.get(ctx) ?? new Map<string, T>();
  all.set(ctx, known);
  return known;
}

/** Reads on, in the background, if the past of this server is to be read. */
export function readOn(ctx: Context, guild: Guild): void {
  of(there, ctx).set(guild.id, guild);
  const all = of(runs, ctx);
  const before = all.get(guild.id)?.done ?? Promise.resolve();
  const run: Run = { isOver: false, done: Promise.resolve() };
  run.done = before
    .then(() => read(ctx, guild, run))
    .catch((err) =>
      ctx.log.error(
        { feature: 'history', guildId: guild.id, ref: newReference(), err },
        'the past could not be read',
      ),
    )
    .finally(() => {
      if (all.get(guild.id) === run) all.delete(guild.id);
    });
  all.set(guild.id, run);
}

/** Whether something is being read there just now. */
export function isReading(ctx: Context, guildId: string): boolean {
  return of(runs, ctx).has(guildId);
}

/** Goes on where nothing is being read although it is to be: Discord may not have answered for a while. */
export async function readOnEverywhere(ctx: Context): Promise<void> {
  for (const guild of of(there, ctx).values()) if (!isReading(ctx, guild.id)) readOn(ctx, guild);
}

/** Ends reading in a server after the message in hand; what it has come to is written down then. */
export async function stopReading(ctx: Context, guildId: string): Promise<void> {
  const run = of(runs, ctx).get(guildId);
  if (!run) return;
  run.isOver = true;
  await run.done;
}

export async function stopEverywhere(ctx: Context): Promise<void> {
  const guildIds = [...of(runs, ctx).keys()];
  of(there, ctx).clear();
  await Promise.all(guildIds.map((guildId) => stopReading(ctx, guildId)));
}

/** A server that took the bot out. */
export async function forgetGuild(ctx: Context, guildId: string): Promise<void> {
  of(there, ctx).delete(guildId);
  await stopReading(ctx, guildId);
}

async function read(ctx: Context, guild: Guild, run: Run): Promise<void> {
  const reading = await ctx.db.read((db) => pastReadingIn(db, guild.id));
  if (reading?.state !== 'running' || run.isOver) return;
  const { since, until, readUpTo } = reading;
  const channels = await channelsWithPast(ctx, guild, { since, after: readUpTo });
  const upTo = idBefore(until);
  const backlogs = channels.map((channel) => ({ channel, from: readUpTo, pagesLeft: Infinity, upTo }));
  const past = new Past(ctx, guild, reading, run);
  await readMissed(ctx, backlogs, past);
  await past.save();
  if (run.isOver) return;
  await ctx.db.write((tx) => finishReading(tx, reading, ctx.clock.now()));
  const { messages, given, refused } = past.soFar;
  ctx.log.info({ feature: 'history', guildId: guild.id, messages, given, refused }, 'the past was read');
}

/** One reading: what is made of each message, and how far it has come. */
class Past {
  readonly #ctx: Context;
  readonly #guild: Guild;
  readonly #reading: PastReading;
  readonly #run: Run;
  readonly #botIds = new Set<string>();
  readonly #listener: PastListener;
  readonly soFar: ReadSoFar;

  constructor(ctx: Context, guild: Guild, reading: PastReading, run: Run) {
    this.#ctx = ctx;
    this.#guild = guild;
    this.#reading = reading;
    this.#run = run;
    this.#listener = new PastListener(ctx, (id) => this.#isBot(id));
    const { readUpTo, messages, given, refused } = reading;
    this.soFar = { readUpTo, messages, given, refused };
  }

  #isBot(id: string): boolean {
    return this.#botIds.has(id) || (this.#guild.members.cache.get(id)?.user.bot ?? false);
  }

  isStopping(): boolean {
    return this.#run.isOver;
  }

  /** What is said now comes first, and so does what was missed lately. */
  async prepare({ messages }: Pick<Page, 'messages'>): Promise<void> {
    for (const { author, mentions } of messages)
      for (const user of [author, ...mentions.users.values()]) if (user.bot) this.#botIds.add(user.id);
    await this.#rest(REST_MS);
    while (!this.isStopping() && this.#ctx.catchUp.figures(this.#guild.id).open > 0)
      await this.#rest(WHILE_BEHIND_MS);
  }

  async handle(message: Message<true>): Promise<void> {
    const words = await pastWordsOf(this.#ctx, message, await this.#ctx.settings.of(this.#guild.id));
    const { given, refused } = words ? await this.#listener.hear(words) : { given: 0, refused: 0 };
    this.soFar.readUpTo = message.id;
    this.soFar.messages += 1;
    this.soFar.given += given;
    this.soFar.refused += refused;
    if (this.soFar.messages % PORTION === 0) await this.save();
    await breathe();
  }

  /** Where a channel cannot be read now, all wait: it is one story, and is gone on with from here. */
  finished(_backlog: unknown, complete: boolean): void {
    if (!complete) this.#run.isOver = true;
  }

  save(): Promise<void> {
    return this.#ctx.db.write((tx) => saveReading(tx, this.#reading, this.soFar));
  }

  #rest(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.#ctx.clock.after(ms, resolve);
    });
  }
}
