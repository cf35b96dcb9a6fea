// Reads an utterance as thanks: is it gratitude, and for whom, with what was heard before it.
import type { Context } from '../../core/context.ts';
import type { Recognition } from '../../core/ledger-rules.ts';
import { mentionsOutsideQuotes } from '../language/visible-text.rules.ts';
import { type Credit, findReceivers, type Why } from './credit.rules.ts';
import { conversationOf, recallBefore, type Utterance } from './hearing.ts';

export interface Thanked {
  memberId: string;
  /** The message that helped, where it is known. */
  messageId: string | undefined;
}

/** Ways of knowing that stand in the message itself; the others are read from what was said around it. */
const IN_THE_MESSAGE: ReadonlySet<Why> = new Set(['reply', 'mention', 'name']);

/**
 * Whom an utterance with words of gratitude thanks. `thankedBefore` is given for an edit. One that still thanks, without saying whom, means whom
 * it meant before: what was heard around it may be forgotten by then.
 */
export async function whomItThanks(
  ctx: Context,
  said: Utterance,
  thankedBefore?: readonly Recognition[],
): Promise<readonly Thanked[]> {
  const told = receiversOf(ctx, said);
  const isInTheMessage = told.some(({ why }) => IN_THE_MESSAGE.has(why));
  if (thankedBefore !== undefined && thankedBefore.length > 0) {
    return isInTheMessage
      ? told
      : thankedBefore.map((row) => ({ memberId: row.receiverId, messageId: helpfulMessageOf(row) }));
  }
  // Of whoever is named, the message that helped may have been written before Laurel listened: what else is given for
  // that message is for the same help.
  if (isInTheMessage && told.every(({ messageId }) => messageId !== undefined)) return told;
  if (conversationOf(ctx).isWhole(said.channelId)) return told;
  // What came between an old message and now stays unheard when that message is edited: its past is recalled for this
  // once, and does not pass for the channel's.
  const memory = thankedBefore === undefined ? ctx : { ...ctx };
  await recallBefore(memory, said);
  return receiversOf(memory, said);
}

function receiversOf(ctx: Context, said: Utterance): Credit['receivers'] {
  const { authorId, at, content, botIds, channelId, messageId, repliedTo, threadOwnerId } = said;
  const conversation = conversationOf(ctx);
  const thanks = {
    authorId,
    at,
    content,
    botIds,
    mentions: mentionsOutsideQuotes(content),
    ...(repliedTo ? { repliedTo } : {}),
    ...(threadOwnerId
      ? { thread: { ownerId: threadOwnerId, participantIds: conversation.participants(channelId) } }
      : {}),
  };
  return findReceivers(thanks, conversation.before(channelId, messageId), conversation.names(channelId))
    .receivers;
}

function helpfulMessageOf(row: Recognition): string | undefined {
  const [what, id] = row.helpKey.split(':');
  return what === 'message' && id !== row.messageId ? id : undefined;
}
