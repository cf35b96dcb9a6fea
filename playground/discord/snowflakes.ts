// Makes Discord's ids: sortable by time, unique within one world.

/** The first millisecond of 2015, from which Discord counts. */
const EPOCH = 1_420_070_400_000n;
const IDS_PER_MS = 1 << 22;

/** Hands out ever-growing ids, even when the clock stands still or steps back. */
export class Snowflakes {
  #ms = 0;
  #count = 0;

  /** The next id at this time (ms since 1970). */
  next(now: number): string {
    const ms = Math.max(Math.floor(now), this.#ms);
    this.#count = ms === this.#ms ? this.#count + 1 : 0;
    this.#ms = this.#count < IDS_PER_MS ? ms : ms + 1;
    if (this.#count === IDS_PER_MS) this.#count = 0;
    return (((BigInt(this.#ms) - EPOCH) << 22n) | BigInt(this.#count)).toString();
  }
}

/** When an id was made, in ms since 1970. */
export function timeOf(id: string): number {
  return Number((BigInt(id) >> 22n) + EPOCH);
}

/** Orders ids by age, oldest first; ids of equal length compare as text. */
export function compareIds(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
