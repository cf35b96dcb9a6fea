// What is kept in memory has a limit, wherever it grows with what people do.
import * as discordJs from 'discord.js';
import { expect, onTestFinished, test } from 'vitest';
import { MOST_BOARDS, peopleAbove, remembersBoards } from '../../src/core/board-counts.ts';

import { MOST_FINGERPRINTS } from '../../src/core/people.ts';
import { dayAt, rememberedDays } from '../../src/core/periods.ts';
import { createClient } from '../../src/discord/client.ts';
import { Heard, MOST_HANDLED } from '../../src/discord/heard.ts';
import { TakenBack } from '../../src/features/thanks/taken-back.ts';
import { testContext } from '../support/context.ts';

/** These grow with what a server has, which Discord limits (500 channels, 1,000 active threads, 250 roles), not with what is done in it. */
const AS_LARGE_AS_THE_SERVER = [
  'ApplicationCommandManager',
  'ApplicationEmojiManager',
  'BaseGuildEmojiManager',
  'ChannelManager',
  'EntitlementManager',
  'GuildApplicationCommandManager',
  'GuildChannelManager',
  'GuildEmojiManager',
  'GuildForumThreadManager',
  'GuildManager',
  'GuildSoundboardSoundManager',
  'GuildTextThreadManager',
  'PermissionOverwriteManager',
  // Filled by events of polls only, which Laurel does not ask for.
  'PollAnswerVoterManager',
  'RoleManager',
  'SubscriptionManager',
  'ThreadManager',
];

type Manager = abstract new (...args: never[]) => unknown;

/** discord.js's managers that keep things, each with the one whose limit it shares. */
function keepers(): [string, Manager, Manager][] {
  return Object.entries(discordJs).flatMap(([name, value]): [string, Manager, Manager][] => {
    if (typeof value !== 'function' || !(value.prototype instanceof discordJs.CachedManager)) return [];
    const manager: Manager = value as unknown as Manager; // checked above: a class that keeps things
    const parent: unknown = Object.getPrototypeOf(manager);
    const marks = [manager, parent].flatMap((one) => Object.getOwnPropertySymbols(one));
    const shared = marks.map((mark): unknown => Reflect.get(manager, mark)).find(Boolean);
    return [[name, manager, (shared as Manager | undefined) ?? manager]];
  });
}

test('discord.js keeps a limited number of everything that people make', () => {
  const client = createClient({
    token: 'a-token-for-tests-only',
    apiUrl: 'http://127.0.0.1:9/api',
    databasePath: '',
    backupFolder: '',
    backupsKept: 1,
    httpPort: 0,
    logLevel: 'warn',
    commandGuildIds: [],
  });
  onTestFinished(() => client.destroy());
  const limits = new Map(
    keepers().map(([name, manager, shared]) => {
      const cache = client.options.makeCache?.(shared as never, null as never, manager as never);
      return [name, cache instanceof discordJs.LimitedCollection ? cache.maxSize : Number.POSITIVE_INFINITY];
    }),
  );
  const limitless = [...limits].filter(([, most]) => most === Number.POSITIVE_INFINITY).map(([name]) => name);
  expect(limitless.sort()).toEqual(AS_LARGE_AS_THE_SERVER);
  expect(limits.get('UserManager')).toBe(500);
  expect(limits.get('GuildMemberManager')).toBe(500);
  expect(limits.get('GuildMessageManager')).toBe(50);
  expect(Math.max(...[...limits.values()].filter(Number.isFinite))).toBe(500);
});

test('messages handled in a channel are remembered up to a number', () => {
  const heard = new Heard();
  heard.begin('1', '2', '1000');
  for (let n = 1; n <= MOST_HANDLED + 500; n++) heard.note('1', '2', String(1000 + n));
  const [cursor] = heard.takeChanged('1');
  expect(cursor?.handledIds.length).toBeLessThanOrEqual(MOST_HANDLED);
  expect(heard.has('2', '1001')).toBe(true);
});

test('what was taken back is remembered up to a number', () => {
  const memory = new TakenBack(3);
  for (const key of ['a', 'b', 'c', 'd']) memory.note(key);
  expect(['a', 'b', 'c', 'd'].filter((key) => memory.has(key))).toEqual(['b', 'c', 'd']);
});

test('days are remembered up to a number, of all time zones together', () => {
  for (let day = 0; day < 1_500; day++)
    for (const zone of ['UTC', 'Asia/Tokyo']) dayAt(day * 86_400_000, zone);
  expect(rememberedDays()).toBeLessThanOrEqual(2_048);
});

test('fingerprints of people are remembered up to a number', () => {
  const { people } = testContext().ctx;
  const first = people.fingerprint('1');
  for (let n = 2; n < MOST_FINGERPRINTS + 50; n++) people.fingerprint(String(n));
  expect(people.remembered).toBe(MOST_FINGERPRINTS);
  expect(people.fingerprint('1')).toBe(first);
  expect(people.fingerprint('2')).not.toBe(first);
});

test('boards are counted up to a number', async () => {
  const { ctx } = testContext();
  await ctx.db.read(async (db) => {
    for (let n = 0; n < MOST_BOARDS + 50; n++) await peopleAbove(db, '1', `2026-W${n}`, 'points', 0);
    expect(remembersBoards(db)).toBe(MOST_BOARDS);
  });
});
