// Remembers who spoke last in each channel, in memory and without any text, so that a thank-you finds its receiver.
import { isBefore } from '../../core/snowflakes.ts';
import { TURNS_READ, type Turn } from './credit.rules.ts';
import { callNames, type Names } from './named.rules.ts';

/** Channels remembered at once; beyond that, the one that was quiet longest is forgotten. */
const MOST_CHANNELS = 2_000;

interface Window {
  /** Oldest first. */
  turns: Turn[];
  /** Folded, of the authors of these turns only. */
  names: Map<string, string[]>;
  /** The same as they are written. */
  written: Map<string, readonly string[]>;
  /** Filled from the channel's history, and kept up since. */
  whole: boolean;
}

/**
 * The last 50 turns of each channel (a thread is a channel of its own). Turns may come twice, late or out of
 * order: they are kept in the order of their ids, which are Discord's and grow with time.
 */
export class Conversation {
  readonly #mostChannels: number;
  /** Least recently used first. */
  readonly #windows = new Map<string, Window>();

  constructor(mostChannels: number = MOST_CHANNELS) {
    this.#mostChannels = mostChannels;
  }

  /** Remembers a turn, in place of an earlier reading of the same message; `names` are those its author goes by. */
  note(channelId: string, turn: Turn, names: readonly string[] = []): void {
    const window = this.#use(channelId) ?? this.#open(channelId);
    const replaced = insert(window.turns, turn);
    if (names.length > 0) noteNames(window, turn.authorId, names);
    if (replaced) forgetNames(window, replaced.authorId);
    const oldest = window.turns.length > TURNS_READ ? window.turns.shift() : undefined;
    if (oldest) forgetNames(window, oldest.authorId);
  }

  /** What was said in the channel before a message, oldest first. */
  before(channelId: string, messageId: string): readonly Turn[] {
    const turns = this.#use(channelId)?.turns ?? [];
    // Mostly all of them: the message is the latest.
    return turns.slice(0, turns.findLastIndex((turn) => isBefore(turn.messageId, messageId)) + 1);
  }

  /** Forgets a message that was deleted. */
  forget(channelId: string, messageId: string): void {
    const window = this.#windows.get(channelId);
    if (window === undefined) return;
    const gone = window.turns.find((turn) => turn.messageId === messageId);
    if (gone === undefined) return;
    window.turns.splice(window.turns.indexOf(gone), 1);
    forgetNames(window, gone.authorId);
  }

  /** Forgets everything: after a gap, what is remembered may miss what matters. */
  forgetAll(): void {
    this.#windows.clear();
  }

  /** Who wrote in the channel as far as remembered, bots left out, in the order of their first turn. */
  participants(channelId: string): string[] {
    const people = (this.#windows.get(channelId)?.turns ?? []).filter((turn) => !turn.isBot);
    return [...new Set(people.map((turn) => turn.authorId))];
  }

  /** The names by which the channel's recent authors go, folded. */
  names(channelId: string): Names {
    return this.#windows.get(channelId)?.names ?? new Map();
  }

  /** Whether the window holds all that was said lately; if not, the channel's history is worth asking for. */
  isWhole(channelId: string): boolean {
    const window = this.#windows.get(channelId);
    return window !== undefined && (window.whole || window.turns.length >= TURNS_READ);
  }

  /** Says that the channel's history was asked for, so that nothing said before is missing. */
  markWhole(channelId: string): void {
    (this.#use(channelId) ?? this.#open(channelId)).whole = true;
  }

  #use(channelId: string): Window | undefined {
    const window = this.#windows.get(channelId);
    if (window === undefined) return undefined;
    this.#windows.delete(channelId);
    this.#windows.set(channelId, window);
    return window;
  }

  #open(channelId: string): Window {
    const window: Window = { turns: [], names: new Map(), written: new Map(), whole: false };
    this.#windows.set(channelId, window);
    const [quietest] = this.#windows.keys();
    if (this.#windows.size > this.#mostChannels && quietest !== undefined) this.#windows.delete(quietest);
    return window;
  }
}

/** Puts a turn in its place, which is the end unless it comes late; of the same message, the new reading stays, and the earlier one comes back. */
function insert(turns: Turn[], turn: Turn): Turn | undefined {
  const last = turns.at(-1);
  if (last === undefined || isBefore(last.messageId, turn.messageId)) {
    turns.push(turn);
    return undefined;
  }
  const place = turns.findLastIndex(({ messageId }) => !isBefore(turn.messageId, messageId));
  const again = turns[place]?.messageId === turn.messageId;
  const [earlier] = turns.splice(again ? place : place + 1, again ? 1 : 0, turn);
  return earlier;
}

/** Hardly anybody is called something else than a moment ago. */
function noteNames({ names, written }: Window, authorId: string, given: readonly string[]): void {
  const known = written.get(authorId);
  if (known?.length === given.length && known.every((name, at) => name === given[at])) return;
  written.set(authorId, given);
  names.set(authorId, callNames(given));
}

/** Forgets what somebody is called of whom no turn is left. */
function forgetNames({ turns, names, written }: Window, authorId: string): void {
  if (turns.some((turn) => turn.authorId === authorId)) return;
  names.delete(authorId);
  written.delete(authorId);
}
