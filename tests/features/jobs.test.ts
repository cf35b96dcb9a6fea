// Jobs of all features: what fails in one server is done in the others all the same.
import { expect, test } from 'vitest';
import type { SettingsStore } from '../../src/core/settings.ts';
import { features } from '../../src/features.ts';
import { testContext } from '../support/context.ts';
import { fillEveryTable } from '../support/filled.ts';

const ANN = '200000000000000001';
const HERE = '300000000000000001';
const THERE = '300000000000000002';

/** They have one limit for all servers together, and go from one to the next. */
const SHARE_A_LIMIT = ['questions: put solved threads away', 'leaderboard: let periods go'];

const jobs = features
  .flatMap(({ name, jobs: its = [] }) => its.map((job) => ({ ...job, name: `${name}: ${job.name}` })))
  .filter(({ name }) => !SHARE_A_LIMIT.includes(name));

/**
 * Runs a job where two servers have a row of everything; returns of which servers it wanted to know the settings. Those of
 * a broken one nobody can read.
 */
async function run(job: (typeof jobs)[number], broken?: string): Promise<string[]> {
  const { ctx, path } = testContext();
  for (const guildId of [HERE, THERE]) fillEveryTable(path, guildId, ANN);
  const wanted = new Set<string>();
  const of: SettingsStore['of'] = async (guildId) => {
    wanted.add(guildId);
    if (guildId === broken) throw new Error('Nobody can read that.');
    return ctx.settings.of(guildId);
  };
  const settings = new Proxy(ctx.settings, {
    get: (store, name) => {
      if (name === 'of') return of;
      const its: unknown = Reflect.get(store, name);
      return typeof its === 'function' ? its.bind(store) : its;
    },
  });
  await job.run({ ...ctx, settings });
  return [...wanted].sort();
}

test('every job goes on in the next server', { timeout: 60_000 }, async () => {
  const goes: string[] = [];
  for (const job of jobs) {
    const wanted = await run(job);
    expect([job.name, await run(job, HERE)]).toEqual([job.name, wanted]);
    if (wanted.length === 2) goes.push(job.name);
  }
  // Some do not look at settings: of those nothing is shown here.
  expect(goes).toEqual(
    expect.arrayContaining([
      'rising: compare roles with the truth',
      'attention: keep boards',
      'attention: tell digests',
      'helpers: bring questions to helpers',
      'recap: tell recaps',
      'fairness: look for fair play',
    ]),
  );
});
