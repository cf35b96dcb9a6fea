// How Discord shows a message to a bot: in full, or with its text withheld.
import type { APIMessage, APIReaction } from 'discord-api-types/v10';
import { type MessageFlags, MessageReferenceType } from 'discord-api-types/v10';
import type { Message } from './model.ts';
import { bareMemberView, channelView, iso } from './views.ts';
import type { Viewer, World } from './world.ts';

/** Whether a bot gets the text: with the content switch, or where the message is its own, direct, or names it. */
export function mayRead(message: Message, viewer: Viewer): boolean {
  const me = viewer.app.user.id;
  return (
    viewer.readsContent ||
    message.guildId === undefined ||
    message.author.id === me ||
    message.applicationId === me ||
    message.mentions.includes(me)
  );
}

/** A message as REST answers it. */
export function messageView(world: World, message: Message, viewer: Viewer): APIMessage {
  return { ...shownMessage(world, message, viewer), ...referenced(world, message, viewer) };
}

/** A message as the gateway announces it: with the guild and the author's member. */
export function messageEventView(world: World, message: Message, viewer: Viewer): Record<string, unknown> {
  const author =
    message.webhookId === undefined ? world.memberOf(message.guildId, message.author.id) : undefined;
  return {
    ...messageView(world, message, viewer),
    ...(message.mentions.length === 0 ? {} : { mentions: mentionsWithMembers(world, message) }),
    ...(message.guildId === undefined ? {} : { guild_id: message.guildId }),
    ...(author === undefined ? {} : { member: bareMemberView(author) }),
    channel_type: world.channels.get(message.channelId)?.type,
  };
}

function mentionsWithMembers(world: World, message: Message): unknown[] {
  return message.mentions.map((id) => {
    const member = world.memberOf(message.guildId, id);
    return { ...world.user(id), ...(member === undefined ? {} : { member: bareMemberView(member) }) };
  });
}

function shownMessage(world: World, message: Message, viewer: Viewer): APIMessage {
  const readable = mayRead(message, viewer);
  const view: APIMessage = {
    id: message.id,
    channel_id: message.channelId,
    type: message.type,
    author: message.author,
    content: readable ? message.content : '',
    timestamp: iso(message.sentAt),
    edited_timestamp: message.editedAt === null ? null : iso(message.editedAt),
    flags: message.flags satisfies MessageFlags,
    tts: message.tts,
    pinned: message.pinned,
    mention_everyone: message.mentionEveryone,
    mentions: message.mentions.map((id) => world.user(id)),
    mention_roles: message.mentionRoles,
    attachments: readable ? message.attachments : [],
    embeds: readable ? message.embeds : [],
    components: readable ? asApi(message.components) : [],
  };
  if (message.reactions.size > 0) view.reactions = reactionViews(message, viewer);
  if (message.nonce !== undefined) view.nonce = message.nonce;
  if (message.webhookId !== undefined) view.webhook_id = message.webhookId;
  if (message.applicationId !== undefined) view.application_id = message.applicationId;
  if (message.poll !== undefined && readable) view.poll = message.poll;
  if (message.interaction !== undefined) {
    view.interaction_metadata = asApi(message.interaction);
    view.interaction = {
      id: message.interaction.id,
      type: message.interaction.type,
      name: message.commandName ?? '',
      user: message.interaction.user,
    };
  }
  return view;
}

function referenced(world: World, message: Message, viewer: Viewer): Partial<APIMessage> {
  const extra: Partial<APIMessage> = {};
  if (message.reference !== undefined) {
    extra.message_reference = { type: MessageReferenceType.Default, ...message.reference };
    const original = world.channels
      .get(message.reference.channel_id)
      ?.messages.get(message.reference.message_id ?? '');
    if (message.reference.type !== MessageReferenceType.Forward) {
      extra.referenced_message = original === undefined ? null : shownMessage(world, original, viewer);
    }
  }
  const thread = message.threadId === undefined ? undefined : world.channels.get(message.threadId);
  if (thread !== undefined) extra.thread = asApi(channelView(thread));
  return extra;
}

function reactionViews(message: Message, viewer: Viewer): APIReaction[] {
  return [...message.reactions.values()].map(({ emoji, users }) => ({
    emoji,
    count: users.size,
    count_details: { burst: 0, normal: users.size },
    me: users.has(viewer.app.user.id),
    me_burst: false,
    burst_colors: [],
  }));
}

/** The records of components and channels are looser than the API's unions; their shape was checked on the way in. */
function asApi<T>(loose: unknown): T {
  return loose as T;
}
