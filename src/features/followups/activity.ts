// What Discord has of a thread at this moment: whether it is put away, and when anybody wrote last.
import type { Failure } from '../../core/actions.ts';
import type { Context } from '../../core/context.ts';
import { latestCounted } from '../questions/questions.rules.ts';
import { threadGone } from '../questions/service.ts';
import type { Question } from './rules.ts';

/** Messages after the last one that was counted; where so many came, there is life. */
const MESSAGES_LOOKED_AT = 100;

export interface Activity {
  /** The thread is archived or locked: nothing is posted there. */
  isAway: boolean;
  /** When a person wrote last, ms. */
  at: number;
}

/** Nothing where Discord cannot say just now. A thread that is no more is noted as gone. */
export async function activityIn(ctx: Context, question: Question): Promise<Activity | undefined> {
  const thread = await ctx.actions.thread(question.id);
  if (!thread.done) return lost(ctx, question, thread);
  const messages = await ctx.actions.messagesAfter(question.id, latestCounted(question), MESSAGES_LOOKED_AT);
  if (!messages.done) return lost(ctx, question, messages);
  const written = messages.value.filter(({ authorIsBot, isSystem }) => !authorIsBot && !isSystem);
  return {
    isAway: thread.value.archived || thread.value.locked,
    at: Math.max(question.lastActivityAt, ...written.map(({ at }) => at)),
  };
}

async function lost(ctx: Context, { id }: Question, failure: Failure): Promise<undefined> {
  if (failure.reason === 'unknownChannel') await threadGone(ctx, id);
  return undefined;
}
