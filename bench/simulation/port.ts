// Discord as the bot reaches it in a simulation: the port over the world, with everything that can go wrong on the way.
import type { Actions, FailureReason, Outcome } from '../../src/core/actions.ts';
import type { Random } from '../random.ts';
import type { Life } from './life.ts';
import { BOT_ID, type World } from './world.ts';

const DONE: Outcome = { done: true, value: undefined };
const UNREACHABLE: Outcome<never> = { done: false, final: false, reason: 'unreachable' };
const LONGEST_LIMIT_MS = 20_000;

/** What only asks. */
const NO_CHANGE = { changes: false };

const no = (reason: FailureReason): Outcome<never> => ({ done: false, final: true, reason });

export function portTo(world: World, life: Life, random: Random): Actions {
  const { faults, time } = life;

  /** Asks; what `changes` something is refused now and then for want of a right, or `goes` before Discord comes to it. */
  async function ask<T>(
    answer: () => Outcome<T>,
    { changes = true, goes }: { changes?: boolean; goes?: (() => void) | undefined } = {},
  ): Promise<Outcome<T>> {
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
    if (goes && faults.strikes('gone')) goes();
    const outcome = answer();
    const isLost = faults.strikes('lostAnswer');
    await life.turn();
    return isLost ? UNREACHABLE : outcome;
  }

  const rolesOf = (memberId: string) => world.members.get(memberId);
  /** The person leaves, or somebody deletes the role. */
  const loses = (memberId: string, roleId: string) =>
    random.share() < 0.5 ? world.members.delete(memberId) : world.deleteRole(roleId);
  const changeRole = (memberId: string, roleId: string, change: (roles: Set<string>) => unknown) =>
    ask(
      () => {
        const roles = rolesOf(memberId);
        if (!roles) return no('unknownMember');
        if (!world.roles.has(roleId)) return no('unknownRole');
        if (!world.mayManageRoles) return no('missingPermission');
        change(roles);
        return DONE;
      },
      { goes: () => loses(memberId, roleId) },
    );
  const deleted = (messageId: string) => {
    const message = world.message(messageId);
    if (message) message.isDeleted = true;
  };
  const reaction = (messageId: string, emoji: string, change: (users: Set<string>) => unknown) =>
    ask(
      () => {
        const message = world.message(messageId);
        if (!message) return no('unknownMessage');
        const users = message.reactions.get(emoji) ?? new Set();
        message.reactions.set(emoji, users);
        change(users);
        return DONE;
      },
      { goes: () => deleted(messageId) },
    );

  return {
    addRole: (_guildId, memberId, roleId) => changeRole(memberId, roleId, (roles) => roles.add(roleId)),
    removeRole: (_guildId, memberId, roleId) => changeRole(memberId, roleId, (roles) => roles.delete(roleId)),
    createRole: () => ask(() => no('missingPermission')),
    react: (_channelId, messageId, emoji) => reaction(messageId, emoji, (users) => users.add(BOT_ID)),
    unreact: (_channelId, messageId, emoji) => reaction(messageId, emoji, (users) => users.delete(BOT_ID)),
    send: (channelId, view, { nonce }) =>
      ask(() => {
        // A channel that is gone for one post is there for the next: somebody chose another one.
        if (faults.strikes('gone')) return no('unknownChannel');
        const text = JSON.stringify(view.components);
        return { done: true, value: { messageId: world.post(channelId, nonce, text, time.now()) } };
      }),
    edit: () => ask(() => DONE),
    openThread: (_channelId, messageId) => ask(() => ({ done: true, value: { threadId: messageId } })),
    changeThread: (threadId) =>
      ask(
        () => {
          if (world.questions.get(threadId)?.isGone) return no('unknownChannel');
          return { done: true, value: { tagged: true } };
        },
        { goes: () => world.deleteThread(threadId) },
      ),
    deleteMessage: (_channelId, messageId) =>
      ask(() => {
        const post = world.posts.find(({ id }) => id === messageId);
        if (!post || post.isDeleted) return no('unknownMessage');
        post.isDeleted = true;
        return DONE;
      }),
    hasReacted: (_channelId, messageId, emoji, memberId) =>
      ask(
        () => {
          const message = world.message(messageId);
          if (!message) return no('unknownMessage');
          return { done: true, value: message.reactions.get(emoji)?.has(memberId) ?? false };
        },
        { changes: false, goes: () => deleted(messageId) },
      ),
    author: (_channelId, messageId) =>
      ask(
        () => {
          const message = world.message(messageId);
          return message
            ? { done: true, value: { memberId: message.authorId, isMember: true } }
            : no('unknownMessage');
        },
        { changes: false, goes: () => deleted(messageId) },
      ),
    member: (_guildId, memberId) =>
      ask(() => {
        const roles = rolesOf(memberId);
        if (!roles) return no('unknownMember');
        return {
          done: true,
          value: { isBot: false, isPending: false, displayName: memberId, roleIds: [...roles] },
        };
      }, NO_CHANGE),
    rolesAmong: (_guildId, memberIds) =>
      ask(() => {
        const present = memberIds.flatMap((id): [string, string[]][] => {
          const roles = rolesOf(id);
          return roles ? [[id, [...roles]]] : [];
        });
        return { done: true, value: new Map(present) };
      }, NO_CHANGE),
    joinsAmong: (_guildId, memberIds) =>
      ask(() => {
        const present = memberIds.filter((id) => world.members.has(id));
        return { done: true, value: new Map(present.map((id) => [id, 0])) };
      }, NO_CHANGE),
    serverRoles: () => undefined,
    guildsOfShard: () => ['1'],
    messagesBefore: () => ask(() => ({ done: true, value: [] }), NO_CHANGE),
    messagesAfter: () => ask(() => ({ done: true, value: [] }), NO_CHANGE),
    thread: () => ask(() => no('unknownChannel'), NO_CHANGE),
    readersAmong: (_channelId, memberIds) => ask(() => ({ done: true, value: memberIds }), NO_CHANGE),
    forumTags: () => [],
    message: () => ask(() => no('unknownMessage'), NO_CHANGE),
  };
}
