// How long a picture takes of a profile and of a leaderboard, and how long the main thread stands still meanwhile.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { drawInThread } from '../../src/features/pictures/drawing.ts';
import type { Picture } from '../../src/features/pictures/rules.ts';
import { boardOf, names, profileOf } from '../../tests/support/cards.ts';
import { type Benchmark, option, quantile, rounded } from '../benchmark.ts';

export const image: Benchmark = {
  name: 'image',
  about: 'pictures of profiles and leaderboards; to reach: p99 at most 150 ms, off the main thread',
  options: { pictures: 200 },
  async run(options) {
    const profiles = Object.values(names).map((name): Picture => profileOf(name));
    const kinds: Readonly<Record<string, readonly Picture[]>> = {
      profile: profiles,
      leaderboard: [boardOf()],
    };
    // The first ones start the thread and read fonts, as once in a while; told apart.
    const began = performance.now();
    for (const pictures of Object.values(kinds)) for (const picture of pictures) await drawInThread(picture);
    const first = performance.now() - began;
    const standstill = monitorEventLoopDelay({ resolution: 1 });
    standstill.enable();
    const cpu = process.threadCpuUsage();
    const times = new Map<string, number[]>();
    for (const [kind, pictures] of Object.entries(kinds))
      for (let n = 0; n < option(options, 'pictures'); n++) {
        const picture = pictures[n % pictures.length];
        if (!picture) continue;
        const asked = performance.now();
        await drawInThread(picture);
        times.set(kind, [...(times.get(kind) ?? []), performance.now() - asked]);
      }
    standstill.disable();
    const { user, system } = process.threadCpuUsage(cpu);
    const drawn = [...times.values()].flat();
    return {
      table: {
        columns: ['picture', 'p50, ms', 'p99, ms'],
        rows: [...times].map(([kind, ms]) => [kind, rounded(quantile(ms, 0.5)), rounded(quantile(ms, 0.99))]),
      },
      figures: {
        pictures: drawn.length,
        p50Ms: rounded(quantile(drawn, 0.5)),
        p99Ms: rounded(quantile(drawn, 0.99)),
        mainThreadCpuMsEach: rounded((user + system) / 1000 / drawn.length),
        standstillP99Ms: rounded(standstill.percentile(99) / 1e6),
        firstOnesMs: Math.round(first),
      },
    };
  },
};
