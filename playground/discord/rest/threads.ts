// Routes of threads and forum posts: open, lists, who follows; and what a change of a thread needs.
import { PermissionFlagsBits as Bits, ChannelType } from 'discord-api-types/v10';
import * as z from 'zod';
import { messageView } from '../message-view.ts';
import type { Channel, Thread } from '../model.ts';
import { formError } from '../rules/errors.ts';
import { checkMessage } from '../rules/message.ts';
import { checkFiles } from '../rules/multipart.ts';
import { compareIds } from '../snowflakes.ts';
import { activeThreads, followThread, type ThreadChanges, unfollowThread } from '../thread-state.ts';
import { openThread } from '../threads.ts';
import { channelView, isThread, memberView, threadMemberView } from '../views.ts';
import { channelIn, countIn, guildIn, may, messageIn, need } from './lookup.ts';
import { MessageBody, storedComponents, storedEmbeds, storedFiles } from './message-body.ts';
import { mentionsEveryone } from './messages.ts';
import { type Call, Created, heed, Refused, type Route, read, refuse, route } from './router.ts';

/** Tags on one post. */
const TAGS = 5;
const Minutes = z.union([z.literal(60), z.literal(1440), z.literal(4320), z.literal(10_080)]);
const ThreadBody = z.looseObject({
  name: z.string().min(1).max(100),
  type: z.union([z.literal(10), z.literal(11), z.literal(12)]).nullish(),
  auto_archive_duration: Minutes.nullish(),
  rate_limit_per_user: z.number().int().min(0).max(21_600).nullish(),
  invitable: z.boolean().nullish(),
  applied_tags: z.array(z.string()).nullish(),
  message: MessageBody.optional(),
});
const ChangeBody = ThreadBody.partial().extend({
  archived: z.boolean().optional(),
  locked: z.boolean().optional(),
  flags: z.number().int().optional(),
});
const FOLLOWERS = '/channels/:channel/thread-members';

export const threadRoutes: readonly Route[] = [
  route('POST', '/channels/:channel/threads', (call) => {
    const channel = channelIn(call);
    return channel.forum === undefined ? openBare(call, channel) : openPost(call, channel);
  }),
  route('POST', '/channels/:channel/messages/:message/threads', (call) => {
    const channel = channelIn(call);
    const message = messageIn(call, channel);
    if (isThread(channel) || channel.guildId === undefined) refuse(50024);
    need(call, { channel }, Bits.CreatePublicThreads);
    if (message.threadId !== undefined) refuse(160004);
    const body = read(ThreadBody, call.body);
    const type =
      channel.type === ChannelType.GuildAnnouncement
        ? ChannelType.AnnouncementThread
        : ChannelType.PublicThread;
    const thread = openThread(call.world, channel, { ...wishOf(call, body), type, from: message });
    return new Created(channelView(thread, call.app.user.id));
  }),
  route('GET', '/guilds/:guild/threads/active', (call) => {
    const threads = activeThreads(call.world, guildIn(call).id, call.app.user.id);
    return listView(call, threads);
  }),
  route('GET', '/channels/:channel/threads/archived/public', (call) =>
    archived(call, (thread) => thread.type !== ChannelType.PrivateThread),
  ),
  route('GET', '/channels/:channel/threads/archived/private', (call) => {
    need(call, { channel: channelIn(call) }, Bits.ManageThreads);
    return archived(call, (thread) => thread.type === ChannelType.PrivateThread);
  }),
  route('GET', '/channels/:channel/users/@me/threads/archived/private', (call) =>
    archived(
      call,
      (thread) => thread.type === ChannelType.PrivateThread && thread.thread.members.has(call.app.user.id),
    ),
  ),
  route('GET', FOLLOWERS, (call) => {
    const thread = threadIn(call);
    return [...thread.thread.members.keys()].map((id) => followerView(call, thread, id));
  }),
  route('GET', `${FOLLOWERS}/:user`, (call) => {
    const thread = threadIn(call);
    const id = userIn(call);
    return thread.thread.members.has(id) ? followerView(call, thread, id) : refuse(10007);
  }),
  route('PUT', `${FOLLOWERS}/:user`, (call) => {
    const thread = open(threadIn(call));
    const id = userIn(call);
    if (call.world.memberOf(thread.guildId, id) === undefined) refuse(10007);
    if (id !== call.app.user.id) need(call, { channel: thread }, Bits.SendMessagesInThreads);
    followThread(call.world, thread, id);
  }),
  route('DELETE', `${FOLLOWERS}/:user`, (call) => {
    const thread = open(threadIn(call));
    const id = userIn(call);
    if (id !== call.app.user.id) need(call, { channel: thread }, Bits.ManageThreads);
    unfollowThread(call.world, thread, id);
  }),
];

type Body = z.infer<typeof ThreadBody>;

function wishOf(call: Call, body: Body) {
  return {
    name: body.name,
    owner: call.app.user,
    autoArchiveMinutes: body.auto_archive_duration ?? undefined,
    slowmodeSeconds: body.rate_limit_per_user ?? undefined,
  };
}

function openBare(call: Call, channel: Channel): Created {
  if (channel.type !== ChannelType.GuildText && channel.type !== ChannelType.GuildAnnouncement) refuse(50024);
  const body = read(ThreadBody, call.body);
  const type = body.type ?? ChannelType.PrivateThread;
  need(
    call,
    { channel },
    type === ChannelType.PrivateThread ? Bits.CreatePrivateThreads : Bits.CreatePublicThreads,
  );
  const thread = openThread(call.world, channel, {
    ...wishOf(call, body),
    type,
    invitable: body.invitable ?? undefined,
  });
  return new Created(channelView(thread, call.app.user.id));
}

function openPost(call: Call, forum: Channel): Created {
  const { world, app } = call;
  need(call, { channel: forum }, Bits.SendMessages);
  const body = read(ThreadBody, call.body);
  if (body.message === undefined) {
    throw new Refused(formError('message', 'BASE_TYPE_REQUIRED', 'This field is required'));
  }
  const raw = read(z.looseObject({ message: z.unknown() }), call.body).message;
  heed(checkMessage(raw, { kind: 'forumPost', attachmentNames: call.files.map(({ name }) => name) }));
  heed(checkFiles(call.files));
  const tags = allowedTags(call, forum, body.applied_tags ?? []);
  const attachments = storedFiles(world, forum.id, call.files, body.message.attachments);
  const thread = openThread(world, forum, {
    ...wishOf(call, body),
    tags,
    starter: {
      author: app.user,
      content: body.message.content ?? '',
      flags: body.message.flags ?? 0,
      embeds: storedEmbeds(body.message.embeds),
      components: storedComponents(body.message.components, attachments),
      attachments,
      allowedMentions: body.message.allowed_mentions,
      mayMentionEveryone: mentionsEveryone(call, forum),
    },
  });
  const first = thread.messages.get(thread.id);
  return new Created({
    ...channelView(thread, app.user.id),
    ...(first === undefined ? {} : { message: messageView(world, first, call.viewer) }),
  });
}

/** The tags of a post, if the forum has them and the bot may set them; 40067 where one is needed. */
function allowedTags(call: Call, forum: Channel, ids: readonly string[]): string[] {
  if (ids.length > TAGS) {
    throw new Refused(formError('applied_tags', 'BASE_TYPE_MAX_LENGTH', 'Must be 5 or fewer in length.'));
  }
  if (ids.length === 0 && forum.forum?.requireTag === true) refuse(40067);
  const moderates = may(call, { channel: forum }, Bits.ManageThreads);
  for (const id of ids) {
    const tag = forum.forum?.tags.find((known) => known.id === id) ?? refuse(10087);
    if (tag.moderated && !moderates) refuse(50013);
  }
  return [...new Set(ids)];
}

/** What a PATCH of a thread asks for. */
export function changesOfThread(call: Call, channel: Thread): ThreadChanges {
  const body = read(ChangeBody, call.body);
  const forum = call.world.channels.get(channel.parentId ?? '');
  return {
    name: body.name,
    archived: body.archived,
    locked: body.locked,
    autoArchiveMinutes: body.auto_archive_duration ?? undefined,
    slowmodeSeconds: body.rate_limit_per_user ?? undefined,
    invitable: body.invitable ?? undefined,
    appliedTags:
      body.applied_tags && forum !== undefined ? allowedTags(call, forum, body.applied_tags) : undefined,
    pinned: body.flags === undefined ? undefined : (body.flags & 2) !== 0,
  };
}

/** Its opener may rename, archive and tag a thread; locking, pinning and slow mode need ManageThreads. */
export function mayChangeThread(call: Call, channel: Thread, changes: ThreadChanges): void {
  const { thread } = channel;
  const moderates = may(call, { channel }, Bits.ManageThreads);
  const asks = Object.entries(changes).filter(([, value]) => value !== undefined);
  if (thread.archived && changes.archived !== false && asks.length > 0) refuse(50083);
  if (moderates) return;
  const { locked, pinned, slowmodeSeconds } = changes;
  if (locked !== undefined || pinned !== undefined || slowmodeSeconds !== undefined) refuse(50013);
  if (thread.locked) refuse(160005);
  const onlyWakes = asks.every(([key, value]) => key === 'archived' && value === false);
  if (onlyWakes) need(call, { channel }, Bits.SendMessagesInThreads);
  else if (thread.ownerId !== call.app.user.id) refuse(50013);
}

function threadIn(call: Call): Thread {
  const channel = channelIn(call);
  return isThread(channel) ? channel : refuse(50024);
}

function open(thread: Thread): Thread {
  return thread.thread.archived ? refuse(50083) : thread;
}

function userIn(call: Call): string {
  return call.param('user') === '@me' ? call.app.user.id : call.param('user');
}

function followerView(call: Call, thread: Thread, userId: string): unknown {
  const member = call.world.memberOf(thread.guildId, userId);
  return {
    ...threadMemberView(thread.id, userId, thread.thread.members.get(userId) ?? 0),
    ...(call.query.get('with_member') === 'true' && member !== undefined
      ? { member: memberView(member) }
      : {}),
  };
}

/** Archived threads of a channel, the last archived first, `before` a time. */
function archived(call: Call, wanted: (thread: Thread) => boolean): unknown {
  const channel = channelIn(call);
  need(call, { channel }, Bits.ReadMessageHistory);
  const limit = countIn(call, 'limit', 50, 100);
  const before = call.query.get('before');
  const until = before === null ? Number.POSITIVE_INFINITY : Date.parse(before);
  const all = [...(call.world.guildOf(channel)?.channels.values() ?? [])]
    .filter(isThread)
    .filter((thread) => thread.parentId === channel.id && thread.thread.archived && wanted(thread))
    .filter((thread) => thread.thread.archiveChangedAt < until)
    .sort((a, b) => b.thread.archiveChangedAt - a.thread.archiveChangedAt || compareIds(b.id, a.id));
  return { ...listView(call, all.slice(0, limit)), has_more: all.length > limit };
}

function listView(call: Call, threads: readonly Thread[]): { threads: unknown[]; members: unknown[] } {
  const me = call.app.user.id;
  return {
    threads: threads.map((thread) => channelView(thread)),
    members: threads
      .filter(({ thread }) => thread.members.has(me))
      .map((thread) => threadMemberView(thread.id, me, thread.thread.members.get(me) ?? 0)),
  };
}
