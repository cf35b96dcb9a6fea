// The quiet sign on a message whose thanks count: a leaf or a short reply, owed to Discord as the thanks come and go.
import type { Context } from '../../core/context.ts';
import type { Tx } from '../../core/database.ts';
import { findBySourceMessage } from '../../core/ledger-rows.ts';
import type { Recognition } from '../../core/ledger-rules.ts';
import type { OnSettled } from '../../core/outbox-settling.ts';
import type { Settings } from '../../core/settings.ts';
import { standingOf } from '../../core/standings.ts';
import { wayOf } from './rules.ts';
import * as store from './store.ts';
import { signView } from './view.ts';

/** Laurel's mark on a message that thanked somebody. */
export const SIGN = '🌿';

/** A message that thanks. */
export interface Place {
  guildId: string;
  channelId: string;
  messageId: string;
}

const signKey = (messageId: string) => `sign:${messageId}`;
const unsignKey = (messageId: string) => `unsign:${messageId}`;
/** What is owed to one message runs in order. */
const laneOf = (messageId: string) => `message:${messageId}`;
/** Begins with this feature's name: so it is told when a reply was posted. */
const refOf = ({ channelId, messageId }: Place) => `thanks:sign:${channelId}:${messageId}`;

/**
 * Does `work`, which is told of all rows that the message carries, and owes the message its sign if by that its first
 * thanks came to count, or no sign if its last ceased to. `made` says which rows work made.
 */
export async function withSign<T>(
  ctx: Context,
  tx: Tx,
  place: Place,
  settings: Settings,
  work: (rows: readonly Recognition[]) => Promise<T>,
  made: (result: T) => readonly Recognition[] = () => [],
): Promise<T> {
  const rows = await findBySourceMessage(tx, place.messageId);
  const before = spokenAmong(rows);
  const result = await work(rows);
  const isNew = rows.length === 0;
  const after = isNew
    ? spokenAmong(made(result).filter((row) => row.sourceMessageId === place.messageId))
    : await spokenOn(tx, place.messageId);
  if (before.length === 0 && after.length > 0) await sign(ctx, tx, place, settings, after, isNew);
  if (before.length > 0 && after.length === 0) await unsign(ctx, tx, place);
  return result;
}

/** For a message that is gone, and its leaf with it: a reply to it has to be taken away all the same. */
export async function takeSignOff(ctx: Context, tx: Tx, place: Place): Promise<void> {
  if (store.latestSign(tx, refOf(place))?.kind === 'send') await unsign(ctx, tx, place);
  else await ctx.outbox.callOff(tx, signKey(place.messageId));
}

/** A reply that was still on its way when its thanks went is taken away once it is there. */
export function onSignSettled(ctx: Context): OnSettled {
  return async (tx, { effect, failure }) => {
    const [, what, channelId, messageId] = effect.ref?.split(':') ?? [];
    if (what !== 'sign' || !channelId || !messageId) return;
    if (effect.kind !== 'send' || failure !== undefined) return;
    if ((await spokenOn(tx, messageId)).length === 0)
      await unsign(ctx, tx, { guildId: effect.guildId, channelId, messageId });
  };
}

/** The live recognitions that a message carries in words; a reaction is a sign of its own. */
async function spokenOn(tx: Tx, messageId: string): Promise<Recognition[]> {
  return spokenAmong(await findBySourceMessage(tx, messageId));
}

function spokenAmong(rows: readonly Recognition[]): Recognition[] {
  return rows.filter((row) => row.revokedAt === null && wayOf(row.sourceKey) !== 'reaction');
}

async function sign(
  ctx: Context,
  tx: Tx,
  place: Place,
  settings: Settings,
  spoken: readonly Recognition[],
  isNew: boolean,
): Promise<void> {
  const { guildId, channelId, messageId } = place;
  const base = { guildId, lane: laneOf(messageId), dedupeKey: signKey(messageId), ref: refOf(place) };
  if (settings.sign === 'reply') {
    const { components } = signView(ctx.texts.for(settings.language), await totalsOf(tx, spoken));
    const payload = {
      channelId,
      view: { components: components.map((one) => ({ ...one })) },
      replyTo: messageId,
    };
    await ctx.outbox.enqueue(tx, { ...base, kind: 'send', payload });
  } else if (settings.sign === 'reaction') {
    // A leaf about to be taken away stays, unless taking it away was tried already.
    if (!isNew && (await ctx.outbox.callOff(tx, unsignKey(messageId), { onlyUntried: true }))) return;
    await ctx.outbox.enqueue(tx, { ...base, kind: 'react', payload: { channelId, messageId, emoji: SIGN } });
  }
}

/** What was tried may have been done, whatever was heard of it: then it is undone after it, in the same lane. */
async function unsign(ctx: Context, tx: Tx, place: Place): Promise<void> {
  const { guildId, channelId, messageId } = place;
  if (await ctx.outbox.callOff(tx, signKey(messageId), { onlyUntried: true })) return;
  const base = { guildId, lane: laneOf(messageId), dedupeKey: unsignKey(messageId) };
  const latest = store.latestSign(tx, refOf(place));
  if (latest?.kind !== 'send') {
    const leaf = { channelId, messageId, emoji: SIGN };
    await ctx.outbox.enqueue(tx, { ...base, kind: 'unreact', payload: leaf });
  } else if (latest.postedId !== undefined) {
    const posted = { channelId, messageId: latest.postedId };
    await ctx.outbox.enqueue(tx, { ...base, kind: 'unsend', payload: posted });
  }
  // Else the reply is on its way, or was refused: only when it is there is it known which message it is.
}

async function totalsOf(
  tx: Tx,
  rows: readonly Recognition[],
): Promise<{ memberId: string; points: number }[]> {
  const memberIds = [...new Set(rows.map((row) => row.receiverId))];
  return Promise.all(
    memberIds.map(async (memberId) => ({
      memberId,
      points: (await standingOf(tx, rows[0]?.guildId ?? '', 'all', memberId)).points,
    })),
  );
}
