// What one person sees in a channel: what everyone with access sees, and their own ephemeral answers.
import { PermissionFlagsBits as Bits, ComponentType } from 'discord-api-types/v10';
import { canSee, permissionsIn } from './access.ts';
import { everyPart } from './components.ts';
import type { Channel, Message } from './model.ts';
import { readableText } from './rules/readable-text.ts';
import { compareIds } from './snowflakes.ts';
import type { World } from './world.ts';

export interface SeenMessage {
  id: string;
  /** The author's name on this server. */
  author: string;
  /** All readable text. */
  text: string;
  ephemeral: boolean;
  edited: boolean;
  /** The bot is thinking. */
  loading: boolean;
  /** How many reacted, by emoji. */
  reactions: Record<string, number>;
  /** Labels (or emoji) of the buttons. */
  buttons: string[];
  /** Who or what it replies to. */
  repliedTo: string | undefined;
  /** The live message behind it. */
  message: Message;
}

/** Oldest first; empty where the person has no access, without history only nothing new to tell. */
export function seenBy(world: World, userId: string, channel: Channel): SeenMessage[] {
  return messagesSeenBy(world, userId, channel).map((message) => show(world, message));
}

/** The messages themselves, oldest first. */
export function messagesSeenBy(world: World, userId: string, channel: Channel): Message[] {
  if (!canSee(world, channel, userId)) return [];
  const readsHistory =
    (permissionsIn(world, world.guildOf(channel), userId, channel) & Bits.ReadMessageHistory) !== 0n;
  const own = [...channel.ephemerals.values()].filter(({ ephemeralFor }) => ephemeralFor === userId);
  const all = [...(readsHistory ? channel.messages.values() : []), ...own];
  // Those everyone sees are in order already.
  return own.length === 0 ? all : all.sort((a, b) => compareIds(a.id, b.id));
}

function show(world: World, message: Message): SeenMessage {
  const buttons = everyPart(message.components).filter(({ type }) => type === ComponentType.Button);
  const original = world.channels.get(message.channelId)?.messages.get(message.reference?.message_id ?? '');
  return {
    id: message.id,
    author: nameIn(world, message.guildId, message.author.id),
    text: readableText(message),
    ephemeral: message.ephemeralFor !== undefined,
    edited: message.editedAt !== null,
    loading: (message.flags & 128) !== 0,
    reactions: Object.fromEntries([...message.reactions].map(([emoji, { users }]) => [emoji, users.size])),
    buttons: buttons.map(({ label, emoji }) => label ?? emoji?.name ?? ''),
    repliedTo: original === undefined ? undefined : nameIn(world, original.guildId, original.author.id),
    message,
  };
}

/** Nickname, display name or user name. */
export function nameIn(world: World, guildId: string | undefined, userId: string): string {
  const user = world.user(userId);
  return world.memberOf(guildId, userId)?.nick ?? user.global_name ?? user.username;
}
