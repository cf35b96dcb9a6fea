// Up at once: looks whether a member now meets what the next tiers ask for, in the transaction in which credit came.
import { setImmediate } from 'node:timers/promises';
import type { Context } from '../../core/context.ts';
import type { Tx } from '../../core/database.ts';
import type { OnCredit } from '../../core/followers.ts';
import type { Settings } from '../../core/settings.ts';
import type { Reading } from '../../core/texts.ts';
import { activeOf } from '../tiers/store.ts';
import { measuresOf, membersAfter, totalsOf, type Who } from './measures.store.ts';
import { moveByRule } from './moves.service.ts';
import { lacking, type Measures, type RuleTier, ruleTiers } from './requirements.rules.ts';
import { AFTER_REFUSAL_MS, boundsOf, risesFrom } from './rules.ts';
import * as store from './store.ts';
import { metText } from './words.view.ts';

/** Members looked at in one transaction when all are; others write between two of them. */
const AT_ONCE = 100;

/** Follows credit: only what adds something can make somebody rise. */
export function followCredit(ctx: Context): OnCredit {
  return async (tx, { row, counts, first }) => {
    if (counts <= 0 && first <= 0) return;
    const settings = await ctx.settings.of(row.guildId);
    if (settings.rising.byRule)
      await rise(ctx, tx, { guildId: row.guildId, memberId: row.receiverId }, settings);
  };
}

/**
 * Moves a member up to the highest rung that they meet, if that is above theirs. What costs most to know is looked at
 * last: most recognitions end at the first comparison of totals.
 */
export async function rise(
  ctx: Context,
  tx: Tx,
  who: Who,
  settings: Settings,
  { again = false } = {},
): Promise<boolean> {
  const rungs = ruleTiers(settings.tiers);
  const held = await activeOf(tx, who.guildId, who.memberId);
  const heldAt = held ? settings.tiers.findIndex(({ key }) => key === held.tier) : -1;
  const next = rungs[heldAt + 1];
  if (!next || !mayMeet(next, await totalsOf(tx, who))) return false;

  const latest = await store.latestMoveOf(tx, who);
  if (latest?.state === 'pending') return false;
  const now = ctx.clock.now();
  const refusedLately =
    latest?.state === 'failed' && latest.origin === 'rule' && now - latest.createdAt < AFTER_REFUSAL_MS;
  if (refusedLately && !again) return false;
  const bounds = boundsOf(await store.lastWordOf(tx, who), settings.tiers);
  if (bounds.ceiling <= heldAt) return false;

  const known = new Map<string, Measures>();
  for (const tier of rungs.slice(heldAt + 1)) {
    const measures = await measuresOf(tx, who, tier.requirements, { now, timeZone: settings.timeZone });
    known.set(tier.key, measures);
    if (lacking(tier.requirements, measures).length > 0) break;
  }
  const met = (tier: RuleTier) => {
    const measures = known.get(tier.key);
    return measures !== undefined && lacking(tier.requirements, measures).length === 0;
  };
  // A rung whose role is missing just now does not keep anybody from the one below it.
  for (const tier of risesFrom(heldAt, rungs, bounds, met)) {
    const why = (reading: Reading) => metText(reading, tier.requirements);
    if (await moveByRule(ctx, tx, { who, direction: 'promote', tier, held, settings, why })) return true;
  }
  const first = known.get(next.key);
  if (first && waitsForJoin(next, first)) await askWhenJoined(ctx, tx, who);
  return false;
}

/** Whether the totals allow it; the rest costs more to look at. */
function mayMeet({ requirements }: RuleTier, totals: Awaited<ReturnType<typeof totalsOf>>): boolean {
  return (['points', 'solutions', 'peopleHelped'] as const).every(
    (measure) => (totals[measure] ?? 0) >= requirements[measure],
  );
}

/** Whether all is met but that nobody knows since when they are here. */
function waitsForJoin({ requirements }: RuleTier, measures: Measures): boolean {
  return lacking(requirements, measures).every(
    ({ measure, has }) => measure === 'serverDays' && has === undefined,
  );
}

async function askWhenJoined(ctx: Context, tx: Tx, { guildId, memberId }: Who): Promise<void> {
  const ref = `rising:join:${memberId}`;
  await ctx.outbox.enqueue(tx, {
    kind: 'lookUp',
    guildId,
    dedupeKey: `rising:join:${guildId}:${memberId}`,
    lane: `rising:${guildId}:${memberId}`,
    ref,
    payload: { memberId },
  });
}

/** Looks at everybody of a server who has a standing, some at a time: others write meanwhile. Returns how many rose. */
export async function riseAll(ctx: Context, guildId: string): Promise<number> {
  let risen = 0;
  let after = '';
  for (;;) {
    const settings = await ctx.settings.of(guildId);
    if (!settings.rising.byRule || ruleTiers(settings.tiers).length === 0) return risen;
    const memberIds = await ctx.db.read((db) => membersAfter(db, guildId, after, AT_ONCE));
    const last = memberIds.at(-1);
    if (last === undefined) return risen;
    risen += await ctx.db.write(async (tx) => {
      let some = 0;
      for (const memberId of memberIds)
        if (await rise(ctx, tx, { guildId, memberId }, settings, { again: true })) some += 1;
      return some;
    });
    after = last;
    await setImmediate();
  }
}
