// Turns the phrases of all languages into one graph of steps from word to word.
import { type Alternatives, type Need, Needs } from './needed-words.rules.ts';
import { ANY_WORD, AT_END, AT_START, FREE, OVER_BREAK, type Steps } from './steps.rules.ts';
import { fold, tokenise } from './tokens.rules.ts';
import type { Vocabulary } from './vocabulary.rules.ts';

/**
 * The words of one language, sorted by what they tell; one phrase a line, lines with `#` are remarks. In a phrase, `a|b`
 * is either word, `[a b|c]` either of these, `(a|b c)` either or none, `{name}` any member of a set, `_` any word, `..`
 * up to three words, `@` a mention, `<` and `>` the beginning and the end of a clause, and `,` a place where a comma may
 * stand: a phrase leaves its clause only there. Accents and capitals are free. `~word` also stands for its usual slips,
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

/** The phrases of a meaning in one language were written; `needs` says what each of them needs. */
export interface Written<Meaning extends string> {
  readonly meaning: Meaning;
  needs(): readonly Need[];
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
  /** The step before the first word. */
  readonly first: number;
  /** What has been said when a step is reached. */
  readonly told = new Map<number, Told<Meaning>>();
  readonly #meanings: readonly Meaning[];
  readonly #vocabulary: Vocabulary;
  readonly #steps: Steps;
  readonly #read = new Map<string, Alternatives>();
  /** By the step that follows and the part; of the language that is being written, as is what was read. */
  readonly #written = new Map<string, number>();
  #languages = 0;

  constructor(meanings: readonly Meaning[], vocabulary: Vocabulary, steps: Steps) {
    this.#meanings = meanings;
    this.#vocabulary = vocabulary;
    this.#steps = steps;
    this.first = steps.add();
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
      const end = this.#steps.add();
      this.told.set(end, { meaning, language, order: this.#languages });
      const phrases = phrasesOf(words[meaning]);
      const starts = phrases.map((phrase) => {
        if (mayBeNothing(phrase)) throw new Error(`"${phrase}" (${language}) may be no word at all`);
        return this.#before(end, phrase, words);
      });
      for (const start of new Set(starts)) this.#steps.leadOn(this.first, FREE, start);
      yield { meaning, needs: () => phrases.map((phrase) => needs.of(phrase)) };
    }
    this.#read.clear();
    this.#written.clear();
  }

  /** The step from which a phrase leads to another one. */
  #before(to: number, phrase: string, words: Spoken): number {
    return partsOf(phrase).reduceRight((next, part) => this.#beforePart(next, part, words), to);
  }

  #beforePart(to: number, part: string, words: Spoken): number {
    const key = `${to} ${part}`;
    const known = this.#written.get(key);
    if (known !== undefined) return known;
    const from = this.#steps.add();
    this.#writePart(from, to, part, words);
    if (part.startsWith('(')) this.#steps.leadOn(from, FREE, to);
    this.#written.set(key, from);
    return from;
  }

  #writePart(from: number, to: number, part: string, words: Spoken): void {
    if (part === '<') this.#steps.leadOn(from, AT_START, to);
    else if (part === '>') this.#steps.leadOn(from, AT_END, to);
    else if (part === ',') this.#steps.leadOn(from, OVER_BREAK, to);
    else if (part === '_') this.#steps.lead(from, ANY_WORD, to);
    else if (part === '..') this.#writeGap(from, to);
    else this.#writeAlternatives(from, to, part, words);
  }

  #writeGap(from: number, to: number): void {
    let last = from;
    for (let count = 0; count < GAP; count += 1) {
      this.#steps.leadOn(last, FREE, to);
      const next = this.#steps.add();
      this.#steps.lead(last, ANY_WORD, next);
      last = next;
    }
    this.#steps.leadOn(last, FREE, to);
  }

  /** Single words take one step together; alternatives of several words take their own way. */
  #writeAlternatives(from: number, to: number, part: string, words: Spoken): void {
    const { set, phrases } = this.#alternatives(part, words);
    for (const phrase of phrases) this.#steps.leadOn(from, FREE, this.#before(to, phrase, words));
    if (set !== undefined) this.#steps.lead(from, set, to);
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
