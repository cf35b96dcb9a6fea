// The digest: once a day, in the thread below the board, new questions for those who follow their tags.
import type { View } from '../../core/actions.ts';
import type { Context } from '../../core/context.ts';
import type { Tx } from '../../core/database.ts';
import type { Settled } from '../../core/outbox-settling.ts';
import { visitServers } from '../../core/server-rounds.ts';
import { type Board, boardOf, changeBoard } from './boards.store.ts';
import { composeDigest, dueSubscriptions, MOST_LISTED } from './digest.rules.ts';
import { digestViews } from './digest.view.ts';
import * as store from './subscriptions.store.ts';

/** Questions looked at for one digest: enough to say how many more there are, whatever happened meanwhile. */
const MOST_LOOKED_AT = 40 * MOST_LISTED;
/** Nobody was told today who was told before this long ago, whatever their time zone, ms. */
const SHORTEST_DAY_MS = 9 * 3_600_000;

/** Tells in every server where it is due. Done twice on one day it tells once. */
export async function tellDigests(ctx: Context): Promise<void> {
  const before = ctx.clock.now() - SHORTEST_DAY_MS;
  const what = { feature: 'attention', errand: 'tell the digest' };
  const guildIds = await ctx.db.read((db) => store.guildsToTell(db, before));
  await visitServers(ctx, what, guildIds, (guildId) => tellDigest(ctx, guildId));
}

async function tellDigest(ctx: Context, guildId: string): Promise<void> {
  const { timeZone, language, questions } = await ctx.settings.of(guildId);
  const channelIds = questions.channels.map(({ channelId }) => channelId);
  const names = new Map(ctx.actions.forumTags(channelIds).map(({ id, name }) => [id, name]));
  await ctx.db.write(async (tx) => {
    const now = ctx.clock.now();
    const board = await boardOf(tx, guildId);
    // Without a board there is nowhere to tell; who follows tags is told when there is one again.
    if (board?.messageId == null || questions.boardChannelId !== board.channelId) return;
    const due = dueSubscriptions(await store.subscriptionsIn(tx, guildId), now, timeZone);
    if (due.length === 0) return;
    const tagIds = [...new Set(due.map(({ tagId }) => tagId))];
    const since = Math.min(...due.map(({ toldUntil }) => toldUntil));
    const fresh = await store.freshQuestions(tx, guildId, tagIds, since, MOST_LOOKED_AT);
    await store.markTold(tx, due, now);
    const digest = composeDigest(due, fresh);
    if (!digest) return;
    const reading = ctx.texts.for(language);
    const views = digestViews(reading, digest, (id) => names.get(id));
    await tell(ctx, tx, board, board.messageId, views, reading.t('attention.digest.thread'));
  });
}

/** Posts in the digest's thread, which is opened at the board's message where there is none. */
async function tell(
  ctx: Context,
  tx: Tx,
  board: Board,
  messageId: string,
  views: readonly View[],
  name: string,
): Promise<void> {
  const { guildId, channelId } = board;
  // A thread that begins at a message has its id.
  const threadId = board.digestThreadId ?? messageId;
  const lane = `digest:${guildId}`;
  const opening =
    board.digestThreadId === null
      ? await ctx.outbox.enqueue(tx, {
          kind: 'openThread',
          guildId,
          payload: { channelId, messageId, name },
          dedupeKey: `digest-thread:${messageId}`,
          lane,
        })
      : undefined;
  await changeBoard(tx, guildId, { digestThreadId: threadId });
  for (const [i, { components, pings }] of views.entries()) {
    await ctx.outbox.enqueue(tx, {
      kind: 'send',
      guildId,
      payload: {
        channelId: threadId,
        view: { components: components.map((one) => ({ ...one })), pings: [...(pings ?? [])] },
      },
      dedupeKey: `digest:${guildId}:${ctx.clock.now()}:${i}`,
      lane,
      ref: `attention:digest:${threadId}`,
      ...(opening === undefined ? {} : { afterId: opening }),
    });
  }
}

/** The thread is no more: the next digest opens another one. */
export async function digestSettled(_ctx: Context, tx: Tx, { effect, failure }: Settled): Promise<void> {
  if (failure !== 'unknownChannel') return;
  const [, , threadId] = effect.ref?.split(':') ?? [];
  const board = await boardOf(tx, effect.guildId);
  if (board?.digestThreadId === threadId) await changeBoard(tx, effect.guildId, { digestThreadId: null });
}
