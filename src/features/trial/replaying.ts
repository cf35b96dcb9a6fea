// Has rules replayed by a worker thread.
import { Worker } from 'node:worker_threads';
import type { Context } from '../../core/context.ts';
import type { Preview, PreviewOrder } from './preview.ts';
import type { Worth } from './replay.rules.ts';
import type { Work } from './worker.ts';

export function previewOf(ctx: Context, order: PreviewOrder): Promise<Preview> {
  return start<Preview>({ ...order, databasePath: ctx.config.databasePath, what: 'preview' });
}

export function worthOf(ctx: Context, order: PreviewOrder): Promise<ReadonlyMap<number, Worth>> {
  return start<ReadonlyMap<number, Worth>>({
    ...order,
    databasePath: ctx.config.databasePath,
    what: 'worth',
  });
}

function start<T>(work: Work): Promise<T> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: work });
    // Our own worker sends nothing else.
    worker.once('message', (answer: T) => resolve(answer));
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The worker ended with ${code} and no result.`)));
  });
}
