// Which threads and askers should be there, for a look after a time of not listening.
import { and, desc, eq, gte, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { Reader } from '../../core/database.ts';
import { questionStates, questions } from '../../core/question-tables.ts';
import type { Question } from './questions.rules.ts';

/** Archived threads that are looked for one by one, at most: each is a question to Discord. */
const MOST_ARCHIVED = 100;

/** Unsettled questions of a server whose threads were active when they were last seen. */
async function awake(db: Reader, guildId: string): Promise<Question[]> {
  return db
    .select()
    .from(questions)
    .where(
      and(
        eq(questions.guildId, guildId),
        inArray(questions.state, ['open', 'answered']),
        isNull(questions.goneAt),
        isNull(questions.archivedAt),
      ),
    )
    .all();
}

/** The threads of unsettled questions that should be there: the active ones, and the latest that were archived since a moment. */
export async function unsettledThreads(db: Reader, guildId: string, since: number): Promise<string[]> {
  const archived = db
    .select({ id: questions.id })
    .from(questions)
    .where(
      and(
        eq(questions.guildId, guildId),
        inArray(questions.state, ['open', 'answered']),
        isNull(questions.goneAt),
        gte(questions.archivedAt, since),
      ),
    )
    .orderBy(desc(questions.archivedAt))
    .limit(MOST_ARCHIVED)
    .all();
  return [...(await awake(db, guildId)), ...archived].map(({ id }) => id);
}

/** The askers of active unsettled questions, and those who had left since they asked; of what was asked since a moment. */
export async function askersOf(
  db: Reader,
  guildId: string,
  since: number,
): Promise<{ memberId: string; isHere: boolean }[]> {
  const left = db
    .selectDistinct({ memberId: questions.askerId })
    .from(questions)
    .where(
      and(
        eq(questions.guildId, guildId),
        inArray(questions.state, [...questionStates]),
        gte(questions.askedAt, since),
        isNotNull(questions.askerLeftAt),
      ),
    )
    .all();
  const there = (await awake(db, guildId)).filter(({ askerLeftAt }) => askerLeftAt === null);
  return [
    ...[...new Set(there.map(({ askerId }) => askerId))].map((memberId) => ({ memberId, isHere: true })),
    ...left.map(({ memberId }) => ({ memberId, isHere: false })),
  ];
}
