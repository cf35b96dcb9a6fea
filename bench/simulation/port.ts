// Discord as the bot reaches it in a simulation: the port over the world, with everything that can go wrong on the way.
import type { Actions, FailureReason, Outcome } from '../../src/core/actions.ts';
import type { Random } from '../random.ts';
import type { Life } from './life.ts';
import { BOT_ID, type World } from './world.ts';

const DONE: Outcome = { done: true, value: undefined };
const UNREACHABLE: Outcome<never> = { done: false, final: false, reason: 'unreachable' };
const LONGEST_LIMIT_MS = 20_000;

const no = (reason: FailureReason): Outcome<never> => ({ done: false, final: true, reason });

export function portTo(world: World, life: Life, random: Random): Actions {
  const { faults, time } = life;

  /** Asks; `changes` are refused now and then for want of a right. */
  async function ask<T>(answer: () => Outcome<T>, changes = true): Promise<Outcome<T>> {
    life.breathe();
    await life.turn();
    if (faults.strikes('thrown')) throw new Error('A library failed (simulated).');
    if (faults.strikes('limited'))
      return {
        done: false,
        final: false,
        reason: 'rateLimited',
        retryAfterMs: random.among(1, LONGEST_LIMIT_MS),
      };
    if (faults.strikes('unreachable')) return UNREACHABLE;
    if (changes && faults.strikes('forbidden')) return no('missingPermission');
    const outcome = answer();
    const isLost = faults.strikes('lostAnswer');
    await life.turn();
    return isLost ? UNREACHABLE : outcome;
  }

  const rolesOf = (memberId: string) => world.members.get(memberId);
  const changeRole = (memberId: string, roleId: string, change: (roles: Set<string>) => unknown) =>
    ask(() => {
      const roles = rolesOf(memberId);
      if (!roles) return no('unknownMember');
      if (!world.roles.has(roleId)) return no('unknownRole');
      if (!world.mayManageRoles) return no('missingPermission');
      change(roles);
      return DONE;
    });
  const reaction = (messageId: string, emoji: string, change: (users: Set<string>) => unknown) =>
    ask(() => {
      const message = world.message(messageId);
      if (!message) return no('unknownMessage');
      const users = message.reactions.get(emoji) ?? new Set();
      message.reactions.set(emoji, users);
      change(users);
      return DONE;
    });

  return {
    addRole: (_guildId, memberId, roleId) => changeRole(memberId, roleId, (roles) => roles.add(roleId)),
    removeRole: (_guildId, memberId, roleId) => changeRole(memberId, roleId, (roles) => roles.delete(roleId)),
    createRole: () => ask(() => no('missingPermission')),
    react: (_channelId, messageId, emoji) => reaction(messageId, emoji, (users) => users.add(BOT_ID)),
    unreact: (_channelId, messageId, emoji) => reaction(messageId, emoji, (users) => users.delete(BOT_ID)),
    send: (channelId, view, { nonce }) =>
      ask(() => ({
        done: true,
        value: { messageId: world.post(channelId, nonce, JSON.stringify(view.components), time.now()) },
      })),
    edit: () => ask(() => DONE),
    openThread: (_channelId, messageId) => ask(() => ({ done: true, value: { threadId: messageId } })),
    changeThread: () => ask(() => ({ done: true, value: { tagged: true } })),
    deleteMessage: (_channelId, messageId) =>
      ask(() => {
        const post = world.posts.find(({ id }) => id === messageId);
        if (!post || post.isDeleted) return no('unknownMessage');
        post.isDeleted = true;
        return DONE;
      }),
    hasReacted: (_channelId, messageId, emoji, memberId) =>
      ask(() => {
        const message = world.message(messageId);
        if (!message) return no('unknownMessage');
        return { done: true, value: message.reactions.get(emoji)?.has(memberId) ?? false };
      }, false),
    author: (_channelId, messageId) =>
      ask(() => {
        const message = world.message(messageId);
        return message
          ? { done: true, value: { memberId: message.authorId, isMember: true } }
          : no('unknownMessage');
      }, false),
    member: (_guildId, memberId) =>
      ask(() => {
        const roles = rolesOf(memberId);
        if (!roles) return no('unknownMember');
        return {
          done: true,
          value: { isBot: false, isPending: false, displayName: memberId, roleIds: [...roles] },
        };
      }, false),
    rolesAmong: (_guildId, memberIds) =>
      ask(() => {
        const present = memberIds.flatMap((id): [string, string[]][] => {
          const roles = rolesOf(id);
          return roles ? [[id, [...roles]]] : [];
        });
        return { done: true, value: new Map(present) };
      }, false),
    joinsAmong: (_guildId, memberIds) =>
      ask(() => {
        const present = memberIds.filter((id) => world.members.has(id));
        return { done: true, value: new Map(present.map((id) => [id, 0])) };
      }, false),
    serverRoles: () => undefined,
    guildsOfShard: () => ['1'],
    messagesBefore: () => ask(() => ({ done: true, value: [] }), false),
    messagesAfter: () => ask(() => ({ done: true, value: [] }), false),
    thread: () => ask(() => no('unknownChannel'), false),
    readersAmong: (_channelId, memberIds) => ask(() => ({ done: true, value: memberIds }), false),
    forumTags: () => [],
    message: () => ask(() => no('unknownMessage'), false),
  };
}
