// A town, and a client in it that asks Discord about members by a clock that stands still; what was asked is kept.
import { type Client, Events } from 'discord.js';
import { onTestFinished } from 'vitest';
import { createClient } from '../../src/discord/client.ts';
import { MemberQuestions } from '../../src/discord/member-questions.ts';
import { manualClock } from './clock.ts';
import { INVITED_WITH, startTown } from './town.ts';

const REQUEST_GUILD_MEMBERS = 8;

/** A town with a client in it that asks, by a clock that stands still, and what was asked for. */
export async function startAsking({ shards = 1 } = {}) {
  const start = Date.now();
  const town = await startTown({ now: () => start, rateLimits: 'off' });
  const { discord } = town;
  // The connection of a server goes by the time at which it was made.
  const others = Array.from({ length: shards > 1 ? shards : 0 }, (_, i) => {
    discord.advance(1);
    return discord.guild(`Town ${i}`);
  });
  for (const guild of others) guild.invite(discord.bot, INVITED_WITH);
  const asked: string[][] = [];
  discord.on('frame', ({ op, data }) => {
    if (op === REQUEST_GUILD_MEMBERS) asked.push((data as { user_ids: string[] }).user_ids); // what discord.js sends
  });
  const client = createClient({
    ...{ token: discord.bot.token, apiUrl: discord.apiUrl, databasePath: '', backupFolder: '' },
    ...{ backupsKept: 1, httpPort: 0, logLevel: 'error', commandGuildIds: [] },
  });
  client.options.shards = Array.from({ length: shards }, (_, shard) => shard);
  client.options.shardCount = shards;
  client.options.ws = {
    ...client.options.ws,
    buildIdentifyThrottler: async () => ({ waitForIdentify: async () => undefined }),
  };
  const clock = manualClock();
  const members = new MemberQuestions(client, clock);
  onTestFinished(() => client.destroy());
  const ready = new Promise<Client>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(discord.bot.token);
  await ready;
  /** Lets time pass until so many questions were asked in all. */
  const untilAsked = (count: number, ms: number) => {
    clock.advance(ms);
    return discord.until(() => asked.length === count, { hint: `${count} questions` });
  };
  return { ...town, others, asked, client, clock, members, untilAsked };
}

/** Resolves when somebody waits for the clock. */
export async function pauses(clock: { readonly waiting: number }): Promise<void> {
  for (let turns = 0; clock.waiting === 0; turns++) {
    if (turns > 1_000) throw new Error('Nobody waits.');
    await new Promise((resolve) => setImmediate(resolve));
  }
}
