// Finds the phrases of all languages in a message, in one pass.

import type { Need } from './needed-words.rules.ts';
import { type LanguageWords, PhraseGraph, type Step, type Told } from './phrase-graph.rules.ts';
import { marksOf, Telltales } from './telltales.rules.ts';
import type { Token } from './tokens.rules.ts';
import { type KnownWord, Vocabulary } from './vocabulary.rules.ts';

/** A phrase in a message: what it tells, in which language, and the tokens from `start` to before `end`. */
export interface Found<Meaning extends string> {
  readonly meaning: Meaning;
  readonly language: string;
  readonly start: number;
  readonly end: number;
}

/** What may come next where a word stands in a certain way (after a comma, at the beginning of a clause). */
interface Crossing<Meaning extends string> {
  /** Where any word leads. */
  readonly any: readonly Step<Meaning>[];
  /** Where a word of a set leads, by the number of the set. */
  readonly bySet: ReadonlyMap<number, readonly Step<Meaning>[]>;
  /** By the sets that lead on, as far as that has been asked: most words are in none of them, and are alike here. */
  readonly ways: Map<string, Reached<Meaning> | 'nowhere'>;
}

/** All the steps that the words read so far may have led to, and what they have told. */
interface Reached<Meaning extends string> {
  readonly steps: readonly Step<Meaning>[];
  /** By how the next word stands, as far as that has been asked. */
  readonly crossings: Map<number, Crossing<Meaning>>;
  /** Told by the words alone. */
  readonly told: Told<Meaning> | undefined;
  /** Told where the clause ends here. */
  readonly toldAtEnd: Told<Meaning> | undefined;
  /** Where the next word leads, as far as that has been asked. */
  readonly next: Map<number, Reached<Meaning> | 'nowhere'>;
}

/** No book has so many. */
const MOST_LANGUAGES = 1_000;
/** How many ways on are remembered before all are forgotten and learnt anew: some megabytes. */
const MOST_REMEMBERED = 50_000;

/**
 * All phrases of all languages. What has once been worked out for a word at a place is remembered, so a message
 * costs a look-up or two for each of its words. Phrases are short and `..` is bounded: reading is linear.
 */
export class PhraseBook<Meaning extends string> {
  readonly #vocabulary = new Vocabulary();
  readonly #meanings: readonly Meaning[];
  readonly #graph: PhraseGraph<Meaning>;
  readonly #learning: Generator<void, void>;
  readonly #telltales = new Telltales();
  #hasLearnt = false;
  #known = new Map<string, Reached<Meaning>>();
  #beginning: Reached<Meaning>;
  #remembered = 0;

  /**
   * Where one text has two meanings, the later of `meanings` wins; of equals the first language's. Messages without any
   * phrase of the meanings that are `sought` can be told quickly (see `mayTell`).
   */
  constructor(
    meanings: readonly Meaning[],
    languages: readonly LanguageWords<Meaning>[],
    sought: readonly Meaning[] = [],
  ) {
    this.#meanings = meanings;
    this.#graph = new PhraseGraph(meanings, this.#vocabulary);
    this.#learning = this.#learn(languages, sought);
    this.#beginning = this.#reach([this.#graph.first]);
  }

  /**
   * Writes a small part of the graph; false when all is written. That takes a third of a second, which a start need not
   * wait for, and nobody should at once: whoever reads earlier waits for the rest.
   */
  learnSome(): boolean {
    if (!this.#hasLearnt) this.#hasLearnt = this.#learning.next().done === true;
    return !this.#hasLearnt;
  }

  *#learn(languages: readonly LanguageWords<Meaning>[], sought: readonly Meaning[]): Generator<void, void> {
    const needs: (Need | undefined)[][] = [];
    for (const words of languages) {
      const ofLanguage: (Need | undefined)[] = [];
      needs.push(ofLanguage);
      for (const written of this.#graph.add(words)) {
        if (sought.includes(written.meaning)) ofLanguage.push(...written.needs());
        yield;
      }
    }
    this.#tellBy(needs);
    this.#forget();
  }

  /** By what the phrases of each language need. */
  #tellBy(needs: readonly (readonly (Need | undefined)[])[]): void {
    if (needs.flat().includes(undefined)) this.#telltales.giveUp();
    const marks = marksOf(needs.map((some) => some.filter((need) => need !== undefined)));
    for (const { spelling, sets, right } of this.#vocabulary.spellings()) {
      if (right) this.#telltales.addRight(spelling);
      for (const set of sets) {
        const its = marks.get(set);
        if (its) this.#telltales.add(spelling, its);
      }
    }
  }

  /**
   * Whether a message may hold a phrase of a meaning that is sought; if not, it holds none. Takes its text folded, or as
   * it was written if that is ASCII. Costs a fraction of reading it.
   */
  mayTell(text: string): boolean {
    while (this.learnSome());
    return this.#telltales.mayBeIn(text);
  }

  /**
   * The phrases of a message in order. At each place the longest one counts, and its words belong to no other.
   * No phrase goes beyond its sentence.
   */
  findPhrases(tokens: readonly Token[]): Found<Meaning>[] {
    while (this.learnSome());
    if (this.#remembered > MOST_REMEMBERED) this.#forget();
    const words = tokens.map((token) => (token.stop ? undefined : this.#vocabulary.find(token.word)));
    const found: Found<Meaning>[] = [];
    let position = 0;
    while (position < tokens.length) {
      const phrase = words[position] && this.#longestAt(tokens, words, position);
      if (phrase) found.push(phrase);
      position = phrase ? phrase.end : position + 1;
    }
    return found;
  }

  #longestAt(
    tokens: readonly Token[],
    words: readonly (KnownWord | undefined)[],
    start: number,
  ): Found<Meaning> | undefined {
    let reached: Reached<Meaning> | 'nowhere' = this.#beginning;
    let told: Told<Meaning> | undefined;
    let end = start;
    for (let position = start; position < tokens.length; position += 1) {
      const token = tokens[position];
      if (token === undefined || token.stop) break;
      reached = this.#follow(reached, token, words[position]);
      if (reached === 'nowhere') break;
      const next = tokens[position + 1];
      const closes = next === undefined || next.opens || next.stop;
      const toldHere = closes ? reached.toldAtEnd : reached.told;
      if (toldHere === undefined) continue;
      told = toldHere;
      end = position + 1;
    }
    return told && { meaning: told.meaning, language: told.language, start, end };
  }

  #follow(from: Reached<Meaning>, token: Token, word: KnownWord | undefined): Reached<Meaning> | 'nowhere' {
    const standing = (token.opens ? 2 : 0) + (token.parted ? 1 : 0);
    const way = (word?.number ?? 0) * 4 + standing;
    const known = from.next.get(way);
    if (known !== undefined) return known;
    const crossing = from.crossings.get(standing) ?? this.#cross(from, token);
    from.crossings.set(standing, crossing);
    const sets = word === undefined ? [] : word.sets.filter((set) => crossing.bySet.has(set));
    const reached = this.#goOn(crossing, sets);
    from.next.set(way, reached);
    this.#remembered += 1;
    return reached;
  }

  #goOn(crossing: Crossing<Meaning>, sets: readonly number[]): Reached<Meaning> | 'nowhere' {
    const key = sets.join();
    const known = crossing.ways.get(key);
    if (known !== undefined) return known;
    const steps = [...crossing.any, ...sets.flatMap((set) => crossing.bySet.get(set) ?? [])];
    const reached = steps.length === 0 ? 'nowhere' : this.#reach(steps);
    crossing.ways.set(key, reached);
    return reached;
  }

  /** What may come next. Past a comma only those steps go on that allow for one. */
  #cross(from: Reached<Meaning>, token: Token): Crossing<Meaning> {
    const mayGoOn = !token.parted || from === this.#beginning;
    const allowed = mayGoOn ? from.steps : from.steps.flatMap((step) => step.overBreak);
    const here = closure(allowed, (step) => [
      ...step.free,
      ...step.overBreak,
      ...(token.opens ? step.atStart : []),
    ]);
    const any: Step<Meaning>[] = [];
    const bySet = new Map<number, Step<Meaning>[]>();
    for (const step of here) {
      any.push(...step.any);
      for (const { set, to } of step.words) {
        const others = bySet.get(set);
        if (others) others.push(to);
        else bySet.set(set, [to]);
      }
    }
    return { any, bySet, ways: new Map() };
  }

  #reach(steps: readonly Step<Meaning>[]): Reached<Meaning> {
    const all = [...closure(steps, (step) => step.free)];
    const key = all
      .map((step) => step.number)
      .sort((a, b) => a - b)
      .join();
    const known = this.#known.get(key);
    if (known) return known;
    const atEnd = closure(all, (step) => [...step.free, ...step.overBreak, ...step.atEnd]);
    const reached = {
      steps: all,
      told: this.#winner(all),
      toldAtEnd: this.#winner(atEnd),
      crossings: new Map(),
      next: new Map(),
    };
    this.#known.set(key, reached);
    return reached;
  }

  /** Of what several steps tell, the meaning that wins over the others; of equals the first language's. */
  #winner(steps: Iterable<Step<Meaning>>): Told<Meaning> | undefined {
    let winner: Told<Meaning> | undefined;
    for (const { told } of steps) {
      if (told === undefined) continue;
      if (winner === undefined || this.#rank(told) > this.#rank(winner)) winner = told;
    }
    return winner;
  }

  /** The later meaning is above, and among equals the earlier language. */
  #rank({ meaning, order }: Told<Meaning>): number {
    return this.#meanings.indexOf(meaning) - order / MOST_LANGUAGES;
  }

  #forget(): void {
    this.#known = new Map();
    this.#remembered = 0;
    this.#beginning = this.#reach([this.#graph.first]);
  }
}

/** All steps that can be reached from some, these included, by ways that take no word. */
function closure<Meaning extends string>(
  steps: Iterable<Step<Meaning>>,
  waysOn: (step: Step<Meaning>) => readonly Step<Meaning>[],
): Set<Step<Meaning>> {
  const reached = new Set(steps);
  for (const step of reached) for (const next of waysOn(step)) reached.add(next);
  return reached;
}
