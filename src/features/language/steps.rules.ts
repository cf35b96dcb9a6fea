// The steps that phrases are made of and the ways between them, as numbers in four arrays: there are tens of thousands.

/** What a way takes is a number: that of a set, for a word of it; this, for any word; or one below, for no word. */
export const ANY_WORD = -1;
/** Kinds of ways that take no word, a bit for each: open anywhere, at the start of a clause, at its end, over a comma. */
export const FREE = 1;
export const AT_START = 2;
export const AT_END = 4;
export const OVER_BREAK = 8;

/** What ways of a kind take, below all that take a word. */
const takingNone = (kind: number): number => ANY_WORD - kind;

/** Steps and ways, first written, then read. */
export class Steps {
  /** Ways as they were written. */
  #written: { from: number[]; takes: number[]; to: number[] } = { from: [], takes: [], to: [] };
  #count = 0;
  /** Where the ways of each step begin: those of one stand side by side. */
  #begins = new Int32Array(0);
  #takes = new Int32Array(0);
  #to = new Int32Array(0);
  /** In which search each step was met last. */
  #met = new Uint32Array(0);
  #search = 0;

  get count(): number {
    return this.#count;
  }

  add(): number {
    this.#count += 1;
    return this.#count - 1;
  }

  /** A way that takes a word of a set, or any. */
  lead(from: number, takes: number, to: number): void {
    this.#written.from.push(from);
    this.#written.takes.push(takes);
    this.#written.to.push(to);
  }

  /** A way that takes no word, of one of the kinds above. */
  leadOn(from: number, kind: number, to: number): void {
    this.lead(from, takingNone(kind), to);
  }

  /** Sorts what was written, for reading; nothing can be added then. */
  close(): void {
    const { from, takes, to } = this.#written;
    const begins = new Int32Array(this.#count + 1);
    for (const step of from) begins[step + 1] = (begins[step + 1] ?? 0) + 1;
    for (let step = 0; step < this.#count; step += 1)
      begins[step + 1] = (begins[step + 1] ?? 0) + (begins[step] ?? 0);
    const free = begins.slice();
    this.#takes = new Int32Array(from.length);
    this.#to = new Int32Array(from.length);
    from.forEach((step, way) => {
      const place = free[step] ?? 0;
      free[step] = place + 1;
      this.#takes[place] = takes[way] ?? 0;
      this.#to[place] = to[way] ?? 0;
    });
    this.#begins = begins;
    this.#met = new Uint32Array(this.#count);
    this.#written = { from: [], takes: [], to: [] };
  }

  /** Some steps, and all that can be reached from them by ways of these kinds. */
  reach(from: readonly number[], kinds: number): number[] {
    const reached: number[] = [];
    this.#search += 1;
    for (const step of from) this.#meet(step, reached);
    for (let at = 0; at < reached.length; at += 1) {
      const step = reached[at] ?? 0;
      const end = this.#begins[step + 1] ?? 0;
      for (let way = this.#begins[step] ?? 0; way < end; way += 1) {
        const kind = ANY_WORD - (this.#takes[way] ?? 0);
        if (kind > 0 && (kind & kinds) !== 0) this.#meet(this.#to[way] ?? 0, reached);
      }
    }
    return reached;
  }

  /** Where ways of one kind lead from some steps. */
  across(from: readonly number[], kind: number): number[] {
    const takes = takingNone(kind);
    const there: number[] = [];
    for (const step of from) {
      const end = this.#begins[step + 1] ?? 0;
      for (let way = this.#begins[step] ?? 0; way < end; way += 1)
        if (this.#takes[way] === takes) there.push(this.#to[way] ?? 0);
    }
    return there;
  }

  /** Where a word leads from some steps: `sets` are those that hold it, in ascending order. */
  take(from: readonly number[], sets: readonly number[]): number[] {
    const there: number[] = [];
    for (const step of from) {
      const end = this.#begins[step + 1] ?? 0;
      for (let way = this.#begins[step] ?? 0; way < end; way += 1) {
        const takes = this.#takes[way] ?? 0;
        if (takes === ANY_WORD || (takes >= 0 && isAmong(sets, takes))) there.push(this.#to[way] ?? 0);
      }
    }
    return there;
  }

  /** The ways from some steps that take a word: where they lead, by what they take. */
  leads(from: readonly number[]): Map<number, number[]> {
    const leads = new Map<number, number[]>();
    for (const step of from) {
      for (let way = this.#begins[step] ?? 0; way < (this.#begins[step + 1] ?? 0); way += 1) {
        const takes = this.#takes[way] ?? 0;
        if (takes < ANY_WORD) continue;
        const known = leads.get(takes);
        if (known) known.push(this.#to[way] ?? 0);
        else leads.set(takes, [this.#to[way] ?? 0]);
      }
    }
    return leads;
  }

  #meet(step: number, reached: number[]): void {
    if (this.#met[step] === this.#search) return;
    this.#met[step] = this.#search;
    reached.push(step);
  }
}

function isAmong(ascending: readonly number[], number: number): boolean {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return ascending[low] === number;
}
