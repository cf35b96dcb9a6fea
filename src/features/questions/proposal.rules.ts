// Picks the message that may have solved a question, when its asker thanks or says that it works; none when unsure. Pure.
import type { PastMessage } from '../../core/actions.ts';
import { isBefore } from '../../core/snowflakes.ts';
import { mentionsOutsideQuotes, ownWords, visibleText } from '../language/visible-text.rules.ts';
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
  /** It ends with a question mark, so it is rather a question than an answer. */
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
/** The same at the very end of a message. */
const LAST_QUESTION = /(?:[?？]|\p{Script=Greek};|か。?)[\s"'”»)?!…:;pdD]*$/u;
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
    asks: LAST_QUESTION.test(ownWords(content).replaceAll(EVERY_LINK, '')),
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
    asks: QUESTION.test(ownWords(content).replaceAll(EVERY_LINK, '')),
    standing: findStanding(content),
  };
}

function wordsSaid(content: string): number {
  const text = visibleText(content);
  const unspaced = text.match(UNSPACED)?.length ?? 0;
  const spaced = text.replaceAll(UNSPACED, ' ').match(WORD)?.length ?? 0;
  const words = Math.min(MOST_WORDS, spaced + Math.ceil(unspaced / UNSPACED_WORD));
  if (CODE.test(content) || LINK.test(content)) return words + WORDS_OF_CODE;
  return words < FEWEST_WORDS || isNoHelp(content) ? 0 : words;
}

/** What is known when the asker remarks: the turns of people before it, oldest first, and the remark. */
interface Talk {
  askerId: string;
  window: readonly Turn[];
  closing: Closing;
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
  const before = turns.filter((turn) => isBefore(turn.messageId, closing.messageId));
  const talk = { askerId, window: before.filter(({ isBot }) => !isBot).slice(-TURNS_READ), closing };
  if (!mayClose(talk)) return undefined;
  const { repliedTo } = closing;
  if (repliedTo !== undefined && repliedTo.authorId !== askerId) {
    const replied = before.find(({ messageId }) => messageId === repliedTo.messageId);
    return replied?.isBot ? undefined : proposeReplied(talk, repliedTo, replied);
  }
  const helper = helperMeant(talk);
  return helper && bestOf(talk, helper.authorId, helper.why);
}

/** Messages that the asker may choose from when another one solved it: those of others that say something, newest first. */
export function candidatesIn(askerId: string, turns: readonly Turn[]): Turn[] {
  return turns
    .filter((turn) => isHelp(askerId, turn))
    .toReversed()
    .slice(0, MOST_CANDIDATES);
}

/**
 * Whether the remark may close the question: it says so, or thanks without asking on, and the asker has not just said
 * that they would try, that it does not work, or that they found it alone.
 */
function mayClose({ askerId, window, closing: { asks, standing } }: Talk): boolean {
  if (standing !== undefined) return standing === 'solved';
  const lastHelp = window.findLastIndex((turn) => isHelp(askerId, turn));
  const own = window.slice(lastHelp + 1).filter(({ authorId }) => authorId === askerId);
  const said = own.findLast((turn) => turn.standing !== undefined)?.standing;
  return !asks && (said === undefined || said === 'solved');
}

/** Whether a turn may have helped: not the asker's or a bot's, and more than small talk. */
function isHelp(askerId: string, { isBot, authorId, says }: Turn): boolean {
  return !isBot && authorId !== askerId && says > 0;
}

/** The message replied to; if that is small talk, the best of the same person. */
function proposeReplied(
  talk: Talk,
  repliedTo: { messageId: string; authorId: string },
  replied: Turn | undefined,
): Proposal {
  const itself = { ...repliedTo, why: 'reply' } as const;
  if (replied === undefined || replied.says > 0) return itself;
  return bestOf(talk, repliedTo.authorId, 'reply') ?? itself;
}

/** Whom the remark means when it answers nobody: the one person mentioned, the only helper, or who answered last. */
function helperMeant(talk: Talk): { authorId: string; why: ProposalWhy } | undefined {
  const { askerId, window, closing } = talk;
  const helpers = new Set(window.filter((turn) => isHelp(askerId, turn)).map(({ authorId }) => authorId));
  const told = closing.mentions.filter((id) => id !== askerId);
  if (told.length > 0)
    return only(
      told.filter((id) => helpers.has(id)),
      'mention',
    );
  return only([...helpers], 'onlyHelper') ?? only(lastAnswerers(talk), 'lastAnswer');
}

function only(ids: readonly string[], why: ProposalWhy): { authorId: string; why: ProposalWhy } | undefined {
  const [authorId, ...others] = ids;
  return authorId === undefined || others.length > 0 ? undefined : { authorId, why };
}

/**
 * Who spoke last to the asker: the authors of the turns between the asker's last words and those before them; if
 * there are several, those who addressed the asker.
 */
function lastAnswerers({ askerId, window }: Talk): string[] {
  const end = window.findLastIndex((turn) => isHelp(askerId, turn));
  const begin = window.findLastIndex((turn, at) => at < end && turn.authorId === askerId);
  const run = window
    .slice(begin + 1, end + 1)
    .filter((turn) => isHelp(askerId, turn) && isFor(askerId, turn));
  const authors = new Set(run.map(({ authorId }) => authorId));
  if (authors.size <= 1) return [...authors];
  const direct = run.filter(({ addressed }) => addressed.includes(askerId));
  return [...new Set(direct.map(({ authorId }) => authorId))];
}

/**
 * Of somebody's last answer, which may be several messages, the one that explains most; of equals the last. A question
 * ("did you restart it?") is an answer only where the remark says that it works, or was made to that person.
 */
function bestOf(
  { askerId, window, closing }: Talk,
  authorId: string,
  why: ProposalWhy,
): Proposal | undefined {
  const own = window.filter(
    (turn) => turn.authorId === authorId && isHelp(askerId, turn) && isFor(askerId, turn),
  );
  const asked = closing.standing === 'solved' || why === 'reply' ? own.at(-1) : undefined;
  const last = own.findLast((turn) => !turn.asks) ?? asked;
  if (last === undefined) return undefined;
  const end = window.indexOf(last);
  const begin = window.findLastIndex((turn, at) => at < end && turn.authorId === askerId);
  const spoken = new Set(window.slice(begin + 1, end + 1));
  const answer = own.filter(
    (turn) => spoken.has(turn) && last.at - turn.at <= ONE_ANSWER_MS && (!turn.asks || turn === last),
  );
  const most = Math.max(...answer.map(({ says }) => says));
  const { messageId } = answer.findLast(({ says }) => says === most) ?? last;
  return { messageId, authorId, why };
}

/** Whether a turn may be meant for somebody: it addresses them, or nobody. */
function isFor(memberId: string, { addressed }: Turn): boolean {
  return addressed.length === 0 || addressed.includes(memberId);
}
