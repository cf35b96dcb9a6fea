// Pauses that let everything else have its turn.
import { setImmediate } from 'node:timers/promises';

/** So long small pieces of work go on without a pause, ms: some fifty messages that mean nothing, and far less than anybody notices who waits for an answer. */
export const STINT_MS = 1;

/** SQLite answers at once, so a long queue of work would run without a pause: what came in meanwhile goes first. */
export const breathe = (): Promise<void> => setImmediate();

/** For many small pieces of work: a pause after each of them would cost more than the piece. */
export class Stint {
  #began = performance.now();
  #pause: Promise<void> | undefined;

  /**
   * The pause that is due; nothing while little was done since the last one. Whoever asks meanwhile has the same one: they
   * all go on together, and each of them is to do at least one piece before it asks again.
   */
  get pause(): Promise<void> | undefined {
    if (this.#pause === undefined && performance.now() - this.#began >= STINT_MS)
      this.#pause = breathe().then(() => {
        this.#pause = undefined;
        this.#began = performance.now();
      });
    return this.#pause;
  }
}
