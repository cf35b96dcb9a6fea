// What badges ask of a member: each measure read once, and no further than there is any use in.
import { and, eq, sql } from 'drizzle-orm';
import { prepared, type Reader } from '../../core/database.ts';
import { members } from '../../core/schema.ts';
import { standingOf, type Totals } from '../../core/standings.ts';
import type { Measure } from './catalogue.rules.ts';
import * as counts from './counts.store.ts';
import { DAY_MS, PROVEN_AFTER_MS } from './rules.ts';

export type Who = counts.Who;

const joined = prepared((db) =>
  db
    .select({ joinedAt: members.joinedAt })
    .from(members)
    .where(
      and(eq(members.guildId, sql.placeholder('guildId')), eq(members.memberId, sql.placeholder('memberId'))),
    )
    .prepare(),
);

type Counter = (db: Reader, asked: counts.Asked, now: number) => number;

const COUNTERS: Record<Exclude<Measure, keyof Totals | 'daysHere'>, Counter> = {
  helpersThanked: (db, asked) => counts.helpersThanked(db, asked),
  languages: counts.languages,
  provenSolutions: (db, asked, now) =>
    counts.solutionsBefore(db, { ...asked, before: now - PROVEN_AFTER_MS }),
  firstAnswers: counts.firstAnswers,
  newcomers: counts.newcomers,
  forgotten: (db, asked) => counts.forgotten(db, asked),
  swift: counts.swift,
  oldAnswers: counts.oldAnswers,
  inOneTag: counts.inOneTag,
  tags: counts.tags,
  comebacks: counts.comebacks,
};

/** What somebody has none of without any of this, which is read in any case. */
const RESTS_ON: Partial<Record<Measure, keyof Totals>> = {
  languages: 'thanksReceived',
  provenSolutions: 'solutions',
  forgotten: 'solutions',
  swift: 'solutions',
  oldAnswers: 'solutions',
  inOneTag: 'solutions',
  tags: 'solutions',
  firstAnswers: 'peopleHelped',
  newcomers: 'peopleHelped',
  comebacks: 'peopleHelped',
};

/** Up to where a measure is counted; beyond, it is not told apart from more. */
export type Enough = (measure: Measure) => number;

/** For those who show the numbers themselves. */
export const ALL: Enough = () => -1;

/** Reads measures of one member, each at most once; totals come from the standing, which is read unless it is given. */
export function measuring(
  db: Reader,
  who: Who,
  now: number,
  enough: Enough,
  given?: Totals,
): (measure: Measure) => Promise<number> {
  const known = new Map<Measure, Promise<number>>();
  let standing = given && Promise.resolve(given);
  const totals = () => (standing ??= standingOf(db, who.guildId, 'all', who.memberId));
  const read = async (measure: Measure): Promise<number> => {
    switch (measure) {
      case 'solutions':
      case 'thanksReceived':
      case 'thanksGiven':
      case 'peopleHelped':
      case 'activeDays':
        return (await totals())[measure];
      case 'daysHere': {
        const since = joined(db).get({ ...who })?.joinedAt;
        const hasHelped = (await totals()).peopleHelped > 0;
        return since != null && hasHelped ? Math.floor((now - since) / DAY_MS) : 0;
      }
      default: {
        const base = RESTS_ON[measure];
        if (base && (await totals())[base] === 0) return 0;
        return COUNTERS[measure](db, { ...who, most: enough(measure) }, now);
      }
    }
  };
  return (measure) => {
    const value = known.get(measure) ?? read(measure);
    known.set(measure, value);
    return value;
  };
}
