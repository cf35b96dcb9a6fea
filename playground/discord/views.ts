// How Discord shows guilds, channels, roles, members and threads: records in, API structures out.
import {
  type APIEmoji,
  type APIGuild,
  type APIGuildMember,
  type APIInvite,
  type APIRole,
  type APIThreadMember,
  ChannelFlags,
  ChannelType,
  GuildDefaultMessageNotifications,
  GuildExplicitContentFilter,
  GuildMFALevel,
  GuildNSFWLevel,
  GuildPremiumTier,
  GuildVerificationLevel,
  InviteType,
  ThreadMemberFlags,
} from 'discord-api-types/v10';
import type { Application, Channel, CustomEmoji, GuildState, Invite, Member, Role, Thread } from './model.ts';
import type { World } from './world.ts';

export const iso = (ms: number): string => `${new Date(ms).toISOString().slice(0, -1)}000+00:00`;

export function roleView(role: Role): APIRole {
  return {
    id: role.id,
    name: role.name,
    permissions: role.permissions.toString(),
    position: role.position,
    color: role.color,
    colors: { primary_color: role.color, secondary_color: null, tertiary_color: null },
    hoist: role.hoist,
    managed: role.managed,
    mentionable: role.mentionable,
    icon: null,
    unicode_emoji: null,
    flags: 0 satisfies number as APIRole['flags'],
    ...(role.botId === undefined ? {} : { tags: { bot_id: role.botId } }),
  };
}

/** A member without its user, as it rides along with messages. */
export function bareMemberView(member: Member): Omit<APIGuildMember, 'user'> {
  return {
    nick: member.nick,
    avatar: null,
    banner: null,
    roles: [...member.roles],
    joined_at: iso(member.joinedAt),
    premium_since: null,
    deaf: false,
    mute: false,
    flags: 0 satisfies number as APIGuildMember['flags'],
    pending: member.pending,
    communication_disabled_until: member.timedOutUntil === null ? null : iso(member.timedOutUntil),
  };
}

export function memberView(member: Member): APIGuildMember {
  return { ...bareMemberView(member), user: member.user };
}

export function emojiView(emoji: CustomEmoji): APIEmoji {
  return {
    id: emoji.id,
    name: emoji.name,
    animated: emoji.animated,
    roles: [],
    require_colons: true,
    managed: false,
    available: true,
  };
}

/** A channel or thread. `forUser` adds that person's membership of a thread. */
export function channelView(channel: Channel, forUser?: string): Record<string, unknown> & { id: string } {
  if (isThread(channel)) return threadView(channel, forUser);
  if (channel.type === ChannelType.DM) {
    return {
      id: channel.id,
      type: channel.type,
      flags: 0,
      last_message_id: channel.lastMessageId,
      recipients: channel.recipients?.filter((user) => user.id !== forUser),
    };
  }
  return {
    id: channel.id,
    guild_id: channel.guildId,
    type: channel.type,
    name: channel.name,
    position: channel.position,
    parent_id: channel.parentId,
    permission_overwrites: channel.overwrites,
    flags: channel.forum?.requireTag === true ? ChannelFlags.RequireTag : 0,
    ...(channel.type === ChannelType.GuildCategory ? {} : textFields(channel)),
    ...(channel.type === ChannelType.GuildVoice ? { bitrate: 64_000, user_limit: 0, rtc_region: null } : {}),
    ...(channel.forum === undefined
      ? {}
      : {
          available_tags: channel.forum.tags,
          default_reaction_emoji: null,
          default_sort_order: null,
          default_forum_layout: 0,
          template: '',
        }),
  };
}

function textFields(channel: Channel): Record<string, unknown> {
  return {
    topic: channel.topic,
    nsfw: channel.nsfw,
    rate_limit_per_user: channel.slowmodeSeconds,
    last_message_id: channel.lastMessageId,
    last_pin_timestamp: channel.lastPinAt === null ? null : iso(channel.lastPinAt),
  };
}

export function isThread(channel: Channel): channel is Thread {
  return channel.thread !== undefined;
}

function threadView(channel: Thread, forUser?: string): Record<string, unknown> & { id: string } {
  const { thread } = channel;
  const joinedAt = forUser === undefined ? undefined : thread.members.get(forUser);
  return {
    id: channel.id,
    guild_id: channel.guildId,
    parent_id: channel.parentId,
    owner_id: thread.ownerId,
    type: channel.type,
    name: channel.name,
    last_message_id: channel.lastMessageId,
    rate_limit_per_user: channel.slowmodeSeconds,
    flags: thread.pinned ? ChannelFlags.Pinned : 0,
    message_count: thread.messageCount,
    member_count: Math.min(thread.members.size, 50),
    total_message_sent: thread.messageCount,
    applied_tags: thread.appliedTags,
    thread_metadata: {
      archived: thread.archived,
      archive_timestamp: iso(thread.archiveChangedAt),
      auto_archive_duration: thread.autoArchiveMinutes,
      locked: thread.locked,
      create_timestamp: iso(thread.createdAt),
      ...(channel.type === ChannelType.PrivateThread ? { invitable: thread.invitable } : {}),
    },
    ...(forUser === undefined || joinedAt === undefined
      ? {}
      : { member: threadMemberView(channel.id, forUser, joinedAt) }),
  };
}

export function threadMemberView(threadId: string, userId: string, joinedAt: number): APIThreadMember {
  return {
    id: threadId,
    user_id: userId,
    join_timestamp: iso(joinedAt),
    flags: ThreadMemberFlags.HasInteracted,
  };
}

/** A guild as REST shows it. */
export function guildView(guild: GuildState): APIGuild {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    description: null,
    owner_id: guild.ownerId,
    region: 'deprecated',
    afk_channel_id: null,
    afk_timeout: 300,
    widget_enabled: false,
    widget_channel_id: null,
    verification_level: GuildVerificationLevel.None,
    default_message_notifications: GuildDefaultMessageNotifications.OnlyMentions,
    explicit_content_filter: GuildExplicitContentFilter.Disabled,
    mfa_level: guild.requiresTwoFactor ? GuildMFALevel.Elevated : GuildMFALevel.None,
    nsfw_level: GuildNSFWLevel.Default,
    application_id: null,
    system_channel_id: guild.systemChannelId,
    system_channel_flags: 0 satisfies number as APIGuild['system_channel_flags'],
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    max_members: 500_000,
    vanity_url_code: null,
    premium_tier: GuildPremiumTier.None,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
    preferred_locale: guild.locale,
    features: [],
    hub_type: null,
    incidents_data: null,
    roles: [...guild.roles.values()].map(roleView),
    emojis: [...guild.emojis.values()].map(emojiView),
    stickers: [],
  };
}

/** What GUILD_CREATE carries: hidden channels too, but only threads the bot can see, and only the bot's own member. */
export function guildCreateView(
  guild: GuildState,
  app: Application,
  threads: Thread[],
  largeThreshold: number,
): Record<string, unknown> {
  const me = guild.members.get(app.user.id);
  return {
    ...guildView(guild),
    joined_at: iso(me?.joinedAt ?? 0),
    large: guild.members.size > largeThreshold,
    unavailable: false,
    member_count: guild.members.size,
    voice_states: [],
    members: me === undefined ? [] : [memberView(me)],
    channels: [...guild.channels.values()]
      .filter((channel) => !isThread(channel))
      .map((channel) => channelView(channel)),
    threads: threads.map((thread) => channelView(thread, app.user.id)),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

export function inviteView(world: World, invite: Invite): APIInvite & Record<string, unknown> {
  const guild = world.guilds.get(invite.guildId);
  const channel = world.channels.get(invite.channelId);
  const expiresAt = invite.maxAgeSeconds === 0 ? null : invite.createdAt + invite.maxAgeSeconds * 1000;
  return {
    type: InviteType.Guild,
    code: invite.code,
    inviter: invite.inviter,
    channel: {
      id: invite.channelId,
      name: channel?.name ?? '',
      type: channel?.type ?? ChannelType.GuildText,
    },
    guild_id: invite.guildId,
    ...(guild === undefined
      ? {}
      : {
          guild: {
            id: guild.id,
            name: guild.name,
            icon: null,
            splash: null,
            banner: null,
            description: null,
            features: [],
            verification_level: GuildVerificationLevel.None,
            vanity_url_code: null,
            nsfw_level: GuildNSFWLevel.Default,
            premium_subscription_count: 0,
          },
        }),
    expires_at: expiresAt === null ? null : iso(expiresAt),
    uses: invite.uses,
    max_uses: invite.maxUses,
    max_age: invite.maxAgeSeconds,
    temporary: invite.temporary,
    created_at: iso(invite.createdAt),
  };
}
