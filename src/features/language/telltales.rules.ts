// A quick look for certain words in a text that was not taken apart, which may see one too many but never one too few.
import type { Need } from './needed-words.rules.ts';
import { MENTION_WORD, roleOf } from './tokens.rules.ts';
import { hasDoubled } from './vocabulary.rules.ts';

/** What a character is here. An apostrophe joins what stands on both sides, or parts it: both are looked at. */
const PARTS = 0;
const LETTER = 1;
const APOSTROPHE = 2;
/** A word of its own: a Japanese character, or a mention. */
const ALONE = 3;

function kindOf(code: number): number {
  if (code === MENTION_WORD.charCodeAt(0)) return ALONE;
  const role = roleOf(code);
  if (role === 'letter') return LETTER;
  if (role === 'character') return ALONE;
  return role === 'apostrophe' ? APOSTROPHE : PARTS;
}

const ASCII_KINDS = Uint8Array.from({ length: 0x80 }, (_, code) => kindOf(code));

const EMPTY = 0x811c9dc5;
const APOSTROPHES = /['`´‘’]/;

/** A word's letters one after the other as one number. */
const withLetter = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);

/** Room for three times the words that there are: most other words meet an empty place at once. */
const PLACES = 1 << 14;
/** In which pairs of words a word is the one and in which the other: a bit for each pair. */
export interface Marks {
  readonly ones: number;
  readonly others: number;
}

/** A word that tells by itself. */
const TELLS: Marks = { ones: 1, others: 0 };
/** A word with a doubled letter that is spelled so, and no other one stretched. */
const DOUBLED: Marks = { ones: 0, others: 1 };
/** Bits for pairs; pairs beyond share them. */
const PAIRS = 31;

/**
 * How words are marked of which a text needs one, or one and another; by the numbers of their sets. Each language counts
 * its pairs anew: of several languages few words meet in a text.
 */
export function marksOf(languages: readonly (readonly Need[])[]): ReadonlyMap<number, Marks> {
  const marks = new Map<number, Marks>();
  const mark = (set: number, { ones, others }: Marks) => {
    const known = marks.get(set);
    marks.set(set, { ones: (known?.ones ?? 0) | ones, others: (known?.others ?? 0) | others });
  };
  for (const needs of languages) {
    const pairs = new Map<string, number>();
    for (const { one, other } of needs) {
      const key = [...one].join();
      const pair = pairs.get(key) ?? pairs.size;
      if (other) pairs.set(key, pair);
      const bit = 1 << (1 + (pair % PAIRS));
      for (const set of one) mark(set, other ? { ones: bit, others: 0 } : TELLS);
      for (const set of other ?? []) mark(set, { ones: 0, others: bit });
    }
  }
  return marks;
}

/** Words that a text is to hold, by their marks: each place holds a word as a number. */
export class Telltales {
  readonly #hashes = new Int32Array(PLACES);
  readonly #ones = new Int32Array(PLACES);
  readonly #others = new Int32Array(PLACES);
  #seenOnes = 0;
  #seenOthers = 0;
  #taken = 0;
  #isSure = true;

  /** Takes up a folded word. Of one with signs in it ("thank_you") the longest part is looked for. */
  add(word: string, { ones, others }: Marks): void {
    const part = partsOf(word).reduce((longest, one) => (one.length > longest.length ? one : longest), '');
    const hash = hashOf(part);
    const place = this.#placeOf(hash);
    if (this.#isEmpty(place)) this.#taken += 1;
    // One place must stay empty, where a search ends.
    if (part === '' || this.#taken === PLACES) this.giveUp();
    else {
      this.#hashes[place] = hash;
      this.#ones[place] = (this.#ones[place] ?? 0) | ones;
      this.#others[place] = (this.#others[place] ?? 0) | others;
    }
  }

  /** Says that a word is spelled so: with a doubled letter ("good"), it is not taken for another one stretched ("god"). */
  addRight(word: string): void {
    if (hasDoubled(word)) this.add(word, DOUBLED);
  }

  /** There is something that cannot be looked for: from now on any text may hold it. */
  giveUp(): void {
    this.#isSure = false;
  }

  /**
   * Whether a text may hold such words, also with letters stretched; if not, it does not. The text is folded, or in
   * ASCII as it was written: to take quotes, code and links out of it only parts words, or takes them away.
   */
  mayBeIn(text: string): boolean {
    return !this.#isSure || this.#look(text);
  }

  #look(text: string): boolean {
    this.#seenOnes = 0;
    this.#seenOthers = 0;
    let start = 0;
    let hash = EMPTY;
    let last = 0;
    /** The word has a letter twice in a row, or an apostrophe. */
    let isSpecial = false;
    for (let at = 0; at <= text.length; at += 1) {
      let code = at < text.length ? text.charCodeAt(at) : 0;
      const kind = code < 0x80 ? ASCII_KINDS[code] : kindOf(code);
      if (kind === LETTER) {
        if (code >= 0x41 && code <= 0x5a) code |= 0x20;
        if (code === last) isSpecial = true;
        hash = withLetter(hash, code);
        last = code;
        continue;
      }
      if (last !== 0) {
        if (this.#isTold(hash)) return true;
        if (kind === APOSTROPHE) {
          isSpecial = true;
          continue;
        }
        if (isSpecial && this.#isToldByAny(text.slice(start, at).toLowerCase())) return true;
        hash = EMPTY;
        last = 0;
        isSpecial = false;
      }
      if (kind === ALONE && this.#isTold(withLetter(EMPTY, code))) return true;
      start = at + 1;
    }
    return false;
  }

  /** The same for one run of letters and apostrophes, which may be read in several ways. */
  #isToldByAny(letters: string): boolean {
    const [first = '', second, ...others] = letters.split(APOSTROPHES);
    // With two apostrophes there are more ways than are worth looking at.
    if (others.length > 0) return true;
    if (second === undefined) return !this.#isSpelledSo(first) && this.#isTold(squeezedHashOf(first));
    const words = [first, second, first + second];
    return words.some((word) => this.#isTold(hashOf(word)) || this.#isTold(squeezedHashOf(word)));
  }

  #isSpelledSo(word: string): boolean {
    return ((this.#others[this.#placeOf(hashOf(word))] ?? 0) & DOUBLED.others) !== 0;
  }

  /** Whether a word tells, by itself or with one before it: a pair is two words. */
  #isTold(hash: number): boolean {
    const place = this.#placeOf(hash);
    const ones = this.#ones[place] ?? 0;
    const others = this.#others[place] ?? 0;
    const told = (ones & TELLS.ones) | (ones & this.#seenOthers) | (others & this.#seenOnes);
    this.#seenOnes |= ones;
    this.#seenOthers |= others;
    return told !== 0;
  }

  /** Where a word is, or the empty place where it would be. */
  #placeOf(hash: number): number {
    let place = (hash ^ (hash >>> 15)) & (PLACES - 1);
    while (this.#hashes[place] !== hash && !this.#isEmpty(place)) place = (place + 1) & (PLACES - 1);
    return place;
  }

  #isEmpty(place: number): boolean {
    return this.#ones[place] === 0 && this.#others[place] === 0;
  }
}

/** Runs of letters, and characters that are words. */
function partsOf(word: string): string[] {
  const parts = [''];
  for (const character of word) {
    const kind = kindOf(character.charCodeAt(0));
    if (kind === LETTER) parts.push((parts.pop() ?? '') + character);
    else parts.push(...(kind === ALONE ? [character, ''] : ['']));
  }
  return parts;
}

/** Of a word whose doubled letters are made single, as a vocabulary does (see `squeeze`); the first two stay. */
function squeezedHashOf(word: string): number {
  let hash = EMPTY;
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at);
    if (at < 2 || code !== word.charCodeAt(at - 1)) hash = withLetter(hash, code);
  }
  return hash;
}

function hashOf(part: string): number {
  let hash = EMPTY;
  for (let at = 0; at < part.length; at += 1) hash = withLetter(hash, part.charCodeAt(at));
  return hash;
}
