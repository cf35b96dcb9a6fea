// What follows from the marks of a question: its state, the looks of its thread and the credit, all in one transaction.
import type { Context } from '../../core/context.ts';
import type { Tx } from '../../core/database.ts';
import { findBySource } from '../../core/ledger-rows.ts';
import type { MarkWay, UnmarkedWhy } from '../../core/question-tables.ts';
import type { Settings } from '../../core/settings.ts';
import { recognise, withdraw } from '../recognition/service.ts';
import { creditOf } from './credit.rules.ts';
import { solutionsOf } from './marking.rules.ts';
import * as marks from './marks.store.ts';
import { type Change, type Question, solved, unsolved } from './questions.rules.ts';
import { take } from './steps.ts';
import { dress, undress } from './thread-effects.ts';

/** After marks were made or taken back: the question's state, its thread and the credit follow from those that stand. */
export async function settle(
  ctx: Context,
  tx: Tx,
  question: Question,
  settings: Settings,
  deed: {
    actorId: string;
    why: UnmarkedWhy;
    messageId?: string | undefined;
    memberId?: string | undefined;
    way?: MarkWay;
  },
): Promise<Question> {
  const now = ctx.clock.now();
  const standing = await marks.liveMarksOf(tx, question.id);
  const solutions = solutionsOf(standing);
  const isSolved = solutions.length > 0;
  const provisional = solutions.every((mark) => mark.way === 'peers');
  const isStaff = solutions[0]?.isStaff === 1;
  const change = isSolved ? solved(question, { at: now, isStaff, provisional }) : unsolved(question);
  if (!isSolved) for (const mark of standing) await marks.takeBack(tx, mark, deed.why, now);
  const looks = await looksAfter(ctx, tx, question, change, settings);
  const what = deed.way ? (change?.state ? 'solved' : 'marked') : change?.state ? 'unsolved' : 'unmarked';
  const next = await take(
    ctx,
    tx,
    question,
    { ...change, ...looks },
    {
      actorId: deed.actorId,
      action: `questions.${what}`,
      targetId: deed.memberId,
      details: {
        ...(deed.messageId ? { message: deed.messageId } : {}),
        ...(deed.way ? { way: deed.way } : { why: deed.why }),
        ...(provisional && isSolved ? { provisional } : {}),
      },
    },
  );
  await settleCredit(ctx, tx, next, settings);
  return next;
}

/** What the thread is owed by a change of state. */
async function looksAfter(
  ctx: Context,
  tx: Tx,
  question: Question,
  change: Change | undefined,
  settings: Settings,
): Promise<Change> {
  if (change?.state === undefined) return {};
  const next = { ...question, ...change };
  return change.state === 'solved' ? dress(ctx, tx, next, settings) : undress(ctx, tx, next);
}

/** Makes the ledger say what the marks say: the stronger ones first, so that nothing ever counts less in between. */
export async function settleCredit(
  ctx: Context,
  tx: Tx,
  question: Question,
  settings: Settings,
): Promise<void> {
  const credit = creditOf(question, await marks.marksOf(tx, question.id), settings.points);
  for (const { sourceKey, why } of credit.unwanted) {
    const row = await findBySource(tx, sourceKey);
    if (row) await withdraw(ctx, tx, row, why);
  }
  for (const fact of credit.wanted) await recognise(ctx, tx, fact);
}
