// What a member wishes about being mentioned: kept, and shown.
import type { Context } from '../../core/context.ts';
import type { Helper } from './routing.rules.ts';
import { DEFAULT_DAILY_LIMIT, type Wish } from './rules.ts';
import * as store from './store.ts';

/** Keeps a wish; what it leaves out stays as it was. Nobody is available who never said so. */
export async function keepWish(
  ctx: Context,
  { guildId, memberId }: Pick<Helper, 'guildId' | 'memberId'>,
  { available, quiet, timeZone, dailyLimit }: Wish,
): Promise<Helper> {
  return ctx.db.write(async (tx) => {
    const known = (await store.helperOf(tx, guildId, memberId)) ?? newHelper(guildId, memberId);
    const since = known.availableSince ?? ctx.clock.now();
    const none = quiet !== undefined && quiet.from === quiet.to;
    const helper: Helper = {
      ...known,
      ...(available === undefined ? {} : { availableSince: available ? since : null }),
      ...(quiet === undefined
        ? {}
        : { quietFrom: none ? null : quiet.from, quietTo: none ? null : quiet.to }),
      ...(timeZone === undefined ? {} : { timeZone }),
      ...(dailyLimit === undefined ? {} : { dailyLimit }),
    };
    await store.saveHelper(tx, helper);
    return helper;
  });
}

/** A member's wishes; those of somebody who never said anything: not available. */
export async function wishesOf(ctx: Context, guildId: string, memberId: string): Promise<Helper> {
  const known = await ctx.db.read((db) => store.helperOf(db, guildId, memberId));
  return known ?? newHelper(guildId, memberId);
}

/** Who left is not mentioned any more, also when they come back: they may say so again. */
export async function noteLeaving(ctx: Context, guildId: string, memberId: string): Promise<void> {
  await ctx.db.write(async (tx) => {
    const helper = await store.helperOf(tx, guildId, memberId);
    if (helper && helper.availableSince !== null) {
      await store.saveHelper(tx, { ...helper, availableSince: null });
    }
  });
}

function newHelper(guildId: string, memberId: string): Helper {
  return {
    guildId,
    memberId,
    availableSince: null,
    quietFrom: null,
    quietTo: null,
    timeZone: null,
    dailyLimit: DEFAULT_DAILY_LIMIT,
  };
}
