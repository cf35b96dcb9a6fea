// What is to be known of one help, or one question, to tell which measures it may move.
import { and, eq, ne, sql } from 'drizzle-orm';
import { prepared, type Reader } from '../../core/database.ts';
import type { Recognition } from '../../core/ledger.ts';
import { questions } from '../../core/question-tables.ts';
import { recognitions } from '../../core/schema.ts';
import { helpedAPerson, inAQuestion, merely } from '../../core/written-out.ts';
import type { HelpFacts } from './rules.ts';

const QUESTION = 'question:';
const helped = and(
  eq(recognitions.guildId, sql.placeholder('guildId')),
  eq(recognitions.receiverId, sql.placeholder('memberId')),
  helpedAPerson,
);

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
        eq(recognitions.helpKey, sql.placeholder('helpKey')),
        inAQuestion,
        merely(recognitions.guildId, sql.placeholder('guildId')),
        merely(recognitions.giverId, sql.placeholder('askerId')),
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
