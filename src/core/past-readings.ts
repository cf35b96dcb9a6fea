// Where reading the past of each server stands: from when to when, how far it has come, and what was found.
import { and, eq } from 'drizzle-orm';
import type { Reader, Tx } from './database.ts';
import { pastReadings } from './schema.ts';

export type PastReading = typeof pastReadings.$inferSelect;
export type ReadingState = PastReading['state'];
/** How far a reading has come. */
export type ReadSoFar = Pick<PastReading, 'readUpTo' | 'messages' | 'given' | 'refused'>;

/** The latest reading of a server's past; nothing where none was ever begun. */
export async function pastReadingIn(db: Reader, guildId: string): Promise<PastReading | undefined> {
  return db.select().from(pastReadings).where(eq(pastReadings.guildId, guildId)).get();
}

/** Begins a reading, in place of the one before. */
export async function beginReading(
  tx: Tx,
  reading: Pick<PastReading, 'guildId' | 'since' | 'until' | 'readUpTo' | 'startedAt'>,
): Promise<void> {
  const fresh = {
    ...reading,
    state: 'running' as const,
    messages: 0,
    given: 0,
    refused: 0,
    changedAt: reading.startedAt,
  };
  tx.insert(pastReadings)
    .values(fresh)
    .onConflictDoUpdate({ target: pastReadings.guildId, set: fresh })
    .run();
}

export async function setReadingState(
  tx: Tx,
  guildId: string,
  state: ReadingState,
  now: number,
): Promise<void> {
  tx.update(pastReadings).set({ state, changedAt: now }).where(eq(pastReadings.guildId, guildId)).run();
}

/** Writes down how far a reading has come; nothing where another one was begun since. */
export async function saveReading(
  tx: Tx,
  { guildId, startedAt }: Pick<PastReading, 'guildId' | 'startedAt'>,
  { readUpTo, messages, given, refused }: ReadSoFar,
): Promise<void> {
  tx.update(pastReadings)
    .set({ readUpTo, messages, given, refused })
    .where(and(eq(pastReadings.guildId, guildId), eq(pastReadings.startedAt, startedAt)))
    .run();
}

/** Whether the past of a server was being read at a moment (ms), so that what came of it then is no news. */
export async function wasReadingPast(db: Reader, guildId: string, at: number): Promise<boolean> {
  const reading = await pastReadingIn(db, guildId);
  if (!reading || at < reading.startedAt) return false;
  return reading.state === 'running' || at <= reading.changedAt;
}

/** All was read. Nothing where it was paused, given up or begun anew meanwhile. */
export async function finishReading(
  tx: Tx,
  { guildId, startedAt }: Pick<PastReading, 'guildId' | 'startedAt'>,
  now: number,
): Promise<void> {
  tx.update(pastReadings)
    .set({ state: 'done', changedAt: now })
    .where(
      and(
        eq(pastReadings.guildId, guildId),
        eq(pastReadings.startedAt, startedAt),
        eq(pastReadings.state, 'running'),
      ),
    )
    .run();
}
