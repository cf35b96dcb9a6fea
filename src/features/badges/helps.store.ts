// What is to be known of one help, or one question, to tell which measures it may move.
import { and, eq, sql } from 'drizzle-orm';
import { prepared, type Reader } from '../../core/database.ts';
import type { Recognition } from '../../core/ledger-rules.ts';
import { questions } from '../../core/question-tables.ts';
import { recognitions } from '../../core/schema.ts';
import { type OtherHelp, otherHelpOf } from '../../core/standing-shifts.ts';
import { inAQuestion, merely } from '../../core/written-out.ts';
import type { HelpFacts } from './rules.ts';

const QUESTION = 'question:';
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

/** What must be known of a help to tell which measures credit for it may move. */
export async function helpFacts(
  db: Reader,
  row: Recognition,
  now: number,
  otherHelp: OtherHelp = otherHelpOf(db, row),
): Promise<HelpFacts> {
  const { occurredAt: at, helpKey } = row;
  const question = helpKey.startsWith(QUESTION)
    ? questionOf(db).get({ id: helpKey.slice(QUESTION.length) })
    : undefined;
  const { before, after } = otherHelp;
  return { now, question, idleMs: Math.max(at - (before ?? at), (after ?? at) - at) };
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
