// Marking solutions and taking marks back: who is credited follows from the marks that stand, in the same transaction.
import { type Context, isRefusal, type Refusal, refuse } from '../../core/context.ts';
import type { Reader, Tx } from '../../core/database.ts';
import * as ledger from '../../core/ledger.ts';
import type { MarkWay, UnmarkedWhy } from '../../core/question-tables.ts';
import type { Settings } from '../../core/settings.ts';
import { recognise, withdraw } from '../recognition/service.ts';
import { creditOf } from './credit.rules.ts';
import {
  type Answer,
  isNamed,
  judgeAssists,
  judgeMark,
  type Mark,
  type Marker,
  type MarkMode,
  mayDecide,
  messagesOf,
  solutionsOf,
  weightOf,
} from './marking.rules.ts';
import * as marks from './marks.store.ts';
import { type Change, type Question, reopened, solved, unsolved } from './questions.rules.ts';
import { take } from './steps.ts';
import * as store from './store.ts';
import { linksIn } from './thread.rules.ts';
import { dress, undress } from './thread-effects.ts';

export interface MarkOrder {
  questionId: string;
  answer: Answer;
  marker: Marker;
  way: MarkWay;
  mode: MarkMode;
}

export interface Marked {
  question: Question;
  /** The marks that stand now. */
  standing: readonly Mark[];
  /** The messages that are no longer the solution because of it. */
  replaced: readonly string[];
  /** The message was marked already, so nothing was done. */
  known: boolean;
}

/** Marks a message as the solution. Refuses those who may not say so, and messages that cannot be one. */
export async function markSolution(ctx: Context, order: MarkOrder): Promise<Marked | Refusal> {
  return ctx.db.write((tx) => markWithin(ctx, tx, order));
}

/** The same, in the transaction under way. */
export async function markWithin(ctx: Context, tx: Tx, order: MarkOrder): Promise<Marked | Refusal> {
  const { answer, marker, way, mode } = order;
  const question = await store.findQuestion(tx, order.questionId);
  if (!question) return refuse('notAQuestion');
  const settings = await ctx.settings.of(question.guildId);
  if (!mayDecide(question, marker, settings)) return refuse('questionNotYours');
  const live = await marks.liveMarksOf(tx, question.id);
  const judged = judgeMark(question, answer, marker, live, mode);
  if (isRefusal(judged)) return judged;
  if (judged === 'known') return { question, standing: live, replaced: [], known: true };
  const now = ctx.clock.now();
  for (const mark of judged.replaces) await marks.takeBack(tx, mark, 'replaced', now);
  for (const mark of newMarks(question, answer, marker, way, settings, now)) await marks.addMark(tx, mark);
  const next = await settle(ctx, tx, question, settings, {
    actorId: marker.memberId,
    why: 'replaced',
    messageId: answer.messageId,
    memberId: answer.origin?.memberId ?? answer.authorId,
    way,
  });
  const standing = await marks.liveMarksOf(tx, question.id);
  const stands = messagesOf(solutionsOf(standing));
  const replaced = messagesOf(solutionsOf(judged.replaces)).filter((id) => !stands.includes(id));
  return { question: next, standing, replaced, known: false };
}

/** The asker found it without anybody: solved, and nobody is credited. */
export async function solveAlone(
  ctx: Context,
  questionId: string,
  marker: Marker,
): Promise<Question | Refusal> {
  return ctx.db.write(async (tx) => {
    const question = await store.findQuestion(tx, questionId);
    if (!question) return refuse('notAQuestion');
    const settings = await ctx.settings.of(question.guildId);
    if (!mayDecide(question, marker, settings)) return refuse('questionNotYours');
    const live = await marks.liveMarksOf(tx, questionId);
    if (live.some((mark) => mark.kind === 'solution' && mark.messageId === null)) return question;
    const now = ctx.clock.now();
    for (const mark of live) await marks.takeBack(tx, mark, 'replaced', now);
    await marks.addMark(tx, {
      ...about(question, marker, 'command', now),
      kind: 'solution',
      messageId: null,
      memberId: question.askerId,
      isStaff: 0,
      weight: 0,
      originQuestionId: null,
      originMessageId: null,
    });
    return settle(ctx, tx, question, settings, { actorId: marker.memberId, why: 'replaced', way: 'command' });
  });
}

/** Takes a solution back, or all of them. Twice is once. */
export async function unmark(
  ctx: Context,
  questionId: string,
  marker: Marker,
  messageId?: string,
): Promise<Question | Refusal> {
  return ctx.db.write(async (tx) => {
    const question = await store.findQuestion(tx, questionId);
    if (!question) return refuse('notAQuestion');
    if (!mayDecide(question, marker, await ctx.settings.of(question.guildId)))
      return refuse('questionNotYours');
    return takeBackMarks(ctx, tx, question, {
      actorId: marker.memberId,
      why: 'unmarked',
      which: (mark) => !isNamed(mark) && (messageId === undefined || mark.messageId === messageId),
    });
  });
}

/** Takes those marks back that `which` names; the question is open again if none is left. */
export async function takeBackMarks(
  ctx: Context,
  tx: Tx,
  question: Question,
  how: { actorId: string; why: UnmarkedWhy; which: (mark: Mark) => boolean },
): Promise<Question> {
  const taken = (await marks.liveMarksOf(tx, question.id)).filter(how.which);
  if (taken.length === 0) return question;
  for (const mark of taken) await marks.takeBack(tx, mark, how.why, ctx.clock.now());
  const [first] = taken;
  const settings = await ctx.settings.of(question.guildId);
  const { actorId, why } = how;
  return settle(ctx, tx, question, settings, {
    actorId,
    why,
    ...(first ? { messageId: first.messageId ?? undefined, memberId: first.memberId } : {}),
  });
}

/** Opens a settled question again; what was marked is taken back, and comes back when it is marked again. */
export async function reopenQuestion(
  ctx: Context,
  questionId: string,
  by: Marker,
): Promise<Question | Refusal> {
  return ctx.db.write(async (tx) => {
    const question = await store.findQuestion(tx, questionId);
    if (!question) return refuse('notAQuestion');
    const settings = await ctx.settings.of(question.guildId);
    if (!mayDecide(question, by, settings)) return refuse('questionNotYours');
    const change = reopened(question, ctx.clock.now());
    if (!change) return refuse('questionNotSettled');
    for (const mark of await marks.liveMarksOf(tx, question.id))
      await marks.takeBack(tx, mark, 'reopened', ctx.clock.now());
    const bare = await undress(ctx, tx, { ...question, ...change });
    const next = await take(
      ctx,
      tx,
      question,
      { ...change, ...bare },
      {
        actorId: by.memberId,
        action: 'questions.reopened',
      },
    );
    await settleCredit(ctx, tx, next, settings);
    return next;
  });
}

/** Names who else helped with a solved question: exactly these, three at most. Refuses those who may not decide. */
export async function nameAssists(
  ctx: Context,
  questionId: string,
  by: Marker,
  named: readonly { memberId: string; isBot: boolean; isStaff: boolean }[],
): Promise<readonly string[] | Refusal> {
  return ctx.db.write(async (tx) => {
    const question = await store.findQuestion(tx, questionId);
    if (!question) return refuse('notAQuestion');
    const settings = await ctx.settings.of(question.guildId);
    if (!mayDecide(question, by, settings)) return refuse('questionNotYours');
    if (question.state !== 'solved') return refuse('questionNotSolved');
    const live = await marks.liveMarksOf(tx, questionId);
    const others = named.filter(({ memberId }) => memberId !== by.memberId);
    const wanted = judgeAssists(question, others, live);
    const now = ctx.clock.now();
    const standing = live.filter(isNamed);
    for (const mark of standing) {
      if (!wanted.includes(mark.memberId)) await marks.takeBack(tx, mark, 'unmarked', now);
    }
    for (const memberId of wanted.filter((id) => !standing.some((mark) => mark.memberId === id))) {
      const isStaff = named.some((one) => one.memberId === memberId && one.isStaff);
      await marks.addMark(tx, {
        ...about(question, by, 'named', now),
        kind: 'assist',
        messageId: null,
        memberId,
        isStaff: isStaff ? 1 : 0,
        weight: weightOf(question, { memberId, isStaff }, settings.questions),
        originQuestionId: null,
        originMessageId: null,
      });
    }
    await take(
      ctx,
      tx,
      question,
      {},
      {
        actorId: by.memberId,
        action: 'questions.assisted',
        details: { members: wanted },
      },
    );
    await settleCredit(ctx, tx, question, settings);
    return wanted;
  });
}

/** Messages were deleted: those that were solutions no longer are. */
export async function messagesDeleted(
  ctx: Context,
  messageIds: readonly string[],
  actorId: string,
): Promise<void> {
  const found = await ctx.db.read(async (db) =>
    (await Promise.all(messageIds.map((id) => marks.liveMarksOn(db, id)))).flat(),
  );
  for (const questionId of new Set(found.map((mark) => mark.questionId))) {
    await ctx.db.write(async (tx) => {
      const question = await store.findQuestion(tx, questionId);
      if (!question) return;
      const which = ({ messageId }: Mark) => messageId !== null && messageIds.includes(messageId);
      await takeBackMarks(ctx, tx, question, { actorId, why: 'deleted', which });
    });
  }
}

/** The older answer that a text leads to, if it links to a solved question of this server. */
export async function olderAnswerIn(
  db: Reader,
  text: string,
  { guildId, id }: Pick<Question, 'guildId' | 'id'>,
): Promise<Answer['origin']> {
  for (const { channelId, messageId } of linksIn(text, guildId)) {
    const older =
      (await store.findQuestion(db, channelId)) ?? (messageId && (await store.findQuestion(db, messageId)));
    if (!older || older.id === id || older.guildId !== guildId || older.state !== 'solved') continue;
    const solutions = solutionsOf(await marks.liveMarksOf(db, older.id)).filter(
      (mark) => mark.messageId !== null,
    );
    const meant = solutions.find((mark) => mark.messageId === messageId) ?? solutions[0];
    if (!meant?.messageId) continue;
    const { memberId, isStaff } = meant;
    return { questionId: older.id, messageId: meant.messageId, memberId, isStaff: isStaff === 1 };
  }
  return undefined;
}

/** What a mark says about where and by whom it was made. */
function about(question: Question, marker: Pick<Marker, 'memberId'>, way: MarkWay, now: number) {
  const { id: questionId, guildId } = question;
  return { questionId, guildId, markedBy: marker.memberId, way, markedAt: now };
}

/** The solution; and where it is an older answer, an assist for whoever knew it. */
function newMarks(
  question: Question,
  answer: Answer,
  marker: Pick<Marker, 'memberId'>,
  way: MarkWay,
  { questions }: Settings,
  now: number,
): marks.NewMark[] {
  const { origin, messageId } = answer;
  const writer = { memberId: answer.authorId, isStaff: answer.byStaff };
  const solver = origin ?? writer;
  const common = { ...about(question, marker, way, now), messageId };
  const solution = {
    ...common,
    kind: 'solution' as const,
    memberId: solver.memberId,
    isStaff: solver.isStaff ? 1 : 0,
    weight: weightOf(question, solver, questions),
    originQuestionId: origin?.questionId ?? null,
    originMessageId: origin?.messageId ?? null,
  };
  const ledHere =
    origin &&
    origin.messageId !== messageId &&
    ![origin.memberId, question.askerId, marker.memberId].includes(writer.memberId);
  if (!ledHere) return [solution];
  const assist = {
    ...common,
    kind: 'assist' as const,
    way: 'link' as const,
    memberId: writer.memberId,
    isStaff: writer.isStaff ? 1 : 0,
    weight: weightOf(question, writer, questions),
    originQuestionId: origin.questionId,
    originMessageId: origin.messageId,
  };
  return [solution, assist];
}

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
async function settleCredit(ctx: Context, tx: Tx, question: Question, settings: Settings): Promise<void> {
  const credit = creditOf(question, await marks.marksOf(tx, question.id), settings.points);
  for (const { sourceKey, why } of credit.unwanted) {
    const row = await ledger.findBySource(tx, sourceKey);
    if (row) await withdraw(ctx, tx, row, why);
  }
  for (const fact of credit.wanted) await recognise(ctx, tx, fact);
}
