// Copies of the database: how they are called, which may go, and how one is made so that it is whole or not there at all.
import {
  chmodSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import Sqlite from 'better-sqlite3';
import { troubleOf } from './sqlite-trouble.ts';

/** Copies made before something was changed: so many are kept, and none for longer than this (ms). */
const MOST_BEFORE = 3;
const BEFORE_KEPT_MS = 30 * 86_400_000;
/** Who helped whom is personal: nobody else on the machine needs to read it. */
const OWNER_ONLY = 0o600;
const UNFINISHED = '.part';

/** Whoever reads a file once, from end to end, needs few of its pages at a time: 1 MB instead of 16. */
export const COPYING_CACHE = 'cache_size = -1000';

const REGULAR = /^laurel-\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}Z\.db$/;
const BEFORE = /^laurel-before-[\w.-]+\.db$/;

/** A copy is what the database is: damage in the one is damage in the other. */
export class CopyDamaged extends Error {
  constructor(damage: string) {
    super(`The copy is damaged, and so is what it was made of: ${damage}.`);
    this.name = 'CopyDamaged';
  }
}

export interface Copy {
  name: string;
  bytes: number;
  /** When it was made, in ms. */
  at: number;
}

/** Beside the database, unless the operator chose another place. */
export function defaultCopiesFolder(databasePath: string): string {
  return join(dirname(resolve(databasePath)), 'backups');
}

/** `laurel-2026-11-28T03-17-00Z.db`: nothing but the time. */
export function copyName(at: number): string {
  return `laurel-${stamp(at)}.db`;
}

export function nameBeforeMigration(lastMigration: string): string {
  return `laurel-before-${lastMigration}.db`;
}

export function nameBeforeRestore(at: number): string {
  return `laurel-before-restore-${stamp(at)}.db`;
}

function stamp(at: number): string {
  return new Date(at)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '-');
}

/** The regular copies in a folder, latest first; none when there is no folder. */
export function regularCopies(folder: string): Copy[] {
  return copiesIn(folder).filter(({ name }) => REGULAR.test(name));
}

function copiesIn(folder: string): Copy[] {
  const names = listed(folder).filter((name) => REGULAR.test(name) || BEFORE.test(name));
  const copies = names.flatMap((name) => {
    const file = statSync(join(folder, name), { throwIfNoEntry: false });
    return file ? [{ name, bytes: file.size, at: timeIn(name) ?? file.mtimeMs }] : [];
  });
  return copies.sort((a, b) => b.at - a.at || b.name.localeCompare(a.name));
}

/** When a regular copy was made, by its name: whoever moves files about changes their dates. */
function timeIn(name: string): number | undefined {
  const [, day, time] = /^laurel-([\d-]{10})T([\d-]{8})Z\.db$/.exec(name) ?? [];
  return day && time ? Date.parse(`${day}T${time.replaceAll('-', ':')}Z`) : undefined;
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Which copies may go: all but the latest `kept` regular ones, and of those made before a change the old and the many. */
export function expired(copies: readonly Copy[], now: number, kept: number): Copy[] {
  const latestFirst = [...copies].sort((a, b) => b.at - a.at || b.name.localeCompare(a.name));
  const regular = latestFirst.filter(({ name }) => REGULAR.test(name));
  const before = latestFirst.filter(({ name }) => BEFORE.test(name));
  return [
    ...regular.slice(kept),
    ...before.filter(({ at }, index) => index >= MOST_BEFORE || now - at > BEFORE_KEPT_MS),
  ];
}

/** Removes the copies that may go, and what an interrupted copy left; returns how many copies went. */
export function rotate(folder: string, now: number, kept: number): number {
  const going = expired(copiesIn(folder), now, kept);
  const unfinished = listed(folder).filter(
    (name) =>
      name.endsWith(UNFINISHED) &&
      now - (statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? now) > 86_400_000,
  );
  for (const name of [...going.map((copy) => copy.name), ...unfinished])
    rmSync(join(folder, name), { force: true });
  return going.length;
}

/**
 * Makes a copy in this folder under this name: `fill` writes it to a file that only its owner can read, it is looked
 * through, and only then does it get its name. Returns its path; whatever fails leaves nothing behind.
 */
export async function makeCopy(
  folder: string,
  name: string,
  fill: (unfinished: string) => Promise<unknown>,
): Promise<string> {
  const unfinished = begin(folder, name);
  try {
    await fill(unfinished);
    return finish(unfinished);
  } catch (err) {
    discard(unfinished);
    throw err;
  }
}

/** The same where nothing else may happen meanwhile: before a migration. */
export function makeCopyAtOnce(folder: string, name: string, fill: (unfinished: string) => void): string {
  const unfinished = begin(folder, name);
  try {
    fill(unfinished);
    return finish(unfinished);
  } catch (err) {
    discard(unfinished);
    throw err;
  }
}

function begin(folder: string, name: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const unfinished = join(folder, `${name}${UNFINISHED}`);
  discard(unfinished);
  closeSync(openSync(unfinished, 'wx', OWNER_ONLY));
  return unfinished;
}

function finish(unfinished: string): string {
  const damage = settle(unfinished);
  if (damage !== undefined) throw new CopyDamaged(damage);
  chmodSync(unfinished, OWNER_ONLY);
  const path = unfinished.slice(0, -UNFINISHED.length);
  renameSync(unfinished, path);
  flush(dirname(path));
  return path;
}

/** Makes one file of it, with nothing beside it, and looks it through; says what is damaged. */
function settle(path: string): string | undefined {
  const connection = new Sqlite(path);
  try {
    connection.pragma(COPYING_CACHE);
    connection.pragma('journal_mode = DELETE');
    return damageOf(connection);
  } finally {
    connection.close();
    flush(path);
  }
}

function discard(unfinished: string): void {
  for (const end of ['', '-journal', '-wal', '-shm']) rmSync(unfinished + end, { force: true });
}

/** On the disk, not only in the machine's memory: a power cut must not take a copy that was said to be made. */
export function flush(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** The first thing that is damaged in the file, as SQLite says it; nothing when it is whole. Takes time by its size. */
export function damageOf(connection: Sqlite.Database): string | undefined {
  try {
    const said = connection.pragma('integrity_check(1)', { simple: true });
    return said === 'ok' ? undefined : String(said);
  } catch (err) {
    if (troubleOf(err) !== 'damaged') throw err;
    return err instanceof Error ? err.message : String(err);
  }
}
