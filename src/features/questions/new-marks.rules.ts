// The marks that marking a message makes: the solution, and whoever pointed to an older answer. Pure.
import type { MarkWay } from '../../core/question-tables.ts';
import type { Settings } from '../../core/settings.ts';
import { type Answer, type Mark, type Marker, weightOf } from './marking.rules.ts';
import type { Question } from './questions.rules.ts';

export type NewMark = Omit<Mark, 'id' | 'unmarkedAt' | 'unmarkedWhy'>;

/** Where, by whom and when a mark is made. */
export function markBy(
  { id: questionId, guildId }: Pick<Question, 'id' | 'guildId'>,
  { memberId: markedBy }: Pick<Marker, 'memberId'>,
  way: MarkWay,
  markedAt: number,
) {
  return { questionId, guildId, markedBy, way, markedAt, originQuestionId: null, originMessageId: null };
}

/**
 * The solution; and where it is an older answer that somebody linked to, an assist for whoever knew it. A link by its
 * own author, by the asker or by whoever marks it is no help of somebody else.
 */
export function newMarks(
  question: Pick<Question, 'id' | 'guildId' | 'askerId'>,
  answer: Answer,
  marker: Pick<Marker, 'memberId'>,
  way: MarkWay,
  { questions }: Settings,
  now: number,
): NewMark[] {
  const { origin, messageId } = answer;
  const writer = { memberId: answer.authorId, isStaff: answer.byStaff };
  const solver = origin ?? writer;
  const common = {
    ...markBy(question, marker, way, now),
    messageId,
    originQuestionId: origin?.questionId ?? null,
    originMessageId: origin?.messageId ?? null,
  };
  const solution: NewMark = {
    ...common,
    kind: 'solution',
    memberId: solver.memberId,
    isStaff: solver.isStaff ? 1 : 0,
    weight: weightOf(question, solver, questions),
  };
  const known = [origin?.memberId, question.askerId, marker.memberId];
  if (!origin || origin.messageId === messageId || known.includes(writer.memberId)) return [solution];
  const assist: NewMark = {
    ...common,
    kind: 'assist',
    way: 'link',
    memberId: writer.memberId,
    isStaff: writer.isStaff ? 1 : 0,
    weight: weightOf(question, writer, questions),
  };
  return [solution, assist];
}
