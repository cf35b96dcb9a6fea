// Who may do what where: the permission rules applied to the world's records, remembered until something changes.
import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { Channel, GuildState } from './model.ts';
import { type Actor, highestRole } from './rules/hierarchy.ts';
import { ALL_PERMISSIONS, permissionsOf } from './rules/permissions.ts';
import type { World } from './world.ts';

/** The permission bits of a member in a channel (or in the guild as a whole); 0n for strangers. In direct conversations, all. */
export function permissionsIn(
  world: World,
  guild: GuildState | undefined,
  userId: string,
  channel?: Channel,
): bigint {
  if (guild === undefined) {
    return channel?.recipients?.some((user) => user.id === userId) === true ? ALL_PERMISSIONS : 0n;
  }
  const member = guild.members.get(userId);
  if (member === undefined) return 0n;
  const timedOut = member.timedOutUntil !== null && member.timedOutUntil > world.now();
  const key = `${userId}:${channel?.id ?? ''}:${timedOut}`;
  const known = guild.permissionCache.get(key);
  if (known !== undefined) return known;
  const parent = channel?.thread === undefined ? channel : world.channels.get(channel.parentId ?? '');
  const bits = permissionsOf(
    {
      ownerId: guild.ownerId,
      memberId: userId,
      everyoneRole: guild.everyone,
      roles: member.roles.flatMap((id) => guild.roles.get(id) ?? []),
      timedOut,
    },
    channel === undefined || parent === undefined
      ? undefined
      : { overwrites: parent.overwrites, isThread: channel.thread !== undefined },
  );
  guild.permissionCache.set(key, bits);
  return bits;
}

/** Whether a member may see a channel; private threads only by followers and thread managers. */
export function canSee(world: World, channel: Channel, userId: string): boolean {
  const bits = permissionsIn(world, world.guildOf(channel), userId, channel);
  if ((bits & PermissionFlagsBits.ViewChannel) === 0n) return false;
  if (channel.thread === undefined || channel.type !== ChannelType.PrivateThread) return true;
  return channel.thread.members.has(userId) || (bits & PermissionFlagsBits.ManageThreads) !== 0n;
}

/** A member as the hierarchy rules see one who acts (or is acted on): guild-wide bits and the highest role. */
export function actorOf(world: World, guild: GuildState, userId: string): Actor {
  const roles = guild.members.get(userId)?.roles.flatMap((id) => guild.roles.get(id) ?? []) ?? [];
  return {
    isOwner: guild.ownerId === userId,
    permissions: permissionsIn(world, guild, userId),
    highestRole: highestRole(guild.everyone, roles),
  };
}

/** Permission names as people read them: "Send Messages". */
export function permissionNames(bits: bigint): string[] {
  return Object.entries(PermissionFlagsBits)
    .filter(([, bit]) => (bits & bit) !== 0n)
    .map(([name]) => name.replace(/(?<=[a-z])(?=[A-Z])/g, ' '));
}
