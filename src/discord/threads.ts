// Threads as the port changes them: what of a wished change is still to do, and opening one for a message.

import type { AnyThreadChannel, APIThreadChannel, ForumChannel, MediaChannel } from 'discord.js';
import {
  ChannelType,
  type Client,
  DiscordAPIError,
  PermissionFlagsBits,
  RESTJSONErrorCodes,
  Routes,
} from 'discord.js';
import type { Outcome, ThreadChange } from '../core/actions.ts';

/** Tags that Discord allows on one post. */
const MOST_TAGS = 5;
/** Discord's limit for a thread's name, in characters. */
const LONGEST_NAME = 100;
const MARK = '✔ ';

/** A thread as it is now, and what its forum allows. */
export interface ThreadNow {
  name: string;
  tagIds: readonly string[];
  archived: boolean;
  locked: boolean;
  /** The forum's tags that may be put on: all it has, or without the moderated ones where the right is missing. */
  usableTagIds: ReadonlySet<string>;
  /** The forum wants at least one tag. */
  needsTag: boolean;
}

export interface ThreadEdit {
  /** The body to send; nothing if all is as wished. */
  body: { name?: string; applied_tags?: string[]; archived?: boolean; locked?: boolean } | undefined;
  /** Whether all wished tags are on then. */
  tagged: boolean;
}

/** What of a wished change is still to do. Tags that have no room, or no right, stay off; a last needed tag stays on. */
export function editOf(
  now: ThreadNow,
  { addTags, removeTags, mark, archived, locked }: ThreadChange,
): ThreadEdit {
  const kept = now.tagIds.filter((id) => !removeTags.includes(id));
  const missing = addTags.filter((id) => !kept.includes(id) && now.usableTagIds.has(id));
  const wanted = [...kept, ...missing].slice(0, Math.max(MOST_TAGS, kept.length));
  const tags = wanted.length === 0 && now.needsTag ? now.tagIds : wanted;
  const name = nameWith(now.name, mark);
  const body = {
    ...(name === now.name ? {} : { name }),
    ...(sameSet(tags, now.tagIds) ? {} : { applied_tags: [...tags] }),
    ...(locked === undefined || locked === now.locked ? {} : { locked }),
    ...(archived === undefined || archived === now.archived ? {} : { archived }),
  };
  return {
    body: Object.keys(body).length > 0 ? body : undefined,
    tagged: addTags.every((id) => tags.includes(id)),
  };
}

function nameWith(name: string, mark: ThreadChange['mark']): string {
  if (mark === undefined) return name;
  const bare = name.startsWith(MARK) ? name.slice(MARK.length) : name;
  return mark === 'take' ? bare || name : [...(MARK + bare)].slice(0, LONGEST_NAME).join('');
}

function sameSet(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one) => others.includes(one));
}

/** Changes a thread, unless it is archived and not to be woken. */
export async function changeThread(
  client: Client,
  threadId: string,
  change: ThreadChange,
  reason: string,
): Promise<Outcome<{ tagged: boolean }>> {
  const thread = await client.channels.fetch(threadId);
  if (!thread?.isThread()) return { done: false, final: true, reason: 'unknownChannel' };
  if (thread.archived && change.archived !== false) {
    const already = change.archived === true && change.addTags.length + change.removeTags.length === 0;
    return already
      ? { done: true, value: { tagged: true } }
      : { done: false, final: true, reason: 'archived' };
  }
  const { body, tagged } = editOf(threadNow(thread), change);
  if (body) await client.rest.patch(Routes.channel(threadId), { body, reason });
  return { done: true, value: { tagged } };
}

function threadNow(thread: AnyThreadChannel): ThreadNow {
  const forum = isForum(thread.parent) ? thread.parent : undefined;
  const mayModerate = mayManage(thread);
  const usable = (forum?.availableTags ?? []).filter((tag) => mayModerate || !tag.moderated);
  return {
    name: thread.name,
    tagIds: thread.appliedTags,
    archived: thread.archived ?? false,
    locked: thread.locked ?? false,
    usableTagIds: new Set(usable.map(({ id }) => id)),
    needsTag: forum?.flags.has('RequireTag') ?? false,
  };
}

function mayManage(thread: AnyThreadChannel): boolean {
  const me = thread.guild.members.me;
  return me !== null && (thread.permissionsFor(me)?.has(PermissionFlagsBits.ManageThreads) ?? false);
}

function isForum(channel: AnyThreadChannel['parent']): channel is ForumChannel | MediaChannel {
  return channel?.type === ChannelType.GuildForum || channel?.type === ChannelType.GuildMedia;
}

/** Opens a thread for a message; a thread that starts at a message has its id. */
export async function openThread(
  client: Client,
  channelId: string,
  messageId: string,
  name: string,
): Promise<Outcome<{ threadId: string }>> {
  try {
    const opened = (await client.rest.post(Routes.threads(channelId, messageId), {
      body: { name },
    })) as APIThreadChannel; // Discord's documented answer to this route
    return { done: true, value: { threadId: opened.id } };
  } catch (err) {
    if (isThere(err)) return { done: true, value: { threadId: messageId } };
    throw err;
  }
}

function isThere(err: unknown): boolean {
  return err instanceof DiscordAPIError && err.code === RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage;
}
