// Picks the message that may have solved a question, when its asker thanks or says that it works; none when unsure. Pure.
import type { PastMessage } from '../../core/actions.ts';
import { mentionsOutsideQuotes, ownWords, visibleText } from '../language/visible-text.rules.ts';
import { isBefore } from './questions.rules.ts';
import { findStanding, isNoHelp, type Standing } from './solved-words.rules.ts';

/** Turns looked at before the closing remark: Discord gives so many at once, and a reader sees no more. */
export const TURNS_READ = 50;
/** What somebody says within this time, without a word of the asker between, is one answer in several messages. */
const ONE_ANSWER_MS = 10 * 60_000;
/** Fewer words than these, with neither code nor link, say hardly more than "ok". */
const FEWEST_WORDS = 3;
/** A piece of code or a link explains as much as so many words. */
const WORDS_OF_CODE = 25;
/** Beyond so many words, more of them do not make an answer better. */
const MOST_WORDS = 60;
/** Discord's limit for the entries of a select menu. */
const MOST_CANDIDATES = 25;

/** One message of a question's thread: never its text, only what was read off it. */
export interface Turn {
  messageId: string;
  authorId: string;
  /** Milliseconds since 1970. */
  at: number;
  isBot: boolean;
  /** The people it mentions or replies to, the author left out. */
  addressed: readonly string[];
  repliedToMessageId: string | undefined;
  /** It ends a sentence with a question mark, so it is rather a question than an answer. */
  asks: boolean;
  /** How much it explains, in words; 0 for small talk, and for what is no help by itself. */
  says: number;
  /** What it says about the matter; nothing for most. */
  standing: Standing | undefined;
}

/** The asker's remark that may close the question. */
export interface Closing {
  messageId: string;
  /** The people mentioned outside quotes. */
  mentions: readonly string[];
  repliedTo: { messageId: string; authorId: string } | undefined;
  /** Whether it asks on ("thanks, but why …?"). */
  asks: boolean;
  /** What it says about the matter; nothing if it only thanks. */
  standing: Standing | undefined;
}

/** How it is known which message helped. */
export type ProposalWhy = 'reply' | 'mention' | 'onlyHelper' | 'lastAnswer';

export interface Proposal {
  messageId: string;
  authorId: string;
  why: ProposalWhy;
}

/** A message as far as this rule reads it; {@link PastMessage} is one. */
export type Message = Pick<
  PastMessage,
  'messageId' | 'authorId' | 'authorIsBot' | 'at' | 'content' | 'repliedToAuthorId' | 'repliedToMessageId'
> & { isSystem?: boolean };

/** A link is full of question marks that ask nothing. */
const LINK = /https?:\/\/\S+/;
const EVERY_LINK = /https?:\/\/\S+/g;
/** A question mark that ends a word; in Greek it looks like a semicolon, in Japanese か does as well. */
const QUESTION = /\?(?=[\s"'”»)?!…]|$)|[？?]|\p{Script=Greek};|か(?=[。\s]|$)/mu;
const CODE = /`[^`]+`/;
const WORD = /[\p{L}\p{N}]+/gu;
/** Written without spaces: so many characters are about a word. */
const UNSPACED = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/gu;
const UNSPACED_WORD = 3;

/** What is read off a message of the thread. */
export function readTurn(message: Message): Turn {
  const { messageId, authorId, at, content, repliedToAuthorId, repliedToMessageId } = message;
  const addressed = new Set(mentionsOutsideQuotes(content));
  if (repliedToAuthorId !== undefined) addressed.add(repliedToAuthorId);
  addressed.delete(authorId);
  return {
    messageId,
    authorId,
    at,
    isBot: message.authorIsBot || message.isSystem === true,
    addressed: [...addressed],
    repliedToMessageId,
    asks: asks(content),
    says: wordsSaid(content),
    standing: findStanding(content),
  };
}

/** What is read off the asker's remark. */
export function readClosing({ messageId, content, ...message }: Message): Closing {
  const { repliedToMessageId, repliedToAuthorId } = message;
  const isReply = repliedToMessageId !== undefined && repliedToAuthorId !== undefined;
  return {
    messageId,
    mentions: mentionsOutsideQuotes(content),
    repliedTo: isReply ? { messageId: repliedToMessageId, authorId: repliedToAuthorId } : undefined,
    asks: asks(content),
    standing: findStanding(content),
  };
}

function asks(content: string): boolean {
  return QUESTION.test(ownWords(content).replaceAll(EVERY_LINK, ''));
}

function wordsSaid(content: string): number {
  const text = visibleText(content);
  const unspaced = text.match(UNSPACED)?.length ?? 0;
  const spaced = text.replaceAll(UNSPACED, ' ').match(WORD)?.length ?? 0;
  const words = Math.min(MOST_WORDS, spaced + Math.ceil(unspaced / UNSPACED_WORD));
  if (CODE.test(content) || LINK.test(content)) return words + WORDS_OF_CODE;
  return words < FEWEST_WORDS || isNoHelp(content) ? 0 : words;
}

/**
 * The message that may have solved the question, or nothing when it cannot be told. `turns` are the thread's messages,
 * oldest first, of which the last 50 before the remark are read. It is the message replied to; else the last answer
 * of the one person mentioned, of the only helper there is, or of the one who answered last. Never the asker's own
 * message or a bot's. Nothing while the asker asks on, is about to try, found it alone, or says that it does not work.
 */
export function proposeSolution(
  askerId: string,
  turns: readonly Turn[],
  closing: Closing,
): Proposal | undefined {
  const before = turns.filter((turn) => isBefore(turn.messageId, closing.messageId) && !turn.isBot);
  const window = before.slice(-TURNS_READ);
  if (!mayClose(askerId, window, closing)) return undefined;
  const replied = proposeReplied(askerId, turns, window, closing);
  if (replied !== undefined) return replied === 'nobody' ? undefined : replied;

  const helpers = new Set(helpful(askerId, window).map(({ authorId }) => authorId));
  const told = closing.mentions.filter((id) => id !== askerId);
  if (told.length > 0) {
    const [only, ...others] = told.filter((id) => helpers.has(id));
    return only === undefined || others.length > 0 ? undefined : bestOf(askerId, only, window, 'mention');
  }
  const [only, ...others] = helpers;
  if (only === undefined) return undefined;
  if (others.length === 0) return bestOf(askerId, only, window, 'onlyHelper');
  const last = lastAnswerer(askerId, window);
  return last === undefined ? undefined : bestOf(askerId, last, window, 'lastAnswer');
}

/** Messages that the asker may choose from when another one solved it: those of others that say something, newest first. */
export function candidatesIn(askerId: string, turns: readonly Turn[]): Turn[] {
  return helpful(askerId, turns).toReversed().slice(0, MOST_CANDIDATES);
}

/**
 * Whether the remark may close the question: it says so, or thanks without asking on, and the asker has not just said
 * that they would try, that it does not work, or that they found it alone.
 */
function mayClose(askerId: string, window: readonly Turn[], { asks, standing }: Closing): boolean {
  if (standing !== undefined) return standing === 'solved';
  const lastHelp = window.findLastIndex((turn) => isHelp(askerId, turn));
  const own = window.slice(lastHelp + 1).filter(({ authorId }) => authorId === askerId);
  const said = own.findLast((turn) => turn.standing !== undefined)?.standing;
  return !asks && (said === undefined || said === 'solved');
}

function isHelp(askerId: string, turn: Turn): boolean {
  return !turn.isBot && turn.authorId !== askerId && turn.says > 0;
}

/** The turns of others that may have helped: not bots', and more than small talk. */
function helpful(askerId: string, turns: readonly Turn[]): Turn[] {
  return turns.filter((turn) => isHelp(askerId, turn));
}

/** The message replied to; if that is small talk, the best of the same person. `nobody` for a bot. */
function proposeReplied(
  askerId: string,
  turns: readonly Turn[],
  window: readonly Turn[],
  { repliedTo }: Closing,
): Proposal | 'nobody' | undefined {
  if (repliedTo === undefined || repliedTo.authorId === askerId) return undefined;
  const turn = turns.find(({ messageId }) => messageId === repliedTo.messageId);
  if (turn?.isBot) return 'nobody';
  if (turn === undefined || turn.says > 0) return { ...repliedTo, why: 'reply' };
  return bestOf(askerId, repliedTo.authorId, window, 'reply') ?? { ...repliedTo, why: 'reply' };
}

/**
 * Who spoke last to the asker, of several: the one author of the turns between the asker's last words and those before
 * them. If two spoke there, the one who addressed the asker; if both or none did, it could be either.
 */
function lastAnswerer(askerId: string, window: readonly Turn[]): string | undefined {
  const end = window.findLastIndex((turn) => turn.authorId !== askerId && turn.says > 0);
  const begin = window.findLastIndex((turn, at) => at < end && turn.authorId === askerId);
  const run = helpful(askerId, window.slice(begin + 1, end + 1)).filter((turn) => isFor(askerId, turn));
  const authors = new Set(run.map(({ authorId }) => authorId));
  if (authors.size === 1) return run[0]?.authorId;
  const direct = new Set(
    run.filter(({ addressed }) => addressed.includes(askerId)).map(({ authorId }) => authorId),
  );
  return direct.size === 1 ? [...direct][0] : undefined;
}

/** Of somebody's last answer, which may be several messages, the one that explains most; of equals the last. */
function bestOf(
  askerId: string,
  authorId: string,
  window: readonly Turn[],
  why: ProposalWhy,
): Proposal | undefined {
  const own = helpful(askerId, window).filter((turn) => turn.authorId === authorId && isFor(askerId, turn));
  const last = own.findLast(({ asks }) => !asks) ?? own.at(-1);
  if (last === undefined) return undefined;
  const end = window.indexOf(last);
  const begin = window.findLastIndex((turn, at) => at < end && turn.authorId === askerId);
  const answer = own.filter((turn) => {
    const at = window.indexOf(turn);
    return at > begin && at <= end && last.at - turn.at <= ONE_ANSWER_MS && !turn.asks;
  });
  const most = Math.max(...answer.map(({ says }) => says));
  const { messageId } = answer.findLast(({ says }) => says === most) ?? last;
  return { messageId, authorId, why };
}

/** Whether a turn may be meant for somebody: it addresses them, or nobody. */
function isFor(memberId: string, { addressed }: Turn): boolean {
  return addressed.length === 0 || addressed.includes(memberId);
}
