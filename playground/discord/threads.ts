// Opening threads and forum posts, with the messages that Discord adds by itself.
import {
  type APIUser,
  ChannelType,
  GatewayDispatchEvents,
  MessageFlags,
  MessageType,
} from 'discord-api-types/v10';
import { type Draft, edit, post } from './messages.ts';
import type { Channel, Message, Thread } from './model.ts';
import { archiveWhenQuiet, tellFollowers, tellOfThread } from './thread-state.ts';
import type { World } from './world.ts';

export interface NewThread {
  name: string;
  owner: APIUser;
  type?: ChannelType.PublicThread | ChannelType.PrivateThread | ChannelType.AnnouncementThread;
  /** The message it hangs on; the thread then has its id. */
  from?: Message;
  /** The first message of a forum post; the post then has its id. */
  starter?: Draft;
  tags?: string[];
  autoArchiveMinutes?: number;
  invitable?: boolean;
  slowmodeSeconds?: number;
}

/** Opens a thread, or a post when the parent is a forum. */
export function openThread(world: World, parent: Channel, wish: NewThread): Thread {
  const now = world.now();
  const thread: Thread = {
    id: wish.from?.id ?? world.newId(),
    guildId: parent.guildId,
    type: wish.type ?? ChannelType.PublicThread,
    name: wish.name,
    topic: null,
    parentId: parent.id,
    position: 0,
    overwrites: [],
    nsfw: false,
    slowmodeSeconds: wish.slowmodeSeconds ?? 0,
    lastMessageId: null,
    lastPinAt: null,
    messages: new Map(),
    ephemerals: new Map(),
    thread: {
      ownerId: wish.owner.id,
      archived: false,
      locked: false,
      autoArchiveMinutes: wish.autoArchiveMinutes ?? 4320,
      archiveChangedAt: now,
      createdAt: now,
      invitable: wish.invitable ?? true,
      members: new Map([[wish.owner.id, now]]),
      appliedTags: wish.tags ?? [],
      messageCount: 0,
      pinned: false,
    },
  };
  world.channels.set(thread.id, thread);
  world.guildOf(parent)?.channels.set(thread.id, thread);
  tellOfThread(world, thread, GatewayDispatchEvents.ThreadCreate, { newly_created: true });
  tellFollowers(world, thread, [wish.owner.id], []);
  archiveWhenQuiet(world, thread);
  if (wish.starter !== undefined) {
    parent.lastMessageId = thread.id;
    post(world, thread, { ...wish.starter, id: thread.id });
  } else if (wish.from !== undefined) {
    edit(world, parent, wish.from, { threadId: thread.id, flags: wish.from.flags | MessageFlags.HasThread });
    post(world, thread, {
      author: wish.owner,
      type: MessageType.ThreadStarterMessage,
      reference: { message_id: wish.from.id, channel_id: parent.id, guild_id: parent.guildId },
    });
  } else if (thread.type === ChannelType.PublicThread) {
    post(world, parent, {
      author: wish.owner,
      type: MessageType.ThreadCreated,
      content: thread.name,
      flags: MessageFlags.HasThread,
      reference: { channel_id: thread.id, guild_id: parent.guildId },
    });
  }
  return thread;
}
