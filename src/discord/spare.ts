// Leaves room for those who wait: what nobody waits for is asked evenly over the time, and only while Discord would let others through as well.
import type { REST } from 'discord.js';
import { systemClock } from '../core/clock.ts';

/** Of the requests that Discord allows in a second over all routes, these are left to whoever waits for an answer. */
const LEFT_TO_OTHERS = 5;
const SECOND_MS = 1_000;
/** How far back a rest counts, ms: it ends with a few at once, not with many. */
const RESTED_MS = 50;
/** What was not asked in time is made up for later, as far back as this, ms: the process may have been busy, or the machine. */
const MADE_UP_FOR_MS = 300;
/** How soon it is looked again whether there is room, ms. */
const LOOK_AGAIN_MS = 5;

type Limits = Pick<REST, 'options' | 'globalReset' | 'globalRemaining'>;

class Spare {
  readonly #rest: Limits;
  readonly #most: number;
  readonly #waiting: (() => void)[] = [];
  /** When the last ones went, the earliest first, by the time of the machine, as discord.js counts what it asked. */
  readonly #went: number[] = [];
  #nextAt = 0;
  #isWoken = false;
  #lookedAt = 0;

  constructor(rest: Limits) {
    this.#rest = rest;
    this.#most = Math.max(1, rest.options.globalRequestsPerSecond - LEFT_TO_OTHERS);
  }

  turn(): Promise<void> {
    if (this.#waiting.length === 0) this.#nextAt = Math.max(this.#nextAt, systemClock.now() - RESTED_MS);
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      if (!this.#isWoken) this.#go();
    });
  }

  #go(): void {
    this.#isWoken = false;
    const now = systemClock.now();
    if (now < this.#lookedAt) this.#beginAnew(now);
    this.#lookedAt = now;
    this.#nextAt = Math.max(this.#nextAt, now - MADE_UP_FOR_MS);
    while (this.#waiting.length > 0 && this.#nextAt <= now && this.#hasRoom(now)) {
      this.#nextAt += SECOND_MS / this.#most;
      this.#went.push(now);
      this.#waiting.shift()?.();
    }
    if (this.#waiting.length === 0) return;
    this.#isWoken = true;
    systemClock.after(Math.max(LOOK_AGAIN_MS, this.#nextAt - now), () => this.#go());
  }

  /** The machine's clock was set back: by what is remembered, nothing would go until that time comes again. */
  #beginAnew(now: number): void {
    this.#went.fill(now);
    this.#nextAt = now;
  }

  /** Never too many in a second, whenever that begins: nobody knows where Discord's begin. */
  #hasRoom(now: number): boolean {
    while ((this.#went[0] ?? now) <= now - SECOND_MS) this.#went.shift();
    const { globalReset, globalRemaining } = this.#rest;
    // Discord's second ends within a second: a later end is from before the clock was set back.
    const isOfNow = globalReset >= now && globalReset <= now + SECOND_MS;
    return this.#went.length < this.#most && (!isOfNow || globalRemaining > LEFT_TO_OTHERS);
  }
}

const spares = new WeakMap<Limits, Spare>();

/** Resolves when a question to Discord that can wait may go, first come, first served. */
export function whenSpare(rest: Limits): Promise<void> {
  const known = spares.get(rest) ?? new Spare(rest);
  spares.set(rest, known);
  return known.turn();
}
