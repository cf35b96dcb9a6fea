// Looks through the messages of the last days again after a time of not listening: edits, reactions and what was deleted.
import type { GuildTextBasedChannel } from 'discord.js';
import { breathe } from '../core/breathe.ts';
import type { Context } from '../core/context.ts';
import { idBefore, isBefore, laterOf } from '../core/snowflakes.ts';
import { type Comparison, type Gone, goneOf, hasReactions, type Look, placeOf } from './compare.ts';
import { FULL_PAGE, pageOf } from './pages.ts';
import type { Router } from './router.ts';

/** Pages looked through in one channel at most, newest first: 5,000 messages. */
const MOST_PAGES = 50;

export interface Reviewed {
  readonly channel: GuildTextBasedChannel;
  /** Up to this message all had been handled before; later ones were read just now, with their reactions. */
  readonly from: string;
}

export interface Review {
  readonly ctx: Context;
  readonly router: Router;
  readonly comparison: Comparison;
  /** Since when nobody listened, ms. */
  readonly awaySince: number;
  /** Messages younger than this are looked through, ms. */
  readonly windowMs: number;
  readonly look: Look;
  /** By channel, messages that were found to be no more when what was missed was read. */
  readonly gone: ReadonlyMap<string, readonly Gone[]>;
  /** Aborted when a later look begins, which has the channels' turns until it ends. */
  readonly overtaken: AbortSignal;
  isStopping(): boolean;
}

/** Looks through one channel, in its turn, so that what happens there meanwhile comes after. */
export async function reviewChannel(review: Review, { channel, from }: Reviewed): Promise<void> {
  const { ctx, comparison, look } = review;
  const gone = review.gone.get(channel.id) ?? [];
  if (gone.length > 0)
    await inTurn(review, channel, () => comparison.takeBack(placeOf(channel), gone, look.found));
  const oldest = laterOf(idBefore(ctx.clock.now() - review.windowMs), nothingUpTo(channel));
  let upTo = from;
  for (let page = 0; page < MOST_PAGES && !review.isStopping() && isBefore(oldest, upTo); page++) {
    let earlier: string | undefined;
    await inTurn(review, channel, async () => {
      earlier = await reviewPage(review, channel, { upTo, oldest });
    });
    if (earlier === undefined) return;
    upTo = earlier;
  }
}

/** Nothing was said in a channel before there was one; the message that a thread was opened on has the id of the thread. */
function nothingUpTo(channel: GuildTextBasedChannel): string {
  return channel.isThread() ? previous(channel.id) : channel.id;
}

const previous = (id: string) => String(BigInt(id) - 1n);
const next = (id: string) => String(BigInt(id) + 1n);

async function inTurn(
  { router, overtaken }: Review,
  { id }: GuildTextBasedChannel,
  work: () => Promise<void>,
): Promise<void> {
  const done = router.inTurn(id, async () => {
    if (!overtaken.aborted) await work();
  });
  await Promise.race([done, aborted(overtaken)]);
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

/** One page of messages up to an id; returns up to which the next one goes, if there is one. */
async function reviewPage(
  { ctx, comparison, awaySince, look }: Review,
  channel: GuildTextBasedChannel,
  { upTo, oldest }: { upTo: string; oldest: string },
): Promise<string | undefined> {
  const page = await pageOf(ctx, channel, { before: next(upTo) }, FULL_PAGE);
  if (!page.done) return undefined;
  const [first] = page.value;
  const isLast = first === undefined || page.value.length < FULL_PAGE;
  const place = placeOf(channel);
  const from = isLast ? oldest : laterOf(first.id, oldest);
  const traces = await comparison.traces(place, from, upTo);
  await comparison.takeBack(place, goneOf(traces, new Set(page.value.map(({ id }) => id))), look.found);
  const messages = page.value.filter(({ id }) => isBefore(oldest, id));
  for (const message of messages) await comparison.lookAhead(message, look, false);
  for (const message of messages) {
    await comparison.edit(message, awaySince, look.found);
    if (!hasReactions(message, traces)) continue;
    await comparison.reactions(look, message, Math.max(message.createdTimestamp, awaySince));
    await breathe();
  }
  return isLast ? undefined : previous(first.id);
}
