// Tiers on Discord: the commands of moderators, and what people do to roles and members by hand.
import { Events, type Guild, type GuildMember, type PartialGuildMember } from 'discord.js';
import type { Context } from '../../core/context.ts';
import type { Feature } from '../../discord/feature.ts';
import { createRoles } from './creation.discord.ts';
import { demote, promote } from './decision.discord.ts';
import { compare, compareAll, compareOnShard, memberLeft, roleDeleted, rolesLost } from './drift.ts';
import { settleDecision } from './settlement.ts';

export const tiersFeature: Feature = {
  name: 'tiers',
  needs: [
    { permission: 'ManageRoles', why: 'give, take and make the roles of the tiers, all below its own' },
    { permission: 'ViewChannel', why: 'reach the channel for announcements' },
    { permission: 'SendMessages', why: 'announce promotions' },
  ],
  commands: [promote, demote],
  components: [createRoles],
  onSettled: settleDecision,
  listeners: {
    [Events.GuildMemberRemove]: (ctx, { guild, id }) => memberLeft(ctx, guild.id, id),
    [Events.GuildRoleDelete]: (ctx, { guild, id }) => roleDeleted(ctx, guild.id, id),
    [Events.GuildMemberUpdate]: (ctx, before, after) => rolesChanged(ctx, before, after),
    // What changed about somebody whom we do not remember: only what is now can be told.
    [Events.GuildMemberAvailable]: (ctx, { guild, id, roles }) =>
      compare(ctx, guild.id, id, [...roles.cache.keys()]),
    // After a start, a lost connection, or an outage of Discord: nobody told us what happened meanwhile.
    [Events.GuildAvailable]: compareServer,
    [Events.GuildCreate]: compareServer,
    // While it resumes, discord.js keeps what it hears of members to itself, and no server becomes available.
    [Events.ShardResume]: (ctx, shard) => compareOnShard(ctx, shard),
  },
};

async function compareServer(ctx: Context, { id }: Guild): Promise<void> {
  await compareAll(ctx, id);
}

async function rolesChanged(ctx: Context, before: GuildMember | PartialGuildMember, after: GuildMember) {
  const { guild, id } = after;
  const roleIds = [...after.roles.cache.keys()];
  const lost = [...before.roles.cache.keys()].filter((roleId) => !roleIds.includes(roleId));
  if (lost.length > 0 || before.partial) await rolesLost(ctx, guild.id, id, lost, roleIds);
}
