// Thanks in words: messages written and edited become utterances, and what they thank for is given.
import { type Message, MessageType, type PartialMessage } from 'discord.js';
import { type Context, isRefusal } from '../../core/context.ts';
import type { Recognition } from '../../core/ledger.ts';
import { listensIn } from '../../core/settings.ts';
import { outcomeOf } from '../../discord/outcomes.ts';
import { onThanks } from '../questions/closing.ts';
import { findGratitude } from './gratitude.rules.ts';
import { hear, type Utterance } from './hearing.ts';
import { noteRefused, personById, personOf, receiverById } from './people.discord.ts';
import { helpKeyOf, sourceKeys } from './rules.ts';
import * as service from './service.ts';
import { whomItThanks } from './speech.ts';
import { takenBackOf } from './taken-back.ts';

/** Whether a message is one that people write: no joins, pins or boosts. */
export function isWritten(message: Message): message is Message<true> {
  return message.inGuild() && (message.type === MessageType.Default || message.type === MessageType.Reply);
}

/** The plain value of a message. */
export function utteranceOf(message: Message<true>): Utterance {
  const { author, channel, mentions, reference } = message;
  const repliedUser = mentions.repliedUser;
  return {
    guildId: message.guildId,
    channelId: message.channelId,
    messageId: message.id,
    authorId: author.id,
    authorNames: [message.member?.nickname, author.globalName, author.username].filter(
      (name) => typeof name === 'string',
    ),
    isBot: author.bot || message.webhookId !== null,
    // What an edit says is said when it is made: old messages are no way around today's limits. (discord.js changes the
    // message that it handed out, so even a new one may have been edited before its turn comes.)
    at: message.editedTimestamp ?? message.createdTimestamp,
    content: message.content,
    botIds: mentions.users.filter((user) => user.bot).map((user) => user.id),
    repliedTo:
      repliedUser && reference?.messageId
        ? { authorId: repliedUser.id, messageId: reference.messageId, isBot: repliedUser.bot }
        : undefined,
    threadId: channel.isThread() ? channel.id : undefined,
    threadOwnerId: channel.isThread() ? (channel.ownerId ?? undefined) : undefined,
  };
}

export async function onMessage(ctx: Context, message: Message): Promise<void> {
  // An event may come after the one that undoes it.
  if (!isWritten(message) || takenBackOf(ctx).has(message.id)) return;
  const said = utteranceOf(message);
  try {
    if (!said.isBot && (await listensTo(ctx, message))) await giveBySpeech(ctx, said, message);
    if (!said.isBot) await askWhetherSolved(ctx, said);
  } finally {
    hear(ctx, said);
  }
}

export async function onEdit(ctx: Context, edited: Message | PartialMessage): Promise<void> {
  // Discord also sends an update when it adds a preview; only people's edits carry the time of an edit.
  if (edited.editedTimestamp === null || takenBackOf(ctx).has(edited.id)) return;
  const message = edited.partial ? await fetched(edited) : edited;
  if (!message || !isWritten(message)) return;
  const said = utteranceOf(message);
  if (said.isBot) return;
  const before = await service.thankedByText(ctx, said.messageId);
  if (!(await listensTo(ctx, message))) return takeBackBySpeech(ctx, said, before);
  await giveBySpeech(ctx, said, message, before);
  await askWhetherSolved(ctx, said);
}

/** The whole message; nothing when it is gone. */
async function fetched(message: PartialMessage): Promise<Message | undefined> {
  try {
    return await message.fetch();
  } catch (err) {
    if (outcomeOf(err).final) return undefined;
    throw err;
  }
}

async function listensTo(ctx: Context, message: Message<true>): Promise<boolean> {
  const settings = await ctx.settings.of(message.guildId);
  return listensIn(settings, message.channelId, message.channel.parentId ?? undefined);
}

/** Thanks in one's own question may mean that it is solved, whether they counted or not. */
async function askWhetherSolved(ctx: Context, said: Utterance): Promise<void> {
  const { guildId, threadId, messageId, authorId, at, content, repliedTo } = said;
  if (threadId === undefined || !findGratitude(content)) return;
  const reply = repliedTo && {
    repliedToAuthorId: repliedTo.authorId,
    repliedToMessageId: repliedTo.messageId,
  };
  const remark = { guildId, questionId: threadId, messageId, authorId, authorIsBot: false, at, content };
  await onThanks(ctx, { ...remark, ...reply });
}

/** Where Laurel has ceased to listen nothing is given any more; what is edited away is taken back all the same. */
async function takeBackBySpeech(
  ctx: Context,
  said: Utterance,
  before: readonly Recognition[],
): Promise<void> {
  const live = before.filter((row) => row.revokedAt === null);
  if (live.length === 0) return;
  const thanked = new Set((await whomItThanks(ctx, said, live)).map(({ memberId }) => memberId));
  const isOver = (row: Recognition) => live.some(({ id }) => id === row.id) && !thanked.has(row.receiverId);
  await service.takeBackOn(ctx, [said.messageId], 'edited', isOver);
}

/** Gives what the text says now; `before`, for an edit, are those it thanked until now. */
async function giveBySpeech(
  ctx: Context,
  said: Utterance,
  message: Message<true>,
  before?: readonly Recognition[],
): Promise<void> {
  const receivers = await whomItThanks(ctx, said, before);
  if (receivers.length === 0 && !before?.length) return;
  const { guildId, channelId, messageId, threadId, at } = said;
  const language = findGratitude(said.content)?.language;
  const giver = message.member ? personOf(message) : await personById(ctx, guildId, message.author);
  const thanks = await Promise.all(
    receivers.map(async ({ memberId, messageId: helpfulMessageId }) => ({
      sourceKey: sourceKeys.text(messageId, memberId),
      kind: 'thanks' as const,
      guildId,
      channelId,
      giver,
      receiver: await receiverById(ctx, guildId, memberId, at),
      helpKey: helpKeyOf({ threadId, helpfulMessageId, thankingId: messageId }),
      messageId,
      sourceMessageId: messageId,
      language,
      at,
    })),
  );
  const results = await service.giveByText(ctx, { guildId, channelId, messageId }, thanks);
  for (const result of results) {
    if (isRefusal(result)) noteRefused(ctx, said, giver.memberId, result);
  }
}
