// A book of phrases in all languages, and the search for the longest of them at a place in a message.

import { fold, type Token, tokenise } from './tokens.rules.ts';
import { Vocabulary } from './vocabulary.rules.ts';

/**
 * What a phrase tells: gratitude (`thanks`); gratitude for something certainly done, even where the message asks
 * for more (`thanksForDeed`); a sign that help has arrived (`answered`); a request, after which thanks are given in
 * advance (`asking`); words of thanks that are none (`notThanks`). Where one text has two meanings, the later wins.
 */
const MEANINGS = ['thanks', 'thanksForDeed', 'answered', 'asking', 'notThanks'] as const;
export type Meaning = (typeof MEANINGS)[number];

/**
 * The words of one language; one phrase a line, lines with `#` are remarks. In a phrase, `a|b` is either word,
 * `[a b|c]` either of these, `(a|b c)` either or none, `{name}` any member of a set, `_` any word, `..` up to three
 * words, `@` a mention, `<` and `>` the beginning and the end of a clause, and `,` a place where a comma may stand:
 * a phrase leaves its clause only there. Accents and capitals are free. `~word` also stands for its usual slips
 * (see `vocabulary.rules.ts`).
 */
export interface LanguageWords extends Readonly<Record<Meaning, string>> {
  /** ISO 639-1. */
  readonly language: string;
  /** Phrases that may stand in each other's place, parted by commas; a set may use the sets above it. */
  readonly sets: Readonly<Record<string, string>>;
}

/** A phrase found in a message; `end` is the index of the token after it. */
export interface Found {
  readonly meaning: Meaning;
  readonly language: string;
  readonly end: number;
}

/** One step in the tree of phrases. Only `next` and `any` take a word. */
interface Step {
  readonly next: Map<number, Step>;
  any?: Step;
  overBreak?: Step;
  atStart?: Step;
  atEnd?: Step;
  told?: { readonly meaning: Meaning; readonly language: string };
}

const newStep = (): Step => ({ next: new Map() });

/** How many words `..` may stand for. */
const GAP = 3;

const trimmed = (parts: readonly string[]): string[] =>
  parts.map((part) => part.trim()).filter((part) => part !== '');
const phrasesOf = (list: string): string[] =>
  trimmed(list.split('\n')).filter((line) => !line.startsWith('#'));
const membersOf = (list: string): string[] => trimmed(list.split(/[,\n]/));
/** The parts of a phrase: words, signs, and groups in brackets. */
const partsOf = (phrase: string): string[] => phrase.match(/\([^()]*\)|\[[^[\]]*\]|[^\s()[\]]+/g) ?? [];

/**
 * All phrases of all languages in one tree. Phrases are short and `..` is bounded, so the work at one token is
 * bounded too, and reading a message is linear in its length.
 */
export class PhraseBook {
  readonly #vocabulary = new Vocabulary();
  readonly #root = newStep();

  constructor(languages: readonly LanguageWords[]) {
    for (const words of languages) {
      for (const meaning of MEANINGS) {
        for (const phrase of phrasesOf(words[meaning])) this.#add(phrase, meaning, words);
      }
    }
  }

  /** The longest phrase that begins at token `start`; a phrase never goes beyond its sentence. */
  longestAt(tokens: readonly Token[], start: number): Found | undefined {
    let longest: Found | undefined;
    const follow = (step: Step, position: number, overBreak: boolean): void => {
      if (step.told && (longest === undefined || position > longest.end))
        longest = { ...step.told, end: position };
      const token = tokens[position];
      if (step.atStart && token?.opens) follow(step.atStart, position, true);
      if (step.atEnd && (token === undefined || token.opens || token.stop))
        follow(step.atEnd, position, false);
      if (step.overBreak) follow(step.overBreak, position, true);
      if (token === undefined || token.stop || (token.parted && !overBreak)) return;
      if (step.any) follow(step.any, position + 1, false);
      if (step.next.size === 0) return;
      for (const number of this.#vocabulary.numbersFor(token.word) ?? []) {
        const next = step.next.get(number);
        if (next) follow(next, position + 1, false);
      }
    };
    follow(this.#root, start, true);
    return longest;
  }

  #add(phrase: string, meaning: Meaning, words: LanguageWords): void {
    for (const last of this.#extend([this.#root], phrase, words)) {
      if (last === this.#root)
        throw new Error(`The ${words.language} phrase "${phrase}" may be no word at all`);
      const told = last.told;
      if (told && MEANINGS.indexOf(told.meaning) >= MEANINGS.indexOf(meaning)) continue;
      last.told = { meaning, language: words.language };
    }
  }

  /** Writes a phrase into the tree behind each of the given steps; returns the steps where it ends. */
  #extend(from: readonly Step[], phrase: string, words: LanguageWords): Step[] {
    let steps = [...from];
    for (const part of partsOf(phrase)) {
      const reached = this.#extendByPart(steps, part, words);
      steps = part.startsWith('(') ? [...steps, ...reached] : reached;
    }
    return [...new Set(steps)];
  }

  #extendByPart(steps: readonly Step[], part: string, words: LanguageWords): Step[] {
    if (part === '<') return steps.map((step) => (step.atStart ??= newStep()));
    if (part === '>') return steps.map((step) => (step.atEnd ??= newStep()));
    if (part === ',') return steps.map((step) => (step.overBreak ??= newStep()));
    if (part === '_') return steps.map((step) => (step.any ??= newStep()));
    if (part === '..') return extendByGap(steps);
    const { single, several } = this.#alternatives(part, words);
    const reached = several.flatMap((phrase) => this.#extend(steps, phrase, words));
    return single.length === 0 ? reached : [...reached, ...this.#extendByWords(steps, single)];
  }

  #extendByWords(steps: readonly Step[], alternatives: readonly string[]): Step[] {
    const number = this.#vocabulary.numberOf(alternatives);
    return steps.map((step) => {
      const next = step.next.get(number) ?? newStep();
      step.next.set(number, next);
      return next;
    });
  }

  /** What `a|{name}` stands for: single words, which take one step together, and phrases of several parts. */
  #alternatives(part: string, words: LanguageWords): { single: string[]; several: string[] } {
    const single: string[] = [];
    const several: string[] = [];
    for (const alternative of part.replace(/^[([]|[)\]]$/g, '').split('|')) {
      const members = /^\{[^{}]+\}$/.test(alternative)
        ? this.#members(alternative.slice(1, -1), words)
        : [alternative];
      for (const member of members) {
        if (/[\s<>_{([|]|\.\./.test(member)) several.push(member);
        else {
          const written = plainWords(member);
          if (written.length === 0) throw new Error(`The ${words.language} words hold nothing in ${part}`);
          if (written.length === 1) single.push(...written);
          else several.push(written.join(' '));
        }
      }
    }
    return { single, several };
  }

  #members(name: string, words: LanguageWords): string[] {
    const members = words.sets[name];
    if (members === undefined)
      throw new Error(`The ${words.language} words speak of an unknown set {${name}}`);
    return membersOf(members);
  }
}

function extendByGap(steps: readonly Step[]): Step[] {
  const reached = [...steps];
  let last = reached.slice();
  for (let words = 0; words < GAP; words += 1) {
    last = last.map((step) => (step.any ??= newStep()));
    reached.push(...last);
  }
  return reached;
}

/** The words of a phrase as they will be met in messages; a leading "~" is kept. */
function plainWords(written: string): string[] {
  const mark = written.startsWith('~') ? '~' : '';
  return tokenise(fold(written.slice(mark.length))).map((token) => mark + token.word);
}
