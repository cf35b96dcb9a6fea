// The world's time: a base clock that tests may move forward, and alarms that follow it.

/** How often an alarm is looked at again when the base clock stands still (real ms). */
const RECHECK_MS = 25;
/** Node's timers hold no more. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

interface Alarm {
  at: number;
  ring: () => void;
}

export class Clock {
  readonly #base: () => number;
  #ahead = 0;
  #alarms = new Set<Alarm>();
  #timer: NodeJS.Timeout | undefined;
  /** When the timer is set for. */
  #nextAt = Number.POSITIVE_INFINITY;

  constructor(base: () => number) {
    this.#base = base;
  }

  /** ms since 1970. An arrow, so that it can be handed on. */
  now = (): number => this.#base() + this.#ahead;

  /** Moves time forward and rings what became due, earliest first. */
  advance(ms: number): void {
    this.#ahead += ms;
    this.#ringDue();
  }

  /** Rings once the world's time reaches `at`; the returned function calls it off. */
  alarm(at: number, ring: () => void): () => void {
    const alarm = { at, ring };
    this.#alarms.add(alarm);
    if (at < this.#nextAt) this.#arm();
    return () => {
      this.#alarms.delete(alarm);
    };
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#alarms.clear();
  }

  #ringDue(): void {
    const now = this.now();
    const due = [...this.#alarms].filter((alarm) => alarm.at <= now).sort((a, b) => a.at - b.at);
    for (const alarm of due) {
      if (this.#alarms.delete(alarm)) alarm.ring();
    }
    this.#arm();
  }

  #arm(): void {
    clearTimeout(this.#timer);
    this.#nextAt = Number.POSITIVE_INFINITY;
    for (const { at } of this.#alarms) this.#nextAt = Math.min(this.#nextAt, at);
    if (this.#alarms.size === 0) return;
    const wait = Math.min(Math.max(this.#nextAt - this.now(), RECHECK_MS), LONGEST_TIMER_MS);
    this.#timer = setTimeout(() => this.#ringDue(), wait);
    this.#timer.unref();
  }
}
