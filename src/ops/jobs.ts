// Runs the jobs of features and of the process by their cron patterns, and waits for those under way when it stops.
import { Cron } from 'croner';
import type { Cancel } from '../core/clock.ts';
import type { Context } from '../core/context.ts';
import { endVisits } from '../core/server-rounds.ts';
import type { Job } from '../discord/feature.ts';

/** The clock is looked at this often at least, so that a machine that slept, or was set, is not late by more, in ms. */
const LOOK_EVERY_MS = 60_000;

export interface ScheduledJob {
  /** Whose job it is, for the log. */
  feature: string;
  job: Job;
}

/**
 * Runs these jobs when they are due by the context's clock (patterns are in UTC), each once at a time; what was due
 * several times meanwhile is run once. `stop` begins none any more and waits for the rest.
 */
export function startJobs(ctx: Context, jobs: readonly ScheduledJob[]): { stop(): Promise<void> } {
  const underWay = new Map<ScheduledJob, Promise<void>>();
  const waiting = new Map<ScheduledJob, Cancel>();

  const run = async (scheduled: ScheduledJob): Promise<void> => {
    const { feature, job } = scheduled;
    try {
      await job.run(ctx);
    } catch (err) {
      ctx.log.error({ feature, job: job.name, err }, 'a job failed');
    } finally {
      underWay.delete(scheduled);
    }
  };
  const waitFor = (scheduled: ScheduledJob, pattern: Cron): void => {
    const now = ctx.clock.now();
    const due = pattern.nextRun(new Date(now))?.getTime();
    if (due === undefined) return;
    const look = (): void => {
      if (ctx.clock.now() >= due && !underWay.has(scheduled)) underWay.set(scheduled, run(scheduled));
      waitFor(scheduled, pattern);
    };
    waiting.set(scheduled, ctx.clock.after(Math.min(due - now, LOOK_EVERY_MS), look));
  };
  for (const scheduled of jobs) waitFor(scheduled, new Cron(scheduled.job.schedule, { timezone: 'UTC' }));

  return {
    async stop() {
      for (const callOff of waiting.values()) callOff();
      await Promise.all([endVisits(ctx), ...underWay.values()]);
    },
  };
}
