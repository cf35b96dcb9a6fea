// How long people wait for the first answer to commands and buttons while a chat goes by, at Discord's side of the socket.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer } from '../../playground/discord/answer.ts';
import type { Guild } from '../../playground/discord/guild.ts';
import type { Channel } from '../../playground/discord/model.ts';
import type { Person } from '../../playground/discord/people.ts';
import { startDiscord } from '../../playground/discord/server.ts';
import { type Benchmark, option, quantile, rounded } from '../benchmark.ts';
import { INVITED_WITH, makeStage, play } from '../chat-stage.ts';
import { madeUpChat } from '../made-up-chat.ts';
import { startMeasured, takeFirstCore } from '../measured-process.ts';

/** Commands and buttons a second. */
const ASKED_EACH_SECOND = 20;
const ASKERS = 40;
const WARM_UP_S = 5;

type Ask = (asker: Person, other: Person, here: Channel) => Promise<Answer>;

export const latency: Benchmark = {
  name: 'latency',
  about: `first answers while messages go by, ${ASKED_EACH_SECOND} asked a second; to reach: p50 at most 10 ms, p99 at most 60 ms`,
  options: { seconds: 60, rate: 1_000 },
  async run(options) {
    takeFirstCore();
    const [seconds, rate] = [option(options, 'seconds') + WARM_UP_S, option(options, 'rate')];
    const folder = mkdtempSync(join(tmpdir(), 'laurel-bench-'));
    const lines = madeUpChat(seconds * rate, Date.now());
    const discord = await startDiscord({ rateLimits: 'off' });
    const guild = discord.guild('Bench');
    const stage = makeStage(guild, lines);
    guild.invite(discord.bot, INVITED_WITH);
    const bot = await startMeasured('bot', discord, join(folder, 'laurel.db'));
    const took = new Map<string, number[]>();
    try {
      const chat = play(stage, lines, { now: 0 }, rate);
      await keepAsking(guild, seconds, took);
      await chat;
      const all = [...took.values()].flat();
      const row = (what: string, ms: readonly number[]) => [
        what,
        ms.length,
        rounded(quantile(ms, 0.5)),
        rounded(quantile(ms, 0.99)),
        rounded(Math.max(...ms)),
      ];
      return {
        table: {
          columns: ['asked', 'times', 'p50, ms', 'p99', 'longest'],
          rows: [...[...took].map(([what, ms]) => row(what, ms)), row('all', all)],
        },
        figures: {
          asked: all.length,
          messagesEachSecond: rate,
          p50Ms: rounded(quantile(all, 0.5)),
          p99Ms: rounded(quantile(all, 0.99)),
        },
      };
    } finally {
      await bot.stop();
      await discord.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** Asks one thing after the other at its time, whether those before are answered or not. */
async function keepAsking(guild: Guild, seconds: number, took: Map<string, number[]>): Promise<void> {
  const here = guild.textChannel('commands');
  const askers = Array.from({ length: ASKERS }, (_, n) => guild.person(`person-asking-${n}`));
  const boards = new Map<Person, Answer>();
  const asks: Readonly<Record<string, Ask>> = {
    '/leaderboard': async (asker) => {
      const board = await asker.runs('/leaderboard', {}, { in: here });
      boards.set(asker, board);
      return board;
    },
    '/profile': (asker, other) => asker.runs('/profile', { member: other }, { in: here }),
    '/thanks': (asker, other) => asker.runs('/thanks', { member: other }, { in: here }),
    '/help': (asker) => asker.runs('/help', {}, { in: here }),
    'a button': async (asker) => {
      const board = boards.get(asker);
      return board?.text.includes('Page 1 of')
        ? asker.clicks(board, 'Next')
        : asker.runs('/help', {}, { in: here });
    },
  };
  const names = Object.keys(asks);
  const started = performance.now();
  const open: Promise<void>[] = [];
  for (let n = 0; n < seconds * ASKED_EACH_SECOND; n++) {
    const early = started + (n * 1000) / ASKED_EACH_SECOND - performance.now();
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
    // Each asks everything in turn, the board before its button.
    const what = names[n % names.length] ?? '';
    const asker = askers[Math.floor(n / names.length) % ASKERS];
    const other = askers[(Math.floor(n / names.length) + 1) % ASKERS];
    const ask = asks[what];
    if (!asker || !other || !ask) continue;
    const began = performance.now();
    const note = () => {
      if (n < WARM_UP_S * ASKED_EACH_SECOND) return;
      took.set(what, [...(took.get(what) ?? []), performance.now() - began]);
    };
    // Discord gives up after three seconds: that counts as so long a wait.
    open.push(ask(asker, other, here).then(note, note));
  }
  await Promise.all(open);
}
