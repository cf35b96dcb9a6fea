// What was said and done in questions while nobody listened: looked up from Discord after a start or an outage.
import type { AnyThreadChannel, Guild } from 'discord.js';
import type { PastMessage } from '../../core/actions.ts';
import type { Context } from '../../core/context.ts';
import { insist } from '../../discord/insist.ts';
import { outcomeOf } from '../../discord/outcomes.ts';
import { isStaff } from './people.discord.ts';
import { latestCounted } from './questions.rules.ts';
import * as service from './service.ts';
import { awake, findQuestion } from './store.ts';
import { ensureQuestion, onThreadUpdate } from './threads.discord.ts';

/** Discord gives so many messages, and so many members, at once. */
const PAGE = 100;
/** Pages read of one thread; one with more messages than these pages hold is not read to its end. */
const MOST_PAGES = 100;

/** The threads that may have moved on while nobody listened, each with what reads it up once. */
type Backlog = Map<string, () => Promise<void>>;

const backlogs = new WeakMap<Context, Backlog>();

function backlogOf(ctx: Context): Backlog {
  const known = backlogs.get(ctx) ?? new Map();
  backlogs.set(ctx, known);
  return known;
}

/** Reads a thread up first, if it may have moved on unseen: so its messages are counted in their order. */
export async function settled(ctx: Context, threadId: string): Promise<void> {
  await backlogOf(ctx).get(threadId)?.();
}

/** Looks up a whole server: its active threads, those that no longer are, and the askers who left. */
export async function catchUp(ctx: Context, guild: Guild): Promise<void> {
  const task = ctx.catchUp.begin(guild.id, ctx.clock.now());
  let complete = false;
  try {
    await lookUp(ctx, guild);
    complete = true;
  } finally {
    task.over({ complete });
  }
}

async function lookUp(ctx: Context, guild: Guild): Promise<void> {
  const active = guild.channels.cache.filter((channel) => channel.isThread()).filter((one) => !one.archived);
  const backlog = backlogOf(ctx);
  for (const thread of active.values()) {
    const reading = once(async () => {
      await readUp(ctx, thread);
      backlog.delete(thread.id);
    });
    backlog.set(thread.id, reading);
  }
  // One after the other: a server may have a thousand of them, and Discord is asked about each.
  for (const id of active.keys()) await settled(ctx, id);
  const unsettled = await ctx.db.read((db) => awake(db, guild.id));
  for (const { id } of unsettled) if (!active.has(id)) await lookFor(ctx, guild, id);
  await missAskers(ctx, guild.id, [...new Set(unsettled.map(({ askerId }) => askerId))]);
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= work();
    return done;
  };
}

async function readUp(ctx: Context, thread: AnyThreadChannel): Promise<void> {
  if (!(await ensureQuestion(ctx, thread))) return;
  await readMessages(ctx, thread);
  await onThreadUpdate(ctx, thread);
}

/** Counts the messages since the last one that was counted. */
async function readMessages(ctx: Context, { id, guildId, lastMessageId }: AnyThreadChannel): Promise<void> {
  for (let page = 0; page < MOST_PAGES; page++) {
    const question = await ctx.db.read((db) => findQuestion(db, id));
    if (!question) return;
    const latest = latestCounted(question);
    if (lastMessageId !== null && latest === lastMessageId && question.recentMessageIds !== '') return;
    // The first message of a post has the thread's own id, and counts as well.
    const after = question.recentMessageIds === '' ? String(BigInt(id) - 1n) : latest;
    const past = await insist(ctx, () => ctx.actions.messagesAfter(id, after, PAGE));
    if (!past.done) {
      if (!past.final)
        ctx.log.warn({ feature: 'questions', guildId, channelId: id }, 'a thread was not read up');
      return;
    }
    const people = past.value.filter((message) => !message.authorIsBot && !message.isSystem);
    await service.noteMessages(ctx, id, await writtenBy(ctx, guildId, people));
    if (past.value.length < PAGE || people.length === 0) return;
  }
}

async function writtenBy(ctx: Context, guildId: string, messages: readonly PastMessage[]) {
  const settings = await ctx.settings.of(guildId);
  const authors = [...new Set(messages.map(({ authorId }) => authorId))];
  const needed = settings.questions.staffRoleIds.length > 0 && authors.length > 0;
  const roles = needed ? await ctx.actions.rolesAmong(guildId, authors) : undefined;
  return messages.map(({ messageId, authorId, at }) => ({
    messageId,
    memberId: authorId,
    at,
    isStaff: roles?.done === true && isStaff(roles.value.get(authorId) ?? [], settings),
  }));
}

/** A thread that is no longer active was archived meanwhile, or deleted. */
async function lookFor(ctx: Context, guild: Guild, threadId: string): Promise<void> {
  try {
    const thread = await guild.channels.fetch(threadId, { force: true });
    if (!thread?.isThread()) return;
    await readMessages(ctx, thread);
    await onThreadUpdate(ctx, thread);
  } catch (err) {
    const { final, reason } = outcomeOf(err);
    if (final && reason === 'unknownChannel') await service.threadGone(ctx, threadId);
    else ctx.log.warn({ feature: 'questions', guildId: guild.id, channelId: threadId, err }, 'not looked up');
  }
}

async function missAskers(ctx: Context, guildId: string, askerIds: readonly string[]): Promise<void> {
  for (let from = 0; from < askerIds.length; from += PAGE) {
    const some = askerIds.slice(from, from + PAGE);
    const present = await ctx.actions.rolesAmong(guildId, some);
    if (!present.done) return;
    for (const id of some) if (!present.value.has(id)) await service.askerLeft(ctx, guildId, id);
  }
}
