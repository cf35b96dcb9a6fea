// Thanks in words: messages written and edited become utterances, and what they thank for is given.
import { type Message, MessageType, type PartialMessage } from 'discord.js';
import { type Context, isRefusal } from '../../core/context.ts';
import type { Recognition } from '../../core/ledger-rules.ts';
import { listensIn } from '../../core/settings.ts';
import { outcomeOf } from '../../discord/outcomes.ts';
import { onThanks } from '../questions/closing.ts';
import { findGratitude, type Gratitude } from './gratitude.rules.ts';
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
  const { repliedUser, users } = mentions;
  const thread = channel.isThread() ? channel : undefined;
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
    botIds: users.size === 0 ? [] : users.filter((user) => user.bot).map((user) => user.id),
    repliedTo:
      repliedUser && reference?.messageId
        ? { authorId: repliedUser.id, messageId: reference.messageId, isBot: repliedUser.bot }
        : undefined,
    threadId: thread?.id,
    threadOwnerId: thread?.ownerId ?? undefined,
  };
}

export function onMessage(ctx: Context, message: Message): Promise<void> | undefined {
  // An event may come after the one that undoes it.
  if (!isWritten(message) || takenBackOf(ctx).has(message.id)) return undefined;
  const said = utteranceOf(message);
  const gratitude = said.isBot ? undefined : findGratitude(said.content);
  if (gratitude) return onGratitude(ctx, said, message, gratitude);
  hear(ctx, said);
  return undefined;
}

async function onGratitude(
  ctx: Context,
  said: Utterance,
  message: Message<true>,
  gratitude: Gratitude,
): Promise<void> {
  try {
    if (await listensTo(ctx, message)) await giveBySpeech(ctx, said, message, gratitude);
    await askWhetherSolved(ctx, said, gratitude);
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
  const gratitude = findGratitude(said.content);
  if (!(await listensTo(ctx, message))) return takeBackBySpeech(ctx, said, gratitude, before);
  await giveBySpeech(ctx, said, message, gratitude, before);
  await askWhetherSolved(ctx, said, gratitude);
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
async function askWhetherSolved(
  ctx: Context,
  said: Utterance,
  gratitude: Gratitude | undefined,
): Promise<void> {
  const { guildId, threadId, messageId, authorId, at, content, repliedTo } = said;
  if (threadId === undefined || !gratitude) return;
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
  gratitude: Gratitude | undefined,
  before: readonly Recognition[],
): Promise<void> {
  const live = before.filter((row) => row.revokedAt === null);
  if (live.length === 0) return;
  const receivers = gratitude ? await whomItThanks(ctx, said, live) : [];
  const thanked = new Set(receivers.map(({ memberId }) => memberId));
  const isOver = (row: Recognition) => live.some(({ id }) => id === row.id) && !thanked.has(row.receiverId);
  await service.takeBackOn(ctx, [said.messageId], 'edited', isOver);
}

/** Gives what the text says now; `before`, for an edit, are those it thanked until now. */
async function giveBySpeech(
  ctx: Context,
  said: Utterance,
  message: Message<true>,
  gratitude: Gratitude | undefined,
  before?: readonly Recognition[],
): Promise<void> {
  const receivers = gratitude ? await whomItThanks(ctx, said, before) : [];
  if (receivers.length === 0 && !before?.length) return;
  const { guildId, channelId, messageId, threadId, at } = said;
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
      language: gratitude?.language,
      at,
    })),
  );
  const results = await service.giveByText(ctx, { guildId, channelId, messageId }, thanks);
  for (const result of results) {
    if (isRefusal(result)) noteRefused(ctx, said, giver.memberId, result);
  }
}
