// Following tags: one's own choice, and how one wants to be told.
import type { Context } from '../../core/context.ts';
import * as store from './subscriptions.store.ts';

export interface Follower {
  guildId: string;
  memberId: string;
}

/** Follows these tags of a forum, and no other of it; returns what the member follows then. */
export async function followTags(
  ctx: Context,
  follower: Follower,
  { chosen, among }: { chosen: readonly string[]; among: readonly string[] },
): Promise<void> {
  const { guildId, memberId } = follower;
  await ctx.db.write(async (tx) => {
    const now = ctx.clock.now();
    const known = await store.subscriptionsOf(tx, guildId, memberId);
    const how = known[0]?.how ?? 'digest';
    const dropped = among.filter((id) => !chosen.includes(id));
    await store.unsubscribe(tx, follower, dropped);
    for (const tagId of chosen.filter((id) => among.includes(id))) {
      await store.subscribe(tx, { guildId, memberId, tagId, how, subscribedAt: now, toldUntil: now });
    }
  });
}

/** How a member is told of all the tags that they follow. */
export async function changeHow(
  ctx: Context,
  { guildId, memberId }: Follower,
  how: store.How,
): Promise<void> {
  await ctx.db.write((tx) => store.setHow(tx, guildId, memberId, how));
}
