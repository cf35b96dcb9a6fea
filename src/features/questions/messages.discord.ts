// Messages in help channels: those in a question are counted, a new one in a text channel may get its thread.
import { type Message, MessageType } from 'discord.js';
import type { Context } from '../../core/context.ts';
import { helpChannelOf, type Settings } from '../../core/settings.ts';
import { onAskerWrote, type Remark } from './closing.ts';
import { messagesDeleted } from './marks.service.ts';
import { isStaff } from './people.discord.ts';
import type { Written } from './questions.rules.ts';
import * as service from './service.ts';
import { titleFor } from './thread.rules.ts';
import { owesThread } from './thread-effects.ts';
import { ensureQuestion } from './threads.discord.ts';

export function onMessage(ctx: Context, message: Message): Promise<void> | undefined {
  if (!message.inGuild() || message.author.bot || message.webhookId !== null) return undefined;
  if (message.type !== MessageType.Default && message.type !== MessageType.Reply) return undefined;
  if (message.channel.isThread()) return inThread(ctx, message);
  if (message.type !== MessageType.Default || message.reference) return undefined;
  const settings = ctx.settings.known(message.guildId);
  return settings && !opensThreads(settings, message) ? undefined : inChannel(ctx, message);
}

async function inThread(ctx: Context, message: Message<true>): Promise<void> {
  const { channel } = message;
  if (!channel.isThread() || !(await ensureQuestion(ctx, channel))) return;
  await service.noteMessages(ctx, channel.id, [await writtenOf(ctx, message)]);
  await onAskerWrote(ctx, remarkOf(message));
}

/** What somebody says in a question, as what closes it is read. */
function remarkOf({
  id,
  author,
  content,
  guildId,
  channelId,
  createdTimestamp,
  ...message
}: Message<true>): Remark {
  const repliedTo = message.mentions.repliedUser;
  return {
    guildId,
    questionId: channelId,
    messageId: id,
    authorId: author.id,
    authorIsBot: false,
    at: createdTimestamp,
    content,
    ...(repliedTo && message.reference?.messageId
      ? { repliedToAuthorId: repliedTo.id, repliedToMessageId: message.reference.messageId }
      : {}),
  };
}

async function writtenOf(ctx: Context, message: Message<true>): Promise<Written> {
  const settings = await ctx.settings.of(message.guildId);
  return {
    messageId: message.id,
    memberId: message.author.id,
    isStaff: isStaff(message.member?.roles.cache.keys() ?? [], settings),
    at: message.createdTimestamp,
  };
}

/** A new message in a text channel that opens threads; a reply belongs to what it replies to. */
async function inChannel(ctx: Context, message: Message<true>): Promise<void> {
  const { guildId, channelId, id: messageId, content, member, author } = message;
  if (!opensThreads(await ctx.settings.of(guildId), message)) return;
  const name = titleFor(content, member?.displayName ?? author.displayName);
  await owesThread(ctx, { guildId, channelId, messageId, name });
}

function opensThreads(settings: Settings, { channelId }: Message<true>): boolean {
  return helpChannelOf(settings, channelId)?.opensThreads ?? false;
}

/** Messages were deleted: solutions among them are none any more, and a question may have been withdrawn. */
export async function onDeleted(ctx: Context, messageIds: readonly string[]): Promise<void> {
  await messagesDeleted(ctx, messageIds);
  for (const id of messageIds) await service.firstMessageGone(ctx, id);
}
