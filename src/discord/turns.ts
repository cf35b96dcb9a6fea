// Turns at an even pace: a few at once after a quiet time, then one after the other, first come, first served.
import type { Cancel, Clock } from '../core/clock.ts';

/** How many turns are given at once after a quiet time, and how long it takes from one to the next otherwise, ms. */
export interface Rhythm {
  atOnce: number;
  everyMs: number;
}

export class Turns {
  readonly #clock: Clock;
  readonly #rhythm: Rhythm;
  readonly #waiting: ((isGiven: boolean) => void)[] = [];
  /** When all that were given would have come evenly, ms: it is ahead of the time by those that came at once. */
  #evenAt = 0;
  #wake: Cancel | undefined;
  #isClosed = false;

  constructor(clock: Clock, rhythm: Rhythm) {
    this.#clock = clock;
    this.#rhythm = rhythm;
  }

  /** Resolves when it is one's turn, with true; with false when none are given any more. */
  take(): Promise<boolean> {
    if (this.#isClosed) return Promise.resolve(false);
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#go();
    });
  }

  /** Gives no more turns: whoever waits is sent away. */
  close(): void {
    this.#isClosed = true;
    this.#wake?.();
    for (const sendAway of this.#waiting.splice(0)) sendAway(false);
  }

  #go(): void {
    const now = this.#clock.now();
    const { atOnce, everyMs } = this.#rhythm;
    // A clock that was set back does not hold anybody up for longer than all turns at once would.
    this.#evenAt = Math.min(Math.max(this.#evenAt, now), now + atOnce * everyMs);
    while (this.#waiting.length > 0 && this.#evenAt + everyMs <= now + atOnce * everyMs) {
      this.#evenAt += everyMs;
      this.#waiting.shift()?.(true);
    }
    this.#wake?.();
    this.#wake = undefined;
    if (this.#waiting.length === 0) return;
    this.#wake = this.#clock.after(this.#evenAt - now - (atOnce - 1) * everyMs, () => this.#go());
  }
}
