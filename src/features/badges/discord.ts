// Badges on Discord: /badges, and the following of credit.
import { refuse } from '../../core/context.ts';
import type { Feature } from '../../discord/feature.ts';
import { slashCommand } from '../../discord/options.ts';
import { followCredit } from './earning.ts';
import { readBadges } from './service.ts';
import { badgesView } from './view.ts';

const show = slashCommand({
  name: 'badges show',
  group: 'commands.badges.description',
  description: 'commands.badges.show.description',
  answers: 'privately',
  options: { member: { type: 'member', description: 'commands.badges.show.options.member' } },
  async run({ ctx, guildId, member, reading }, { member: whose }) {
    if (whose?.user.bot) return refuse('badgesOfBot');
    const memberId = whose?.user.id ?? member.id;
    return badgesView(reading, await readBadges(ctx, guildId, memberId, member.id));
  },
});

export const badgesFeature: Feature = {
  name: 'badges',
  commands: [show],
  onCredit: (ctx) => followCredit(ctx),
};
