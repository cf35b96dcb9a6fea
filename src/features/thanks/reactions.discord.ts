// Thanks by reaction: which emoji on whose message, by whom.
import type {
  Message,
  MessageReaction,
  MessageReactionEventDetails,
  PartialMessage,
  PartialMessageReaction,
  PartialUser,
  User,
} from 'discord.js';
import type { Author, Outcome } from '../../core/actions.ts';
import { type Context, isRefusal } from '../../core/context.ts';
import { listensIn } from '../../core/settings.ts';
import { insist } from '../../discord/insist.ts';
import { authorOf } from '../../discord/past-messages.ts';
import { onThanksFor } from '../questions/closing.ts';
import { noteRefused, personById, receiverById } from './people.discord.ts';
import { helpKeyOf, meaningOf, sourceKeys } from './rules.ts';
import * as service from './service.ts';
import { takenBackOf } from './taken-back.ts';

/** One that is found afterwards is taken as given as early as it may have been, which is `since`. */
export async function onReaction(
  ctx: Context,
  reaction: MessageReaction | PartialMessageReaction,
  user: User | PartialUser,
  _details?: MessageReactionEventDetails,
  since?: number,
): Promise<void> {
  const { guildId, channelId, id: messageId } = reaction.message;
  if (!guildId || user.bot) return;
  const settings = await ctx.settings.of(guildId);
  const emoji = emojiOf(reaction);
  const kind = meaningOf(emoji, settings.reactions);
  if (!kind) return;
  const channel = reaction.message.channel;
  if (!listensIn(settings, channelId, 'parentId' in channel ? (channel.parentId ?? undefined) : undefined))
    return;
  const sourceKey = sourceKeys.reaction(messageId, user.id, emoji);
  if (await isOver(ctx, { sourceKey, channelId, messageId, emoji, memberId: user.id })) return;
  const author = await authorWho(ctx, reaction.message);
  if (!author.done) {
    if (!author.final)
      ctx.log.warn(
        { feature: 'thanks', guildId, messageId, memberId: user.id },
        'a reaction could not be looked into',
      );
    return;
  }
  if (!author.value.isMember) return;
  const at = since ?? ctx.clock.now();
  const [giver, receiver] = await Promise.all([
    personById(ctx, guildId, { id: user.id }),
    receiverById(ctx, guildId, author.value.memberId, at),
  ]);
  if (giver.isBot) return;
  const given = await service.giveThanks(ctx, {
    sourceKey,
    kind,
    guildId,
    channelId,
    giver,
    receiver,
    helpKey: helpKeyOf({
      threadId: channel.isThread() ? channelId : undefined,
      helpfulMessageId: messageId,
      thankingId: messageId,
    }),
    messageId,
    sourceMessageId: messageId,
    at,
  });
  if (isRefusal(given)) noteRefused(ctx, { guildId, messageId }, user.id, given);
  if (kind !== 'thanks') return;
  const { memberId: authorId } = author.value;
  await onThanksFor(ctx, { guildId, questionId: channelId, memberId: user.id, messageId, authorId });
}

/** Who wrote a message: Discord is only asked where it told no more than which message it is. */
async function authorWho(ctx: Context, message: Message | PartialMessage): Promise<Outcome<Author>> {
  if (!message.partial) return { done: true, value: authorOf(message) };
  const { channelId, id } = message;
  return insist(ctx, () => ctx.actions.author(channelId, id));
}

export async function onReactionRemoved(
  ctx: Context,
  reaction: MessageReaction | PartialMessageReaction,
  user: User | PartialUser,
): Promise<void> {
  const sourceKey = sourceKeys.reaction(reaction.message.id, user.id, emojiOf(reaction));
  const found = await service.takeBack(ctx, sourceKey, 'unreacted');
  // Nothing to take back: perhaps the reaction itself is still on its way here.
  if (!found) takenBackOf(ctx).note(sourceKey);
}

/** Whether a reaction that is told of now was taken back before it was told of; Discord knows. */
async function isOver(
  ctx: Context,
  told: { sourceKey: string; channelId: string; messageId: string; emoji: string; memberId: string },
): Promise<boolean> {
  const memory = takenBackOf(ctx);
  if (memory.has(told.messageId)) return true;
  if (!memory.has(told.sourceKey)) return false;
  memory.forget(told.sourceKey);
  const there = await insist(ctx, () =>
    ctx.actions.hasReacted(told.channelId, told.messageId, told.emoji, told.memberId),
  );
  return there.done && !there.value;
}

/** The character, or a custom emoji's id. */
export function emojiOf(reaction: MessageReaction | PartialMessageReaction): string {
  return reaction.emoji.id ?? reaction.emoji.name ?? '';
}
