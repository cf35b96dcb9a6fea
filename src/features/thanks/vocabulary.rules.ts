// Knows words in all their spellings: stretched ("thaaanks"), with a doubled letter missing, or mistyped.

const DOUBLED = /(.)\1+/gu;
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

function addTo(map: Map<string, number[]>, key: string, number: number): void {
  const numbers = map.get(key);
  if (numbers === undefined) map.set(key, [number]);
  else if (!numbers.includes(number)) numbers.push(number);
}

/** Words by the numbers of the sets that hold them. */
export class Vocabulary {
  readonly #setNumbers = new Map<string, number>();
  readonly #exact = new Map<string, number[]>();
  readonly #squeezed = new Map<string, number[]>();
  readonly #slips = new Map<string, number[]>();

  /** The number that stands for "any of these words". A word that begins with "~" brings its slips. */
  numberOf(words: readonly string[]): number {
    const key = [...new Set(words)].sort().join(' ');
    const known = this.#setNumbers.get(key);
    if (known !== undefined) return known;
    const number = this.#setNumbers.size;
    this.#setNumbers.set(key, number);
    for (const written of words) {
      const word = written.replace('~', '');
      addTo(this.#exact, word, number);
      if (word.length >= SHORTEST_SQUEEZED && hasDoubled(word)) addTo(this.#squeezed, squeeze(word), number);
      if (written.startsWith('~')) for (const slip of slips(word)) addTo(this.#slips, slip, number);
    }
    return number;
  }

  /** The numbers of the sets that hold this word, as it is written or as it was meant. */
  numbersFor(word: string): readonly number[] | undefined {
    const exact = this.#exact.get(word);
    if (exact !== undefined) return exact;
    const plain = hasDoubled(word) ? squeeze(word) : word;
    return (
      this.#exact.get(plain) ?? this.#squeezed.get(plain) ?? this.#slips.get(plain) ?? this.#slips.get(word)
    );
  }
}
