// Reads off Discord's objects what the rules of tiers need to know, as plain values.
import { type Guild, type GuildMember, PermissionFlagsBits } from 'discord.js';
import type { BotFacts, RoleFacts } from '../../core/actions.ts';
import { roleFacts } from '../../discord/facts.ts';
import type { ModeratorFacts } from './roles.rules.ts';
import type { CandidateFacts } from './rules.ts';

/** Every role of the server, by id. */
export function rolesOf(guild: Guild): ReadonlyMap<string, RoleFacts> {
  return guild.roles.cache.mapValues(roleFacts);
}

export async function botFacts(guild: Guild): Promise<BotFacts> {
  const me = guild.members.me ?? (await guild.members.fetchMe());
  return {
    mayManageRoles: me.permissions.has(PermissionFlagsBits.ManageRoles),
    highest: roleFacts(me.roles.highest),
  };
}

export function moderatorFacts(member: GuildMember): ModeratorFacts {
  return {
    id: member.id,
    isOwner: member.guild.ownerId === member.id,
    highest: roleFacts(member.roles.highest),
  };
}

export function candidateFacts(
  { id, bot }: { id: string; bot: boolean },
  member: GuildMember | undefined,
): CandidateFacts {
  return {
    id,
    isBot: bot,
    isHere: member !== undefined,
    isPending: member?.pending ?? false,
    roleIds: member ? [...member.roles.cache.keys()] : [],
  };
}
