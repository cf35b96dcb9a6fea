// What the figures of questions are: shares, typical times, and the stretches of time that a chart counts by. Pure.
import { type Period, type PeriodKind, periodAt, periodKinds } from '../../core/periods.ts';

/** A time that half of the questions, or nine of ten, did not exceed; ms. None where nothing was counted. */
export interface Times {
  count: number;
  median: number | undefined;
  ninetieth: number | undefined;
}

/** Of everybody's help, and of members' and staff's apart. */
export interface Apart {
  all: Times;
  members: Times;
  staff: Times;
}

/** How many questions of a stretch of time were asked, and what has become of them since. */
export interface Counts {
  asked: number;
  answered: number;
  solved: number;
}

export interface Bucket extends Counts {
  /** Ms; `end` is the first moment after it. */
  start: number;
  end: number;
}

export interface Figures extends Counts {
  /** Waiting now for a first answer, whenever they were asked. */
  waiting: number;
  firstAnswer: Apart;
  solution: Apart;
  /** The same counts, stretch by stretch, oldest first. */
  buckets: readonly Bucket[];
}

export const whose = ['all', 'members', 'staff'] as const;
export type Whose = (typeof whose)[number];

/** How long a bucket is, for its name. */
export type BucketLength = 'day' | 'week' | 'month';

export const MEDIAN = 0.5;
export const NINETIETH = 0.9;

/** What a message of figures shows. */
export interface StatsState {
  kind: PeriodKind;
  tagId: string | undefined;
}

export const DEFAULT_PERIOD: PeriodKind = 'month';
const NO_TAG = '-';

/** The state as arguments of its controls. */
export function stateArgs({ kind, tagId }: StatsState): string[] {
  return [kind, tagId ?? NO_TAG];
}

/** Nothing for arguments that no message of ours has. */
export function readState([kind = '', tagId = '']: readonly string[]): StatsState | undefined {
  if (!isPeriodKind(kind) || !/^(-|\d{1,20})$/.test(tagId)) return undefined;
  return { kind, tagId: tagId === NO_TAG ? undefined : tagId };
}

export function isPeriodKind(word: string): word is PeriodKind {
  return periodKinds.some((kind) => kind === word);
}

/** What a tag menu sends for "no tag". */
export function tagChosen(value: string): string | undefined {
  return value === NO_TAG ? undefined : value;
}

export const EVERY_TAG = NO_TAG;

/** A part of a whole, from 0 to 1; none of nothing. */
export function shareOf(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : part / whole;
}

/** Which of `count` values in order of size is the percentile (nearest rank), from 0; none of nothing. */
export function rankOf(percentile: number, count: number): number | undefined {
  return count === 0 ? undefined : Math.max(0, Math.ceil(percentile * count) - 1);
}

const BUCKETS: Readonly<Record<PeriodKind, BucketLength>> = {
  week: 'day',
  month: 'week',
  quarter: 'week',
  year: 'month',
  all: 'month',
};
/** Of all time, a chart shows the last year. */
const MONTHS_OF_ALL = 12;

export function bucketLength(kind: PeriodKind): BucketLength {
  return BUCKETS[kind];
}

/** The stretches that the chart of a period counts by, oldest first: whole days, weeks from Monday, or months, cut to the period. */
export function bucketsOf(kind: PeriodKind, at: number, timeZone: string): Pick<Bucket, 'start' | 'end'>[] {
  const { start, end } = kind === 'all' ? lastYear(at, timeZone) : periodAt(kind, at, timeZone);
  const zoned = (moment: number) =>
    Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(timeZone);
  const last = zoned(end).toPlainDate();
  const first = zoned(start).toPlainDate();
  const days: Temporal.PlainDate[] = [];
  for (let day = first; Temporal.PlainDate.compare(day, last) < 0; day = nextBucket(day, bucketLength(kind)))
    days.push(day);
  const momentOf = (day: Temporal.PlainDate) => day.toZonedDateTime(timeZone).epochMilliseconds;
  return days.map((day, i) => ({ start: momentOf(day), end: momentOf(days[i + 1] ?? last) }));
}

function nextBucket(day: Temporal.PlainDate, length: BucketLength): Temporal.PlainDate {
  if (length === 'day') return day.add({ days: 1 });
  if (length === 'week') return day.add({ days: 8 - day.dayOfWeek });
  return day.with({ day: 1 }).add({ months: 1 });
}

function lastYear(at: number, timeZone: string): Pick<Period, 'start' | 'end'> {
  const { start, end } = periodAt('month', at, timeZone);
  const first = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(timeZone);
  return { start: first.subtract({ months: MONTHS_OF_ALL - 1 }).epochMilliseconds, end };
}
