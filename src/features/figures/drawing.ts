// Has charts drawn by a worker thread, one after the other; whoever asks does without when that fails or takes too long.
import { Worker } from 'node:worker_threads';
import type { Context } from '../../core/context.ts';
import type { Chart } from './chart.rules.ts';

/** An answer waits no longer for its chart, ms; Discord waits 15 minutes, people do not. */
const LONGEST_MS = 8_000;
/** With more charts than these under way, the next ones are left out. */
const MOST_WAITING = 8;

let last: Promise<unknown> = Promise.resolve();
let waiting = 0;

/** The chart as an image (PNG), or nothing: then the words have to do. Never throws. */
export async function drawChart(chart: Chart, log: Context['log']): Promise<Uint8Array | undefined> {
  if (waiting >= MOST_WAITING) return undefined;
  waiting += 1;
  const mine = last.then(() => drawInWorker(chart));
  last = mine.catch(() => undefined);
  try {
    return await mine;
  } catch (err) {
    log.warn({ feature: 'figures', err }, 'a chart could not be drawn; the figures are told in words');
    return undefined;
  } finally {
    waiting -= 1;
  }
}

/** Starts a worker, which ends with its drawing: an image is rare, and what draws it takes memory. */
export function drawInWorker(chart: Chart): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./chart-worker.ts', import.meta.url), { workerData: chart });
    const tooLong = setTimeout(() => {
      reject(new Error(`No chart within ${LONGEST_MS} ms.`));
      void worker.terminate();
    }, LONGEST_MS);
    // Our own worker sends nothing else.
    worker.once('message', (png: Uint8Array) => resolve(png));
    worker.once('error', reject);
    worker.once('exit', (code) => {
      clearTimeout(tooLong);
      reject(new Error(`The worker ended with ${code} and no chart.`));
    });
  });
}
