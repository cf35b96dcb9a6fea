// Reads messages of the past from Discord page by page, asking again where it does not answer for a moment.
import type { Client, Collection, GuildTextBasedChannel, Message, Snowflake } from 'discord.js';
import type { Outcome } from '../core/actions.ts';
import type { Context } from '../core/context.ts';
import { compareIds } from '../core/snowflakes.ts';
import { askWhenSpare } from './global-limit.ts';
import { insist } from './insist.ts';
import { outcomeOf } from './outcomes.ts';

/** Messages that Discord gives at once. */
export const FULL_PAGE = 100;

/**
 * Runs a question to Discord that nobody waits for: in its turn, and again after failures that may pass; faults of our
 * own are thrown.
 */
export function ask<T>(
  ctx: Pick<Context, 'clock'>,
  { rest }: Client,
  question: () => Promise<T>,
): Promise<Outcome<T>> {
  return insist(ctx, async () => {
    try {
      return { done: true, value: await askWhenSpare(rest, question) };
    } catch (err) {
      return outcomeOf(err);
    }
  });
}

/** Up to `limit` messages after or before one, oldest first; they are not kept in memory. */
export async function pageOf(
  ctx: Context,
  channel: GuildTextBasedChannel,
  where: { after: string } | { before: string },
  limit: number,
): Promise<Outcome<readonly Message<true>[]>> {
  const page = await ask<Collection<Snowflake, Message<true>>>(ctx, channel.client, () =>
    channel.messages.fetch({ ...where, limit, cache: false }),
  );
  if (!page.done) return page;
  return { done: true, value: [...page.value.values()].sort((a, b) => compareIds(a.id, b.id)) };
}
