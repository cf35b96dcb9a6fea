// What the process does for itself once a day, beside the jobs of features.
import type { Context } from '../core/context.ts';
import { forgetSettledBefore } from '../core/outbox-store.ts';
import type { Job } from '../discord/feature.ts';
import { backupJob } from './backup-job.ts';

/** Settled effects explain what was done for this long, in ms. */
const SETTLED_KEPT_MS = 30 * 86_400_000;

export const housekeeping: readonly Job[] = [
  backupJob,
  {
    name: 'forget settled effects',
    schedule: '37 4 * * *',
    async run({ db, clock, log }: Context) {
      const forgotten = await db.write(async (tx) => forgetSettledBefore(tx, clock.now() - SETTLED_KEPT_MS));
      log.info({ feature: 'outbox', forgotten }, 'settled effects forgotten');
    },
  },
];
