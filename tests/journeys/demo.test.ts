// The demo as a newcomer starts it: the day is told to its end, nothing unexpected is printed, and it ends by itself.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const DEMO = fileURLToPath(new URL('../../playground/demo/main.ts', import.meta.url));

const COMPANY = new URL('../../playground/demo/company.ts', import.meta.url).href;

function demo(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [DEMO, ...args], {
    env: { ...process.env, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => (out += chunk));
  child.stderr.on('data', (chunk) => (err += chunk));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, err })));
}

test('plays the day and exits 0', { timeout: 60_000 }, async () => {
  const { code, out, err } = await demo('--once');
  expect(err).toBe('');
  expect(code).toBe(0);
  for (const line of [
    '🌿 Laurel reacted on Alice: “That was it, thank you so much”',
    '🌿 Laurel reacted on Claire: “Ça marche, merci beaucoup !”',
    'That would be thanking yourself.',
    'Laurel took back on Alice',
    // The help forum: solved by thanks, by ✅, opened again, and brought to somebody who agreed to it.
    '@Claire, did this answer by @Yuki solve it?',
    '“Le plugin de cache ne se charge pas” now has the tag solved',
    '“The nightly deploy stops halfway” no longer has the tag solved',
    'The answer by @Bob is marked as the solution.',
    '@Bob, can you help here? Nobody has answered yet.',
    '3 asked · 3 answered (100%) · 2 solved (67%)',
    'Bob now has the role @Helper',
    '🌿 @Bob is now Helper.',
    // An Ambassador: nominated, asked, reviewed, promoted.
    'would like @Yuki to become an Ambassador here',
    '@Yuki said yes. The moderators take it from here.',
    'Yuki now has the role @Ambassador',
    '🌿 @Yuki is now Ambassador.',
    // The bot is as late as the story: what happened in the morning is not told as of this minute.
    'Tier: Helper · 10 minutes ago',
    '+25 Solution for @Dimitris',
    // Badges came with the credit, each when it was earned.
    'First Fix · Bronze',
    'First Leaf · Bronze',
    '6 hours ago',
    // By rule, at the end.
    'Yuki now has the role @Helper',
    '🌿 @Yuki is now Helper.',
    'You became Helper',
  ]) {
    expect(out).toContain(line);
  }
  expect(out).not.toMatch(/reacted on (?:Alice|Bob): “(?:Thanks to the last update|.*Thanks in advance)/);
});

test('leaves no bot behind when it cannot stop it any more', async () => {
  const idle = ['--import', COMPANY, '--eval', 'setInterval(() => {}, 1_000)'];
  const child = spawn(process.execPath, idle, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const ended = once(child, 'exit');
  const known = once(child, 'message');
  child.send(0);
  await known;
  child.disconnect();
  expect(await ended).toEqual([null, 'SIGTERM']);
});

test('says how it is called', async () => {
  const { code, err } = await demo('--twice');
  expect([code, err.includes('Usage: npm run demo')]).toEqual([2, true]);
});
