// The database: opening, migrating, reading, writing in turns, closing. The only place that knows SQLite's ways.
import { chmodSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { MIGRATIONS, obstacleAt } from './database-file.ts';
import * as schema from './schema.ts';

/** What a query may be run on: the reading connection, or the transaction under way. */
export type Reader = BetterSQLite3Database<typeof schema>;

declare const writing: unique symbol;
/** The transaction under way. Only database calls may be awaited while one is open. */
export type Tx = Reader & { readonly [writing]: true };

/** What the reading connection and the transactions of one Database have in common. */
interface Sharing {
  readonly reader: Reader;
  /** What is to be done once the transaction under way is committed. */
  readonly onceCommitted: (() => void)[];
  /** A number that changes when another process changes the file. */
  changedElsewhere(): number;
}

const shares = new WeakMap<Reader, Sharing>();

/** What connects a reader or transaction with the other side of its Database; nothing for a connection of somebody's own. */
export function sharing(db: Reader): Sharing | undefined {
  return shares.get(db);
}

/** Does `work` as soon as this transaction is committed, and never if it is rolled back. For what is kept in memory. */
export function afterCommit(tx: Tx, work: () => void): void {
  shares.get(tx)?.onceCommitted.push(work);
}

/** How long opening, and a reader, wait for another process that holds the file. SQLite stands still meanwhile, and so do we. */
const BUSY_TIMEOUT_MS = 5_000;
/** Once open, a writer stands still this long only, in ms, and then waits in the way that lets everything else go on. */
const WRITER_BUSY_TIMEOUT_MS = 20;
/** How long it waits between two tries, and how often it tries: another process may write for a minute (a recount by hand). */
const TURN_RETRY_MS = 80;
const TURN_TRIES = 600;

/** The file cannot be used as the database; the message says which file, why, and what to do. */
export class DatabaseUnusable extends Error {
  constructor(path: string, obstacle: string, cause?: unknown) {
    super(`${path} cannot be opened as the database: ${obstacle}.`, { cause });
    this.name = 'DatabaseUnusable';
  }
}

/** Says, without making or changing anything, why the file could not be opened; nothing when it looks well. */
export function whyUnusable(path: string): DatabaseUnusable | undefined {
  const obstacle = obstacleAt(path);
  return obstacle === undefined ? undefined : new DatabaseUnusable(path, obstacle);
}

/**
 * One file, two connections: writers take turns on one (`BEGIN IMMEDIATE`, so PostgreSQL's counterpart is a plain
 * transaction with a serialisable level), readers use the other and never wait.
 */
export class Database {
  readonly #writer: Sqlite.Database;
  readonly #reader: Sqlite.Database;
  readonly #tx: Tx;
  readonly #read: Reader;
  readonly #committed = new Set<() => void>();
  readonly #sharing: Sharing;
  #turn: Promise<unknown> = Promise.resolve();
  #closed = false;

  private constructor(path: string) {
    this.#writer = connect(path);
    migrate(drizzle(this.#writer), { migrationsFolder: MIGRATIONS });
    this.#writer.pragma(`busy_timeout = ${WRITER_BUSY_TIMEOUT_MS}`);
    this.#reader = connect(path);
    this.#reader.pragma('query_only = on');
    this.#read = drizzle(this.#reader, { schema });
    // The brand exists for the compiler only: the writing connection is the transaction while one is open.
    this.#tx = drizzle(this.#writer, { schema }) as Reader as Tx;
    const version = this.#writer.prepare('PRAGMA data_version').pluck();
    this.#sharing = {
      reader: this.#read,
      onceCommitted: [],
      changedElsewhere: () => Number(version.get()),
    };
    shares.set(this.#read, this.#sharing).set(this.#tx, this.#sharing);
  }

  /** Opens (and makes, and migrates) the database file; throws DatabaseUnusable when it cannot. */
  static open(path: string): Database {
    const unusable = whyUnusable(path);
    if (unusable) throw unusable;
    try {
      mkdirSync(dirname(path), { recursive: true });
      const database = new Database(path);
      // Who helped whom is personal: nobody else on the machine needs to read it.
      for (const file of [path, `${path}-wal`, `${path}-shm`]) chmodSync(file, 0o600);
      return database;
    } catch (err) {
      throw new DatabaseUnusable(path, reasonOf(err), err);
    }
  }

  /** Runs a query outside any transaction, on what is committed. */
  async read<T>(query: (db: Reader) => Promise<T> | T): Promise<T> {
    return query(this.#read);
  }

  /**
   * Runs several queries on one and the same state of the file, whatever others write meanwhile. On a connection of its
   * own, so that nobody else reads what is out of date.
   */
  async snapshot<T>(queries: (db: Reader) => Promise<T>): Promise<T> {
    const { db, close } = openReader(this.#writer.name);
    try {
      return await queries(db);
    } finally {
      close();
    }
  }

  /** Runs `work` as one transaction, after those that came before it; rolls everything back if it throws. */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const mine = this.#turn.then(() => this.#transaction(work));
    this.#turn = mine.catch(() => undefined);
    return mine;
  }

  /** Calls `listener` after each commit; for those who wait for work that was written down. */
  onCommit(listener: () => void): () => void {
    this.#committed.add(listener);
    return () => this.#committed.delete(listener);
  }

  /** Waits for writers in turn, then closes both connections. Safe to call twice. */
  async close(): Promise<void> {
    await this.#turn;
    if (this.#closed) return;
    this.#closed = true;
    this.#reader.close();
    this.#writer.close();
  }

  async #transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    await this.#begin();
    const { onceCommitted } = this.#sharing;
    let result: T;
    try {
      result = await work(this.#tx);
      this.#writer.exec('COMMIT');
    } catch (err) {
      if (this.#writer.inTransaction) this.#writer.exec('ROLLBACK');
      onceCommitted.length = 0;
      throw err;
    }
    for (const work of onceCommitted.splice(0)) work();
    for (const listener of this.#committed) listener();
    return result;
  }

  /** Begins to write as soon as no other process does; throws SQLite's error after a minute. */
  async #begin(): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        this.#writer.exec('BEGIN IMMEDIATE');
        return;
      } catch (err) {
        if (!isBusy(err) || tries === TURN_TRIES) throw err;
        await pause(TURN_RETRY_MS);
      }
    }
  }
}

/** A reading connection for work on another thread, on one state of the file from now until it is closed. */
export function openReader(path: string): { db: Reader; close(): void } {
  const connection = connect(path);
  connection.pragma('query_only = on');
  connection.exec('BEGIN');
  return { db: drizzle(connection, { schema }), close: () => connection.close() };
}

/**
 * Prepares a statement once per connection and hands it out again; building a query anew costs about eight times
 * as much as running it.
 */
export function prepared<T>(build: (db: Reader) => T): (db: Reader) => T {
  const made = new WeakMap<Reader, T>();
  return (db) => {
    const known = made.get(db);
    if (known !== undefined) return known;
    const fresh = build(db);
    made.set(db, fresh);
    return fresh;
  };
}

function connect(path: string): Sqlite.Database {
  const connection = new Sqlite(path, { timeout: BUSY_TIMEOUT_MS });
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = NORMAL');
  connection.pragma('foreign_keys = on');
  return connection;
}

/** Another process holds the file (SQLITE_BUSY and its kinds). */
function isBusy(err: unknown): boolean {
  return err instanceof Sqlite.SqliteError && err.code.startsWith('SQLITE_BUSY');
}

function reasonOf(err: unknown): string {
  return err instanceof Error ? err.message : String(err);
}
