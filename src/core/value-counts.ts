// How many people hold each value of a board, so that how many have more is a sum over the few values above.

/** Values from the highest down, each with those who hold it; those with nothing are on no board. */
export class ValueCounts {
  readonly #values: number[] = [];
  readonly #people: number[] = [];
  #all = 0;

  /** So many more, or fewer, hold a value. */
  add(value: number, by: number): void {
    if (value <= 0) return;
    const at = this.#placeOf(value);
    const before = this.#values[at] === value ? (this.#people[at] ?? 0) : 0;
    const after = Math.max(0, before + by);
    this.#all += after - before;
    if (before > 0 && after > 0) this.#people[at] = after;
    else if (after > 0) {
      this.#values.splice(at, 0, value);
      this.#people.splice(at, 0, after);
    } else if (before > 0) {
      this.#values.splice(at, 1);
      this.#people.splice(at, 1);
    }
  }

  /** How many have more than a value. */
  above(value: number): number {
    if (value <= 0) return this.#all;
    const end = this.#placeOf(value);
    let people = 0;
    for (let at = 0; at < end; at++) people += this.#people[at] ?? 0;
    return people;
  }

  /** Each value with how many hold it, highest first. */
  list(): readonly (readonly [value: number, people: number])[] {
    return this.#values.map((value, at) => [value, this.#people[at] ?? 0]);
  }

  /** Where a value stands or would stand: after all that are higher. */
  #placeOf(value: number): number {
    let [from, to] = [0, this.#values.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.#values[middle] ?? 0) > value) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}
