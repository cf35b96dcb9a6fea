// The board in the database: where it stands, and what Discord is known to show.
import { eq, like } from 'drizzle-orm';
import type { Reader, Tx } from '../../core/database.ts';
import { questionBoards } from '../../core/question-tables.ts';
import { guildSettings } from '../../core/schema.ts';

export type Board = typeof questionBoards.$inferSelect;

/** Servers that wish for a board, or have one. Whether they do is for their settings to say. */
export async function guildsWithBoard(db: Reader): Promise<string[]> {
  const wishing = db
    .select({ guildId: guildSettings.guildId })
    .from(guildSettings)
    .where(like(guildSettings.settings, '%"boardChannelId"%'))
    .all();
  const having = db.select({ guildId: questionBoards.guildId }).from(questionBoards).all();
  return [...new Set([...wishing, ...having].map(({ guildId }) => guildId))];
}

export async function boardOf(db: Reader, guildId: string): Promise<Board | undefined> {
  return db.select().from(questionBoards).where(eq(questionBoards.guildId, guildId)).get();
}

export async function addBoard(
  tx: Tx,
  board: Pick<Board, 'guildId' | 'channelId'> & { drawnAt: number },
): Promise<Board> {
  return tx.insert(questionBoards).values(board).returning().get();
}

export async function changeBoard(
  tx: Tx,
  guildId: string,
  changes: Partial<Omit<Board, 'guildId'>>,
): Promise<void> {
  tx.update(questionBoards).set(changes).where(eq(questionBoards.guildId, guildId)).run();
}

export async function removeBoard(tx: Tx, guildId: string): Promise<void> {
  tx.delete(questionBoards).where(eq(questionBoards.guildId, guildId)).run();
}
