// Turns the phrases of all languages into one graph of steps from word to word.

import { type Alternatives, type Need, Needs } from './needed-words.rules.ts';
import { fold, tokenise } from './tokens.rules.ts';
import type { Vocabulary } from './vocabulary.rules.ts';

/**
 * The words of one language, sorted by what they tell; one phrase a line, lines with `#` are remarks. In a phrase, `a|b` is either word,
 * `[a b|c]` either of these, `(a|b c)` either or none, `{name}` any member of a set, `_` any word, `..` up to three
 * words, `@` a mention, `<` and `>` the beginning and the end of a clause, and `,` a place where a comma may stand:
 * a phrase leaves its clause only there. Accents and capitals are free. `~word` also stands for its usual slips,
 * `*end` for every word with that ending that stands in no phrase itself (see `vocabulary.rules.ts`).
 */
export type LanguageWords<Meaning extends string> = Readonly<Record<Meaning, string>> & {
  /** ISO 639-1. */
  readonly language: string;
  /** Phrases that may stand in each other's place, parted by commas; a set may use the sets above it. */
  readonly sets: Readonly<Record<string, string>>;
};

/** What has been said when a step is reached. */
export interface Told<Meaning extends string> {
  readonly meaning: Meaning;
  readonly language: string;
  /** The how-many-th language it is. */
  readonly order: number;
}

/** Next steps where the next word must be of a set, by the number of that set (see Vocabulary). */
export interface WordWay<Meaning extends string> {
  readonly set: number;
  readonly to: Step<Meaning>;
}

/** A place within phrases, and the ways on from it. Only `words` and `any` take a word of the message. */
export interface Step<Meaning extends string> {
  readonly number: number;
  words: readonly WordWay<Meaning>[];
  any: readonly Step<Meaning>[];
  free: readonly Step<Meaning>[];
  atStart: readonly Step<Meaning>[];
  atEnd: readonly Step<Meaning>[];
  overBreak: readonly Step<Meaning>[];
  told: Told<Meaning> | undefined;
}

/** The phrases of a meaning in one language were written; `needs` says what each of them needs. */
export interface Written<Meaning extends string> {
  readonly meaning: Meaning;
  needs(): readonly (Need | undefined)[];
}

/** There are tens of thousands of steps, and nearly all have one way on: a list is made where there is something in it. */
const NONE: readonly never[] = Object.freeze([]);

function and<T>(list: readonly T[], one: T): readonly T[] {
  if (list === NONE) return [one];
  // Whatever is not NONE was made here.
  (list as T[]).push(one);
  return list;
}

/** As much of a language as reading one phrase takes. */
type Spoken = Pick<LanguageWords<never>, 'language' | 'sets'>;

/** How many words `..` may stand for. */
const GAP = 3;

const trimmed = (parts: readonly string[]): string[] =>
  parts.map((part) => part.trim()).filter((part) => part !== '');
const phrasesOf = (list: string): string[] =>
  trimmed(list.split('\n')).filter((line) => !line.startsWith('#'));
const membersOf = (list: string): string[] => trimmed(list.split(/[,\n]/));
/** The parts of a phrase: words, signs, and groups in brackets. */
const partsOf = (phrase: string): string[] => phrase.match(/\([^()]*\)|\[[^[\]]*\]|[^\s()[\]]+/g) ?? [];
/** Whether an alternative is more than a word and must be read as a phrase of its own. */
const isPhrase = (alternative: string): boolean => /[\s<>,_{([|]|\.\./.test(alternative);

/** Whether all parts of a phrase are optional or take no word. */
const mayBeNothing = (phrase: string): boolean =>
  partsOf(phrase).every((part) => /^(?:\(.*|[<>,]|\.\.)$/.test(part));

/** Writes the phrases of one language after another, each from its end: those that end alike share the steps of their end. */
export class PhraseGraph<Meaning extends string> {
  readonly first: Step<Meaning>;
  readonly #meanings: readonly Meaning[];
  readonly #vocabulary: Vocabulary;
  readonly #read = new Map<string, Alternatives>();
  /** By the step that follows and the part; of the language that is being written, as is what was read. */
  readonly #written = new Map<string, Step<Meaning>>();
  #steps = 0;
  #languages = 0;

  constructor(meanings: readonly Meaning[], vocabulary: Vocabulary) {
    this.#meanings = meanings;
    this.#vocabulary = vocabulary;
    this.first = this.#newStep();
  }

  /**
   * Writes a language, one meaning at each step; what its phrases need (see `Needs`) can be asked until the next one.
   * Refuses an unknown set and a phrase that could be no word at all.
   */
  *add(words: LanguageWords<Meaning>): Generator<Written<Meaning>, void> {
    const { language } = words;
    const needs = new Needs({
      partsOf,
      read: (part) => this.#alternatives(part, words),
      commonness: (set) => this.#vocabulary.commonness(set),
    });
    this.#languages += 1;
    for (const meaning of this.#meanings) {
      const end = this.#newStep();
      end.told = { meaning, language, order: this.#languages };
      const phrases = phrasesOf(words[meaning]);
      const starts = phrases.map((phrase) => {
        if (mayBeNothing(phrase)) throw new Error(`"${phrase}" (${language}) may be no word at all`);
        return this.#before(end, phrase, words);
      });
      this.first.free = [...this.first.free, ...new Set(starts)];
      yield { meaning, needs: () => phrases.map((phrase) => needs.of(phrase)) };
    }
    this.#read.clear();
    this.#written.clear();
  }

  #newStep(): Step<Meaning> {
    this.#steps += 1;
    return {
      number: this.#steps,
      words: NONE,
      any: NONE,
      free: NONE,
      atStart: NONE,
      atEnd: NONE,
      overBreak: NONE,
      told: undefined,
    };
  }

  /** The step from which a phrase leads to another one. */
  #before(to: Step<Meaning>, phrase: string, words: Spoken): Step<Meaning> {
    return partsOf(phrase).reduceRight((next, part) => this.#beforePart(next, part, words), to);
  }

  #beforePart(to: Step<Meaning>, part: string, words: Spoken): Step<Meaning> {
    const key = `${to.number} ${part}`;
    const known = this.#written.get(key);
    if (known) return known;
    const from = this.#newStep();
    this.#writePart(from, to, part, words);
    if (part.startsWith('(')) from.free = and(from.free, to);
    this.#written.set(key, from);
    return from;
  }

  #writePart(from: Step<Meaning>, to: Step<Meaning>, part: string, words: Spoken): void {
    if (part === '<') from.atStart = and(from.atStart, to);
    else if (part === '>') from.atEnd = and(from.atEnd, to);
    else if (part === ',') from.overBreak = and(from.overBreak, to);
    else if (part === '_') from.any = and(from.any, to);
    else if (part === '..') this.#writeGap(from, to);
    else this.#writeAlternatives(from, to, part, words);
  }

  #writeGap(from: Step<Meaning>, to: Step<Meaning>): void {
    let last = from;
    for (let count = 0; count < GAP; count += 1) {
      last.free = and(last.free, to);
      const next = this.#newStep();
      last.any = and(last.any, next);
      last = next;
    }
    last.free = and(last.free, to);
  }

  /** Single words take one step together; alternatives of several words take their own way. */
  #writeAlternatives(from: Step<Meaning>, to: Step<Meaning>, part: string, words: Spoken): void {
    const { set, phrases } = this.#alternatives(part, words);
    for (const phrase of phrases) from.free = and(from.free, this.#before(to, phrase, words));
    if (set !== undefined) from.words = and(from.words, { set, to });
  }

  /** What `a|{name}` stands for: a set of single words, and phrases. */
  #alternatives(part: string, words: Spoken): Alternatives {
    const key = part.replace(/^[([]|[)\]]$/g, '');
    const known = this.#read.get(key);
    if (known) return known;
    const members = key.split('|').flatMap((alternative) => membersIn(alternative, words));
    const spoken = members.map((member) => (isPhrase(member) ? member : plainWords(member)));
    if (spoken.includes(''))
      throw new Error(`The words of ${words.language} hold nothing between | in "${part}"`);
    const single = spoken.filter((member) => !isPhrase(member));
    const set = single.length === 0 ? undefined : this.#vocabulary.numberOf(single);
    const alternatives = { set, phrases: spoken.filter(isPhrase) };
    this.#read.set(key, alternatives);
    return alternatives;
  }
}

function membersIn(alternative: string, words: Spoken): string[] {
  const name = /^\{([^{}]+)\}$/.exec(alternative)?.[1];
  if (name === undefined) return [alternative];
  const members = words.sets[name];
  if (members === undefined) throw new Error(`The words of ${words.language} have no set {${name}}`);
  return membersOf(members);
}

/** A phrase as it will be met in messages, word by word; a leading "~" or "*" is kept. Signs alone are no word. */
function plainWords(written: string): string {
  const mark = /^[~*]/.exec(written)?.[0] ?? '';
  const spoken = tokenise(fold(written.slice(mark.length))).map((token) => token.word);
  return spoken.length === 0 ? '' : mark + spoken.join(' ');
}
