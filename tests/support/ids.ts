// Ids for people and things that tests call by short words: real ids are numbers.

/** Most letters that fit into a number of 64 bits. */
const LETTERS = 8;

/** The id that stands for a word of up to eight plain letters and signs, the same each time; they sort as the words do. */
export function idOf(word: string): string {
  if (!/^[ -~]{1,8}$/.test(word)) throw new RangeError(`"${word}" is no word for an id`);
  return String(Buffer.from(word.padEnd(LETTERS, '\0')).readBigInt64BE());
}

/** The word that an id stands for. */
export function wordOf(id: string): string {
  const letters = Buffer.alloc(LETTERS);
  letters.writeBigInt64BE(BigInt(id));
  return letters.toString().replace(/\0+$/, '');
}
