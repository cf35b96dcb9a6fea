// Looks through the messages of the last days again after a time of not listening: edits, reactions and what was deleted.
import type { GuildTextBasedChannel, Message } from 'discord.js';
import type { Context } from '../core/context.ts';
import { idBefore, isBefore, laterOf } from '../core/snowflakes.ts';
import type { Comparison, Findings } from './compare.ts';
import type { Place } from './feature.ts';
import { FULL_PAGE, pageOf } from './pages.ts';
import type { Router } from './router.ts';

/** Pages looked through in one channel at most, newest first: 5,000 messages. */
const MOST_PAGES = 50;

export interface Reviewed {
  readonly channel: GuildTextBasedChannel;
  /** Up to this message all had been handled before; later ones were handled just now, with their reactions. */
  readonly from: string;
  /** Deletions are looked for up to this message. */
  readonly to: string;
}

export interface Review {
  readonly ctx: Context;
  readonly router: Router;
  readonly comparison: Comparison;
  /** Since when nobody listened, ms. */
  readonly awaySince: number;
  /** Messages younger than this are looked through, ms. */
  readonly windowMs: number;
  readonly found: Findings;
  /** Aborted when a later look begins, which has the channels' turns until it ends. */
  readonly overtaken: AbortSignal;
  isStopping(): boolean;
}

/** Looks through one channel, in its turn, so that what happens there meanwhile comes after. */
export async function reviewChannel(review: Review, { channel, from, to }: Reviewed): Promise<void> {
  const { ctx, router, comparison, windowMs } = review;
  const oldest = idBefore(ctx.clock.now() - windowMs);
  const place = placeOf(channel);
  if (isBefore(to, oldest) && !(await comparison.hasKnown(place, oldest, to))) return;
  let before = String(BigInt(to) + 1n);
  for (let page = 0; page < MOST_PAGES && !review.isStopping() && isBefore(oldest, before); page++) {
    let next: string | undefined;
    const looked = router.inTurn(channel.id, async () => {
      if (!review.overtaken.aborted) next = await reviewPage(review, channel, { before, oldest, from });
    });
    await Promise.race([looked, aborted(review.overtaken)]);
    if (next === undefined) return;
    before = next;
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

/** One page of messages before an id; returns where the next one ends, if there is one. */
async function reviewPage(
  { ctx, comparison, awaySince, found }: Review,
  channel: GuildTextBasedChannel,
  { before, oldest, from }: { before: string; oldest: string; from: string },
): Promise<string | undefined> {
  const page = await pageOf(ctx, channel, { before }, FULL_PAGE);
  if (!page.done) return undefined;
  const [first] = page.value;
  const isLast = first === undefined || page.value.length < FULL_PAGE;
  const span = { from: isLast ? oldest : laterOf(first.id, oldest), to: String(BigInt(before) - 1n) };
  const there = new Set(page.value.map(({ id }) => id));
  await comparison.deletions(placeOf(channel), span.from, span.to, there, found);
  for (const message of page.value.filter(({ id }) => isBetween(id, oldest, from)))
    await reviewMessage(message, comparison, awaySince, found);
  return isLast ? undefined : first.id;
}

function isBetween(id: string, after: string, upTo: string): boolean {
  return isBefore(after, id) && !isBefore(upTo, id);
}

async function reviewMessage(
  message: Message<true>,
  comparison: Comparison,
  awaySince: number,
  found: Findings,
): Promise<void> {
  await comparison.edit(message, awaySince, found);
  await comparison.reactions(message, Math.max(message.createdTimestamp, awaySince), found);
}

export function placeOf(channel: GuildTextBasedChannel): Place {
  const { guildId, id: channelId, parentId } = channel;
  return { guildId, channelId, parentId: parentId ?? undefined, isThread: channel.isThread() };
}
