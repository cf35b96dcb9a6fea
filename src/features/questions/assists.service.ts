// "Who else helped?": the people whom an asker names beside the solver.
import { type Context, type Refusal, refuse } from '../../core/context.ts';
import { isNamed, judgeAssists, type Marker, mayDecide, weightOf } from './marking.rules.ts';
import * as marks from './marks.store.ts';
import { markBy } from './new-marks.rules.ts';
import { settleCredit } from './settling.ts';
import { take } from './steps.ts';
import * as store from './store.ts';

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
        ...markBy(question, by, 'named', now),
        kind: 'assist',
        messageId: null,
        memberId,
        isStaff: isStaff ? 1 : 0,
        weight: weightOf(question, { memberId, isStaff }, settings.questions),
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
