// Says whether a message thanks somebody, in any of twelve languages.

import { type Found, PhraseBook } from './phrase-book.rules.ts';
import { fold, IRONIC_EMOJI, type Token, tokenise } from './tokens.rules.ts';
import { visibleText } from './visible-text.rules.ts';
import { dutch } from './words/dutch.ts';
import { english } from './words/english.ts';
import { french } from './words/french.ts';
import { german } from './words/german.ts';
import { greek } from './words/greek.ts';
import { indonesian } from './words/indonesian.ts';
import { italian } from './words/italian.ts';
import { japanese } from './words/japanese.ts';
import { polish } from './words/polish.ts';
import { portuguese } from './words/portuguese.ts';
import { russian } from './words/russian.ts';
import { spanish } from './words/spanish.ts';

/** Where one text has the same meaning in several languages, the first here names it. */
const BOOK = new PhraseBook([
  english,
  french,
  spanish,
  italian,
  indonesian,
  greek,
  german,
  portuguese,
  dutch,
  polish,
  russian,
  japanese,
]);

/** From this many words on, a sentence with a question mark is a request rather than a "Really?". */
const SHORTEST_REQUEST = 4;

/** Said after words of thanks, these mean that they were not meant. */
const IRONY = new Set([...IRONIC_EMOJI, '/s']);

/**
 * Finds the first words of gratitude that the author of a message says for help received, and their language.
 * Thanks in someone else's words (quotes, code, spoilers, links), refusals, sarcasm, reports and thanks given in
 * advance are none. The phrase comes back folded (see `fold`). Pure; linear in the length of the content.
 */
export function findGratitude(content: string): { language: string; phrase: string } | undefined {
  const tokens = tokenise(fold(visibleText(content)));
  const phrases = BOOK.findPhrases(tokens);
  if (!phrases.some(isGratitude)) return undefined;
  let inAdvance = false;
  let read = 0;
  let answeredAt = -1;
  for (const phrase of phrases) {
    const question = lastRequest(tokens, read, phrase.start);
    if (question !== undefined && question !== answeredAt) inAdvance = true;
    read = phrase.end;
    if (phrase.meaning === 'asking') {
      inAdvance = true;
      answeredAt = -1;
    } else if (phrase.meaning === 'answered') {
      inAdvance = false;
      answeredAt = phrase.start;
    }
    if (phrase.meaning !== 'thanksForDeed' && (phrase.meaning !== 'thanks' || inAdvance)) continue;
    if (tokens.slice(phrase.end).some((token) => IRONY.has(token.word))) return undefined;
    return { language: phrase.language, phrase: wordsOf(tokens.slice(phrase.start, phrase.end)) };
  }
  return undefined;
}

const isGratitude = ({ meaning }: Found): boolean => meaning === 'thanks' || meaning === 'thanksForDeed';
const wordsOf = (tokens: readonly Token[]): string => tokens.map((token) => token.word).join(' ');

/** Where the last question of some length begins that ends between two tokens. */
function lastRequest(tokens: readonly Token[], from: number, to: number): number | undefined {
  for (let position = to - 1; position >= from; position -= 1) {
    if (tokens[position]?.word !== '?') continue;
    const start = sentenceStart(tokens, position);
    if (position - start >= SHORTEST_REQUEST) return start;
  }
  return undefined;
}

/** Where the sentence begins that ends at a token. */
function sentenceStart(tokens: readonly Token[], end: number): number {
  let start = end;
  while (start > 0 && tokens[start - 1]?.stop === false) start -= 1;
  return start;
}
