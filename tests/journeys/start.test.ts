// Starting as an operator does: every gap at once with its fix, no stack trace; and a clean end.
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { type Discord, startDiscord } from '../../playground/discord/server.ts';
import { startTestBot } from '../support/bot.ts';
import { temporaryFolder } from '../support/folder.ts';
import { freePort } from '../support/port.ts';
import { startTown } from '../support/town.ts';

const MAIN = fileURLToPath(new URL('../../src/start.js', import.meta.url));
const HEALTHCHECK = fileURLToPath(new URL('../../src/ops/healthcheck.ts', import.meta.url));

interface Ended {
  code: number | null;
  text: string;
}

interface Running {
  child: ChildProcess;
  /** What it printed so far. */
  printed(): string;
  ended: Promise<Ended>;
}

/** Runs a program of ours in a folder without .env; what it printed is collected. */
function run(program: string, env: Record<string, string>): Running {
  const child = spawn(process.execPath, [program], {
    cwd: temporaryFolder(),
    env: { PATH: process.env.PATH, HTTP_PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let text = '';
  child.stdout?.on('data', (chunk) => (text += chunk));
  child.stderr?.on('data', (chunk) => (text += chunk));
  const ended = new Promise<Ended>((resolve) => child.once('close', (code) => resolve({ code, text })));
  return { child, printed: () => text, ended };
}

/** Waits until a bot says that it is ready. */
async function untilReady(discord: Discord, { printed }: Running): Promise<void> {
  await discord.until(() => printed().includes('"Laurel is ready"'), {
    timeoutMs: 60_000,
    hint: 'it is ready',
  });
}

function expectRefusal({ code, text }: Ended, ...lines: (string | RegExp)[]): void {
  expect(code).toBe(1);
  expect(text.split('\n')[0]).toBe('Laurel cannot start yet:');
  for (const line of lines) expect(text).toMatch(line);
  expect(text).not.toMatch(/\n\s+at /);
}

test('without a token', async () => {
  const ended = await run(MAIN, {}).ended;
  expectRefusal(ended, /- DISCORD_TOKEN is missing\. Copy the token/, 'npm run demo');
  expect(ended.text.match(/^ {2}\d\./gm)).toEqual(['  1.', '  2.', '  3.', '  4.', '  5.']);
  expectRefusal(
    ended,
    'https://discord.com/developers/applications/APPLICATION_ID/bot',
    '"Server Members Intent" and "Message Content Intent"',
    /oauth2\/authorize\?client_id=APPLICATION_ID&scope=bot\+applications\.commands&permissions=\d+\n/,
  );
});

test('with several things wrong, all are said at once', async () => {
  const env = {
    DISCORD_TOKEN: 'short',
    DISCORD_API_URL: 'discord',
    LOG_LEVEL: 'loud',
    COMMAND_GUILD_IDS: 'mine',
    HTTP_PORT: '99999',
    BACKUPS_KEPT: 'many',
  };
  const ended = await run(MAIN, env).ended;
  expect(ended.text).not.toContain('five steps');
  expectRefusal(
    ended,
    'DISCORD_TOKEN does not',
    'DISCORD_API_URL is not',
    'LOG_LEVEL is none of',
    'COMMAND_GUILD_IDS must be',
    'HTTP_PORT must be',
    'BACKUPS_KEPT must be',
  );
});

test('with a token that Discord does not accept', async () => {
  const discord = await startDiscord();
  onTestFinished(() => discord.close());
  const env = { DISCORD_TOKEN: 'not-the-token-of-anybody-here', DISCORD_API_URL: discord.apiUrl };
  expectRefusal(await run(MAIN, env).ended, /DISCORD_TOKEN is not accepted by Discord\. Reset it/);
});

test('with both switches off in the developer portal', async () => {
  const discord = await startDiscord();
  onTestFinished(() => discord.close());
  const { token, id } = discord.application({ intents: { members: false, content: false } });
  const page = new RegExp(`applications/${id}/bot`);
  const ended = await run(MAIN, { DISCORD_TOKEN: token, DISCORD_API_URL: discord.apiUrl }).ended;
  expectRefusal(
    ended,
    'Server Members Intent is switched off',
    'Message Content Intent is switched off',
    page,
  );
});

test('where Discord cannot be reached', async () => {
  const env = { DISCORD_TOKEN: 'a-token-that-nobody-looks-at', DISCORD_API_URL: 'http://127.0.0.1:9/api' };
  expectRefusal(await run(MAIN, env).ended, 'http://127.0.0.1:9/api cannot be reached');
});

/** A bot that Discord would let in, without its two switches. */
async function switchedOff() {
  const discord = await startDiscord();
  onTestFinished(() => discord.close());
  const { token } = discord.application({ intents: { members: false, content: false } });
  return { DISCORD_TOKEN: token, DISCORD_API_URL: discord.apiUrl };
}

/** Everything below a folder, by name. */
function everythingIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true }).map(String).sort();
}

function sqliteFile(path: string, ...statements: string[]): void {
  const database = new Sqlite(path);
  for (const statement of statements) database.exec(statement);
  database.close();
}

const MIGRATED = 'CREATE TABLE __drizzle_migrations (id INTEGER, hash TEXT, created_at NUMERIC)';

test.each<[string, (folder: string) => void, RegExp]>([
  ['a folder', (folder) => mkdirSync(join(folder, 'laurel.db')), /it is a folder\. Add the name of a file/],
  [
    'a text',
    (folder) => writeFileSync(join(folder, 'laurel.db'), 'x'.repeat(5_000)),
    /it is not a database\./,
  ],
  [
    "another program's database",
    (folder) => sqliteFile(join(folder, 'laurel.db'), 'CREATE TABLE cookies (name TEXT)'),
    /it is the database of another program\./,
  ],
  [
    'a database of a newer Laurel',
    (folder) =>
      sqliteFile(
        join(folder, 'laurel.db'),
        MIGRATED,
        "INSERT INTO __drizzle_migrations VALUES (1, 'x', 99999999999999)",
      ),
    /a newer version of Laurel has written it\. Update Laurel/,
  ],
])('where the database is %s', async (_what, prepare, reason) => {
  const { discord } = await startTown();
  const folder = temporaryFolder();
  prepare(folder);
  const before = everythingIn(folder);
  const DATABASE_PATH = join(folder, 'laurel.db');
  const env = { DISCORD_TOKEN: discord.bot.token, DISCORD_API_URL: discord.apiUrl, DATABASE_PATH };
  const ended = await run(MAIN, env).ended;
  expectRefusal(ended, /- DATABASE_PATH .*laurel\.db cannot be opened as the database/, reason);
  expect(everythingIn(folder)).toEqual(before);
});

test('where the token, a switch and the database are wrong, one message says it all, and nothing is made', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'file'), '');
  const DATABASE_PATH = join(folder, 'file', 'laurel.db');
  const database = `DATABASE_PATH ${DATABASE_PATH} cannot be opened as the database: ${join(folder, 'file')} is not a folder`;
  expectRefusal(await run(MAIN, { DATABASE_PATH }).ended, 'DISCORD_TOKEN is missing', database);
  const off = await switchedOff();
  expectRefusal(
    await run(MAIN, { ...off, DATABASE_PATH, LOG_LEVEL: 'loud' }).ended,
    'LOG_LEVEL is none of',
    'Server Members Intent is switched off',
    'Message Content Intent is switched off',
    database,
  );
  expectRefusal(
    await run(MAIN, { ...off, DISCORD_TOKEN: 'not-the-token-of-anybody-here', DATABASE_PATH }).ended,
    'DISCORD_TOKEN is not accepted by Discord',
    database,
  );
  expect(everythingIn(folder)).toEqual(['file']);
});

test('a start that fails makes no database', async () => {
  const folder = temporaryFolder();
  const DATABASE_PATH = join(folder, 'data', 'laurel.db');
  expectRefusal(await run(MAIN, { ...(await switchedOff()), DATABASE_PATH }).ended, 'Intent is switched off');
  expect(everythingIn(folder)).toEqual([]);
});

test.skipIf(process.getuid?.() === 0)('where the folder may not be written to', async () => {
  const folder = temporaryFolder();
  chmodSync(folder, 0o500);
  const DATABASE_PATH = join(folder, 'laurel.db');
  expectRefusal(await run(MAIN, { DATABASE_PATH }).ended, `may not write to the folder ${folder}`);
});

test('connects, is healthy, and ends cleanly when it is asked to', async () => {
  const { discord } = await startTown();
  const DATABASE_PATH = join(temporaryFolder(), 'deep', 'laurel.db');
  const env = { DISCORD_TOKEN: discord.bot.token, DISCORD_API_URL: discord.apiUrl, DATABASE_PATH };
  const HTTP_PORT = String(await freePort());
  expect((await run(HEALTHCHECK, { HTTP_PORT }).ended).code).toBe(1);
  const laurel = run(MAIN, { ...env, HTTP_PORT });
  const { child, ended } = laurel;
  await untilReady(discord, laurel);
  expect((await run(HEALTHCHECK, { HTTP_PORT }).ended).code).toBe(0);
  expect(statSync(DATABASE_PATH).mode & 0o777).toBe(0o600);
  child.kill('SIGTERM');
  const { code, text } = await ended;
  expect([code, text.includes('"Laurel has stopped"')]).toEqual([0, true]);
  expect(text).not.toContain(discord.bot.token);
});

test('ends when it is told to while Discord cannot be reached', async () => {
  const { discord } = await startTown();
  const DATABASE_PATH = join(temporaryFolder(), 'laurel.db');
  const env = { DISCORD_TOKEN: discord.bot.token, DISCORD_API_URL: discord.apiUrl, DATABASE_PATH };
  const laurel = run(MAIN, env);
  await untilReady(discord, laurel);
  await discord.close();
  laurel.child.kill('SIGTERM');
  expect((await laurel.ended).code).toBe(0);
});

test('ends with a word about it when Discord closes the connection for good', async () => {
  const { discord } = await startTown();
  const DATABASE_PATH = join(temporaryFolder(), 'laurel.db');
  const env = { DISCORD_TOKEN: discord.bot.token, DISCORD_API_URL: discord.apiUrl, DATABASE_PATH };
  const laurel = run(MAIN, env);
  await untilReady(discord, laurel);
  discord.bot.intents.content = false;
  discord.weather.dropSockets({ resumable: false });
  const { code, text } = await laurel.ended;
  expect(code).toBe(1);
  expect(text).toMatch(/"level":60.*"code":4014.*Message Content Intent is switched off/);
  expect(text).toContain('"Laurel has stopped"');
}, 120_000);

test('ends with a word about it when its token is refused while it runs, and what was owed is done by its next life', async () => {
  const { discord, help, alice, bob } = await startTown();
  const DATABASE_PATH = join(temporaryFolder(), 'laurel.db');
  const env = { DISCORD_TOKEN: discord.bot.token, DISCORD_API_URL: discord.apiUrl, DATABASE_PATH };
  const first = run(MAIN, env);
  await untilReady(discord, first);
  discord.weather.fail({ method: 'PUT', route: /\/reactions\//, status: 401 });
  const thanks = await alice.replies(await bob.says(help, 'Set PORT=8080.'), 'thank you');
  const { code, text } = await first.ended;
  expect(code).toBe(1);
  expect(
    text.match(/"level":60.*"code":401.*Discord does not accept the token any more\. Copy the new one/g),
  ).toHaveLength(1);
  expect(text).not.toContain(discord.bot.token);
  discord.weather.clear();
  run(MAIN, env);
  await discord.until(() => thanks.reactions.has('🌿'), { timeoutMs: 60_000, hint: 'the leaf' });
}, 120_000);

test('counts as connected only while it is', async () => {
  const { discord } = await startTown();
  const { bot } = await startTestBot(discord);
  expect(bot.isConnected()).toBe(true);
  discord.weather.refuseConnections(true);
  discord.weather.dropSockets();
  await discord.until(() => !bot.isConnected(), { hint: 'the connection is missed' });
  discord.weather.refuseConnections(false);
  await discord.until(() => bot.isConnected(), { hint: 'connected again', timeoutMs: 60_000 });
}, 120_000);
