// How much memory the bot takes on a large file while a long chat goes by, and whether it takes more and more.
import { constants, copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Guild } from '../../playground/discord/guild.ts';
import type { Person } from '../../playground/discord/people.ts';
import { startDiscord } from '../../playground/discord/server.ts';
import { type Benchmark, option, rounded } from '../benchmark.ts';
import { clockBefore, handledByAll, INVITED_WITH, makeStage, play } from '../chat-stage.ts';
import { LARGE_GUILD_ID, largeDatabase, largeMemberId } from '../large-database.ts';
import { madeUpChat } from '../made-up-chat.ts';
import { startMeasured, takeFirstCore } from '../measured-process.ts';

/** How much memory it takes is looked at so often, evenly over the chat. */
const SAMPLES = 40;
/** So much of the chat is said before the bot has handled it: more would measure how much may wait, not what it keeps. */
const PIECE = 500;
const MINUTE_MS = 60_000;

export const memory: Benchmark = {
  name: 'memory',
  about:
    'a long chat on a large file; to reach: at most 220 MB at the peak, and 1 MB more for each 100,000 messages',
  options: { members: 1_000_000, messages: 1_000_000, people: 20_000, minutes: 240 },
  async run(options) {
    takeFirstCore();
    const messages = option(options, 'messages');
    const large = await largeDatabase(option(options, 'members'));
    const folder = mkdtempSync(join(tmpdir(), 'laurel-bench-'));
    const path = join(folder, 'laurel.db');
    copyFileSync(large.path, path, constants.COPYFILE_FICLONE);
    const lines = madeUpChat(messages, Date.now(), option(options, 'people'));
    const time = clockBefore(lines);
    const discord = await startDiscord({ rateLimits: 'off', now: () => time.now });
    // The server of the ledger, and its members: what is counted of a million of them is counted meanwhile, as it would be.
    const guild = discord.guild('Bench', { id: LARGE_GUILD_ID });
    const people = gather(guild, large.members);
    const stage = makeStage(guild, lines, (name) => people.get(name) ?? guild.person(name));
    guild.invite(discord.bot, INVITED_WITH);
    const bot = await startMeasured('bot', discord, path);
    const samples: { at: number; mb: number }[] = [];
    try {
      const atReady = await bot.usage();
      const until = performance.now() + option(options, 'minutes') * MINUTE_MS;
      const between = Math.max(PIECE, Math.ceil(messages / SAMPLES));
      let replayed = 0;
      while (replayed < messages && performance.now() < until) {
        const piece = lines.slice(replayed, replayed + PIECE);
        await play(stage, piece, time);
        await handledByAll(discord, guild, stage.channels.values());
        replayed += piece.length;
        const isDue = replayed >= (samples.at(-1)?.at ?? 0) + between || replayed === messages;
        if (isDue) samples.push({ at: replayed, mb: (await bot.usage()).rssMb });
      }
      const { peakRssMb } = await bot.usage();
      const slope = slopeOf(samples.slice(Math.floor(samples.length / 2))) * 100_000;
      return {
        table: {
          columns: ['messages', 'memory, MB'],
          rows: [
            ['when ready', atReady.rssMb],
            ...samples
              .filter((_, n) => n % 4 === 3 || n === samples.length - 1)
              .map(({ at, mb }) => [at, mb]),
            ['at the peak', peakRssMb],
            ['each 100,000, over the last half', rounded(slope)],
          ],
        },
        figures: {
          recognitions: large.recognitions,
          messages: replayed,
          peakRssMb,
          readyRssMb: atReady.rssMb,
          slopeMbPer100k: rounded(slope),
        },
      };
    } finally {
      await bot.stop();
      await discord.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** All members of the ledger come into the server; those who speak most are those who were thanked most. */
function gather(guild: Guild, members: number): Map<string, Person> {
  const people = new Map<string, Person>();
  for (let n = 0; n < members; n++) {
    const name = `person-${n}`;
    people.set(name, guild.person(name, { id: largeMemberId(n) }));
  }
  return people;
}

/** MB for each message: the straight line that lies closest to the samples. */
function slopeOf(samples: readonly { at: number; mb: number }[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(samples.map(({ at }) => at)), mean(samples.map(({ mb }) => mb))];
  const above = samples.reduce((sum, { at, mb }) => sum + (at - x) * (mb - y), 0);
  return above / samples.reduce((sum, { at }) => sum + (at - x) ** 2, 0);
}
