// What a member may do: Discord's permission algorithm over roles, channel overwrites and time-outs.
import { type APIOverwrite, PermissionFlagsBits as Bits, OverwriteType } from 'discord-api-types/v10';

/** A role as far as permissions go; Discord sends the bits as a decimal string. */
export interface RolePermissions {
  id: string;
  permissions: bigint | string;
}

/** The member whose permissions are asked for. `roles` leaves @everyone out. */
export interface PermissionSubject {
  memberId: string;
  ownerId: string;
  everyoneRole: RolePermissions;
  roles: readonly RolePermissions[];
  timedOut?: boolean;
}

/** The channel they are asked for; for a thread, its parent's overwrites. */
export interface PermissionPlace {
  overwrites: readonly APIOverwrite[];
  isThread?: boolean;
}

/** Every bit that exists: what an owner or administrator has. */
export const ALL_PERMISSIONS: bigint = Object.values(Bits).reduce((all, bit) => all | bit, 0n);

/** What remains to a member in time-out. */
const LEFT_IN_TIMEOUT = Bits.ViewChannel | Bits.ReadMessageHistory;

/** What makes no sense without the right to write. */
const NEEDS_WRITING = Bits.MentionEveryone | Bits.SendTTSMessages | Bits.AttachFiles | Bits.EmbedLinks;

/** True when `permissions` holds every bit of `wanted`. */
export function has(permissions: bigint, wanted: bigint): boolean {
  return (permissions & wanted) === wanted;
}

/**
 * The permission bits of a member, in the guild or in one channel. Owner and administrators hold everything;
 * without ViewChannel nothing is left in a channel; without the right to write (in threads:
 * SendMessagesInThreads) nothing that writing carries; in time-out only seeing and reading.
 */
export function permissionsOf(subject: PermissionSubject, place?: PermissionPlace): bigint {
  if (subject.memberId === subject.ownerId) return ALL_PERMISSIONS;
  const base = subject.roles.reduce(
    (bits, role) => bits | BigInt(role.permissions),
    BigInt(subject.everyoneRole.permissions),
  );
  if (has(base, Bits.Administrator)) return ALL_PERMISSIONS;
  const inPlace = place ? impliedIn(place, overwritten(base, subject, place.overwrites)) : base;
  return subject.timedOut ? inPlace & LEFT_IN_TIMEOUT : inPlace;
}

/** Applies overwrites in Discord's order: @everyone, all roles together, the member. */
function overwritten(base: bigint, subject: PermissionSubject, overwrites: readonly APIOverwrite[]): bigint {
  const roleIds = new Set(subject.roles.map((role) => role.id));
  const layers = [
    overwrites.filter(({ type, id }) => type === OverwriteType.Role && id === subject.everyoneRole.id),
    overwrites.filter(({ type, id }) => type === OverwriteType.Role && roleIds.has(id)),
    overwrites.filter(({ type, id }) => type === OverwriteType.Member && id === subject.memberId),
  ];
  return layers.reduce((bits, layer) => {
    const denied = layer.reduce((sum, { deny }) => sum | BigInt(deny), 0n);
    const allowed = layer.reduce((sum, { allow }) => sum | BigInt(allow), 0n);
    return (bits & ~denied) | allowed;
  }, base);
}

function impliedIn(place: PermissionPlace, bits: bigint): bigint {
  if (!has(bits, Bits.ViewChannel)) return 0n;
  const writing = place.isThread ? Bits.SendMessagesInThreads : Bits.SendMessages;
  return has(bits, writing) ? bits : bits & ~NEEDS_WRITING;
}
