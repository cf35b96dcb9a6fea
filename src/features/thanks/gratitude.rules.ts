// Says whether a message thanks somebody, in any of twelve languages.

import { type Meaning, PhraseBook } from './phrases.rules.ts';
import { fold, type Token, tokenise } from './tokens.rules.ts';
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

/** The mark for "this was meant ironically". */
const IRONY = /\s\/s\s*$/;

/**
 * Finds the first words of gratitude that the author of a message says for help received, and their language.
 * Thanks in someone else's words (quotes, code, spoilers, links), refusals, sarcasm, reports and thanks given in
 * advance are none. The phrase comes back folded (see `fold`). Pure; linear in the length of the content.
 */
export function findGratitude(content: string): { language: string; phrase: string } | undefined {
  const text = visibleText(content);
  if (IRONY.test(text)) return undefined;
  const tokens = tokenise(fold(text));
  let inAdvance = false;
  let sentenceStart = 0;
  let position = 0;
  while (position < tokens.length) {
    const token = tokens[position];
    if (token?.stop) {
      if (token.word === '?' && position - sentenceStart >= SHORTEST_REQUEST) inAdvance = true;
      sentenceStart = position + 1;
    }
    const found = BOOK.longestAt(tokens, position);
    if (found && isGratitude(found.meaning, inAdvance)) {
      return { language: found.language, phrase: spell(tokens.slice(position, found.end)) };
    }
    if (found?.meaning === 'asking') inAdvance = true;
    if (found?.meaning === 'answered') inAdvance = false;
    position = found?.end ?? position + 1;
  }
  return undefined;
}

const isGratitude = (meaning: Meaning, inAdvance: boolean): boolean =>
  meaning === 'thanksForDeed' || (meaning === 'thanks' && !inAdvance);

const spell = (tokens: readonly Token[]): string => tokens.map((token) => token.word).join(' ');
