// Has pictures drawn by a thread of their own, one after the other; whoever asks does without when that fails or takes too long.
import { Worker } from 'node:worker_threads';
import type { Context } from '../../core/context.ts';
import type { Picture } from './rules.ts';
import type { Drawn } from './worker.ts';

/** An answer waits no longer for its picture, ms; Discord waits 15 minutes, people do not. */
const LONGEST_MS = 8_000;
/** With more pictures than these under way, the next ones are left out. */
const MOST_WAITING = 8;
/** The thread ends after so long without a picture, ms: what draws takes memory, and the next picture is soon or not at all. */
const IDLE_MS = 60_000;

let thread: Worker | undefined;
let goodNight: NodeJS.Timeout | undefined;
let last: Promise<unknown> = Promise.resolve();
let waiting = 0;

/** The picture as an image, or nothing: then the words have to do. Never throws. */
export async function drawPicture(picture: Picture, log: Context['log']): Promise<Uint8Array | undefined> {
  if (waiting >= MOST_WAITING) return undefined;
  waiting += 1;
  const mine = last.then(() => drawInThread(picture));
  last = mine.catch(() => undefined);
  try {
    return await mine;
  } catch (err) {
    log.warn(
      { feature: 'pictures', kind: picture.kind, err },
      'a picture could not be drawn; words have to do',
    );
    return undefined;
  } finally {
    waiting -= 1;
  }
}

/** One picture at a time. A thread that fails is ended, and the next picture gets a new one. */
export async function drawInThread(picture: Picture): Promise<Uint8Array> {
  clearTimeout(goodNight);
  thread ??= begin();
  const worker = thread;
  worker.ref();
  const { promise, resolve, reject } = Promise.withResolvers<Drawn>();
  const ended = (code: number) => reject(new Error(`The drawing thread ended with ${code}.`));
  const tooLong = setTimeout(() => reject(new Error(`No picture within ${LONGEST_MS} ms.`)), LONGEST_MS);
  worker.on('message', resolve).on('error', reject).on('exit', ended);
  try {
    worker.postMessage(picture);
    const drawn = await promise;
    if ('failure' in drawn) throw new Error(drawn.failure);
    rest(worker);
    return drawn.image;
  } catch (err) {
    end(worker);
    throw err;
  } finally {
    clearTimeout(tooLong);
    worker.off('message', resolve).off('error', reject).off('exit', ended);
  }
}

function begin(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url));
}

/** It keeps no process alive while it has nothing to draw. */
function rest(worker: Worker): void {
  worker.unref();
  goodNight = setTimeout(() => end(worker), IDLE_MS).unref();
}

function end(worker: Worker): void {
  if (thread === worker) thread = undefined;
  void worker.terminate();
}
