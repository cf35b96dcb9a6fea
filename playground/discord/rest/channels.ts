// Routes of channels: list, get, create, change, delete, overwrites, typing.
import {
  type APIGuildForumTag,
  type APIOverwrite,
  AuditLogEvent,
  PermissionFlagsBits as Bits,
  ChannelType,
} from 'discord-api-types/v10';
import * as z from 'zod';
import { permissionsIn } from '../access.ts';
import { changesBetween, record } from '../audit.ts';
import {
  type ChannelChanges,
  changeChannel,
  channelName,
  createChannel,
  deleteChannel,
  forumTag,
} from '../channels.ts';
import type { Channel, GuildState } from '../model.ts';
import { has } from '../rules/permissions.ts';
import { changeThread, deleteThread } from '../thread-state.ts';
import { channelView, isThread } from '../views.ts';
import type { World } from '../world.ts';
import { channelIn, guildChannelIn, guildIn, need } from './lookup.ts';
import { type Call, Created, type Route, read, refuse, route } from './router.ts';
import { changesOfThread, mayChangeThread } from './threads.ts';

const CHANNELS = 500;
const REQUIRE_TAG = 1 << 4;
const CREATABLE: readonly number[] = [
  ChannelType.GuildText,
  ChannelType.GuildVoice,
  ChannelType.GuildCategory,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildForum,
];

const Overwrite = z.looseObject({
  id: z.string(),
  type: z.union([z.literal(0), z.literal(1)]),
  allow: z.union([z.string(), z.number()]).nullish(),
  deny: z.union([z.string(), z.number()]).nullish(),
});
const ChannelBody = z.looseObject({
  name: z.string().min(1).max(100).optional(),
  type: z.number().int().nullish(),
  topic: z.string().max(4096).nullish(),
  position: z.number().int().nullish(),
  parent_id: z.string().nullish(),
  nsfw: z.boolean().nullish(),
  rate_limit_per_user: z.number().int().min(0).max(21_600).nullish(),
  permission_overwrites: z.array(Overwrite).nullish(),
  flags: z.number().int().nullish(),
  available_tags: z
    .array(z.looseObject({ id: z.string().nullish(), name: z.string().min(1).max(20) }))
    .nullish(),
});
type ChannelBody = z.infer<typeof ChannelBody>;

export const channelRoutes: readonly Route[] = [
  route('GET', '/guilds/:guild/channels', (call) =>
    [...guildIn(call).channels.values()]
      .filter((channel) => !isThread(channel))
      .map((channel) => channelView(channel)),
  ),
  route('POST', '/guilds/:guild/channels', create),
  route('PATCH', '/guilds/:guild/channels', (call) => {
    const guild = guildIn(call);
    need(call, { guild }, Bits.ManageChannels);
    const wishes = read(
      z.array(z.looseObject({ id: z.string(), position: z.number().int().nullish() })),
      call.body,
    );
    for (const { id, position } of wishes) {
      const channel = guild.channels.get(id);
      if (channel !== undefined && position !== undefined && position !== null) {
        changeChannel(call.world, guild, channel, { position });
      }
    }
  }),
  route('GET', '/channels/:channel', (call) => channelView(channelIn(call), call.app.user.id)),
  route('PATCH', '/channels/:channel', change),
  route('DELETE', '/channels/:channel', (call) => {
    const channel = channelIn(call);
    const guild = call.world.guildOf(channel);
    if (guild === undefined) return channelView(channel, call.app.user.id);
    need(call, { channel }, isThread(channel) ? Bits.ManageThreads : Bits.ManageChannels);
    const view = channelView(channel);
    if (isThread(channel)) deleteThread(call.world, channel);
    else deleteChannel(call.world, guild, channel);
    note(call, guild, channel, isThread(channel) ? AuditLogEvent.ThreadDelete : AuditLogEvent.ChannelDelete);
    return view;
  }),
  route('PUT', '/channels/:channel/permissions/:target', (call) => {
    const { guild, channel } = guildChannelIn(call);
    need(call, { channel }, Bits.ManageRoles);
    const body = read(Overwrite.omit({ id: true }), call.body);
    const overwrite = storedOverwrite({ ...body, id: call.param('target') });
    allowOverwrites(call, channel, [overwrite]);
    const others = channel.overwrites.filter(({ id }) => id !== overwrite.id);
    changeChannel(call.world, guild, channel, { overwrites: [...others, overwrite] });
    note(call, guild, channel, AuditLogEvent.ChannelOverwriteUpdate);
  }),
  route('DELETE', '/channels/:channel/permissions/:target', (call) => {
    const { guild, channel } = guildChannelIn(call);
    need(call, { channel }, Bits.ManageRoles);
    const others = channel.overwrites.filter(({ id }) => id !== call.param('target'));
    if (others.length === channel.overwrites.length) refuse(10009);
    changeChannel(call.world, guild, channel, { overwrites: others });
    note(call, guild, channel, AuditLogEvent.ChannelOverwriteDelete);
  }),
  route('POST', '/channels/:channel/typing', (call) => {
    const channel = channelIn(call);
    need(call, { channel }, channel.thread === undefined ? Bits.SendMessages : Bits.SendMessagesInThreads);
  }),
];

function create(call: Call): unknown {
  const guild = guildIn(call);
  need(call, { guild }, Bits.ManageChannels);
  const body = read(ChannelBody.required({ name: true }), call.body);
  const type = body.type ?? ChannelType.GuildText;
  if (!CREATABLE.includes(type)) refuse(50024);
  if (guild.channels.size >= CHANNELS) refuse(30013);
  const channel = createChannel(call.world, guild, {
    name: body.name,
    type,
    topic: body.topic,
    parentId: body.parent_id,
    overwrites: body.permission_overwrites?.map(storedOverwrite),
    position: body.position ?? undefined,
    nsfw: body.nsfw ?? false,
    slowmodeSeconds: body.rate_limit_per_user ?? 0,
    forum:
      type === ChannelType.GuildForum
        ? { tags: storedTags(call.world, body), requireTag: ((body.flags ?? 0) & REQUIRE_TAG) !== 0 }
        : undefined,
  });
  note(call, guild, channel, AuditLogEvent.ChannelCreate);
  return new Created(channelView(channel));
}

function change(call: Call): unknown {
  const { guild, channel } = guildChannelIn(call);
  if (isThread(channel)) {
    const changes = changesOfThread(call, channel);
    mayChangeThread(call, channel, changes);
    changeThread(call.world, channel, changes);
    note(call, guild, channel, AuditLogEvent.ThreadUpdate);
    return channelView(channel, call.app.user.id);
  }
  need(call, { channel }, Bits.ManageChannels);
  const body = read(ChannelBody, call.body);
  const changes = changesOf(call, channel, body);
  if (changes.overwrites !== undefined) {
    need(call, { channel }, Bits.ManageRoles);
    allowOverwrites(call, channel, changes.overwrites);
  }
  const before = { ...channel };
  changeChannel(call.world, guild, channel, changes);
  record(call.world, guild, {
    userId: call.app.user.id,
    action: AuditLogEvent.ChannelUpdate,
    targetId: channel.id,
    reason: call.reason,
    changes: changesBetween(
      { name: before.name, topic: before.topic },
      { name: channel.name, topic: channel.topic },
    ),
  });
  return channelView(channel);
}

function changesOf(call: Call, channel: Channel, body: ChannelBody): ChannelChanges {
  return {
    ...(body.name === undefined ? {} : { name: channelName(body.name, channel.type) }),
    ...(body.topic === undefined ? {} : { topic: body.topic }),
    ...(typeof body.position === 'number' ? { position: body.position } : {}),
    ...(body.parent_id === undefined ? {} : { parentId: body.parent_id }),
    ...(typeof body.nsfw === 'boolean' ? { nsfw: body.nsfw } : {}),
    ...(typeof body.rate_limit_per_user === 'number' ? { slowmodeSeconds: body.rate_limit_per_user } : {}),
    ...(body.permission_overwrites ? { overwrites: body.permission_overwrites.map(storedOverwrite) } : {}),
    ...(channel.forum === undefined ? {} : { forum: forumOf(call.world, channel.forum, body) }),
  };
}

function forumOf(world: World, forum: NonNullable<Channel['forum']>, body: ChannelBody): Channel['forum'] {
  const requireTag = typeof body.flags === 'number' ? (body.flags & REQUIRE_TAG) !== 0 : forum.requireTag;
  return { tags: body.available_tags ? storedTags(world, body) : forum.tags, requireTag };
}

/** Tags keep the id they come with; new ones get one. At most 20, each name once. */
function storedTags(world: World, { available_tags }: ChannelBody): APIGuildForumTag[] {
  const tags = available_tags ?? [];
  if (tags.length > 20) refuse(30048);
  if (new Set(tags.map(({ name }) => name)).size < tags.length) refuse(40061);
  return tags.map((tag) => forumTag(world, tag.name, { ...tag, id: tag.id ?? world.newId() }));
}

function storedOverwrite(wish: z.infer<typeof Overwrite>): APIOverwrite {
  const { id, type } = wish;
  return { id, type, allow: String(wish.allow ?? 0), deny: String(wish.deny ?? 0) };
}

/** A bot can allow or deny only what it has itself. */
function allowOverwrites(call: Call, channel: Channel, overwrites: readonly APIOverwrite[]): void {
  const own = permissionsIn(call.world, call.world.guildOf(channel), call.app.user.id, channel);
  for (const { id, allow, deny } of overwrites) {
    const before = channel.overwrites.find((overwrite) => overwrite.id === id);
    const changed = (BigInt(allow) ^ BigInt(before?.allow ?? 0)) | (BigInt(deny) ^ BigInt(before?.deny ?? 0));
    if (!has(own, changed)) refuse(50013);
  }
}

function note(call: Call, guild: GuildState, channel: Channel, action: AuditLogEvent): void {
  record(call.world, guild, { userId: call.app.user.id, action, targetId: channel.id, reason: call.reason });
}
