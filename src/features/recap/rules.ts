// When a month is told, and in which order its helpers are named. Pure.
import { createHash } from 'node:crypto';
import { type Period, periodAt } from '../../core/periods.ts';

/** A month that could not be told in time is made up for this long, ms; later nobody wants to read it. */
const MADE_UP_FOR_MS = 14 * 86_400_000;
/** People named in each list; one message stays one that people read. */
export const MOST_NAMED = 10;

/** How a server wants it. */
export interface Wish {
  on: boolean;
  /** Of the server's day. */
  hour: number;
  /** When it was turned on, ms. */
  since: number;
}

/** The month that is to be told now; none before its hour, long after it, or if nobody wanted it then. */
export function monthToTell({ on, hour, since }: Wish, now: number, timeZone: string): Period | undefined {
  if (!on) return undefined;
  const running = periodAt('month', now, timeZone);
  // The hour by the clock on the wall, whatever summer time does.
  const due = Temporal.Instant.fromEpochMilliseconds(running.start)
    .toZonedDateTimeISO(timeZone)
    .with({ hour, minute: 0 }).epochMilliseconds;
  if (now < due || now >= due + MADE_UP_FOR_MS || since > due) return undefined;
  return periodAt('month', running.start - 1, timeZone);
}

/** A member with what they are ordered by. */
export interface Helper {
  memberId: string;
  peopleHelped: number;
}

/**
 * Those who helped most people first; those who helped as many in an order that is random and, for the same month,
 * the same: so a recap that is worked out twice is the same one.
 */
export function inFairOrder(helpers: readonly Helper[], monthKey: string): Helper[] {
  const lot = new Map(helpers.map(({ memberId }) => [memberId, lotOf(memberId, monthKey)]));
  const lotFor = ({ memberId }: Helper) => lot.get(memberId) ?? '';
  return helpers.toSorted((a, b) => b.peopleHelped - a.peopleHelped || (lotFor(a) < lotFor(b) ? -1 : 1));
}

function lotOf(memberId: string, monthKey: string): string {
  return createHash('sha256').update(`${monthKey}:${memberId}`).digest('hex');
}
