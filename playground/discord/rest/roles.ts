// Routes of roles: list, get, create, change, move, delete.
import { AuditLogEvent, PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import * as z from 'zod';
import { actorOf } from '../access.ts';
import { changesBetween, record } from '../audit.ts';
import type { GuildState, Role } from '../model.ts';
import { changeRole, createRole, deleteRole, moveRoles, type RoleWish } from '../roles.ts';
import { mayCarry, mayManageRole, type RoleAction } from '../rules/hierarchy.ts';
import { roleView } from '../views.ts';
import { guildIn, need, needTwoFactor, roleIn } from './lookup.ts';
import { type Call, heed, type Route, read, refuse, route } from './router.ts';

/** Roles of a guild, @everyone included. */
const ROLES = 250;

const RoleBody = z.looseObject({
  name: z.string().max(100).nullish(),
  permissions: z.union([z.string().regex(/^\d+$/), z.number()]).nullish(),
  color: z.number().int().min(0).max(0xffffff).nullish(),
  colors: z.looseObject({ primary_color: z.number().int() }).nullish(),
  hoist: z.boolean().nullish(),
  mentionable: z.boolean().nullish(),
});

export const roleRoutes: readonly Route[] = [
  route('GET', '/guilds/:guild/roles', (call) => [...guildIn(call).roles.values()].map(roleView)),
  route('GET', '/guilds/:guild/roles/member-counts', (call) => {
    const guild = guildIn(call);
    const members = [...guild.members.values()];
    return Object.fromEntries(
      [...guild.roles.keys()]
        .filter((id) => id !== guild.id)
        .map((id) => [id, members.filter(({ roles }) => roles.includes(id)).length]),
    );
  }),
  route('GET', '/guilds/:guild/roles/:role', (call) => roleView(roleIn(call, guildIn(call)))),
  route('POST', '/guilds/:guild/roles', (call) => {
    const guild = guildIn(call);
    need(call, { guild }, Bits.ManageRoles);
    if (guild.roles.size >= ROLES) refuse(30005);
    const wish = wishOf(call);
    if (wish.permissions !== undefined) {
      heed(mayCarry(actorOf(call.world, guild, call.app.user.id), wish.permissions));
    }
    const role = createRole(call.world, guild, wish);
    note(call, guild, role.id, AuditLogEvent.RoleCreate, {}, audited(role));
    return roleView(role);
  }),
  route('PATCH', '/guilds/:guild/roles', (call) => {
    const guild = guildIn(call);
    const wishes = read(
      z.array(z.looseObject({ id: z.string(), position: z.number().int().nullish() })),
      call.body,
    );
    const positions = new Map<string, number>();
    for (const { id, position } of wishes) {
      const role = guild.roles.get(id) ?? refuse(10011);
      if (position === undefined || position === null || position === role.position) continue;
      allow(call, guild, role, { kind: 'move' });
      allow(call, guild, { ...role, position }, { kind: 'move' });
      positions.set(id, position);
    }
    moveRoles(call.world, guild, positions);
    return [...guild.roles.values()].map(roleView);
  }),
  route('PATCH', '/guilds/:guild/roles/:role', (call) => {
    const guild = guildIn(call);
    const role = roleIn(call, guild);
    const wish = wishOf(call);
    allow(call, guild, role, { kind: 'edit', permissions: wish.permissions, before: role.permissions });
    const before = audited(role);
    changeRole(call.world, guild, role, wish);
    note(call, guild, role.id, AuditLogEvent.RoleUpdate, before, audited(role));
    return roleView(role);
  }),
  route('DELETE', '/guilds/:guild/roles/:role', (call) => {
    const guild = guildIn(call);
    const role = roleIn(call, guild);
    allow(call, guild, role, { kind: 'delete' });
    deleteRole(call.world, guild, role);
    note(call, guild, role.id, AuditLogEvent.RoleDelete, audited(role), {});
  }),
];

function wishOf(call: Call): RoleWish {
  const body = read(RoleBody, call.body);
  const color = body.colors?.primary_color ?? body.color;
  return {
    ...(body.name ? { name: body.name } : {}),
    ...(body.permissions === undefined || body.permissions === null
      ? {}
      : { permissions: BigInt(body.permissions) }),
    ...(color === undefined || color === null ? {} : { color }),
    ...(typeof body.hoist === 'boolean' ? { hoist: body.hoist } : {}),
    ...(typeof body.mentionable === 'boolean' ? { mentionable: body.mentionable } : {}),
  };
}

function allow(call: Call, guild: GuildState, role: Role, action: RoleAction): void {
  const actor = actorOf(call.world, guild, call.app.user.id);
  needTwoFactor(call, guild, Bits.ManageRoles);
  heed(mayManageRole(actor, { ...role, isEveryone: role.id === guild.id }, action));
}

function audited(role: Role): Record<string, unknown> {
  const { name, permissions, color, hoist, mentionable } = role;
  return { name, permissions: permissions.toString(), color, hoist, mentionable };
}

function note(
  call: Call,
  guild: GuildState,
  targetId: string,
  action: AuditLogEvent,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): void {
  const changes = changesBetween(before, {
    ...Object.fromEntries(Object.keys(before).map((key) => [key])),
    ...after,
  });
  record(call.world, guild, { userId: call.app.user.id, action, targetId, reason: call.reason, changes });
}
