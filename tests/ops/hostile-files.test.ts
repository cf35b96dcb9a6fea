// Malformed files for the commands that read JSON: each is refused with a sentence that repeats none of its words, and an exit code.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Random, randomFrom } from '../../bench/random.ts';
import { readChat, UnreadableChat } from '../../bench/recording.ts';
import { importCommand } from '../../src/ops/import.ts';
import { rulesCommand } from '../../src/ops/rules-try.ts';
import { testContext } from '../support/context.ts';
import { temporaryFolder } from '../support/folder.ts';
import { CANARY } from '../support/hostile.ts';
import { credit } from '../support/recognitions.ts';

const GUILD = '100000000000000001';
const said = vi.fn<(text: unknown) => void>();
beforeEach(() => {
  said.mockClear();
  vi.spyOn(console, 'error').mockImplementation(said);
});
afterEach(() => void vi.restoreAllMocks());

/** What is JSON for nobody, or for nobody here. */
const RAW: readonly (string | Buffer)[] = [
  '',
  ' \n',
  CANARY,
  `{"a": "${CANARY}"`,
  `{'a': '${CANARY}'}`,
  `{"a": ${CANARY}}`,
  '{} {}',
  '\ufeff{}',
  'null',
  'true',
  '1e999',
  '-0',
  `"${CANARY}"`,
  '{"__proto__": {"guild": 1}}',
  `{"constructor": {"prototype": "${CANARY}"}}`,
  '['.repeat(100_000),
  `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
  `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`,
  Buffer.from([0, 255, 254, 1, 2, 3, 123, 125]),
  Buffer.from(`{"a": "${CANARY}"}`, 'utf16le'),
];

/** Values that are right nowhere in these files where a text, an id or a list is wanted. */
const WRONG: readonly unknown[] = [null, -1, 1e308, true, { [CANARY]: CANARY }, [[CANARY]], undefined];

const user = { id: '200000000000000001', name: CANARY, nickname: null, isBot: false };
const exported = {
  guild: { id: GUILD },
  channel: { id: '300000000000000001', type: 'GuildTextChat', categoryId: null },
  messages: [
    {
      id: '400000000000000001',
      type: 'Default',
      timestamp: '2025-05-06T12:00:00+00:00',
      content: CANARY,
      author: user,
      reactions: [{ emoji: { id: '', name: '🙏' }, users: [user] }],
      mentions: [user],
    },
  ],
};
const EXPORT_PATHS = [
  'guild',
  'guild.id',
  'channel.id',
  'channel.type',
  'messages',
  'messages.0',
  'messages.0.id',
  'messages.0.timestamp',
  'messages.0.content',
  'messages.0.author',
  'messages.0.author.id',
  'messages.0.reactions.0.emoji',
  'messages.0.reactions.0.users.0.id',
  'messages.0.mentions.0.id',
];
const rules = { points: { thanks: 5 }, limits: { pairMinutes: 60 }, requirements: { guide: { points: 12 } } };
const RULES_PATHS = [
  'points.thanks',
  'limits.pairMinutes',
  'requirements.guide.points',
  'requirements.guide',
];
const line = { author: 'Ann', content: CANARY, mentions: ['Bob'], ts: '2025-05-06T12:00:00Z', ch: 'chat' };
const LINE_PATHS = ['author', 'content', 'mentions.0', 'ts', 'ch'];

/** The value with something wrong at a path. */
function broken(value: unknown, [key = '', ...rest]: readonly string[], wrong: unknown): unknown {
  if (Array.isArray(value)) return value.map((one, i) => (String(i) === key ? at(one, rest, wrong) : one));
  if (typeof value !== 'object' || value === null) return wrong;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, name === key ? at(one, rest, wrong) : one]),
  );
}
const at = (one: unknown, rest: readonly string[], wrong: unknown) =>
  rest.length === 0 ? wrong : broken(one, rest, wrong);

/** For each path a few wrong values, and the file cut off somewhere. */
function malformed(whole: unknown, paths: readonly string[], wrong: readonly unknown[], random: Random) {
  const text = JSON.stringify(whole);
  const cut = Array.from({ length: 6 }, () => text.slice(0, random.among(1, text.length - 1)));
  const bent = paths.flatMap((path) =>
    Array.from({ length: 3 }, () =>
      JSON.stringify(broken(whole, path.split('.'), wrong[random.among(0, wrong.length - 1)])),
    ),
  );
  return [...cut, ...bent];
}

/** Writes each into a file and hands that to the command. */
async function eachRefused(
  files: readonly (string | Buffer)[],
  command: (path: string) => Promise<number>,
): Promise<void> {
  const path = join(temporaryFolder(), 'file.json');
  for (const content of files) {
    said.mockClear();
    writeFileSync(path, content);
    const named = String(content).slice(0, 200);
    expect(await command(path), named).toBe(2);
    const words = said.mock.calls.flat().join('\n');
    expect(words.split('\n')[0]?.length, named).toBeGreaterThan(10);
    expect(words, named).not.toMatch(/\n\s+at |Error:|\[object|undefined\b.*is not/);
    if (!words.includes('Unrecognized key')) expect(words, named).not.toContain(CANARY);
  }
}

async function database(): Promise<string> {
  const { ctx } = testContext();
  await credit(ctx, { from: '1', to: '2', guildId: GUILD });
  return ctx.db.path;
}

test('exports that are none are not imported', async () => {
  const path = await database();
  const files = malformed(exported, EXPORT_PATHS, WRONG, randomFrom(1));
  await eachRefused([...RAW, '[]', '{}', ...files], (file) =>
    importCommand([file, '--guild', GUILD, '--database', path]),
  );
  await expect(importCommand([dirname(path), '--guild', GUILD, '--database', path])).resolves.toBe(2);
  await expect(importCommand(['--nonsense'])).resolves.toBe(2);
});

test('rules that are none are not tried', async () => {
  const path = await database();
  const wrong = [...WRONG.filter((one) => one !== undefined), 1.5, '5', []];
  const files = malformed(rules, RULES_PATHS, wrong, randomFrom(2));
  const named = [
    '{"points": {"__proto__": 3}}',
    '{"requirements": {"__proto__": {"points": 3}}}',
    '{"requirements": {"constructor": {"points": 3}}}',
    '{"requirements": {"toString": {}}}',
    '{"points": {"toString": 3}}',
    '{"points": {"thanks": 99999999999999999999}}',
    '{"points": {"thanks": 5}, "points": {"thanks": -5}}',
  ];
  await eachRefused([...RAW, '[]', ...named, ...files], (file) => rulesCommand([file, '--database', path]));
  await expect(rulesCommand([dirname(path), '--database', path])).resolves.toBe(2);
});

test('chats that are none are not replayed', async () => {
  const good = JSON.stringify(line);
  const wrong = WRONG.filter((one) => one !== undefined);
  const files = malformed(line, LINE_PATHS, wrong, randomFrom(3)).map((text) => `${good}\n${text}\n`);
  const path = join(temporaryFolder(), 'chat.jsonl');
  for (const content of [...RAW, '[]', '{}', `${good}\n{"author": ""}`, ...files]) {
    writeFileSync(path, content);
    const refusal = await readChat(path).catch((err: unknown) => err);
    expect(refusal, String(content).slice(0, 200)).toBeInstanceOf(UnreadableChat);
    expect(String(refusal)).not.toContain(CANARY);
  }
});

test.each([
  ['src/ops/import.ts', ['--guild', GUILD]],
  ['src/ops/rules-try.ts', []],
  ['bench/replay.ts', []],
])('%s ends with a sentence and a code', { timeout: 60_000 }, async (script, more) => {
  const path = await database();
  const file = join(dirname(path), 'file.json');
  writeFileSync(file, `{"a": ${CANARY}}`);
  const main = fileURLToPath(new URL(`../../${script}`, import.meta.url));
  const options = script.startsWith('bench') ? more : [...more, '--database', path];
  const { status, stderr } = spawnSync(process.execPath, [main, file, ...options], {
    cwd: dirname(path),
    encoding: 'utf8',
  });
  expect(status).toBe(2);
  expect(stderr).toContain('is not JSON');
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(stderr).not.toContain(CANARY);
});
