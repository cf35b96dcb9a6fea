// /close: whoever may decide says why a question is closed without a solution.
import { isRefusal, refuse } from '../../core/context.ts';
import type { Reader } from '../../core/database.ts';
import type { ClosedWhy } from '../../core/question-tables.ts';
import type { TextKey } from '../../core/texts.ts';
import { textView } from '../../core/views.ts';
import { slashCommand } from '../../discord/options.ts';
import { questionLink } from './link.view.ts';
import { questionHere } from './marking.discord.ts';
import { markerOf } from './people.discord.ts';
import type { Question } from './questions.rules.ts';
import { closeQuestion } from './service.ts';
import { findQuestion } from './store.ts';
import { linksIn } from './thread.rules.ts';

const REASONS = {
  noLongerNeeded: 'questions.close.noLongerNeeded',
  answeredElsewhere: 'questions.close.answeredElsewhere',
  duplicate: 'questions.close.duplicate',
  notReproducible: 'questions.close.notReproducible',
  moved: 'questions.close.moved',
} as const satisfies Partial<Record<ClosedWhy, TextKey>>;

export const close = slashCommand({
  name: 'close',
  topic: 'questions',
  description: 'commands.close.description',
  answers: 'privately',
  options: {
    reason: { type: 'choice', choices: REASONS, description: 'commands.close.options.reason' },
    duplicate: { type: 'text', maxLength: 200, description: 'commands.close.options.duplicate' },
  },
  async run(call, { reason, duplicate }) {
    const { ctx, reading, guildId } = call;
    const question = await questionHere(call);
    if (isRefusal(question)) return question;
    const other =
      duplicate === undefined ? undefined : await ctx.db.read((db) => linked(db, duplicate, question));
    const why = other ? 'duplicate' : (reason ?? 'noLongerNeeded');
    if (!other && (why === 'duplicate' || duplicate !== undefined)) return refuse('duplicateOfWhat');
    const marker = await markerOf(ctx, call.member, question.id);
    const closed = await closeQuestion(ctx, question.id, marker, { why, duplicateOf: other?.id });
    if (isRefusal(closed)) return closed;
    const reopen = call.commands.mention(guildId, 'reopen');
    const { t } = reading;
    if (!other) return textView(t('questions.closed', { why: t(REASONS[why]), reopen }));
    return textView(t('questions.closedAsDuplicate', { question: questionLink(other), reopen }));
  },
});

/** Another question of this server, by its link. */
async function linked(
  db: Reader,
  typed: string,
  { id, guildId }: Pick<Question, 'id' | 'guildId'>,
): Promise<Question | undefined> {
  const [link] = linksIn(typed, guildId);
  const other =
    link && ((await findQuestion(db, link.channelId)) ?? (await findQuestion(db, link.messageId ?? '')));
  return other?.id === id ? undefined : other;
}
