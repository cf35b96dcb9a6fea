// Looks whether a file can be used as the database, without making or changing anything; says what is in the way and what to do.
import { accessSync, constants, readFileSync, type Stats, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import * as z from 'zod';
import { damageOf } from './copies.ts';
import { sentenceOf, troubleOf } from './sqlite-trouble.ts';

export const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url));

/** Another process that holds the file is waited for this long, in ms. */
const BUSY_TIMEOUT_MS = 5_000;

/** The file cannot be used as the database; the message says which file, why, and what to do. */
export class DatabaseUnusable extends Error {
  constructor(path: string, obstacle: string, cause?: unknown) {
    super(`${path} cannot be opened as the database: ${obstacle}.`, { cause });
    this.name = 'DatabaseUnusable';
  }
}

/**
 * Says, without making or changing anything, why the file could not be opened; nothing when it looks well. `thorough`
 * reads it from end to end as well, which takes about a second for 300 MB.
 */
export function whyUnusable(path: string, { thorough = false } = {}): DatabaseUnusable | undefined {
  const obstacle = obstacleAt(path) ?? (thorough ? damageAt(path) : undefined);
  return obstacle === undefined ? undefined : new DatabaseUnusable(path, obstacle);
}

/** What keeps this path from being the database, with its fix, as the end of a sentence; nothing when all is well. */
export function obstacleAt(path: string): string | undefined {
  const folder = dirname(resolve(path));
  const file = lookAt(path);
  if (file?.isDirectory()) return 'it is a folder. Add the name of a file, such as laurel.db';
  if (!file) return obstacleToMaking(folder);
  if (!isAllowed(path, constants.R_OK | constants.W_OK))
    return 'the user who runs Laurel may not read and write it. Change its owner, look whether the disk is mounted read-only, or choose another file';
  // SQLite keeps two more files beside it.
  return obstacleIn(folder) ?? obstacleInside(path);
}

/** For a file that is not there yet: the folders that are missing will be made in the first that is there. */
function obstacleToMaking(folder: string): string | undefined {
  let there = folder;
  while (!lookAt(there) && dirname(there) !== there) there = dirname(there);
  return obstacleIn(there);
}

function obstacleIn(folder: string): string | undefined {
  if (!lookAt(folder)?.isDirectory()) return `${folder} is not a folder. Choose another place for it`;
  if (isAllowed(folder, constants.W_OK | constants.X_OK)) return undefined;
  return `the user who runs Laurel may not write to the folder ${folder}. Change its owner, or choose another place`;
}

/** Nothing where there is nothing, or where we may not even look. */
function lookAt(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

function isAllowed(path: string, how: number): boolean {
  try {
    accessSync(path, how);
    return true;
  } catch {
    return false;
  }
}

function obstacleInside(path: string): string | undefined {
  let connection: Sqlite.Database | undefined;
  try {
    connection = new Sqlite(path, { readonly: true, timeout: BUSY_TIMEOUT_MS });
    return obstacleInTables(connection);
  } catch (err) {
    return inWords(err);
  } finally {
    connection?.close();
  }
}

/** An error of opening or reading the file, as the end of a sentence. */
export function inWords(err: unknown): string {
  const kind = troubleOf(err);
  if (kind !== undefined) return sentenceOf(kind);
  return err instanceof Error ? err.message : String(err);
}

/** Whether whoever wrote to the file last did not come to close it: its write-ahead log is there still, with something in it. */
export function endedSuddenly(path: string): boolean {
  return (lookAt(`${path}-wal`)?.size ?? 0) > 0;
}

/** Looks a file through from end to end, as `obstacleAt` does not; nothing when it is whole, or not there. */
export function damageAt(path: string): string | undefined {
  if (!lookAt(path)) return undefined;
  let connection: Sqlite.Database | undefined;
  try {
    connection = new Sqlite(path, { readonly: true, timeout: BUSY_TIMEOUT_MS });
    return damageOf(connection) === undefined ? undefined : sentenceOf('damaged');
  } catch (err) {
    return inWords(err);
  } finally {
    connection?.close();
  }
}

/** Our own tables carry the time of the last migration that made them; an empty file is as good as none. */
function obstacleInTables(connection: Sqlite.Database): string | undefined {
  const tables = connection
    .prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'table'")
    .pluck();
  const names = tables.all();
  if (names.length === 0) return undefined;
  if (!names.includes('__drizzle_migrations'))
    return 'it is the database of another program. Choose a file of its own for Laurel, which it will make';
  const known = readMigrationFiles({ migrationsFolder: MIGRATIONS }).at(-1)?.folderMillis ?? 0;
  if ((lastMade(connection) ?? 0) <= known) return undefined;
  return 'a newer version of Laurel has written it. Update Laurel, or use a copy of the file from before';
}

/** When the last migration was written that this file went through, in ms. */
function lastMade(connection: Sqlite.Database): number | undefined {
  const made = connection
    .prepare<[], number | null>('SELECT max(created_at) FROM __drizzle_migrations')
    .pluck()
    .get();
  return made ?? undefined;
}

const journalSchema = z.object({ entries: z.array(z.object({ when: z.number(), tag: z.string() })) });

/** The migrations that this version of the code knows, oldest first, by the names of their files. */
export function knownMigrations(folder = MIGRATIONS): { when: number; tag: string }[] {
  return journalSchema.parse(JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8'))).entries;
}

/** The last migration that a file went through, and how many it has before it; nothing where there is nothing yet. */
export function migrationsOf(
  connection: Sqlite.Database,
  folder = MIGRATIONS,
): { last: string; pending: number } | undefined {
  const isOurs = connection
    .prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '__drizzle_migrations'")
    .get();
  const made = isOurs ? lastMade(connection) : undefined;
  if (made === undefined) return undefined;
  const known = knownMigrations(folder);
  const last = known.findLast(({ when }) => when <= made)?.tag ?? 'unknown';
  return { last, pending: known.filter(({ when }) => when > made).length };
}
