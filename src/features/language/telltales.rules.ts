// A quick look for certain words in a text that was not taken apart, which may see one too many but never one too few.
import type { NeededWords } from './needed-words.rules.ts';
import { MENTION_WORD, roleOf } from './tokens.rules.ts';
import { hasDoubled, type Spelling } from './vocabulary.rules.ts';

/** What else a character is than a letter. An apostrophe joins what stands on both sides, or parts it: both are looked at. */
const PARTS = 0;
const APOSTROPHE = -1;
/** A word of its own: a Japanese character, or a mention. */
const ALONE = -2;

/** The letter that a character is, as a small one, or one of the above. */
function letterOf(code: number): number {
  if (code < 0x80) return ASCII_LETTERS[code] ?? PARTS;
  const role = roleOf(code);
  if (role === 'letter') return code;
  if (role === 'character') return ALONE;
  return role === 'apostrophe' ? APOSTROPHE : PARTS;
}

const ASCII_LETTERS = Int8Array.from({ length: 0x80 }, (_, code) => {
  const role = roleOf(code);
  if (role === 'letter') return String.fromCharCode(code).toLowerCase().charCodeAt(0);
  if (code === MENTION_WORD.charCodeAt(0)) return ALONE;
  return role === 'apostrophe' ? APOSTROPHE : PARTS;
});

const NO_LETTERS = 0x811c9dc5;

/** A word's letters one after the other as one number (FNV-1a). */
const withLetter = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);

/** Room for three times the words that there are: most other words meet an empty place at once. */
const PLACES = 1 << 15;
/** No word is at a place. */
const EMPTY = 0;

/** Words that a text is to hold. They are looked for as numbers; two that are the same number count as one. */
export class Telltales {
  readonly #needed: NeededWords;
  /** By place. */
  readonly #hashes = new Int32Array(PLACES);
  /** By place, the number of the word there. */
  readonly #words = new Uint16Array(PLACES);
  /** By the number of a word, as are the next ones: the cuts that it belongs to. */
  readonly #cuts: (readonly number[])[] = [[]];
  /** Spelled so with a doubled letter ("good"), it is not taken for another word stretched ("god"). */
  readonly #isDoubled: boolean[] = [false];
  /** Without such a word nothing is said that is sought. */
  readonly #tells: boolean[] = [false];
  #isSure: boolean;
  /** The words found in the text that is looked at, and whether one of them tells. */
  #found: number[] = [];
  #isTold = false;

  /** Words are looked for as far as they are needed. */
  constructor(needed: NeededWords) {
    this.#needed = needed;
    this.#isSure = !needed.isOpen;
  }

  /** Takes up a word. Of one with signs in it ("thank_you") the longest part is looked for. */
  add({ spelling, word, right }: Spelling): void {
    const isDoubled = right && hasDoubled(spelling);
    const cuts = this.#needed.cutsOf(word);
    if (!isDoubled && cuts.length === 0) return;
    const part = partsOf(spelling).reduce(
      (longest, one) => (one.length > longest.length ? one : longest),
      '',
    );
    // One place must stay empty, where a search ends.
    if (part === '' || this.#cuts.length === PLACES) this.#isSure = false;
    else this.#put(numberOf(part), cuts, isDoubled);
  }

  #put(hash: number, cuts: readonly number[], isDoubled: boolean): void {
    const place = this.#placeOf(hash);
    const number = this.#words[place] || this.#cuts.length;
    const others = this.#cuts[number];
    this.#hashes[place] = hash;
    this.#words[place] = number;
    this.#cuts[number] = others ? [...others, ...cuts] : cuts;
    this.#isDoubled[number] = this.#isDoubled[number] === true || isDoubled;
    this.#tells[number] = this.#tells[number] === true || this.#needed.tells(cuts);
  }

  /**
   * Whether a text may hold what is sought, also with letters stretched; if not, it does not. The text is folded, or in
   * ASCII as it was written: to take quotes, code and links out of it only parts words, or takes them away.
   */
  mayBeIn(text: string): boolean {
    this.#found = [];
    this.#isTold = false;
    if (!this.#isSure || !this.#findAll(text)) return true;
    return this.#isTold && this.#areEnough(this.#found);
  }

  #areEnough(words: readonly number[]): boolean {
    this.#needed.begin();
    for (const number of words) this.#needed.meet(this.#cuts[number] ?? []);
    return this.#needed.areMet();
  }

  /** Finds the words of a text; false where there are more ways to read it than are worth looking at. */
  #findAll(text: string): boolean {
    let start = 0;
    let hash = NO_LETTERS;
    let last = PARTS;
    let isDoubled = false;
    let apostrophe = 0;
    for (let at = 0; at <= text.length; at += 1) {
      const letter = at < text.length ? letterOf(text.charCodeAt(at)) : PARTS;
      if (letter > 0) {
        if (letter === last) isDoubled = true;
        hash = withLetter(hash, letter);
        last = letter;
        continue;
      }
      if (last !== PARTS) {
        if (letter === APOSTROPHE) {
          if (apostrophe > 0) return false;
          apostrophe = at;
          continue;
        }
        const isRight = this.#find(hash);
        if (apostrophe > 0) this.#findParts(text, start, apostrophe, at);
        else if (isDoubled && !isRight) this.#find(squeezedHashOf(text, start, at));
        hash = NO_LETTERS;
        last = PARTS;
        isDoubled = false;
        apostrophe = 0;
      }
      if (letter === ALONE) this.#find(withLetter(NO_LETTERS, text.charCodeAt(at)));
      start = at + 1;
    }
    return true;
  }

  /** Finds what stands before and behind an apostrophe, and both as one word with its doubled letters made single. */
  #findParts(text: string, start: number, apostrophe: number, end: number): void {
    this.#find(hashOf(text, start, apostrophe));
    this.#find(hashOf(text, apostrophe + 1, end));
    this.#find(squeezedHashOf(text, start, apostrophe));
    this.#find(squeezedHashOf(text, apostrophe + 1, end));
    this.#find(squeezedHashOf(text, start, end));
  }

  /** Notes a word if it is looked for; says whether it is one that is spelled so with a doubled letter. */
  #find(hash: number): boolean {
    const number = this.#words[this.#placeOf(hash)] ?? EMPTY;
    if (number === EMPTY) return false;
    this.#found.push(number);
    if (this.#tells[number]) this.#isTold = true;
    return this.#isDoubled[number] === true;
  }

  /** Where a word is, or the empty place where it would be. */
  #placeOf(hash: number): number {
    let place = (hash ^ (hash >>> 15)) & (PLACES - 1);
    while (this.#words[place] !== EMPTY && this.#hashes[place] !== hash) place = (place + 1) & (PLACES - 1);
    return place;
  }
}

/** Runs of letters, and characters that are words. */
function partsOf(word: string): string[] {
  const parts = [''];
  for (const character of word) {
    const letter = letterOf(character.charCodeAt(0));
    if (letter > 0) parts.push((parts.pop() ?? '') + character);
    else parts.push(...(letter === ALONE ? [character, ''] : ['']));
  }
  return parts;
}

/** Of a word whose doubled letters are made single, as a vocabulary does (see `squeeze`); the first two stay. */
function squeezedHashOf(text: string, start: number, end: number): number {
  let hash = NO_LETTERS;
  let before = PARTS;
  let letters = 0;
  for (let at = start; at < end; at += 1) {
    const letter = letterOf(text.charCodeAt(at));
    if (letter === APOSTROPHE) continue;
    if (letters < 2 || letter !== before) hash = withLetter(hash, letter);
    before = letter;
    letters += 1;
  }
  return hash;
}

/** Of a whole word, or of a character that is one. */
const numberOf = (part: string): number =>
  letterOf(part.charCodeAt(0)) === ALONE
    ? withLetter(NO_LETTERS, part.charCodeAt(0))
    : hashOf(part, 0, part.length);

function hashOf(text: string, start: number, end: number): number {
  let hash = NO_LETTERS;
  for (let at = start; at < end; at += 1) hash = withLetter(hash, letterOf(text.charCodeAt(at)));
  return hash;
}
