// The one source of time: everything that asks "when is it" or "wake me later" asks a clock it was given.

/** A wake-up that can be called off. */
export type Cancel = () => void;

export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Calls `wake` once, after `ms` milliseconds; does not keep the process alive. */
  after(ms: number, wake: () => void): Cancel;
}

/** setTimeout holds a signed 32-bit number of milliseconds; a later wake-up is asked for again when it fires. */
const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, wake) {
    const timer = setTimeout(wake, Math.min(Math.max(ms, 0), LONGEST_TIMEOUT_MS));
    timer.unref();
    return () => clearTimeout(timer);
  },
};
