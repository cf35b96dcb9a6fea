// What happens to reactions: adding, taking back, clearing.
import { type APIPartialEmoji, GatewayDispatchEvents, GatewayIntentBits } from 'discord-api-types/v10';
import { intentsFor } from './messages.ts';
import type { Channel, GuildState, Message } from './model.ts';
import { isUnicodeEmoji } from './rules/components.ts';
import { memberView } from './views.ts';
import type { World } from './world.ts';

/** The key of an emoji in a message's reactions and in the paths of REST. */
export function emojiKey(emoji: APIPartialEmoji): string {
  return emoji.id === null || emoji.id === undefined ? (emoji.name ?? '') : `${emoji.name}:${emoji.id}`;
}

/**
 * Reads `🙏`, `name:id`, `<:name:id>` or the bare name of one of the guild's emoji.
 * Undefined when it is no emoji: a custom one that does not exist, or plain text.
 */
export function parseEmoji(text: string, guild: GuildState | undefined): APIPartialEmoji | undefined {
  const custom = /^<?a?:?([^:<>]+):(\d+)>?$/.exec(text);
  if (custom !== null) {
    const known = guild?.emojis.get(custom[2] ?? '');
    return known === undefined ? undefined : { id: known.id, name: known.name, animated: known.animated };
  }
  const byName = [...(guild?.emojis.values() ?? [])].find((emoji) => emoji.name === text);
  if (byName !== undefined) return { id: byName.id, name: byName.name, animated: byName.animated };
  return isUnicodeEmoji(text) ? { id: null, name: text } : undefined;
}

/** Adds a reaction; false when that person's was there already. */
export function react(
  world: World,
  channel: Channel,
  message: Message,
  userId: string,
  emoji: APIPartialEmoji,
): boolean {
  const key = emojiKey(emoji);
  const reaction = message.reactions.get(key) ?? { emoji, users: new Set<string>() };
  if (reaction.users.has(userId)) return false;
  reaction.users.add(userId);
  message.reactions.set(key, reaction);
  const member = world.memberOf(channel.guildId, userId);
  tell(world, channel, message, GatewayDispatchEvents.MessageReactionAdd, emoji, userId, {
    user_id: userId,
    ...(member === undefined ? {} : { member: memberView(member) }),
    message_author_id: message.author.id,
    emoji,
    burst: false,
    type: 0,
  });
  return true;
}

/** Takes a reaction back; false when there was none. */
export function unreact(
  world: World,
  channel: Channel,
  message: Message,
  userId: string,
  emoji: APIPartialEmoji,
): boolean {
  const key = emojiKey(emoji);
  const reaction = message.reactions.get(key);
  if (reaction === undefined || !reaction.users.delete(userId)) return false;
  if (reaction.users.size === 0) message.reactions.delete(key);
  tell(world, channel, message, GatewayDispatchEvents.MessageReactionRemove, emoji, userId, {
    user_id: userId,
    emoji,
    burst: false,
    type: 0,
  });
  return true;
}

/** Clears all reactions, or all of one emoji. */
export function clearReactions(
  world: World,
  channel: Channel,
  message: Message,
  emoji?: APIPartialEmoji,
): void {
  if (emoji === undefined) {
    message.reactions.clear();
    tell(world, channel, message, GatewayDispatchEvents.MessageReactionRemoveAll, undefined, undefined, {});
  } else if (message.reactions.delete(emojiKey(emoji))) {
    tell(world, channel, message, GatewayDispatchEvents.MessageReactionRemoveEmoji, emoji, undefined, {
      emoji,
    });
  }
}

function tell(
  world: World,
  channel: Channel,
  message: Message,
  name: GatewayDispatchEvents,
  emoji: APIPartialEmoji | undefined,
  userId: string | undefined,
  data: Record<string, unknown>,
): void {
  world.dispatch({
    name,
    intents: intentsFor(
      channel,
      GatewayIntentBits.GuildMessageReactions,
      GatewayIntentBits.DirectMessageReactions,
    ),
    guild: world.guildOf(channel),
    channel,
    data: () => ({ ...data, message_id: message.id, channel_id: channel.id, guild_id: channel.guildId }),
    news: { message, emoji, userId },
  });
}
