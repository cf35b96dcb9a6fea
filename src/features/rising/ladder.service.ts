// Gathers what /tiers shows in one reading: the ladder, where a member stands, what is to go, and what may be lost.
import type { Context } from '../../core/context.ts';
import { activeOf } from '../tiers/store.ts';
import { afterDays } from './leave.rules.ts';
import { measuresOf, type Who } from './measures.store.ts';
import { fallenBelow, lacking, ruleTiers } from './requirements.rules.ts';
import { boundsOf, GRACE_DAYS } from './rules.ts';
import * as store from './store.ts';
import type { Ladder } from './view.ts';

/** As far back as a holiday can matter to what is shown, in ms. */
const LEAVES_LOOKED_AT_MS = 2 * 366 * 86_400_000;

export async function ladderFor(
  ctx: Context,
  who: Who,
  /** When they joined (ms), as Discord tells it with the question. */
  joinedAt: number | undefined,
): Promise<Omit<Ladder, 'mention' | 'roleIds'>> {
  const settings = await ctx.settings.of(who.guildId);
  const { tiers, timeZone, rising } = settings;
  const now = ctx.clock.now();
  const rungs = rising.byRule ? ruleTiers(tiers) : [];
  return ctx.db.read(async (db) => {
    const held = await activeOf(db, who.guildId, who.memberId);
    const rung = tiers.findIndex(({ key }) => key === held?.tier);
    const bounds = boundsOf(await store.lastWordOf(db, who), tiers);
    const leaves = await store.leavesOf(db, who, now - LEAVES_LOOKED_AT_MS);
    const next = rungs[rung + 1];
    const when = { now, timeZone };
    const measures = next && (await measuresOf(db, who, next.requirements, when));
    const known = measures && { ...measures, serverDays: measures.serverDays ?? daysSince(joinedAt, now) };
    const own = rungs[rung];
    const warning = await store.openWarning(db, who);
    const below =
      own !== undefined && warning?.tier === own.key
        ? fallenBelow(own.requirements, await measuresOf(db, who, own.requirements, { ...when, leaves }))
        : [];
    return {
      tiers,
      byRule: rungs.length,
      held: held?.tier
        ? {
            tier: held.tier,
            since: held.settledAt ?? held.createdAt,
            byPeople: rung <= bounds.floor,
          }
        : undefined,
      next: next && known && { tier: next.key, lacks: lacking(next.requirements, known) },
      waitsForPeople: next !== undefined && bounds.ceiling <= rung,
      // Met again since: the next weekly look closes it.
      warning:
        warning && below.length > 0
          ? { dueAt: afterDays(warning.warnedAt, GRACE_DAYS, leaves), below }
          : undefined,
      leave: leaves.find(({ toAt }) => toAt > now),
    };
  });
}

function daysSince(joinedAt: number | undefined, now: number): number | undefined {
  return joinedAt === undefined ? undefined : Math.floor((now - joinedAt) / 86_400_000);
}
