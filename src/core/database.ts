// The database: opened, read at any time, written in turns, closed; and statements that are prepared once.
import { chmodSync, closeSync, mkdirSync, openSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import Sqlite from 'better-sqlite3';
import { eq } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { connectReader, connectWriter, openReader, type SetUp } from './connections.ts';
import { DatabaseUnusable, inWords, whyUnusable } from './database-file.ts';
import { exactOn } from './exact-session.ts';
import { Glance } from './glance.ts';
import * as schema from './schema.ts';
import { DatabaseTrouble, type TroubleKind, troubleOf } from './sqlite-trouble.ts';
import { steadyOn } from './steady-session.ts';

/** What a query may be run on: the reading connection, or the transaction under way. */
export type Reader = BetterSQLite3Database<typeof schema>;

declare const writing: unique symbol;
/** The transaction under way. While it is open only database calls may be awaited; and where it takes long, `breathe`. */
export type Tx = Reader & { readonly [writing]: true };

/** What the reading connection and the transactions of one Database have in common. */
export interface Sharing {
  readonly reader: Reader;
  /** The same connection, for statements that are prepared once. */
  readonly hot: ReadonlyMap<Reader, Reader>;
  /** What is to be done once the transaction under way is committed. */
  readonly onceCommitted: (() => void)[];
  /** A number that changes when another process changes the file. */
  changedElsewhere(): number;
  /** A reading connection of one's own, on one state of the file from the first statement until it is closed. */
  openReader(): { db: Reader; close(): void };
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

/** Whoever has a part in each transaction. */
export interface Attendant {
  /** The last that is done within it; throwing rolls everything back. */
  beforeCommit(tx: Tx): void;
  /** What was done within it has not happened. */
  afterRollback(): void;
}

/** How long a writer waits between two tries, ms, and how often it tries: another process may write for a minute (a recount by hand). */
const TURN_RETRY_MS = 80;
const TURN_TRIES = 600;

export interface OpenOptions extends SetUp {
  /** How often a writer tries again while another process holds the file; for about 48 s unless said otherwise. */
  tries?: number;
}

/** What the probe writes and takes away again: more than fits on the pages that are there for other rows. */
const PROBE_BYTES = 16_384;

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
  readonly #attendants: Attendant[] = [];
  readonly #sharing: Sharing;
  readonly #tries: number;
  readonly #frame: Frame;
  readonly #glance: Glance;
  #turn: Promise<unknown> = Promise.resolve();
  #closed = false;
  #trouble: DatabaseTrouble | undefined;

  private constructor(path: string, options: OpenOptions) {
    this.#tries = options.tries ?? TURN_TRIES;
    this.#writer = connectWriter(path, options);
    this.#frame = frameOf(this.#writer);
    this.#reader = connectReader(path);
    this.#glance = new Glance(this.#reader);
    this.#read = exactOn(this.#reader);
    // The brand exists for the compiler only: the writing connection is the transaction while one is open.
    this.#tx = exactOn<typeof schema>(this.#writer) as Tx;
    const version = this.#writer.prepare('PRAGMA data_version').pluck();
    this.#sharing = {
      reader: this.#read,
      hot: new Map<Reader, Reader>([
        [this.#read, steadyOn(this.#reader)],
        [this.#tx, steadyOn(this.#writer)],
      ]),
      onceCommitted: [],
      openReader: () => openReader(path),
      changedElsewhere: () => this.#glance.version(() => Number(version.get())),
    };
    shares.set(this.#read, this.#sharing).set(this.#tx, this.#sharing);
  }

  /**
   * Opens (and makes, and migrates) the database file; throws DatabaseUnusable when it cannot. Before a migration a
   * copy of it is made; where that does not work, the file stays as it is.
   */
  static open(path: string, options: OpenOptions = {}): Database {
    const unusable = whyUnusable(path);
    if (unusable) throw unusable;
    try {
      mkdirSync(dirname(path), { recursive: true });
      // Who helped whom is personal: nobody else on the machine needs to read it, from the first moment on.
      closeSync(openSync(path, 'a', 0o600));
      const database = new Database(path, options);
      for (const file of [path, `${path}-wal`, `${path}-shm`]) chmodSync(file, 0o600);
      return database;
    } catch (err) {
      throw new DatabaseUnusable(path, inWords(err), err);
    }
  }

  get path(): string {
    return this.#writer.name;
  }

  /** Room on the disk of the file, in bytes; nothing when the disk does not tell. */
  freeBytes(): number | undefined {
    try {
      const { bavail, bsize } = statfsSync(dirname(this.path));
      return bavail * bsize;
    } catch {
      return undefined;
    }
  }

  /** What keeps the file from being used, since it last was; nothing when all is well. */
  get trouble(): DatabaseTrouble | undefined {
    return this.#trouble;
  }

  /** Notes that the file is damaged, for those who found out otherwise. It stays so until it is put back and opened anew. */
  noteDamage(): void {
    this.#trouble = new DatabaseTrouble(this.path, 'damaged');
  }

  /** Whether the next fact could be kept: writes something that needs room, and takes it away again. Throws what is in the way. */
  async probe(): Promise<void> {
    await this.write(async (tx) => {
      const row = { name: 'probe', value: 'x'.repeat(PROBE_BYTES) };
      tx.insert(schema.facts).values(row).onConflictDoUpdate({ target: schema.facts.name, set: row }).run();
      tx.delete(schema.facts).where(eq(schema.facts.name, row.name)).run();
    });
    if (this.#trouble) throw this.#trouble;
  }

  /** Runs a query outside any transaction, on what is committed. */
  async read<T>(query: (db: Reader) => Promise<T> | T): Promise<T> {
    try {
      return await query(this.#read);
    } catch (err) {
      throw this.#understood(err);
    }
  }

  /** The same for many queries, in less time: what is read without a pause is of one state of the file. */
  glance<T>(queries: (db: Reader) => Promise<T> | T): Promise<T> {
    return this.read((db) => this.#glance.during(() => queries(db)));
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

  /** Lets somebody have a part in each transaction from now on. */
  attend(attendant: Attendant): void {
    this.#attendants.push(attendant);
  }

  /** Calls `listener` after each commit; for those who wait for work that was written down. */
  onCommit(listener: () => void): () => void {
    this.#committed.add(listener);
    return () => this.#committed.delete(listener);
  }

  /**
   * Leaves nothing of what was deleted in the file or beside it: writes the whole file anew (`VACUUM`, which PostgreSQL
   * has too) and empties the write-ahead log. On a thread of its own; writers wait for it, readers do not. False if
   * somebody else read an older state meanwhile, so that the log still holds it: ask again later.
   */
  scrub(): Promise<boolean> {
    const mine = this.#turn.then(() => scrubInThread(this.#writer.name));
    this.#turn = mine.catch(() => undefined);
    return mine;
  }

  /** Waits for writers in turn, then closes both connections. Safe to call twice. */
  async close(): Promise<void> {
    await this.#turn;
    if (this.#closed) return;
    this.#closed = true;
    this.#glance.end();
    this.#reader.close();
    this.#writer.close();
  }

  async #transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const { onceCommitted } = this.#sharing;
    let result: T;
    try {
      await this.#begin();
      result = await work(this.#tx);
      for (const attendant of this.#attendants) attendant.beforeCommit(this.#tx);
      // Whoever is reading goes on with what is committed now; and nothing keeps the log from being brought into the file.
      this.#glance.end();
      this.#frame.commit.run();
    } catch (err) {
      if (this.#writer.inTransaction) this.#frame.rollback.run();
      onceCommitted.length = 0;
      for (const attendant of this.#attendants) attendant.afterRollback();
      throw this.#understood(err);
    }
    // What was written shows that there is room again, and that nobody holds the file; a damaged page stays damaged.
    if (this.#trouble?.kind !== 'damaged') this.#trouble = undefined;
    for (const work of onceCommitted.splice(0)) work();
    for (const listener of this.#committed) listener();
    return result;
  }

  /** An error in words that help whoever runs Laurel, where the file or its disk is to blame; remembered for the health check. */
  #understood(err: unknown): unknown {
    const found = err instanceof DatabaseTrouble ? undefined : troubleOf(err);
    if (found === undefined) return err;
    // A page that was overwritten no longer looks like a database; it was one when it was opened.
    const kind: TroubleKind = found === 'notOurs' ? 'damaged' : found;
    const trouble = new DatabaseTrouble(this.path, kind, err);
    if (this.#trouble?.kind !== 'damaged') this.#trouble = trouble;
    return trouble;
  }

  /** Begins to write as soon as no other process does; throws SQLite's error after a minute. */
  async #begin(): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        this.#frame.begin.run();
        return;
      } catch (err) {
        if (!isBusy(err) || tries >= this.#tries) throw err;
        await pause(TURN_RETRY_MS);
      }
    }
  }
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
    const fresh = build(shares.get(db)?.hot.get(db) ?? db);
    made.set(db, fresh);
    return fresh;
  };
}

function scrubInThread(path: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./scrub-worker.ts', import.meta.url), { workerData: path });
    // Our own worker sends nothing else.
    worker.once('message', (whole: boolean) => resolve(whole));
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The worker ended with ${code} and no result.`)));
  });
}

/** What stands around each transaction, prepared once. */
interface Frame {
  begin: Sqlite.Statement;
  commit: Sqlite.Statement;
  rollback: Sqlite.Statement;
}

function frameOf(connection: Sqlite.Database): Frame {
  return {
    begin: connection.prepare('BEGIN IMMEDIATE'),
    commit: connection.prepare('COMMIT'),
    rollback: connection.prepare('ROLLBACK'),
  };
}

/** Another process holds the file (SQLITE_BUSY and its kinds). */
function isBusy(err: unknown): boolean {
  return err instanceof Sqlite.SqliteError && err.code.startsWith('SQLITE_BUSY');
}
