// Whether what members ask for takes as long among a million as among a thousand: the services on files of each size.
import { createReadStream } from 'node:fs';
import { type Context, isRefusal } from '../../src/core/context.ts';
import { periodAt } from '../../src/core/periods.ts';
import { readBadges } from '../../src/features/badges/service.ts';
import { readOwn, readPage } from '../../src/features/leaderboard/store.ts';
import { readProfile } from '../../src/features/profile/service.ts';
import { giveThanks } from '../../src/features/thanks/service.ts';
import { writeDown } from '../../src/features/tiers/service.ts';
import { benchContext } from '../bench-context.ts';
import { type Benchmark, option, quantile, rounded } from '../benchmark.ts';
import { LARGE_GUILD_ID as guildId, LARGE_UNTIL, largeDatabase, largeMemberId } from '../large-database.ts';
import { type Random, randomFrom } from '../random.ts';

const SMALLEST = 1_000;
/** So many of each before anything is measured. */
const WARM_UP = 300;
const HOUR_MS = 3_600_000;

type Ask = (ctx: Context, memberId: string, random: Random, n: number) => Promise<unknown>;

const board =
  (kind: 'all' | 'month' | 'week'): Ask =>
  (ctx, memberId, random) => {
    const { key } = periodAt(kind, LARGE_UNTIL - HOUR_MS, 'UTC');
    return ctx.db.glance(async (db) => {
      await readPage(db, guildId, key, 'points', random.among(1, 20));
      await readOwn(db, guildId, key, 'points', memberId);
    });
  };

const person = (memberId: string) => ({ memberId, isBot: false, isPending: false, isPresent: true });

const thanks: Ask = async (ctx, memberId, _random, n) => {
  // Ids that no other run has used: the kept file grows by these rows, and whoever thanked the same member before is refused.
  const messageId = String(BigInt(Date.now()) * 1_000_000n + BigInt(n));
  const given = await giveThanks(ctx, {
    sourceKey: `text:${messageId}:${memberId}`,
    kind: 'thanks',
    guildId,
    giver: person(messageId),
    receiver: person(memberId),
    helpKey: `message:${messageId}`,
    channelId: '300000000000000000',
    messageId,
    sourceMessageId: messageId,
    at: LARGE_UNTIL - HOUR_MS,
  });
  if (isRefusal(given)) throw new Error('A thank-you of the benchmark did not count.');
};

const promote: Ask = (ctx, memberId) =>
  ctx.db.write((tx) =>
    writeDown(
      ctx,
      tx,
      {
        direction: 'promote',
        tier: 'helper',
        from: undefined,
        add: undefined,
        remove: undefined,
        beside: [],
      },
      { guildId, memberId, reason: 'in a benchmark', language: 'en', onDiscord: 'in a benchmark' },
      { origin: 'people', id: '1' },
    ),
  );

const reads: Readonly<Record<string, Ask>> = {
  'leaderboard, all time': board('all'),
  'leaderboard, month': board('month'),
  'leaderboard, week': board('week'),
  profile: (ctx, memberId) => readProfile(ctx, guildId, memberId, { memberId, tab: 'overview', page: 1 }),
  'badges due': (ctx, memberId) => readBadges(ctx, guildId, memberId, memberId),
};
const asks: Readonly<Record<string, Ask>> = { ...reads, thanks, promote };

/**
 * Times by the clock on the wall; and CPU time, which says more where others use the machine as well: that of all threads,
 * as Linux keeps that of a single one in steps of 4 ms.
 */
interface Figure {
  firstMs: number;
  p50Ms: number;
  p99Ms: number;
  cpuP50Ms: number;
  cpuP99Ms: number;
}

export const scale: Benchmark = {
  name: 'scale',
  about: `the same among more members than ${SMALLEST}; to reach: p99 of each read at most 5 ms, and at most 1.5 times that among ${SMALLEST}`,
  options: { members: 1_000_000, times: 1_000 },
  async run(options) {
    const members = option(options, 'members');
    const sizes = [...new Set([SMALLEST, 100_000, members])].filter((size) => size <= members);
    const bySize = new Map<number, Record<string, Figure>>();
    for (const size of sizes) bySize.set(size, await figuresOf(size, option(options, 'times')));
    const [small, large] = [bySize.get(SMALLEST), bySize.get(members)];
    const rows = Object.keys(asks).map((what) => {
      const of = (figure: keyof Figure) => sizes.map((size) => bySize.get(size)?.[what]?.[figure] ?? 0);
      const ratio = rounded((large?.[what]?.cpuP99Ms ?? 0) / (small?.[what]?.cpuP99Ms ?? 1));
      return [what, large?.[what]?.firstMs ?? 0, ...of('p99Ms'), ...of('cpuP50Ms'), ...of('cpuP99Ms'), ratio];
    });
    const worst = (figure: keyof Figure) =>
      Math.max(...Object.keys(reads).map((what) => large?.[what]?.[figure] ?? 0));
    return {
      table: {
        columns: [
          'ms',
          `first of ${members}`,
          ...sizes.map((size) => `p99 of ${size}`),
          ...sizes.map((size) => `CPU p50 of ${size}`),
          ...sizes.map((size) => `CPU p99 of ${size}`),
          'ratio',
        ],
        rows,
      },
      figures: {
        members,
        worstReadP99Ms: worst('p99Ms'),
        worstReadCpuP99Ms: worst('cpuP99Ms'),
        ratio: Math.max(...rows.filter(([what]) => String(what) in reads).map((row) => Number(row.at(-1)))),
        bySize: Object.fromEntries(bySize),
      },
    };
  },
};

async function figuresOf(members: number, times: number): Promise<Record<string, Figure>> {
  const { path } = await largeDatabase(members);
  await readThrough(path);
  const ctx = benchContext(path, LARGE_UNTIL);
  const figures: Record<string, Figure> = {};
  try {
    for (const [what, ask] of Object.entries(asks)) {
      const random = randomFrom(11);
      const took: number[] = [];
      const used: number[] = [];
      for (let n = 0; n < WARM_UP + times; n++) {
        // Some of those who helped most, some of those who never did.
        const memberId = largeMemberId(Math.floor(random.share() ** 2 * members));
        const cpu = process.cpuUsage();
        const began = performance.now();
        await ask(ctx, memberId, random, n);
        took.push(performance.now() - began);
        const { user, system } = process.cpuUsage(cpu);
        used.push((user + system) / 1000);
      }
      const steady = took.slice(WARM_UP);
      figures[what] = {
        firstMs: rounded(took[0] ?? 0),
        p50Ms: rounded(quantile(steady, 0.5)),
        p99Ms: rounded(quantile(steady, 0.99)),
        cpuP50Ms: rounded(quantile(used.slice(WARM_UP), 0.5)),
        cpuP99Ms: rounded(quantile(used.slice(WARM_UP), 0.99)),
      };
    }
  } finally {
    await ctx.db.close();
  }
  return figures;
}

/** So that the system has the file at hand, as it has one that is in use: some let go what nobody read for a while. */
async function readThrough(path: string): Promise<void> {
  for await (const _ of createReadStream(path, { highWaterMark: 1 << 20 }));
}
