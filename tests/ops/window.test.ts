// Health and metrics: what is asked for over HTTP, with the bot at work; what turns it red; and a port that is taken.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import * as z from 'zod';
import { Health } from '../../src/ops/health.ts';
import { openWindow } from '../../src/ops/http.ts';
import { Metrics } from '../../src/ops/metrics.ts';
import { watch } from '../../src/ops/watch.ts';
import { startTestBot } from '../support/bot.ts';
import { testContext } from '../support/context.ts';
import { testLog } from '../support/log.ts';
import { calm, startTown } from '../support/town.ts';

const OPS = fileURLToPath(new URL('../../ops/', import.meta.url));

async function openedWindow(metrics: Metrics, health?: Health) {
  const log = testLog();
  const window = await openWindow({ port: 0, log: log.log, metrics, health: () => health });
  onTestFinished(() => window.close());
  const ask = async (path: string, init: RequestInit = {}) => {
    const answer = await fetch(`${window.url}${path}`, init);
    return { status: answer.status, text: await answer.text() };
  };
  return { window, ask, log };
}

/** The value of a metric with these labels, as it is printed. */
function readOff(text: string, metric: string): number | undefined {
  const line = text.split('\n').find((one) => one.startsWith(`${metric} `));
  return line === undefined ? undefined : Number(line.slice(metric.length + 1));
}

test('the metrics tell what the bot did', async () => {
  const town = await startTown();
  const metrics = new Metrics();
  const { bot } = await startTestBot(town.discord, { observer: metrics });
  await watch(bot, metrics);
  const { ask } = await openedWindow(metrics);
  const { alice, bob, help } = town;
  metrics.addProcess();
  town.discord.weather.fail({
    method: 'PUT',
    route: /\/reactions\//,
    status: 429,
    retryAfter: 0.05,
    times: 1,
  });
  await alice.replies(await bob.says(help, 'Set PORT=8080.'), 'thank you');
  await alice.replies(await bob.says(help, 'And restart it.'), 'thanks again');
  await calm(bot, town);
  const own = await alice.runs('/thanks', { member: alice }, { in: help });
  expect(own.text).toContain('thanking yourself');
  const { text } = await ask('/metrics');
  const value = (metric: string) => readOff(text, metric);
  expect(value('laurel_gateway_events_total{type="MESSAGE_CREATE"}')).toBe(4);
  expect(value('laurel_recognitions_total{kind="thanks"}')).toBe(1);
  expect(value('laurel_thanks_refused_total{reason="pairTooSoon"}')).toBe(1);
  expect(value('laurel_refusals_total{reason="self"}')).toBe(1);
  expect(value('laurel_effect_steps_total{kind="react",step="done"}')).toBe(1);
  expect(value('laurel_effects_waiting{age="1m"}')).toBe(0);
  expect(value('laurel_connected')).toBe(1);
  expect(value('laurel_database_trouble')).toBe(0);
  expect(value('laurel_catch_ups')).toBe(0);
  expect(value('laurel_handling_seconds_count{feature="thanks",kind="event"}')).toBeGreaterThanOrEqual(4);
  expect(value('laurel_handling_failures_total{feature="thanks",kind="event"}')).toBe(undefined);
  expect(value('laurel_cache_entries{cache="guilds"}')).toBe(1);
  expect(value('laurel_database_bytes{file="database"}')).toBeGreaterThan(0);
  expect(value('laurel_database_bytes{file="wal"}')).toBeGreaterThan(4096);
  expect(value('laurel_rest_answers_total{status="204"}')).toBeGreaterThanOrEqual(1);
  expect(text).toMatch(/^laurel_info\{version="\d+\.\d+\.\d+"\} 1$/m);
  expect(text).toMatch(/^laurel_rest_limits_total\{scope="\w+"\} 1$/m);
  expect(value('laurel_gateway_ping_seconds')).toBeGreaterThanOrEqual(0);
  expect(value('laurel_effects_oldest_seconds')).toBe(0);
  expect(value('laurel_catch_up_lag_seconds')).toBe(0);
  expect(value('laurel_disk_free_bytes')).toBeGreaterThan(0);
  expect(value('nodejs_eventloop_lag_seconds')).toBeGreaterThanOrEqual(0);
  // Asked again, what was counted is not counted twice.
  expect(readOff((await ask('/metrics')).text, 'laurel_recognitions_total{kind="thanks"}')).toBe(1);
});

test('alive, ready, and red for each thing that is not as it should be', async () => {
  const { ctx, clock, path } = testContext();
  let connected = true;
  const health = new Health({ ...ctx, isConnected: () => connected });
  const { ask } = await openedWindow(new Metrics(), health);
  const ready = async () => {
    const { status, text } = await ask('/readyz');
    const { status: _words, ...checks } = z.record(z.string(), z.string()).parse(JSON.parse(text));
    return [status, ...Object.entries(checks).flatMap(([name, said]) => (said === 'ok' ? [] : [name, said]))];
  };
  expect(await ask('/healthz')).toEqual({ status: 200, text: '{"status":"alive"}\n' });
  expect(await ready()).toEqual([200]);

  connected = false;
  expect(await ready()).toEqual([503, 'discord', 'Discord is not connected.']);
  connected = true;

  const task = ctx.catchUp.begin('1', clock.now() - 90_000);
  expect(await ready()).toEqual([503, 'catchUp', expect.stringContaining('(servers: 1, 90 s behind)')]);
  task.over({ complete: true });

  await ctx.db.write((tx) =>
    ctx.outbox.enqueue(tx, {
      kind: 'react',
      payload: { channelId: '1', messageId: '2', emoji: '🌿' },
      guildId: '1',
      dedupeKey: 'a',
      lane: 'a',
    }),
  );
  expect(await ready()).toEqual([200]);
  clock.advance(6 * 60_000);
  expect(await ready()).toEqual([
    503,
    'outbox',
    expect.stringContaining('What is owed to Discord is not sent'),
  ]);
  ctx.outbox.start();
  await ctx.outbox.whenIdle();
  expect(await ready()).toEqual([200]);

  // Another process holds the file: the check does not wait for as long as a writer would.
  const other = new Sqlite(path);
  other.exec('BEGIN IMMEDIATE');
  clock.advance(6_000);
  expect(await ready()).toEqual([503, 'database', expect.stringContaining('The database does not answer')]);
  other.exec('COMMIT');
  other.close();
  clock.advance(6_000);
  expect(await ready()).toEqual([200]);

  ctx.db.noteDamage();
  expect(await ask('/healthz')).toEqual({ status: 503, text: expect.stringContaining('it is damaged') });
  clock.advance(6_000);
  expect(await ready()).toEqual([503, 'database', expect.stringContaining('it is damaged')]);
});

test('it is red while what was missed is being looked up, and green again afterwards', async () => {
  const town = await startTown();
  const { alice, bob, help, discord } = town;
  const before = await startTestBot(discord);
  await calm(before.bot, town);
  await before.stop();
  discord.advance(90_000);
  const thanks = await alice.replies(await bob.says(help, 'Set PORT=8080.'), 'thank you');
  const trouble = discord.weather.hang({ method: 'GET', route: /\/channels\/\d+\/messages$/ });
  const { bot } = await startTestBot(discord, { databasePath: before.databasePath });
  const health = new Health({ ...bot.ctx, isConnected: () => bot.isConnected() });
  const { ask } = await openedWindow(new Metrics(), health);
  await discord.until(() => trouble.hits > 0, { hint: 'it asks for what was missed' });
  const during = await ask('/readyz');
  expect([during.status, during.text]).toEqual([503, expect.stringContaining('still being looked up')]);
  expect(bot.ctx.catchUp.figures(town.guild.id).lagMs).toBeGreaterThanOrEqual(90_000);
  trouble.end();
  await discord.until(() => thanks.reactions.size > 0, { hint: 'what was missed is signed' });
  await calm(bot, town);
  expect((await ask('/readyz')).status).toBe(200);
  expect(bot.ctx.catchUp.lastOf(town.guild.id)).toMatchObject({ complete: true });
});

test('while the bot starts it is alive and not ready; and there is nothing else to be had', async () => {
  const { ask } = await openedWindow(new Metrics());
  expect(await ask('/healthz')).toEqual({ status: 200, text: '{"status":"alive"}\n' });
  expect(await ask('/readyz')).toEqual({ status: 503, text: '{"status":"starting"}\n' });
  expect((await ask('/metrics')).status).toBe(200);
  expect((await ask('/')).status).toBe(404);
  expect((await ask('/__proto__')).status).toBe(404);
  expect((await ask('/healthz', { method: 'POST' })).status).toBe(404);
});

test('a port that is taken is a warning, and nothing worse', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  onTestFinished(() => void other.close());
  const { port } = other.address() as AddressInfo; // it listens on TCP
  const log = testLog();
  const window = await openWindow({ port, log: log.log, metrics: new Metrics(), health: () => undefined });
  expect(window.url).toBeUndefined();
  expect(log.lines.map(({ level, msg }) => [level, msg])).toEqual([
    [
      40,
      expect.stringContaining(
        `port ${port} is not free. Laurel runs without them; set HTTP_PORT to another port`,
      ),
    ],
  ]);
  await window.close();
});

test('the dashboard and the alerts name only metrics that there are, and every metric of ours is on the dashboard', () => {
  const metrics = new Metrics();
  metrics.addProcess();
  const names = metrics.names();
  const bare = (name: string) => name.replace(/_(bucket|sum|count)$/, '');
  const named = (file: string) =>
    [...readFileSync(OPS + file, 'utf8').matchAll(/\b(?:laurel|nodejs|process)_\w+/g)].map(([name]) => name);
  const shown = named('grafana-dashboard.json');
  const alerted = named('alerts.yml');
  expect(shown.length).toBeGreaterThan(15);
  expect(alerted.length).toBeGreaterThan(8);
  const unknown = [...shown, ...alerted].filter(
    (name) => !names.includes(name) && !names.includes(bare(name)),
  );
  expect(unknown).toEqual([]);
  const ours = names.filter((name) => name.startsWith('laurel_') && name !== 'laurel_info');
  expect(ours.filter((name) => !shown.map(bare).includes(name) && !shown.includes(name))).toEqual([]);
});

test('every alert is explained in the guide for operators', () => {
  const alerts = [...readFileSync(`${OPS}alerts.yml`, 'utf8').matchAll(/alert: (\w+)/g)].map(
    ([, name]) => name,
  );
  const guide = readFileSync(`${OPS}../docs/operations.md`, 'utf8');
  expect(alerts.length).toBeGreaterThan(5);
  expect(alerts.filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
});
