// The board in the helpers' channel: one message, drawn again when questions changed, made again when it is lost.
import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { View } from '../../core/actions.ts';
import type { Context } from '../../core/context.ts';
import type { Tx } from '../../core/database.ts';
import type { Settled } from '../../core/outbox-settling.ts';
import { waitingWithKey } from '../../core/outbox-store.ts';
import { visitServers } from '../../core/server-rounds.ts';
import { boardView, MOST_ON_BOARD } from './board.view.ts';
import * as store from './boards.store.ts';
import { look } from './store.ts';

/** Drawn at most once in a minute; a little less, for a clock that ticks a little early. In ms. */
const BETWEEN_DRAWINGS_MS = 59_000;
/** Where Discord refused (no right to write there), it is asked again after so long, ms. */
const AFTER_REFUSAL_MS = 10 * 60_000;

/** Draws every board that is not as it should be. */
export async function keepBoards(ctx: Context): Promise<void> {
  const what = { feature: 'attention', errand: 'draw the board' };
  await visitServers(ctx, what, await ctx.db.read(store.guildsWithBoard), (guildId) =>
    keepBoard(ctx, guildId),
  );
}

/** Draws the board of a server if questions changed, where its settings say; takes it away if they say nowhere. */
async function keepBoard(ctx: Context, guildId: string): Promise<void> {
  const { boardChannelId } = (await ctx.settings.of(guildId)).questions;
  const view = boardChannelId === undefined ? undefined : await currentView(ctx, guildId);
  await ctx.db.write(async (tx) => {
    const board = await store.boardOf(tx, guildId);
    if (board && board.channelId !== boardChannelId) await takeAway(ctx, tx, board);
    if (boardChannelId === undefined || view === undefined) return;
    if (board?.channelId === boardChannelId) return redraw(ctx, tx, board, view);
    const drawnAt = ctx.clock.now();
    await post(ctx, tx, await store.addBoard(tx, { guildId, channelId: boardChannelId, drawnAt }), view);
  });
}

async function currentView(ctx: Context, guildId: string): Promise<View> {
  const { language, questions } = await ctx.settings.of(guildId);
  const channelIds = questions.channels.map(({ channelId }) => channelId);
  const names = new Map(ctx.actions.forumTags(channelIds).map(({ id, name }) => [id, name]));
  const wish = { guildId, filter: 'unanswered' as const, channelIds, now: ctx.clock.now() };
  const looked = await ctx.db.read((db) => look(db, wish, MOST_ON_BOARD));
  return boardView(ctx.texts.for(language), { ...looked, tagNames: (id) => names.get(id) });
}

async function redraw(ctx: Context, tx: Tx, board: store.Board, view: View): Promise<void> {
  const now = ctx.clock.now();
  if (now - board.drawnAt < BETWEEN_DRAWINGS_MS || board.shows === hashOf(view)) return;
  const done = board.messageId === null ? await post(ctx, tx, board, view) : await edit(ctx, tx, board, view);
  if (done) await store.changeBoard(tx, board.guildId, { drawnAt: now });
}

async function post(ctx: Context, tx: Tx, board: store.Board, view: View): Promise<boolean> {
  const { guildId, channelId } = board;
  const [key, ref] = [keyOf(board), refOf(board, view)];
  // Discord may have posted one that was tried: it is known when that settles.
  if (!(await makeWay(ctx, tx, key, ref, { onlyUntried: true }))) return false;
  await ctx.outbox.enqueue(tx, {
    kind: 'send',
    guildId,
    payload: { channelId, view: owed(view) },
    dedupeKey: key,
    lane: key,
    ref,
  });
  return true;
}

async function edit(ctx: Context, tx: Tx, board: store.Board, view: View): Promise<boolean> {
  const { guildId, channelId, messageId } = board;
  if (messageId === null) return false;
  const [key, ref] = [keyOf(board), refOf(board, view)];
  if (!(await makeWay(ctx, tx, key, ref))) return false;
  await ctx.outbox.enqueue(tx, {
    kind: 'edit',
    guildId,
    payload: { channelId, messageId, view: owed(view) },
    dedupeKey: key,
    lane: key,
    ref,
  });
  return true;
}

/** Drops a drawing that waits and is out of date; false if one waits that is not, or cannot be dropped. */
async function makeWay(
  ctx: Context,
  tx: Tx,
  key: string,
  ref: string,
  how: { onlyUntried?: boolean } = {},
): Promise<boolean> {
  const waiting = waitingWithKey(tx, key);
  if (!waiting) return true;
  if (waiting.ref === ref) return false;
  return ctx.outbox.callOff(tx, key, how);
}

async function takeAway(ctx: Context, tx: Tx, board: store.Board): Promise<void> {
  await ctx.outbox.callOff(tx, keyOf(board), { onlyUntried: true });
  await store.removeBoard(tx, board.guildId);
  if (board.messageId !== null) await unsend(ctx, tx, board, board.messageId);
}

async function unsend(ctx: Context, tx: Tx, place: Place, messageId: string): Promise<void> {
  await ctx.outbox.enqueue(tx, {
    kind: 'unsend',
    guildId: place.guildId,
    payload: { channelId: place.channelId, messageId },
    dedupeKey: `board-gone:${messageId}`,
    lane: keyOf(place),
  });
}

/** Messages were deleted, by whomever: the board, if it is among them, is made again with the next drawing. */
export async function noteDeleted(
  ctx: Context,
  guildId: string,
  messageIds: readonly string[],
): Promise<void> {
  const board = await ctx.db.read((db) => store.boardOf(db, guildId));
  if (board?.messageId == null || !messageIds.includes(board.messageId)) return;
  await ctx.db.write((tx) => store.changeBoard(tx, guildId, LOST));
}

const LOST = { messageId: null, shows: '' } as const;

/** What came of a drawing: `shows` is only ever what Discord has. */
export async function boardSettled(
  ctx: Context,
  tx: Tx,
  { effect, failure, answer }: Settled,
): Promise<void> {
  const [, , channelId = '', hash = ''] = effect.ref?.split(':') ?? [];
  const { guildId } = effect;
  const board = await store.boardOf(tx, guildId);
  const posted = sent.safeParse(answer).data?.messageId;
  if (board?.channelId !== channelId) {
    // The board was taken elsewhere while this was on its way.
    if (posted !== undefined) await unsend(ctx, tx, { guildId, channelId }, posted);
  } else if (failure === undefined) {
    await store.changeBoard(tx, guildId, { shows: hash, ...(posted ? { messageId: posted } : {}) });
  } else if (failure === 'unknownMessage') {
    await store.changeBoard(tx, guildId, LOST);
  } else {
    const drawnAt = ctx.clock.now() + AFTER_REFUSAL_MS - BETWEEN_DRAWINGS_MS;
    await store.changeBoard(tx, guildId, { drawnAt });
  }
}

const sent = z.object({ messageId: z.string() });

type Place = Pick<store.Board, 'guildId' | 'channelId'>;

/** One drawing at a time: dedupe key, and lane. */
function keyOf({ guildId, channelId }: Place): string {
  return `board:${guildId}:${channelId}`;
}

function refOf({ channelId }: Place, view: View): string {
  return `attention:board:${channelId}:${hashOf(view)}`;
}

/** As effects keep it. */
function owed({ components }: View) {
  return { components: components.map((one) => ({ ...one })) };
}

function hashOf({ components }: View): string {
  return createHash('sha256').update(JSON.stringify(components)).digest('hex').slice(0, 16);
}
