// How far up the rule would move a member as things are: one judgement for the move itself, and for holding tiers against the ledger.
import { breathe } from '../../core/breathe.ts';
import type { Reader } from '../../core/database.ts';
import type { People } from '../../core/people.ts';
import { isPseudonym } from '../../core/person-key.ts';
import type { Settings } from '../../core/settings.ts';
import { BEFORE_ALL } from '../../core/snowflakes.ts';
import { activeOf, type Promotion } from '../tiers/store.ts';
import { measuresOf, membersAfter, totalsOf, type Who } from './measures.store.ts';
import { lacking, type Measures, type RuleTier, ruleTiers } from './requirements.rules.ts';
import { AFTER_REFUSAL_MS, boundsOf, risesFrom } from './rules.ts';
import * as store from './store.ts';

/** Members looked at without a pause. */
const AT_ONCE = 100;

export interface Reach {
  /** The tier held now. */
  held: Promotion | undefined;
  /** The rungs above it that are met, the highest first. */
  tiers: readonly RuleTier[];
  /** Whether all of the next one is met, but that nobody knows since when they are here. */
  waitsForJoin: boolean;
}

/** By what a reach is judged: the moment (ms), and who wants nothing recorded. */
export interface Judging {
  now: number;
  people: People;
}

/**
 * Nothing where the rule has no say just now: at the top, far from the next rung, bounded by what people decided, while
 * another move is under way, or where the member is left out of everything or was forgotten. `again`: also where Discord
 * refused it lately. What costs most to know is looked at last: most recognitions end at the first comparison of totals.
 */
export async function reachOf(
  db: Reader,
  who: Who,
  { tiers, timeZone }: Settings,
  { now, people, again }: Judging & { again: boolean },
): Promise<Reach | undefined> {
  const rungs = ruleTiers(tiers);
  const held = await activeOf(db, who.guildId, who.memberId);
  const heldAt = held ? tiers.findIndex(({ key }) => key === held.tier) : -1;
  const next = rungs[heldAt + 1];
  if (!next || !mayMeet(next, await totalsOf(db, who))) return undefined;
  if (isPseudonym(who.memberId) || (await people.isLeftOut(who.guildId, who.memberId))) return undefined;

  const latest = await store.latestMoveOf(db, who);
  if (latest?.state === 'pending') return undefined;
  const refusedLately =
    latest?.state === 'failed' && latest.origin === 'rule' && now - latest.createdAt < AFTER_REFUSAL_MS;
  if (refusedLately && !again) return undefined;
  const bounds = boundsOf(await store.lastWordOf(db, who), tiers);
  if (bounds.ceiling <= heldAt) return undefined;

  const known = new Map<string, Measures>();
  for (const tier of rungs.slice(heldAt + 1)) {
    const measures = await measuresOf(db, who, tier.requirements, { now, timeZone });
    known.set(tier.key, measures);
    if (lacking(tier.requirements, measures).length > 0) break;
  }
  const isMet = (tier: RuleTier) => {
    const measures = known.get(tier.key);
    return measures !== undefined && lacking(tier.requirements, measures).length === 0;
  };
  const first = known.get(next.key);
  return {
    held,
    tiers: risesFrom(heldAt, rungs, bounds, isMet),
    waitsForJoin: first !== undefined && waitsForJoin(next, first),
  };
}

/** Whether the totals allow it; the rest costs more to look at. */
function mayMeet({ requirements }: RuleTier, totals: Awaited<ReturnType<typeof totalsOf>>): boolean {
  return (['points', 'solutions', 'peopleHelped'] as const).every(
    (measure) => (totals[measure] ?? 0) >= requirements[measure],
  );
}

function waitsForJoin({ requirements }: RuleTier, measures: Measures): boolean {
  return lacking(requirements, measures).every(
    ({ measure, has }) => measure === 'serverDays' && has === undefined,
  );
}

/** Everybody in a server who has not the tier that the rule gives them, with that tier; nothing is changed. */
export async function* findDue(
  db: Reader,
  guildId: string,
  settings: Settings,
  judging: Judging,
): AsyncGenerator<{ memberId: string; tier: string }> {
  if (!settings.rising.byRule) return;
  let after: string | undefined = BEFORE_ALL;
  while (after !== undefined) {
    const memberIds: string[] = await membersAfter(db, guildId, after, AT_ONCE);
    for (const memberId of memberIds) {
      const reach = await reachOf(db, { guildId, memberId }, settings, { ...judging, again: true });
      const [highest] = reach?.tiers ?? [];
      if (highest) yield { memberId, tier: highest.key };
    }
    after = memberIds.at(-1);
    await breathe();
  }
}
