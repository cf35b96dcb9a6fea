// Hands what was missed to the features, message by message, and keeps count of it.
import type { Guild, Message } from 'discord.js';
import { breathe } from '../core/breathe.ts';
import type { CatchUpTask } from '../core/catch-up-progress.ts';
import type { Context } from '../core/context.ts';
import { type Asker, Authors } from './authors.ts';
import {
  type Comparison,
  type Findings,
  type Gone,
  goneOf,
  hasReactions,
  type Look,
  placeOf,
  type Traces,
} from './compare.ts';
import type { HeardLog } from './heard-log.ts';
import type { Backlog, Reader } from './missed.ts';
import type { Router } from './router.ts';

/** Catching up among the listeners: the one that notes what was heard. */
export const LISTENER = 'catchup';
/** Messages after which progress is written down and logged. */
const PORTION = 500;

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

export type Progress = { -readonly [K in keyof CatchUpState]: CatchUpState[K] };

export function newProgress(guildId: string, startedAt: number, awaySince: number | undefined): Progress {
  return {
    guildId,
    isRunning: true,
    startedAt,
    finishedAt: undefined,
    awaySince,
    messages: 0,
    edits: 0,
    reactions: 0,
    reactionsGone: 0,
    messagesGone: 0,
    channelsLeft: 0,
    channelsUnread: 0,
  };
}

export interface Retelling extends Asker {
  readonly ctx: Context;
  readonly router: Router;
  readonly comparison: Comparison;
  readonly log: HeardLog;
}

/** What catching up makes of what it reads. */
export interface Catching {
  readonly progress: Progress;
  readonly task: CatchUpTask;
  readonly look: Look;
  /** By channel, messages that are no more although something rests on them; they are taken back when all was read. */
  readonly gone: Map<string, Gone[]>;
  /** Resolves when features know what they need for the first message. */
  readonly prepared: Promise<void>;
  /** Told of each channel that was read. */
  readonly finished: (backlog: Backlog) => void;
}

/** After a time of not listening: messages with their edits and reactions. */
export function catchingUp(
  retelling: Retelling,
  guild: Guild,
  { progress, task, look, gone, prepared, finished }: Catching,
): Reader {
  const { ctx, comparison, log, isStopping } = retelling;
  const awaySince = progress.awaySince ?? progress.startedAt;
  const { authors } = look;
  const isNew = ({ channelId, id }: Message) => !log.heard.has(channelId, id);
  const traces = new WeakMap<Message, Traces>();
  return {
    isStopping,
    async prepare(page) {
      const { channel, messages, after, to } = page;
      const found = await comparison.traces(placeOf(channel), String(BigInt(after) + 1n), to);
      const here = goneOf(found, new Set(messages.map(({ id }) => id)));
      if (here.length > 0) gone.set(channel.id, [...(gone.get(channel.id) ?? []), ...here]);
      for (const message of messages) traces.set(message, found);
      for (const message of messages) if (isNew(message)) authors.expect(message);
    },
    lookAhead(message) {
      if (isNew(message)) authors.expectSoon(message);
      void comparison.lookAhead(message, look, isNew(message)).catch(() => undefined);
    },
    async handle(message) {
      await prepared;
      const { channelId, id, createdTimestamp } = message;
      const isFirst = isNew(message);
      // What was begun and not confirmed is read once more the next time.
      if (isFirst && !(await authors.bring(message))) return;
      if (isFirst) await retelling.router.retell('messageCreate', message);
      else await comparison.edit(message, awaySince, progress);
      const before = traces.get(message);
      if (!before || hasReactions(message, before))
        await comparison.reactions(look, message, createdTimestamp);
      log.heard.confirm(channelId, id);
      task.reached(createdTimestamp);
      // Where Discord's answers are there already nothing else would ever have its turn.
      await breathe();
      if (!isFirst) return;
      progress.messages += 1;
      if (progress.messages % PORTION !== 0) return;
      await log.save(guild.id);
      const { messages, channelsLeft } = progress;
      ctx.log.info({ feature: 'catchup', guildId: guild.id, messages, channelsLeft }, 'catching up');
    },
    finished(backlog, complete, upTo) {
      if (complete) log.heard.confirm(backlog.channel.id, upTo);
      progress.channelsLeft -= 1;
      if (!complete) progress.channelsUnread += 1;
      finished(backlog);
    },
  };
}

/** Between two connections: messages that got lost where others came through. */
export function lookingAgain(retelling: Retelling, guild: Guild): Reader {
  const { ctx, log, router, isStopping } = retelling;
  const authors = new Authors(retelling, guild);
  const isNew = ({ channelId, id }: Message) => !log.heard.has(channelId, id);
  let messages = 0;
  return {
    isStopping,
    async prepare(page) {
      for (const message of page.messages) if (isNew(message)) authors.expect(message);
    },
    async handle(message) {
      if (isNew(message) && router.mayBeTold(message)) {
        if (!(await authors.bring(message))) return;
        messages += 1;
        await router.retell('messageCreate', message);
      }
      log.heard.confirm(message.channelId, message.id);
    },
    finished({ channel: { id: channelId } }, complete, upTo) {
      if (complete) log.heard.confirm(channelId, upTo);
      if (messages === 0) return;
      ctx.log.warn(
        { feature: 'catchup', guildId: guild.id, channelId, messages },
        'lost messages were found',
      );
    },
  };
}
