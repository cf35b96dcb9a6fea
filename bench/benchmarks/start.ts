// How long it takes from the start of the process until it is ready, on an empty database and on a large one.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDiscord } from '../../playground/discord/server.ts';
import { type Benchmark, median, option, rounded } from '../benchmark.ts';
import { INVITED_WITH } from '../chat-stage.ts';
import { largeDatabase } from '../large-database.ts';
import { startMeasured } from '../measured-process.ts';

export const start: Benchmark = {
  name: 'start',
  about: 'from process start to ready; to reach: at most 1.2 s, and at most 1.3 times an empty database',
  options: { members: 1_000_000, runs: 5 },
  async run(options) {
    const members = option(options, 'members');
    const large = await largeDatabase(members);
    const folder = mkdtempSync(join(tmpdir(), 'laurel-bench-'));
    const discord = await startDiscord();
    discord.guild('Bench').invite(discord.bot, INVITED_WITH);
    const times: { empty: number[]; large: number[] } = { empty: [], large: [] };
    try {
      for (let run = 0; run < option(options, 'runs'); run++) {
        times.empty.push(await readyAfter(discord, join(folder, `empty-${run}.db`)));
        times.large.push(await readyAfter(discord, large.path));
      }
    } finally {
      await discord.close();
      rmSync(folder, { recursive: true, force: true });
    }
    const [empty, full] = [median(times.empty), median(times.large)];
    return {
      table: {
        columns: ['database', 'ms until ready (median)', 'fastest', 'slowest'],
        rows: [
          [
            'empty',
            Math.round(empty),
            Math.round(Math.min(...times.empty)),
            Math.round(Math.max(...times.empty)),
          ],
          [
            `${members} members`,
            Math.round(full),
            Math.round(Math.min(...times.large)),
            Math.round(Math.max(...times.large)),
          ],
        ],
      },
      figures: {
        members,
        emptyMs: Math.round(empty),
        largeMs: Math.round(full),
        ratio: rounded(full / empty),
      },
    };
  },
};

async function readyAfter(
  discord: Awaited<ReturnType<typeof startDiscord>>,
  databasePath: string,
): Promise<number> {
  const measured = await startMeasured('bot', discord, databasePath);
  await measured.stop();
  return measured.readyAfterMs;
}
