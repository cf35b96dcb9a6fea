// Counts what badges ask for: each measure by one query through an index, prepared once.
import {
  aliasedTable,
  and,
  count,
  countDistinct,
  eq,
  isNotNull,
  isNull,
  lt,
  lte,
  ne,
  notExists,
  type SQL,
  sql,
} from 'drizzle-orm';
import { prepared, type Reader } from '../../core/database.ts';
import type { Recognition } from '../../core/ledger.ts';
import { questionSolutions, questions, questionTags } from '../../core/question-tables.ts';
import { members, recognitions } from '../../core/schema.ts';
import { standingOf, type Totals } from '../../core/standings.ts';
import type { Measure } from './catalogue.rules.ts';
import {
  BREAK_MS,
  DAY_MS,
  FORGOTTEN_AFTER_MS,
  type HelpFacts,
  PROVEN_AFTER_MS,
  SWIFT_WITHIN_MS,
} from './rules.ts';

export interface Who {
  guildId: string;
  memberId: string;
}

type Counter = (db: Reader, who: Who, now: number) => number;

const QUESTION = 'question:';
const theQuestion = eq(
  questions.id,
  sql`substr(${recognitions.helpKey}, ${sql.raw(String(QUESTION.length + 1))})`,
);
const inAQuestion = sql`${recognitions.helpKey} >= 'question:' and ${recognitions.helpKey} < 'question;'`;
const fromTheHelped = sql`${recognitions.kind} in ('thanks', 'upvote', 'solution', 'assist')`;
const received = and(
  eq(recognitions.guildId, sql.placeholder('guildId')),
  eq(recognitions.receiverId, sql.placeholder('memberId')),
);
const given = and(
  eq(recognitions.guildId, sql.placeholder('guildId')),
  eq(recognitions.giverId, sql.placeholder('memberId')),
);
const helped = and(received, eq(recognitions.counts, 1), fromTheHelped);
const solved = and(received, eq(recognitions.kind, 'solution'), eq(recognitions.firstOfKind, 1));

/** Counts of recognitions alone. */
const overLedger = (what: SQL<number>, where: SQL | undefined) =>
  prepared((db) => db.select({ n: what }).from(recognitions).where(where).prepare());

/** Counts of recognitions and the questions that they happened in. */
const overQuestions = (where: SQL | undefined) =>
  prepared((db) =>
    db
      .select({ n: count() })
      .from(recognitions)
      .innerJoin(questions, theQuestion)
      .where(and(inAQuestion, where))
      .prepare(),
  );

const earlier = aliasedTable(questions, 'earlier');
const wasFirst = and(
  helped,
  eq(questions.firstAnswerBy, recognitions.receiverId),
  eq(questions.askerId, recognitions.giverId),
);

const helpersThanked = overLedger(
  countDistinct(recognitions.receiverId),
  and(given, eq(recognitions.counts, 1), fromTheHelped),
);
const languages = overLedger(
  countDistinct(recognitions.language),
  and(
    received,
    eq(recognitions.kind, 'thanks'),
    eq(recognitions.firstOfKind, 1),
    isNotNull(recognitions.language),
  ),
);
const provenSolutions = overLedger(
  count(),
  and(solved, lte(recognitions.occurredAt, sql.placeholder('before'))),
);
const firstAnswers = overQuestions(wasFirst);
const newcomers = prepared((db) =>
  db
    .select({ n: count() })
    .from(recognitions)
    .innerJoin(questions, theQuestion)
    .where(
      and(
        inAQuestion,
        wasFirst,
        notExists(
          db
            .select({ id: earlier.id })
            .from(earlier)
            .where(
              and(
                eq(earlier.guildId, questions.guildId),
                eq(earlier.askerId, questions.askerId),
                lt(earlier.askedAt, questions.askedAt),
                ne(earlier.id, questions.id),
              ),
            ),
        ),
      ),
    )
    .prepare(),
);
const forgotten = overQuestions(
  and(solved, sql`${questions.firstAnswerMs} >= ${sql.raw(String(FORGOTTEN_AFTER_MS))}`),
);
const swift = overQuestions(
  and(solved, sql`${recognitions.occurredAt} - ${questions.askedAt} <= ${sql.raw(String(SWIFT_WITHIN_MS))}`),
);

const oldAnswers = prepared((db) =>
  db
    .select({ n: countDistinct(questionSolutions.questionId) })
    .from(questionSolutions)
    .innerJoin(
      recognitions,
      and(
        eq(recognitions.guildId, questionSolutions.guildId),
        eq(recognitions.receiverId, questionSolutions.memberId),
        eq(recognitions.helpKey, sql`'question:' || ${questionSolutions.questionId}`),
        eq(recognitions.kind, 'solution'),
        eq(recognitions.firstOfKind, 1),
      ),
    )
    .where(
      and(
        eq(questionSolutions.guildId, sql.placeholder('guildId')),
        eq(questionSolutions.memberId, sql.placeholder('memberId')),
        eq(questionSolutions.kind, 'solution'),
        isNull(questionSolutions.unmarkedAt),
        isNotNull(questionSolutions.originQuestionId),
        ne(questionSolutions.originQuestionId, questionSolutions.questionId),
      ),
    )
    .prepare(),
);

const byTag = prepared((db) =>
  db
    .select({ n: count() })
    .from(recognitions)
    .innerJoin(questionTags, eq(questionTags.questionId, sql`substr(${recognitions.helpKey}, 10)`))
    .where(and(inAQuestion, solved))
    .groupBy(questionTags.tagId)
    .prepare(),
);

const comebacks = prepared((db) => {
  const days = db
    .select({
      idle: sql<number>`${recognitions.occurredAt} - lag(${recognitions.occurredAt}) over (order by ${recognitions.occurredAt})`.as(
        'idle',
      ),
    })
    .from(recognitions)
    .where(helped)
    .as('days');
  return db
    .select({ n: count() })
    .from(days)
    .where(sql`${days.idle} >= ${sql.raw(String(BREAK_MS))}`)
    .prepare();
});

const joined = prepared((db) =>
  db
    .select({ joinedAt: members.joinedAt })
    .from(members)
    .where(
      and(eq(members.guildId, sql.placeholder('guildId')), eq(members.memberId, sql.placeholder('memberId'))),
    )
    .prepare(),
);

const COUNTERS: Record<Exclude<Measure, keyof Totals | 'daysHere'>, Counter> = {
  helpersThanked: (db, who) => helpersThanked(db).get({ ...who })?.n ?? 0,
  languages: (db, who) => languages(db).get({ ...who })?.n ?? 0,
  provenSolutions: (db, who, now) =>
    provenSolutions(db).get({ ...who, before: now - PROVEN_AFTER_MS })?.n ?? 0,
  firstAnswers: (db, who) => firstAnswers(db).get({ ...who })?.n ?? 0,
  newcomers: (db, who) => newcomers(db).get({ ...who })?.n ?? 0,
  forgotten: (db, who) => forgotten(db).get({ ...who })?.n ?? 0,
  swift: (db, who) => swift(db).get({ ...who })?.n ?? 0,
  oldAnswers: (db, who) => oldAnswers(db).get({ ...who })?.n ?? 0,
  inOneTag: (db, who) =>
    Math.max(
      0,
      ...byTag(db)
        .all({ ...who })
        .map(({ n }) => n),
    ),
  tags: (db, who) => byTag(db).all({ ...who }).length,
  comebacks: (db, who) => comebacks(db).get({ ...who })?.n ?? 0,
};

/** Reads measures of one member, each at most once; totals come from the standing. */
export function measuring(db: Reader, who: Who, now: number): (measure: Measure) => Promise<number> {
  const known = new Map<Measure, Promise<number>>();
  let standing: Promise<Totals> | undefined;
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
      default:
        return COUNTERS[measure](db, who, now);
    }
  };
  return (measure) => {
    const value = known.get(measure) ?? read(measure);
    known.set(measure, value);
    return value;
  };
}

const questionOf = prepared((db) =>
  db
    .select({
      firstAnswerBy: questions.firstAnswerBy,
      firstAnswerMs: questions.firstAnswerMs,
      askedAt: questions.askedAt,
    })
    .from(questions)
    .where(eq(questions.id, sql.placeholder('id')))
    .prepare(),
);

const otherHelp = (which: 'before' | 'after') =>
  prepared((db) =>
    db
      .select({ at: recognitions.occurredAt })
      .from(recognitions)
      .where(
        and(
          helped,
          ne(recognitions.id, sql.placeholder('id')),
          which === 'before'
            ? sql`${recognitions.occurredAt} <= ${sql.placeholder('at')}`
            : sql`${recognitions.occurredAt} > ${sql.placeholder('at')}`,
        ),
      )
      .orderBy(which === 'before' ? sql`${recognitions.occurredAt} desc` : sql`${recognitions.occurredAt}`)
      .limit(1)
      .prepare(),
  );
const helpBefore = otherHelp('before');
const helpAfter = otherHelp('after');

/** What must be known of a help to tell which measures credit for it may move. */
export async function helpFacts(db: Reader, row: Recognition, now: number): Promise<HelpFacts> {
  const { guildId, receiverId: memberId, id, occurredAt: at, helpKey } = row;
  const question = helpKey.startsWith(QUESTION)
    ? questionOf(db).get({ id: helpKey.slice(QUESTION.length) })
    : undefined;
  const before = helpBefore(db).get({ guildId, memberId, id, at })?.at ?? at;
  const after = helpAfter(db).get({ guildId, memberId, id, at })?.at ?? at;
  return { now, question, idleMs: Math.max(at - before, after - at) };
}

const receiversIn = prepared((db) =>
  db
    .selectDistinct({ memberId: recognitions.receiverId })
    .from(recognitions)
    .where(
      and(
        eq(recognitions.guildId, sql.placeholder('guildId')),
        eq(recognitions.giverId, sql.placeholder('askerId')),
        eq(recognitions.helpKey, sql.placeholder('helpKey')),
      ),
    )
    .prepare(),
);

/** Those whom the asker of a question ever recognised in it. */
export async function creditedIn(
  db: Reader,
  { id, guildId, askerId }: { id: string; guildId: string; askerId: string },
): Promise<string[]> {
  return receiversIn(db)
    .all({ guildId, askerId, helpKey: `${QUESTION}${id}` })
    .map(({ memberId }) => memberId);
}
