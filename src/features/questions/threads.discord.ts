// Threads of help channels: each is a question, from the moment it is seen; what happens to it is followed.
import {
  type AnyThreadChannel,
  ChannelType,
  type DMChannel,
  type GuildMember,
  type NonThreadGuildBasedChannel,
  type PartialGuildMember,
} from 'discord.js';
import type { Context } from '../../core/context.ts';
import { type HelpChannel, helpChannelOf } from '../../core/settings.ts';
import { timeOf } from '../../core/snowflakes.ts';
import { insist } from '../../discord/insist.ts';
import { onSaidSolved } from './closing.ts';
import { readUp } from './reading-up.discord.ts';
import * as service from './service.ts';
import { findQuestion } from './store.ts';

const MINUTE_MS = 60_000;
/** What Discord does where a thread says nothing else, in minutes. */
const USUAL_AUTO_ARCHIVE = 1440;

/** The help channel that a thread stands in; nothing for private threads, whose titles are nobody else's business, and pinned posts. */
async function helpChannelFor(ctx: Context, thread: AnyThreadChannel): Promise<HelpChannel | undefined> {
  if (thread.type === ChannelType.PrivateThread || thread.flags.has('Pinned')) return undefined;
  return helpChannelOf(await ctx.settings.of(thread.guildId), thread.parentId ?? '');
}

/**
 * Makes sure that a thread of a help channel is known as a question; false if it is none. What was written in it before
 * it was known is counted, except in one that begins just now (`isNew`), of which all will be told.
 */
export async function ensureQuestion(
  ctx: Context,
  thread: AnyThreadChannel,
  { isNew = false } = {},
): Promise<boolean> {
  if (await ctx.db.read((db) => findQuestion(db, thread.id))) return true;
  if (!(await helpChannelFor(ctx, thread))) return false;
  const asker = await askerOf(ctx, thread);
  if (!asker) return false;
  await service.openQuestion(ctx, {
    id: thread.id,
    guildId: thread.guildId,
    channelId: thread.parentId ?? '',
    name: thread.name,
    at: timeOf(thread.id),
    tagIds: thread.appliedTags,
    ...asker,
  });
  if (!isNew && thread.lastMessageId !== null) await readUp(ctx, thread);
  // It may have been locked while its asker was looked up.
  if (thread.locked) await onThreadUpdate(ctx, thread);
  return true;
}

/**
 * Who asked: the author of the message that the thread began with, else whoever opened it. Nobody if that is a bot, or
 * if Discord cannot be asked: then the next message, or the next start, asks again.
 */
async function askerOf(
  ctx: Context,
  thread: AnyThreadChannel,
): Promise<{ askerId: string; firstMessageIn: string | null } | undefined> {
  const isPost = thread.parent?.isThreadOnly() ?? false;
  const place = isPost ? thread.id : (thread.parentId ?? thread.id);
  const first = await insist(ctx, () => ctx.actions.author(place, thread.id));
  if (first.done && first.value.isMember) return { askerId: first.value.memberId, firstMessageIn: place };
  if (first.done && isPost) return undefined;
  if (!first.done && !first.final) return undefined;
  const { ownerId } = thread;
  if (!ownerId || ownerId === thread.client.user.id) return undefined;
  const owner = await insist(ctx, () => ctx.actions.member(thread.guildId, ownerId));
  if (owner.done ? owner.value.isBot : !owner.final) return undefined;
  return { askerId: ownerId, firstMessageIn: first.done ? place : null };
}

export async function onThreadCreate(ctx: Context, thread: AnyThreadChannel, isNew: boolean): Promise<void> {
  await ensureQuestion(ctx, thread, { isNew });
}

/** A thread changed, or may have while nobody listened. An active one is a question from now on, if it was none. */
export async function onThreadChange(ctx: Context, thread: AnyThreadChannel): Promise<void> {
  if (!thread.archived) await ensureQuestion(ctx, thread);
  const added = await onThreadUpdate(ctx, thread);
  const tagId = (await helpChannelFor(ctx, thread))?.solvedTagId;
  if (tagId !== undefined && added.includes(tagId)) await onSaidSolved(ctx, thread.id);
}

/** Notes how a thread looks now; returns the tags that are new. */
async function onThreadUpdate(ctx: Context, thread: AnyThreadChannel): Promise<readonly string[]> {
  if (!(await ctx.db.read((db) => findQuestion(db, thread.id)))) return [];
  return service.noteThread(ctx, {
    id: thread.id,
    channelId: thread.parentId ?? '',
    name: thread.name,
    tagIds: thread.appliedTags,
    ...stateOf(thread),
  });
}

/** Whether a thread is put away or locked, as the rules read it. */
function stateOf(thread: AnyThreadChannel) {
  return {
    archived: thread.archived ?? false,
    archivedAt: thread.archiveTimestamp ?? timeOf(thread.id),
    locked: thread.locked ?? false,
    autoArchiveMs: (thread.autoArchiveDuration ?? USUAL_AUTO_ARCHIVE) * MINUTE_MS,
  };
}

export async function onThreadDelete(ctx: Context, thread: AnyThreadChannel): Promise<void> {
  await service.threadGone(ctx, thread.id);
}

export async function onChannelDelete(
  ctx: Context,
  channel: DMChannel | NonThreadGuildBasedChannel,
): Promise<void> {
  if (!channel.isDMBased()) await service.channelGone(ctx, channel.id);
}

export async function onMemberRemove(
  ctx: Context,
  { guild, id }: GuildMember | PartialGuildMember,
): Promise<void> {
  await service.askerLeft(ctx, guild.id, id);
}

export async function onMemberAdd(ctx: Context, { guild, id }: GuildMember): Promise<void> {
  await service.askerReturned(ctx, guild.id, id);
}
