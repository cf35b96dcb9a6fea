// What askers answer when they are asked: yes, another one, not yet; open again, or leave it.
import type { View } from '../../core/actions.ts';
import { isRefusal, type Refusal, refuse } from '../../core/context.ts';
import { textView } from '../../core/views.ts';
import type { Call, Component } from '../../discord/feature.ts';
import { candidatesAmong } from './choosing.discord.ts';
import { type Marker, mayDecide } from './marking.rules.ts';
import { chooseView, markedView, reopenedView } from './marking.view.ts';
import { markWithin, reopenWithin, solveAloneWithin } from './marks.service.ts';
import { answerOf, markerOf } from './people.discord.ts';
import { findPrompt, type Prompt } from './prompts.store.ts';
import * as prompts from './prompts.ts';
import { TURNS_READ } from './proposal.rules.ts';
import type { Question } from './questions.rules.ts';
import { findQuestion } from './store.ts';

/** A prompt that waits for an answer, its question, and who answers. */
export interface Asked {
  prompt: Prompt;
  question: Question;
  marker: Marker;
}

/** The prompt that somebody answers: their own, or in place of the asker by whoever may decide. Refuses everybody else. */
export async function promptFor(call: Call, promptId: string | undefined): Promise<Asked | Refusal> {
  const { ctx } = call;
  const prompt = await ctx.db.read((db) => findPrompt(db, Number(promptId)));
  const question = prompt && (await ctx.db.read((db) => findQuestion(db, prompt.questionId)));
  if (!prompt || !question || prompt.guildId !== call.guildId) return refuse('outOfDate');
  const marker = await markerOf(ctx, call.member, question.id);
  if (!mayDecide(question, marker, await ctx.settings.of(question.guildId)))
    return refuse('questionNotYours');
  if (prompt.endedAt !== null) return refuse('promptOver');
  return { prompt, question, marker };
}

export const promptComponents: readonly Component[] = [
  { action: 'yes', answers: 'privately', run: (call, [id]) => withPrompt(call, id, yes) },
  { action: 'other', answers: 'privately', run: (call, [id]) => withPrompt(call, id, other) },
  { action: 'notYet', answers: 'privately', run: (call, [id]) => withPrompt(call, id, notYet) },
  { action: 'again', answers: 'privately', run: (call, [id]) => withPrompt(call, id, again) },
  { action: 'leave', answers: 'privately', run: (call, [id]) => withPrompt(call, id, leave) },
];

async function withPrompt(
  call: Call,
  promptId: string | undefined,
  run: (call: Call, asked: Asked) => Promise<View | Refusal>,
): Promise<View | Refusal> {
  const asked = await promptFor(call, promptId);
  return isRefusal(asked) ? asked : run(call, asked);
}

async function yes(call: Call, asked: Asked): Promise<View | Refusal> {
  const { ctx, reading } = call;
  const { prompt, question, marker } = asked;
  const messageId = prompt.candidateMessageId;
  if (messageId === null) {
    const solved = await ctx.db.write(async (tx) => {
      await prompts.end(ctx, tx, prompt, 'yes');
      return solveAloneWithin(ctx, tx, question.id, marker, 'proposal');
    });
    return isRefusal(solved) ? solved : markedView(reading, { ...solved, messageId: undefined });
  }
  const found = await ctx.actions.message(question.id, messageId);
  if (!found.done && !found.final) return refuse('tryAgain');
  if (!found.done) {
    await ctx.db.write((tx) => prompts.end(ctx, tx, prompt));
    return refuse('solutionGone');
  }
  const answer = await answerOf(ctx, question, question.id, found.value);
  const order = {
    questionId: question.id,
    answer,
    marker,
    way: 'proposal' as const,
    mode: 'replace' as const,
  };
  const marked = await ctx.db.write(async (tx) => {
    await prompts.end(ctx, tx, prompt, 'yes');
    return markWithin(ctx, tx, order);
  });
  return isRefusal(marked) ? marked : markedView(reading, { ...marked, messageId });
}

/** The prompt stays until one is chosen: who looks through the list may find none. */
async function other(call: Call, { question }: Asked): Promise<View | Refusal> {
  const { ctx, interaction, reading } = call;
  const past = await ctx.actions.messagesBefore(question.id, interaction.id, TURNS_READ);
  if (!past.done) return refuse(past.final ? 'notAQuestion' : 'tryAgain');
  return chooseView(reading, question.id, candidatesAmong(question.askerId, past.value));
}

async function notYet({ ctx, reading }: Call, { prompt }: Asked): Promise<View> {
  await ctx.db.write((tx) => prompts.end(ctx, tx, prompt, 'notYet'));
  return textView(reading.t('questions.prompt.notYetSaid'));
}

async function again(call: Call, { prompt, question, marker }: Asked): Promise<View | Refusal> {
  const { ctx, reading } = call;
  const reopened = await ctx.db.write(async (tx) => {
    await prompts.end(ctx, tx, prompt, 'yes');
    return reopenWithin(ctx, tx, question.id, marker);
  });
  return isRefusal(reopened) ? reopened : reopenedView(reading);
}

async function leave({ ctx, reading }: Call, { prompt }: Asked): Promise<View> {
  await ctx.db.write((tx) => prompts.end(ctx, tx, prompt, 'no'));
  return textView(reading.t('questions.prompt.leftSaid'));
}
