// Which words must be there for a phrase to be said, and whether they are.
import type { KnownWord } from './vocabulary.rules.ts';

/** Sets of words, one of which is taken in any case, and how many messages hold such a word, as a guess. */
export interface Cut {
  /** By their numbers. */
  readonly sets: ReadonlySet<number>;
  readonly commonness: number;
}

/** Whoever says a phrase takes a word of each of these, the rarest first; nothing is known where there is none. */
export type Need = readonly Cut[];

/** What a part of a phrase stands for: a set of single words, if there are any, and phrases of several words. */
export interface Alternatives {
  readonly set: number | undefined;
  readonly phrases: readonly string[];
}

/** Nothing is taken in any case. */
const NONE: Cut = { sets: new Set(), commonness: Infinity };

/** Parts that take no word, or no certain one, or may be left out. */
const UNCERTAIN = /^(?:\(.*|[<>,_]|\.\.)$/;

/** Finds what phrases of one language need. */
export class Needs {
  readonly #partsOf: (phrase: string) => readonly string[];
  readonly #read: (part: string) => Alternatives;
  readonly #commonness: (set: number) => number;
  readonly #known = new Map<string, Cut>();

  /** `partsOf` cuts a phrase in parts, `read` says what a part stands for, `commonness` how common a set's words are. */
  constructor(how: {
    partsOf: (phrase: string) => readonly string[];
    read: (part: string) => Alternatives;
    commonness: (set: number) => number;
  }) {
    this.#partsOf = how.partsOf;
    this.#read = how.read;
    this.#commonness = how.commonness;
  }

  /** Of each part of a phrase that is taken in any case, the rarest words. */
  of(phrase: string): Need {
    const parts = this.#partsOf(phrase).filter((part) => !UNCERTAIN.test(part));
    const cuts = parts.map((part) => this.#cut(part)).filter(({ commonness }) => commonness < Infinity);
    return cuts.sort((a, b) => a.commonness - b.commonness);
  }

  #cut(part: string): Cut {
    const known = this.#known.get(part);
    if (known) return known;
    const { set, phrases } = this.#read(part);
    const ways = phrases.map((phrase) => this.of(phrase)[0] ?? NONE);
    const sets = new Set([...(set === undefined ? [] : [set]), ...ways.flatMap((way) => [...way.sets])]);
    const cut = ways.includes(NONE) ? NONE : { sets, commonness: this.#sum(sets) };
    this.#known.set(part, cut);
    return cut;
  }

  #sum(sets: ReadonlySet<number>): number {
    return [...sets].reduce((sum, set) => sum + this.#commonness(set), 0);
  }
}

/**
 * What certain phrases need, held against the words of a text: first `begin`, then `meet` each word, then ask whether
 * all is there that one of the phrases needs.
 */
export class NeededWords {
  /** By the number of a set, the cuts that it belongs to; they are numbered as well. */
  readonly #cuts = new Map<number, number[]>();
  /** By the number of a word, as far as that has been asked. */
  readonly #cutsOfWords = new Map<number, readonly number[]>();
  /** By the number of a cut, each need of which it is the rarest, as the numbers of its cuts. */
  readonly #needs: (readonly number[])[][] = [];
  /** By the number of a cut, in which look it was met last. */
  readonly #met: Uint32Array;
  #look = 0;
  /** Cuts that were met in this look and are the rarest that something needs. */
  #rarest: number[] = [];
  /** Some phrase needs nothing: it may be in any text. */
  readonly isOpen: boolean;

  constructor(needs: readonly Need[]) {
    const numbers = new Map<string, number>();
    for (const need of needs) {
      const cuts = need.map(({ sets }) => this.#numberOf(sets, numbers));
      const [rarest] = cuts;
      if (rarest !== undefined) this.#needs[rarest]?.push(cuts);
    }
    this.#met = new Uint32Array(numbers.size);
    this.isOpen = needs.some((need) => need.length === 0);
  }

  #numberOf(sets: ReadonlySet<number>, numbers: Map<string, number>): number {
    const key = [...sets].join();
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const number = numbers.size;
    numbers.set(key, number);
    this.#needs.push([]);
    for (const set of sets) {
      const others = this.#cuts.get(set);
      if (others) others.push(number);
      else this.#cuts.set(set, [number]);
    }
    return number;
  }

  /** The cuts that a word belongs to. */
  cutsOf({ number, sets }: KnownWord): readonly number[] {
    const known = this.#cutsOfWords.get(number);
    if (known) return known;
    const cuts = [...new Set(sets.flatMap((set) => this.#cuts.get(set) ?? []))];
    this.#cutsOfWords.set(number, cuts);
    return cuts;
  }

  /** Whether one of these cuts is the rarest that something needs: where there is no such word, nothing is said. */
  tells(cuts: readonly number[]): boolean {
    return cuts.some((cut) => this.#needs[cut]?.length);
  }

  /** Begins a look at some words; what was met before is forgotten. */
  begin(): void {
    this.#look += 1;
    this.#rarest = [];
  }

  /** Takes up a word of the text, by the cuts that it belongs to. */
  meet(cuts: readonly number[]): void {
    for (const cut of cuts) {
      if (this.#met[cut] === this.#look) continue;
      this.#met[cut] = this.#look;
      if (this.#needs[cut]?.length) this.#rarest.push(cut);
    }
  }

  /** Whether the words met so far are all that some phrase needs. */
  areMet(): boolean {
    return this.isOpen || this.#rarest.some((cut) => this.#needs[cut]?.some((cuts) => this.#areAllMet(cuts)));
  }

  #areAllMet(cuts: readonly number[]): boolean {
    for (const cut of cuts) if (this.#met[cut] !== this.#look) return false;
    return true;
  }
}
