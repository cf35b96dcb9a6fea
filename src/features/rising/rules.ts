// Who rises and who falls by rule: never past what people decided, up at once, down late.
import type { Tier } from '../../core/settings.ts';
import { afterDays, isOnLeave, type Span } from './leave.rules.ts';
import type { Lack, RuleTier } from './requirements.rules.ts';

/** Days between the warning and the earliest moment at which a tier goes: two weekends to help somebody. */
export const GRACE_DAYS = 14;
/** How long a move that Discord refused is not tried again when credit comes, in ms; each night it is. */
export const AFTER_REFUSAL_MS = 20 * 3_600_000;

/** The latest thing about a member's tier that people decided, or that ended it. */
export interface LastWord {
  origin: 'people' | 'rule';
  direction: 'promote' | 'demote';
  tier: string | null;
  /** `left`, `roleTaken` or `roleDeleted` where no decision ended it. */
  failure: string | null;
}

/** The bounds that people set for the rule. Rungs by index; -1 is below the lowest. */
export interface Bounds {
  /** Kept until a moderator takes it. */
  floor: number;
  /** Not passed until a moderator promotes again. */
  ceiling: number;
}

const NO_BOUNDS: Bounds = { floor: -1, ceiling: Number.POSITIVE_INFINITY };

/**
 * A tier that people gave stays; one that they took, by `/demote` or by taking the role, does not come back by rule.
 * Who left begins anew, and so does whose role was deleted.
 */
export function boundsOf(word: LastWord | undefined, ladder: readonly Tier[]): Bounds {
  if (!word || word.failure === 'left' || word.failure === 'roleDeleted') return NO_BOUNDS;
  if (word.failure === 'roleTaken') return { floor: -1, ceiling: -1 };
  if (word.origin === 'rule') return NO_BOUNDS;
  const rung = ladder.findIndex(({ key }) => key === word.tier);
  return word.direction === 'promote' ? { ...NO_BOUNDS, floor: rung } : { floor: rung, ceiling: rung };
}

/** The rungs above `held` (-1 for none) that a member may rise to, highest first. Each rung on the way must be met. */
export function risesFrom(
  held: number,
  rungs: readonly RuleTier[],
  { ceiling }: Bounds,
  isMet: (tier: RuleTier) => boolean,
): RuleTier[] {
  const reached: RuleTier[] = [];
  for (const [rung, tier] of rungs.entries()) {
    if (rung <= held) continue;
    if (rung > ceiling || !isMet(tier)) break;
    reached.unshift(tier);
  }
  return reached;
}

export interface Warning {
  tier: string;
  warnedAt: number;
}

/** What the weekly run does about a member who holds a tier. */
export type Fate = 'keep' | 'warn' | 'wait' | 'fall';

/** Down only under 90 % of a requirement, after a warning about this tier and its days of grace, and never on a holiday. */
export function judgeFall(about: {
  tier: string;
  below: readonly Lack[];
  warning: Warning | undefined;
  leaves: readonly Span[];
  now: number;
}): Fate {
  const { tier, below, warning, leaves, now } = about;
  if (below.length === 0) return 'keep';
  if (isOnLeave(leaves, now)) return 'wait';
  if (warning?.tier !== tier) return 'warn';
  return now >= afterDays(warning.warnedAt, GRACE_DAYS, leaves) ? 'fall' : 'wait';
}
