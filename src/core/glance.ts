// One state of the file for what is read in one turn of the event loop: SQLite then locks the file, and looks whether it changed, once and not for each statement.
import type Sqlite from 'better-sqlite3';

/**
 * The transaction of a reading connection (PostgreSQL's counterpart is one that is repeatable and only reads). It lasts
 * as long as somebody reads, and never longer than a turn of the event loop, so that nobody reads what is out of date and
 * the write-ahead log can be brought into the file.
 */
export class Glance {
  readonly #connection: Sqlite.Database;
  readonly #begin: Sqlite.Statement;
  readonly #commit: Sqlite.Statement;
  #readers = 0;
  #turn: NodeJS.Immediate | undefined;
  #version: number | undefined;

  constructor(connection: Sqlite.Database) {
    this.#connection = connection;
    this.#begin = connection.prepare('BEGIN');
    this.#commit = connection.prepare('COMMIT');
  }

  /** Whether what is read now is of one state. */
  get isOpen(): boolean {
    return this.#turn !== undefined;
  }

  async during<T>(read: () => Promise<T> | T): Promise<T> {
    this.#readers += 1;
    this.open();
    try {
      return await read();
    } finally {
      this.#readers -= 1;
      if (this.#readers === 0) this.end();
    }
  }

  /** The state is that of the first statement from now on. */
  open(): void {
    if (this.isOpen) return;
    this.#begin.run();
    this.#turn = setImmediate(() => this.end());
  }

  /** What is read from now on is of now. */
  end(): void {
    if (!this.isOpen) return;
    clearImmediate(this.#turn);
    this.#turn = undefined;
    this.#version = undefined;
    // After some errors SQLite has ended it by itself.
    if (this.#connection.inTransaction) this.#commit.run();
  }

  /**
   * The number of the state that is read, which `lookUp` finds out: once for each state, and before it is read. A change
   * in between then makes it newer than its number says, never older.
   */
  version(lookUp: () => number): number {
    if (this.#version !== undefined) return this.#version;
    const { isOpen } = this;
    this.end();
    const version = lookUp();
    if (!isOpen) return version;
    this.open();
    this.#version = version;
    return version;
  }
}
