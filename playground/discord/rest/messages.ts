// Routes of messages: list, get, send, edit, delete, delete many, pins.
import {
  AuditLogEvent,
  PermissionFlagsBits as Bits,
  ChannelType,
  MessageFlags,
  MessageType,
} from 'discord-api-types/v10';
import * as z from 'zod';
import { permissionsIn } from '../access.ts';
import { record } from '../audit.ts';
import { messageView } from '../message-view.ts';
import { edit, pin, post, remove, removeMany } from '../messages.ts';
import type { Channel, Message } from '../model.ts';
import { formError } from '../rules/errors.ts';
import { checkMessage } from '../rules/message.ts';
import { checkFiles } from '../rules/multipart.ts';
import { has } from '../rules/permissions.ts';
import { compareIds, timeOf } from '../snowflakes.ts';
import { iso } from '../views.ts';
import { channelIn, countIn, may, messageIn, need, writingBit } from './lookup.ts';
import { keptAttachments, MessageBody, storedComponents, storedEmbeds, storedFiles } from './message-body.ts';
import { type Call, heed, Refused, type Route, read, refuse, route } from './router.ts';

/** Within this time an enforced nonce gives back the first message (world ms); Discord says "a few minutes". */
const NONCE_MS = 5 * 60_000;
/** Bulk deletion refuses older messages. */
const TWO_WEEKS_MS = 14 * 24 * 3600_000;
const PINS = 250;
/** Flags a bot may set. */
const SETTABLE =
  MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2;
/** System messages that nobody can delete. */
const UNDELETABLE = new Set<MessageType>([
  MessageType.RecipientAdd,
  MessageType.RecipientRemove,
  MessageType.Call,
  MessageType.ChannelNameChange,
  MessageType.ChannelIconChange,
  MessageType.ThreadStarterMessage,
]);

export const messageRoutes: readonly Route[] = [
  route('GET', '/channels/:channel/messages', list),
  route('GET', '/channels/:channel/messages/:message', (call) => {
    const channel = channelIn(call);
    need(call, { channel }, Bits.ReadMessageHistory);
    return messageView(call.world, messageIn(call, channel), call.viewer);
  }),
  route('POST', '/channels/:channel/messages', send),
  route('PATCH', '/channels/:channel/messages/:message', change),
  route('DELETE', '/channels/:channel/messages/:message', (call) => {
    const channel = channelIn(call);
    const message = messageIn(call, channel);
    if (UNDELETABLE.has(message.type)) refuse(50021);
    if (message.author.id !== call.app.user.id) need(call, { channel }, Bits.ManageMessages);
    if (channel.thread?.archived === true) refuse(50083);
    remove(call.world, channel, message);
    if (message.author.id !== call.app.user.id) {
      note(call, channel, AuditLogEvent.MessageDelete, message.author.id, { count: '1' });
    }
  }),
  route('POST', '/channels/:channel/messages/bulk-delete', (call) => {
    const channel = channelIn(call);
    if (channel.guildId === undefined) refuse(50003);
    need(call, { channel }, Bits.ManageMessages);
    const { messages } = read(z.object({ messages: z.array(z.string()) }), call.body);
    if (messages.length < 2 || messages.length > 100) refuse(50016);
    if (messages.some((id) => timeOf(id) < call.world.now() - TWO_WEEKS_MS)) refuse(50034);
    removeMany(call.world, channel, messages);
    note(call, channel, AuditLogEvent.MessageBulkDelete, channel.id, { count: String(messages.length) });
  }),
  route('POST', '/channels/:channel/messages/:message/crosspost', (call) => {
    const channel = channelIn(call);
    const message = messageIn(call, channel);
    if ((message.flags & MessageFlags.Crossposted) !== 0) refuse(40033);
    edit(call.world, channel, message, { flags: message.flags | MessageFlags.Crossposted });
    return messageView(call.world, message, call.viewer);
  }),
  route('GET', '/channels/:channel/pins', (call) =>
    pinned(channelIn(call)).map((message) => messageView(call.world, message, call.viewer)),
  ),
  route('GET', '/channels/:channel/messages/pins', (call) => ({
    items: pinned(channelIn(call)).map((message) => ({
      pinned_at: iso(message.editedAt ?? message.sentAt),
      message: messageView(call.world, message, call.viewer),
    })),
    has_more: false,
  })),
  route('PUT', '/channels/:channel/pins/:message', (call) => setPin(call, true)),
  route('PUT', '/channels/:channel/messages/pins/:message', (call) => setPin(call, true)),
  route('DELETE', '/channels/:channel/pins/:message', (call) => setPin(call, false)),
  route('DELETE', '/channels/:channel/messages/pins/:message', (call) => setPin(call, false)),
];

function list(call: Call): unknown {
  const channel = channelIn(call);
  if (!may(call, { channel }, Bits.ReadMessageHistory)) return [];
  const limit = countIn(call, 'limit', 50, 100);
  return page([...channel.messages.values()], call.query, limit)
    .reverse()
    .map((message) => messageView(call.world, message, call.viewer));
}

/** One page, oldest first, of messages in that order: before, after or around an id, else the newest. */
function page(all: Message[], query: URLSearchParams, limit: number): Message[] {
  const [before, after, around] = ['before', 'after', 'around'].map((name) => query.get(name));
  if (around) {
    const at = all.findIndex(({ id }) => compareIds(id, around) >= 0);
    const middle = at === -1 ? all.length : at;
    return all.slice(Math.max(0, middle - Math.floor(limit / 2)), middle + Math.ceil(limit / 2));
  }
  if (before) return all.filter(({ id }) => compareIds(id, before) < 0).slice(-limit);
  if (after) return all.filter(({ id }) => compareIds(id, after) > 0).slice(0, limit);
  return all.slice(-limit);
}

function send(call: Call): unknown {
  const { world, app } = call;
  const channel = channelIn(call);
  const body = read(MessageBody, call.body);
  mayWrite(call, channel);
  heed(checkMessage(call.body, { kind: 'create', attachmentNames: call.files.map(({ name }) => name) }));
  heed(checkFiles(call.files));
  if (hasEntries(body.embeds)) need(call, { channel }, Bits.EmbedLinks);
  if (call.files.length > 0) need(call, { channel }, Bits.AttachFiles);
  if (body.poll) need(call, { channel }, Bits.SendPolls);
  const twin = body.enforce_nonce === true ? sameNonce(call, channel, body.nonce) : undefined;
  if (twin !== undefined) return messageView(world, twin, call.viewer);
  const reference = referenceOf(call, channel, body);
  const attachments = storedFiles(world, channel.id, call.files, body.attachments);
  const message = post(world, channel, {
    author: app.user,
    type: reference === undefined ? MessageType.Default : MessageType.Reply,
    content: body.content ?? '',
    flags: (body.flags ?? 0) & SETTABLE,
    embeds: storedEmbeds(body.embeds),
    components: storedComponents(body.components, attachments),
    attachments,
    tts: body.tts ?? false,
    nonce: body.nonce ?? undefined,
    reference,
    allowedMentions: body.allowed_mentions,
    mayMentionEveryone: mentionsEveryone(call, channel),
    poll: body.poll ?? undefined,
  });
  return messageView(world, message, call.viewer);
}

/** Refuses where the bot cannot write: rights, closed direct messages, forums, locked or archived threads. */
export function mayWrite(call: Call, channel: Channel): void {
  if (channel.forum !== undefined || channel.type === ChannelType.GuildCategory) refuse(50008);
  if (channel.recipients !== undefined) {
    const other = channel.recipients.find((user) => user.id !== call.app.user.id);
    const shareGuild = [...call.world.guilds.values()].some(
      ({ members }) => members.has(other?.id ?? '') && members.has(call.app.user.id),
    );
    if (other?.bot === true || call.world.closedDms.has(other?.id ?? '') || !shareGuild) refuse(50007);
  }
  need(call, { channel }, writingBit(channel));
  if (channel.thread?.locked === true && !may(call, { channel }, Bits.ManageThreads)) {
    refuse(channel.thread.archived ? 50083 : 160005);
  }
}

export function mentionsEveryone(call: Call, channel: Channel): boolean {
  const bits = permissionsIn(call.world, call.world.guildOf(channel), call.app.user.id, channel);
  return has(bits, Bits.MentionEveryone);
}

function hasEntries(list: readonly unknown[] | null | undefined): boolean {
  return (list?.length ?? 0) > 0;
}

function sameNonce(
  call: Call,
  channel: Channel,
  nonce: string | number | null | undefined,
): Message | undefined {
  if (nonce === undefined || nonce === null) return undefined;
  const since = call.world.now() - NONCE_MS;
  return [...channel.messages.values()]
    .reverse()
    .find(
      (message) =>
        message.author.id === call.app.user.id && message.nonce === nonce && message.sentAt >= since,
    );
}

function referenceOf(call: Call, channel: Channel, body: MessageBody): Message['reference'] {
  const wish = body.message_reference;
  if (wish === undefined || wish === null || wish.message_id === undefined) return undefined;
  if (!may(call, { channel }, Bits.ReadMessageHistory)) refuse(160002);
  const original = channel.messages.get(wish.message_id);
  if (original === undefined) {
    if (wish.fail_if_not_exists === false) return undefined;
    throw new Refused(formError('message_reference', 'REPLIES_UNKNOWN_MESSAGE', 'Unknown message'));
  }
  return { type: 0, message_id: original.id, channel_id: channel.id, guild_id: channel.guildId };
}

function change(call: Call): unknown {
  const channel = channelIn(call);
  const message = messageIn(call, channel);
  if (message.author.id !== call.app.user.id) refuse(50005);
  if (channel.thread?.archived === true) refuse(50083);
  changeMessage(call, channel, message);
  return messageView(call.world, message, call.viewer);
}

/** An edit with a message body, by the channel's route or a webhook's. */
export function changeMessage(call: Call, channel: Channel, message: Message, rings = false): void {
  const body = read(MessageBody, call.body);
  heed(
    checkMessage(call.body, {
      kind: 'edit',
      existing: messageView(call.world, message, call.viewer),
      attachmentNames: call.files.map(({ name }) => name),
    }),
  );
  heed(checkFiles(call.files));
  const added = storedFiles(call.world, channel.id, call.files, body.attachments);
  const attachments = [...keptAttachments(message, body.attachments), ...added];
  edit(call.world, channel, message, {
    ...(body.content === undefined ? {} : { content: body.content ?? '' }),
    ...(body.embeds === undefined ? {} : { embeds: storedEmbeds(body.embeds) }),
    ...(body.components === undefined ? {} : { components: storedComponents(body.components, attachments) }),
    ...(body.flags === undefined || body.flags === null
      ? {}
      : { flags: (message.flags & ~MessageFlags.SuppressEmbeds) | (body.flags & SETTABLE) }),
    attachments,
    allowedMentions: body.allowed_mentions,
    mayMentionEveryone: mentionsEveryone(call, channel),
    byAuthor: true,
    rings,
  });
}

function pinned(channel: Channel): Message[] {
  return [...channel.messages.values()].filter((message) => message.pinned).reverse();
}

function setPin(call: Call, on: boolean): void {
  const channel = channelIn(call);
  const message = messageIn(call, channel);
  need(call, { channel }, Bits.PinMessages);
  if (on && pinned(channel).length >= PINS) refuse(30003);
  pin(call.world, channel, message, on);
  const action = on ? AuditLogEvent.MessagePin : AuditLogEvent.MessageUnpin;
  note(call, channel, action, message.author.id, { message_id: message.id });
}

function note(
  call: Call,
  channel: Channel,
  action: AuditLogEvent,
  targetId: string,
  options: Record<string, string>,
): void {
  const guild = call.world.guildOf(channel);
  if (guild === undefined) return;
  const userId = call.app.user.id;
  record(call.world, guild, {
    userId,
    action,
    targetId,
    reason: call.reason,
    options: { channel_id: channel.id, ...options },
  });
}
