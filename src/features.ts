// The one list of features, in dependency order: a feature may use those before it. The table of contents of the product.
import type { Feature } from './discord/feature.ts';
import { ambassadorsFeature } from './features/ambassadors/discord.ts';
import { attentionFeature } from './features/attention/discord.ts';
import { badgesFeature } from './features/badges/discord.ts';
import { doctorFeature } from './features/doctor/discord.ts';
import { fairnessFeature } from './features/fairness/discord.ts';
import { figuresFeature } from './features/figures/discord.ts';
import { followupsFeature } from './features/followups/discord.ts';
import { helpFeature } from './features/help/discord.ts';
import { helpersFeature } from './features/helpers/discord.ts';
import { historyFeature } from './features/history/discord.ts';
import { knowledgeFeature } from './features/knowledge/discord.ts';
import { leaderboardFeature } from './features/leaderboard/discord.ts';
import { membersFeature } from './features/members/discord.ts';
import { privacyFeature } from './features/privacy/discord.ts';
import { profileFeature } from './features/profile/discord.ts';
import { questionsFeature } from './features/questions/discord.ts';
import { recapFeature } from './features/recap/discord.ts';
import { risingFeature } from './features/rising/discord.ts';
import { setupFeature } from './features/setup/discord.ts';
import { thanksFeature } from './features/thanks/discord.ts';
import { tiersFeature } from './features/tiers/discord.ts';
import { trialFeature } from './features/trial/discord.ts';

const product: readonly Feature[] = [
  membersFeature,
  tiersFeature,
  badgesFeature,
  risingFeature,
  ambassadorsFeature,
  questionsFeature,
  knowledgeFeature,
  attentionFeature,
  figuresFeature,
  helpersFeature,
  followupsFeature,
  thanksFeature,
  leaderboardFeature,
  profileFeature,
  recapFeature,
  fairnessFeature,
  privacyFeature,
  historyFeature,
  setupFeature,
  trialFeature,
];

/** The doctor knows what the others need; help stands last and is told of all before it. */
const withDoctor: readonly Feature[] = [...product, doctorFeature(product)];
export const features: readonly Feature[] = [...withDoctor, helpFeature(withDoctor)];
