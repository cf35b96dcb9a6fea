// Fair play on Discord: cases for moderators, awards, the audit, and the nightly look.
import type { Feature } from '../../discord/feature.ts';
import { audit, auditControls } from './audit.discord.ts';
import { awardBadge, awardControls, awardList, awardPoints } from './awards.discord.ts';
import { lookEverywhere } from './cases.service.ts';
import { review, reviewControls } from './review.discord.ts';

export const fairnessFeature: Feature = {
  name: 'fairness',
  commands: [review, awardPoints, awardBadge, awardList, audit],
  components: [...reviewControls, ...awardControls, ...auditControls],
  jobs: [{ name: 'look for fair play', schedule: '17 2 * * *', run: lookEverywhere }],
};
