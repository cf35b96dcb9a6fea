// Exports of DiscordChatExporter are credited as if Laurel had listened then, once, and without any sign.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { saveCursors } from '../../src/core/cursors.ts';
import { effects } from '../../src/core/schema.ts';
import { settingsSchema } from '../../src/core/settings.ts';
import { idBefore } from '../../src/core/snowflakes.ts';
import { standingOf } from '../../src/core/standings.ts';
import { readExport } from '../../src/ops/exported.ts';
import { importExports } from '../../src/ops/import.ts';
import { testContext } from '../support/context.ts';

const GUILD = '100000000000000001';
const START = Date.UTC(2025, 4, 6, 12);
const NOW = Date.UTC(2025, 8, 1);
const user = (n: number, name: string, isBot = false) => ({
  id: `20000000000000000${n}`,
  name,
  nickname: name,
  isBot,
});
const [alice, bob, carl, bot] = [user(1, 'Alice'), user(2, 'Bob'), user(3, 'Carl'), user(4, 'Helper', true)];
type User = ReturnType<typeof user>;

let minutes = 0;
const message = (author: User, content: string, more: object = {}) => {
  minutes += 12;
  const at = START + minutes * 60_000;
  return {
    id: String(BigInt(idBefore(at)) + 7n),
    type: 'Default',
    timestamp: new Date(at).toISOString().replace('Z', '+00:00'),
    timestampEdited: null,
    isPinned: false,
    content,
    author,
    attachments: [],
    embeds: [],
    reactions: [] as object[],
    mentions: [] as User[],
    ...more,
  };
};
const replyTo = (one: { id: string }) => ({
  type: 'Reply',
  reference: { type: 'Default', messageId: one.id },
});

function story() {
  minutes = 0;
  const question = message(alice, 'How do I change the port?');
  const answer = message(bob, 'Set PORT=8080.', {
    reactions: [{ emoji: { id: '', name: '🙏', code: 'pray' }, count: 2, users: [carl, bot] }],
  });
  const messages = [
    question,
    answer,
    message(alice, 'thanks, that works'),
    message(carl, 'thank you @Helper', { mentions: [bot] }),
    message(alice, 'Carl joined', { type: 'GuildMemberJoin' }),
  ];
  messages.push(message(alice, 'thank you', replyTo(answer)));
  messages.push(message(carl, 'thank you @Bob', { mentions: [bob] }));
  return {
    guild: { id: GUILD, name: 'Town' },
    channel: { id: '300000000000000001', type: 'GuildTextChat', categoryId: null, name: 'help' },
    dateRange: { after: null, before: null },
    messages,
    messageCount: messages.length,
  };
}

function read(json: unknown) {
  const exported = readExport(json, NOW);
  if ('flaw' in exported) throw new Error(exported.flaw);
  return exported;
}

test('thanks in words, by name and by reaction are credited at their time, once, and nothing is owed to Discord', async () => {
  const { ctx } = testContext();
  const first = await importExports(ctx, [read(story())]);
  expect(first).toMatchObject({ messages: 6, given: 4, heardBefore: 0 });
  const again = await importExports(ctx, [read(story())]);
  expect(again.given).toBe(first.given);
  const standing = (period: string) => ctx.db.read((db) => standingOf(db, GUILD, period, bob.id));
  expect(await standing('all')).toMatchObject({ points: 30, peopleHelped: 2 });
  expect(await standing('2025-05')).toMatchObject({ points: 30 });
  expect(await ctx.db.read((db) => db.select().from(effects).all())).toEqual([]);
});

test('what Laurel heard itself is left alone, and channels it is not to listen in', async () => {
  const { ctx } = testContext();
  await ctx.db.write((tx) => saveCursors(tx, GUILD, { since: START, until: START }, []));
  expect(await importExports(ctx, [read(story())])).toMatchObject({ given: 0, heardBefore: 6 });
  const other = testContext();
  const { channels } = settingsSchema.parse({});
  await other.ctx.db.write((tx) =>
    other.ctx.settings.change(tx, GUILD, 0, (settings) => ({
      ...settings,
      channels: { ...channels, except: ['300000000000000001'] },
    })),
  );
  expect(await importExports(other.ctx, [read(story())])).toMatchObject({ given: 0, messages: 6 });
});

test.each([
  [{}, 'guild'],
  [{ ...story(), messages: [{ id: 'x' }] }, 'messages.0.id'],
  [[], ''],
])('what is no such export is named: %#', (json, where) => {
  const exported = readExport(json, NOW);
  expect('flaw' in exported && exported.flaw).toContain(where);
});

test.each([
  ['9999-12-31T23:59:59+00:00', 'this is in the future'],
  ['2025-09-03T00:00:00+00:00', 'this is in the future'],
  ['2014-12-31T23:59:59+00:00', 'this is before Discord began, in 2015'],
  ['0001-01-01T00:00:00+00:00', 'this is before Discord began, in 2015'],
  ['2025-02-30T12:00:00+00:00', 'this is no '],
  ['2025-13-01T12:00:00+00:00', 'this is no '],
  ['+275760-09-13T00:00:00.001Z', 'this is no date and time'],
  ['NaN', 'this is no date and time'],
  [Number.NaN, 'this is no date and time'],
  [1e21, 'this is no date and time'],
])('a time at which nobody can have written is refused, with its reason: %s', (timestamp, reason) => {
  for (const field of ['timestamp', 'timestampEdited']) {
    const told = story();
    Object.assign(told.messages[2] ?? {}, { [field]: timestamp });
    const exported = readExport(told, NOW);
    expect('flaw' in exported && exported.flaw).toContain(`messages.2.${field}: ${reason}`);
  }
});

test('the command reads a file, and refuses one of another server', { timeout: 60_000 }, () => {
  const { path } = testContext();
  const file = join(dirname(path), 'export.json');
  writeFileSync(file, JSON.stringify(story()));
  const main = fileURLToPath(new URL('../../src/ops/import.ts', import.meta.url));
  const run = (guildId: string) =>
    execFileSync(process.execPath, [main, file, '--guild', guildId, '--database', path], {
      encoding: 'utf8',
      cwd: dirname(path),
      stdio: 'pipe',
    });
  expect(run(GUILD)).toContain('Read 6 messages: 4 recognitions counted');
  expect(() => run('1')).toThrow(/is of the server/);
});
