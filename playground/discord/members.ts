// What happens to members: joining, leaving, roles, nicknames, time-outs, bans.
import {
  type APIUser,
  GatewayDispatchEvents,
  GatewayIntentBits,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import type { GuildState, Member } from './model.ts';
import { deleteRole } from './roles.ts';
import { activeThreads } from './thread-state.ts';
import { guildCreateView, memberView } from './views.ts';
import type { World } from './world.ts';

/** Members beyond which a guild counts as large, unless a client asks otherwise. */
export const LARGE = 50;

/** Somebody joins; returns the member, also when they were one already. A bot gets to know the guild. */
export function join(
  world: World,
  guild: GuildState,
  user: APIUser,
  options: { pending?: boolean; roles?: string[]; nick?: string } = {},
): Member {
  const known = guild.members.get(user.id);
  if (known !== undefined) return known;
  const member: Member = {
    user,
    guildId: guild.id,
    nick: options.nick ?? null,
    roles: options.roles ?? [],
    joinedAt: world.now(),
    pending: options.pending ?? false,
    timedOutUntil: null,
  };
  guild.members.set(user.id, member);
  guild.permissionCache.clear();
  const app = world.applicationOfUser(user.id);
  if (app !== undefined) {
    world.dispatch({
      name: GatewayDispatchEvents.GuildCreate,
      intents: GatewayIntentBits.Guilds,
      guild,
      only: app,
      data: () => guildCreateView(guild, app, activeThreads(world, guild.id, user.id), LARGE),
      news: { userId: user.id },
    });
  }
  tell(world, guild, GatewayDispatchEvents.GuildMemberAdd, member);
  return member;
}

/** Somebody leaves or is kicked; their messages stay. A bot loses the guild, its own role and its commands there. */
export function leave(world: World, guild: GuildState, userId: string): void {
  const member = guild.members.get(userId);
  if (member === undefined) return;
  const app = world.applicationOfUser(userId);
  if (app !== undefined) {
    world.dispatch({
      name: GatewayDispatchEvents.GuildDelete,
      intents: GatewayIntentBits.Guilds,
      guild,
      only: app,
      data: () => ({ id: guild.id }),
      news: { userId },
    });
    app.guildCommands.delete(guild.id);
  }
  guild.members.delete(userId);
  guild.permissionCache.clear();
  for (const channel of guild.channels.values()) channel.thread?.members.delete(userId);
  world.dispatch({
    name: GatewayDispatchEvents.GuildMemberRemove,
    intents: GatewayIntentBits.GuildMembers,
    guild,
    data: () => ({ guild_id: guild.id, user: member.user }),
    news: { userId },
  });
  const ownRole = [...guild.roles.values()].find(({ botId }) => botId === userId);
  if (ownRole !== undefined) deleteRole(world, guild, ownRole);
}

export type MemberChanges = Partial<Pick<Member, 'nick' | 'roles' | 'pending' | 'timedOutUntil'>>;

/** Changes a member and announces it. */
export function changeMember(world: World, guild: GuildState, member: Member, changes: MemberChanges): void {
  Object.assign(member, changes);
  guild.permissionCache.clear();
  tell(world, guild, GatewayDispatchEvents.GuildMemberUpdate, member);
}

export function addRole(world: World, guild: GuildState, member: Member, roleId: string): boolean {
  if (member.roles.includes(roleId)) return false;
  changeMember(world, guild, member, { roles: [...member.roles, roleId] });
  return true;
}

export function removeRole(world: World, guild: GuildState, member: Member, roleId: string): boolean {
  if (!member.roles.includes(roleId)) return false;
  changeMember(world, guild, member, { roles: member.roles.filter((id) => id !== roleId) });
  return true;
}

/** Bans a user, member or not, and removes them. */
export function ban(world: World, guild: GuildState, user: APIUser, reason: string | null): void {
  guild.bans.set(user.id, reason);
  leave(world, guild, user.id);
  tellOfBan(world, guild, user, GatewayDispatchEvents.GuildBanAdd);
}

export function unban(world: World, guild: GuildState, user: APIUser): boolean {
  if (!guild.bans.delete(user.id)) return false;
  tellOfBan(world, guild, user, GatewayDispatchEvents.GuildBanRemove);
  return true;
}

function tellOfBan(world: World, guild: GuildState, user: APIUser, name: GatewayDispatchEvents): void {
  world.dispatch({
    name,
    intents: GatewayIntentBits.GuildModeration,
    guild,
    needs: PermissionFlagsBits.BanMembers | PermissionFlagsBits.ViewAuditLog,
    data: () => ({ guild_id: guild.id, user }),
    news: { userId: user.id },
  });
}

/** With the members intent, bots hear of everyone; without it, still of their own member. */
function tell(world: World, guild: GuildState, name: GatewayDispatchEvents, member: Member): void {
  const data = () => ({ ...memberView(member), guild_id: guild.id });
  const news = { userId: member.user.id };
  world.dispatch({ name, intents: GatewayIntentBits.GuildMembers, guild, data, news });
  const app = world.applicationOfUser(member.user.id);
  if (app === undefined || name !== GatewayDispatchEvents.GuildMemberUpdate) return;
  world.dispatch({
    name,
    intents: GatewayIntentBits.Guilds,
    exceptIntents: GatewayIntentBits.GuildMembers,
    guild,
    only: app,
    data,
    news,
  });
}
