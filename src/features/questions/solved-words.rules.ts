// Says whether a message tells that something works now, or still does not, in any of twelve languages. Pure.
import { PhraseBook } from '../language/phrase-book.rules.ts';
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

const book = new PhraseBook(MEANINGS, [
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

/** Learns some of the words that say how a matter stands; false when all are known. */
export const learnSolvedWords = (): boolean => book.learnSome();

/** A longer message that also says "no problem" says something else as well. */
const LONGEST_NO_HELP = 9;
/** In a long message only its first and last words say how the matter stands; between them it tells a story. */
const WORDS_AT_THE_ENDS = 15;

const STANDINGS = ['solved', 'stillBroken', 'pending', 'alone'] as const;
/**
 * How the matter stands by a remark: it works now; it does not; the author is about to see, or wants something else
 * ("thanks, I'll try that", "thanks, but …"); the author found it without help ("never mind, it was a typo").
 */
export type Standing = (typeof STANDINGS)[number];

/**
 * How the author says that the matter stands; what is asked, wished or quoted says nothing. Where it both works and does
 * not, the last word counts ("that worked, but now it is broken again"), and either before what is to come. Linear in the
 * length of the content.
 */
export function findStanding(content: string): Standing | undefined {
  const tokens = tokenise(fold(visibleText(content)));
  if (tokens.some(({ word }) => IRONIC_EMOJI.includes(word))) return undefined;
  const standings = findMeant(tokens).filter((meaning) => isStanding(meaning));
  if (standings.includes('alone')) return standings.at(-1) === 'stillBroken' ? 'stillBroken' : 'alone';
  return standings.findLast((standing) => standing !== 'pending') ?? standings.at(-1);
}

/** Whether a message helps nobody by itself: mere kindness ("you're welcome"), having no idea, looking into it. */
export function isNoHelp(content: string): boolean {
  const tokens = tokenise(fold(visibleText(content)));
  if (tokens.filter(({ stop }) => !stop).length > LONGEST_NO_HELP) return false;
  return book.findPhrases(tokens).some(({ meaning }) => meaning === 'noHelp' || meaning === 'pending');
}

function isStanding(meaning: Meaning): meaning is Standing {
  return STANDINGS.some((standing) => standing === meaning);
}

/** What the phrases of a message tell, in order, without what stands in a sentence that supposes or asks. */
function findMeant(tokens: readonly Token[]): Meaning[] {
  const meant: Meaning[] = [];
  /** By language, up to where a sentence supposes: the Dutch for "if" is "of", which in English is nothing of the sort. */
  const supposedUntil = new Map<string, number>();
  const stops = sentenceEnds(tokens);
  for (const { meaning, language, start, end } of book.findPhrases(tokens)) {
    if (start < (supposedUntil.get(language) ?? 0)) continue;
    const stop = stops[end] ?? tokens.length;
    if (tokens[stop]?.word === '?') continue;
    if (meaning === 'supposing') supposedUntil.set(language, stop);
    else if (start < WORDS_AT_THE_ENDS || tokens.length - end < WORDS_AT_THE_ENDS) meant.push(meaning);
  }
  return meant;
}

/** For each token, where its sentence ends: the place of the next stop. */
function sentenceEnds(tokens: readonly Token[]): number[] {
  const ends: number[] = [];
  for (let at = tokens.length - 1; at >= 0; at -= 1)
    ends[at] = tokens[at]?.stop ? at : (ends[at + 1] ?? tokens.length);
  return ends;
}
