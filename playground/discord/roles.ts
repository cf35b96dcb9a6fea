// What happens to roles: creating, changing, moving, deleting.
import { GatewayDispatchEvents, GatewayIntentBits } from 'discord-api-types/v10';
import type { GuildState, Role } from './model.ts';
import { compareIds } from './snowflakes.ts';
import { roleView } from './views.ts';
import type { World } from './world.ts';

export type RoleWish = Partial<
  Pick<Role, 'name' | 'permissions' | 'color' | 'hoist' | 'mentionable' | 'managed' | 'botId'>
>;

/** A new role just above @everyone; the others move up, as on Discord. */
export function createRole(world: World, guild: GuildState, wish: RoleWish): Role {
  const role: Role = {
    id: world.newId(),
    guildId: guild.id,
    name: 'new role',
    permissions: guild.everyone.permissions,
    color: 0,
    hoist: false,
    mentionable: false,
    managed: false,
    ...wish,
    position: 1,
  };
  const risen = [...guild.roles.values()].filter(({ position }) => position >= 1);
  for (const other of risen) other.position += 1;
  guild.roles.set(role.id, role);
  tell(world, guild, role, GatewayDispatchEvents.GuildRoleCreate);
  for (const other of risen) tell(world, guild, other, GatewayDispatchEvents.GuildRoleUpdate);
  return role;
}

export function changeRole(world: World, guild: GuildState, role: Role, changes: RoleWish): void {
  Object.assign(role, changes);
  tell(world, guild, role, GatewayDispatchEvents.GuildRoleUpdate);
}

/** Puts roles to positions (1 is just above @everyone) and closes the gaps; the moved ones win a tie. */
export function moveRoles(world: World, guild: GuildState, wishes: ReadonlyMap<string, number>): void {
  const moved = (role: Role): boolean => wishes.has(role.id);
  const wanted = (role: Role): number => {
    const wish = wishes.get(role.id);
    if (wish === undefined) return role.position;
    return wish > role.position ? wish + 0.5 : wish - 0.5;
  };
  const ordered = [...guild.roles.values()]
    .filter((role) => role.id !== guild.id)
    .sort((a, b) => wanted(a) - wanted(b) || Number(moved(b)) - Number(moved(a)) || compareIds(b.id, a.id));
  for (const [index, role] of ordered.entries()) {
    if (role.position === index + 1) continue;
    role.position = index + 1;
    tell(world, guild, role, GatewayDispatchEvents.GuildRoleUpdate);
  }
}

/** Deletes a role and takes it from everyone who had it (of which Discord sends no member events). */
export function deleteRole(world: World, guild: GuildState, role: Role): void {
  guild.roles.delete(role.id);
  for (const member of guild.members.values()) {
    if (member.roles.includes(role.id)) member.roles = member.roles.filter((id) => id !== role.id);
  }
  const fallen = [...guild.roles.values()].filter(({ position }) => position > role.position);
  for (const other of fallen) other.position -= 1;
  guild.permissionCache.clear();
  world.dispatch({
    name: GatewayDispatchEvents.GuildRoleDelete,
    intents: GatewayIntentBits.Guilds,
    guild,
    data: () => ({ guild_id: guild.id, role_id: role.id }),
    news: { roleId: role.id },
  });
  for (const other of fallen) tell(world, guild, other, GatewayDispatchEvents.GuildRoleUpdate);
}

function tell(world: World, guild: GuildState, role: Role, name: GatewayDispatchEvents): void {
  guild.permissionCache.clear();
  world.dispatch({
    name,
    intents: GatewayIntentBits.Guilds,
    guild,
    data: () => ({ guild_id: guild.id, role: roleView(role) }),
    news: { roleId: role.id },
  });
}
