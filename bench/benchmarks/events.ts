// What a message costs that is no thank-you, mostly: a real chat through the bot, and through a bare client that only hears.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDiscord } from '../../playground/discord/server.ts';
import { type Benchmark, median, option, rounded } from '../benchmark.ts';
import { handledByAll, INVITED_WITH, makeStage, play } from '../chat-stage.ts';
import { readJsonl } from '../jsonl.ts';
import { madeUpChat } from '../made-up-chat.ts';
import { type Measured, startMeasured, takeFirstCore } from '../measured-process.ts';
import { chronology, type Line, readRecorded } from '../recording.ts';

/** Said before anything is measured, so that code is compiled and caches are filled. */
const WARM_UP = 2_000;
const DEFAULT_FILE = '../shared/data/load-ubuntu.jsonl';

export const events: Benchmark = {
  name: 'events',
  about: 'CPU time for 1,000 messages of a chat, bot ÷ bare client; to reach: at most 1.25',
  options: { messages: 100_000, pairs: 5 },
  async run(options, file) {
    takeFirstCore();
    const lines = await chatOf(option(options, 'messages') + WARM_UP, file);
    const costs: Record<Measured, number[]> = { bot: [], 'bare-client': [] };
    for (let pair = 0; pair < option(options, 'pairs'); pair++) {
      const order: Measured[] = pair % 2 === 0 ? ['bare-client', 'bot'] : ['bot', 'bare-client'];
      for (const what of order) costs[what].push(await costOf(what, lines));
    }
    const ratios = costs.bot.map((cost, i) => cost / (costs['bare-client'][i] ?? Number.NaN));
    return {
      table: {
        columns: ['pair', 'bare client, CPU ms per 1,000', 'bot, CPU ms per 1,000', 'ratio'],
        rows: ratios.map((ratio, i) => [
          i + 1,
          rounded(costs['bare-client'][i] ?? 0),
          rounded(costs.bot[i] ?? 0),
          rounded(ratio),
        ]),
      },
      figures: {
        messages: option(options, 'messages'),
        bareCpuMsPerThousand: rounded(median(costs['bare-client'])),
        botCpuMsPerThousand: rounded(median(costs.bot)),
        ratio: rounded(median(ratios)),
      },
    };
  },
};

/** The recorded chat over and over until it is long enough, each time later; or one that is made up. */
async function chatOf(messages: number, file: string | undefined): Promise<Line[]> {
  const path = file ?? (existsSync(DEFAULT_FILE) ? DEFAULT_FILE : undefined);
  const now = Date.now();
  if (path === undefined) return madeUpChat(messages, now);
  const recorded: ReturnType<typeof readRecorded>[] = [];
  for await (const line of readJsonl(path)) recorded.push(readRecorded(line));
  const once = chronology(
    recorded.filter(({ content }) => content.trim() !== ''),
    now,
  );
  const first = once[0]?.at ?? now;
  const length = (once.at(-1)?.at ?? now) - first + 60_000;
  return Array.from({ length: messages }, (_, n) => {
    const line = once[n % once.length];
    if (line === undefined) throw new Error(`${path} has no lines.`);
    return { ...line, at: line.at + Math.floor(n / once.length) * length };
  });
}

/** CPU time of the measured process per 1,000 messages, ms. */
async function costOf(what: Measured, lines: readonly Line[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'laurel-bench-'));
  const time = { now: lines[0]?.at ?? Date.now() };
  const discord = await startDiscord({ rateLimits: 'off', now: () => time.now });
  const guild = discord.guild('Bench');
  const stage = makeStage(guild, lines);
  guild.invite(discord.bot, INVITED_WITH);
  const measured = await startMeasured(what, discord, join(folder, 'laurel.db'));
  try {
    await play(stage, lines.slice(0, WARM_UP), time);
    await handledByAll(discord, guild, stage.channels.values());
    const before = await measured.usage();
    await play(stage, lines.slice(WARM_UP), time);
    await handledByAll(discord, guild, stage.channels.values());
    const after = await measured.usage();
    return ((after.cpuMs - before.cpuMs) / (lines.length - WARM_UP)) * 1000;
  } finally {
    await measured.stop();
    await discord.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
