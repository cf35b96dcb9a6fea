// Turns at an even pace: a few at once after a quiet time, then one after the other; who is waited for comes first.
import type { Cancel, Clock } from '../core/clock.ts';

/** How many turns are given at once after a quiet time, and how long it takes from one to the next otherwise, ms. */
export interface Rhythm {
  atOnce: number;
  everyMs: number;
  /** So many of those at once are kept for whoever is waited for. */
  kept: number;
}

/** Whether somebody waits for what is done in a turn. Among those of the same kind: first come, first served. */
export type Rank = 'waitedFor' | 'spare';

type Take = (isGiven: boolean) => void;

export class Turns {
  readonly #clock: Clock;
  readonly #rhythm: Rhythm;
  readonly #waitedFor: Take[] = [];
  readonly #spare: Take[] = [];
  /** When all that were given would have come evenly, ms: it is ahead of the time by those that came at once. */
  #evenAt = 0;
  #wake: Cancel | undefined;
  #isClosed = false;

  constructor(clock: Clock, rhythm: Rhythm) {
    this.#clock = clock;
    this.#rhythm = rhythm;
  }

  /** Resolves when it is one's turn, with true; with false when none are given any more. */
  take(rank: Rank): Promise<boolean> {
    if (this.#isClosed) return Promise.resolve(false);
    return new Promise((resolve) => {
      (rank === 'waitedFor' ? this.#waitedFor : this.#spare).push(resolve);
      this.#go();
    });
  }

  /** How long whoever is waited for and comes now waits for a turn, ms. */
  get waitMs(): number {
    return Math.max(0, this.#dueInMs('waitedFor') + this.#waitedFor.length * this.#rhythm.everyMs);
  }

  /** Gives no more turns: whoever waits is sent away. */
  close(): void {
    this.#isClosed = true;
    this.#wake?.();
    for (const waiting of [this.#waitedFor, this.#spare])
      for (const sendAway of waiting.splice(0)) sendAway(false);
  }

  get #next(): Rank | undefined {
    if (this.#waitedFor.length > 0) return 'waitedFor';
    return this.#spare.length > 0 ? 'spare' : undefined;
  }

  /** In how many ms the next turn is due to one of these; not above 0 when it is. */
  #dueInMs(rank: Rank): number {
    const { atOnce, everyMs, kept } = this.#rhythm;
    const now = this.#clock.now();
    return Math.max(this.#evenAt, now) - now - (atOnce - 1 - (rank === 'spare' ? kept : 0)) * everyMs;
  }

  #go(): void {
    const now = this.#clock.now();
    const { atOnce, everyMs } = this.#rhythm;
    // A clock that was set back does not hold anybody up for longer than all turns at once would.
    this.#evenAt = Math.min(Math.max(this.#evenAt, now), now + atOnce * everyMs);
    let next = this.#next;
    for (; next && this.#dueInMs(next) <= 0; next = this.#next) {
      this.#evenAt += everyMs;
      (next === 'waitedFor' ? this.#waitedFor : this.#spare).shift()?.(true);
    }
    this.#wake?.();
    this.#wake = next && this.#clock.after(this.#dueInMs(next), () => this.#go());
  }
}
