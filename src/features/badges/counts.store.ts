// The counts that badges ask for. Each goes through an index and stops as soon as there is enough, however much more there is.
import { and, eq, isNotNull, type SQL, sql } from 'drizzle-orm';
import { prepared, type Reader } from '../../core/database.ts';
import { questionSolutions, questions, questionTags } from '../../core/question-tables.ts';
import { recognitions } from '../../core/schema.ts';
import { helpedAPerson, inAQuestion, isASolution, merely } from '../../core/written-out.ts';
import { BREAK_MS, FORGOTTEN_AFTER_MS, SWIFT_WITHIN_MS } from './rules.ts';

export interface Who {
  guildId: string;
  memberId: string;
}

/** Counting stops at `most`; at nothing where it is below 0. */
export interface Asked extends Who {
  most: number;
}

const guild = sql.placeholder('guildId');
const member = sql.placeholder('memberId');
const most = sql.placeholder('most');

const received = and(eq(recognitions.guildId, guild), eq(recognitions.receiverId, member));
const given = and(eq(recognitions.guildId, guild), eq(recognitions.giverId, member));
const helped = and(received, helpedAPerson);
const solved = and(received, isASolution);

/** How many rows there are of these, written as SQL; no more than `most`. */
const counting = (rows: SQL) => {
  const statement = prepared((db) =>
    db.select({ n: sql<number>`count(*)` }).from(sql`(${rows} limit ${most})`).prepare(),
  );
  return (db: Reader, asked: Asked & { before?: number }): number => statement(db).get({ ...asked })?.n ?? 0;
};

/**
 * The different values of a column, in their order: each is one look into an index, for the smallest one that is greater
 * than the last. `smallest(than)` is that look; without `than` it is the first.
 */
const different = (smallest: (than?: SQL) => SQL) => sql`
  with recursive found(value) as (
    select (${smallest()})
    union all
    select (${smallest(sql`found.value`)}) from found where found.value is not null
  )
  select value from found where value is not null`;

const next = (column: SQL, from: SQL, where: SQL | undefined) => (than?: SQL) =>
  sql`select min(${column}) from ${from} where ${and(where, than && sql`${column} > ${than}`)}`;

const spoken = and(
  received,
  sql`${recognitions.kind} = 'thanks' and ${recognitions.firstOfKind} = 1 and ${recognitions.language} is not null`,
);

/** Languages in which they were thanked. */
export const languages = counting(
  different(next(sql`${recognitions.language}`, sql`${recognitions}`, spoken)),
);

const recognised = different(next(sql`${recognitions.receiverId}`, sql`${recognitions}`, given));

const thankedAmongMany = counting(sql`
  select 1 from (${recognised}) as people where exists (
    select 1 from ${recognitions}
    where ${and(given, sql`${recognitions.receiverId} = people.value`, helpedAPerson)}
  )`);

const thankedAmongFew = prepared((db) =>
  db
    .select({
      rows: sql<number>`count(*)`,
      people: sql<number>`count(distinct iif(${helpedAPerson}, ${recognitions.receiverId}, null))`,
    })
    .from(
      sql`(select * from ${recognitions} where ${given} limit ${sql.placeholder('few')}) as ${recognitions}`,
    )
    .prepare(),
);

/** What somebody gave is looked through where it is no more than this, as most have given; else each person is looked up. */
const FEW_GIVEN = 32;

/** Different people whom they thanked or upvoted, or who solved their questions. */
export function helpersThanked(db: Reader, asked: Asked, few = FEW_GIVEN): number {
  const { guildId, memberId, most: enough } = asked;
  const found = thankedAmongFew(db).get({ guildId, memberId, few });
  if (!found || found.rows >= few) return thankedAmongMany(db, asked);
  return enough < 0 ? found.people : Math.min(found.people, enough);
}

/** Solutions of before a moment. */
export const solutionsBefore = counting(sql`
  select 1 from ${recognitions}
  where ${and(solved, sql`${recognitions.occurredAt} <= ${sql.placeholder('before')}`)}`);

const helpedAt = (when: SQL, order: SQL) => sql`
  select ${recognitions.occurredAt} from ${recognitions} where ${and(helped, when)}
  order by ${recognitions.occurredAt} ${order} limit 1`;
const breakMs = sql.raw(String(BREAK_MS));

/**
 * Times that they helped again after a break. From each time of help the next one looked at is the last that is less than
 * a break away; only where there is none, the next one after it. So years are a few dozen looks, however much they helped.
 */
export const comebacks = counting(sql`
  with recursive hops(before, at) as (
    select null, (${helpedAt(sql`true`, sql`asc`)})
    union all
    select at, coalesce(
      (${helpedAt(sql`${recognitions.occurredAt} > hops.at and ${recognitions.occurredAt} < hops.at + ${breakMs}`, sql`desc`)}),
      (${helpedAt(sql`${recognitions.occurredAt} >= hops.at + ${breakMs}`, sql`asc`)})
    ) from hops where at is not null
  )
  select 1 from hops where at - before >= ${breakMs}`);

// `cross join` has SQLite go through the tables in the order in which they stand; elsewhere it is a join like any other.

/** Recognitions by those who asked, in questions that they answered first. */
const firstAnswered = sql`
  ${questions} cross join ${recognitions}
  where ${and(
    eq(questions.guildId, guild),
    eq(questions.firstAnswerBy, member),
    eq(recognitions.helpKey, sql`'question:' || ${questions.id}`),
    inAQuestion,
    merely(recognitions.guildId, guild),
    merely(recognitions.receiverId, member),
    merely(recognitions.giverId, questions.askerId),
    helpedAPerson,
  )}`;

/** Questions in which they answered first and the asker recognised them for it. */
export const firstAnswers = counting(sql`select 1 from ${firstAnswered}`);

/** Those of them that were the first question of somebody here. */
export const newcomers = counting(sql`
  select 1 from ${firstAnswered} and not exists (
    select 1 from ${questions} as earlier
    where earlier.guild_id = ${questions.guildId} and earlier.asker_id = ${questions.askerId}
      and earlier.asked_at < ${questions.askedAt} and earlier.id <> ${questions.id}
  )`);

const inTheQuestion = sql`substr(${recognitions.helpKey}, ${sql.raw(String('question:'.length + 1))})`;
const solvedQuestions = sql`
  ${recognitions} cross join ${questions}
  where ${and(solved, inAQuestion, eq(questions.id, inTheQuestion))}`;

const wasForgotten = sql`${questions.firstAnswerMs} >= ${sql.raw(String(FORGOTTEN_AFTER_MS))}`;
const forgottenInGuild = and(eq(questions.guildId, guild), isNotNull(questions.firstAnswerMs), wasForgotten);
const forgottenThere = counting(sql`select 1 from ${questions} where ${forgottenInGuild}`);
const solvedAmongForgotten = counting(sql`
  select 1 from ${questions} cross join ${recognitions}
  where ${and(
    forgottenInGuild,
    solved,
    inAQuestion,
    eq(recognitions.helpKey, sql`'question:' || ${questions.id}`),
  )}`);
const forgottenAmongSolved = counting(sql`select 1 from ${solvedQuestions} and ${wasForgotten}`);

/** Forgotten questions of a server that are looked through faster than the solutions of somebody who has many. */
const FEW_FORGOTTEN = 1_000;

/**
 * Solutions of questions that nobody had answered for a day. Where these are rare, each is looked at; where they are not,
 * enough of them are soon found among what somebody solved.
 */
export function forgotten(db: Reader, asked: Asked, few = FEW_FORGOTTEN): number {
  const there = forgottenThere(db, { ...asked, most: few + 1 });
  return there <= few ? solvedAmongForgotten(db, asked) : forgottenAmongSolved(db, asked);
}

/** Solutions of questions within minutes of being asked; the latest is looked at first, because it is what may be new. */
export const swift = counting(sql`
  select 1 from ${solvedQuestions}
  and ${recognitions.occurredAt} - ${questions.askedAt} <= ${sql.raw(String(SWIFT_WITHIN_MS))}
  order by ${recognitions.helpKey} desc`);

/** Solutions by an answer to an older question. */
export const oldAnswers = counting(sql`
  select distinct ${questionSolutions.questionId} from ${questionSolutions} cross join ${recognitions}
  where ${and(
    eq(questionSolutions.guildId, guild),
    eq(questionSolutions.memberId, member),
    sql`${questionSolutions.kind} = 'solution' and ${questionSolutions.unmarkedAt} is null`,
    sql`${questionSolutions.originQuestionId} is not null`,
    sql`${questionSolutions.originQuestionId} <> ${questionSolutions.questionId}`,
    solved,
    inAQuestion,
    eq(recognitions.helpKey, sql`'question:' || ${questionSolutions.questionId}`),
  )}`);

const solvedTags = sql`
  ${recognitions} cross join ${questionTags}
  where ${and(solved, inAQuestion, eq(questionTags.questionId, inTheQuestion))}`;

const tagsThere = prepared((db) => {
  const inGuild = eq(questionTags.guildId, guild);
  const each = different(next(sql`${questionTags.tagId}`, sql`${questionTags}`, inGuild));
  return db.select({ n: sql<number>`count(*)` }).from(sql`(${each})`).prepare();
});

/** How many tags the questions of a server have. */
const countTags = (db: Reader, guildId: string): number => tagsThere(db).get({ guildId })?.n ?? 0;

const tagsSolved = counting(sql`select distinct ${questionTags.tagId} from ${solvedTags}`);

/** Different tags in which they have a solution; with one in each that there is, nothing more is looked for. */
export function tags(db: Reader, asked: Asked): number {
  const there = countTags(db, asked.guildId);
  return tagsSolved(db, { ...asked, most: asked.most < 0 ? there : Math.min(asked.most, there) });
}

const tagMost = prepared((db) =>
  db
    .select({ n: sql<number | null>`max(n)` })
    .from(
      sql`(select count(*) as n from (select ${questionTags.tagId} as tag from ${solvedTags} limit ${most}) group by tag)`,
    )
    .prepare(),
);

/**
 * Solutions in the tag in which they have most. So many are looked at that one tag must have enough, however evenly they
 * are spread over all the tags that there are.
 */
export function inOneTag(db: Reader, { guildId, memberId, most: enough }: Asked): number {
  const looked = enough < 0 ? enough : countTags(db, guildId) * (enough - 1) + 1;
  return tagMost(db).get({ guildId, memberId, most: looked })?.n ?? 0;
}
