// When somebody has their data deleted: cards about them go, and those in which their words stand are drawn anew without.
import type { Context } from '../../core/context.ts';
import type { Reader, Tx } from '../../core/database.ts';
import { takeAway } from './posts.ts';
import { refreshCard } from './reviews.service.ts';
import type { Nomination } from './rules.ts';
import * as store from './store.ts';

/** Cards of Laurel's on Discord that tell of somebody. */
export interface CardsOf {
  about: readonly Nomination[];
  /** Nominations of others in which they nominated, voted or decided. */
  withWords: readonly number[];
}

/** To be read before their id is replaced. */
export function cardsOf(db: Reader, memberId: string): CardsOf {
  const about = store.everyNominationOf(db, memberId);
  const own = new Set(about.map(({ id }) => id));
  return { about, withWords: store.nominationsWithWordsOf(db, memberId).filter((id) => !own.has(id)) };
}

/** Owes it to Discord that they say nothing of that person any more; to be done after their id was replaced. */
export async function withdrawCards(ctx: Context, tx: Tx, { about, withWords }: CardsOf): Promise<void> {
  for (const { guildId, channelId, threadId, messageId } of about) {
    if (messageId === null) continue;
    await takeAway(ctx, tx, { guildId, channelId: threadId ?? channelId, messageId });
    // A thread has the id of the message it hangs on.
    const { reviewChannelId } = (await ctx.settings.of(guildId)).ambassadors;
    if (threadId !== null && reviewChannelId !== undefined)
      await takeAway(ctx, tx, { guildId, channelId: reviewChannelId, messageId: threadId });
  }
  for (const id of withWords) await refreshCard(ctx, tx, id);
}
