// Holidays: how their days are typed, which can be taken, and how they stop the clock.
import { type Refusal, refuse } from '../../core/context.ts';

const DAY_MS = 86_400_000;
/** Longer than half a year is no holiday; moderators can give a tier back at any time. */
export const LONGEST_LEAVE_DAYS = 183;
/** How far ahead a holiday can begin, in days. */
const FURTHEST_AHEAD_DAYS = 366;
/** Holidays to come that one member can have at a time. */
export const MOST_LEAVES = 5;

/** From the first moment of the first day to the first moment after the last, in ms. */
export interface Span {
  fromAt: number;
  toAt: number;
}

/** The days as somebody typed them. The first one alone is a holiday of that day; the last one alone begins today. */
export interface TypedDays {
  from: string | undefined;
  to: string | undefined;
  /** In which "tomorrow" is understood: BCP 47. Where a word means two days, the later language has it. */
  languages: readonly string[];
}

/** Days that have names, counted from today: some languages have one for the day after tomorrow. */
const NAMED_DAYS = [0, 1, 2] as const;

/** What people say for a day that is no date: "tomorrow", "morgen", "demain", with how many days it is from today. */
function dayNames(languages: readonly string[]): ReadonlyMap<string, number> {
  return new Map(
    languages.flatMap((language) => {
      const names = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
      return NAMED_DAYS.map((days) => [folded(names.format(days, 'day')), days] as const);
    }),
  );
}

/** However it was typed: in whatever case, in letters and digits of full width. */
function folded(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase();
}

/**
 * The day that somebody means: `2026-12-24`, `today` or `tomorrow` in these languages, or `+14` for so many days from
 * today. Dates that read differently in different countries (3/4) are no days.
 */
export function readDay(
  typed: string,
  today: Temporal.PlainDate,
  languages: readonly string[],
): Temporal.PlainDate | undefined {
  const text = folded(typed);
  const ahead = dayNames(languages).get(text) ?? (/^\+\d{1,3}$/.test(text) ? Number(text) : undefined);
  if (ahead !== undefined) return today.add({ days: ahead });
  if (!/^\d{4}-\d{1,2}-\d{1,2}$/.test(text)) return undefined;
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}

export function today(now: number, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate();
}

/** The span of a holiday, or why it cannot be. `others` are those taken already and not over. */
export function judgeLeave(
  typed: TypedDays,
  now: number,
  timeZone: string,
  others: readonly Span[],
): Span | Refusal {
  const first = today(now, timeZone);
  const read = (day: string) => readDay(day, first, typed.languages);
  const from = typed.from === undefined ? first : read(typed.from);
  const to = typed.to === undefined ? from : read(typed.to);
  if (!from || !to) return refuse('leaveUnreadable', { example: first.add({ days: 14 }).toString() });
  // Asked first: where only the last day was typed there is nothing to swap.
  if ([from, to].some((day) => Temporal.PlainDate.compare(day, first) < 0)) return refuse('leavePast');
  if (Temporal.PlainDate.compare(to, from) < 0) return refuse('leaveBackwards');
  if (from.since(first, { largestUnit: 'days' }).days > FURTHEST_AHEAD_DAYS)
    return refuse('leaveTooFar', { count: FURTHEST_AHEAD_DAYS });
  if (to.since(from, { largestUnit: 'days' }).days + 1 > LONGEST_LEAVE_DAYS)
    return refuse('leaveTooLong', { count: LONGEST_LEAVE_DAYS });
  if (others.length >= MOST_LEAVES) return refuse('leaveTooMany', { count: MOST_LEAVES });
  const span = {
    fromAt: from.toZonedDateTime(timeZone).epochMilliseconds,
    toAt: to.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds,
  };
  return others.some((other) => other.fromAt < span.toAt && span.fromAt < other.toAt)
    ? refuse('leaveOverlaps')
    : span;
}

export function isOnLeave(leaves: readonly Span[], now: number): boolean {
  return leaves.some(({ fromAt, toAt }) => fromAt <= now && now < toAt);
}

/** When `days` outside holidays have passed since `start`, in ms. */
export function afterDays(start: number, days: number, leaves: readonly Span[]): number {
  let due = start + days * DAY_MS;
  for (const { fromAt, toAt } of apart(leaves)) {
    const begin = Math.max(fromAt, start);
    if (toAt > begin && begin < due) due += toAt - begin;
  }
  return due;
}

/** The moment since which `days` outside holidays have passed at `now`, in ms. */
export function beforeDays(now: number, days: number, leaves: readonly Span[]): number {
  let since = now - days * DAY_MS;
  for (const { fromAt, toAt } of apart(leaves).reverse()) {
    const end = Math.min(toAt, now);
    if (end > fromAt && end > since) since -= end - fromAt;
  }
  return since;
}

/** In order, and none that lies over another: what one holiday covers does not count twice. */
function apart(leaves: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const { fromAt, toAt } of leaves.toSorted((a, b) => a.fromAt - b.fromAt)) {
    const last = joined.at(-1);
    if (last && fromAt <= last.toAt) last.toAt = Math.max(last.toAt, toAt);
    else joined.push({ fromAt, toAt });
  }
  return joined;
}
