// Knows words in all their spellings: stretched ("thaaanks"), with a doubled letter missing, or mistyped.

const DOUBLED = /(?<=.)(.)\1+/gu;
/** Shorter words would become others when their doubled letters are made single ("too", "good"). */
const SHORTEST_SQUEEZED = 5;
/** From this length on, a word is still itself when one inner letter is missing. */
const SHORTEST_WITH_GAP = 7;

function hasDoubled(word: string): boolean {
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

/** A word of some phrase: its own number, and the numbers of the sets that hold it. */
export interface KnownWord {
  readonly number: number;
  readonly sets: number[];
}

/** All words of the phrases. */
export class Vocabulary {
  readonly #setNumbers = new Map<string, number>();
  /** By spelling: the right ones, with a doubled letter missing, and slips of the fingers. The right ones prevail. */
  readonly #spellings = new Map<string, { readonly word: KnownWord; readonly right: boolean }>();
  #words = 0;

  /** The number that stands for "any of these words". A word that begins with "~" brings its slips. */
  numberOf(words: readonly string[]): number {
    const key = [...new Set(words)].sort().join(' ');
    const known = this.#setNumbers.get(key);
    if (known !== undefined) return known;
    const number = this.#setNumbers.size;
    this.#setNumbers.set(key, number);
    for (const written of words) this.#learn(written, number);
    return number;
  }

  #learn(written: string, set: number): void {
    const text = written.replace('~', '');
    const word = this.#wordFor(text);
    if (!word.sets.includes(set)) word.sets.push(set);
    const wrong = written.startsWith('~') ? slips(text) : [];
    if (text.length >= SHORTEST_SQUEEZED && hasDoubled(text)) wrong.push(squeeze(text));
    for (const spelling of wrong) {
      if (!this.#spellings.has(spelling)) this.#spellings.set(spelling, { word, right: false });
    }
  }

  #wordFor(text: string): KnownWord {
    const known = this.#spellings.get(text);
    if (known?.right) return known.word;
    this.#words += 1;
    const word = { number: this.#words, sets: [] };
    this.#spellings.set(text, { word, right: true });
    return word;
  }

  /** The word that was written or meant: exactly, stretched, with a letter too few, or mistyped. */
  find(text: string): KnownWord | undefined {
    const found = this.#spellings.get(text);
    if (found?.right || !hasDoubled(text)) return found?.word;
    return (this.#spellings.get(squeeze(text)) ?? found)?.word;
  }
}
