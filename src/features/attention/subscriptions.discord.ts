// Following tags on Discord: opened from the board or the list, changed in place.
import type { View } from '../../core/actions.ts';
import { type Refusal, refuse } from '../../core/context.ts';
import type { Call, Component } from '../../discord/feature.ts';
import { channelsSeenBy } from './list.discord.ts';
import { changeHow, followTags } from './subscriptions.service.ts';
import { subscriptionsOf } from './subscriptions.store.ts';
import { tagsView } from './subscriptions.view.ts';

export const subscriptionControls: readonly Component[] = [
  { action: 'tags', answers: 'privately', run: (call) => showTags(call) },
  {
    action: 'follow',
    answers: 'inPlace',
    async run(call, [channelId = '']) {
      const { ctx, guildId, member, interaction } = call;
      if (!interaction.isStringSelectMenu()) return refuse('outOfDate');
      if (!channelsSeenBy(member, await ctx.settings.of(guildId)).includes(channelId))
        return refuse('outOfDate');
      const among = ctx.actions.forumTags([channelId]).map(({ id }) => id);
      await followTags(ctx, { guildId, memberId: member.id }, { chosen: interaction.values, among });
      return showTags(call);
    },
  },
  {
    action: 'how',
    answers: 'inPlace',
    async run(call, [how]) {
      const { ctx, guildId, member } = call;
      if (how !== 'digest' && how !== 'mention') return refuse('outOfDate');
      await changeHow(ctx, { guildId, memberId: member.id }, how);
      return showTags(call);
    },
  },
];

async function showTags({ ctx, guildId, member, reading }: Call): Promise<View | Refusal> {
  const settings = await ctx.settings.of(guildId);
  const { boardChannelId } = settings.questions;
  if (boardChannelId === undefined) return refuse('boardMissing');
  const seen = channelsSeenBy(member, settings);
  const tags = ctx.actions.forumTags(seen);
  return tagsView(reading, {
    boardChannelId,
    subscriptions: await ctx.db.read((db) => subscriptionsOf(db, guildId, member.id)),
    forums: seen.map((channelId) => ({
      channelId,
      name: member.guild.channels.cache.get(channelId)?.name ?? '',
      tags: tags.filter((tag) => tag.channelId === channelId),
    })),
  });
}
