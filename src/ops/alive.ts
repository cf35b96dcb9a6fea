// A sign of life for whoever watches the process: a file that is touched while the bot is connected.
import { statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Clock } from '../core/clock.ts';

/** How often the sign is given, and after how long without one the bot counts as not alive, in ms. */
const EVERY_MS = 15_000;
const STALE_AFTER_MS = 60_000;

/** The file stands beside the database: the one folder that the bot may write to. */
export function alivePath(databasePath: string): string {
  return join(dirname(databasePath), 'laurel.alive');
}

/** Gives the sign now and every 15 s while `isConnected`; returns how to stop. */
export function giveSignsOfLife(databasePath: string, clock: Clock, isConnected: () => boolean): () => void {
  let cancel = () => {};
  const beat = () => {
    if (isConnected())
      writeFileSync(alivePath(databasePath), new Date(clock.now()).toISOString(), { mode: 0o600 });
    cancel = clock.after(EVERY_MS, beat);
  };
  beat();
  return () => cancel();
}

/** Whether a sign was given lately. */
export function isAlive(databasePath: string, now: number): boolean {
  const sign = statSync(alivePath(databasePath), { throwIfNoEntry: false });
  return sign !== undefined && now - sign.mtimeMs < STALE_AFTER_MS;
}
