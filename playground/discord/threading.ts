// How people use threads and forums: post, open, archive, lock, rename, tag.
import { AuditLogEvent, PermissionFlagsBits as Bits, ChannelType } from 'discord-api-types/v10';
import { record } from './audit.ts';
import type { Channel, Message, Thread } from './model.ts';
import { can, type Doer, mustBeAble } from './rights.ts';
import { channelOf } from './speaking.ts';
import { changeThread, type ThreadChanges } from './thread-state.ts';
import { openThread } from './threads.ts';
import { isThread } from './views.ts';

/** Opens a post in a forum; tags by name. */
export async function postInForum(
  doer: Doer,
  forum: Channel,
  title: string,
  text: string,
  tags: readonly string[],
) {
  if (forum.forum === undefined) throw new Error(`#${forum.name} is no forum`);
  mustBeAble(doer, forum, Bits.SendMessages, `post in #${forum.name}`);
  const applied = tagIds(doer, forum, tags);
  const mayMentionEveryone = can(doer, forum, Bits.MentionEveryone);
  const thread = openThread(doer.stage.world, forum, {
    name: title,
    owner: doer.user,
    tags: applied,
    starter: { author: doer.user, content: text, mayMentionEveryone },
  });
  await doer.stage.drained();
  return thread;
}

/** Opens a thread in a channel or on a message. */
export function beginThread(doer: Doer, place: Channel | Message, name: string, isPrivate: boolean): Thread {
  const from = 'channelId' in place ? place : undefined;
  const channel = 'channelId' in place ? channelOf(doer, place) : place;
  mustBeAble(
    doer,
    channel,
    isPrivate ? Bits.CreatePrivateThreads : Bits.CreatePublicThreads,
    'open a thread',
  );
  if (from?.threadId !== undefined) throw new Error('That message has a thread already');
  const type = isPrivate ? ChannelType.PrivateThread : ChannelType.PublicThread;
  return openThread(doer.stage.world, channel, { name, owner: doer.user, from, type });
}

/** Changes a thread: its opener may, but only Manage Threads locks, or touches a locked one. Anybody may wake it. */
export function alterThread(doer: Doer, channel: Channel, changes: ThreadChanges): void {
  const { world } = doer.stage;
  if (!isThread(channel)) throw new Error(`#${channel.name} is no thread`);
  const { thread } = channel;
  const owns = thread.ownerId === doer.user.id && !thread.locked && changes.locked === undefined;
  const wakes = changes.archived === false && Object.keys(changes).length === 1 && !thread.locked;
  const needed = wakes ? Bits.SendMessagesInThreads : owns ? Bits.ViewChannel : Bits.ManageThreads;
  mustBeAble(doer, channel, needed, `change the thread "${channel.name}"`);
  changeThread(world, channel, changes);
  const guild = world.guildOf(channel);
  if (guild === undefined) return;
  record(world, guild, { userId: doer.user.id, action: AuditLogEvent.ThreadUpdate, targetId: channel.id });
}

/** Replaces the tags of a post, by name. */
export function retag(doer: Doer, thread: Channel, names: readonly string[]): void {
  const forum = doer.stage.world.channels.get(thread.parentId ?? '');
  if (forum?.forum === undefined) throw new Error(`#${thread.name} is no post of a forum`);
  alterThread(doer, thread, { appliedTags: tagIds(doer, forum, names) });
}

function tagIds(doer: Doer, forum: Channel, names: readonly string[]): string[] {
  const known = forum.forum?.tags ?? [];
  if (forum.forum?.requireTag === true && names.length === 0) throw new Error(`#${forum.name} needs a tag`);
  return names.map((name) => {
    const tag = known.find((each) => each.name === name);
    if (tag === undefined) throw new Error(`#${forum.name} has no tag "${name}"`);
    if (tag.moderated) mustBeAble(doer, forum, Bits.ManageThreads, `set the tag "${name}"`);
    return tag.id;
  });
}
