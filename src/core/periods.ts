// The calendar of standings: which periods a moment belongs to, in the guild's own time zone.

export const periodKinds = ['all', 'year', 'quarter', 'month', 'week'] as const;
export type PeriodKind = (typeof periodKinds)[number];

export interface Period {
  kind: PeriodKind;
  /** `all`, `2026`, `2026-Q4`, `2026-11` or `2026-W48` (ISO week). */
  key: string;
  /** First moment of the period, in ms. */
  start: number;
  /** First moment after it, in ms. */
  end: number;
}

export interface Day {
  start: number;
  end: number;
  periods: readonly Period[];
}

const ALWAYS: Period = { kind: 'all', key: 'all', start: 0, end: Number.MAX_SAFE_INTEGER };
const DAY_MS = 86_400_000;
/** Days remembered, of all time zones together: working one out costs some 50 µs, and most events fall on the same few. */
const REMEMBERED_DAYS = 2_048;
/** By time zone and day of UTC: the local days that hold moments of it, two where midnight falls into it. */
const remembered = new Map<string, Map<number, Day[]>>();
let howMany = 0;

/** The local day that holds the moment `at` (ms), with the five periods it belongs to. */
export function dayAt(at: number, timeZone: string): Day {
  const utcDay = Math.floor(at / DAY_MS);
  const known = remembered
    .get(timeZone)
    ?.get(utcDay)
    ?.find((day) => at >= day.start && at < day.end);
  return known ?? remember(workOutDay(at, timeZone), utcDay, timeZone);
}

function remember(day: Day, utcDay: number, timeZone: string): Day {
  if (howMany >= REMEMBERED_DAYS) {
    remembered.clear();
    howMany = 0;
  }
  const days = remembered.get(timeZone) ?? new Map<number, Day[]>();
  remembered.set(timeZone, days.set(utcDay, [...(days.get(utcDay) ?? []), day]));
  howMany += 1;
  return day;
}

/** How many days are remembered now, of all time zones. */
export function rememberedDays(): number {
  return howMany;
}

/** The period of this kind that holds the moment `at`. */
export function periodAt(kind: PeriodKind, at: number, timeZone: string): Period {
  return dayAt(at, timeZone).periods.find((period) => period.kind === kind) ?? ALWAYS;
}

/** The period that a key names, for those who come back to it later; nothing for what is no key. */
export function periodWithKey(key: string, timeZone: string): Period | undefined {
  if (key === ALWAYS.key) return ALWAYS;
  const day = firstDayOf(key);
  if (!day) return undefined;
  return dayAt(day.toZonedDateTime(timeZone).epochMilliseconds, timeZone).periods.find(
    (period) => period.key === key,
  );
}

/** How many periods that are over are kept of each kind, beside the running one. All time and every year are kept for ever. */
const ENDED_KEPT = { quarter: 1, month: 2, week: 5 } as const;
type Ending = keyof typeof ENDED_KEPT;

/** Says of a period, by its key, whether standings of it are kept. */
export type IsKept = (key: string) => boolean;

/** So many moments and time zones together: a server counts back from the same one for days. */
const REMEMBERED_MOMENTS = 512;
const oldest = new Map<string, Readonly<Record<Ending, string>>>();

/**
 * Which periods are kept, counted back from the moment `asOf` (ms). As it moves on, periods go and none comes back;
 * those that are yet to come are kept, however early somebody's clock has them begin.
 */
export function keptAsOf(asOf: number, timeZone: string): IsKept {
  const from = oldestKept(asOf, timeZone);
  return (key) => {
    const kind = endingOf(key);
    // Keys of one kind stand in the order of their times.
    return kind === undefined || key >= from[kind];
  };
}

/**
 * From which moment (ms) periods are to be counted back, where it was `asOf`; nothing where the same ones are kept. It
 * moves on only as far as both clocks have come: this machine's (`now`), and that of what was recorded last (`heard`),
 * which is mostly Discord's. It goes back only where both say that it was far ahead: what runs would not be kept.
 */
export function keptFrom(
  asOf: number | undefined,
  now: number,
  heard: number,
  timeZone: string,
): number | undefined {
  const sure = Math.min(now, heard);
  if (asOf === undefined) return sure;
  const isKept = keptAsOf(asOf, timeZone);
  const runs = dayAt(Math.max(now, heard), timeZone).periods;
  if (runs.some(({ key }) => !isKept(key))) return sure;
  const goes = Object.values(oldestKept(asOf, timeZone)).some((key) => !keptAsOf(sure, timeZone)(key));
  return goes ? sure : undefined;
}

function oldestKept(asOf: number, timeZone: string): Readonly<Record<Ending, string>> {
  const name = `${asOf} ${timeZone}`;
  const known = oldest.get(name);
  if (known) return known;
  const first = (kind: Ending) => {
    let period = periodAt(kind, asOf, timeZone);
    for (let ended = 0; ended < ENDED_KEPT[kind]; ended++)
      period = periodAt(kind, period.start - 1, timeZone);
    return period.key;
  };
  const from = { quarter: first('quarter'), month: first('month'), week: first('week') };
  if (oldest.size >= REMEMBERED_MOMENTS) oldest.clear();
  oldest.set(name, from);
  return from;
}

/** The kind of a period that goes some time after it ended; nothing for one that is kept for ever. */
function endingOf(key: string): Ending | undefined {
  switch (key[5]) {
    case undefined:
      return undefined;
    case 'Q':
      return 'quarter';
    case 'W':
      return 'week';
    default:
      return 'month';
  }
}

/** Whether the name is a time zone that this machine knows. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    // Stricter than formatting: some abbreviations ("PST") can be shown and not be reckoned with.
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

function firstDayOf(key: string): Temporal.PlainDate | undefined {
  const [, year, quarter, month, week] =
    /^(2\d{3})(?:-Q([1-4])|-(0[1-9]|1[0-2])|-W(0[1-9]|[1-4]\d|5[0-3]))?$/.exec(key) ?? [];
  if (year === undefined) return undefined;
  const day = (monthOfYear: number, dayOfMonth: number) =>
    Temporal.PlainDate.from({ year: Number(year), month: monthOfYear, day: dayOfMonth });
  if (quarter) return day(Number(quarter) * 3 - 2, 1);
  if (month) return day(Number(month), 1);
  // The 4th of January is always in the first ISO week of its year.
  if (week) return day(1, 4).add({ weeks: Number(week) - 1 });
  return day(1, 1);
}

function workOutDay(at: number, timeZone: string): Day {
  const date = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();
  const startOf = (day: Temporal.PlainDate) => day.toZonedDateTime(timeZone).epochMilliseconds;
  const period = (
    kind: PeriodKind,
    key: string,
    from: Temporal.PlainDate,
    length: Temporal.DurationLike,
  ) => ({
    kind,
    key,
    start: startOf(from),
    end: startOf(from.add(length)),
  });
  const year = date.with({ month: 1, day: 1 });
  const quarter = Math.ceil(date.month / 3);
  const month = date.with({ day: 1 });
  const monday = date.subtract({ days: date.dayOfWeek - 1 });
  const two = (n: number | undefined) => String(n).padStart(2, '0');
  return {
    start: startOf(date),
    end: startOf(date.add({ days: 1 })),
    periods: [
      ALWAYS,
      period('year', `${date.year}`, year, { years: 1 }),
      period('quarter', `${date.year}-Q${quarter}`, date.with({ month: quarter * 3 - 2, day: 1 }), {
        months: 3,
      }),
      period('month', `${date.year}-${two(date.month)}`, month, { months: 1 }),
      period('week', `${date.yearOfWeek}-W${two(date.weekOfYear)}`, monday, { days: 7 }),
    ],
  };
}
