// Leaves room for those who wait: whatever nobody waits for is asked evenly over the time, and only while Discord would let others through as well.
import type { REST } from 'discord.js';
import { systemClock } from '../core/clock.ts';

/** Of the requests that Discord allows in a second over all routes, these are left to whoever waits for an answer. */
const LEFT_TO_OTHERS = 5;
const SECOND_MS = 1_000;
/** Questions that may go at once after a rest: more, and together with what others ask they were too many in a second. */
const AT_ONCE = 3;
/** How soon it is looked again whether there is room, ms. */
const LOOK_AGAIN_MS = 5;

class Spare {
  readonly #rest: REST;
  readonly #waiting: (() => void)[] = [];
  #nextAt = 0;
  #isWoken = false;

  constructor(rest: REST) {
    this.#rest = rest;
  }

  turn(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      if (!this.#isWoken) this.#go();
    });
  }

  /** By the time of the machine, as discord.js counts what it asked. */
  #go(): void {
    this.#isWoken = false;
    const { globalRequestsPerSecond } = this.#rest.options;
    const stepMs = SECOND_MS / Math.max(1, globalRequestsPerSecond - LEFT_TO_OTHERS);
    const now = systemClock.now();
    this.#nextAt = Math.max(this.#nextAt, now - AT_ONCE * stepMs);
    while (this.#waiting.length > 0 && this.#nextAt <= now && this.#hasRoom(now)) {
      this.#nextAt += stepMs;
      this.#waiting.shift()?.();
    }
    if (this.#waiting.length === 0) return;
    this.#isWoken = true;
    systemClock.after(Math.max(LOOK_AGAIN_MS, this.#nextAt - now), () => this.#go());
  }

  #hasRoom(now: number): boolean {
    const { globalReset, globalRemaining } = this.#rest;
    return globalReset < now || globalRemaining > LEFT_TO_OTHERS;
  }
}

const spares = new WeakMap<REST, Spare>();

/** Resolves when a question to Discord that can wait may go, first come, first served. */
export function whenSpare(rest: REST): Promise<void> {
  const known = spares.get(rest) ?? new Spare(rest);
  spares.set(rest, known);
  return known.turn();
}
