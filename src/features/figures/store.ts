// The figures' queries. Each reads one index, in the order in which it stands there; none brings rows into memory.
import { and, asc, count, eq, gte, isNotNull, lt, type SQL, sql } from 'drizzle-orm';
import { prepared, type Reader } from '../../core/database.ts';
import { questions, questionTags } from '../../core/question-tables.ts';
import { type Counts, rankOf, type Whose } from './rules.ts';

/** Which questions are counted: those asked from `start` to before `end` (ms), of one tag or of all. */
export interface Selection {
  guildId: string;
  tagId: string | undefined;
  start: number;
  end: number;
}

/** Both tables hold what figures need; that of tags has a row for each tag of a question. */
type Source = typeof questions | typeof questionTags;

/** What took its time: the first answer, or the solution. */
export type Duration = 'firstAnswer' | 'solution';

const COLUMNS = {
  firstAnswer: { ms: 'firstAnswerMs', staff: 'firstAnswerStaff' },
  solution: { ms: 'solutionMs', staff: 'solvedStaff' },
} as const;

const guildId = sql.placeholder('guildId');
const start = sql.placeholder('start');
const end = sql.placeholder('end');

/** For both tables, the same query; `forSource` picks by whether a tag is asked for. */
const ofBoth = <Q>(build: (source: Source, inScope: SQL | undefined) => Q) => ({
  all: build(questions, eq(questions.guildId, guildId)),
  tag: build(
    questionTags,
    and(eq(questionTags.guildId, guildId), eq(questionTags.tagId, sql.placeholder('tagId'))),
  ),
});
const forSource = <Q>({ all, tag }: { all: Q; tag: Q }, { tagId }: Pick<Selection, 'tagId'>): Q =>
  tagId === undefined ? all : tag;

const asked = ofBoth((source, inScope) =>
  prepared((db) =>
    db
      .select({ n: count(), answered: count(source.firstAnswerMs) })
      .from(source)
      .where(and(inScope, gte(source.askedAt, start), lt(source.askedAt, end)))
      .prepare(),
  ),
);

const inState = ofBoth((source, inScope) =>
  prepared((db) =>
    db
      .select({ n: count() })
      .from(source)
      .where(
        and(
          inScope,
          eq(source.state, sql.placeholder('state')),
          gte(source.askedAt, start),
          lt(source.askedAt, end),
        ),
      )
      .prepare(),
  ),
);

/** How many were asked, answered and solved. */
export function countQuestions(db: Reader, selection: Selection): Counts {
  const row = forSource(asked, selection)(db).get({ ...selection });
  return { asked: row?.n ?? 0, answered: row?.answered ?? 0, solved: countIn(db, selection, 'solved') };
}

/** How many wait for a first answer, whenever they were asked. */
export function countWaiting(db: Reader, { guildId, tagId }: Pick<Selection, 'guildId' | 'tagId'>): number {
  return countIn(db, { guildId, tagId, start: 0, end: Number.MAX_SAFE_INTEGER }, 'open');
}

function countIn(db: Reader, selection: Selection, state: 'open' | 'solved'): number {
  return forSource(inState, selection)(db).get({ ...selection, state })?.n ?? 0;
}

/** Not by the index of times asked, which stands in another order: the plus keeps SQLite from it. */
const askedInside = ({ askedAt }: Source) => and(gte(sql`+${askedAt}`, start), lt(sql`+${askedAt}`, end));

const byDuration = <Q>(build: (duration: Duration) => Q): Record<Duration, Q> => ({
  firstAnswer: build('firstAnswer'),
  solution: build('solution'),
});

const helped = byDuration((duration) =>
  ofBoth((source, inScope) => {
    const { ms, staff } = COLUMNS[duration];
    return prepared((db) =>
      db
        .select({ n: count(), staff: sql<number>`coalesce(sum(${source[staff]}), 0)` })
        .from(source)
        .where(and(inScope, isNotNull(source[ms]), askedInside(source)))
        .prepare(),
    );
  }),
);

const inOrder = byDuration((duration) =>
  ofBoth((source, inScope) => {
    const { ms, staff } = COLUMNS[duration];
    const ranked = (whose: SQL | undefined) =>
      prepared((db) =>
        db
          .select({ ms: sql<number>`${source[ms]}` })
          .from(source)
          .where(and(inScope, isNotNull(source[ms]), askedInside(source), whose))
          .orderBy(asc(source[ms]))
          .limit(1)
          .offset(sql.placeholder('rank'))
          .prepare(),
      );
    return {
      all: ranked(undefined),
      members: ranked(eq(source[staff], 0)),
      staff: ranked(eq(source[staff], 1)),
    };
  }),
);

/** How many were helped, by whom. */
export function countHelped(db: Reader, selection: Selection, duration: Duration): Record<Whose, number> {
  const row = forSource(helped[duration], selection)(db).get({ ...selection });
  const { n, staff } = row ?? { n: 0, staff: 0 };
  return { all: n, members: n - staff, staff };
}

/** The time that stands at a percentile, ms; `count` is how many there are. */
export function timeAt(
  db: Reader,
  selection: Selection,
  {
    duration,
    whose,
    percentile,
    count,
  }: { duration: Duration; whose: Whose; percentile: number; count: number },
): number | undefined {
  const rank = rankOf(percentile, count);
  if (rank === undefined) return undefined;
  return forSource(inOrder[duration], selection)
    [whose](db)
    .get({ ...selection, rank })?.ms;
}
