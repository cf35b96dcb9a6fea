// Recorded chats as Discord would have seen them: names become mentions, and times a running calendar.
import * as z from 'zod';
import { readJsonl } from './jsonl.ts';

const recorded = z.object({
  author: z.string().min(1),
  content: z.string(),
  mentions: z.array(z.string()).default([]),
  ts: z.string().optional(),
  ch: z.string().default('chat'),
});

/** One line of a recorded chat, with its time in ms since 1970. */
export interface Line {
  author: string;
  content: string;
  mentions: readonly string[];
  ch: string;
  at: number;
}

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** Discord's ids begin to count in 2015: it has no earlier messages. */
const FIRST_SNOWFLAKE = Date.UTC(2015, 0, 2);
/** Where a chat tells no times, this much passes from line to line. */
const BETWEEN_LINES_MS = 20_000;
/** A clock that falls back further than this has passed midnight. */
const MIDNIGHT_FALL_MS = DAY_MS / 2;

/** Reads one line as `dialogs-*` and `load-*` files have it; throws what is wrong with another. */
export function readRecorded(line: unknown): z.infer<typeof recorded> {
  return recorded.parse(line);
}

/** A file that cannot be played; its message says why. */
export class UnreadableChat extends Error {}

/** A whole recorded chat in the order of its times. */
export async function readChat(file: string): Promise<Line[]> {
  try {
    const lines = [];
    for await (const line of readJsonl(file)) lines.push(readRecorded(line));
    // Discord has no messages without any text.
    const said = lines.filter(({ content }) => content.trim() !== '');
    if (said.length > 0) return chronology(said, Date.now());
  } catch (err) {
    throw new UnreadableChat(
      `${file} cannot be replayed: ${err instanceof z.ZodError ? z.prettifyError(err) : String(err)}`,
    );
  }
  throw new UnreadableChat(`${file} has no lines.`);
}

/**
 * The lines in the order of their times. Times are ISO dates, or hours and minutes (" 12:45") of the day that the
 * channel is named after ("2004-11-15_03"); days before there was Discord are moved, close together, to `today`.
 */
export function chronology(lines: readonly z.infer<typeof recorded>[], today: number): Line[] {
  const clocks = new Map<string, number>();
  const timed = lines.map((line): Line => {
    const before = clocks.get(line.ch);
    const at = timeOf(line.ts, line.ch, before);
    clocks.set(line.ch, at);
    return { ...line, at };
  });
  return afterDiscordBegan(timed, today).toSorted((a, b) => a.at - b.at);
}

function timeOf(ts: string | undefined, ch: string, before: number | undefined): number {
  const clock = /^\s*(\d{1,2}):(\d{2})$/.exec(ts ?? '');
  if (clock) {
    const day = before ?? dayNamed(ch);
    const midnight = Math.floor(day / DAY_MS) * DAY_MS;
    const at = midnight + (Number(clock[1]) * 60 + Number(clock[2])) * MINUTE_MS;
    return before !== undefined && before - at > MIDNIGHT_FALL_MS ? at + DAY_MS : at;
  }
  const exact = Date.parse(ts ?? '');
  if (!Number.isNaN(exact)) return exact;
  return before === undefined ? dayNamed(ch) : before + BETWEEN_LINES_MS;
}

function dayNamed(ch: string): number {
  const day = Date.parse(/\d{4}-\d{2}-\d{2}/.exec(ch)?.[0] ?? '');
  return Number.isNaN(day) ? 0 : day;
}

function afterDiscordBegan(lines: readonly Line[], today: number): Line[] {
  if (lines.every(({ at }) => at >= FIRST_SNOWFLAKE)) return [...lines];
  const days = [...new Set(lines.map(({ at }) => Math.floor(at / DAY_MS)))].sort((a, b) => a - b);
  const firstDay = Math.floor(today / DAY_MS) - days.length;
  const moved = new Map(days.map((day, i) => [day, firstDay + i]));
  return lines.map((line) => {
    const day = Math.floor(line.at / DAY_MS);
    return { ...line, at: line.at + ((moved.get(day) ?? day) - day) * DAY_MS };
  });
}

/** The text with each name in it ("name:", "@name") made a mention; names it does not spell out go in front. */
export function withMentions(
  content: string,
  names: readonly string[],
  idOf: (name: string) => string,
): string {
  const longestFirst = names.toSorted((one, other) => other.length - one.length);
  return longestFirst.reduce((text, name) => {
    const written = new RegExp(`@?(?<![\\p{L}\\p{N}])${RegExp.escape(name)}(?![\\p{L}\\p{N}])`, 'iu');
    const mention = `<@${idOf(name)}>`;
    return written.test(text) ? text.replace(written, mention) : `${mention} ${text}`;
  }, content);
}
