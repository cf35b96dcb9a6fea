// The server as Discord has it now, read into the plain facts that the settings are judged by.
import { ChannelType, type Guild, type GuildBasedChannel, type GuildMember } from 'discord.js';
import type { Context } from '../../core/context.ts';
import { outcomeOf } from '../../discord/outcomes.ts';
import { botFacts, rolesOf } from '../tiers/facts.discord.ts';
import { CHANNEL_RIGHTS, type ChannelFacts, type ServerFacts } from './rules.ts';

/** What the settings depend on, as discord.js remembers it. */
export async function readServer(guild: Guild): Promise<ServerFacts> {
  const me = guild.members.me ?? (await guild.members.fetchMe());
  return {
    name: guild.name,
    locale: guild.preferredLocale,
    channels: new Map(
      [...guild.channels.cache.values()]
        .filter((channel) => !channel.isThread())
        .map((channel) => [channel.id, channelFacts(channel, me)]),
    ),
    roles: rolesOf(guild),
    emoji: guild.emojis.cache.map(({ id, name, animated }) => ({ id, name, animated })),
    bot: await botFacts(guild),
  };
}

function channelFacts(channel: GuildBasedChannel, me: GuildMember): ChannelFacts {
  const mine = channel.permissionsFor(me);
  const members = channel.permissionsFor(channel.guild.roles.everyone);
  return {
    id: channel.id,
    name: channel.name,
    kind: kindOf(channel.type),
    lacks: CHANNEL_RIGHTS.filter((right) => !mine.has(right)),
    isSeenByMembers: members.has('ViewChannel'),
    isForMembers: members.has(['ViewChannel', 'SendMessages']),
    tags: channel.isThreadOnly() ? channel.availableTags.map(({ id, name }) => ({ id, name })) : [],
  };
}

function kindOf(type: ChannelType): ChannelFacts['kind'] {
  switch (type) {
    case ChannelType.GuildText:
    case ChannelType.GuildAnnouncement:
      return 'text';
    case ChannelType.GuildVoice:
    case ChannelType.GuildStageVoice:
      return 'voice';
    case ChannelType.GuildForum:
    case ChannelType.GuildMedia:
      return 'forum';
    case ChannelType.GuildCategory:
      return 'category';
    default:
      return 'thread';
  }
}

/**
 * Looks up the server's own emoji: their changes are not among the events that the bot asks for. When Discord does not
 * answer, those known from before must do.
 */
export async function refreshEmoji(ctx: Context, guild: Guild): Promise<void> {
  try {
    const there = await guild.emojis.fetch();
    guild.emojis.cache.sweep(({ id }) => !there.has(id));
  } catch (err) {
    const { reason } = outcomeOf(err);
    ctx.log.warn({ feature: 'setup', guildId: guild.id, reason }, 'the emoji could not be looked up');
  }
}
