// Says whether a message tells that something works now, or still does not, in any of twelve languages. Pure.
import { type Found, PhraseBook } from '../language/phrase-book.rules.ts';
import { fold, IRONIC_EMOJI, type Token, tokenise } from '../language/tokens.rules.ts';
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

const BOOK = new PhraseBook(MEANINGS, [
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

/** A longer message that also says "no problem" says something else as well. */
const LONGEST_COURTESY = 8;

/** How a remark says that the matter stands: it works now, it does not, or that is being tried. */
export type Standing = 'solved' | 'stillBroken' | 'trying';

/**
 * Whether the author says that it works now, or that it does not; what is asked, wished or quoted is neither. Where
 * both are said, the last word counts ("that worked, but now it is broken again"). Linear in the length of the content.
 */
export function findSolvedWords(content: string): 'solved' | 'stillBroken' | undefined {
  const standing = findStanding(content);
  return standing === 'trying' ? undefined : standing;
}

/** The same, and whether the author is still about to try what was said ("thanks, I'll try that"). */
export function findStanding(content: string): Standing | undefined {
  const tokens = tokenise(fold(visibleText(content)));
  const found = BOOK.findPhrases(tokens).filter((phrase) => !isAsked(tokens, phrase));
  if (tokens.some(({ word }) => IRONIC_EMOJI.includes(word))) return undefined;
  const last = found.findLast(({ meaning }) => meaning === 'solved' || meaning === 'stillBroken');
  if (last?.meaning === 'solved' || last?.meaning === 'stillBroken') return last.meaning;
  return found.some(({ meaning }) => meaning === 'trying') ? 'trying' : undefined;
}

/** Whether a message is mere kindness ("you're welcome", "glad it works"), and so no answer to anything. */
export function isCourtesy(content: string): boolean {
  const tokens = tokenise(fold(visibleText(content)));
  if (tokens.filter(({ stop }) => !stop).length > LONGEST_COURTESY) return false;
  return BOOK.findPhrases(tokens).some(({ meaning }) => meaning === 'courtesy');
}

/** Whether the sentence of a phrase ends with a question mark. */
function isAsked(tokens: readonly Token[], { end }: Found<Meaning>): boolean {
  return tokens.slice(end).find(({ stop }) => stop)?.word === '?';
}
