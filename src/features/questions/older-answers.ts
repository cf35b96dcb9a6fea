// Older answers: a link to a question that was solved before may solve a new one.
import type { Reader } from '../../core/database.ts';
import { type Answer, solutionsOf } from './marking.rules.ts';
import * as marks from './marks.store.ts';
import type { Question } from './questions.rules.ts';
import * as store from './store.ts';
import { linksIn } from './thread.rules.ts';

/** The older answer that a text leads to, if it links to a solved question of this server. */
export async function olderAnswerIn(
  db: Reader,
  text: string,
  { guildId, id }: Pick<Question, 'guildId' | 'id'>,
): Promise<Answer['origin']> {
  for (const { channelId, messageId } of linksIn(text, guildId)) {
    const older =
      (await store.findQuestion(db, channelId)) ?? (messageId && (await store.findQuestion(db, messageId)));
    if (!older || older.id === id || older.guildId !== guildId || older.state !== 'solved') continue;
    const solutions = solutionsOf(await marks.liveMarksOf(db, older.id)).filter(
      (mark) => mark.messageId !== null,
    );
    const meant = solutions.find((mark) => mark.messageId === messageId) ?? solutions[0];
    if (!meant?.messageId) continue;
    const { memberId, isStaff } = meant;
    return { questionId: older.id, messageId: meant.messageId, memberId, isStaff: isStaff === 1 };
  }
  return undefined;
}
