// Connections to the database file: how the one that writes and those that read are set up, and how the file is migrated.
import Sqlite from 'better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { defaultCopiesFolder, makeCopyAtOnce, nameBeforeMigration } from './copies.ts';
import type { Reader } from './database.ts';
import { MIGRATIONS, migrationsOf } from './database-file.ts';
import { exactOn } from './exact-session.ts';

/** How long opening, and a reader, wait for another process that holds the file. SQLite stands still meanwhile, and so do we. */
const BUSY_TIMEOUT_MS = 5_000;
/** Once open, a writer stands still this long only, in ms, and then waits in the way that lets everything else go on. */
const WRITER_BUSY_TIMEOUT_MS = 20;

/**
 * The write-ahead log is brought into the file when it has grown by so many pages (4 KiB each, so 16 MiB); SQLite's own
 * number is 1,000. A page that changed many times is then written to the file once, and the disk is waited for less often.
 */
const CHECKPOINT_PAGES = 4_000;

/**
 * Pages of the file that each of the two connections keeps in memory, in KiB; better-sqlite3's own number is 16,000. What
 * every look-up passes takes a few hundred of them in a file of 10 GB, and the system keeps the rest of it at hand.
 */
const KEPT_PAGES_KIB = 4_000;

export interface SetUp {
  /** Where the copy goes that is made before a migration; beside the file unless said otherwise. */
  copiesFolder?: string;
  migrationsFolder?: string;
  /** The file grows no larger than so many pages (4 KiB each); as large as the disk allows, unless said otherwise. */
  mostPages?: number;
}

/** Connects to write, and brings the file up to date: see `Database.open`. */
export function connectWriter(
  path: string,
  { migrationsFolder = MIGRATIONS, copiesFolder = defaultCopiesFolder(path), mostPages }: SetUp,
): Sqlite.Database {
  const connection = connect(path);
  try {
    copyBeforeMigrating(connection, copiesFolder, migrationsFolder);
    // Drizzle runs all that are pending in one transaction: the file has either all of them or none.
    migrate(exactOn(connection), { migrationsFolder });
  } catch (err) {
    connection.close();
    throw err;
  }
  if (mostPages !== undefined) connection.pragma(`max_page_count = ${mostPages}`);
  connection.pragma(`busy_timeout = ${WRITER_BUSY_TIMEOUT_MS}`);
  connection.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
  connection.pragma(`cache_size = -${KEPT_PAGES_KIB}`);
  return connection;
}

/** Connects to read what is committed, again and again. */
export function connectReader(path: string): Sqlite.Database {
  const connection = connectToLook(path);
  connection.pragma(`cache_size = -${KEPT_PAGES_KIB}`);
  return connection;
}

/** A reading connection of one's own, on one state of the file from the first statement until it is closed. */
export function openReader(path: string): { db: Reader; close(): void } {
  const connection = connectToLook(path);
  connection.exec('BEGIN');
  return { db: exactOn(connection), close: () => connection.close() };
}

function connectToLook(path: string): Sqlite.Database {
  const connection = connect(path);
  connection.pragma('query_only = on');
  return connection;
}

function connect(path: string): Sqlite.Database {
  const connection = new Sqlite(path, { timeout: BUSY_TIMEOUT_MS });
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = NORMAL');
  connection.pragma('foreign_keys = on');
  return connection;
}

/** A file that is about to change keeps what it was before, for whoever must go back. A new one has nothing to keep. */
function copyBeforeMigrating(
  connection: Sqlite.Database,
  copiesFolder: string,
  migrationsFolder: string,
): void {
  const state = migrationsOf(connection, migrationsFolder);
  if (!state || state.pending === 0) return;
  makeCopyAtOnce(copiesFolder, nameBeforeMigration(state.last), (unfinished) => {
    connection.prepare('VACUUM INTO ?').run(unfinished);
  });
}
