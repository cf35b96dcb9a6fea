// Jobs by the clock: run when due, once at a time; one that fails is logged, and one under way is waited for.
import { expect, test } from 'vitest';
import { PATIENCE_MS, visitServers } from '../../src/core/server-rounds.ts';
import { startJobs } from '../../src/ops/jobs.ts';
import { testContext } from '../support/context.ts';

const MINUTE = 60_000;
const EVERY_MINUTE = '* * * * *';
const EVERY_HOUR = '0 * * * *';

test('a job runs when it is due by the clock, and once for all the times that were passed over', async () => {
  const { ctx, clock } = testContext();
  const ran: string[] = [];
  const job = (name: string, schedule: string) => ({
    feature: 'test',
    job: { name, schedule, run: async () => void ran.push(name) },
  });
  const jobs = startJobs(ctx, [job('minutely', EVERY_MINUTE), job('hourly', EVERY_HOUR)]);
  const passed = async (ms: number) => {
    clock.advance(ms);
    await new Promise((resolve) => setImmediate(resolve));
    return ran.splice(0);
  };
  const toTheMinute = MINUTE - (clock.now() % MINUTE);
  expect(await passed(toTheMinute - 1)).toEqual([]);
  expect(await passed(1)).toEqual(['minutely']);
  expect(await passed(MINUTE / 2)).toEqual([]);
  expect((await passed(60 * MINUTE)).sort()).toEqual(['hourly', 'minutely']);
  await jobs.stop();
  expect(await passed(60 * MINUTE)).toEqual([]);
});

test('a job still under way is not begun again, and stopping waits for it', async () => {
  const { ctx, clock } = testContext();
  const goOn = Promise.withResolvers<void>();
  const events: string[] = [];
  const job = {
    name: 'slow',
    schedule: EVERY_MINUTE,
    async run() {
      events.push('begun');
      await goOn.promise;
      events.push('done');
    },
  };
  const jobs = startJobs(ctx, [{ feature: 'test', job }]);
  clock.advance(MINUTE);
  clock.advance(MINUTE);
  const stopped = jobs.stop().then(() => events.push('stopped'));
  await new Promise((resolve) => setImmediate(resolve));
  expect(events).toEqual(['begun']);
  goOn.resolve();
  await stopped;
  expect(events).toEqual(['begun', 'done', 'stopped']);
});

test('stopping waits for a server in which a job is still at work, though the job is over', async () => {
  const { ctx, clock } = testContext();
  const goOn = Promise.withResolvers<void>();
  const events: string[] = [];
  const job = {
    name: 'visit',
    schedule: EVERY_MINUTE,
    async run() {
      await visitServers(ctx, { feature: 'test', errand: 'visit' }, ['1'], () => goOn.promise);
      events.push('over');
    },
  };
  const jobs = startJobs(ctx, [{ feature: 'test', job }]);
  clock.advance(MINUTE);
  clock.advance(PATIENCE_MS);
  await new Promise((resolve) => setImmediate(resolve));
  const stopped = jobs.stop().then(() => events.push('stopped'));
  await new Promise((resolve) => setImmediate(resolve));
  expect(events).toEqual(['over']);
  goOn.resolve();
  await stopped;
});

test('a job that fails is logged, and runs again', async () => {
  const { ctx, clock, log } = testContext();
  const job = {
    name: 'broken',
    schedule: EVERY_MINUTE,
    run: () => Promise.reject(new Error('a bug')),
  };
  const jobs = startJobs(ctx, [{ feature: 'test', job }]);
  for (let minute = 0; minute < 2; minute++) {
    clock.advance(MINUTE);
    await new Promise((resolve) => setImmediate(resolve));
  }
  await jobs.stop();
  expect(log.lines.map(({ feature, job: name, msg }) => [feature, name, msg])).toEqual([
    ['test', 'broken', 'a job failed'],
    ['test', 'broken', 'a job failed'],
  ]);
});
