// Questions about members, by the real discord.js over the playground's socket: their pace, and what comes of bad answers.
import { type Client, Events } from 'discord.js';
import { expect, onTestFinished, test } from 'vitest';
import type { Guild } from '../../playground/discord/guild.ts';
import { createClient } from '../../src/discord/client.ts';
import { MemberQuestions } from '../../src/discord/member-questions.ts';
import { manualClock } from '../support/clock.ts';
import { INVITED_WITH, startTown } from '../support/town.ts';

const REQUEST_GUILD_MEMBERS = 8;

/** A town with a client in it that asks, by a clock that stands still, and what was asked for. */
async function open({ shards = 1 } = {}) {
  const start = Date.now();
  const town = await startTown({ now: () => start });
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

const idsOf = (answer: Awaited<ReturnType<MemberQuestions['ask']>>) =>
  answer.done ? [...answer.value.keys()].sort() : answer;

test('what is waited for goes at once, however much waits that can', async () => {
  const { members, guild, alice, bob, asked, discord, untilAsked } = await open();
  const waiting = Array.from({ length: 12 }, () => members.ask(guild.id, [alice.id], 'patiently'));
  await discord.until(() => asked.length === 10);
  expect(idsOf(await members.ask(guild.id, [bob.id], 'atOnce'))).toEqual([bob.id]);
  expect(asked).toHaveLength(11);
  await untilAsked(12, 1_200);
  await untilAsked(13, 1_200);
  expect((await Promise.all(waiting)).every(({ done }) => done)).toBe(true);
});

test('each connection has a pace of its own', async () => {
  const { members, others, asked, client, alice, untilAsked } = await open({ shards: 2 });
  const on = (shard: number): Guild => {
    const found = others.find(({ id }) => client.guilds.cache.get(id)?.shardId === shard);
    if (!found) throw new Error('no server there');
    return found;
  };
  const waiting = Array.from({ length: 11 }, () => members.ask(on(0).id, [alice.id], 'patiently'));
  await Promise.all(waiting.slice(0, 10));
  expect(idsOf(await members.ask(on(1).id, [alice.id], 'patiently'))).toEqual([]);
  expect(asked).toHaveLength(11);
  await untilAsked(12, 1_200);
  await Promise.all(waiting);
});

test('an answer that got lost is asked for again after a pause', async () => {
  const { members, guild, alice, clock, discord, untilAsked, asked } = await open();
  discord.weather.loseNext(2, 'GUILD_MEMBERS_CHUNK');
  const answer = members.ask(guild.id, [alice.id, '42'], 'patiently');
  await discord.until(() => asked.length === 1);
  clock.advance(15_000);
  await pauses(clock);
  await untilAsked(2, 1_000);
  clock.advance(15_000);
  await pauses(clock);
  await untilAsked(3, 5_000);
  expect(idsOf(await answer)).toEqual([alice.id]);
});

test('of whom an answer says nothing, Discord is asked one by one', async () => {
  const { members, guild, alice, bob, carl, mona, discord } = await open();
  await bob.leaves(guild);
  await carl.leaves(guild);
  discord.weather.shortenAnswers(1);
  const answer = await members.ask(guild.id, [alice.id, bob.id, carl.id, mona.id], 'patiently');
  expect(idsOf(answer)).toEqual([alice.id, mona.id].sort());
  const single = discord.requests.filter(({ path }) => path.includes(`/guilds/${guild.id}/members/`));
  expect(single.map(({ path }) => path.split('/').at(-1)).sort()).toEqual([bob.id, mona.id].sort());
});

test('where that is not answered either, nobody is said to be gone', async () => {
  const { members, guild, alice, mona, discord } = await open();
  discord.weather.shortenAnswers(1);
  discord.weather.fail({ status: 503, route: '/guilds/:id/members/:member' });
  expect(await members.ask(guild.id, [alice.id, mona.id], 'atOnce')).toMatchObject({
    ...{ done: false, final: false, reason: 'unreachable' },
  });
});

test('while there is no connection nothing is sent that would come all at once afterwards', async () => {
  const { members, guild, alice, asked, discord, client, clock, untilAsked } = await open();
  discord.weather.refuseConnections(true);
  const lost = new Promise((resolve) => client.once(Events.ShardReconnecting, resolve));
  discord.weather.dropSockets();
  await lost;
  const answer = members.ask(guild.id, [alice.id], 'patiently');
  await pauses(clock);
  clock.advance(1_000);
  await pauses(clock);
  const back = new Promise((resolve) => client.once(Events.ShardResume, resolve));
  discord.weather.refuseConnections(false);
  await back;
  expect(asked).toEqual([]);
  await untilAsked(1, 5_000);
  expect(idsOf(await answer)).toEqual([alice.id]);
});

test('who waits, or pauses, when Laurel stops is told at once that there will be no answer', async () => {
  const { members, guild, alice, discord, asked, clock } = await open();
  discord.weather.loseNext(1, 'GUILD_MEMBERS_CHUNK');
  const first = members.ask(guild.id, [alice.id], 'patiently');
  await discord.until(() => asked.length === 1);
  clock.advance(15_000);
  await pauses(clock);
  const others = Array.from({ length: 15 }, () => members.ask(guild.id, [alice.id], 'patiently'));
  await Promise.all(others.slice(0, 9));
  members.close();
  const stopped = { done: false, final: true, reason: 'unreachable' };
  expect(await first).toEqual(stopped);
  expect(await others.at(-1)).toEqual(stopped);
  expect(await members.ask(guild.id, [alice.id], 'patiently')).toEqual(stopped);
});

/** Resolves when somebody waits for the clock. */
async function pauses(clock: { readonly waiting: number }): Promise<void> {
  for (let turns = 0; clock.waiting === 0; turns++) {
    if (turns > 1_000) throw new Error('Nobody waits.');
    await new Promise((resolve) => setImmediate(resolve));
  }
}
