// What Discord says now: of a thread, of who can read it, and of the tags of forums.
import { type APIThreadChannel, ChannelType, type Client, PermissionFlagsBits, Routes } from 'discord.js';
import type { ForumTag, Outcome, ThreadFacts } from '../core/actions.ts';

/** A list of members comes over the gateway, without a status; later than this it counts as lost, in ms. */
const LONGEST_WAIT_FOR_MEMBERS_MS = 15_000;

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
