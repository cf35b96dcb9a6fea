// Putting a backup in the database's place: checked first, swapped in one step, with what was there kept beside.
import { closeSync, copyFileSync, existsSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import Sqlite from 'better-sqlite3';
import { CopyDamaged, flush, makeCopy, nameBeforeRestore } from '../core/copies.ts';
import { damageAt, inWords, obstacleAt } from '../core/database-file.ts';
import { personKeyPath } from '../core/person-key.ts';
import { sentenceOf, troubleOf } from '../core/sqlite-trouble.ts';

/** A restore that is not done; the message says why, and what to do. Nothing was changed. */
export class NotRestored extends Error {}

export interface RestoreRequest {
  file: string;
  databasePath: string;
  /** Where what was there before is kept. */
  folder: string;
  now: number;
}

/** Puts `file` in the database's place; returns where what was there is kept, if anything was. */
export async function restore({
  file,
  databasePath,
  folder,
  now,
}: RestoreRequest): Promise<string | undefined> {
  checkBackup(file, databasePath);
  const fresh = `${databasePath}.restored`;
  copyOwnerOnly(file, fresh);
  try {
    const kept = existsSync(databasePath) ? await putAside(databasePath, folder, now) : undefined;
    for (const end of ['-wal', '-shm']) rmSync(databasePath + end, { force: true });
    renameSync(fresh, databasePath);
    flush(dirname(resolve(databasePath)));
    return kept;
  } finally {
    rmSync(fresh, { force: true });
  }
}

/**
 * Whether a backup knows people by their fingerprints (who is left out, who had their data deleted) and the key to
 * recognise them is not beside the database: then the bot would make another, and know them no more.
 */
export function lacksKey(file: string, databasePath: string): boolean {
  return !existsSync(personKeyPath(databasePath)) && FINGERPRINTED.some((table) => hasRows(file, table));
}

const FINGERPRINTED = ['opt_outs', 'erasures'] as const;

/** A backup of long ago may not have the table yet. */
function hasRows(file: string, table: (typeof FINGERPRINTED)[number]): boolean {
  const connection = new Sqlite(file, { readonly: true });
  try {
    const isThere = connection.prepare('SELECT 1 FROM sqlite_master WHERE name = ?').get(table) !== undefined;
    return isThere && connection.prepare(`SELECT 1 FROM ${table} LIMIT 1`).get() !== undefined;
  } finally {
    connection.close();
  }
}

/** Whether the file may take the database's place: there, whole, ours, and not of a newer version. */
function checkBackup(file: string, databasePath: string): void {
  if (!existsSync(file)) throw new NotRestored(`There is no file ${file}.`);
  if (resolve(file) === resolve(databasePath))
    throw new NotRestored(`${file} is the database itself. Name a backup, such as one of those in backups/.`);
  const found = obstacleAt(file) ?? damageAt(file);
  const obstacle = found === sentenceOf('damaged') ? 'it is damaged. Take an older backup' : found;
  if (obstacle !== undefined) throw new NotRestored(`${file} cannot be restored: ${obstacle}.`);
  if (isEmpty(file)) throw new NotRestored(`${file} cannot be restored: there is nothing in it.`);
}

function isEmpty(file: string): boolean {
  const connection = new Sqlite(file, { readonly: true });
  try {
    return connection.prepare('SELECT 1 FROM sqlite_master LIMIT 1').get() === undefined;
  } finally {
    connection.close();
  }
}

function copyOwnerOnly(from: string, to: string): void {
  rmSync(to, { force: true });
  closeSync(openSync(to, 'wx', 0o600));
  copyFileSync(from, to);
  flush(to);
}

/**
 * Keeps the database as it is, in one file. Whoever has it open would go on writing to what is no longer there: so
 * nobody may, and SQLite itself says whether somebody does.
 */
async function putAside(databasePath: string, folder: string, now: number): Promise<string> {
  const name = nameBeforeRestore(now);
  let connection: Sqlite.Database | undefined;
  try {
    connection = new Sqlite(databasePath, { timeout: 1_000 });
    connection.pragma('journal_mode = DELETE');
    const open = connection;
    return await makeCopy(folder, name, (unfinished) => open.backup(unfinished));
  } catch (err) {
    const kind = troubleOf(err);
    if (kind === 'locked')
      throw new NotRestored(
        `Laurel is running on ${databasePath}. Stop it first (Ctrl-C, "systemctl stop laurel" or "docker compose stop"), run this again, and start it afterwards.`,
      );
    if (kind !== 'damaged' && kind !== 'notOurs' && !(err instanceof CopyDamaged))
      throw new NotRestored(`${databasePath} could not be kept, so nothing was changed: ${inWords(err)}.`);
    return keepAsItIs(databasePath, folder, name);
  } finally {
    connection?.close();
  }
}

/** What is damaged is kept as it lies there, with what SQLite keeps beside it: somebody may get more out of it. */
function keepAsItIs(databasePath: string, folder: string, name: string): string {
  const kept = join(folder, name);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const end of ['', '-wal', '-shm'])
    if (existsSync(databasePath + end)) copyOwnerOnly(databasePath + end, kept + end);
  return kept;
}
