// Told to stop, as a process: what is under way is finished, for 8 seconds at most; a second signal leaves at once; strays do not end it.
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { Events } from 'discord.js';
import { expect, test } from 'vitest';
import { createClient } from '../../src/discord/client.ts';
import { CommandDirectory } from '../../src/discord/commands.ts';
import { Router } from '../../src/discord/router.ts';
import { testContext } from '../support/context.ts';
import { temporaryFolder } from '../support/folder.ts';
import { startLaurel } from '../support/process.ts';
import { startTown } from '../support/town.ts';

const LEAF = '🌿';

function effectsIn(path: string) {
  const db = new Sqlite(path, { readonly: true });
  const rows = db
    .prepare<[], { state: string; attempts: number }>('SELECT state, attempts FROM effects')
    .all();
  db.close();
  return rows;
}

/** A bot whose reaction is under way: Discord has asked it to wait so many seconds, as often as said. */
async function withWorkUnderWay(retryAfter: number, times: number) {
  const { discord, alice, bob, help } = await startTown();
  const path = join(temporaryFolder(), 'laurel.db');
  const laurel = await startLaurel(discord, path);
  const limit = discord.weather.fail({
    method: 'PUT',
    route: /\/reactions\//,
    status: 429,
    retryAfter,
    times,
  });
  const thanks = await alice.replies(await bob.says(help, 'Set PORT=8080.'), 'thank you');
  await discord.until(() => limit.hits > 0, { hint: 'the reaction is under way', timeoutMs: 30_000 });
  return { discord, laurel, path, thanks };
}

test('what is under way is finished before it ends', async () => {
  const { laurel, path, thanks } = await withWorkUnderWay(1, 1);
  laurel.signal('SIGTERM');
  expect(await laurel.ended).toBe(0);
  expect(thanks.reactions.has(LEAF)).toBe(true);
  expect(effectsIn(path)).toEqual([{ state: 'done', attempts: 1 }]);
  expect(laurel.lines.at(-1)).toContain('Laurel has stopped');
}, 90_000);

test('what does not end is left after 8 seconds, and done by the next life', async () => {
  const { discord, laurel, path, thanks } = await withWorkUnderWay(4, Number.POSITIVE_INFINITY);
  const began = performance.now();
  laurel.signal('SIGTERM');
  expect(await laurel.ended).toBe(0);
  expect(performance.now() - began).toBeGreaterThan(7_500);
  expect(effectsIn(path)).toEqual([{ state: 'waiting', attempts: 1 }]);
  discord.weather.clear();
  await startLaurel(discord, path);
  await discord.until(() => thanks.reactions.has(LEAF), { hint: 'the leaf', timeoutMs: 30_000 });
}, 120_000);

test('a second signal leaves at once', async () => {
  const { laurel, path } = await withWorkUnderWay(4, Number.POSITIVE_INFINITY);
  laurel.signal('SIGTERM');
  laurel.signal('SIGINT');
  expect(await laurel.ended).toBe(1);
  expect(laurel.lines.some((line) => line.includes('Laurel has stopped'))).toBe(false);
  const db = new Sqlite(path);
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  db.close();
}, 90_000);

/** Loaded beside the bot: throws and rejects where nobody catches it, when it is told to. */
const STRAYS = `process.on('SIGUSR2', () => {
  Promise.reject(new Error('nobody awaited this'));
  setImmediate(() => { throw new Error('nobody caught this'); });
})`;

test('a rejection and an exception that nobody caught are logged with a reference, and it works on', async () => {
  const { discord, alice, bob, help } = await startTown();
  const laurel = await startLaurel(discord, join(temporaryFolder(), 'laurel.db'), {
    NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(STRAYS)}`,
  });
  laurel.signal('SIGUSR2');
  const logged = (words: string) =>
    laurel.lines.some((line) => /"level":50.*"ref":"[0-9a-f]{8}"/.test(line) && line.includes(words));
  await discord.until(() => logged('nobody awaited this') && logged('nobody caught this'), {
    hint: 'both are logged',
    timeoutMs: 30_000,
  });
  const thanks = await alice.replies(await bob.says(help, 'Set PORT=8080.'), 'thank you');
  await discord.until(() => thanks.reactions.has(LEAF), { hint: 'the leaf', timeoutMs: 30_000 });
}, 90_000);

test('a listener that throws is logged with a reference, and the next ones are called', async () => {
  const { ctx, log } = testContext();
  const called: string[] = [];
  const feature = (name: string, work: () => void) => ({
    name,
    listeners: { [Events.GuildRoleCreate]: work },
  });
  const features = [
    feature('broken', () => {
      throw new Error('a bug');
    }),
    feature('sound', () => void called.push('sound')),
  ];
  const client = createClient(ctx.config);
  const router = new Router(ctx, features, new CommandDirectory());
  router.attach(client, features);
  // What the event is about matters to nobody here.
  client.emit(Events.GuildRoleCreate, {} as never);
  await router.whenIdle();
  expect(called).toEqual(['sound']);
  expect(log.lines.map(({ level, feature: name, ref, msg }) => [level, name, ref, msg])).toEqual([
    [50, 'broken', expect.stringMatching(/^[0-9a-f]{8}$/), 'a listener failed'],
  ]);
  await client.destroy();
});
