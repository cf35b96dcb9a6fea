// Runs the jobs of features and of the process by their cron patterns, and waits for those under way when it stops.
import { Cron } from 'croner';
import type { Context } from '../core/context.ts';
import type { Job } from '../discord/feature.ts';

export interface ScheduledJob {
  /** Whose job it is, for the log. */
  feature: string;
  job: Job;
}

/** Starts to run these jobs when they are due, each once at a time. `stop` begins none any more and waits for the rest. */
export function startJobs(ctx: Context, jobs: readonly ScheduledJob[]): { stop(): Promise<void> } {
  const underWay = new Set<Promise<void>>();
  const run = async ({ feature, job }: ScheduledJob) => {
    try {
      await job.run(ctx);
    } catch (err) {
      ctx.log.error({ feature, job: job.name, err }, 'a job failed');
    }
  };
  const crons = jobs.map(
    (scheduled) =>
      new Cron(scheduled.job.schedule, { timezone: 'UTC', protect: true, unref: true }, async () => {
        const running = run(scheduled);
        underWay.add(running);
        await running;
        underWay.delete(running);
      }),
  );
  return {
    async stop() {
      for (const cron of crons) cron.stop();
      await Promise.all(underWay);
    },
  };
}
