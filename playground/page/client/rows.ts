// How messages follow each other: under one name what one person says in a row, with a line where a day begins.
import type { MessageView } from '../wire.ts';
import { SPOKEN } from './system-text.ts';
import { dayOf, isSameDay } from './time.ts';

/** Messages of one person within this time stand under one name. */
const TOGETHER_MS = 7 * 60_000;

export interface Row {
  message: MessageView;
  /** With picture and name. */
  isHead: boolean;
  /** The day that begins with it. */
  day: string | undefined;
}

export function rowsOf(messages: readonly MessageView[]): Row[] {
  return messages.map((message, index) => {
    const last = messages[index - 1];
    const isNewDay = last === undefined || !isSameDay(last.at, message.at);
    const isHead = isNewDay || !continues(last, message);
    return { message, isHead, day: isNewDay ? dayOf(message.at) : undefined };
  });
}

export function isSameRow(one: Row, other: Row): boolean {
  return one.message === other.message && one.isHead === other.isHead && one.day === other.day;
}

function continues(last: MessageView, message: MessageView): boolean {
  return (
    last.authorId === message.authorId &&
    last.ephemeral === message.ephemeral &&
    message.at - last.at < TOGETHER_MS &&
    message.reply === undefined &&
    message.command === undefined &&
    SPOKEN.includes(last.type) &&
    SPOKEN.includes(message.type)
  );
}
