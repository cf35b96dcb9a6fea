// One step in the life of a question: its change and its line in the audit, in the transaction under way.
import { type Deed, note } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import type { Tx } from '../../core/database.ts';
import { overtake } from './prompts.ts';
import type { Change, Question } from './questions.rules.ts';
import * as store from './store.ts';

/** Who acts where no person does: what happened on Discord, and Laurel's own schedule. */
export const DISCORD = 'discord';
export const LAUREL = 'laurel';

/** Who did it, what they did, and what else is worth knowing. */
export interface Step {
  actorId: string;
  action: `questions.${string}`;
  /** Whom it is about; the asker unless somebody else is. */
  targetId?: string | undefined;
  details?: Deed['details'];
}

/** Makes a change with one line in the audit; what was being asked is overtaken by it. Returns the question as it is then. */
export async function take(
  ctx: Context,
  tx: Tx,
  question: Question,
  change: Change,
  { actorId, action, targetId, details }: Step,
): Promise<Question> {
  const next = await store.change(tx, question, change);
  const movedOn = next.state !== question.state && next.state !== 'answered';
  if (movedOn || question.state === 'solved') await overtake(ctx, tx, question.id);
  await note(
    tx,
    {
      guildId: question.guildId,
      actorId,
      action,
      targetId: targetId ?? question.askerId,
      details: { question: question.id, ...details },
    },
    ctx.clock.now(),
  );
  return next;
}
