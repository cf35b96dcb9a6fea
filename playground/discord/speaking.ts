// How people write: say, reply, edit, delete, react, pin, each with the rights it needs.
import {
  AllowedMentionsTypes,
  type APIPartialEmoji,
  type APIUser,
  AuditLogEvent,
  PermissionFlagsBits as Bits,
  MessageType,
} from 'discord-api-types/v10';
import { record } from './audit.ts';
import { keepUpload, type Upload } from './files.ts';
import { type Draft, edit, post, remove, removeMany } from './messages.ts';
import type { Channel, Message } from './model.ts';
import { parseEmoji } from './reactions.ts';
import { can, type Doer, mustBeAble } from './rights.ts';
import type { World } from './world.ts';

/** Characters in a message of somebody without Nitro. */
const LONGEST = 2000;
const PINGS_ALL_BUT_AUTHOR = {
  parse: [AllowedMentionsTypes.User, AllowedMentionsTypes.Role, AllowedMentionsTypes.Everyone],
  replied_user: false,
};

export interface Speech {
  attachments?: readonly Upload[];
  /** Posts a message of the system's instead, such as MessageType.UserJoin. */
  system?: MessageType;
  /** Said by a webhook of this name in the person's stead. */
  webhook?: string;
}

export async function say(
  doer: Doer,
  channel: Channel,
  text: string,
  speech: Speech,
  more: Partial<Draft> = {},
) {
  const { world } = doer.stage;
  mayWrite(doer, channel);
  if ([...text].length > LONGEST) throw new Error(`${doer.name} cannot send more than ${LONGEST} characters`);
  const attachments = (speech.attachments ?? []).map((upload) => keepUpload(world, channel.id, upload));
  if (text === '' && attachments.length === 0 && speech.system === undefined) {
    throw new Error(`${doer.name} cannot send an empty message`);
  }
  const webhook = speech.webhook === undefined ? undefined : webhookUser(world, speech.webhook);
  const message = post(world, channel, {
    author: webhook ?? doer.user,
    webhookId: webhook?.id,
    type: speech.system,
    content: text,
    attachments,
    mayMentionEveryone: can(doer, channel, Bits.MentionEveryone),
    ...more,
  });
  await doer.stage.drained();
  return message;
}

export async function reply(
  doer: Doer,
  message: Message,
  text: string,
  options: Speech & { ping?: boolean },
) {
  const channel = channelOf(doer, message);
  mustBeAble(doer, channel, Bits.ReadMessageHistory, 'reply');
  return say(doer, channel, text, options, {
    type: MessageType.Reply,
    reference: { type: 0, message_id: message.id, channel_id: channel.id, guild_id: channel.guildId },
    allowedMentions: options.ping === false ? PINGS_ALL_BUT_AUTHOR : undefined,
  });
}

export function rewrite(doer: Doer, message: Message, text: string): Message {
  const channel = channelOf(doer, message);
  if (message.author.id !== doer.user.id) throw new Error(`${doer.name} cannot edit another's message`);
  if (!channel.messages.has(message.id)) throw new Error('That message is gone');
  const mayMentionEveryone = can(doer, channel, Bits.MentionEveryone);
  edit(doer.stage.world, channel, message, { content: text, byAuthor: true, mayMentionEveryone });
  return message;
}

/** Deletes one message; another's needs Manage Messages and is noted in the audit log. */
export function erase(doer: Doer, message: Message): void {
  const { world } = doer.stage;
  const channel = channelOf(doer, message);
  const own = message.author.id === doer.user.id;
  if (!own) mustBeAble(doer, channel, Bits.ManageMessages, "delete another's message");
  if (!remove(world, channel, message)) throw new Error('That message is gone');
  const guild = world.guildOf(channel);
  if (own || guild === undefined) return;
  record(world, guild, {
    userId: doer.user.id,
    action: AuditLogEvent.MessageDelete,
    targetId: message.author.id,
    options: { channel_id: channel.id, count: '1' },
  });
}

export function eraseMany(doer: Doer, messages: readonly Message[]): void {
  const [first] = messages;
  if (first === undefined) return;
  const channel = channelOf(doer, first);
  mustBeAble(doer, channel, Bits.ManageMessages, 'delete many messages');
  const ids = messages.map(({ id }) => id);
  removeMany(doer.stage.world, channel, ids);
}

/** The emoji that a person means here; throws when there is none. */
export function emojiIn(doer: Doer, channel: Channel, text: string): APIPartialEmoji {
  const emoji = parseEmoji(text, doer.stage.world.guildOf(channel));
  if (emoji === undefined) throw new Error(`"${text}" is no emoji here`);
  return emoji;
}

export function channelOf(doer: Doer, message: Message): Channel {
  const channel = doer.stage.world.channels.get(message.channelId);
  if (channel === undefined) throw new Error('The channel of that message is gone');
  return channel;
}

function mayWrite(doer: Doer, channel: Channel): void {
  const { thread, forum, name, recipients } = channel;
  if (forum !== undefined) throw new Error(`#${name} is a forum: use posts()`);
  if (recipients?.some(({ id }) => id !== doer.user.id && doer.stage.world.closedDms.has(id)) === true) {
    throw new Error('They take no direct messages');
  }
  mustBeAble(
    doer,
    channel,
    thread === undefined ? Bits.SendMessages : Bits.SendMessagesInThreads,
    `write in #${name}`,
  );
  if (thread?.locked === true) mustBeAble(doer, channel, Bits.ManageThreads, 'write in a locked thread');
}

function webhookUser(world: World, name: string): APIUser {
  return {
    id: world.newId(),
    username: name,
    discriminator: '0000',
    global_name: null,
    avatar: null,
    bot: true,
  };
}
