// Random numbers that are the same in every run.

export interface Random {
  /** A whole number from `least` to `most`. */
  among(least: number, most: number): number;
  /** A number from 0 to below 1. */
  share(): number;
  pick<T>(list: readonly T[]): T;
}

/** The sequence that belongs to a seed (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const share = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    share,
    among: (least, most) => least + Math.floor(share() * (most - least + 1)),
    pick(list) {
      const picked = list[Math.floor(share() * list.length)];
      if (picked === undefined) throw new RangeError('Nothing to pick from.');
      return picked;
    },
  };
}
