// Which roles of the ladder a member should have, and what of a difference is ours to mend: what people did by hand is theirs.
import type { Settings, Tier } from '../../core/settings.ts';

export interface RoleDifference {
  roleId: string;
  how: 'add' | 'remove';
}

/** What is known of a difference. */
export interface Trace {
  /** It was mended before, or the decision itself brought it about: then somebody has changed it since. */
  wasDone: boolean;
  /** We gave this role to this member once. */
  wasOurs: boolean;
}

/** The roles of the ladder that belong to the holder of a rung (-1 for none). */
function rolesOfRung(
  ladder: readonly Tier[],
  rung: number,
  below: Settings['rising']['roles'],
): ReadonlySet<string> {
  const rungs = below === 'stack' ? ladder.slice(0, rung + 1) : ladder.slice(Math.max(rung, 0), rung + 1);
  return new Set(rungs.flatMap(({ roleId }) => roleId ?? []));
}

/** Roles that are missing beside the one of the rung itself, and roles of other rungs that are there. */
export function differencesOf(
  ladder: readonly Tier[],
  rung: number,
  below: Settings['rising']['roles'],
  has: ReadonlySet<string>,
): RoleDifference[] {
  const wanted = rolesOfRung(ladder, rung, below);
  const own = ladder[rung]?.roleId;
  return ladder.flatMap(({ roleId }): RoleDifference[] => {
    if (roleId === undefined || roleId === own || wanted.has(roleId) === has.has(roleId)) return [];
    return [{ roleId, how: wanted.has(roleId) ? 'add' : 'remove' }];
  });
}

/**
 * Whether a difference is mended or reported. What we brought about and is otherwise now was changed by hand: a decision.
 * A role that we never gave is somebody's gift, unless it is of a rung below the member's own, which a higher one replaces.
 */
export function isOursToMend(
  { how }: RoleDifference,
  isBelow: boolean,
  { wasDone, wasOurs }: Trace,
): boolean {
  if (wasDone) return false;
  return how === 'add' || isBelow || wasOurs;
}
