// Routes of members: get, list, search, change, roles, kick, bans.
import { AuditLogEvent, PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import * as z from 'zod';
import { actorOf } from '../access.ts';
import { changesBetween, record } from '../audit.ts';
import { addRole, ban, changeMember, leave, type MemberChanges, removeRole, unban } from '../members.ts';
import type { GuildState, Member, Role } from '../model.ts';
import { mayActOn, mayManageRole } from '../rules/hierarchy.ts';
import { compareIds } from '../snowflakes.ts';
import { iso, memberView } from '../views.ts';
import { countIn, guildIn, memberIn, need, needTwoFactor, roleIn } from './lookup.ts';
import { type Call, heed, type Route, read, refuse, route } from './router.ts';

/** Most roles a member can hold. */
const ROLES = 250;
/** Time-outs end within 28 days. */
const LONGEST_TIMEOUT_MS = 28 * 24 * 3600_000;
const MEMBERS = '/guilds/:guild/members';

export const memberRoutes: readonly Route[] = [
  route('GET', MEMBERS, (call) => {
    const guild = guildIn(call);
    if (!call.app.intents.members) refuse(50001);
    const limit = countIn(call, 'limit', 1, 1000);
    const after = call.query.get('after') ?? '0';
    return [...guild.members.values()]
      .filter(({ user }) => compareIds(user.id, after) > 0)
      .sort((a, b) => compareIds(a.user.id, b.user.id))
      .slice(0, limit)
      .map(memberView);
  }),
  route('GET', `${MEMBERS}/search`, (call) => {
    const guild = guildIn(call);
    const limit = countIn(call, 'limit', 1, 1000);
    const query = (call.query.get('query') ?? refuse(50035)).toLowerCase();
    return [...guild.members.values()]
      .filter(({ nick, user }) =>
        [nick, user.username, user.global_name].some((name) => name?.toLowerCase().startsWith(query)),
      )
      .slice(0, limit)
      .map(memberView);
  }),
  route('GET', `${MEMBERS}/:user`, (call) => memberView(memberIn(call, guildIn(call)))),
  route('PATCH', `${MEMBERS}/:user`, change),
  route('PUT', `${MEMBERS}/:user/roles/:role`, (call) => {
    const { guild, member, role } = grant(call);
    if (member.roles.length >= ROLES) refuse(30005);
    if (addRole(call.world, guild, member, role.id)) noteRole(call, guild, member, role, '$add');
  }),
  route('DELETE', `${MEMBERS}/:user/roles/:role`, (call) => {
    const { guild, member, role } = grant(call);
    if (removeRole(call.world, guild, member, role.id)) noteRole(call, guild, member, role, '$remove');
  }),
  route('DELETE', `${MEMBERS}/:user`, (call) => {
    const guild = guildIn(call);
    const member = memberIn(call, guild);
    outrank(call, guild, member.user.id, Bits.KickMembers);
    leave(call.world, guild, member.user.id);
    note(call, guild, member.user.id, AuditLogEvent.MemberKick);
  }),
  route('GET', '/guilds/:guild/bans', (call) => {
    const guild = guildIn(call);
    need(call, { guild }, Bits.BanMembers);
    return [...guild.bans].map(([id, reason]) => ({ user: call.world.user(id), reason }));
  }),
  route('GET', '/guilds/:guild/bans/:user', (call) => {
    const guild = guildIn(call);
    need(call, { guild }, Bits.BanMembers);
    const id = call.param('user');
    return guild.bans.has(id) ? { user: call.world.user(id), reason: guild.bans.get(id) } : refuse(10026);
  }),
  route('PUT', '/guilds/:guild/bans/:user', (call) => {
    const guild = guildIn(call);
    const id = call.param('user');
    outrank(call, guild, id, Bits.BanMembers);
    ban(call.world, guild, call.world.user(id), call.reason ?? null);
    note(call, guild, id, AuditLogEvent.MemberBanAdd);
  }),
  route('DELETE', '/guilds/:guild/bans/:user', (call) => {
    const guild = guildIn(call);
    need(call, { guild }, Bits.BanMembers);
    const id = call.param('user');
    if (!unban(call.world, guild, call.world.user(id))) refuse(10026);
    note(call, guild, id, AuditLogEvent.MemberBanRemove);
  }),
];

/** The role and the member of the path, if the bot may give and take that role. */
function grant(call: Call): { guild: GuildState; member: Member; role: Role } {
  const guild = guildIn(call);
  const role = roleIn(call, guild);
  const member = memberIn(call, guild);
  needTwoFactor(call, guild, Bits.ManageRoles);
  heed(
    mayManageRole(actorOf(call.world, guild, call.app.user.id), asManaged(guild, role), { kind: 'grant' }),
  );
  return { guild, member, role };
}

function asManaged(guild: GuildState, role: Role): Role & { isEveryone: boolean } {
  return { ...role, isEveryone: role.id === guild.id };
}

function outrank(call: Call, guild: GuildState, userId: string, permission: bigint): void {
  const actor = actorOf(call.world, guild, call.app.user.id);
  needTwoFactor(call, guild, permission);
  heed(mayActOn(actor, actorOf(call.world, guild, userId), permission));
}

const MemberBody = z.looseObject({
  nick: z.string().max(32).nullish(),
  roles: z.array(z.string()).nullish(),
  communication_disabled_until: z.string().nullish(),
  mute: z.boolean().nullish(),
  deaf: z.boolean().nullish(),
});

function change(call: Call): unknown {
  const guild = guildIn(call);
  const member = memberIn(call, guild);
  const body = read(MemberBody, call.body);
  const before = auditedFields(member);
  const changes: MemberChanges = {};
  if (body.nick !== undefined) {
    allowNick(call, guild, member);
    changes.nick = body.nick === '' ? null : body.nick;
  }
  if (body.communication_disabled_until !== undefined) {
    outrank(call, guild, member.user.id, Bits.ModerateMembers);
    changes.timedOutUntil = timeoutEnd(call, body.communication_disabled_until);
  }
  const added = body.roles?.filter((id) => !member.roles.includes(id)) ?? [];
  const removed = body.roles ? member.roles.filter((id) => body.roles?.includes(id) !== true) : [];
  if (body.roles) {
    need(call, { guild }, Bits.ManageRoles);
    allowRoles(call, guild, [...added, ...removed]);
    changes.roles = [...new Set(body.roles)];
  }
  changeMember(call.world, guild, member, changes);
  const audited = changesBetween(before, auditedFields(member));
  if (audited.length > 0) {
    record(call.world, guild, {
      userId: call.app.user.id,
      action: AuditLogEvent.MemberUpdate,
      targetId: member.user.id,
      reason: call.reason,
      changes: audited,
    });
  }
  for (const id of added) noteRole(call, guild, member, guild.roles.get(id), '$add');
  for (const id of removed) noteRole(call, guild, member, guild.roles.get(id), '$remove');
  return memberView(member);
}

function auditedFields(member: Member): Record<string, unknown> {
  return {
    nick: member.nick,
    communication_disabled_until: member.timedOutUntil === null ? null : iso(member.timedOutUntil),
  };
}

function allowNick(call: Call, guild: GuildState, member: Member): void {
  if (member.user.id === call.app.user.id) need(call, { guild }, Bits.ChangeNickname);
  else outrank(call, guild, member.user.id, Bits.ManageNicknames);
}

function allowRoles(call: Call, guild: GuildState, ids: readonly string[]): void {
  const actor = actorOf(call.world, guild, call.app.user.id);
  for (const id of ids) {
    const role = guild.roles.get(id) ?? refuse(10011);
    heed(mayManageRole(actor, asManaged(guild, role), { kind: 'grant' }));
  }
}

function timeoutEnd(call: Call, until: string | null): number | null {
  if (until === null) return null;
  const end = Date.parse(until);
  return Number.isNaN(end) || end > call.world.now() + LONGEST_TIMEOUT_MS ? refuse(50035) : end;
}

function note(call: Call, guild: GuildState, targetId: string, action: AuditLogEvent): void {
  record(call.world, guild, { userId: call.app.user.id, action, targetId, reason: call.reason });
}

function noteRole(
  call: Call,
  guild: GuildState,
  member: Member,
  role: Role | undefined,
  key: '$add' | '$remove',
): void {
  record(call.world, guild, {
    userId: call.app.user.id,
    action: AuditLogEvent.MemberRoleUpdate,
    targetId: member.user.id,
    reason: call.reason,
    changes: [{ key, new_value: [{ id: role?.id, name: role?.name }] }],
  });
}
