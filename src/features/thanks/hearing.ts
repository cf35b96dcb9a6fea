// What Laurel heard lately in each channel: who spoke to whom, never what was said.
import type { Context } from '../../core/context.ts';
import { mentionsOutsideQuotes } from '../language/visible-text.rules.ts';
import { Conversation } from './conversation.ts';
import { readTurn, TURNS_READ } from './credit.rules.ts';

/** A message as a plain value: all that thanks need to know of it. Its text lives no longer than its handling. */
export interface Utterance {
  guildId: string;
  channelId: string;
  messageId: string;
  authorId: string;
  /** What the author is called here. */
  authorNames: readonly string[];
  isBot: boolean;
  /** When it was written, or last edited, ms. */
  at: number;
  content: string;
  /** Bots among the people it mentions. */
  botIds: readonly string[];
  repliedTo: { authorId: string; messageId: string; isBot: boolean } | undefined;
  /** Who opened the thread it stands in. */
  threadOwnerId: string | undefined;
  /** The thread it stands in. */
  threadId: string | undefined;
}

const conversations = new WeakMap<Context, Conversation>();

/** The window of one running bot. */
export function conversationOf(ctx: Context): Conversation {
  const known = conversations.get(ctx) ?? new Conversation();
  conversations.set(ctx, known);
  return known;
}

/** Notes an utterance in its channel's window. */
export function hear(ctx: Context, said: Utterance): void {
  const { authorId, messageId, at, content, isBot, repliedTo } = said;
  const replied = repliedTo ? { repliedToAuthorId: repliedTo.authorId } : {};
  const turn = readTurn({
    authorId,
    messageId,
    at,
    content,
    isBot,
    mentions: mentionsOutsideQuotes(content),
    ...replied,
  });
  conversationOf(ctx).note(said.channelId, turn, said.authorNames);
}

/**
 * Fills a channel's window from Discord's own history, once: after a start nothing was heard yet. Meant for the latest
 * message of a channel. What cannot be read (no right, no answer) stays unheard.
 */
export async function recallBefore(ctx: Context, { channelId, messageId }: Utterance): Promise<void> {
  const conversation = conversationOf(ctx);
  if (conversation.isWhole(channelId)) return;
  const past = await ctx.actions.messagesBefore(channelId, messageId, TURNS_READ);
  if (!past.done) return;
  for (const { authorIsBot: isBot, authorNames, ...message } of past.value) {
    const turn = readTurn({ ...message, isBot, mentions: mentionsOutsideQuotes(message.content) });
    conversation.note(channelId, turn, authorNames);
  }
  conversation.markWhole(channelId);
}
