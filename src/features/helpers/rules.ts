// What a member can wish about being mentioned: when, how often, and how times of day are written. Pure.
import { type Refusal, refuse } from '../../core/context.ts';
import { findTimeZone } from '../../core/time-zones.ts';

/** More mentions a day than these nobody wishes for themselves. */
export const HIGHEST_DAILY_LIMIT = 20;
export const DEFAULT_DAILY_LIMIT = 3;

const TIME_OF_DAY = /^(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm)?$/i;

/** "22:00", "8", "7.30", "10 pm" → minutes after midnight; nothing for what is no time of day. */
export function minutesFrom(typed: string): number | undefined {
  const [, hours = '', minutes = '0', half] = TIME_OF_DAY.exec(typed.trim()) ?? [];
  if (hours === '' || Number(minutes) > 59) return undefined;
  const hour = Number(hours);
  if (half === undefined) {
    if (hour === 24 && Number(minutes) === 0) return 0;
    return hour < 24 ? hour * 60 + Number(minutes) : undefined;
  }
  if (hour < 1 || hour > 12) return undefined;
  return ((hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0)) * 60 + Number(minutes);
}

/** 1320 → "22:00". */
export function timeOfDay(minutes: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** What somebody typed of their wishes; what is left out stays as it is. */
export interface Typed {
  available?: 'on' | 'off' | undefined;
  quietFrom?: string | undefined;
  quietTo?: string | undefined;
  timeZone?: string | undefined;
  dailyLimit?: number | undefined;
}

export interface Wish {
  available?: boolean;
  /** Minutes after midnight; the same twice means no quiet hours. */
  quiet?: { from: number; to: number };
  timeZone?: string;
  dailyLimit?: number;
}

/** Whether a wish says more than yes or no. */
export function hasDetails({ quiet, timeZone, dailyLimit }: Wish): boolean {
  return quiet !== undefined || timeZone !== undefined || dailyLimit !== undefined;
}

/** Reads a wish, or says what cannot be read. Quiet hours need both their ends. `locale` is the reader's, for names of places. */
export function readWish(typed: Typed, locale: string): Wish | Refusal {
  const { available, quietFrom, quietTo, timeZone, dailyLimit } = typed;
  const wish: Wish = {};
  if (available !== undefined) wish.available = available === 'on';
  if (dailyLimit !== undefined) wish.dailyLimit = dailyLimit;
  if (timeZone !== undefined) {
    const found = findTimeZone(timeZone, locale);
    const zone = 'zone' in found ? found.zone : judgeGuesses(found.suggestions, timeZone);
    if (typeof zone !== 'string') return zone;
    wish.timeZone = zone;
  }
  if (quietFrom !== undefined || quietTo !== undefined) {
    if (quietFrom === undefined || quietTo === undefined) return refuse('quietNeedsBoth');
    const from = minutesFrom(quietFrom);
    const to = minutesFrom(quietTo);
    if (from === undefined) return refuse('timeOfDayUnknown', { typed: shown(quietFrom) });
    if (to === undefined) return refuse('timeOfDayUnknown', { typed: shown(quietTo) });
    wish.quiet = { from, to };
  }
  return wish;
}

/** The only place that can be meant; several are named, so that one of them is chosen. */
function judgeGuesses(guesses: readonly string[], typed: string): string | Refusal {
  const [first, second] = guesses;
  if (first === undefined) return refuse('zoneUnknown', { typed: shown(typed) });
  if (second === undefined) return first;
  return refuse('zoneOneOf', { typed: shown(typed), zone: first.replaceAll('_', ' ') });
}

const shown = (typed: string) => typed.replaceAll('`', 'ʼ').slice(0, 50);
