// The tags of the questions that a member solved.
import { and, asc, countDistinct, desc, eq, isNull } from 'drizzle-orm';
import type { Reader } from '../../core/database.ts';
import { questionSolutions, questionTags } from '../../core/question-tables.ts';

/** The ids of the tags in which somebody solved most, the best first. */
export async function topTags(
  db: Reader,
  guildId: string,
  memberId: string,
  limit: number,
): Promise<string[]> {
  return db
    .select({ tagId: questionTags.tagId })
    .from(questionSolutions)
    .innerJoin(questionTags, eq(questionTags.questionId, questionSolutions.questionId))
    .where(
      and(
        eq(questionSolutions.guildId, guildId),
        eq(questionSolutions.memberId, memberId),
        eq(questionSolutions.kind, 'solution'),
        isNull(questionSolutions.unmarkedAt),
      ),
    )
    .groupBy(questionTags.tagId)
    .orderBy(desc(countDistinct(questionSolutions.questionId)), asc(questionTags.tagId))
    .limit(limit)
    .all()
    .map(({ tagId }) => tagId);
}
