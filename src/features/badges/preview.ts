// Who would gain or lose a badge if it counted now: the same evaluation as ever, and nothing is changed.
import type { EarnedBadge } from './catalogue.rules.ts';
import type { Judging } from './earning.ts';
import { ALL } from './measures.store.ts';
import { findChanges, onlyBadge, type Reading } from './recounting.ts';
import { countHolders } from './store.ts';

/** A member, and how much they have of what the badge asks for. */
export interface Concerned {
  memberId: string;
  count: number;
}

export interface Preview {
  atLeast: number;
  /** Who holds it now. */
  holders: number;
  gain: readonly Concerned[];
  lose: readonly Concerned[];
}

/** Counts a badge for a whole server, perhaps with another number than it asks for. */
export async function previewBadge(
  { db, now, people }: Pick<Judging, 'now' | 'people'> & { db: Reading },
  guildId: string,
  badge: EarnedBadge,
  atLeast = badge.requirement.atLeast,
): Promise<Preview> {
  const found: Record<'award' | 'revoke', Concerned[]> = { award: [], revoke: [] };
  const only = onlyBadge(badge, atLeast);
  // The numbers are shown.
  const how = { db, now, people, badges: only, enough: ALL };
  for await (const { memberId, outcome, count } of findChanges(how, guildId))
    found[outcome].push({ memberId, count });
  const most = (a: Concerned, b: Concerned) => b.count - a.count;
  return {
    atLeast,
    holders: await db.read((reader) => countHolders(reader, guildId, badge.id)),
    gain: found.award.toSorted(most),
    lose: found.revoke.toSorted(most),
  };
}
