// Backups: a copy of the whole database while it is in use, looked through, with older ones rotated out.
import Sqlite from 'better-sqlite3';
import { COPYING_CACHE, copyName, makeCopy, regularCopies, rotate } from '../core/copies.ts';

/** A backup is due when the latest is older than this, in ms. */
const BACKUP_EVERY_MS = 24 * 3_600_000;
/** All pages in one step: another process that writes meanwhile would make the copy begin anew. */
const ALL_PAGES = 0x7fffffff;
const BUSY_TIMEOUT_MS = 5_000;

export interface BackupRequest {
  databasePath: string;
  folder: string;
  /** How many regular backups stay. */
  kept: number;
  /** When it is, in ms. */
  now: number;
}

export interface BackupMade {
  path: string;
  rotated: number;
}

/** Whether the time for another backup has come. */
export function isDue(folder: string, now: number): boolean {
  const latest = regularCopies(folder)[0];
  return latest === undefined || now - latest.at >= BACKUP_EVERY_MS;
}

/**
 * Makes a backup on a connection of its own, with whatever is committed now, and rotates the older ones. Stands still
 * while it copies and looks through the copy: a running bot does this on another thread.
 */
export async function makeBackup({ databasePath, folder, kept, now }: BackupRequest): Promise<BackupMade> {
  const source = new Sqlite(databasePath, { fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
  try {
    const path = await makeCopy(folder, copyName(now), (unfinished) => {
      source.pragma(COPYING_CACHE);
      return source.backup(unfinished, { progress: () => ALL_PAGES });
    });
    return { path, rotated: rotate(folder, now, Math.max(1, kept)) };
  } finally {
    source.close();
  }
}
