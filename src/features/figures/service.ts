// Gathers the figures of a server's questions, with a pause after each query, so that others are answered meanwhile.
import { breathe } from '../../core/breathe.ts';
import type { Context } from '../../core/context.ts';
import type { Reader } from '../../core/database.ts';
import { type PeriodKind, periodAt } from '../../core/periods.ts';
import {
  type Apart,
  type Bucket,
  bucketsOf,
  type Figures,
  MEDIAN,
  NINETIETH,
  type Times,
  type Whose,
} from './rules.ts';
import { countHelped, countQuestions, countWaiting, type Duration, type Selection, timeAt } from './store.ts';

/** Of which questions, and in which calendar. */
export interface Wish {
  guildId: string;
  tagId: string | undefined;
  kind: PeriodKind;
  /** The running period is the one that holds this moment, ms. */
  at: number;
  timeZone: string;
}

/** Runs one query, after everything that was waiting. */
type Read = <T>(query: (db: Reader) => T) => Promise<T>;

/** The figures of the questions that were asked in a running period. */
export async function gatherFigures(
  ctx: Context,
  { guildId, tagId, kind, at, timeZone }: Wish,
): Promise<Figures> {
  const read: Read = async (query) => {
    await breathe();
    return ctx.db.read(query);
  };
  const { start, end } = periodAt(kind, at, timeZone);
  const selection = { guildId, tagId, start, end };
  const counts = await read((db) => countQuestions(db, selection));
  const waiting = await read((db) => countWaiting(db, selection));
  const buckets: Bucket[] = [];
  for (const stretch of bucketsOf(kind, at, timeZone)) {
    const counted = await read((db) => countQuestions(db, { ...selection, ...stretch }));
    buckets.push({ ...stretch, ...counted });
  }
  const firstAnswer = await gatherTimes(read, selection, 'firstAnswer');
  return {
    ...counts,
    waiting,
    buckets,
    firstAnswer,
    solution: await gatherTimes(read, selection, 'solution'),
  };
}

async function gatherTimes(read: Read, selection: Selection, duration: Duration): Promise<Apart> {
  const helped = await read((db) => countHelped(db, selection, duration));
  const timesOf = async (whose: Whose): Promise<Times> => {
    const about = { duration, whose, count: helped[whose] };
    return {
      count: helped[whose],
      median: await read((db) => timeAt(db, selection, { ...about, percentile: MEDIAN })),
      ninetieth: await read((db) => timeAt(db, selection, { ...about, percentile: NINETIETH })),
    };
  };
  return { all: await timesOf('all'), members: await timesOf('members'), staff: await timesOf('staff') };
}
