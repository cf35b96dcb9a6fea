// Time as the simulation has it: it stands still until it passes, and now and then the clock jumps.
import type { Cancel, Clock } from '../../src/core/clock.ts';

interface WakeUp {
  at: number;
  wake: () => void;
}

export class SimulatedTime {
  #now: number;
  #waiting = new Set<WakeUp>();

  constructor(start: number) {
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  /** A clock of one life: when that ends, what it wanted to be woken for is forgotten. */
  clock(isAlive: () => boolean): Clock {
    return {
      now: () => this.#now,
      after: (ms, wake): Cancel => {
        const one = { at: this.#now + ms, wake: () => (isAlive() ? wake() : undefined) };
        this.#waiting.add(one);
        return () => this.#waiting.delete(one);
      },
    };
  }

  /** Moves time forward and wakes whoever is due, earliest first. */
  pass(ms: number): void {
    this.#now += ms;
    const due = [...this.#waiting].filter(({ at }) => at <= this.#now).sort((a, b) => a.at - b.at);
    for (const one of due) if (this.#waiting.delete(one)) one.wake();
  }

  /** Somebody sets the machine's clock, forward or (less than nothing) back: timers go by the time that really passes. */
  jump(ms: number): void {
    this.#now += ms;
    for (const one of this.#waiting) one.at += ms;
  }

  /** How long until the next wake-up; nothing when nobody waits. */
  untilNext(): number | undefined {
    const times = [...this.#waiting].map(({ at }) => at);
    return times.length === 0 ? undefined : Math.max(0, Math.min(...times) - this.#now);
  }
}
