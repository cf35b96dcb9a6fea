// What changes about a thread once it is open: name, archiving, locking, tags, who follows it.
import { GatewayDispatchEvents, GatewayIntentBits } from 'discord-api-types/v10';
import { canSee } from './access.ts';
import type { Channel, Thread } from './model.ts';
import { timeOf } from './snowflakes.ts';
import { channelView, isThread, memberView, threadMemberView } from './views.ts';
import type { World } from './world.ts';

/** Archives a thread once nobody has written for its time; looked at anew whenever that time is up. */
export function archiveWhenQuiet(world: World, channel: Thread): void {
  world.clock.alarm(quietAt(channel), () => {
    if (!world.channels.has(channel.id) || channel.thread.archived) return;
    if (quietAt(channel) <= world.now()) changeThread(world, channel, { archived: true });
    else archiveWhenQuiet(world, channel);
  });
}

function quietAt({ thread, lastMessageId }: Thread): number {
  const lastWord = lastMessageId === null ? 0 : timeOf(lastMessageId);
  return Math.max(thread.archiveChangedAt, lastWord) + thread.autoArchiveMinutes * 60_000;
}

export interface ThreadChanges {
  name?: string;
  archived?: boolean;
  locked?: boolean;
  autoArchiveMinutes?: number;
  appliedTags?: string[];
  invitable?: boolean;
  slowmodeSeconds?: number;
  pinned?: boolean;
}

/** Changes a thread and announces it; a change of `archived` also notes when. */
export function changeThread(world: World, channel: Channel, changes: ThreadChanges): void {
  if (!isThread(channel)) return;
  const { name, slowmodeSeconds, ...state } = changes;
  if (name !== undefined) channel.name = name;
  if (slowmodeSeconds !== undefined) channel.slowmodeSeconds = slowmodeSeconds;
  if (state.archived !== undefined && state.archived !== channel.thread.archived) {
    channel.thread.archiveChangedAt = world.now();
  }
  Object.assign(
    channel.thread,
    Object.fromEntries(Object.entries(state).filter(([, value]) => value !== undefined)),
  );
  tellOfThread(world, channel, GatewayDispatchEvents.ThreadUpdate, {});
  if (state.archived === false) archiveWhenQuiet(world, channel);
}

export function deleteThread(world: World, thread: Thread): void {
  world.dispatch({
    name: GatewayDispatchEvents.ThreadDelete,
    intents: GatewayIntentBits.Guilds,
    guild: world.guildOf(thread),
    channel: thread,
    data: () => ({ id: thread.id, guild_id: thread.guildId, parent_id: thread.parentId, type: thread.type }),
  });
  world.channels.delete(thread.id);
  world.guilds.get(thread.guildId ?? '')?.channels.delete(thread.id);
}

/** Someone starts following a thread; nothing happens when they already do. */
export function followThread(world: World, channel: Channel, userId: string): void {
  if (!isThread(channel) || channel.thread.members.has(userId)) return;
  channel.thread.members.set(userId, world.now());
  const app = world.applicationOfUser(userId);
  if (app !== undefined) {
    world.dispatch({
      name: GatewayDispatchEvents.ThreadCreate,
      intents: GatewayIntentBits.Guilds,
      guild: world.guildOf(channel),
      channel,
      only: app,
      data: () => channelView(channel, userId),
    });
  }
  tellFollowers(world, channel, [userId], []);
}

export function unfollowThread(world: World, channel: Channel, userId: string): void {
  if (!isThread(channel) || !channel.thread.members.delete(userId)) return;
  tellFollowers(world, channel, [], [userId]);
}

/** A guild's threads that are not archived and that this user can see. */
export function activeThreads(world: World, guildId: string, userId: string): Thread[] {
  return [...(world.guilds.get(guildId)?.channels.values() ?? [])]
    .filter(isThread)
    .filter((thread) => !thread.thread.archived && canSee(world, thread, userId));
}

/** Announces a thread itself: created, changed. */
export function tellOfThread(
  world: World,
  thread: Thread,
  name: GatewayDispatchEvents,
  more: Record<string, unknown>,
): void {
  world.dispatch({
    name,
    intents: GatewayIntentBits.Guilds,
    guild: world.guildOf(thread),
    channel: thread,
    variant: (viewer) => (thread.thread.members.has(viewer.app.user.id) ? viewer.app.id : ''),
    data: (viewer) => ({ ...channelView(thread, viewer.app.user.id), ...more }),
    news: { userId: thread.thread.ownerId },
  });
}

/** THREAD_MEMBERS_UPDATE: in full with the members intent, else only where the bot itself is concerned. */
export function tellFollowers(world: World, thread: Thread, added: string[], removed: string[]): void {
  world.dispatch({
    name: GatewayDispatchEvents.ThreadMembersUpdate,
    intents: GatewayIntentBits.GuildMembers,
    guild: world.guildOf(thread),
    channel: thread,
    data: () => ({
      id: thread.id,
      guild_id: thread.guildId,
      member_count: Math.min(thread.thread.members.size, 50),
      added_members: added.map((id) => {
        const member = world.memberOf(thread.guildId, id);
        return {
          ...threadMemberView(thread.id, id, thread.thread.members.get(id) ?? world.now()),
          ...(member === undefined ? {} : { member: memberView(member) }),
          presence: null,
        };
      }),
      removed_member_ids: removed,
    }),
  });
}
