// Finds the phrases of all languages in a message, in one pass.
import { type Need, NeededWords } from './needed-words.rules.ts';
import { type LanguageWords, PhraseGraph } from './phrase-graph.rules.ts';
import { PhraseWalk } from './phrase-walk.rules.ts';
import { Steps } from './steps.rules.ts';
import { Telltales } from './telltales.rules.ts';
import type { Token } from './tokens.rules.ts';
import { type KnownWord, Vocabulary } from './vocabulary.rules.ts';

/** A phrase in a message: what it tells, in which language, and the tokens from `start` to before `end`. */
export interface Found<Meaning extends string> {
  readonly meaning: Meaning;
  readonly language: string;
  readonly start: number;
  readonly end: number;
}

/** A few milliseconds of learning. */
const SPELLINGS_AT_ONCE = 1_000;

/** What there is to read messages with. */
interface Learnt<Meaning extends string> {
  readonly vocabulary: Vocabulary;
  readonly walk: PhraseWalk<Meaning>;
  /** For what is sought. */
  readonly needed: NeededWords;
  readonly telltales: Telltales;
}

/**
 * All phrases of all languages. A message costs a look-up or two for each of its words. Phrases are short and `..` is
 * bounded: reading is linear.
 */
export class PhraseBook<Meaning extends string> {
  readonly #learning: Generator<void, Learnt<Meaning>>;
  #learnt: Learnt<Meaning> | undefined;

  /**
   * Where one text has two meanings, the later of `meanings` wins; of equals the first language's. Messages without any
   * phrase of the meanings that are `sought` can be told quickly (see `mayTell`).
   */
  constructor(
    meanings: readonly Meaning[],
    languages: readonly LanguageWords<Meaning>[],
    sought: readonly Meaning[] = [],
  ) {
    this.#learning = learn(meanings, languages, sought);
  }

  /**
   * Writes a small part of the graph; false when all is written. That takes a third of a second, which a start need not
   * wait for, and nobody should at once: whoever reads earlier waits for the rest.
   */
  learnSome(): boolean {
    if (this.#learnt) return false;
    const { done, value } = this.#learning.next();
    if (done) this.#learnt = value;
    return !done;
  }

  #all(): Learnt<Meaning> {
    for (;;) {
      if (this.#learnt) return this.#learnt;
      this.learnSome();
    }
  }

  /**
   * Whether a message may hold a phrase of a meaning that is sought; if not, it holds none. Takes its text folded, or as
   * it was written if that is ASCII. Costs a fraction of reading it.
   */
  mayTell(text: string): boolean {
    return this.#all().telltales.mayBeIn(text);
  }

  /**
   * The phrases of a message in order. At each place the longest one counts, and its words belong to no other.
   * No phrase goes beyond its sentence.
   */
  findPhrases(tokens: readonly Token[]): Found<Meaning>[] {
    const { vocabulary, walk } = this.#all();
    return [...phrasesIn(tokens, knownWords(tokens, vocabulary), walk)];
  }

  /** The same up to the last sentence that may hold a phrase of a meaning that is sought; none if there is no such one. */
  phrasesUpToSought(tokens: readonly Token[]): Iterable<Found<Meaning>> {
    const { vocabulary, walk, needed } = this.#all();
    const words = knownWords(tokens, vocabulary);
    return phrasesIn(tokens, words, walk, lastEndOf(needed, tokens, words));
  }
}

/** Learns in small parts: the phrases of one meaning in one language, or some spellings. */
function* learn<Meaning extends string>(
  meanings: readonly Meaning[],
  languages: readonly LanguageWords<Meaning>[],
  sought: readonly Meaning[],
): Generator<void, Learnt<Meaning>> {
  const vocabulary = new Vocabulary();
  const steps = new Steps();
  const graph = new PhraseGraph(meanings, vocabulary, steps);
  const needs: Need[] = [];
  for (const words of languages) {
    for (const written of graph.add(words)) {
      if (sought.includes(written.meaning)) needs.push(...written.needs());
      yield;
    }
  }
  const needed = new NeededWords(needs);
  const telltales = new Telltales(needed);
  yield;
  let added = 0;
  for (const spelling of needs.length > 0 ? vocabulary.spellings() : []) {
    telltales.add(spelling);
    added += 1;
    if (added % SPELLINGS_AT_ONCE === 0) yield;
  }
  steps.close();
  yield;
  return { vocabulary, needed, telltales, walk: new PhraseWalk(meanings, steps, graph) };
}

/** The known words of some tokens, each at its place. */
type Words = readonly (KnownWord | undefined)[];

const knownWords = (tokens: readonly Token[], vocabulary: Vocabulary): Words =>
  tokens.map((token) => (token.stop ? undefined : vocabulary.find(token.word)));

/** Where the last sentence ends that may hold what is needed; 0 if none may. */
function lastEndOf(needed: NeededWords, tokens: readonly Token[], words: Words): number {
  let end = tokens.length;
  needed.begin();
  for (let at = tokens.length - 1; at >= -1; at -= 1) {
    const word = words[at];
    if (word) needed.meet(needed.cutsOf(word));
    if (at >= 0 && !tokens[at]?.stop) continue;
    if (needed.areMet()) return end;
    end = at;
    needed.begin();
  }
  return 0;
}

function* phrasesIn<Meaning extends string>(
  tokens: readonly Token[],
  words: Words,
  walk: PhraseWalk<Meaning>,
  end = tokens.length,
): Generator<Found<Meaning>, void> {
  let start = 0;
  while (start < end) {
    const phrase = words[start] && walk.longestAt(tokens, words, start);
    if (phrase)
      yield { meaning: phrase.told.meaning, language: phrase.told.language, start, end: phrase.end };
    start = phrase ? phrase.end : start + 1;
  }
}
