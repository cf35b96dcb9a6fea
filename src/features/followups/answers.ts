// What askers answer: still in need of help, to be closed, still working or not; and what they write in a closed question.
import { type Context, type Refusal, refuse } from '../../core/context.ts';
import { type Marker, mayDecide } from '../questions/marking.rules.ts';
import { reopenWithin } from '../questions/marks.service.ts';
import * as prompts from '../questions/prompts.ts';
import { closeWhere } from '../questions/service.ts';
import { take } from '../questions/steps.ts';
import { findQuestion } from '../questions/store.ts';
import { isWayBack, type Prompt, type Question, raised } from './rules.ts';

/** Somebody answers a prompt. */
export interface Answering {
  prompt: Prompt;
  marker: Marker;
}

/** "Still need help": raises the question. Nothing changes if it is raised already. */
export async function stillNeed(ctx: Context, { prompt, marker }: Answering): Promise<Question | Refusal> {
  return ctx.db.write(async (tx) => {
    await prompts.end(ctx, tx, prompt, 'stillNeed');
    const question = await findQuestion(tx, prompt.questionId);
    if (!question) return refuse('notAQuestion');
    const change = raised(question, ctx.clock.now());
    if (!change) return question;
    return take(ctx, tx, question, change, { actorId: marker.memberId, action: 'questions.raised' });
  });
}

/** "Close": whoever asked needs no answer any more. */
export async function close(ctx: Context, { prompt, marker }: Answering): Promise<Question | Refusal> {
  return ctx.db.write(async (tx) => {
    await prompts.end(ctx, tx, prompt, 'close');
    const question = await findQuestion(tx, prompt.questionId);
    if (!question) return refuse('notAQuestion');
    const isClosed = await closeWhere(ctx, tx, question, 'noLongerNeeded', marker.memberId);
    return isClosed ? question : refuse('questionSettled');
  });
}

/** "It still works": kept for the figures, and changes nothing else. */
export async function stillWorks(ctx: Context, { prompt }: Answering): Promise<void> {
  await ctx.db.write((tx) => prompts.end(ctx, tx, prompt, 'yes'));
}

/** "It does not work any more": the question is open again. */
export async function worksNoMore(ctx: Context, { prompt, marker }: Answering): Promise<Question | Refusal> {
  return ctx.db.write(async (tx) => {
    await prompts.end(ctx, tx, prompt, 'no');
    return reopenWithin(ctx, tx, prompt.questionId, marker);
  });
}

/** An asker wrote in a question that was closed because nobody did: it is open again. */
export async function noteWord(ctx: Context, questionId: string, author: Marker): Promise<void> {
  const known = await ctx.db.read((db) => findQuestion(db, questionId));
  if (!known || !isWayBack(known, author.memberId)) return;
  await ctx.db.write(async (tx) => {
    const question = await findQuestion(tx, questionId);
    if (!question || !isWayBack(question, author.memberId)) return;
    if (!mayDecide(question, author, await ctx.settings.of(question.guildId))) return;
    await prompts.overtake(ctx, tx, questionId);
    await reopenWithin(ctx, tx, questionId, author);
  });
}
