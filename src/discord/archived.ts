// Threads that were archived since Laurel last listened: they are not among those that Discord tells of at a start.
import type { AnyThreadChannel, Guild, GuildBasedChannel } from 'discord.js';
import { atOnce } from '../core/at-once.ts';
import type { Context } from '../core/context.ts';
import { ask, FULL_PAGE } from './pages.ts';

/** Channels asked at the same time. */
const AT_ONCE = 10;

/**
 * The public threads of all channels that were archived since then (ms), and of those of before that Discord tells of in
 * the same answers, a hundred in each, the ones that are `wanted`. Private ones are only read while they are active.
 */
export async function archivedSince(
  ctx: Context,
  guild: Guild,
  since: number,
  wanted: (thread: AnyThreadChannel) => boolean = () => false,
): Promise<AnyThreadChannel[]> {
  const parents = [...guild.channels.cache.values()].filter((channel) => mayHaveThreads(guild, channel));
  const found: AnyThreadChannel[] = [];
  await atOnce(parents, AT_ONCE, async (parent) => {
    found.push(...(await archivedIn(ctx, parent, since, wanted)));
  });
  return found;
}

async function archivedIn(
  ctx: Context,
  channel: GuildBasedChannel,
  since: number,
  wanted: (thread: AnyThreadChannel) => boolean,
): Promise<AnyThreadChannel[]> {
  if (!('threads' in channel)) return [];
  const isLate = ({ archiveTimestamp }: AnyThreadChannel) => (archiveTimestamp ?? 0) >= since;
  const found: AnyThreadChannel[] = [];
  for (let before: AnyThreadChannel | undefined, hasMore = true; hasMore; ) {
    const where = { type: 'public' as const, limit: FULL_PAGE, ...(before ? { before } : {}) };
    const page = await ask(ctx, channel.client, () => channel.threads.fetchArchived(where));
    if (!page.done) return found;
    const threads: AnyThreadChannel[] = [...page.value.threads.values()];
    found.push(...threads.filter((thread) => isLate(thread) || wanted(thread)));
    before = threads.at(-1);
    hasMore = page.value.hasMore && threads.every(isLate) && before !== undefined;
  }
  return found;
}

function mayHaveThreads(guild: Guild, channel: GuildBasedChannel): boolean {
  if (!('threads' in channel)) return false;
  const me = guild.members.me;
  return me === null || (channel.permissionsFor(me)?.has(['ViewChannel', 'ReadMessageHistory']) ?? false);
}
