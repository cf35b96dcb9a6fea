// What happens to channels: creating, changing, deleting, and opening a direct conversation.
import {
  type APIGuildForumTag,
  type APIOverwrite,
  type APIUser,
  ChannelType,
  GatewayDispatchEvents,
  GatewayIntentBits,
} from 'discord-api-types/v10';
import { canSee } from './access.ts';
import type { Application, Channel, ForumState, GuildState } from './model.ts';
import { activeThreads } from './thread-state.ts';
import { channelView, isThread, threadMemberView } from './views.ts';
import type { World } from './world.ts';

export interface ChannelWish {
  name: string;
  type: ChannelType;
  topic?: string | null;
  parentId?: string | null;
  overwrites?: APIOverwrite[];
  position?: number;
  nsfw?: boolean;
  slowmodeSeconds?: number;
  forum?: ForumState;
}

/** Names in lower case with dashes, as Discord makes them for text channels. */
export function channelName(name: string, type: ChannelType): string {
  const keepsCase = type === ChannelType.GuildCategory || type === ChannelType.GuildVoice;
  return keepsCase ? name : name.trim().toLowerCase().replace(/\s+/g, '-');
}

export function createChannel(world: World, guild: GuildState, wish: ChannelWish): Channel {
  const siblings = [...guild.channels.values()].filter((channel) => !isThread(channel));
  const parent = guild.channels.get(wish.parentId ?? '');
  const channel: Channel = {
    ...emptyChannel(world.newId(), wish.type),
    guildId: guild.id,
    name: channelName(wish.name, wish.type),
    topic: wish.topic ?? null,
    parentId: wish.parentId ?? null,
    position: wish.position ?? siblings.length,
    overwrites: wish.overwrites ?? parent?.overwrites.map((overwrite) => ({ ...overwrite })) ?? [],
    nsfw: wish.nsfw ?? false,
    slowmodeSeconds: wish.slowmodeSeconds ?? 0,
    ...(wish.forum === undefined ? {} : { forum: wish.forum }),
  };
  guild.channels.set(channel.id, channel);
  world.channels.set(channel.id, channel);
  tell(world, guild, channel, GatewayDispatchEvents.ChannelCreate);
  return channel;
}

export type ChannelChanges = Partial<
  Pick<
    Channel,
    'name' | 'topic' | 'parentId' | 'position' | 'overwrites' | 'nsfw' | 'slowmodeSeconds' | 'forum' | 'type'
  >
>;

export function changeChannel(
  world: World,
  guild: GuildState,
  channel: Channel,
  changes: ChannelChanges,
): void {
  const blind = [...world.applications.values()].filter((app) => !canSee(world, channel, app.user.id));
  Object.assign(channel, changes);
  guild.permissionCache.clear();
  tell(world, guild, channel, GatewayDispatchEvents.ChannelUpdate);
  for (const app of blind) {
    if (canSee(world, channel, app.user.id)) syncThreads(world, guild, channel, app);
  }
}

/** A bot that gains sight of a channel is told of its active threads. (One that loses it is told nothing.) */
function syncThreads(world: World, guild: GuildState, channel: Channel, app: Application): void {
  const me = app.user.id;
  const threads = activeThreads(world, guild.id, me).filter(({ parentId }) => parentId === channel.id);
  world.dispatch({
    name: GatewayDispatchEvents.ThreadListSync,
    intents: GatewayIntentBits.Guilds,
    guild,
    only: app,
    data: () => ({
      guild_id: guild.id,
      channel_ids: [channel.id],
      threads: threads.map((thread) => channelView(thread)),
      members: threads
        .filter(({ thread }) => thread.members.has(me))
        .map(({ id, thread }) => threadMemberView(id, me, thread.members.get(me) ?? 0)),
    }),
  });
}

/** Deletes a channel with its threads; the threads go without events of their own. */
export function deleteChannel(world: World, guild: GuildState, channel: Channel): void {
  for (const thread of [...guild.channels.values()]) {
    if (!isThread(thread) || thread.parentId !== channel.id) continue;
    guild.channels.delete(thread.id);
    world.channels.delete(thread.id);
  }
  guild.channels.delete(channel.id);
  world.channels.delete(channel.id);
  for (const invite of [...guild.invites.values()]) {
    if (invite.channelId !== channel.id) continue;
    guild.invites.delete(invite.code);
    world.invites.delete(invite.code);
  }
  for (const child of guild.channels.values()) {
    if (child.parentId === channel.id) changeChannel(world, guild, child, { parentId: null });
  }
  guild.permissionCache.clear();
  tell(world, guild, channel, GatewayDispatchEvents.ChannelDelete);
}

/** A new tag of a forum. */
export function forumTag(world: World, name: string, more: Partial<APIGuildForumTag> = {}): APIGuildForumTag {
  return { id: world.newId(), name, moderated: false, emoji_id: null, emoji_name: null, ...more };
}

/** The direct conversation of two users, begun when there is none yet. */
export function openDm(world: World, a: APIUser, b: APIUser): Channel {
  const known = world.dms.get(dmKey(a, b));
  if (known !== undefined) return known;
  const channel = { ...emptyChannel(world.newId(), ChannelType.DM), recipients: [a, b] };
  world.dms.set(dmKey(a, b), channel);
  world.channels.set(channel.id, channel);
  return channel;
}

function dmKey(a: APIUser, b: APIUser): string {
  return [a.id, b.id].sort().join(' ');
}

function emptyChannel(id: string, type: ChannelType): Channel {
  return {
    id,
    guildId: undefined,
    type,
    name: '',
    topic: null,
    parentId: null,
    position: 0,
    overwrites: [],
    nsfw: false,
    slowmodeSeconds: 0,
    lastMessageId: null,
    lastPinAt: null,
    messages: new Map(),
    ephemerals: new Map(),
  };
}

/** Bots hear of channels whether or not they can see them. */
function tell(world: World, guild: GuildState, channel: Channel, name: GatewayDispatchEvents): void {
  world.dispatch({
    name,
    intents: GatewayIntentBits.Guilds,
    guild,
    data: () => channelView(channel),
    news: { channelId: channel.id },
  });
}
