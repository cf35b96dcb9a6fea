// Being noticed, being noticed only when asked, or being left out of everything: a member's own choice.
import type { Context } from '../../core/context.ts';
import type { Wish } from '../../core/privacy-tables.ts';
import { leaveBoards } from './store.ts';

/** As it is chosen: `noticed` is being part of everything. */
export type Notice = 'noticed' | Wish;
export const notices: readonly Notice[] = ['noticed', 'undetected', 'leftOut'];

export function isNotice(value: string | undefined): value is Notice {
  return notices.some((one) => one === value);
}

export async function noticeOf(ctx: Context, guildId: string, memberId: string): Promise<Notice> {
  return (await ctx.people.wishOf(guildId, memberId)) ?? 'noticed';
}

/** Choosing to be left out takes off the boards as well. It is nobody's business: no trail is kept of it. */
export async function chooseNotice(
  ctx: Context,
  guildId: string,
  memberId: string,
  notice: Notice,
): Promise<void> {
  await ctx.db.write(async (tx) => {
    const now = ctx.clock.now();
    await ctx.people.choose(tx, guildId, memberId, notice === 'noticed' ? undefined : notice, now);
    if (notice === 'leftOut') await leaveBoards(tx, guildId, memberId, now);
  });
}
