// Which words a message must hold for a phrase to stand in it: the rarest that the phrase cannot do without.

/** Sets of words, by their numbers. Whoever says a phrase takes a word of one of `one`, and another of one of `other`. */
export interface Need {
  readonly one: ReadonlySet<number>;
  readonly other: ReadonlySet<number> | undefined;
}

/** What a part of a phrase stands for: a set of single words, if there are any, and phrases of several words. */
export interface Alternatives {
  readonly set: number | undefined;
  readonly phrases: readonly string[];
}

/** Words that are more common than this tell too little by themselves. */
const COMMON = 400;

/** Sets of words, one of which is taken in any case, and how many messages hold such a word, as a guess. */
interface Cut {
  readonly sets: ReadonlySet<number>;
  readonly commonness: number;
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

  /** Nothing where a phrase can be said with words that are not known. */
  of(phrase: string): Need | undefined {
    const [one = NONE, ...others] = this.#cuts(phrase);
    if (one === NONE) return undefined;
    if (one.commonness < COMMON) return { one: one.sets, other: undefined };
    const other = others.find(({ sets }) => sets.isDisjointFrom(one.sets));
    return { one: one.sets, other: other?.sets };
  }

  /** Of each part that is taken in any case, the rarest words; the rarest of all first. */
  #cuts(phrase: string): Cut[] {
    const parts = this.#partsOf(phrase).filter((part) => !UNCERTAIN.test(part));
    const cuts = parts.map((part) => this.#cut(part)).filter(({ commonness }) => commonness < Infinity);
    return cuts.sort((a, b) => a.commonness - b.commonness);
  }

  #cut(part: string): Cut {
    const known = this.#known.get(part);
    if (known) return known;
    const { set, phrases } = this.#read(part);
    const ways = phrases.map((phrase) => this.#cuts(phrase)[0] ?? NONE);
    const sets = new Set([...(set === undefined ? [] : [set]), ...ways.flatMap((way) => [...way.sets])]);
    const cut = ways.includes(NONE) ? NONE : { sets, commonness: this.#sum(sets) };
    this.#known.set(part, cut);
    return cut;
  }

  #sum(sets: ReadonlySet<number>): number {
    return [...sets].reduce((sum, set) => sum + this.#commonness(set), 0);
  }
}
