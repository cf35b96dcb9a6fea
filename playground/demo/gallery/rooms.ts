// Everything that hangs in the gallery, in the order in which it is played and shown.

import { ambassadors } from './ambassadors.ts';
import { badges } from './badges.ts';
import { doctor } from './doctor.ts';
import { fairness } from './fairness.ts';
import { glance } from './glance.ts';
import { knowledge } from './knowledge.ts';
import type { Room } from './picture.ts';
import { questions } from './questions.ts';
import { recap } from './recap.ts';
import { rising } from './rising.ts';
import { help, privacy, setup } from './settings.ts';
import { leaderboard, profile } from './standing.ts';
import { thanks } from './thanks.ts';
import { tiers } from './tiers.ts';

export const rooms: readonly Room[] = [
  glance,
  leaderboard,
  thanks,
  questions,
  tiers,
  rising,
  profile,
  badges,
  privacy,
  fairness,
  ambassadors,
  help,
  setup,
  recap,
  knowledge,
  doctor,
];
