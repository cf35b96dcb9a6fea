// Questions against what Discord shows after a time of not listening: which ✅ and messages marks rest on, which threads and askers are there.
import type { Context } from '../../core/context.ts';
import { emojiKey } from '../../core/settings.ts';
import { isBefore } from '../../core/snowflakes.ts';
import type { CatchUp, Known, Place } from '../../discord/feature.ts';
import { withdrawReaction } from './confirming.ts';
import { confirmationsOf, marksOf } from './marks.store.ts';
import { onDeleted } from './messages.discord.ts';
import { askerLeft, askerReturned, threadGone } from './service.ts';
import { findQuestion, openWithFirstIn } from './store.ts';
import { askersOf, unsettledThreads } from './there.store.ts';
import { SOLVED_EMOJI } from './thread.rules.ts';

const DAY_MS = 86_400_000;
/** Threads that were archived for longer are not asked for, ms. */
const ARCHIVED_LATELY_MS = 14 * DAY_MS;
/** What was asked longer ago by somebody who left, is not opened again by their coming back unseen, ms. */
const LEFT_LATELY_MS = 30 * DAY_MS;

export const lookUp: CatchUp = {
  async means(ctx, { channelId, isThread }, emoji) {
    return (
      isThread &&
      emojiKey(emoji) === SOLVED_EMOJI &&
      (await ctx.db.read((db) => findQuestion(db, channelId))) !== undefined
    );
  },
  known: async (ctx, place, fromId, toId) =>
    (await knownIn(ctx, place)).filter(
      ({ messageId }) => !isBefore(messageId, fromId) && !isBefore(toId, messageId),
    ),
  messagesGone: (ctx, _place, messageIds) => onDeleted(ctx, messageIds),
  reactionGone: (ctx, { channelId }, messageId, { memberId }) =>
    withdrawReaction(ctx, channelId, messageId, memberId),
  threads: (ctx, guildId) =>
    ctx.db.read((db) => unsettledThreads(db, guildId, ctx.clock.now() - ARCHIVED_LATELY_MS)),
  threadGone: (ctx, threadId) => threadGone(ctx, threadId),
  people: (ctx, guildId) => ctx.db.read((db) => askersOf(db, guildId, ctx.clock.now() - LEFT_LATELY_MS)),
  async moved(ctx, guildId, { memberId, isHere }) {
    if (isHere) await askerReturned(ctx, guildId, memberId);
    else await askerLeft(ctx, guildId, memberId);
  },
};

function knownIn(ctx: Context, { channelId, isThread }: Place): Promise<Known[]> {
  return ctx.db.read(async (db) => {
    if (!isThread) return openWithFirstIn(db, channelId).map((messageId) => ({ messageId, stands: true }));
    const question = await findQuestion(db, channelId);
    if (!question) return [];
    const reactionOf = (memberId: string) => ({ emoji: SOLVED_EMOJI, memberId });
    const made = (await marksOf(db, channelId)).filter(({ unmarkedWhy }) => unmarkedWhy !== 'unreacted');
    const marked = made.flatMap(({ messageId, way, markedBy, unmarkedAt }) => {
      if (messageId === null) return [];
      // One that was taken back is not made again by the ✅ that is still there: somebody had reopened the question.
      const stands = unmarkedAt === null;
      const message: Known = { messageId, stands };
      return way === 'reaction' ? [message, { ...message, reaction: reactionOf(markedBy) }] : [message];
    });
    const confirmed = (await confirmationsOf(db, channelId)).map((one) => ({
      messageId: one.messageId,
      reaction: reactionOf(one.memberId),
      stands: one.byReaction === 1,
    }));
    const asked =
      question.firstMessageIn === channelId
        ? [{ messageId: channelId, stands: question.state === 'open' }]
        : [];
    return [...marked, ...confirmed, ...asked];
  });
}
