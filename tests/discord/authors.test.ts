// Authors of what was missed, thousands of them, by the real discord.js over the playground's socket: how they are asked about.
import { LimitedCollection, type Message, type TextChannel } from 'discord.js';
import { expect, test } from 'vitest';
import { Authors, makeRoom } from '../../src/discord/authors.ts';
import { pauses, startAsking } from '../support/asking.ts';
import { testLog } from '../support/log.ts';

const CHANNELS = 10;
const EVERY_MS = 1_200;

/** So many people have written one message each, by turns in ten channels; the messages are read, and nobody is known. */
async function open(people: number, room?: number) {
  const town = await startAsking();
  const { discord, guild, client, clock, members } = town;
  const channels = Array.from({ length: CHANNELS }, (_, n) => guild.textChannel(`help-${n}`));
  const writers = Array.from({ length: people }, (_, n) => guild.person(`Person ${n}`));
  for (const [n, writer] of writers.entries()) {
    const channel = channels[n % CHANNELS];
    if (channel) await writer.says(channel, 'Good evening');
  }
  await discord.until(() => channels.every(({ id }) => client.channels.cache.has(id)));
  const messages: Message<true>[] = [];
  for (const { id } of channels)
    messages.push(...(await readAll(client.channels.cache.get(id) as TextChannel))); // made above
  client.guilds.cache.get(guild.id)?.members.cache.clear();
  const its = client.guilds.cache.get(guild.id);
  if (!its) throw new Error('no server there');
  const takeRoomAway = makeRoom(its, room);
  const log = testLog();
  let isStopping = false;
  const overtaken = new AbortController();
  const asker = { ctx: { clock, log: log.log }, members, isStopping: () => isStopping };
  const authors = new Authors(asker, its, overtaken.signal);
  const requests = () => discord.requests.filter(({ path }) => /\/members\/\d+/.test(path)).length;
  return {
    ...{ ...town, authors, writers, log, requests, takeRoomAway, cache: its.members.cache },
    /** In the order in which they were written. */
    messages: messages.sort((one, other) => (BigInt(one.id) < BigInt(other.id) ? -1 : 1)),
    stop: () => {
      isStopping = true;
      members.close();
    },
    overtake: () => {
      isStopping = true;
      overtaken.abort();
    },
  };
}

async function readAll(channel: TextChannel): Promise<Message<true>[]> {
  const found: Message<true>[] = [];
  for (let after = '0'; ; after = found.at(-1)?.id ?? '0') {
    const page = await channel.messages.fetch({ after, limit: 100, cache: false });
    found.push(...[...page.values()].reverse());
    if (page.size < 100) return found;
  }
}

test('3,000 people in ten channels are asked about in 30 questions, each once, and come with their messages', async () => {
  const town = await open(3_000);
  const { authors, messages, asked, discord, takeRoomAway, cache, bob, help } = town;
  for (const message of messages) authors.expect(message);
  await discord.until(() => asked.length === 30);
  for (const message of messages) expect(await authors.bring(message)).toBe(true);
  expect(messages.filter(({ author, member }) => member?.id !== author.id)).toEqual([]);
  for (const message of messages) authors.expectSoon(message);
  expect(asked).toHaveLength(30);
  expect(new Set(asked.flat()).size).toBe(3_000);
  takeRoomAway();
  expect(cache.size).toBe(500);
  await bob.says(help, 'Good morning');
  await discord.until(() => cache.has(bob.id));
  expect(cache.size).toBe(500);
}, 60_000);

test('of more than the connection takes, those whose messages come first are asked about first, and nothing fails', async () => {
  const { authors, messages, asked, discord, untilAsked, clock } = await open(5_000);
  const began = clock.now();
  for (const message of messages.toReversed()) authors.expect(message);
  await discord.until(() => asked.length === 40);
  const first = messages.slice(0, 150);
  for (const message of first) authors.expectSoon(message);
  for (let questions = 41; questions <= 50; questions++) await untilAsked(questions, EVERY_MS);
  const ids = first.map(({ author }) => author.id);
  expect(asked.slice(40, 42).flat().slice(0, 150).sort()).toEqual(ids.sort());
  for (const message of messages) await authors.bring(message);
  expect(messages.every(({ author, member }) => member?.id === author.id)).toBe(true);
  expect(asked.map((each) => each.length)).toEqual(Array(50).fill(100));
  expect(clock.now() - began).toBe(10 * EVERY_MS);
}, 60_000);

test('of a crowd for which there is no room each comes with their message, and no more are kept than there is room for', async () => {
  const [room, ahead] = [700, 200];
  const { authors, messages, asked, takeRoomAway, cache } = await open(1_000, room);
  const [first] = messages;
  if (!first) throw new Error('nothing was said');
  const sizes: number[] = [];
  const bring = async (message: Message<true>) => {
    await authors.bring(message);
    sizes.push(cache.size);
    expect(message.member?.id).toBe(message.author.id);
  };
  for (const message of messages.slice(0, ahead)) authors.expect(message);
  for (const [n, message] of messages.entries()) {
    const later = messages[n + ahead];
    if (later) authors.expect(later);
    await bring(message);
  }
  expect(asked.map((each) => each.length)).toEqual(Array(10).fill(100));
  // They wrote once more, and gave way meanwhile.
  await bring(first);
  expect(asked.slice(10)).toEqual([[first.author.id]]);
  expect(Math.max(...sizes)).toBe(room);
  takeRoomAway();
  expect(cache.size).toBe(500);
}, 60_000);

test('there is room for 10,000 people', async () => {
  const { cache } = await open(1);
  expect(cache instanceof LimitedCollection && cache.maxSize).toBe(10_000);
});

test('fewer than a question holds are asked about once one of them is needed soon, and those who left are not there', async () => {
  const { authors, messages, asked, discord, writers, guild } = await open(20);
  await writers[3]?.leaves(guild);
  for (const message of messages) authors.expect(message);
  expect(asked).toEqual([]);
  if (messages[7]) authors.expectSoon(messages[7]);
  await discord.until(() => asked.length === 1);
  for (const message of messages) expect(await authors.bring(message)).toBe(true);
  expect(messages.filter(({ member }) => !member).map(({ author }) => author.id)).toEqual([writers[3]?.id]);
  expect(asked).toHaveLength(1);
});

test.each([
  { lost: 2, requests: 0, warnings: 0 },
  { lost: 3, requests: 20, warnings: 1 },
])('answers that got lost, $lost of them, are asked for again, and then one by one', async (expected) => {
  const { authors, messages, asked, discord, clock, requests, untilAsked, log } = await open(20);
  discord.weather.loseNext(expected.lost, 'GUILD_MEMBERS_CHUNK');
  const all = Promise.all(messages.map((message) => authors.bring(message)));
  for (const pause of [0, 1_000, 5_000]) {
    await untilAsked(asked.length + 1, pause);
    if (asked.length > expected.lost) break;
    clock.advance(15_000);
    if (asked.length < 3) await pauses(clock);
  }
  expect(await all).toEqual(Array(20).fill(true));
  expect(messages.every(({ author, member }) => member?.id === author.id)).toBe(true);
  expect(asked.map((each) => each.length)).toEqual([20, 20, 20]);
  expect(requests()).toBe(expected.requests);
  const warnings = log.lines.filter(({ msg }) => msg === 'authors are asked about one by one');
  expect(warnings).toHaveLength(expected.warnings);
});

test('where Discord says nothing at all, a message goes on without its author', async () => {
  const { authors, messages, asked, discord, clock, untilAsked } = await open(1);
  const [message] = messages;
  if (!message) throw new Error('nothing was said');
  discord.weather.loseNext(3, 'GUILD_MEMBERS_CHUNK');
  discord.weather.fail({ status: 503, route: '/guilds/:id/members/:member', times: 3 });
  const brought = authors.bring(message);
  for (const pause of [0, 1_000, 5_000]) {
    await untilAsked(asked.length + 1, pause);
    clock.advance(15_000);
    await pauses(clock);
  }
  clock.advance(1_000);
  await pauses(clock);
  clock.advance(5_000);
  expect(await brought).toBe(true);
  expect(message.member).toBeNull();
});

test('a person whom Discord does not understand is told of once, and costs the others nothing', async () => {
  const { authors, messages, writers, guild, discord, log } = await open(150);
  const odd = [writers[1], writers[101]].map((writer) => writer?.id);
  for (const id of odd)
    discord.weather.fail({ status: 400, code: 50035, route: `/guilds/${guild.id}/members/${id}` });
  // Of every other one nothing is said in either answer: they are asked about alone.
  discord.weather.shortenAnswers(2);
  for (const message of messages) authors.expectSoon(message);
  for (const message of messages) expect(await authors.bring(message)).toBe(true);
  expect(messages.filter(({ member }) => !member).map(({ author }) => author.id)).toEqual(odd);
  expect(log.lines.map(({ level, reason, code }) => [level, reason, code])).toEqual([
    [50, 'badRequest', 50035],
  ]);
});

test('few are asked about one by one while many others wait for the connection', async () => {
  const { authors, messages, members, guild, alice, requests, asked } = await open(5);
  const others = Array.from({ length: 44 }, () => members.ask(guild.id, [alice.id], 'inTurn'));
  await Promise.all(others.slice(0, 40));
  for (const message of messages) authors.expect(message);
  if (messages[0]) authors.expectSoon(messages[0]);
  for (const message of messages) expect(await authors.bring(message)).toBe(true);
  expect(messages.every(({ author, member }) => member?.id === author.id)).toBe(true);
  expect([requests(), asked.length]).toEqual([5, 40]);
});

test('who waits when Laurel stops, or begins anew, is told that the message has to be read another time', async () => {
  for (const end of ['stop', 'overtake'] as const) {
    const town = await open(1);
    const [message] = town.messages;
    if (!message) throw new Error('nothing was said');
    town.discord.weather.loseNext(1, 'GUILD_MEMBERS_CHUNK');
    const brought = town.authors.bring(message);
    await town.discord.until(() => town.asked.length === 1);
    town[end]();
    expect(await brought).toBe(false);
  }
});
