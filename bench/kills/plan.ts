// When the bot is killed: drawn from a seed, in every situation that it can be in.
import type { Random } from '../random.ts';

/**
 * What it is killed at: a share of the time that a start takes; its so many-th request to Discord (it starts, catches up
 * or leaves a sign then, and never learns the answer); or so many ms after it was told of what people said.
 */
export type Moment =
  | { at: 'start'; share: number }
  | { at: 'request'; nth: number }
  | { at: 'work'; ms: number };

/** One life of the bot: how many lines are said in it before it is killed, and how many while it is dead. */
export interface Life {
  lines: number;
  killed: Moment;
  away: number;
}

/** A life that catches up with a few lines asks Discord about so often. */
const LAST_REQUEST = 9;
const LATEST_MS = 150;

/** So many lives, among which so many lines are divided; what is left of the lines is for a last one that is not killed. */
export function drawLives(random: Random, kills: number, lines: number): Life[] {
  const cuts = Array.from({ length: 2 * kills }, () => random.among(0, lines)).sort((a, b) => a - b);
  return Array.from({ length: kills }, (_, n) => {
    const [before = 0, killed = 0, back = 0] = [n === 0 ? 0 : cuts[2 * n - 1], cuts[2 * n], cuts[2 * n + 1]];
    return { lines: killed - before, killed: drawMoment(random), away: back - killed };
  });
}

function drawMoment(random: Random): Moment {
  const at = random.pick(['start', 'request', 'request', 'work'] as const);
  if (at === 'start') return { at, share: random.share() };
  if (at === 'request') return { at, nth: random.among(1, LAST_REQUEST) };
  return { at, ms: random.among(0, LATEST_MS) };
}
