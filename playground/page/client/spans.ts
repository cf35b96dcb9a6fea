// How high each message of a long list is, and where it begins: measured ones exactly, the others by a guess.

/** Positions in px from the top of the list. Changes cost nothing until somebody asks. */
export class Spans {
  readonly #guess: number;
  readonly #known = new Map<string, number>();
  #keys: readonly string[] = [];
  /** Where each begins, and at the end where the last one ends. */
  #tops = new Float64Array(1);
  /** From here on the positions are out of date. */
  #staleFrom = 0;

  constructor(guess: number) {
    this.#guess = guess;
  }

  /** The list as it is now. Heights are kept for keys that stay. */
  setKeys(keys: readonly string[]): void {
    this.#keys = keys;
    this.#tops = new Float64Array(keys.length + 1);
    this.#staleFrom = 0;
  }

  forget(): void {
    this.#known.clear();
    this.#staleFrom = 0;
  }

  /** Notes a height; true when it was thought to be another. */
  measured(index: number, height: number): boolean {
    const key = this.#keys[index];
    if (key === undefined || this.#known.get(key) === height) return false;
    this.#known.set(key, height);
    this.#staleFrom = Math.min(this.#staleFrom, index);
    return true;
  }

  topOf(index: number): number {
    this.#refresh();
    return this.#tops[Math.min(index, this.#keys.length)] ?? 0;
  }

  get total(): number {
    return this.topOf(this.#keys.length);
  }

  /** The message at this height; the nearest one for heights outside the list. */
  indexAt(y: number): number {
    this.#refresh();
    let [low, high] = [0, Math.max(0, this.#keys.length - 1)];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#tops[middle] ?? 0) <= y) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #refresh(): void {
    for (let index = this.#staleFrom; index < this.#keys.length; index += 1) {
      const height = this.#known.get(this.#keys[index] ?? '') ?? this.#guess;
      this.#tops[index + 1] = (this.#tops[index] ?? 0) + height;
    }
    this.#staleFrom = this.#keys.length;
  }
}
