// What Discord says now: of a thread, of who can read it, of the tags of forums, and of roles.
import {
  type APIThreadChannel,
  ChannelType,
  type Client,
  PermissionFlagsBits,
  type Role,
  Routes,
} from 'discord.js';
import type { Asking, ForumTag, Outcome, RoleFacts, ServerRoles, ThreadFacts } from '../core/actions.ts';
import { askWhenSpare } from './global-limit.ts';
import type { MemberQuestions } from './member-questions.ts';

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
  members: MemberQuestions,
  channelId: string,
  memberIds: readonly string[],
  asking: Asking,
): Promise<Outcome<readonly string[]>> {
  const fetched = () => client.channels.fetch(channelId);
  const channel = await (asking === 'atOnce' ? fetched() : askWhenSpare(client.rest, fetched));
  if (!channel || channel.isDMBased()) return { done: false, final: true, reason: 'unknownChannel' };
  const present = await members.ask(channel.guild.id, memberIds, asking);
  if (!present.done) return present;
  const maySee = [...present.value.values()].filter((member) =>
    channel.permissionsFor(member).has(PermissionFlagsBits.ViewChannel),
  );
  return { done: true, value: maySee.map(({ id }) => id) };
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
