// A sign of life for whoever watches the process: a file that is touched while the bot is connected.
import { statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Clock } from '../core/clock.ts';
import type { Logger } from '../log.ts';

/** How often the sign is given, and after how long without one the bot counts as not alive, in ms. */
const EVERY_MS = 15_000;
const STALE_AFTER_MS = 60_000;

/** The file stands beside the database: the one folder that the bot may write to. */
export function alivePath(databasePath: string): string {
  return join(dirname(databasePath), 'laurel.alive');
}

export interface Life {
  databasePath: string;
  clock: Clock;
  log: Logger;
  isConnected(): boolean;
}

/** Gives the sign now and every 15 s while connected; returns how to stop. A sign that cannot be given is only logged. */
export function giveSignsOfLife({ databasePath, clock, log, isConnected }: Life): () => void {
  let cancel = () => {};
  const beat = () => {
    if (isConnected()) {
      try {
        writeFileSync(alivePath(databasePath), new Date(clock.now()).toISOString(), { mode: 0o600 });
      } catch (err) {
        log.warn({ feature: 'process', err }, 'the sign of life could not be written');
      }
    }
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
