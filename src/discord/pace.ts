// How fast one member may keep Laurel busy: enough for anybody's hands, too little to slow others down.

/** Members remembered; those longest unseen are forgotten first, and have their whole allowance again. */
const MOST_REMEMBERED = 10_000;
const MINUTE_MS = 60_000;

export type Verdict = 'go' | 'tooFast' | 'stillTooFast';

interface Allowance {
  left: number;
  at: number;
  /** They were told already. */
  told: boolean;
}

/** An allowance per key that fills up again with time. */
export class Pace {
  readonly #atOnce: number;
  readonly #perMinute: number;
  readonly #allowances = new Map<string, Allowance>();

  constructor(allowance: { atOnce: number; perMinute: number }) {
    this.#atOnce = allowance.atOnce;
    this.#perMinute = allowance.perMinute;
  }

  /** Takes one of the allowance at a moment (ms). `tooFast` the first time that none is left, `stillTooFast` until there is. */
  take(key: string, now: number): Verdict {
    const known = this.#allowances.get(key) ?? { left: this.#atOnce, at: now, told: false };
    // What comes late takes nothing back.
    const passed = Math.max(0, now - known.at);
    const left = Math.min(this.#atOnce, known.left + (passed * this.#perMinute) / MINUTE_MS);
    const goes = left >= 1;
    this.#remember(key, {
      left: goes ? left - 1 : left,
      at: Math.max(now, known.at),
      told: !goes,
    });
    if (goes) return 'go';
    return known.told ? 'stillTooFast' : 'tooFast';
  }

  get remembered(): number {
    return this.#allowances.size;
  }

  #remember(key: string, allowance: Allowance): void {
    this.#allowances.delete(key);
    this.#allowances.set(key, allowance);
    if (this.#allowances.size <= MOST_REMEMBERED) return;
    const [longestUnseen] = this.#allowances.keys();
    if (longestUnseen !== undefined) this.#allowances.delete(longestUnseen);
  }
}
