// Thanks by reaction: which emoji on whose message, by whom.
import type { MessageReaction, PartialMessageReaction, PartialUser, User } from 'discord.js';
import { type Context, isRefusal } from '../../core/context.ts';
import { listensIn } from '../../core/settings.ts';
import { noteRefused, personById } from './people.discord.ts';
import { helpKeyOf, meaningOf, sourceKeys } from './rules.ts';
import * as service from './service.ts';

export async function onReaction(
  ctx: Context,
  reaction: MessageReaction | PartialMessageReaction,
  user: User | PartialUser,
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
  const message = reaction.message.partial
    ? await reaction.message.fetch().catch(() => undefined)
    : reaction.message;
  if (!message || message.webhookId || message.system || message.author.bot) return;
  const [giver, receiver] = await Promise.all([
    personById(ctx, guildId, { id: user.id }),
    personById(ctx, guildId, message.author),
  ]);
  if (giver.isBot) return;
  const given = await service.giveThanks(ctx, {
    sourceKey: sourceKeys.reaction(messageId, user.id, emoji),
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
    at: ctx.clock.now(),
  });
  if (isRefusal(given)) noteRefused(ctx, { guildId, messageId }, user.id, given);
}

/** The character, or a custom emoji's id. */
export function emojiOf(reaction: MessageReaction | PartialMessageReaction): string {
  return reaction.emoji.id ?? reaction.emoji.name ?? '';
}
