// Says whether a message thanks somebody, in any of twelve languages.

import { type Found, PhraseBook } from '../language/phrase-book.rules.ts';
import { fold, IRONIC_EMOJI, isAscii, type Token, tokenise } from '../language/tokens.rules.ts';
import { visibleText } from '../language/visible-text.rules.ts';
import { MEANINGS, type Meaning } from './meanings.rules.ts';
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
const book = new PhraseBook(
  MEANINGS,
  [
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
  ],
  ['thanks', 'thanksForDeed'],
);

/** Learns some of the words of gratitude; false when all are known. */
export const learnGratitude = (): boolean => book.learnSome();

/** A message that begins with a sign glued to a word commands a bot; that word is a name. "!Gracias!" is speech. */
const COMMAND = /^\s*[!?.$%&;+=](?=\p{L})[\p{L}\p{M}\p{N}_-]+(?!\S)/u;

/** The mark of sarcasm; after one of these words it is spoken of and not set ("I needed that /s"). */
const SARCASM = '/s';
const SPEAKING_OF = new Set(['a', 'the', 'that', 'this', 'your', 'no', 'without', 'missing']);

/** Words of gratitude, folded (see `fold`), and their language. */
export interface Gratitude {
  language: string;
  phrase: string;
}

/**
 * Finds the first words of gratitude that the author of a message says for help received, and their language.
 * Thanks in someone else's words (quotes, code, spoilers, links), refusals, sarcasm, reports and thanks given in
 * advance are none. The phrase comes back folded (see `fold`). Pure; linear in the length of the content.
 */
export function findGratitude(content: string): Gratitude | undefined {
  // Most messages say nothing like thanks: those in plain letters need not even be cleaned of quotes and links for that.
  const inAscii = isAscii(content);
  if (inAscii && !book.mayTell(content)) return undefined;
  const text = fold(visibleText(content).replace(COMMAND, ' '));
  if (!inAscii && !book.mayTell(text)) return undefined;
  const tokens = tokenise(text);
  let inAdvance = false;
  for (const phrase of book.phrasesUpToSought(tokens)) {
    if (phrase.meaning === 'asking') inAdvance = true;
    else if (phrase.meaning === 'answered') inAdvance = false;
    if (!isGratitude(phrase) || (phrase.meaning === 'thanks' && inAdvance)) continue;
    if (isTakenBack(tokens, phrase.end)) continue;
    return { language: phrase.language, phrase: wordsOf(tokens.slice(phrase.start, phrase.end)) };
  }
  return undefined;
}

const isGratitude = ({ meaning }: Found<Meaning>): boolean =>
  meaning === 'thanks' || meaning === 'thanksForDeed';
const wordsOf = (tokens: readonly Token[]): string => tokens.map((token) => token.word).join(' ');

/** Whether a sign of irony follows: words of thanks before it were not meant. */
function isTakenBack(tokens: readonly Token[], from: number): boolean {
  return tokens.slice(from).some(({ word }, ahead) => {
    if (word !== SARCASM) return IRONIC_EMOJI.includes(word);
    return !SPEAKING_OF.has(tokens[from + ahead - 1]?.word ?? '');
  });
}
