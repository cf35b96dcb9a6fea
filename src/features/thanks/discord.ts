// Thanks on Discord: texts, reactions, /thanks and "Thank the author", and every way of taking them back.
import {
  type GuildMember,
  type Message,
  type MessageReaction,
  MessageType,
  type PartialMessage,
  type PartialMessageReaction,
  type PartialUser,
  type User,
} from 'discord.js';
import { type Context, isRefusal, type Refusal, refuse } from '../../core/context.ts';
import type { Recognition } from '../../core/ledger.ts';
import { emojiKey, listensIn } from '../../core/settings.ts';
import type { Feature, MessageMenu } from '../../discord/feature.ts';
import { slashCommand } from '../../discord/options.ts';
import { conversationOf, hear, type Utterance } from './hearing.ts';
import { helpKeyOf, meaningOf, type Person, sourceKeys, wayOf } from './rules.ts';
import * as service from './service.ts';
import { whomItThanks } from './speech.ts';
import { thankedView, undoneView } from './view.ts';

/** Longest reason for /thanks, in characters: a sentence, not a speech. */
const LONGEST_REASON = 200;

const thanks = slashCommand({
  name: 'thanks',
  description: 'commands.thanks.description',
  answers: 'publicly',
  options: {
    member: { type: 'member', required: true, description: 'commands.thanks.options.member' },
    reason: { type: 'text', maxLength: LONGEST_REASON, description: 'commands.thanks.options.reason' },
  },
  async run(call, { member: thanked, reason }) {
    const { ctx, guildId, channelId, interaction, at } = call;
    if (!thanked.member && !thanked.user.bot) return refuse('notAMember');
    const given = await service.giveThanks(ctx, {
      sourceKey: sourceKeys.command(interaction.id),
      kind: 'thanks',
      guildId,
      channelId,
      giver: personOf({ author: call.member.user, member: call.member }),
      receiver: personOf({ author: thanked.user, member: thanked.member ?? null }),
      helpKey: helpKeyOf({
        threadId: interaction.channel?.isThread() ? channelId : undefined,
        thankingId: interaction.id,
      }),
      reason: reason?.trim() || undefined,
      at,
    });
    return isRefusal(given) ? given : answerTo(call, given);
  },
});

const thankTheAuthor: MessageMenu = {
  type: 'message',
  name: 'Thank the author',
  answers: 'privately',
  async run(call) {
    const { ctx, guildId, channelId, interaction, at } = call;
    const message = interaction.targetMessage;
    if (message.webhookId || message.system) return refuse('webhook');
    const receiver = await personById(ctx, guildId, message.author);
    const given = await service.giveThanks(ctx, {
      sourceKey: sourceKeys.menu(interaction.id),
      kind: 'thanks',
      guildId,
      channelId,
      giver: personOf({ author: call.member.user, member: call.member }),
      receiver,
      helpKey: helpKeyOf({
        threadId: interaction.channel?.isThread() ? channelId : undefined,
        helpfulMessageId: message.id,
        thankingId: interaction.id,
      }),
      messageId: message.id,
      sourceMessageId: message.id,
      at,
    });
    return isRefusal(given) ? given : answerTo(call, given);
  },
};

async function answerTo(
  call: { ctx: Context; guildId: string; reading: Parameters<typeof thankedView>[0] },
  given: service.Given,
) {
  const { row, total, again } = given;
  const { limits } = await call.ctx.settings.of(call.guildId);
  return thankedView(call.reading, {
    rowId: row.id,
    giverId: row.giverId,
    receiverId: row.receiverId,
    reason: row.reason ?? undefined,
    weight: row.weight,
    windowDays: limits.windowDays,
    total,
    again,
  });
}

/** Whether a message is one that people write: no joins, pins or boosts. */
function isWritten(message: Message): message is Message<true> {
  return message.inGuild() && (message.type === MessageType.Default || message.type === MessageType.Reply);
}

function utteranceOf(message: Message<true>): Utterance {
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
    at: message.createdTimestamp,
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

async function onMessage(ctx: Context, message: Message): Promise<void> {
  if (!isWritten(message)) return;
  const said = utteranceOf(message);
  if (!said.isBot && (await listensTo(ctx, message))) await giveBySpeech(ctx, said, personOf(message), []);
  hear(ctx, said);
}

async function onEdit(ctx: Context, edited: Message | PartialMessage): Promise<void> {
  // Discord also sends an update when it adds a preview; only people's edits carry the time of an edit.
  if (edited.editedTimestamp === null) return;
  const message = edited.partial ? await edited.fetch() : edited;
  if (!isWritten(message)) return;
  const said = utteranceOf(message);
  if (said.isBot || !(await listensTo(ctx, message))) return;
  await giveBySpeech(ctx, said, personOf(message), await service.thankedByText(ctx, said.messageId));
}

async function listensTo(ctx: Context, message: Message<true>): Promise<boolean> {
  const settings = await ctx.settings.of(message.guildId);
  return listensIn(settings, message.channelId, message.channel.parentId ?? undefined);
}

/** Gives what the text says now; `before` are those it thanked until now. */
async function giveBySpeech(
  ctx: Context,
  said: Utterance,
  giver: Person,
  before: readonly Recognition[],
): Promise<void> {
  const receivers = await whomItThanks(ctx, said, before);
  if (receivers.length === 0 && before.length === 0) return;
  const { guildId, channelId, messageId, threadId, at } = said;
  const thanks = await Promise.all(
    receivers.map(async ({ memberId, messageId: helpfulMessageId }) => ({
      sourceKey: sourceKeys.text(messageId, memberId),
      kind: 'thanks' as const,
      guildId,
      channelId,
      giver,
      receiver: await personById(ctx, guildId, { id: memberId }),
      helpKey: helpKeyOf({ threadId, helpfulMessageId, thankingId: messageId }),
      messageId,
      sourceMessageId: messageId,
      at,
    })),
  );
  const results = await service.giveByText(ctx, { guildId, channelId, messageId }, thanks);
  for (const result of results) {
    if (isRefusal(result)) noteInLog(ctx, said, giver.memberId, result);
  }
}

function noteInLog(
  ctx: Context,
  { guildId, messageId }: { guildId: string; messageId: string },
  memberId: string,
  refusal: Refusal,
): void {
  ctx.log.debug(
    { feature: 'thanks', guildId, messageId, memberId, reason: refusal.refused },
    'thanks refused',
  );
}

async function onReaction(
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
  if (isRefusal(given)) noteInLog(ctx, { guildId, messageId }, user.id, given);
}

const byReaction = (row: Recognition) => wayOf(row.sourceKey) === 'reaction';

function emojiOf(reaction: MessageReaction | PartialMessageReaction): string {
  return reaction.emoji.id ?? reaction.emoji.name ?? '';
}

/** The author of a message, or the one who asked; a message's author may have left since. */
function personOf({ author, member }: { author: User; member: GuildMember | null }): Person {
  return {
    memberId: author.id,
    isBot: author.bot,
    isPending: member?.pending ?? false,
    isPresent: member !== null,
  };
}

/** Looks a person up; when Discord does not answer, the thank-you is not lost for it. */
async function personById(
  ctx: Context,
  guildId: string,
  user: { id: string; bot?: boolean },
): Promise<Person> {
  const found = await ctx.actions.member(guildId, user.id);
  if (found.done)
    return { memberId: user.id, isBot: found.value.isBot, isPending: found.value.isPending, isPresent: true };
  return { memberId: user.id, isBot: user.bot ?? false, isPending: false, isPresent: !found.final };
}

export const thanksFeature: Feature = {
  name: 'thanks',
  commands: [thanks, thankTheAuthor],
  components: [
    {
      action: 'undo',
      answers: 'inPlace',
      async run(call, [rowId]) {
        const undone = await service.undo(call.ctx, call.guildId, call.member.id, Number(rowId));
        return isRefusal(undone) ? undone : undoneView(call.reading, undone.giverId, undone.receiverId);
      },
    },
  ],
  listeners: {
    messageCreate: onMessage,
    messageUpdate: (ctx, _before, after) => onEdit(ctx, after),
    messageDelete: async (ctx, message) => {
      conversationOf(ctx).forget(message.channelId, message.id);
      await service.takeBackOn(ctx, [message.id], 'deleted');
    },
    messageDeleteBulk: async (ctx, messages, channel) => {
      for (const id of messages.keys()) conversationOf(ctx).forget(channel.id, id);
      await service.takeBackOn(ctx, [...messages.keys()], 'deleted');
    },
    messageReactionAdd: onReaction,
    messageReactionRemove: (ctx, reaction, user) =>
      service.takeBack(
        ctx,
        sourceKeys.reaction(reaction.message.id, user.id, emojiOf(reaction)),
        'unreacted',
      ),
    messageReactionRemoveAll: (ctx, message) =>
      service.takeBackOn(ctx, [message.id], 'unreacted', byReaction),
    messageReactionRemoveEmoji: (ctx, reaction) => {
      const ending = `:${emojiKey(emojiOf(reaction))}`;
      return service.takeBackOn(
        ctx,
        [reaction.message.id],
        'unreacted',
        (row) => byReaction(row) && row.sourceKey.endsWith(ending),
      );
    },
  },
  jobs: [{ name: 'forget refusals', schedule: '17 4 * * *', run: service.forgetOldRefusals }],
};
