// Jobs by the clock: one that fails is logged, and one under way is waited for when the bot stops.
import { expect, test } from 'vitest';
import { startJobs } from '../../src/ops/jobs.ts';
import { testContext } from '../support/context.ts';

const EVERY_SECOND = '* * * * * *';

test('stopping waits for a job under way', async () => {
  const { ctx } = testContext();
  const begun = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  const events: string[] = [];
  const job = {
    name: 'slow',
    schedule: EVERY_SECOND,
    async run() {
      begun.resolve();
      await goOn.promise;
      events.push('job done');
    },
  };
  const jobs = startJobs(ctx, [{ feature: 'test', job }]);
  await begun.promise;
  const stopped = jobs.stop().then(() => events.push('stopped'));
  await new Promise((resolve) => setImmediate(resolve));
  expect(events).toEqual([]);
  goOn.resolve();
  await stopped;
  expect(events).toEqual(['job done', 'stopped']);
});

test('a job that fails is logged', async () => {
  const { ctx, log } = testContext();
  const begun = Promise.withResolvers<void>();
  const job = {
    name: 'broken',
    schedule: EVERY_SECOND,
    async run() {
      begun.resolve();
      throw new Error('a bug');
    },
  };
  const jobs = startJobs(ctx, [{ feature: 'test', job }]);
  await begun.promise;
  await jobs.stop();
  expect(log.lines.map(({ feature, job: name, msg }) => [feature, name, msg])).toEqual([
    ['test', 'broken', 'a job failed'],
  ]);
});
