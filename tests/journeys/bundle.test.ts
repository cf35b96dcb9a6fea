// The program as one file does what the source does: it starts, finds its migrations and texts, keeps its caches small, draws, and stops.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { bundlePath } from '../../src/bundle.js';
import { EMPTY_DRAFT } from '../../src/features/trial/draft.rules.ts';
import { temporaryFolder } from '../support/folder.ts';
import { startLaurel } from '../support/process.ts';
import { startTown } from '../support/town.ts';

const SOURCE = fileURLToPath(new URL('../../src/', import.meta.url));
const MAKE = fileURLToPath(new URL('../../tools/bundle.ts', import.meta.url));

/** The threads that there are in `src`. */
const workers = () =>
  readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('worker.ts'));

/** What a thread answers to its order, from the bundle's file of that name. */
function answerOf(name: string, workerData: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(dirname(bundlePath()), `${name}.mjs`), { workerData });
    worker.once('message', resolve).once('error', reject);
    worker.once('exit', (code) => reject(new Error(`${name} ended with ${code} and no answer.`)));
  });
}

test('the bundle of what is written now runs', async () => {
  execFileSync(process.execPath, [MAKE], { stdio: 'inherit' });
  const path = bundlePath();
  expect(existsSync(path)).toBe(true);
  const source = readFileSync(path, 'latin1');
  // discord.js finds a cache's limit by the name of its class, which a bundler may change.
  expect(source).toContain('__name(this,"MessageManager")');
  // A single letter beyond ASCII would double what the source takes in memory.
  expect(source.match(/[^\0-\x7f]/)).toBeNull();
  // So would zod's forty languages, which `import { z }` brings along, and the builders in two forms.
  expect(source).not.toContain('Ongeldige invoer');
  expect(source.match(/ContainerBuilder\d*=class/g)).toHaveLength(1);

  // Threads run from files of their own beside it; a long line may be broken within a name.
  const threads = [...source.replaceAll('\\\n', '').matchAll(/new URL\("\.\/([\w-]*worker\.\w+)"/g)].map(
    ([, name]) => name ?? '',
  );
  expect(threads).toHaveLength(workers().length);
  for (const name of threads)
    expect(readFileSync(join(dirname(path), name), 'latin1')).not.toMatch(/[^\0-\x7f]/);

  const { discord, guild, alice, bob, help } = await startTown();
  const databasePath = join(temporaryFolder(), 'laurel.db');
  const laurel = await startLaurel(discord, databasePath);
  const thanks = await alice.replies(await bob.says(help, 'Send it SIGHUP.'), 'thank you');
  await discord.until(() => thanks.reactions.size > 0, { timeoutMs: 60_000, hint: 'the thanks are signed' });
  expect((await alice.runs('/leaderboard', {}, { in: help })).text).toContain(bob.mention);
  const picture = await bob.clicks(await bob.runs('/profile', {}, { in: help }), 'As picture');
  await discord.until(() => /"filename":"[^"]+\.webp"/.test(JSON.stringify(picture.message)), {
    timeoutMs: 60_000,
    hint: 'the picture is drawn, by a thread of its own',
  });
  laurel.signal('SIGTERM');
  expect(await laurel.ended).toBe(0);
  expect(discord.violations).toEqual([]);
  expect(laurel.lines.join('\n')).not.toContain('"level":50');

  // The one that draws was at work above.
  const [guildId, now] = [guild.id, Date.now()];
  expect(await answerOf('features-fairness-scan-worker', { databasePath, guildId, since: 0 })).toEqual([]);
  const order = { databasePath, guildId, now, draft: EMPTY_DRAFT, what: 'preview' };
  expect(await answerOf('features-trial-worker', order)).toMatchObject({ rises: [], recognitions: 0 });
  const backup = { databasePath, folder: temporaryFolder(), kept: 1, now };
  expect(await answerOf('ops-backup-worker', backup)).toMatchObject({ rotated: 0 });
  expect(await answerOf('core-scrub-worker', databasePath)).toBe(true);
});
