// How far Laurel has come: per server since when and until when it listened and up to whom members were compared, per channel up to which message all was handled.
import { and, eq, inArray, lt } from 'drizzle-orm';
import type { Reader, Tx } from './database.ts';
import { channelCursors, facts, listening } from './schema.ts';

/** How far a channel was heard. */
export interface Cursor {
  channelId: string;
  /** All messages up to this one were handled, or were there before Laurel listened. */
  messageId: string;
  /** Messages after it that were handled too, while it is not known whether those between them were. */
  handledIds: readonly string[];
}

/** Since when and until when Laurel listened in a server, ms. */
export interface Listening {
  since: number;
  until: number;
}

export async function listeningIn(db: Reader, guildId: string): Promise<Listening | undefined> {
  return db
    .select({ since: listening.since, until: listening.until })
    .from(listening)
    .where(eq(listening.guildId, guildId))
    .get();
}

export async function cursorsOf(db: Reader, guildId: string): Promise<Cursor[]> {
  const rows = db.select().from(channelCursors).where(eq(channelCursors.guildId, guildId)).all();
  return rows.map(({ channelId, messageId, handledIds }) => ({
    channelId,
    messageId,
    handledIds: handledIds === '' ? [] : handledIds.split(' '),
  }));
}

/** Writes down how far these channels were heard, and that Laurel listened until then. */
export async function saveCursors(
  tx: Tx,
  guildId: string,
  { since, until }: Listening,
  cursors: readonly Cursor[],
): Promise<void> {
  tx.insert(listening)
    .values({ guildId, since, until })
    .onConflictDoUpdate({ target: listening.guildId, set: { since, until } })
    .run();
  for (const { channelId, messageId, handledIds } of cursors) {
    const heard = { messageId, handledIds: handledIds.join(' ') };
    tx.insert(channelCursors)
      .values({ channelId, guildId, ...heard })
      .onConflictDoUpdate({ target: channelCursors.channelId, set: heard })
      .run();
  }
}

/** Channels that are gone are heard of no more. */
export async function dropCursors(tx: Tx, channelIds: readonly string[]): Promise<void> {
  tx.delete(channelCursors)
    .where(inArray(channelCursors.channelId, [...channelIds]))
    .run();
}

/** Nothing is known of this server any more: when it comes back, listening begins anew. */
export async function forgetListening(tx: Tx, guildId: string): Promise<void> {
  tx.delete(channelCursors).where(eq(channelCursors.guildId, guildId)).run();
  tx.delete(listening).where(eq(listening.guildId, guildId)).run();
}

/** Forgets threads that were quiet since a message that would have this id: read from there, nothing of them is missed. */
export async function dropQuietThreads(
  tx: Tx,
  guildId: string,
  channelIds: ReadonlySet<string>,
  beforeId: string,
): Promise<number> {
  const quiet = tx
    .select({ channelId: channelCursors.channelId })
    .from(channelCursors)
    .where(and(eq(channelCursors.guildId, guildId), lt(channelCursors.messageId, beforeId)))
    .all()
    .map(({ channelId }) => channelId)
    .filter((id) => !channelIds.has(id));
  for (let from = 0; from < quiet.length; from += 500) await dropCursors(tx, quiet.slice(from, from + 500));
  return quiet.length;
}

const compared = (guildId: string) => `members-compared:${guildId}`;

/** Up to which member, by id, those of a server were compared with Discord; nothing where nothing was left undone. */
export function comparedUpTo(db: Reader, guildId: string): string | undefined {
  return db
    .select({ value: facts.value })
    .from(facts)
    .where(eq(facts.name, compared(guildId)))
    .get()?.value;
}

export function saveCompared(tx: Tx, guildId: string, memberId: string): void {
  tx.insert(facts)
    .values({ name: compared(guildId), value: memberId })
    .onConflictDoUpdate({ target: facts.name, set: { value: memberId } })
    .run();
}

/** All of a server were compared: the next time begins with the first. */
export function forgetCompared(tx: Tx, guildId: string): void {
  tx.delete(facts)
    .where(eq(facts.name, compared(guildId)))
    .run();
}
