// What happens to messages: posting, editing, deleting, pinning. Shared by people and the REST routes.
import {
  type APIAllowedMentions,
  type APIAttachment,
  type APIEmbed,
  type APIMessageReference,
  type APIPoll,
  type APIUser,
  GatewayDispatchEvents,
  GatewayIntentBits,
  MessageType,
} from 'discord-api-types/v10';
import { mayRead, messageEventView } from './message-view.ts';
import type { Channel, Component, InteractionMetadata, Message, Pinged } from './model.ts';
import { isAllowed, mentionedIn, whoIsPinged } from './rules/mentions.ts';
import { mentioningText } from './rules/readable-text.ts';
import { changeThread, followThread } from './thread-state.ts';
import { iso } from './views.ts';
import type { Viewer, World } from './world.ts';

/** How many messages a channel remembers; the oldest go first. */
const HISTORY = 50_000;
/** They go many at a time: a Map is slow to give up its first key again and again. */
const FORGOTTEN_AT_ONCE = 5000;
const MESSAGE_INTENTS = GatewayIntentBits.GuildMessages;

export interface Draft {
  author: APIUser;
  content?: string;
  type?: MessageType;
  flags?: number;
  embeds?: APIEmbed[];
  components?: Component[];
  attachments?: APIAttachment[];
  tts?: boolean;
  nonce?: string | number;
  reference?: APIMessageReference;
  /** Whether @everyone in it rings. */
  mayMentionEveryone?: boolean;
  allowedMentions?: Partial<APIAllowedMentions> | null;
  webhookId?: string;
  applicationId?: string;
  interaction?: InteractionMetadata;
  commandName?: string;
  poll?: APIPoll;
  ephemeralFor?: string;
  /** The message's id where it is given, as for the first one of a forum post. */
  id?: string;
}

/** Posts a message and tells everyone concerned. Rights and limits are the caller's to check. */
export function post(world: World, channel: Channel, draft: Draft): Message {
  const message: Message = {
    id: draft.id ?? world.newId(),
    channelId: channel.id,
    guildId: channel.guildId,
    author: draft.author,
    type: draft.type ?? MessageType.Default,
    content: draft.content ?? '',
    sentAt: world.now(),
    editedAt: null,
    flags: draft.flags ?? 0,
    embeds: draft.embeds ?? [],
    components: draft.components ?? [],
    attachments: draft.attachments ?? [],
    mentions: [],
    mentionRoles: [],
    mentionEveryone: false,
    pinged: NOBODY,
    pinned: false,
    tts: draft.tts ?? false,
    reactions: new Map(),
    nonce: draft.nonce,
    webhookId: draft.webhookId,
    applicationId: draft.applicationId,
    reference: draft.reference,
    interaction: draft.interaction,
    commandName: draft.commandName,
    poll: draft.poll,
    ephemeralFor: draft.ephemeralFor,
  };
  address(world, channel, message, draft);
  if (message.ephemeralFor !== undefined) {
    channel.ephemerals.set(message.id, message);
    world.announce({ name: 'EPHEMERAL_CREATE', guildId: channel.guildId, channelId: channel.id, message });
    return message;
  }
  wakeThread(world, channel, message);
  remember(channel, message);
  tell(world, channel, message, GatewayDispatchEvents.MessageCreate);
  return message;
}

/** What an edit changes; absent fields stay. */
export type Changes = Partial<
  Pick<Message, 'content' | 'embeds' | 'components' | 'attachments' | 'flags' | 'threadId' | 'pinned'>
> & {
  allowedMentions?: Partial<APIAllowedMentions> | null;
  mayMentionEveryone?: boolean;
  /** An edit that people see as one ("edited"); embeds unfurling or a thread beginning is not. */
  byAuthor?: boolean;
  /** The first content of a deferred answer rings as a new message would. */
  rings?: boolean;
};

export function edit(world: World, channel: Channel, message: Message, changes: Changes): void {
  const { allowedMentions, mayMentionEveryone, byAuthor, rings, ...fields } = changes;
  Object.assign(message, fields);
  if (byAuthor === true) {
    const before = message.pinged;
    address(world, channel, message, { allowedMentions, mayMentionEveryone });
    if (rings !== true) message.pinged = before;
    if (rings !== true) message.editedAt = world.now();
  }
  if (message.ephemeralFor !== undefined) {
    world.announce({ name: 'EPHEMERAL_UPDATE', guildId: channel.guildId, channelId: channel.id, message });
    return;
  }
  tell(world, channel, message, GatewayDispatchEvents.MessageUpdate);
}

/** Deletes one message; false when it was gone already. */
export function remove(world: World, channel: Channel, message: Message): boolean {
  if (channel.ephemerals.delete(message.id)) {
    world.announce({ name: 'EPHEMERAL_DELETE', guildId: channel.guildId, channelId: channel.id, message });
    return true;
  }
  if (!channel.messages.delete(message.id)) return false;
  world.dispatch({
    name: GatewayDispatchEvents.MessageDelete,
    intents: intentsFor(channel, MESSAGE_INTENTS, GatewayIntentBits.DirectMessages),
    guild: world.guildOf(channel),
    channel,
    data: () => ({ id: message.id, channel_id: channel.id, guild_id: channel.guildId }),
    news: { message },
  });
  return true;
}

/** Deletes many at once, as a moderator or MESSAGE_DELETE_BULK does. Unknown ones are skipped. */
export function removeMany(world: World, channel: Channel, ids: readonly string[]): void {
  const gone = ids.filter((id) => channel.messages.delete(id));
  if (gone.length === 0) return;
  world.dispatch({
    name: GatewayDispatchEvents.MessageDeleteBulk,
    intents: intentsFor(channel, MESSAGE_INTENTS, GatewayIntentBits.DirectMessages),
    guild: world.guildOf(channel),
    channel,
    data: () => ({ ids: gone, channel_id: channel.id, guild_id: channel.guildId }),
  });
}

/** Pins or unpins, and says so in CHANNEL_PINS_UPDATE. */
export function pin(world: World, channel: Channel, message: Message, pinned: boolean): void {
  if (message.pinned === pinned) return;
  edit(world, channel, message, { pinned });
  if (pinned) channel.lastPinAt = world.now();
  const lastPin = channel.lastPinAt;
  world.dispatch({
    name: GatewayDispatchEvents.ChannelPinsUpdate,
    intents: intentsFor(channel, GatewayIntentBits.Guilds, GatewayIntentBits.DirectMessages),
    guild: world.guildOf(channel),
    channel,
    data: () => ({
      guild_id: channel.guildId,
      channel_id: channel.id,
      last_pin_timestamp: lastPin === null ? null : iso(lastPin),
    }),
  });
}

/** The intent of a guild's channel, or its counterpart of direct conversations. */
export function intentsFor(channel: Channel, inGuild: number, direct: number): number {
  return channel.guildId === undefined ? direct : inGuild;
}

const NOBODY: Pinged = { users: [], roles: [], everyone: false, repliedUser: false };

/** Fills in whom the text names and for whom it rings. */
function address(
  world: World,
  channel: Channel,
  message: Message,
  wish: Pick<Draft, 'allowedMentions' | 'mayMentionEveryone'>,
): void {
  const repliedTo = repliedAuthor(world, message);
  const text = mentioningText(message);
  const named = mentionedIn(text);
  const quiet = repliedTo === undefined && !named.everyone && named.users.length + named.roles.length === 0;
  const guild = world.guildOf(channel);
  const pinged = quiet
    ? NOBODY
    : whoIsPinged(
        {
          text,
          allowedMentions: wish.allowedMentions,
          repliedTo,
          authorMayMentionEveryone: wish.mayMentionEveryone ?? false,
          ephemeralFor: message.ephemeralFor,
        },
        guild,
      );
  message.pinged = pinged;
  message.mentions = named.users.filter(
    (id) => world.users.has(id) && isAllowed(wish.allowedMentions, 'users', id),
  );
  if (pinged.repliedUser && repliedTo !== undefined && !message.mentions.includes(repliedTo)) {
    message.mentions.push(repliedTo);
  }
  message.mentionRoles = pinged.roles;
  message.mentionEveryone = pinged.everyone;
  if (pinged.everyone || pinged.users.length + pinged.roles.length > 0) world.notePing(message);
}

function repliedAuthor(world: World, message: Message): string | undefined {
  if (message.type !== MessageType.Reply || message.reference === undefined) return undefined;
  const { channel_id, message_id } = message.reference;
  return world.channels.get(channel_id)?.messages.get(message_id ?? '')?.author.id;
}

function remember(channel: Channel, message: Message): void {
  channel.messages.set(message.id, message);
  channel.lastMessageId = message.id;
  if (channel.messages.size <= HISTORY + FORGOTTEN_AT_ONCE) return;
  for (const oldest of channel.messages.keys()) {
    if (channel.messages.size <= HISTORY) break;
    channel.messages.delete(oldest);
  }
}

/** A message in a thread wakes it, counts, and makes its author and those it rings for follow it. */
function wakeThread(world: World, channel: Channel, message: Message): void {
  const { thread } = channel;
  if (thread === undefined) return;
  if (message.id !== channel.id) thread.messageCount += 1;
  if (thread.archived) changeThread(world, channel, { archived: false });
  if (message.webhookId === undefined) followThread(world, channel, message.author.id);
  for (const id of message.pinged.users) followThread(world, channel, id);
}

function tell(world: World, channel: Channel, message: Message, name: GatewayDispatchEvents): void {
  world.dispatch({
    name,
    intents: intentsFor(channel, MESSAGE_INTENTS, GatewayIntentBits.DirectMessages),
    guild: world.guildOf(channel),
    channel,
    variant: (viewer) => variantOf(message, viewer),
    data: (viewer) => messageEventView(world, message, viewer),
    news: { message, userId: message.author.id },
  });
}

/** Readers with and without the text differ; so do all, once reactions say which are one's own. */
function variantOf(message: Message, viewer: Viewer): string {
  const reading = mayRead(message, viewer) ? 'read' : 'bare';
  return message.reactions.size === 0 && message.reference === undefined
    ? reading
    : `${reading}:${viewer.app.id}:${viewer.readsContent}`;
}
