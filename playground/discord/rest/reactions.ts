// Routes of reactions: add, take back, clear, who reacted.
import { type APIPartialEmoji, PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import type { Channel, Message } from '../model.ts';
import { clearReactions, emojiKey, parseEmoji, react, unreact } from '../reactions.ts';
import { compareIds } from '../snowflakes.ts';
import { channelIn, countIn, messageIn, need } from './lookup.ts';
import { type Call, type Route, refuse, route } from './router.ts';

/** Different emoji on one message. */
const KINDS = 20;
const REACTIONS = '/channels/:channel/messages/:message/reactions';

export const reactionRoutes: readonly Route[] = [
  route('PUT', `${REACTIONS}/:emoji/@me`, (call) => {
    const { channel, message, emoji } = target(call);
    need(call, { channel }, Bits.ReadMessageHistory);
    if (channel.thread?.archived === true) refuse(50083);
    const isNew = !message.reactions.has(emojiKey(emoji));
    if (isNew) need(call, { channel }, Bits.AddReactions);
    if (isNew && message.reactions.size >= KINDS) refuse(30010);
    react(call.world, channel, message, call.app.user.id, emoji);
  }),
  route('DELETE', `${REACTIONS}/:emoji/@me`, (call) => {
    const { channel, message, emoji } = target(call);
    unreact(call.world, channel, message, call.app.user.id, emoji);
  }),
  route('DELETE', `${REACTIONS}/:emoji/:user`, (call) => {
    const { channel, message, emoji } = target(call);
    need(call, { channel }, Bits.ManageMessages);
    unreact(call.world, channel, message, call.param('user'), emoji);
  }),
  route('DELETE', REACTIONS, (call) => {
    const channel = channelIn(call);
    need(call, { channel }, Bits.ManageMessages);
    clearReactions(call.world, channel, messageIn(call, channel));
  }),
  route('DELETE', `${REACTIONS}/:emoji`, (call) => {
    const { channel, message, emoji } = target(call);
    need(call, { channel }, Bits.ManageMessages);
    clearReactions(call.world, channel, message, emoji);
  }),
  route('GET', `${REACTIONS}/:emoji`, (call) => {
    const { channel, message, emoji } = target(call);
    need(call, { channel }, Bits.ReadMessageHistory);
    const limit = countIn(call, 'limit', 25, 100);
    const after = call.query.get('after') ?? '0';
    if (call.query.get('type') === '1') return [];
    return [...(message.reactions.get(emojiKey(emoji))?.users ?? [])]
      .filter((id) => compareIds(id, after) > 0)
      .sort(compareIds)
      .slice(0, limit)
      .map((id) => call.world.user(id));
  }),
];

function target(call: Call): { channel: Channel; message: Message; emoji: APIPartialEmoji } {
  const channel = channelIn(call);
  const message = messageIn(call, channel);
  const text = call.param('emoji');
  const emoji = message.reactions.get(text)?.emoji ?? parseEmoji(text, call.world.guildOf(channel));
  return { channel, message, emoji: emoji ?? refuse(10014) };
}
