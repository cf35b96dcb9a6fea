// How the simulated bot hears of things: from an event to the same service that a real event leads to, and what it looks up after a silence.
import { type Context, isRefusal } from '../../src/core/context.ts';
import { recognitions } from '../../src/core/schema.ts';
import { helpKeyOf, meaningOf, sourceKeys, wayOf } from '../../src/features/thanks/rules.ts';
import * as thanks from '../../src/features/thanks/service.ts';
import { takenBackOf } from '../../src/features/thanks/taken-back.ts';
import { compareAll, memberLeft, roleDeleted, rolesLost } from '../../src/features/tiers/drift.ts';
import { catchUpOnQuestions, hearOfQuestion, messagesGone, type QuestionNews } from './questions.ts';
import { GUILD_ID, type SaidMessage, type World } from './world.ts';

/** What Discord tells of. `id` names the channel whose events come in order. */
export type News =
  | { what: 'said' | 'edited' | 'deleted'; lane: string; messageId: string }
  | { what: 'reacted' | 'unreacted'; lane: string; messageId: string; emoji: string; memberId: string }
  | { what: 'left'; lane: string; memberId: string }
  | { what: 'rolesLost'; lane: string; memberId: string; lost: readonly string[] }
  | { what: 'roleDeleted'; lane: string; roleId: string }
  | QuestionNews;

const person = (memberId: string) => ({ memberId, isBot: false, isPending: false, isPresent: true });

/** Handles one event as the listeners do. */
export async function hear(ctx: Context, world: World, news: News): Promise<void> {
  switch (news.what) {
    case 'said':
    case 'edited': {
      const message = world.message(news.messageId);
      if (message && !takenBackOf(ctx).has(news.messageId)) await read(ctx, message);
      return;
    }
    case 'deleted':
      takenBackOf(ctx).note(news.messageId);
      await thanks.takeBackOn(ctx, [news.messageId], 'deleted');
      return messagesGone(ctx, [news.messageId]);
    case 'reacted':
      return react(ctx, world, news.messageId, news.emoji, news.memberId);
    case 'unreacted': {
      const key = sourceKeys.reaction(news.messageId, news.memberId, news.emoji);
      if (!(await thanks.takeBack(ctx, key, 'unreacted'))) takenBackOf(ctx).note(key);
      return;
    }
    case 'left':
      return memberLeft(ctx, GUILD_ID, news.memberId);
    case 'rolesLost': {
      const roles = [...(world.members.get(news.memberId) ?? [])];
      return rolesLost(ctx, GUILD_ID, news.memberId, news.lost, roles);
    }
    case 'roleDeleted':
      return roleDeleted(ctx, GUILD_ID, news.roleId);
    default:
      return hearOfQuestion(ctx, world, news);
  }
}

async function read(ctx: Context, message: SaidMessage): Promise<void> {
  const { id: messageId, channelId } = message;
  const given = [...message.thanks].map(([receiverId, helpfulMessageId]) => ({
    sourceKey: sourceKeys.text(messageId, receiverId),
    kind: 'thanks' as const,
    guildId: GUILD_ID,
    channelId,
    giver: person(message.authorId),
    receiver: person(receiverId),
    helpKey: helpKeyOf({ helpfulMessageId, thankingId: messageId }),
    messageId,
    sourceMessageId: messageId,
    at: message.editedAt ?? message.at,
  }));
  const before = await thanks.thankedByText(ctx, messageId);
  if (given.length === 0 && before.length === 0) return;
  await thanks.giveByText(ctx, { guildId: GUILD_ID, channelId, messageId }, given);
}

async function react(
  ctx: Context,
  world: World,
  messageId: string,
  emoji: string,
  memberId: string,
): Promise<void> {
  const message = world.message(messageId);
  const kind = meaningOf(emoji, (await ctx.settings.of(GUILD_ID)).reactions);
  const sourceKey = sourceKeys.reaction(messageId, memberId, emoji);
  // An event may come after the one that undoes it: Discord is asked.
  if (!message || !kind || takenBackOf(ctx).has(messageId)) return;
  if (takenBackOf(ctx).has(sourceKey)) {
    takenBackOf(ctx).forget(sourceKey);
    const there = await ctx.actions.hasReacted(message.channelId, messageId, emoji, memberId);
    if (there.done && !there.value) return;
  }
  await thanks.giveThanks(ctx, {
    sourceKey,
    kind,
    guildId: GUILD_ID,
    channelId: message.channelId,
    giver: person(memberId),
    receiver: person(message.authorId),
    helpKey: helpKeyOf({ helpfulMessageId: messageId, thankingId: messageId }),
    messageId,
    sourceMessageId: messageId,
    at: ctx.clock.now(),
  });
}

/** `/thanks`: resolves with the row's id when the person is answered that it counted. */
export async function command(
  ctx: Context,
  deed: { id: string; channelId: string; giverId: string; receiverId: string },
): Promise<number | undefined> {
  const given = await thanks.giveThanks(ctx, {
    sourceKey: sourceKeys.command(deed.id),
    kind: 'thanks',
    guildId: GUILD_ID,
    channelId: deed.channelId,
    giver: person(deed.giverId),
    receiver: person(deed.receiverId),
    helpKey: helpKeyOf({ thankingId: deed.id }),
    at: ctx.clock.now(),
  });
  return isRefusal(given) ? undefined : given.row.id;
}

/** What is looked up after a silence: what was said, edited and deleted, reactions that came and went, and roles. */
export async function catchUp(ctx: Context, world: World): Promise<void> {
  for (const message of world.messages.values()) {
    if (message.isDeleted) {
      await thanks.takeBackOn(ctx, [message.id], 'deleted');
      continue;
    }
    await read(ctx, message);
    for (const [emoji, users] of message.reactions)
      for (const memberId of users)
        if (meaningOf(emoji, (await ctx.settings.of(GUILD_ID)).reactions))
          await react(ctx, world, message.id, emoji, memberId);
  }
  const stored = await ctx.db.read((db) => db.select().from(recognitions).all());
  for (const { sourceKey, sourceMessageId, giverId, revokedAt } of stored) {
    if (wayOf(sourceKey) !== 'reaction' || revokedAt !== null) continue;
    const emojis = world.message(sourceMessageId ?? '')?.reactions ?? new Map<string, Set<string>>();
    const isThere = [...emojis].some(
      ([emoji, users]) =>
        users.has(giverId) && sourceKeys.reaction(sourceMessageId ?? '', giverId, emoji) === sourceKey,
    );
    if (!isThere) await thanks.takeBack(ctx, sourceKey, 'unreacted');
  }
  await catchUpOnQuestions(ctx, world);
  await compareAll(ctx, GUILD_ID);
}
