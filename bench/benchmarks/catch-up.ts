// How long it takes to read what was missed, against the least that Discord's rate limits allow, and how long people wait meanwhile.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Guild } from '../../playground/discord/guild.ts';
import type { Channel, Message } from '../../playground/discord/model.ts';
import type { Person } from '../../playground/discord/people.ts';
import { DISCORD_RATES } from '../../playground/discord/rules/rate-limits.ts';
import { type Discord, startDiscord } from '../../playground/discord/server.ts';
import { type Benchmark, option, quantile, rounded } from '../benchmark.ts';
import { INVITED_WITH } from '../chat-stage.ts';
import { type MeasuredProcess, startMeasured, takeFirstCore } from '../measured-process.ts';
import { randomFrom } from '../random.ts';

/** Messages that Discord gives at once. */
const PAGE = 100;
const ASKED_EVERY_MS = 100;
const HTTP_PORT = 18_473;
const PATIENCE_MS = 15 * 60_000;

export const catchUp: Benchmark = {
  name: 'catch-up',
  about:
    'missed messages and reactions; to reach: 1.2 times the least time that rate limits allow, and live commands wait at most 100 ms',
  options: { messages: 20_000, channels: 40, reactions: 2_000, people: 200 },
  async run(options) {
    takeFirstCore();
    const [messages, reactions] = [option(options, 'messages'), option(options, 'reactions')];
    const folder = mkdtempSync(join(tmpdir(), 'laurel-bench-'));
    const path = join(folder, 'laurel.db');
    const discord = await startDiscord();
    let running: MeasuredProcess | undefined;
    const guild = discord.guild('Bench');
    guild.invite(discord.bot, INVITED_WITH);
    const channels = Array.from({ length: option(options, 'channels') }, (_, n) =>
      guild.textChannel(`help-${n}`),
    );
    try {
      // Heard once in each channel, so that it is known from where on something was missed.
      const before = await startMeasured('bot', discord, path);
      running = before;
      const asker = guild.person('before');
      for (const channel of channels) await asker.says(channel, 'Good evening');
      await asker.runs('/help', {}, { in: channels[0] }).catch(() => undefined);
      await before.stop();
      const people = Array.from({ length: option(options, 'people') }, (_, n) => guild.person(`person-${n}`));
      await goOnWithout(people, channels, messages, reactions);

      const reads = countReads(discord);
      let refused = 0;
      discord.on('request', ({ status }) => {
        if (status === 429) refused += 1;
      });
      const bot = await startMeasured('bot', discord, path, { HTTP_PORT: String(HTTP_PORT) });
      running = bot;
      const began = performance.now();
      const waits = await askUntilCaughtUp(guild, channels[0]);
      const seconds = (performance.now() - began) / 1000;
      const usage = await bot.usage();
      const least = leastSeconds(messages, reactions, channels.length);
      const asked = reads();
      return {
        table: {
          columns: ['', 'seconds', 'requests'],
          rows: [
            ['least that the limits allow', rounded(least), leastReads(messages, reactions, channels.length)],
            ['until all was caught up', rounded(seconds), sum(asked)],
            ...asked.map(([route, times]) => [`of these ${route}`, '', times]),
            ['refused as too many', '', refused],
            ['commands meanwhile, p99', rounded(quantile(waits, 0.99) / 1000), waits.length],
          ],
        },
        figures: {
          messages,
          reactions,
          seconds: rounded(seconds),
          leastSeconds: rounded(least),
          ratio: rounded(seconds / least),
          requests: sum(asked),
          refused,
          liveP99Ms: rounded(quantile(waits, 0.99)),
          liveMaxMs: rounded(Math.max(0, ...waits)),
          cpuMs: usage.cpuMs,
        },
      };
    } finally {
      await running?.stop();
      await discord.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** What happens while nobody listens: questions, answers, thanks, and reactions that thank. */
async function goOnWithout(
  people: readonly Person[],
  channels: readonly Channel[],
  messages: number,
  reactions: number,
): Promise<void> {
  const random = randomFrom(5);
  const said: Message[] = [];
  for (let n = 0; n < messages; n++) {
    const channel = channels[n % channels.length];
    const text = random.share() < 0.05 ? 'thank you, that was it' : 'have you looked into the log?';
    if (channel) said.push(await random.pick(people).says(channel, text));
  }
  // Spread over all channels: of one channel Discord answers ten questions a second, whatever it allows in all.
  const step = Math.max(1, Math.floor(said.length / reactions));
  for (let n = 0; n < reactions; n++) {
    const message = said[n * step + random.among(0, step - 1)];
    if (message) await random.pick(people).reacts(message, '🙏');
  }
}

/** Pages of messages, one look in each channel at what was there before, and whose each reaction is. */
function leastReads(messages: number, reactions: number, channels: number): number {
  return Math.ceil(messages / PAGE) + channels + reactions;
}

function leastSeconds(messages: number, reactions: number, channels: number): number {
  return leastReads(messages, reactions, channels) / DISCORD_RATES.globalPerSecond;
}

const sum = (asked: readonly [string, number][]) => asked.reduce((all, [, times]) => all + times, 0);

/** What is asked from now on, by route, the most frequent first. */
function countReads(discord: Discord): () => [string, number][] {
  const reads = new Map<string, number>();
  discord.on('request', ({ method, route }) => {
    if (method === 'GET') reads.set(route, (reads.get(route) ?? 0) + 1);
  });
  return () => [...reads].sort(([, one], [, other]) => other - one);
}

/** Runs a command now and then until the bot says that it is ready; how long each waited for its first answer, ms. */
async function askUntilCaughtUp(guild: Guild, here: Channel | undefined): Promise<number[]> {
  // Several, because one alone would be asking too much after a while.
  const people = Array.from({ length: 20 }, (_, n) => guild.person(`person-asking-${n}`));
  const waits: number[] = [];
  const patience = performance.now() + PATIENCE_MS;
  while (performance.now() < patience) {
    const began = performance.now();
    // Discord gives up after three seconds: that counts as so long a wait.
    await people[waits.length % people.length]?.runs('/help', {}, { in: here }).catch(() => undefined);
    waits.push(performance.now() - began);
    const { ok } = await fetch(`http://127.0.0.1:${HTTP_PORT}/readyz`);
    if (ok) return waits;
    await new Promise((resolve) => setTimeout(resolve, ASKED_EVERY_MS));
  }
  throw new Error(`Not caught up within ${PATIENCE_MS} ms.`);
}
