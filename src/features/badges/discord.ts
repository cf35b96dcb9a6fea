// Badges on Discord: /badges, and the following of credit.
import { refuse } from '../../core/context.ts';
import type { Feature } from '../../discord/feature.ts';
import { slashCommand } from '../../discord/options.ts';
import { announceNew } from './announcing.ts';
import { shownEmoji } from './custom.rules.ts';
import { followCredit, followQuestions } from './earning.ts';
import { givingCommands, givingControls } from './giving.discord.ts';
import { backfill, recountEverywhere } from './recounting.ts';
import { lookAtBadges } from './service.ts';
import { badgesView } from './view.ts';

const show = slashCommand({
  name: 'badges show',
  group: 'commands.badges.description',
  description: 'commands.badges.show.description',
  topic: 'standing',
  answers: 'privately',
  options: { member: { type: 'member', description: 'commands.badges.show.options.member' } },
  async run({ ctx, guildId, member, reading, interaction }, { member: whose }) {
    if (whose?.user.bot) return refuse('badgesOfBot');
    const memberId = whose?.user.id ?? member.id;
    const { emojis } = interaction.guild;
    const shown = (emoji: string) => shownEmoji(emoji, (id) => emojis.cache.has(id));
    return badgesView(reading, await lookAtBadges(ctx, guildId, memberId, member.id), shown);
  },
});

export const badgesFeature: Feature = {
  name: 'badges',
  needs: [
    { permission: 'ViewChannel', why: 'reach the channel for announcements' },
    { permission: 'SendMessages', why: 'tell of new badges, where the server wants it' },
  ],
  commands: [show, ...givingCommands],
  components: givingControls,
  listeners: { shardReady: (ctx) => backfill(ctx) },
  jobs: [
    { name: 'tell of new badges', schedule: '*/10 * * * *', run: announceNew },
    // After it was asked since when members are here.
    { name: 'count badges anew', schedule: '11 4 * * *', run: (ctx) => recountEverywhere(ctx) },
  ],
  onCredit: (ctx) => followCredit(ctx),
  onQuestion: (ctx) => followQuestions(ctx),
};
