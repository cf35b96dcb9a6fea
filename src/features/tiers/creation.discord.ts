// The button "Create the roles": a role for each tier that has none.
import { PermissionFlagsBits } from 'discord.js';
import type { Tier } from '../../core/settings.ts';
import { textView } from '../../core/views.ts';
import type { Component } from '../../discord/feature.ts';
import { createTierRoles } from './creation.ts';
import { botFacts } from './facts.discord.ts';
import { refusalFor, rolesCreatedView, tierName } from './view.ts';
import { publicReading, wordingFor } from './wording.discord.ts';

/** Roles are made and written into the settings, so both rights are asked for. */
export const MAY_CREATE_ROLES = PermissionFlagsBits.ManageRoles | PermissionFlagsBits.ManageGuild;

export const createRoles: Component = {
  action: 'create-roles',
  answers: 'inPlace',
  requires: MAY_CREATE_ROLES,
  async run(call) {
    const { ctx, guildId, member, reading } = call;
    const bot = await botFacts(member.guild);
    const wording = await wordingFor(call);
    if (!bot.mayManageRoles)
      return refusalFor({ no: 'botMayNotManageRoles', bot: bot.highest.name }, wording);
    await call.progress(textView(reading.t('tiers.creating')));
    const publicly = await publicReading(call);
    const nameOf = (tier: Tier) => tierName(tier, publicly);
    const moderator = member.user.username;
    const creation = await createTierRoles(ctx, {
      guildId,
      actorId: member.id,
      existing: new Set(member.guild.roles.cache.keys()),
      nameOf,
      onDiscord: (tier) => publicly.t('tiers.onDiscord.createRole', { tier: nameOf(tier), moderator }),
    });
    if (!creation) return textView(reading.t('tiers.creating'));
    const { roleIds, failed } = creation;
    const trouble = failed && {
      tier: tierName(failed.tier, reading),
      why: reading.t(`failure.${failed.why}`),
      isUncertain: !failed.isFinal,
    };
    return rolesCreatedView({ roleIds, failed: trouble }, wording);
  },
};
