// When somebody has their data deleted: cards about them go, and those in which their words stand are drawn anew without.
import type { Context } from '../../core/context.ts';
import type { Reader, Tx } from '../../core/database.ts';
import { takeAway } from './posts.ts';
import { refreshCard } from './reviews.service.ts';
import * as store from './store.ts';

/** Nominations whose cards on Discord tell of somebody. */
export interface CardsOf {
  about: readonly number[];
  /** Those of others in which they nominated, voted or decided. */
  withWords: readonly number[];
}

/** To be read before their id is replaced. */
export function cardsOf(db: Reader, memberId: string): CardsOf {
  const about = store.everyNominationOf(db, memberId);
  return { about, withWords: store.nominationsWithWordsOf(db, memberId).filter((id) => !about.includes(id)) };
}

/** Owes it to Discord that they say nothing of that person any more; to be done after their id was replaced. */
export async function withdrawCards(ctx: Context, tx: Tx, { about, withWords }: CardsOf): Promise<void> {
  for (const nominationId of about) {
    const nomination = await store.nominationById(tx, nominationId);
    if (!nomination || nomination.messageId === null) continue;
    const { guildId, channelId, threadId, messageId } = nomination;
    await takeAway(ctx, tx, { guildId, channelId: threadId ?? channelId, messageId });
    // A thread has the id of the message it hangs on.
    const { reviewChannelId } = (await ctx.settings.of(guildId)).ambassadors;
    if (threadId !== null && reviewChannelId !== undefined)
      await takeAway(ctx, tx, { guildId, channelId: reviewChannelId, messageId: threadId });
  }
  for (const id of withWords) await refreshCard(ctx, tx, id);
}
