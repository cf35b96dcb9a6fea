// Reads the JSON files of DiscordChatExporter: messages of one channel or thread, with who wrote and reacted.
import * as z from 'zod';
import { compareIds, DISCORD_EPOCH_MS } from '../core/snowflakes.ts';
import type { PastWords } from '../features/thanks/past.ts';

const id = z.string().regex(/^\d{1,20}$/);
const user = z.object({
  id,
  name: z.string(),
  nickname: z.string().nullish(),
  isBot: z.boolean().default(false),
});
const DAY_MS = 86_400_000;

/** A moment at which something can have been written, in ms; clocks may differ by a day. */
const momentBefore = (now: number) =>
  z.iso
    .datetime({ offset: true, error: 'this is no date and time' })
    .transform((text) => Date.parse(text))
    .refine((at) => Number.isFinite(at), 'this is no day that there is')
    .refine((at) => !(at < DISCORD_EPOCH_MS), 'this is before Discord began, in 2015')
    .refine((at) => !(at > now + DAY_MS), 'this is in the future');

const messageBefore = (now: number) =>
  z.object({
    id,
    type: z.string(),
    timestamp: momentBefore(now),
    timestampEdited: momentBefore(now).nullish(),
    content: z.string(),
    author: user,
    reactions: z
      .array(
        z.object({
          emoji: z.object({ id: z.string().nullish(), name: z.string() }),
          users: z.array(user).default([]),
        }),
      )
      .default([]),
    mentions: z.array(user).default([]),
    reference: z.object({ type: z.string().nullish(), messageId: z.string().nullish() }).nullish(),
  });

const exportedBefore = (now: number) =>
  z.object({
    guild: z.object({ id }),
    channel: z.object({ id, type: z.string(), categoryId: z.string().nullish() }),
    messages: z.array(messageBefore(now)),
  });

type User = z.infer<typeof user>;
type Message = z.infer<ReturnType<typeof messageBefore>>;

export interface Exported {
  guildId: string;
  channelId: string;
  /** Oldest first. */
  words: readonly PastWords[];
  botIds: readonly string[];
}

/** What one file says, or why it cannot be read as such an export. `now` in ms: nothing was written after it. */
export function readExport(json: unknown, now: number): Exported | { flaw: string } {
  const read = exportedBefore(now).safeParse(json);
  if (!read.success) {
    const [issue] = read.error.issues;
    return { flaw: issue ? `${issue.path.join('.')}: ${issue.message}` : 'it has another form' };
  }
  const { guild, channel, messages } = read.data;
  const isThread = channel.type.includes('Thread');
  const authors = new Map(messages.map(({ id, author }) => [id, author]));
  const written = messages
    .filter(({ type }) => type === 'Default' || type === 'Reply')
    .sort((a, b) => compareIds(a.id, b.id));
  const place = {
    guildId: guild.id,
    channelId: channel.id,
    threadId: isThread ? channel.id : undefined,
    threadOwnerId: isThread ? authors.get(channel.id)?.id : undefined,
  };
  const people = messages.flatMap(({ author, mentions, reactions }) => [
    author,
    ...mentions,
    ...reactions.flatMap(({ users }) => users),
  ]);
  return {
    guildId: guild.id,
    channelId: channel.id,
    words: written.map((one) => ({
      said: { ...place, ...saidIn(one, authors) },
      parentId: isThread ? (channel.categoryId ?? undefined) : undefined,
      reactions: one.reactions.map(({ emoji, users }) => ({
        emoji: emoji.id || emoji.name,
        memberIds: users.filter(({ isBot }) => !isBot).map(({ id }) => id),
      })),
    })),
    botIds: [...new Set(people.filter(({ isBot }) => isBot).map(({ id }) => id))],
  };
}

function saidIn(message: Message, authors: ReadonlyMap<string, User>) {
  const { author, mentions, reference } = message;
  const repliedId = message.type === 'Reply' ? (reference?.messageId ?? undefined) : undefined;
  const repliedTo = repliedId === undefined ? undefined : authors.get(repliedId);
  return {
    messageId: message.id,
    authorId: author.id,
    authorNames: [author.nickname, author.name].filter((name) => typeof name === 'string'),
    isBot: author.isBot,
    at: message.timestampEdited ?? message.timestamp,
    content: withMentions(message.content, mentions),
    botIds: mentions.filter(({ isBot }) => isBot).map(({ id }) => id),
    repliedTo:
      repliedTo && repliedId !== undefined
        ? { authorId: repliedTo.id, messageId: repliedId, isBot: repliedTo.isBot }
        : undefined,
  };
}

/** Unless told otherwise, the exporter writes names in place of mentions; whose they are stands beside the text. */
function withMentions(content: string, mentions: readonly User[]): string {
  const names = mentions
    .flatMap(({ id, name, nickname }) => [nickname, name].map((called) => ({ id, called })))
    .filter((one): one is { id: string; called: string } => Boolean(one.called))
    .sort((a, b) => b.called.length - a.called.length);
  return names.reduce((text, { id, called }) => text.replaceAll(`@${called}`, `<@${id}>`), content);
}
