// Who stands above whom: what the order of roles allows with roles and with members.
import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { type ApiError, apiError } from './errors.ts';
import { has } from './permissions.ts';

/** A role's place in the list; @everyone is at 0. */
export interface RankedRole {
  id: string;
  position: number;
}

/** Who acts: guild-wide permission bits and the highest role. */
export interface Actor {
  isOwner: boolean;
  permissions: bigint;
  highestRole: RankedRole;
}

/** Who is acted on. */
export interface Target {
  isOwner: boolean;
  highestRole: RankedRole;
}

/** The role that is to be given, changed or deleted. */
export interface ManagedRole extends RankedRole {
  managed?: boolean;
  isEveryone?: boolean;
}

/** What happens to the role: given to or taken from a member, edited (with the bits it is to carry), or deleted. */
export type RoleAction =
  | { kind: 'grant' }
  | { kind: 'delete' }
  | { kind: 'move' }
  | { kind: 'edit'; permissions?: bigint; before?: bigint };

/** True when `a` stands above `b`; of two roles at one position the older stands higher. */
export function outranks(a: RankedRole, b: RankedRole): boolean {
  if (a.position !== b.position) return a.position > b.position;
  return a.id !== b.id && BigInt(a.id) < BigInt(b.id);
}

/** The highest of a member's roles, @everyone when there is none. */
export function highestRole(everyone: RankedRole, roles: readonly RankedRole[]): RankedRole {
  return roles.reduce((highest, role) => (outranks(role, highest) ? role : highest), everyone);
}

/**
 * May the actor do this with the role? Needs ManageRoles and a higher role (the owner needs neither).
 * Refuses managed roles (50028) and @everyone (granting 10011, deleting or moving 50028), and refuses to add
 * permissions that the actor lacks (50013).
 */
export function mayManageRole(actor: Actor, role: ManagedRole, action: RoleAction): ApiError | undefined {
  if (!actor.isOwner && !has(actor.permissions, Bits.ManageRoles)) return apiError(50013);
  if (role.isEveryone && action.kind === 'grant') return apiError(10011);
  if (role.isEveryone && action.kind !== 'edit') return apiError(50028);
  if (!role.isEveryone && !actor.isOwner && !outranks(actor.highestRole, role)) return apiError(50013);
  if (role.managed && (action.kind === 'grant' || action.kind === 'delete')) return apiError(50028);
  if (action.kind === 'edit' && action.permissions !== undefined) {
    return mayCarry(actor, action.permissions, action.before);
  }
  return undefined;
}

/** May the actor put these bits on a role? Only bits it holds itself may be new (50013). */
export function mayCarry(actor: Actor, permissions: bigint, before = 0n): ApiError | undefined {
  const isAdmin = actor.isOwner || has(actor.permissions, Bits.Administrator);
  const added = permissions & ~before;
  return isAdmin || has(actor.permissions, added) ? undefined : apiError(50013);
}

/** May the actor kick, time out, ban or rename the target, given the permission that needs? */
export function mayActOn(actor: Actor, target: Target, permission: bigint): ApiError | undefined {
  if (actor.isOwner) return undefined;
  if (!has(actor.permissions, permission)) return apiError(50013);
  if (target.isOwner || !outranks(actor.highestRole, target.highestRole)) return apiError(50013);
  return undefined;
}
