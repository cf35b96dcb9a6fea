// Questions about members, by the real discord.js over the playground's socket: their pace, and what comes of bad answers.
import { Events } from 'discord.js';
import { expect, test } from 'vitest';
import type { Guild } from '../../playground/discord/guild.ts';
import type { MemberQuestions } from '../../src/discord/member-questions.ts';
import { startAsking as open, pauses } from '../support/asking.ts';

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

test('who is waited for comes before those who can wait, however long these have waited', async () => {
  const { members, guild, alice, bob, asked, discord, clock, untilAsked } = await open();
  const spare = Array.from({ length: 12 }, () => members.ask(guild.id, [alice.id], 'patiently'));
  await discord.until(() => asked.length === 10);
  const waitedFor = Array.from({ length: 32 }, () => members.ask(guild.id, [bob.id], 'inTurn'));
  await discord.until(() => asked.length === 40);
  expect(asked.slice(10).flat()).toEqual(Array(30).fill(bob.id));
  await untilAsked(41, 1_200);
  await untilAsked(42, 1_200);
  expect(asked.slice(40).flat()).toEqual([bob.id, bob.id]);
  await Promise.all(waitedFor);
  clock.advance(30 * 1_200);
  expect(asked).toHaveLength(42);
  await untilAsked(43, 1_200);
  await untilAsked(44, 1_200);
  expect((await Promise.all(spare)).every(({ done }) => done)).toBe(true);
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
