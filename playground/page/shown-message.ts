// A message as the chosen person sees it: names for ids, files at this page's own address, what may be done with it.
import { PermissionFlagsBits as Bits, MessageFlags, MessageReferenceType } from 'discord-api-types/v10';
import { permissionsIn } from '../discord/access.ts';
import type { Message, Reaction } from '../discord/model.ts';
import { has } from '../discord/rules/permissions.ts';
import { nameIn } from '../discord/seen.ts';
import { excerptOf } from './excerpt.ts';
import { colorOf, type Look } from './lookout.ts';
import type { MessageView, ReactionView, ReplyView } from './wire.ts';

const EXCERPT = 120;
/** Names told of those who reacted. */
const REACTORS = 12;

export function messageView(look: Look, message: Message): MessageView {
  const { world, guild, me } = look;
  const channel = world.channels.get(message.channelId);
  const own = message.author.id === me.id;
  const moderates = has(permissionsIn(world, guild, me.id, channel), Bits.ManageMessages);
  const ephemeral = message.ephemeralFor !== undefined;
  const thread = message.threadId === undefined ? undefined : world.channels.get(message.threadId);
  return {
    id: message.id,
    placeId: message.channelId,
    at: message.sentAt,
    type: message.type,
    authorId: message.author.id,
    author: nameOf(look, message.author.id, message.author.username),
    color: colorOf(guild, guild.members.get(message.author.id)),
    bot: message.author.bot === true,
    content: message.content,
    edited: message.editedAt !== null,
    ephemeral,
    loading: (message.flags & MessageFlags.Loading) !== 0,
    pinned: message.pinned,
    rings: ringsFor(look, message),
    embeds: here(look, message.embeds),
    components: here(look, message.components),
    attachments: here(look, message.attachments),
    reactions: [...message.reactions].map(([key, reaction]) => reactionView(look, key, reaction)),
    reply: replyView(look, message),
    command: commandView(look, message),
    thread:
      thread?.thread === undefined
        ? undefined
        : { id: thread.id, name: thread.name, messages: thread.thread.messageCount },
    names: namesIn(look, message),
    canEdit: own && !ephemeral,
    canDelete: !ephemeral && (own || moderates),
  };
}

/** Whether a message rang for the person who looks. */
export function ringsFor({ guild, me }: Look, message: Message): boolean {
  if (message.author.id === me.id) return false;
  const roles = guild.members.get(me.id)?.roles ?? [];
  const { users, roles: ringing, everyone } = message.pinged;
  return everyone || users.includes(me.id) || ringing.some((id) => roles.includes(id));
}

/** Webhooks have a name and no account. */
function nameOf({ world, guild }: Look, userId: string, otherwise: string): string {
  return world.users.has(userId) ? nameIn(world, guild.id, userId) : otherwise;
}

function reactionView({ world, guild, me }: Look, key: string, { emoji, users }: Reaction): ReactionView {
  const names = [...users].slice(0, REACTORS).map((id) => nameIn(world, guild.id, id));
  return { key, emoji, count: users.size, me: users.has(me.id), names };
}

function replyView(look: Look, message: Message): ReplyView | 'gone' | undefined {
  const { world, guild, me } = look;
  const answered = answeredBy(message);
  if (answered === undefined) return undefined;
  const channel = world.channels.get(answered.channelId);
  const own = channel?.ephemerals.get(answered.messageId);
  const original =
    channel?.messages.get(answered.messageId) ?? (own?.ephemeralFor === me.id ? own : undefined);
  if (original === undefined) return 'gone';
  return {
    id: original.id,
    author: nameOf(look, original.author.id, original.author.username),
    color: colorOf(guild, guild.members.get(original.author.id)),
    excerpt: excerptOf(look, original, EXCERPT),
  };
}

/** What a message answers: what somebody replied to, or where the button or select stands that was used. */
function answeredBy({ reference, interaction, channelId }: Message) {
  if (reference?.message_id !== undefined && reference.type !== MessageReferenceType.Forward)
    return { channelId: reference.channel_id, messageId: reference.message_id };
  const messageId = interaction?.interacted_message_id;
  return typeof messageId === 'string' ? { channelId, messageId } : undefined;
}

function commandView({ world, guild }: Look, { interaction, commandName }: Message): MessageView['command'] {
  if (interaction === undefined || commandName === undefined) return undefined;
  const { id } = interaction.user;
  return {
    name: commandName,
    user: nameIn(world, guild.id, id),
    color: colorOf(guild, guild.members.get(id)),
  };
}

function namesIn({ world, guild }: Look, message: Message): Record<string, string> {
  const text = JSON.stringify([message.content, message.embeds, message.components]);
  const ids = [...text.matchAll(/<@!?(\d+)>/g)].map((match) => match[1] ?? '');
  const told = [...ids, ...(message.type === 0 ? [] : message.mentions)];
  return Object.fromEntries(told.map((id) => [id, nameIn(world, guild.id, id)]));
}

/** Files of the playground are served by this page too, so that nothing is asked elsewhere. */
function here<T>({ world }: Look, value: T): T {
  const text = JSON.stringify(value);
  return text.includes(world.origin) ? JSON.parse(text.replaceAll(world.origin, '')) : value;
}
