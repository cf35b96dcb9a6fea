// When an asker thanks in their question, or says how it stands: asks whether a message answered it, or whether to reopen.
import type { Context } from '../../core/context.ts';
import type { Tx } from '../../core/database.ts';
import { latestPrompt, openPromptOf, wasAsked } from './prompts.store.ts';
import * as prompts from './prompts.ts';
import { proposalView, stillBrokenView } from './prompts.view.ts';
import {
  type Message,
  type Proposal,
  proposeSolution,
  readClosing,
  readTurn,
  TURNS_READ,
} from './proposal.rules.ts';
import type { Question } from './questions.rules.ts';
import { findStanding, type Standing } from './solved-words.rules.ts';
import * as store from './store.ts';

const DAY_MS = 86_400_000;
/** Greater than every id that Discord has given out: 2^63 - 1. */
const LATEST = '9223372036854775807';

/** The asker's remark in their question; its text is read and dropped. */
export type Remark = Message & { guildId: string; questionId: string };

/** An asker thanked in words: the message that helped is proposed, if it can be told which. */
export async function onThanks(ctx: Context, remark: Remark): Promise<void> {
  await consider(ctx, remark, undefined);
}

/** An asker thanked for one certain message, by a reaction or a command: that is the one to propose. */
export async function onThanksFor(
  ctx: Context,
  about: { guildId: string; questionId: string; memberId: string; messageId: string; authorId: string },
): Promise<void> {
  const question = await mayBeAsked(ctx, about.questionId, about.memberId);
  if (!question || about.authorId === about.memberId || about.messageId === question.id) return;
  const { messageId, authorId } = about;
  await propose(ctx, question, { candidate: { messageId, authorId }, causeMessageId: undefined });
}

/** By a sign of theirs (the solved tag put on by hand, ✅ on their own question), somebody says that it is solved, not by what. */
export async function onSaidSolved(ctx: Context, questionId: string, memberId?: string): Promise<void> {
  const known = await ctx.db.read((db) => store.findQuestion(db, questionId));
  // What peers said brings the tag too; that is no word of the asker.
  if (!known || known.state === 'solved') return;
  const question = await mayBeAsked(ctx, questionId, memberId ?? known.askerId);
  if (!question) return;
  const past = await ctx.actions.messagesBefore(question.id, LATEST, TURNS_READ);
  if (!past.done) return;
  const closing = {
    messageId: LATEST,
    mentions: [],
    repliedTo: undefined,
    asks: false,
    standing: 'solved' as const,
  };
  const candidate = proposeSolution(question.askerId, past.value.map(readTurn), closing);
  await propose(ctx, question, { candidate, causeMessageId: undefined });
}

/** An asker wrote in their question: what it says about how the matter stands, is heard. */
export async function onAskerWrote(ctx: Context, remark: Remark): Promise<void> {
  const standing = findStanding(remark.content);
  if (standing === 'solved' || standing === 'alone') await consider(ctx, remark, standing);
  if (standing === 'stillBroken') await considerReopening(ctx, remark);
}

async function consider(ctx: Context, remark: Remark, standing: Standing | undefined): Promise<void> {
  const question = await mayBeAsked(ctx, remark.questionId, remark.authorId);
  if (!question) return;
  const past = await ctx.actions.messagesBefore(question.id, remark.messageId, TURNS_READ);
  if (!past.done) return;
  const closing = readClosing(remark);
  const candidate = proposeSolution(question.askerId, past.value.map(readTurn), closing);
  // Thanks alone may be for anything; who says that it works, can say which message it was.
  if (!candidate && standing === undefined) return;
  await propose(ctx, question, { candidate, causeMessageId: remark.messageId });
}

/** The question, if it is this member's own, not settled, and they were not asked within a day. */
async function mayBeAsked(ctx: Context, questionId: string, memberId: string): Promise<Question | undefined> {
  const question = await ctx.db.read((db) => store.findQuestion(db, questionId));
  if (!question || question.askerId !== memberId) return undefined;
  return (await mayPropose(ctx, question)) ? question : undefined;
}

async function mayPropose(ctx: Context, question: Question): Promise<boolean> {
  const { questions } = await ctx.settings.of(question.guildId);
  if (!questions.proposals || !isOpen(question)) return false;
  const since = ctx.clock.now() - DAY_MS;
  return !(await ctx.db.read((db) => latestPrompt(db, question.id, 'proposal', since)));
}

function isOpen({ state, provisional, goneAt }: Question): boolean {
  return goneAt === null && (state === 'open' || state === 'answered' || provisional === 1);
}

async function propose(
  ctx: Context,
  { id }: Question,
  {
    candidate,
    causeMessageId,
  }: { candidate: Pick<Proposal, 'messageId' | 'authorId'> | undefined; causeMessageId: string | undefined },
): Promise<void> {
  await ctx.db.write(async (tx) => {
    const now = ctx.clock.now();
    // Looked at again: it may have been solved, or asked about, while the messages were read.
    const question = await store.findQuestion(tx, id);
    if (!question || !isOpen(question)) return;
    if (await latestPrompt(tx, id, 'proposal', now - DAY_MS)) return;
    await makeRoom(ctx, tx, id);
    const reading = ctx.texts.for((await ctx.settings.of(question.guildId)).language);
    const withInstructions = !(await wasAsked(tx, question.guildId, question.askerId, 'proposal'));
    await prompts.ask(ctx, tx, question, {
      kind: 'proposal',
      expiresAt: now + DAY_MS,
      causeMessageId: causeMessageId ?? null,
      candidateMessageId: candidate?.messageId ?? null,
      candidateAuthorId: candidate?.authorId ?? null,
      view: (promptId) => proposalView(reading, { question, promptId, candidate, withInstructions }),
    });
  });
}

/** What else was asked is answered by the asker's words. */
async function makeRoom(ctx: Context, tx: Tx, questionId: string): Promise<void> {
  const open = await openPromptOf(tx, questionId);
  if (open && open.kind !== 'proposal') await prompts.end(ctx, tx, open);
}

/** "Still broken" in a settled question: asks whether to open it again, at most once a day. */
async function considerReopening(ctx: Context, remark: Remark): Promise<void> {
  const asked = await ctx.db.read((db) => store.findQuestion(db, remark.questionId));
  if (asked?.askerId !== remark.authorId) return;
  await ctx.db.write(async (tx) => {
    const question = await store.findQuestion(tx, remark.questionId);
    if (question?.askerId !== remark.authorId || question.goneAt !== null) return;
    const now = ctx.clock.now();
    if (question.state !== 'solved' && question.state !== 'closed') {
      // It is open as it is; but what was proposed did not work.
      const open = await openPromptOf(tx, question.id);
      if (open?.kind === 'proposal') await prompts.end(ctx, tx, open, 'notYet');
      return;
    }
    if (await latestPrompt(tx, question.id, 'reopen', now - DAY_MS)) return;
    await prompts.overtake(ctx, tx, question.id);
    const reading = ctx.texts.for((await ctx.settings.of(question.guildId)).language);
    await prompts.ask(ctx, tx, question, {
      kind: 'reopen',
      expiresAt: now + DAY_MS,
      causeMessageId: remark.messageId,
      view: (promptId) => stillBrokenView(reading, question.askerId, promptId),
    });
  });
}
