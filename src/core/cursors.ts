// How far Laurel has come: per server since when and until when it listened and up to whom members were compared, per channel up to which message all was handled.
import { eq, inArray } from 'drizzle-orm';
import type { Reader, Tx } from './database.ts';
import { channelCursors, facts, listening } from './schema.ts';

/** Channels named in one statement: SQLite takes some 32,000 values, and a server may have had more threads than that. */
const DROPPED_AT_ONCE = 500;

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
  for (let from = 0; from < channelIds.length; from += DROPPED_AT_ONCE)
    tx.delete(channelCursors)
      .where(inArray(channelCursors.channelId, channelIds.slice(from, from + DROPPED_AT_ONCE)))
      .run();
}

/** Nothing is known of this server any more: when it comes back, listening begins anew. */
export async function forgetListening(tx: Tx, guildId: string): Promise<void> {
  tx.delete(channelCursors).where(eq(channelCursors.guildId, guildId)).run();
  tx.delete(listening).where(eq(listening.guildId, guildId)).run();
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
