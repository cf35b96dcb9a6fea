// Messages of the past, as the port reads them.
import { type APIMessage, type Client, type Message, MessageType, Routes } from 'discord.js';
import type { Author, Outcome, PastMessage } from '../core/actions.ts';

/** Up to `limit` messages before or after one, oldest first. */
export async function messagesAround(
  client: Client,
  channelId: string,
  messageId: string,
  side: 'before' | 'after',
  limit: number,
): Promise<Outcome<readonly PastMessage[]>> {
  const query = new URLSearchParams({ [side]: messageId, limit: String(limit) });
  const messages = (await client.rest.get(Routes.channelMessages(channelId), { query })) as APIMessage[]; // Discord's documented answer
  return { done: true, value: messages.reverse().map(pastMessage) };
}

/** One message, asked of Discord. */
export async function oneMessage(
  client: Client,
  channelId: string,
  messageId: string,
): Promise<Outcome<PastMessage>> {
  const message = (await client.rest.get(Routes.channelMessage(channelId, messageId))) as APIMessage; // Discord's documented answer
  return { done: true, value: pastMessage(message) };
}

/** Who wrote a message that is known as a whole. */
export function authorOf({ author, webhookId, system }: Message): Author {
  return { memberId: author.id, isMember: !author.bot && webhookId === null && !system };
}

function pastMessage(message: APIMessage): PastMessage {
  const replied = message.referenced_message;
  return {
    messageId: message.id,
    authorId: message.author.id,
    authorIsBot: message.author.bot === true || message.webhook_id !== undefined,
    authorNames: [message.author.global_name ?? '', message.author.username].filter(Boolean),
    at: Date.parse(message.timestamp),
    content: message.content,
    mentions: message.mentions.map((user) => user.id),
    isSystem: message.type !== MessageType.Default && message.type !== MessageType.Reply,
    ...(replied ? { repliedToAuthorId: replied.author.id, repliedToMessageId: replied.id } : {}),
  };
}
