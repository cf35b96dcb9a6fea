// Which channels and threads of a server hold something of its past, and samples of how much is said there.
import type { Guild, GuildTextBasedChannel } from 'discord.js';
import type { Context } from '../../core/context.ts';
import { listensIn } from '../../core/settings.ts';
import { idBefore, isBefore } from '../../core/snowflakes.ts';
import { archivedSince } from '../../discord/archived.ts';
import { FULL_PAGE, pageOf } from '../../discord/pages.ts';
import { isReadable } from '../../discord/starts.ts';
import { type Sample, spread } from './rules.ts';

/** Channels that are looked into for an estimate. */
const SAMPLED = 10;

/** Channels and threads where Laurel listens and something was said after this message, archived threads included. */
export async function channelsWithPast(
  ctx: Context,
  guild: Guild,
  { since, after }: { since: number; after: string },
): Promise<GuildTextBasedChannel[]> {
  return withPast(ctx, guild, after, await archivedSince(ctx, guild, since));
}

async function withPast(
  ctx: Context,
  guild: Guild,
  after: string,
  archived: readonly GuildTextBasedChannel[],
): Promise<GuildTextBasedChannel[]> {
  const settings = await ctx.settings.of(guild.id);
  const all = new Map([...guild.channels.cache.values(), ...archived].map((one) => [one.id, one]));
  return [...all.values()].filter(isReadable).filter(({ id, parentId, lastMessageId }) => {
    const isHeard = listensIn(settings, id, parentId ?? undefined);
    return isHeard && lastMessageId !== null && isBefore(after, lastMessageId);
  });
}

export interface Sampled {
  samples: readonly Sample[];
  /** How many there are in all; archived threads are not among them. */
  channels: number;
}

/** What was said before a moment (ms) in some of the channels where something was said since another. */
export async function sampleOf(
  ctx: Context,
  guild: Guild,
  { since, until }: { since: number; until: number },
): Promise<Sampled> {
  const all = await withPast(ctx, guild, idBefore(since), []);
  const pages = await Promise.all(
    spread(all, SAMPLED).map((channel) => pageOf(ctx, channel, { before: idBefore(until) }, FULL_PAGE)),
  );
  const samples = pages.flatMap((page) =>
    page.done
      ? {
          times: page.value.map(({ createdTimestamp }) => createdTimestamp),
          isWhole: page.value.length < FULL_PAGE,
        }
      : [],
  );
  return { samples, channels: all.length };
}
