// Who left disappears from the boards and who returns comes back, however late or mixed up the news of it is.
import type { Context } from '../../core/context.ts';
import { hasStanding } from '../../core/standings.ts';
import { leavingIsDoubtful, returnIsDoubtful } from './rules.ts';
import * as store from './store.ts';

/** News of a member; `joinedAt` is when they last joined, by Discord's clock, if that is known. */
export interface MemberNews {
  guildId: string;
  memberId: string;
  joinedAt: number | undefined;
}

/**
 * A member is said to have left. Old news, overtaken by their return, changes nothing; neither does that of somebody
 * without a standing, of whom nothing is shown or kept.
 */
export async function noteLeaving(ctx: Context, { guildId, memberId, joinedAt }: MemberNews): Promise<void> {
  const now = ctx.clock.now();
  if (leavingIsDoubtful(joinedAt, now) && (await isKnown(ctx, guildId, memberId))) {
    if ((await isPresent(ctx, guildId, memberId)) === true) return;
  }
  await ctx.db.write(async (tx) => {
    if (await hasStanding(tx, guildId, memberId)) await store.markLeft(tx, guildId, memberId, now);
  });
}

/** A member is said to have joined. Old news, overtaken by their leaving, changes nothing. */
export async function noteReturn(ctx: Context, { guildId, memberId, joinedAt }: MemberNews): Promise<void> {
  // Read in a writer's turn: the leaving just before this may still wait for its own.
  const isDoubtful = await ctx.db.write(async (tx) => {
    const left = await store.leftAt(tx, guildId, memberId);
    if (left === undefined) return false;
    if (returnIsDoubtful(joinedAt, left)) return true;
    await store.markReturned(tx, guildId, memberId);
    return false;
  });
  if (isDoubtful && (await isPresent(ctx, guildId, memberId)) !== false)
    await ctx.db.write((tx) => store.markReturned(tx, guildId, memberId));
}

/** Whether there is anything to lose by a mistake; a raid of strangers who join and leave is not worth questions. */
async function isKnown(ctx: Context, guildId: string, memberId: string): Promise<boolean> {
  return ctx.db.read((db) => hasStanding(db, guildId, memberId));
}

/** Nothing when Discord did not answer. In turn: when many come or go at once, the connection is for others too. */
async function isPresent(ctx: Context, guildId: string, memberId: string): Promise<boolean | undefined> {
  const present = await ctx.actions.rolesAmong(guildId, [memberId], 'inTurn');
  return present.done ? present.value.has(memberId) : undefined;
}
