// What a draft would change: the last 90 days replayed under it, and who would rise or fall. Reads only; used by the bot's worker and by the command line.
import type { Reader } from '../../core/database.ts';
import type { People } from '../../core/people.ts';
import { isPseudonym } from '../../core/person-key.ts';
import { readSettings, type Settings } from '../../core/settings.ts';
import { BEFORE_ALL } from '../../core/snowflakes.ts';
import { beforeDays } from '../rising/leave.rules.ts';
import { measuresOf, membersAfter } from '../rising/measures.store.ts';
import {
  fallenBelow,
  type Lack,
  lacking,
  type Measures,
  type RuleTier,
  ruleTiers,
} from '../rising/requirements.rules.ts';
import { boundsOf, risesFrom } from '../rising/rules.ts';
import { lastWordOf } from '../rising/store.ts';
import { DAY_MS } from '../thanks/rules.ts';
import { activeOf } from '../tiers/store.ts';
import { changesOf, type Draft, withDraft } from './draft.rules.ts';
import { type Change, changesByMember } from './effect.rules.ts';
import { revalued, type Worth } from './replay.rules.ts';
import { givenBetween, receivedBy } from './store.ts';

/** How far back rules are tried and, if wished, applied, in days. */
const REPLAYED_DAYS = 90;
/** More than can be within any window of activity, in days: counted to the end, not only as far as is asked for. */
const ALL_DAYS = 366;
const AT_ONCE = 500;

export interface PreviewOrder {
  guildId: string;
  draft: Draft;
  /** Ms; what was recorded later is not looked at. */
  now: number;
}

export interface Move {
  memberId: string;
  from: string | null;
  to: string | null;
  /** By how much their points change. */
  points: number;
  /** Where they would fall: what they would lack. */
  below: Lack[];
}

export interface Preview {
  rises: Move[];
  falls: Move[];
  /** Whose points change, those with the largest change first; of whoever is left out or forgotten nothing is told. */
  points: { memberId: string; by: number }[];
  /** Recognitions worth more or less. */
  recognitions: number;
}

/** The rows of the last 90 days that would be worth something else. */
export async function replay(
  db: Reader,
  { guildId, draft, now }: PreviewOrder,
  settings: Settings,
): Promise<ReadonlyMap<number, Worth>> {
  if (Object.keys(draft.points).length + Object.keys(draft.limits).length === 0) return new Map();
  const since = now - REPLAYED_DAYS * DAY_MS;
  const rows = await givenBetween(db, guildId, since - settings.limits.windowDays * DAY_MS, now);
  return revalued(rows, draft, settings, since);
}

/**
 * Whoever is left out of everything, or had their data deleted, is named nowhere, not for points either: the rule leaves
 * them where they are. Their recognitions are counted among the others, since they follow when the rules are applied.
 */
export async function preview(db: Reader, order: PreviewOrder, people: People): Promise<Preview> {
  const { guildId, draft, now } = order;
  const current = await readSettings(db, guildId);
  const settings = withDraft(current, draft);
  const worth = await replay(db, order, settings);
  const isUnnamed = async (memberId: string) =>
    isPseudonym(memberId) || (await people.isLeftOut(guildId, memberId));
  const changes = await changesIn(db, order, worth, settings, isUnnamed);
  const asksChange = changesOf(current, draft).some(({ group }) => group === 'requirements');
  const found: Preview = {
    rises: [],
    falls: [],
    points: [...changes]
      .map(([memberId, { points }]) => ({ memberId, by: points }))
      .filter(({ by }) => by !== 0)
      .sort(largestFirst),
    recognitions: worth.size,
  };
  for (let after = BEFORE_ALL; ; ) {
    const memberIds = await membersAfter(db, guildId, after, AT_ONCE);
    for (const memberId of memberIds) {
      const change = changes.get(memberId);
      if (!change && !asksChange) continue;
      const move = await weigh(db, { guildId, memberId, now }, settings, change);
      // Asked last: few move.
      if (move && !(await isUnnamed(memberId)))
        (move.below.length > 0 ? found.falls : found.rises).push(move);
    }
    const last = memberIds.at(-1);
    if (last === undefined) return found;
    after = last;
  }
}

/** Of two equal changes the gain comes first, and then the smaller id: two replays read the same. */
function largestFirst(a: Preview['points'][number], b: Preview['points'][number]): number {
  return Math.abs(b.by) - Math.abs(a.by) || b.by - a.by || (a.memberId < b.memberId ? -1 : 1);
}

async function changesIn(
  db: Reader,
  { guildId, now }: PreviewOrder,
  worth: ReadonlyMap<number, Worth>,
  { timeZone, limits }: Settings,
  isUnnamed: (memberId: string) => Promise<boolean>,
): Promise<Map<string, Change>> {
  const changes = new Map<string, Change>();
  if (worth.size === 0) return changes;
  const since = now - (REPLAYED_DAYS + limits.windowDays) * DAY_MS;
  const rows = await givenBetween(db, guildId, since, now);
  const receivers = new Set(rows.filter(({ id }) => worth.has(id)).map(({ receiverId }) => receiverId));
  for (const memberId of receivers) {
    if (await isUnnamed(memberId)) continue;
    const received = await receivedBy(db, guildId, memberId);
    for (const [id, change] of changesByMember(received, worth, timeZone)) changes.set(id, change);
  }
  return changes;
}

/** Where a member would go, as the rule and what people decided have it; nothing where they stay. */
async function weigh(
  db: Reader,
  who: { guildId: string; memberId: string; now: number },
  settings: Settings,
  change: Change | undefined,
): Promise<Move | undefined> {
  const { memberId, now } = who;
  const held = await activeOf(db, who.guildId, memberId);
  const rungs = ruleTiers(settings.tiers);
  const rung = settings.tiers.findIndex(({ key }) => key === held?.tier);
  const bounds = boundsOf(await lastWordOf(db, who), settings.tiers);
  const measured = async ({ requirements }: RuleTier) => {
    const asked = { ...requirements, activeDays: requirements.activeDays > 0 ? ALL_DAYS : 0 };
    const measures = await measuresOf(db, who, asked, { now, timeZone: settings.timeZone });
    return changed(measures, change, beforeDays(now, requirements.activeWithinDays, []));
  };
  const points = change?.points ?? 0;
  const own = rungs[rung];
  const below = own && rung > bounds.floor ? fallenBelow(own.requirements, await measured(own)) : [];
  if (own && below.length > 0) {
    const to = settings.tiers[rung - 1]?.key ?? null;
    return { memberId, from: own.key, to, points, below };
  }
  const known = new Map<string, Measures>();
  for (const tier of rungs.slice(rung + 1)) {
    const measures = await measured(tier);
    known.set(tier.key, measures);
    if (lacking(tier.requirements, measures).length > 0) break;
  }
  const [to] = risesFrom(rung, rungs, bounds, (tier) => {
    const measures = known.get(tier.key);
    return measures !== undefined && lacking(tier.requirements, measures).length === 0;
  });
  return to && { memberId, from: held?.tier ?? null, to: to.key, points, below: [] };
}

function changed(measures: Measures, change: Change | undefined, since: number): Measures {
  if (!change) return measures;
  const days = (all: readonly number[]) => all.filter((day) => day >= since).length;
  return {
    ...measures,
    points: (measures.points ?? 0) + change.points,
    solutions: (measures.solutions ?? 0) + change.solutions,
    peopleHelped: (measures.peopleHelped ?? 0) + change.peopleHelped,
    activeDays: (measures.activeDays ?? 0) + days(change.daysGained) - days(change.daysLost),
  };
}
