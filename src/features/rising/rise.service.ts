// Up at once: looks whether a member now meets what the next tiers ask for, in the transaction in which credit came.
import { breathe } from '../../core/breathe.ts';
import type { Context } from '../../core/context.ts';
import type { Tx } from '../../core/database.ts';
import type { OnCredit } from '../../core/followers.ts';
import type { Settings } from '../../core/settings.ts';
import { BEFORE_ALL } from '../../core/snowflakes.ts';
import type { Reading } from '../../core/texts.ts';
import { membersAfter, type Who } from './measures.store.ts';
import { moveByRule } from './moves.service.ts';
import { reachOf } from './reach.ts';
import { ruleTiers } from './requirements.rules.ts';
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

/** Moves a member up to the highest rung that they meet, if that is above theirs. */
export async function rise(
  ctx: Context,
  tx: Tx,
  who: Who,
  settings: Settings,
  { again = false } = {},
): Promise<boolean> {
  const reach = await reachOf(tx, who, settings, { now: ctx.clock.now(), people: ctx.people, again });
  if (!reach) return false;
  const { held } = reach;
  // A rung whose role is missing just now does not keep anybody from the one below it.
  for (const tier of reach.tiers) {
    const why = (reading: Reading) => metText(reading, tier.requirements);
    if (await moveByRule(ctx, tx, { who, direction: 'promote', tier, held, settings, why })) return true;
  }
  if (reach.waitsForJoin) await askWhenJoined(ctx, tx, who);
  return false;
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
  let after = BEFORE_ALL;
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
    await breathe();
  }
}
