// Decides whom a thank-you is for, from the message, what it answers, and who spoke before; nobody when unsure.
import { type Clause, clausesOf, closesRequest } from './clauses.rules.ts';
import { calledBeside, calledByName, calledInThanks, mentionedBesides, type Names } from './named.rules.ts';

/** Somebody thanked within this time of an answer means that answer; later, too much has happened in between. */
export const ANSWER_FRESH_MS = 15 * 60_000;
/** A thank-you to more people than this is a speech, and points for all of them a temptation. */
export const MOST_RECEIVERS = 5;
/** Turns looked at before a thank-you: what a reader sees without scrolling far. It also bounds the work. */
export const TURNS_READ = 50;
/** If more people than this wrote since the thanker came in, and to nobody in particular, it could be any of them. */
const MOST_ANSWERERS = 2;

/** One message as the conversation window keeps it: never its text, only what was read off it when it arrived. */
export interface Turn {
  authorId: string;
  messageId: string;
  /** Milliseconds since 1970; unknown in some recorded chats. */
  at: number | undefined;
  /** Ids of the people it mentions or replies to, the author left out. */
  addressed: readonly string[];
  /** It ends a sentence with a question mark, so it is rather a question than an answer. */
  asks: boolean;
  isBot?: boolean;
}

/** How it is known whom a thank-you is for. */
export type Why = 'reply' | 'mention' | 'name' | 'addressed' | 'answered' | 'thread';

/** Who is thanked, and with which message they helped, where that is known. Empty: unsure, so nobody. */
export interface Credit {
  receivers: { memberId: string; messageId: string | undefined; why: Why }[];
}

/** A message that thanks. */
export interface ThankYou {
  authorId: string;
  at: number | undefined;
  content: string;
  /** Ids of the people mentioned outside quotes, in order. */
  mentions: readonly string[];
  /** The message replied to, whether its author was pinged or not. */
  repliedTo?: { authorId: string; messageId: string; isBot?: boolean };
  /** Where it stands in a thread: who opened that, and who wrote in it. */
  thread?: { ownerId: string; participantIds: readonly string[] };
  /** Bots among the people above, beyond those seen in the window. */
  botIds?: readonly string[];
}

/** A link is full of question marks that ask nothing. */
const LINK = /https?:\/\/\S+/g;
/** A question mark that ends a word; in Greek it looks like a semicolon, in Japanese か does as well. */
const QUESTION = /\?(?=[\s"'”»)?!…]|$)|[？؟]|\p{Script=Greek};|か(?=[。\s]|$)/mu;

/** Without any of these a message asks nothing. */
const MAY_ASK = /[?？؟;か]/;

/** What the conversation window keeps of a message. */
export function readTurn(message: {
  authorId: string;
  messageId: string;
  at?: number;
  content: string;
  mentions: readonly string[];
  repliedToAuthorId?: string;
  isBot?: boolean;
}): Turn {
  const { authorId, messageId, at, content, mentions, repliedToAuthorId, isBot } = message;
  const addressed = new Set(mentions);
  if (repliedToAuthorId !== undefined) addressed.add(repliedToAuthorId);
  addressed.delete(authorId);
  const asks = MAY_ASK.test(content) && QUESTION.test(content.replace(LINK, ''));
  return { authorId, messageId, at, addressed: [...addressed], asks, isBot };
}

/**
 * Whom a thank-you is for. The author replied to, with those plainly thanked beside ("thanks you and @b"), at most 5;
 * else the people mentioned, at most 5, or those called by name; else the last who addressed or answered the
 * thanker within 15 minutes; else the one helper in the thanker's own thread. Thanks said to a bot are for nobody
 * else. `before` are the channel's earlier messages, oldest first, of which the last 50 are read; `names` what the
 * people in that window are called. Never the thanker, never a bot; nobody when unsure, and nobody when the thanks only
 * close a request.
 */
export function findReceivers(thanks: ThankYou, before: readonly Turn[], names: Names = new Map()): Credit {
  const { authorId } = thanks;
  const clauses = clausesOf(thanks.content);
  if (closesRequest(clauses)) return { receivers: [] };
  const window = before.slice(-TURNS_READ);
  const bots = botsIn(thanks, window);
  // Looked at only where the message does not say itself who is meant, and with which message they helped.
  const turns = () => window.filter((turn) => !bots.has(turn.authorId));
  const fresh = () => turns().filter((turn) => isFresh(turn, thanks.at));

  const told = peopleTold(thanks, clauses, () => namesOf(turns(), names));
  const others = told.filter(({ memberId }) => memberId !== authorId);
  const receivers: Receiver[] =
    others.length > 0
      ? others.filter(({ memberId }) => !bots.has(memberId)).slice(0, MOST_RECEIVERS)
      : personHeard(thanks, turns(), fresh(), bots);
  return {
    receivers: receivers.map(({ memberId, messageId, why }) => ({
      memberId,
      messageId: messageId ?? helpfulMessage(memberId, authorId, why === 'thread' ? turns() : fresh()),
      why,
    })),
  };
}

/** What those who said this are called. */
function namesOf(turns: readonly Turn[], names: Names): Names {
  const present = new Set(turns.map((turn) => turn.authorId));
  return new Map([...names].filter(([id]) => present.has(id)));
}

interface Receiver {
  memberId: string;
  messageId?: string;
  why: Why;
}

/** The people whom the message itself tells, the thanker and bots still among them; each once. */
function peopleTold(
  { authorId, mentions, repliedTo }: ThankYou,
  clauses: readonly Clause[],
  names: () => Names,
): Receiver[] {
  const mentioned = (ids: readonly string[], except?: string) =>
    ids
      .filter((id) => mentions.includes(id) && id !== except)
      .map((memberId): Receiver => ({ memberId, why: 'mention' }));

  if (repliedTo !== undefined && repliedTo.authorId !== authorId) {
    const { authorId: memberId, messageId } = repliedTo;
    return [{ memberId, messageId, why: 'reply' }, ...mentioned(calledBeside(clauses), memberId)];
  }
  const called = calledInThanks(clauses);
  if (called.length > 0) return mentioned(called);
  const named = calledByName(clauses, names());
  if (named.length === 0) return mentioned(mentionedBesides(clauses));
  return named.map((memberId) => ({ memberId, why: 'name' }));
}

/** The one person whom a thank-you that tells nobody is for, as far as the talk before it shows. */
function personHeard(thanks: ThankYou, turns: Turn[], fresh: Turn[], bots: Set<string>): Receiver[] {
  const { authorId, thread } = thanks;
  const ownThread = thread?.ownerId === authorId;
  const reply = answerToQuestion(authorId, fresh);
  if (reply !== undefined) return [helpedIn(reply, 'answered')];
  const address = fresh.findLast((turn) => turn.authorId !== authorId && turn.addressed.includes(authorId));
  if (address !== undefined) return [helpedIn(address, 'addressed')];
  const answer = answerSince(authorId, turns, fresh, ownThread);
  if (answer !== undefined) return [helpedIn(answer, 'answered')];

  const spokenTo = lastSpokenTo(authorId, fresh);
  if (spokenTo !== undefined) return [{ memberId: spokenTo, why: 'answered' }];
  const helpers = (thread?.participantIds ?? []).filter((id) => id !== authorId && !bots.has(id));
  return ownThread && helpers.length === 1 ? helpers.map((memberId) => ({ memberId, why: 'thread' })) : [];
}

function helpedIn({ authorId, messageId }: Turn, why: Why): Receiver {
  return { memberId: authorId, messageId, why };
}

/**
 * The answer to the thanker's last question, if nobody but one person spoke since, and to nobody else.
 * Such an answer counts before an earlier one in which the thanker was addressed.
 */
function answerToQuestion(authorId: string, fresh: readonly Turn[]): Turn | undefined {
  const question = fresh.findLastIndex((turn) => turn.authorId === authorId && turn.asks);
  if (question < 0) return undefined;
  const since = fresh.slice(question + 1).filter((turn) => turn.authorId !== authorId);
  const alone = new Set(since.map((turn) => turn.authorId)).size === 1;
  return alone && since.every((turn) => isFor(authorId, turn)) ? since.at(-1) : undefined;
}

/**
 * The last thing said, to nobody in particular, since the thanker came in (or in their thread), questions left
 * out; unless more than two people said such things, because then it could be any of them.
 */
function answerSince(authorId: string, turns: Turn[], fresh: Turn[], ownThread: boolean): Turn | undefined {
  const cameIn = turns.findIndex((turn) => turn.authorId === authorId);
  if (cameIn < 0 && !ownThread) return undefined;
  const heard = new Set(turns.slice(cameIn + 1));
  const answers = fresh.filter(
    (turn) => heard.has(turn) && turn.authorId !== authorId && turn.addressed.length === 0 && !turn.asks,
  );
  const answerers = new Set(answers.map((turn) => turn.authorId));
  return answerers.size <= MOST_ANSWERERS ? answers.at(-1) : undefined;
}

/** The one person, there before, to whom the thanker's last words were said: "@bob trying that …", then "Thanks!" */
function lastSpokenTo(authorId: string, fresh: readonly Turn[]): string | undefined {
  const last = fresh.findLastIndex((turn) => turn.authorId === authorId);
  const there = new Set(fresh.slice(0, Math.max(last, 0)).map((turn) => turn.authorId));
  const addressed = (fresh[last]?.addressed ?? []).filter((id) => there.has(id));
  return addressed.length === 1 ? addressed[0] : undefined;
}

/** The message with which somebody helped: the last one said to the thanker, else to nobody in particular. */
function helpfulMessage(memberId: string, thankerId: string, turns: readonly Turn[]): string | undefined {
  const own = turns.filter((turn) => turn.authorId === memberId);
  const helpful =
    own.findLast((turn) => turn.addressed.includes(thankerId)) ??
    own.findLast((turn) => isFor(thankerId, turn));
  return helpful?.messageId;
}

/** Whether a turn may be meant for somebody: it addresses them, or nobody. */
function isFor(memberId: string, { addressed }: Turn): boolean {
  return addressed.length === 0 || addressed.includes(memberId);
}

/** Recent enough; where times are unknown, the window's size alone is the limit. */
function isFresh(turn: Turn, at: number | undefined): boolean {
  return at === undefined || turn.at === undefined || at - turn.at <= ANSWER_FRESH_MS;
}

function botsIn({ repliedTo, botIds = [] }: ThankYou, window: readonly Turn[]): Set<string> {
  const bots = window.filter((turn) => turn.isBot).map((turn) => turn.authorId);
  return new Set([...botIds, ...bots, ...(repliedTo?.isBot ? [repliedTo.authorId] : [])]);
}
