// What a member chooses about themselves. It is their own business: no moderator is told, and no trail is kept of it.
import type { Context } from '../../core/context.ts';
import * as store from './store.ts';

/** What a member chose, as it stands. */
export interface Choices {
  /** Whether the boards show them. */
  board: boolean;
}

export async function choicesOf(ctx: Context, guildId: string, memberId: string): Promise<Choices> {
  return ctx.db.read(async (db) => ({ board: !(await store.isOffBoards(db, guildId, memberId)) }));
}

/** Shows a member on the boards or takes them off. Choosing what is so already changes nothing. */
export async function chooseBoard(
  ctx: Context,
  guildId: string,
  memberId: string,
  board: boolean,
): Promise<Choices> {
  await ctx.db.write((tx) =>
    board
      ? store.returnToBoards(tx, guildId, memberId)
      : store.leaveBoards(tx, guildId, memberId, ctx.clock.now()),
  );
  return choicesOf(ctx, guildId, memberId);
}
