// What reading the past of a server comes to, and what can be done with it in each state.
import type { pastReadings } from '../../core/schema.ts';

type State = typeof pastReadings.$inferSelect.state;

/** How far back may be read, in days. */
export const DAYS_OFFERED = [7, 30, 90] as const;
export type Days = (typeof DAYS_OFFERED)[number];
export const USUAL_DAYS: Days = 30;

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const PAGE = 100;
/** A page with what is in it takes about this long, ms: Discord gives about one a second. */
const PAGE_MS = 1_000;
/** Channels whose first pages are asked for at the same time. */
const AT_ONCE = 5;

/** The days that were chosen; nothing for what is not offered. */
export function daysFrom(typed: string | undefined): Days | undefined {
  return DAYS_OFFERED.find((days) => String(days) === typed);
}

/** From when on so many days before a moment (ms) are read. */
export function beginningOf(until: number, days: Days): number {
  return until - days * DAY_MS;
}

export type Deed = 'start' | 'pause' | 'goOn' | 'cancel';

/** The state that follows; nothing where it cannot be done now, as when two pressed at once. */
export function stateAfter(state: State | undefined, deed: Deed): State | undefined {
  const isOpen = state === 'running' || state === 'paused';
  switch (deed) {
    case 'start':
      return isOpen ? undefined : 'running';
    case 'pause':
      return state === 'running' ? 'paused' : undefined;
    case 'goOn':
      return state === 'paused' ? 'running' : undefined;
    case 'cancel':
      return isOpen ? 'cancelled' : undefined;
  }
}

/** The latest messages of one channel before the moment up to which is read. */
export interface Sample {
  /** When they were written (ms), oldest first. */
  times: readonly number[];
  /** Whether there are no earlier ones. */
  isWhole: boolean;
}

/** Messages of a sampled channel between two moments (ms): counted where the sample reaches so far, else by its pace. */
export function messagesBetween({ times, isWhole }: Sample, since: number, until: number): number {
  const [oldest] = times;
  if (oldest === undefined) return 0;
  if (isWhole || oldest <= since) return times.filter((at) => at >= since && at < until).length;
  return (times.length / Math.max(1, until - oldest)) * (until - since);
}

export interface Estimate {
  messages: number;
  minutes: number;
}

/** About how many messages there are and how long reading them takes; the sampled channels stand for all. */
export function estimate(
  samples: readonly Sample[],
  channels: number,
  { since, until }: { since: number; until: number },
): Estimate {
  const sampled = samples.reduce((sum, sample) => sum + messagesBetween(sample, since, until), 0);
  const messages = samples.length === 0 ? 0 : roughly((sampled / samples.length) * channels);
  const pages = messages / PAGE + channels / AT_ONCE;
  return { messages, minutes: Math.max(1, roughly((pages * PAGE_MS) / MINUTE_MS)) };
}

/** Two figures, the rest zeros: more would promise too much. */
function roughly(value: number): number {
  return Number(Math.round(value).toPrecision(2));
}

/** Which of many channels are sampled: spread evenly over all of them. */
export function spread<T>(all: readonly T[], most: number): T[] {
  if (all.length <= most) return [...all];
  return Array.from({ length: most }, (_, at) => all[Math.floor((at * all.length) / most)]).filter(
    (one): one is T => one !== undefined,
  );
}
