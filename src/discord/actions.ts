// The port over discord.js: asks Discord, and turns what it answers into an Outcome.
import { type APIMessage, type APIUser, type Client, type GuildMember, Routes } from 'discord.js';
import type { Actions, Outcome, View } from '../core/actions.ts';
import { forumTags, readersAmong, serverRoles, threadFacts } from './facts.ts';
import { askWhenSpare } from './global-limit.ts';
import type { MemberQuestions, Present } from './member-questions.ts';
import { outcomeOf } from './outcomes.ts';
import { authorOf, messagesAround, oneMessage } from './past-messages.ts';
import { payloadOf } from './payload.ts';
import { changeThread, openThread } from './threads.ts';

const OK: Outcome = { done: true, value: undefined };

export function createActions(client: Client, members: MemberQuestions): Actions {
  const asked = async <T>(work: () => Promise<Outcome<T>>): Promise<Outcome<T>> => {
    try {
      return await work();
    } catch (err) {
      return outcomeOf(err);
    }
  };
  /** For what nobody waits for. */
  const askedInTurn = <T>(work: () => Promise<Outcome<T>>) => asked(() => askWhenSpare(client.rest, work));
  const simply = (work: () => Promise<unknown>): Promise<Outcome> =>
    asked(async () => {
      await work();
      return OK;
    });
  const emojiInRoute = (emoji: string) => encodeURIComponent(/^\d+$/.test(emoji) ? `_:${emoji}` : emoji);

  return {
    addRole: (guildId, memberId, roleId, reason) =>
      simply(() => client.rest.put(Routes.guildMemberRole(guildId, memberId, roleId), { reason })),
    removeRole: (guildId, memberId, roleId, reason) =>
      simply(() => client.rest.delete(Routes.guildMemberRole(guildId, memberId, roleId), { reason })),
    createRole: (guildId, name, color, reason) =>
      asked(async () => {
        const guild = await client.guilds.fetch(guildId);
        const role = await guild.roles.create({
          name,
          colors: { primaryColor: color },
          permissions: [],
          mentionable: false,
          reason,
        });
        return { done: true, value: { roleId: role.id } };
      }),
    react: (channelId, messageId, emoji) =>
      simply(() =>
        client.rest.put(Routes.channelMessageOwnReaction(channelId, messageId, emojiInRoute(emoji))),
      ),
    unreact: (channelId, messageId, emoji) =>
      simply(() =>
        client.rest.delete(Routes.channelMessageOwnReaction(channelId, messageId, emojiInRoute(emoji))),
      ),
    send: (channelId, view, how) => asked(() => send(client, channelId, view, how)),
    member: (guildId, memberId) =>
      asked(async () => {
        const guild = client.guilds.cache.get(guildId);
        if (!guild) return { done: false, final: true, reason: 'unknownGuild' };
        const member = await guild.members.fetch(memberId);
        const { user, pending, displayName } = member;
        return {
          done: true,
          value: {
            isBot: user.bot,
            isPending: pending ?? false,
            displayName,
            roleIds: [...member.roles.cache.keys()],
            joinedAt: member.joinedTimestamp ?? undefined,
          },
        };
      }),
    rolesAmong: async (guildId, memberIds, asking) =>
      saidOf(await members.ask(guildId, memberIds, asking), (member) => [...member.roles.cache.keys()]),
    joinsAmong: async (guildId, memberIds) =>
      saidOf(
        await members.ask(guildId, memberIds, 'patiently'),
        (member) => member.joinedTimestamp ?? undefined,
      ),
    serverRoles: (guildId) => serverRoles(client, guildId),
    guildsOfShard: (shard) =>
      client.guilds.cache.filter((guild) => guild.shardId === shard).map(({ id }) => id),
    deleteMessage: (channelId, messageId) =>
      simply(() => client.rest.delete(Routes.channelMessage(channelId, messageId))),
    hasReacted: (channelId, messageId, emoji, memberId) =>
      asked(async () => {
        // The list is by id: the first after the id before theirs is they, or they are not in it.
        const query = new URLSearchParams({ limit: '1', after: String(BigInt(memberId) - 1n) });
        const route = Routes.channelMessageReaction(channelId, messageId, emojiInRoute(emoji));
        const users = (await client.rest.get(route, { query })) as APIUser[]; // Discord's documented answer
        return { done: true, value: users.some(({ id }) => id === memberId) };
      }),
    author: (channelId, messageId) =>
      asked(async () => {
        const channel = client.channels.cache.get(channelId);
        if (!channel?.isTextBased()) return { done: false, final: true, reason: 'unknownChannel' };
        return { done: true, value: authorOf(await channel.messages.fetch(messageId)) };
      }),
    messagesBefore: (channelId, messageId, limit) =>
      asked(() => messagesAround(client, channelId, messageId, 'before', limit)),
    messagesAfter: (channelId, messageId, limit) =>
      askedInTurn(() => messagesAround(client, channelId, messageId, 'after', limit)),
    thread: (threadId) => askedInTurn(() => threadFacts(client, threadId)),
    readersAmong: (channelId, memberIds, asking) =>
      asked(() => readersAmong(client, members, channelId, memberIds, asking)),
    forumTags: (channelIds) => forumTags(client, channelIds),
    message: (channelId, messageId) => asked(() => oneMessage(client, channelId, messageId)),
    edit: (channelId, messageId, view) =>
      simply(() => {
        const { components, flags, allowedMentions } = payloadOf(view);
        return client.rest.patch(Routes.channelMessage(channelId, messageId), {
          body: {
            components,
            flags,
            allowed_mentions: { parse: [], users: allowedMentions.users, replied_user: false },
          },
        });
      }),
    openThread: (channelId, messageId, name) => asked(() => openThread(client, channelId, messageId, name)),
    changeThread: (threadId, change, reason) => asked(() => changeThread(client, threadId, change, reason)),
  };
}

/** What `read` says of those who are in a server; of whom it says nothing, they are left out. */
function saidOf<T>(
  answer: Outcome<Present>,
  read: (member: GuildMember) => T | undefined,
): Outcome<ReadonlyMap<string, T>> {
  if (!answer.done) return answer;
  const said = new Map<string, T>();
  for (const [id, member] of answer.value) {
    const value = read(member);
    if (value !== undefined) said.set(id, value);
  }
  return { done: true, value: said };
}

async function send(
  client: Client,
  channelId: string,
  view: View,
  { nonce, replyTo }: { nonce: string; replyTo?: string | undefined },
): Promise<Outcome<{ messageId: string }>> {
  const { components, flags, allowedMentions } = payloadOf(view);
  const sent = (await client.rest.post(Routes.channelMessages(channelId), {
    body: {
      components,
      flags,
      allowed_mentions: { parse: [], users: allowedMentions.users, replied_user: false },
      nonce,
      enforce_nonce: true,
      message_reference: replyTo ? { message_id: replyTo, fail_if_not_exists: false } : undefined,
    },
  })) as APIMessage; // Discord's documented answer to this route
  return { done: true, value: { messageId: sent.id } };
}
