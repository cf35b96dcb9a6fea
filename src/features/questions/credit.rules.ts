// What the marks of a question are worth, and to whom: the one place where credit for solving is worked out. Pure.
import type { Fact, Revocation } from '../../core/ledger-rules.ts';
import type { Settings } from '../../core/settings.ts';
import type { Mark } from './marking.rules.ts';
import type { Question } from './questions.rules.ts';

/** What a recognition in a question is about: so thanks given there, and its solution, count as one help. */
export function helpKeyOf(questionId: string): string {
  return `question:${questionId}`;
}

/** Names the one recognition that a mark stands for; the same message marked again is the same one. */
function sourceKeyOf({ kind, way, questionId, messageId, memberId }: Mark): string {
  if (way === 'peers') return `peers:${questionId}:${messageId}:${memberId}`;
  return kind === 'assist'
    ? `assist:${questionId}:${memberId}`
    : `solution:${questionId}:${messageId ?? 'none'}:${memberId}`;
}

/** What should be in the ledger for a question, given all marks ever made on it: those that stand, and why the others do not. */
export interface Credit {
  wanted: readonly Fact[];
  unwanted: readonly { sourceKey: string; why: Revocation }[];
}

export function creditOf(
  question: Pick<Question, 'id' | 'guildId' | 'askerId'>,
  marks: readonly Mark[],
  points: Settings['points'],
): Credit {
  const wanted = new Map<string, Fact>();
  const unwanted = new Map<string, Revocation>();
  for (const mark of marks) {
    if (mark.weight === 0) continue;
    const sourceKey = sourceKeyOf(mark);
    if (mark.unmarkedAt !== null) {
      const why = mark.unmarkedWhy ?? 'unmarked';
      unwanted.set(sourceKey, why === 'unreacted' ? 'unmarked' : why);
      continue;
    }
    // Several people may say the same; the first of them did.
    if (wanted.has(sourceKey)) continue;
    wanted.set(sourceKey, {
      sourceKey,
      guildId: question.guildId,
      kind: mark.kind,
      giverId: question.askerId,
      receiverId: mark.memberId,
      helpKey: helpKeyOf(question.id),
      channelId: question.id,
      messageId: mark.messageId ?? undefined,
      weight: mark.weight,
      points: Math.round((points[mark.kind] * mark.weight) / 100),
      occurredAt: mark.markedAt,
    });
  }
  return {
    wanted: [...wanted.values()],
    unwanted: [...unwanted]
      .filter(([sourceKey]) => !wanted.has(sourceKey))
      .map(([sourceKey, why]) => ({ sourceKey, why })),
  };
}
