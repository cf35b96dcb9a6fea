// Check-backs: a week after a question was solved, asks the asker once whether it still works.
import type { Context } from '../../core/context.ts';
import { visitRows } from '../../core/server-rounds.ts';
import { latestPrompt } from '../questions/prompts.store.ts';
import * as prompts from '../questions/prompts.ts';
import { findQuestion } from '../questions/store.ts';
import { activityIn } from './activity.ts';
import { readingOf } from './nudges.ts';
import {
  CHECK_BACK_AFTER_MS,
  CHECK_BACK_STAYS_MS,
  isCheckBackDue,
  LATEST_CHECK_BACK_MS,
  type Question,
} from './rules.ts';
import { solvedQuestions } from './store.ts';
import { checkBackView } from './view.ts';

/** Asks wherever it is time, and the thread is not put away. */
export async function checkBack(ctx: Context): Promise<void> {
  const now = ctx.clock.now();
  const due = { after: now - LATEST_CHECK_BACK_MS, until: now - CHECK_BACK_AFTER_MS };
  const what = { feature: 'followups', errand: 'ask whether it still works' };
  await visitRows(ctx, what, await ctx.db.read((db) => solvedQuestions(db, due)), async (question) => {
    if ((await ctx.settings.of(question.guildId)).questions.checkBacks) await ask(ctx, question);
  });
}

async function ask(ctx: Context, question: Question): Promise<void> {
  const latest = await ctx.db.read((db) => latestPrompt(db, question.id, 'checkBack'));
  if (!isCheckBackDue(question, latest, ctx.clock.now())) return;
  const activity = await activityIn(ctx, question);
  if (!activity || activity.isAway) return;
  await ctx.db.write(async (tx) => {
    const now = ctx.clock.now();
    const fresh = await findQuestion(tx, question.id);
    if (!fresh || !isCheckBackDue(fresh, await latestPrompt(tx, fresh.id, 'checkBack'), now)) return;
    const { askerId } = fresh;
    const reading = await readingOf(ctx, fresh.guildId);
    await prompts.ask(ctx, tx, fresh, {
      kind: 'checkBack',
      expiresAt: now + CHECK_BACK_STAYS_MS,
      view: (promptId) => checkBackView(reading, askerId, promptId),
    });
  });
}
