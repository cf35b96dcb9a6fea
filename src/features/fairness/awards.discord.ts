// /award on Discord: points from a moderator, with a reason, and taking them back.
import { isRefusal, refuse } from '../../core/context.ts';
import type { Component } from '../../discord/feature.ts';
import { slashCommand } from '../../discord/options.ts';
import { givableOption, giveByCommand } from '../badges/giving.discord.ts';
import { LONGEST_AWARD_REASON } from './awards.rules.ts';
import * as service from './awards.service.ts';
import { awardsTo } from './awards.store.ts';
import { awardedView, awardsView, takeBackForm, takenBackView } from './awards.view.ts';
import { MODERATORS, numberIn, wordsIn } from './review.discord.ts';

/** Awards listed; older ones are found in /audit and seldom taken back. */
const LISTED = 5;
const MOST_POINTS = 1_000;

export const awardPoints = slashCommand({
  name: 'award points',
  group: 'commands.award.description',
  description: 'commands.award.points.description',
  answers: 'privately',
  requires: MODERATORS,
  options: {
    member: { type: 'member', required: true, description: 'commands.award.points.options.member' },
    reason: {
      type: 'text',
      required: true,
      maxLength: LONGEST_AWARD_REASON,
      description: 'commands.award.points.options.reason',
    },
    points: {
      type: 'integer',
      min: 1,
      max: MOST_POINTS,
      description: 'commands.award.points.options.points',
    },
  },
  async run(call, { member: to, reason, points }) {
    const { ctx, guildId, channelId, member, interaction, at, reading } = call;
    const given = await service.awardPoints(ctx, {
      guildId,
      channelId,
      moderatorId: member.id,
      to: { memberId: to.user.id, isBot: to.user.bot, isPresent: to.member !== undefined },
      points,
      reason,
      interactionId: interaction.id,
      at,
    });
    return isRefusal(given) ? given : awardedView(reading, given);
  },
});

export const awardBadge = slashCommand({
  name: 'award badge',
  group: 'commands.award.description',
  description: 'commands.award.badge.description',
  answers: 'privately',
  requires: MODERATORS,
  options: {
    member: { type: 'member', required: true, description: 'commands.award.badge.options.member' },
    badge: { ...givableOption, description: 'commands.award.badge.options.badge' },
    reason: {
      type: 'text',
      required: true,
      maxLength: LONGEST_AWARD_REASON,
      description: 'commands.award.badge.options.reason',
    },
  },
  run: giveByCommand,
});

export const awardList = slashCommand({
  name: 'award list',
  group: 'commands.award.description',
  description: 'commands.award.list.description',
  answers: 'privately',
  requires: MODERATORS,
  options: {
    member: { type: 'member', required: true, description: 'commands.award.list.options.member' },
  },
  async run({ ctx, guildId, reading }, { member: { user } }) {
    const rows = await ctx.db.read((db) => awardsTo(db, guildId, user.id, LISTED));
    return awardsView(reading, user.id, rows);
  },
});

export const awardControls: readonly Component[] = [
  {
    action: 'takeAward',
    answers: 'inPlace',
    requires: MODERATORS,
    run: async ({ reading }, [typed]) => {
      const rowId = numberIn(typed);
      return rowId === undefined ? refuse('outOfDate') : { form: takeBackForm(reading, rowId) };
    },
  },
  {
    action: 'awardBack',
    answers: 'inPlace',
    requires: MODERATORS,
    run: async (call, [typed]) => {
      const { ctx, guildId, member, reading } = call;
      const rowId = numberIn(typed);
      if (rowId === undefined) return refuse('outOfDate');
      const reason = wordsIn(call, 'reason');
      const row = await service.takeAwardBack(ctx, { guildId, rowId, moderatorId: member.id, reason });
      return isRefusal(row) ? row : takenBackView(reading, row);
    },
  },
];
