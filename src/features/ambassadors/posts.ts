// What Ambassadors' affairs owe to Discord: messages, their lanes and their names in the outbox.
import type { View } from '../../core/actions.ts';
import type { Context } from '../../core/context.ts';
import type { Tx } from '../../core/database.ts';
import type { Reading } from '../../core/texts.ts';

/** Who did it, for the audit, where nobody did. */
export const LAUREL = 'laurel';

/** What a message is for: told to `settlePost` when Discord has it or refused it. */
export type Purpose = 'consent' | 'review' | 'thread' | 'card' | 'answer' | 'ask' | 'notice' | 'alumni';

/** `words` are told as well when it settles. */
export function refOf(purpose: Purpose, id: number, words?: string): string {
  const ref = `ambassadors:${purpose}:${id}`;
  return words === undefined ? ref : `${ref}:${encodeURIComponent(words)}`;
}

interface Post {
  guildId: string;
  channelId: string;
  view: View;
  purpose: Purpose;
  /** The nomination or term it is about. */
  id: number;
  /** Makes two posts of one purpose different. */
  mark?: string | number;
  /** Told with it when it settles. */
  words?: string;
}

/** Owes a message; returns the effect's id. */
export async function post(
  ctx: Context,
  tx: Tx,
  { guildId, channelId, view, purpose, id, mark = '', words }: Post,
): Promise<number> {
  return ctx.outbox.enqueue(tx, {
    kind: 'send',
    guildId,
    payload: { channelId, view: owed(view) },
    dedupeKey: `${refOf(purpose, id)}:${mark}`,
    lane: `ambassadors:${channelId}`,
    ref: refOf(purpose, id, words),
  });
}

/** Takes a message of ours away. */
export async function takeAway(
  ctx: Context,
  tx: Tx,
  { guildId, channelId, messageId }: { guildId: string; channelId: string; messageId: string },
): Promise<void> {
  await ctx.outbox.enqueue(tx, {
    kind: 'unsend',
    guildId,
    payload: { channelId, messageId },
    dedupeKey: `ambassadors:gone:${messageId}`,
    lane: `ambassadors:${channelId}`,
  });
}

/** As effects keep it. */
export function owed({ components, pings }: View) {
  return { components: components.map((one) => ({ ...one })), pings: [...(pings ?? [])] };
}

/** What everybody reads is in the language of the server. */
export async function publicly(ctx: Context, guildId: string): Promise<Reading> {
  return ctx.texts.for((await ctx.settings.of(guildId)).language);
}

/** The words that an effect's ref carries. */
export function wordsOf({ ref }: { ref: string | null }): string {
  return decodeURIComponent(ref?.split(':')[3] ?? '');
}
