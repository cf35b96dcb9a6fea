// A clock that stands still until it is moved, for rules and services.
import type { Clock } from '../../src/core/clock.ts';

export interface ManualClock extends Clock {
  /** Moves time forward and wakes whoever is due, earliest first. */
  advance(ms: number): void;
  /** How many wake-ups are asked for. */
  readonly waiting: number;
}

export function manualClock(start = Date.UTC(2026, 2, 2, 12)): ManualClock {
  let now = start;
  let waiting: { at: number; wake: () => void }[] = [];
  return {
    now: () => now,
    after(ms, wake) {
      const one = { at: now + ms, wake };
      waiting.push(one);
      return () => {
        waiting = waiting.filter((other) => other !== one);
      };
    },
    advance(ms) {
      now += ms;
      for (;;) {
        const next = waiting.filter((one) => one.at <= now).sort((a, b) => a.at - b.at)[0];
        if (!next) return;
        waiting = waiting.filter((one) => one !== next);
        next.wake();
      }
    },
    get waiting() {
      return waiting.length;
    },
  };
}
