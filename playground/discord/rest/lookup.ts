// What a path names, found or refused with the right code; and the permissions a route asks for.
import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { canSee, permissionsIn } from '../access.ts';
import type { Channel, GuildState, Member, Message, Role } from '../model.ts';
import { has } from '../rules/permissions.ts';
import { type Call, refuse } from './router.ts';

/** The permissions that Discord marks as needing two-factor authentication. */
const MODERATION =
  Bits.KickMembers |
  Bits.BanMembers |
  Bits.Administrator |
  Bits.ManageChannels |
  Bits.ManageGuild |
  Bits.ManageMessages |
  Bits.ManageRoles |
  Bits.ManageWebhooks |
  Bits.ManageGuildExpressions |
  Bits.ManageThreads;

/** The guild of the path; unknown where the bot is no member. */
export function guildIn(call: Call, name = 'guild'): GuildState {
  const guild = call.world.guilds.get(call.param(name));
  if (guild === undefined || !guild.members.has(call.app.user.id)) return refuse(10004);
  return guild;
}

/** The channel of the path, if the bot can see it (else 50001). */
export function channelIn(call: Call, name = 'channel'): Channel {
  const channel = call.world.channels.get(call.param(name)) ?? refuse(10003);
  if (!canSee(call.world, channel, call.app.user.id)) refuse(50001);
  return channel;
}

/** A channel of a guild with that guild; direct conversations are refused with 50003. */
export function guildChannelIn(call: Call): { guild: GuildState; channel: Channel } {
  const channel = channelIn(call);
  return { channel, guild: call.world.guildOf(channel) ?? refuse(50003) };
}

export function messageIn(call: Call, channel: Channel): Message {
  return channel.messages.get(call.param('message')) ?? refuse(10008);
}

export function memberIn(call: Call, guild: GuildState, name = 'user'): Member {
  const id = call.param(name) === '@me' ? call.app.user.id : call.param(name);
  return guild.members.get(id) ?? refuse(call.world.users.has(id) ? 10007 : 10013);
}

export function roleIn(call: Call, guild: GuildState): Role {
  return guild.roles.get(call.param('role')) ?? refuse(10011);
}

/** Refuses with 50013 unless the bot has all these permissions, in the channel or the guild as a whole. */
export function need(
  call: Call,
  place: { guild?: GuildState | undefined; channel?: Channel },
  bits: bigint,
): void {
  if (!may(call, place, bits)) refuse(50013);
  const guild = place.guild ?? (place.channel === undefined ? undefined : call.world.guildOf(place.channel));
  if (guild !== undefined) needTwoFactor(call, guild, bits);
}

/** Refuses moderation with 60003 where the server asks for two-factor authentication and the bot's owner has none. */
export function needTwoFactor(call: Call, guild: GuildState, bits: bigint): void {
  if (guild.requiresTwoFactor && !call.app.ownerHasTwoFactor && (bits & MODERATION) !== 0n) refuse(60003);
}

export function may(
  call: Call,
  place: { guild?: GuildState | undefined; channel?: Channel },
  bits: bigint,
): boolean {
  const guild = place.guild ?? (place.channel === undefined ? undefined : call.world.guildOf(place.channel));
  return has(permissionsIn(call.world, guild, call.app.user.id, place.channel), bits);
}

/** The right to write here: threads have their own. */
export function writingBit(channel: Channel): bigint {
  return channel.thread === undefined ? Bits.SendMessages : Bits.SendMessagesInThreads;
}

/** A whole number of the query within bounds. */
export function countIn(call: Call, name: string, fallback: number, max: number): number {
  const value = Number(call.query.get(name) ?? fallback);
  return Number.isInteger(value) && value >= 1 && value <= max ? value : refuse(50035);
}
