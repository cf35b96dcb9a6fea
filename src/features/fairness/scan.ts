// Has a server's recognitions looked through by a worker thread.
import { Worker } from 'node:worker_threads';
import type { Context } from '../../core/context.ts';
import type { ScanOrder } from './scan-worker.ts';
import type { Suspicion } from './signals.rules.ts';

/** Recognitions of so many days are looked at: what was arranged shows within weeks. */
const DAYS_LOOKED_AT = 90;
const DAY_MS = 86_400_000;

/** Rows are read, counted and forgotten: a small nursery, in MB, keeps a million of them from piling up before they are swept. */
const NURSERY_MB = 4;

/** What looks arranged in a server. Nothing is written; throws what the worker failed of. */
export function lookThrough(ctx: Context, guildId: string): Promise<Suspicion[]> {
  const since = ctx.clock.now() - DAYS_LOOKED_AT * DAY_MS;
  return scan({ databasePath: ctx.config.databasePath, guildId, since });
}

/** Starts the worker and waits for what it found. */
export function scan(order: ScanOrder): Promise<Suspicion[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./scan-worker.ts', import.meta.url), {
      workerData: order,
      resourceLimits: { maxYoungGenerationSizeMb: NURSERY_MB },
    });
    // Our own worker sends nothing else.
    worker.once('message', (suspicions: Suspicion[]) => resolve(suspicions));
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The worker ended with ${code} and no result.`)));
  });
}
