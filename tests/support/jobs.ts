// Jobs run when a test says so: those of one feature, one after the other, as their schedule would have them.
import type { Context } from '../../src/core/context.ts';
import type { Feature } from '../../src/discord/feature.ts';

/** Runs all jobs of a feature, and runs them again: what was done is not done twice. */
export async function runJobsTwice(ctx: Context, { jobs = [] }: Feature): Promise<void> {
  for (const job of [...jobs, ...jobs]) await job.run(ctx);
}
