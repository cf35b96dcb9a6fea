// Nudges: asks an asker how it stands, and closes their question when nothing comes of it.
import type { View } from '../../core/actions.ts';
import type { Context } from '../../core/context.ts';
import type { Tx } from '../../core/database.ts';
import { visitRows } from '../../core/server-rounds.ts';
import type { Reading } from '../../core/texts.ts';
import { endPrompt, findPrompt, latestPrompt, wasAsked } from '../questions/prompts.store.ts';
import * as prompts from '../questions/prompts.ts';
import { closeWhere } from '../questions/service.ts';
import { LAUREL } from '../questions/steps.ts';
import { findQuestion } from '../questions/store.ts';
import { type Activity, activityIn } from './activity.ts';
import {
  CLOSE_AFTER_MS,
  isCloseDue,
  isNudgeDue,
  isOvertaken,
  LATEST_NUDGE_MS,
  NUDGE_AFTER_MS,
  NUDGE_STAYS_MS,
  type Prompt,
  type Question,
} from './rules.ts';
import { openNudges, quietQuestions } from './store.ts';
import { closedView, nudgeView } from './view.ts';

/** Asks wherever an asker is silent after an answer. */
export async function nudgeAskers(ctx: Context): Promise<void> {
  const now = ctx.clock.now();
  const quiet = { after: now - LATEST_NUDGE_MS, until: now - NUDGE_AFTER_MS };
  const what = { feature: 'followups', errand: 'ask silent askers' };
  await visitRows(ctx, what, await ctx.db.read((db) => quietQuestions(db, quiet)), async (question) => {
    if ((await ctx.settings.of(question.guildId)).questions.nudges) await nudge(ctx, question);
  });
}

async function nudge(ctx: Context, question: Question): Promise<void> {
  const latest = await ctx.db.read((db) => latestPrompt(db, question.id, 'nudge'));
  if (!isNudgeDue(question, latest, ctx.clock.now())) return;
  const activity = await activityIn(ctx, question);
  // Somebody wrote and it was not heard of yet: that is counted first.
  if (!activity || activity.isAway || activity.at > question.lastActivityAt) return;
  await ctx.db.write(async (tx) => {
    const now = ctx.clock.now();
    const fresh = await findQuestion(tx, question.id);
    if (!fresh || !isNudgeDue(fresh, await latestPrompt(tx, fresh.id, 'nudge'), now)) return;
    const { guildId, askerId } = fresh;
    const knowsHow =
      (await wasAsked(tx, guildId, askerId, 'nudge')) || (await wasAsked(tx, guildId, askerId, 'proposal'));
    const reading = await readingOf(ctx, guildId);
    await prompts.ask(ctx, tx, fresh, {
      kind: 'nudge',
      expiresAt: now + NUDGE_STAYS_MS,
      view: (promptId) => nudgeView(reading, { askerId, promptId, withInstructions: !knowsHow }),
    });
  });
}

/** Closes the questions in which nothing came of a nudge; takes nudges away that the asker's words have answered. */
export async function closeQuiet(ctx: Context): Promise<void> {
  const before = ctx.clock.now() + NUDGE_STAYS_MS;
  const what = { feature: 'followups', errand: 'close quiet questions' };
  await visitRows(ctx, what, await ctx.db.read((db) => openNudges(db, before)), async (prompt) => {
    const question = await ctx.db.read((db) => findQuestion(db, prompt.questionId));
    if (!question) return;
    if (isOvertaken(question, prompt)) await ctx.db.write((tx) => prompts.end(ctx, tx, prompt));
    else if (ctx.clock.now() - prompt.createdAt >= CLOSE_AFTER_MS) await closeIfQuiet(ctx, question, prompt);
  });
}

async function closeIfQuiet(ctx: Context, question: Question, nudge: Prompt): Promise<void> {
  if (!(await ctx.settings.of(question.guildId)).questions.nudges) return;
  if (!isCloseDue(question, nudge, question.lastActivityAt, ctx.clock.now())) return;
  const activity = await activityIn(ctx, question);
  if (!activity || !isCloseDue(question, nudge, activity.at, ctx.clock.now())) return;
  await ctx.db.write(async (tx) => {
    const fresh = await findQuestion(tx, question.id);
    const asked = await findPrompt(tx, nudge.id);
    if (!fresh || !asked || !isCloseDue(fresh, asked, activity.at, ctx.clock.now())) return;
    // Ended first, so that its message stays: it becomes the way back.
    await endPrompt(tx, asked.id, ctx.clock.now());
    await closeWhere(ctx, tx, fresh, 'noActivity', LAUREL);
    await showClosed(ctx, tx, asked, activity);
  });
}

/** The message of the nudge says what came of it, with the way back; where the thread sleeps it is left as it is. */
async function showClosed(ctx: Context, tx: Tx, nudge: Prompt, { isAway }: Activity): Promise<void> {
  const { guildId, questionId, messageId, id } = nudge;
  if (isAway || messageId === null) return;
  await ctx.outbox.enqueue(tx, {
    kind: 'edit',
    guildId,
    payload: {
      channelId: questionId,
      messageId,
      view: owed(closedView(await readingOf(ctx, guildId), questionId)),
    },
    dedupeKey: `nudge-closed:${id}`,
    lane: `thread:${questionId}`,
  });
}

/** As effects keep it. */
function owed({ components }: View) {
  return { components: components.map((one) => ({ ...one })) };
}

/** What everybody reads is in the language of the server. */
export async function readingOf(ctx: Context, guildId: string): Promise<Reading> {
  return ctx.texts.for((await ctx.settings.of(guildId)).language);
}
