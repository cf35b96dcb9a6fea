// Cuts a message into its own sentences and clauses, and says what each clause does with the people mentioned in it.

import { fold } from '../language/tokens.rules.ts';
import { ownWords } from '../language/visible-text.rules.ts';
import { findGratitude } from './gratitude.rules.ts';

/** The longest look at one message, in clauses: nobody is thanked in the hundredth one. */
const CLAUSES_READ = 64;

/** A shorter question before thanks wonders at an answer ("Really? Thanks"). */
const SHORTEST_REQUEST = 4;
/** Said first, these show that what looks like a question wonders at an answer ("ah so it was the driver? thanks"). */
const REALISING = wordSet(
  'ah ahh aha oh ohh ooh so ok okay wow ach oha also αα α άρα έλα а ага ох значит aa ahaha あ あー え なるほど jadi oalah',
);
/** Thanks that close a request are brief; longer ones say what for. */
const LONGEST_CLOSING = 3;

/** A mention and the folded words around it, within its clause. */
export interface Mention {
  id: string;
  before: string[];
  after: string[];
}

/** What stands between two commas. */
export interface Clause {
  /** Number of the sentence it belongs to. */
  sentence: number;
  /** Its folded words, mentions left out. */
  words: string[];
  mentions: Mention[];
  /** The folded words with which it thanks; undefined if it does not. */
  thanks: readonly string[] | undefined;
  /** Nothing but mentions and "and": it calls somebody and says nothing. */
  callsOnly: boolean;
  /** Its sentence ends in a question mark. */
  asks: boolean;
  /** Its sentence wants something done ("can you …", "please …"). */
  requests: boolean;
}

const MENTION = /<@!?(\d+)>/g;
/** A point within "3.2" or "node.js" ends nothing. */
const SENTENCE_END = /([.!?…;]+(?=\s|$|<)|[。！？]+|\n+)/;
const CLAUSE_END = /[,،、，()]|\s[-–—]+\s|:(?=\s|$)/;
/** How a question ends; in Greek with what looks like a semicolon. */
const QUESTION = /[?？]|\p{Script=Greek};/u;
const APOSTROPHE = /['`´‘’]/g;

/** Words between the names of people called together, and after them ("you too"). */
const JOINING = wordSet(
  'and & + plus also too as well y e et aussi und auch en ook i και oraz też и dan juga と も',
);

/** Words that ask for something to be done. */
const REQUESTING = wordSet(
  `please pls plz bitte svp stp porfa favor tolong mohon παρακαλώ alsjeblieft aub proszę пожалуйста
   kannst könntest peux pourrais pouvez puedes podrías puoi potresti podes poderia kun możesz можешь можете bisakah μπορείς`,
);
const CAN_YOU = /\b(?:can|could|would|will) (?:you|u|@)/;

/** The folded words of a text; "@" is one, standing for a mention, and so are the signs for "and". */
export function wordsOf(text: string): string[] {
  return (
    fold(text)
      .replace(APOSTROPHE, '')
      .match(/[\p{L}\p{N}\p{M}@&+]+/gu) ?? []
  );
}

/** A set of folded words from a list with blanks between. */
export function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).map(fold));
}

/** The clauses of a message in order, quotes and code left out; at most 64 of them. */
export function clausesOf(content: string): Clause[] {
  const parts = ownWords(content).split(SENTENCE_END);
  const clauses: Clause[] = [];
  for (let at = 0; at < parts.length && clauses.length < CLAUSES_READ; at += 2) {
    const [sentence = '', end = ''] = parts.slice(at, at + 2);
    const about = {
      sentence: at / 2,
      asks: QUESTION.test(sentence.slice(-1) + end),
      requests: isRequest(sentence),
    };
    const pieces = sentence.split(CLAUSE_END).filter((piece) => piece.trim() !== '');
    for (const piece of pieces.slice(0, CLAUSES_READ - clauses.length)) {
      clauses.push({ ...about, ...readClause(piece) });
    }
  }
  return clauses;
}

/**
 * Whether the thanks only close a request ("Could you send the log? Thanks"): nobody has helped yet. What was asked
 * stands right before the thanks, in more than three words; thanks that come first are for something else.
 */
export function closesRequest(clauses: readonly Clause[]): boolean {
  const at = clauses.findIndex((clause) => clause.thanks !== undefined);
  const closing = clauses[at];
  if (!closing || closing.mentions.length > 0 || closing.words.length > LONGEST_CLOSING) return false;
  const spoken = clauses.slice(0, at).findLast((clause) => !clause.callsOnly);
  if (!spoken) return false;
  const sentence = clauses.slice(0, at).filter((clause) => clause.sentence === spoken.sentence);
  const words = sentence.flatMap((clause) => clause.words);
  if (words.length < SHORTEST_REQUEST || REALISING.has(words[0] ?? '')) return false;
  return spoken.requests || (spoken.asks && spoken.sentence !== closing.sentence);
}

function isRequest(text: string): boolean {
  const words = wordsOf(text.replaceAll(MENTION, ' @ '));
  return words.some((word) => REQUESTING.has(word)) || CAN_YOU.test(words.join(' '));
}

function readClause(text: string): Omit<Clause, 'sentence' | 'asks' | 'requests'> {
  const words = wordsOf(text.replaceAll(MENTION, ' '));
  const mentions = readMentions(text);
  return {
    words,
    mentions,
    thanks: findGratitude(text)
      ?.phrase.split(' ')
      .filter((word) => word !== '@'),
    callsOnly: mentions.length > 0 && words.every((word) => JOINING.has(word)),
  };
}

/** The mentions in a clause. People who are joined ("ask @a and @b") share the words before. */
function readMentions(text: string): Mention[] {
  const [opening = '', ...rest] = text.split(MENTION);
  const mentions: Mention[] = [];
  let before = wordsOf(opening);
  for (let at = 0; at < rest.length; at += 2) {
    const [id = '', between = ''] = rest.slice(at, at + 2);
    const after = wordsOf(between);
    mentions.push({ id, before, after });
    if (!after.every((word) => JOINING.has(word))) before = after;
  }
  return mentions;
}
