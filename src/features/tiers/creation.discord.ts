// The button "Create the roles": a role for each tier that has none.
import { PermissionFlagsBits } from 'discord.js';
import type { Tier } from '../../core/settings.ts';
import { textView } from '../../core/views.ts';
import type { Component } from '../../discord/feature.ts';
import { createTierRoles } from './creation.ts';
import { botFacts, moderatorFacts, rolesOf } from './facts.discord.ts';
import { roleLeftBehind } from './roles.rules.ts';
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
    // As things stand before the first is made: each new role moves those above it.
    const roles = rolesOf(member.guild);
    const moderator = moderatorFacts(member);
    const creation = await createTierRoles(ctx, {
      guildId,
      actorId: member.id,
      existing: new Set(roles.keys()),
      nameOf,
      leftBehind: (tier) => roleLeftBehind(roles.values(), nameOf(tier), bot, moderator)?.id,
      onDiscord: (tier) =>
        publicly.t('tiers.onDiscord.createRole', {
          tier: nameOf(tier),
          moderator: member.user.username,
        }),
    });
    if (!creation) return textView(reading.t('tiers.creating'));
    const { roleIds, takenIds, failed } = creation;
    const trouble = failed && {
      tier: tierName(failed.tier, reading),
      why: reading.t(`failure.${failed.why}`),
      isUncertain: !failed.isFinal,
    };
    return rolesCreatedView({ roleIds, takenIds, failed: trouble }, wording);
  },
};
