// Starting as an operator does: every gap at once with its fix, no stack trace; and a clean end.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { startDiscord } from '../../playground/discord/server.ts';
import { alivePath } from '../../src/ops/alive.ts';
import { startTestBot } from '../support/bot.ts';
import { temporaryFolder } from '../support/folder.ts';
import { startTown } from '../support/town.ts';

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const HEALTHCHECK = fileURLToPath(new URL('../../src/ops/healthcheck.ts', import.meta.url));

interface Ended {
  code: number | null;
  text: string;
}

/** Runs a program of ours in a folder without .env; what it printed is collected. */
function run(program: string, env: Record<string, string>): { child: ChildProcess; ended: Promise<Ended> } {
  const child = spawn(process.execPath, [program], {
    cwd: temporaryFolder(),
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let text = '';
  child.stdout?.on('data', (chunk) => (text += chunk));
  child.stderr?.on('data', (chunk) => (text += chunk));
  const ended = new Promise<Ended>((resolve) => child.once('close', (code) => resolve({ code, text })));
  return { child, ended };
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
  };
  const ended = await run(MAIN, env).ended;
  expect(ended.text).not.toContain('five steps');
  expectRefusal(
    ended,
    'DISCORD_TOKEN does not',
    'DISCORD_API_URL is not',
    'LOG_LEVEL is none of',
    'COMMAND_GUILD_IDS must be',
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

test('where the database cannot be opened', async () => {
  const { discord } = await startTown();
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'laurel.db'));
  const env = {
    DISCORD_TOKEN: discord.bot.token,
    DISCORD_API_URL: discord.apiUrl,
    DATABASE_PATH: join(folder, 'laurel.db'),
  };
  expectRefusal(await run(MAIN, env).ended, /DATABASE_PATH .*laurel\.db cannot be opened as the database/);
});

test('connects, is healthy, and ends cleanly when it is asked to', async () => {
  const { discord } = await startTown();
  const DATABASE_PATH = join(temporaryFolder(), 'deep', 'laurel.db');
  const env = { DISCORD_TOKEN: discord.bot.token, DISCORD_API_URL: discord.apiUrl, DATABASE_PATH };
  expect((await run(HEALTHCHECK, { DATABASE_PATH }).ended).code).toBe(1);
  const { child, ended } = run(MAIN, env);
  await discord.until(() => statSync(alivePath(DATABASE_PATH), { throwIfNoEntry: false }) !== undefined, {
    timeoutMs: 15_000,
    hint: 'a sign of life',
  });
  expect((await run(HEALTHCHECK, { DATABASE_PATH }).ended).code).toBe(0);
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
  const { child, ended } = run(MAIN, env);
  const alive = () => statSync(alivePath(DATABASE_PATH), { throwIfNoEntry: false }) !== undefined;
  await discord.until(alive, { timeoutMs: 15_000, hint: 'a sign of life' });
  await discord.close();
  child.kill('SIGTERM');
  expect((await ended).code).toBe(0);
});

test('ends with a word about it when Discord closes the connection for good', async () => {
  const { discord } = await startTown();
  const DATABASE_PATH = join(temporaryFolder(), 'laurel.db');
  const env = { DISCORD_TOKEN: discord.bot.token, DISCORD_API_URL: discord.apiUrl, DATABASE_PATH };
  const { ended } = run(MAIN, env);
  await discord.until(() => statSync(alivePath(DATABASE_PATH), { throwIfNoEntry: false }) !== undefined, {
    timeoutMs: 15_000,
    hint: 'a sign of life',
  });
  discord.bot.intents.content = false;
  discord.weather.dropSockets({ resumable: false });
  const { code, text } = await ended;
  expect(code).toBe(1);
  expect(text).toMatch(/"level":60.*"code":4014.*Message Content Intent is switched off/);
  expect(text).toContain('"Laurel has stopped"');
}, 30_000);

test('counts as connected only while it is', async () => {
  const { discord } = await startTown();
  const { bot } = await startTestBot(discord);
  expect(bot.isConnected()).toBe(true);
  discord.weather.refuseConnections(true);
  discord.weather.dropSockets();
  await discord.until(() => !bot.isConnected(), { hint: 'the connection is missed' });
  discord.weather.refuseConnections(false);
  await discord.until(() => bot.isConnected(), { hint: 'connected again', timeoutMs: 15_000 });
}, 30_000);
