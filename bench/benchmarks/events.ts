// What a message costs: a real chat through the bot, through a bare client that only hears, and through one that also reacts as often as the bot.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Discord, startDiscord } from '../../playground/discord/server.ts';
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
    const pairs: Pair[] = [];
    for (let n = 0; n < option(options, 'pairs'); n++) pairs.push(await onePair(lines, n % 2 === 0));
    const ratioOf = ({ bot, bare }: Pair) => bot.cpuMs / bare.cpuMs;
    const leastRatioOf = ({ reacting, bare }: Pair) => reacting.cpuMs / bare.cpuMs;
    return {
      table: {
        columns: [
          'CPU ms per 1,000',
          'bare client',
          'bare, reacting as often',
          'bot',
          'ratio',
          'ratio of reacting',
        ],
        rows: pairs.map((pair, i) => [
          `pair ${i + 1}`,
          rounded(pair.bare.cpuMs),
          rounded(pair.reacting.cpuMs),
          rounded(pair.bot.cpuMs),
          rounded(ratioOf(pair)),
          rounded(leastRatioOf(pair)),
        ]),
      },
      figures: {
        messages: option(options, 'messages'),
        reactions: median(pairs.map(({ bot }) => bot.reactions)),
        bareCpuMsPerThousand: rounded(median(pairs.map(({ bare }) => bare.cpuMs))),
        reactingCpuMsPerThousand: rounded(median(pairs.map(({ reacting }) => reacting.cpuMs))),
        botCpuMsPerThousand: rounded(median(pairs.map(({ bot }) => bot.cpuMs))),
        ratio: rounded(median(pairs.map(ratioOf))),
        leastRatio: rounded(median(pairs.map(leastRatioOf))),
      },
    };
  },
};

interface Cost {
  /** CPU time of the measured process per 1,000 messages. */
  cpuMs: number;
  /** How many messages it reacted to. */
  reactions: number;
}

interface Pair {
  bare: Cost;
  bot: Cost;
  /** A bare client that also sends the reactions of the bot, and nothing else: no bot that shows them can cost less. */
  reacting: Cost;
}

async function onePair(lines: readonly Line[], bareFirst: boolean): Promise<Pair> {
  const first = await costOf(bareFirst ? 'bare-client' : 'bot', lines);
  const second = await costOf(bareFirst ? 'bot' : 'bare-client', lines);
  const [bare, bot] = bareFirst ? [first, second] : [second, first];
  const oneIn = Math.max(1, Math.round((lines.length - WARM_UP) / bot.reactions));
  return { bare, bot, reacting: await costOf('bare-client', lines, { REACTS_TO_ONE_IN: String(oneIn) }) };
}

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

async function costOf(
  what: Measured,
  lines: readonly Line[],
  environment: Record<string, string> = {},
): Promise<Cost> {
  const folder = mkdtempSync(join(tmpdir(), 'laurel-bench-'));
  const time = { now: lines[0]?.at ?? Date.now() };
  const discord = await startDiscord({ rateLimits: 'off', now: () => time.now });
  const guild = discord.guild('Bench');
  const stage = makeStage(guild, lines);
  guild.invite(discord.bot, INVITED_WITH);
  const measured = await startMeasured(what, discord, join(folder, 'laurel.db'), environment);
  try {
    await play(stage, lines.slice(0, WARM_UP), time);
    await handledByAll(discord, guild, stage.channels.values());
    const reactions = countReactions(discord);
    const before = await measured.usage();
    await play(stage, lines.slice(WARM_UP), time);
    await handledByAll(discord, guild, stage.channels.values());
    const after = await measured.usage();
    const cpuMs = ((after.cpuMs - before.cpuMs) / (lines.length - WARM_UP)) * 1000;
    return { cpuMs, reactions: reactions() };
  } finally {
    await measured.stop();
    await discord.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How many reactions were asked for from now on. */
function countReactions(discord: Discord): () => number {
  let asked = 0;
  discord.on('request', ({ method }) => {
    if (method === 'PUT') asked += 1;
  });
  return () => asked;
}
