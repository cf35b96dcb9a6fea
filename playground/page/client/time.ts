// Times in words, as Discord writes them.
import { worldNow } from './store.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'long', year: 'numeric' });
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

const STYLES: Record<string, Intl.DateTimeFormatOptions> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};

export function clockTime(at: number): string {
  return clock.format(at);
}

export function dayOf(at: number): string {
  return day.format(at);
}

/** Quicker than comparing the days' names: a long history asks it for each message. */
export function isSameDay(one: number, other: number): boolean {
  return new Date(one).toDateString() === new Date(other).toDateString();
}

/** "Today at 14:05", "23 November 2026 14:05". */
export function longTime(at: number): string {
  const today = dayOf(at) === dayOf(worldNow());
  return today ? `Today at ${clockTime(at)}` : `${dayOf(at)} ${clockTime(at)}`;
}

/** `<t:…:style>` in words. */
export function inStyle(at: number, style: string): string {
  if (style === 'R') return fromNow(at);
  return new Intl.DateTimeFormat(undefined, STYLES[style] ?? STYLES.f).format(at);
}

/** "in 3 minutes", "2 days ago". */
export function fromNow(at: number): string {
  const ms = at - worldNow();
  const distance = Math.abs(ms);
  if (distance < MINUTE) return relative.format(Math.round(ms / 1000), 'second');
  if (distance < HOUR) return relative.format(Math.round(ms / MINUTE), 'minute');
  if (distance < DAY) return relative.format(Math.round(ms / HOUR), 'hour');
  if (distance < 30 * DAY) return relative.format(Math.round(ms / DAY), 'day');
  if (distance < 365 * DAY) return relative.format(Math.round(ms / (30 * DAY)), 'month');
  return relative.format(Math.round(ms / (365 * DAY)), 'year');
}
