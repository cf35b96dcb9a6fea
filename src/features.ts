// The one list of features, in dependency order: a feature may use those before it. The table of contents of the product.
import type { Feature } from './discord/feature.ts';
import { leaderboardFeature } from './features/leaderboard/discord.ts';
import { thanksFeature } from './features/thanks/discord.ts';

export const features: readonly Feature[] = [thanksFeature, leaderboardFeature];
