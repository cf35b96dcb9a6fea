// What Discord says now: of a thread, of who can read it, of the tags of forums, and of roles.
import {
  type APIThreadChannel,
  ChannelType,
  type Client,
  PermissionFlagsBits,
  type Role,
  Routes,
} from 'discord.js';
import type { ForumTag, Outcome, RoleFacts, ServerRoles, ThreadFacts } from '../core/actions.ts';
import { LONGEST_WAIT_FOR_MEMBERS_MS } from './member-questions.ts';

/** A thread as Discord has it, whatever the cache says. */
export async function threadFacts(client: Client, threadId: string): Promise<Outcome<ThreadFacts>> {
  const channel = (await client.rest.get(Routes.channel(threadId))) as APIThreadChannel; // Discord's documented answer
  const metadata = channel.thread_metadata;
  if (!metadata) return { done: false, final: true, reason: 'unknownChannel' };
  const { archived, locked = false } = metadata;
  return { done: true, value: { archived, locked, isPrivate: channel.type === ChannelType.PrivateThread } };
}

/** Those of these people (100 at most) who are in the server now and can read the channel or thread. */
export async function readersAmong(
  client: Client,
  channelId: string,
  memberIds: readonly string[],
): Promise<Outcome<readonly string[]>> {
  const channel = await client.channels.fetch(channelId);
  if (!channel || channel.isDMBased()) return { done: false, final: true, reason: 'unknownChannel' };
  const found = await channel.guild.members.fetch({
    user: [...memberIds],
    time: LONGEST_WAIT_FOR_MEMBERS_MS,
  });
  const maySee = found.filter((member) =>
    channel.permissionsFor(member).has(PermissionFlagsBits.ViewChannel),
  );
  return { done: true, value: [...maySee.keys()] };
}

/** The tags of these forums, as far as they are known, without a question to Discord. */
export function forumTags(client: Client, channelIds: readonly string[]): readonly ForumTag[] {
  return channelIds.flatMap((channelId) => {
    const channel = client.channels.cache.get(channelId);
    if (channel?.type !== ChannelType.GuildForum && channel?.type !== ChannelType.GuildMedia) return [];
    return channel.availableTags.map(({ id, name }) => ({ channelId, id, name }));
  });
}

export function roleFacts(role: Role): RoleFacts {
  return {
    id: role.id,
    name: role.name,
    position: role.rawPosition,
    isEveryone: role.id === role.guild.id,
    isManaged: role.managed,
    permissions: role.permissions.toArray(),
  };
}

/** The roles of a server as they are known, without a question to Discord. */
export function serverRoles(client: Client, guildId: string): ServerRoles | undefined {
  const guild = client.guilds.cache.get(guildId);
  const me = guild?.members.me;
  if (!guild?.available || !me) return undefined;
  return {
    roles: guild.roles.cache.mapValues(roleFacts),
    bot: {
      mayManageRoles: me.permissions.has(PermissionFlagsBits.ManageRoles),
      highest: roleFacts(me.roles.highest),
    },
    botId: me.id,
    locale: guild.preferredLocale,
  };
}
