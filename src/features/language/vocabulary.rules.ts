// Knows words in all their spellings: stretched ("thaaanks"), with a doubled letter missing, mistyped, or by their ending.
import { commonness } from './common-words.rules.ts';

const DOUBLED = /(?<=.)(.)\1+/gu;
/** Shorter words would become others when their doubled letters are made single ("too", "good"). */
const SHORTEST_SQUEEZED = 5;
/** From this length on, a word is still itself when one inner letter is missing. */
const SHORTEST_WITH_GAP = 7;
/** How many letters stand at least before an ending. */
const SHORTEST_STEM = 3;

export function hasDoubled(word: string): boolean {
  for (let i = 1; i < word.length; i += 1) if (word.charCodeAt(i) === word.charCodeAt(i - 1)) return true;
  return false;
}

const squeeze = (word: string): string => word.replace(DOUBLED, '$1');

/** The usual slips of the fingers in a word: neighbours swapped, and in long words an inner letter left out. */
function slips(word: string): string[] {
  const found: string[] = [];
  for (let i = 0; i + 1 < word.length; i += 1) {
    found.push(word.slice(0, i) + word.charAt(i + 1) + word.charAt(i) + word.slice(i + 2));
    if (word.length >= SHORTEST_WITH_GAP && i > 0) found.push(word.slice(0, i) + word.slice(i + 1));
  }
  return found;
}

function commonnessOf(written: string): number {
  return written.startsWith('*') ? Infinity : commonness(written.replace('~', ''));
}

/** A word of some phrase: its own number, and the numbers of the sets that hold it, in ascending order. */
export interface KnownWord {
  readonly number: number;
  readonly sets: number[];
}

/** One way to spell a word, right or wrong. */
export interface Spelling {
  readonly spelling: string;
  readonly word: KnownWord;
  readonly right: boolean;
}

/** All words of the phrases. */
export class Vocabulary {
  readonly #setNumbers = new Map<string, number>();
  /** By the number of a set. */
  readonly #commonness: number[] = [];
  /** By spelling: the right ones, with a doubled letter missing, and slips of the fingers. The right ones prevail. */
  readonly #spellings = new Map<string, { readonly word: KnownWord; readonly right: boolean }>();
  /** What stands for all words with an ending; only words that are not known otherwise are looked at that way. */
  readonly #endings = new Map<string, KnownWord>();
  /** The endings by their last letter, the longest first. */
  readonly #endingsByLetter = new Map<number, string[]>();
  #words = 0;

  /** The number that stands for "any of these words". "~word" brings its slips, "*end" all words that end so. */
  numberOf(words: readonly string[]): number {
    const key = [...new Set(words)].sort().join(' ');
    const known = this.#setNumbers.get(key);
    if (known !== undefined) return known;
    const number = this.#setNumbers.size;
    this.#setNumbers.set(key, number);
    this.#commonness.push(words.reduce((sum, written) => sum + commonnessOf(written), 0));
    for (const written of words) this.#learn(written, number);
    return number;
  }

  /** How many messages hold a word of a set, as far as can be guessed; none can be told by endings. */
  commonness(set: number): number {
    return this.#commonness[set] ?? Infinity;
  }

  /** How all words may be spelled, but for letters that are stretched. */
  *spellings(): Generator<Spelling, void> {
    for (const [spelling, { word, right }] of this.#spellings) yield { spelling, word, right };
  }

  #learn(written: string, set: number): void {
    if (written.startsWith('*')) {
      this.#endingFor(written.slice(1)).sets.push(set);
      return;
    }
    const text = written.replace('~', '');
    const word = this.#wordFor(text);
    if (!word.sets.includes(set)) word.sets.push(set);
    const wrong = written.startsWith('~') ? slips(text) : [];
    if (text.length >= SHORTEST_SQUEEZED && hasDoubled(text)) wrong.push(squeeze(text));
    for (const spelling of wrong) {
      if (!this.#spellings.has(spelling)) this.#spellings.set(spelling, { word, right: false });
    }
  }

  #endingFor(ending: string): KnownWord {
    const known = this.#endings.get(ending);
    if (known) return known;
    this.#words += 1;
    const word = { number: this.#words, sets: [] };
    this.#endings.set(ending, word);
    const last = ending.charCodeAt(ending.length - 1);
    const alike = [...(this.#endingsByLetter.get(last) ?? []), ending];
    this.#endingsByLetter.set(
      last,
      alike.sort((a, b) => b.length - a.length),
    );
    return word;
  }

  #wordFor(text: string): KnownWord {
    const known = this.#spellings.get(text);
    if (known?.right) return known.word;
    this.#words += 1;
    const word = { number: this.#words, sets: [] };
    this.#spellings.set(text, { word, right: true });
    return word;
  }

  /** The word that was written or meant: exactly, stretched, with a letter too few, mistyped, or with a known ending. */
  find(text: string): KnownWord | undefined {
    const found = this.#spellings.get(text);
    if (found?.right) return found.word;
    const meant = hasDoubled(text) ? (this.#spellings.get(squeeze(text)) ?? found) : found;
    return meant?.word ?? this.#withEnding(text);
  }

  #withEnding(text: string): KnownWord | undefined {
    const alike = this.#endingsByLetter.get(text.charCodeAt(text.length - 1)) ?? [];
    const found = alike.find(
      (ending) => text.length >= ending.length + SHORTEST_STEM && text.endsWith(ending),
    );
    return found === undefined ? undefined : this.#endings.get(found);
  }
}
