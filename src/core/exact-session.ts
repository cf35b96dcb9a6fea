// How numbers come out of the file: as they are where JavaScript can hold them, as text where it would round them.
import type Sqlite from 'better-sqlite3';
import type { ExtractTablesWithRelations } from 'drizzle-orm';
import { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { BetterSQLiteSession, PreparedQuery } from 'drizzle-orm/better-sqlite3/session';
import { NoopCache } from 'drizzle-orm/cache/core/cache';
import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core';

export type Tables = Record<string, unknown>;
export type PrepareArguments = Parameters<BetterSQLiteSession<Tables, Record<string, never>>['prepareQuery']>;

/**
 * What a cell holds: a whole number that fits into 53 bits is a number, a longer one is text. Every id of Discord is a
 * longer one, whatever time, count or row id is not. PostgreSQL's drivers hand out every bigint as text.
 */
export function exact(cell: unknown): unknown {
  if (typeof cell !== 'bigint') return cell;
  const number = Number(cell);
  return Number.isSafeInteger(number) ? number : String(cell);
}

/** A connection on which no number is rounded. */
export function exactOn<T extends Tables>(connection: Sqlite.Database): BetterSQLite3Database<T> {
  const dialect = new SQLiteSyncDialect();
  return new BetterSQLite3Database<T>('sync', dialect, new ExactSession<T>(connection, dialect), undefined);
}

export class ExactSession<T extends Tables> extends BetterSQLiteSession<T, ExtractTablesWithRelations<T>> {
  protected readonly connection: Sqlite.Database;

  constructor(connection: Sqlite.Database, dialect: SQLiteSyncDialect) {
    super(connection, dialect, undefined);
    this.connection = connection;
  }

  override prepareQuery(...[query, ...how]: PrepareArguments): ExactQuery {
    return new ExactQuery(exactly(this.connection.prepare(query.sql)), query, ...how);
  }
}

export class ExactQuery extends PreparedQuery {
  constructor(statement: Sqlite.Statement, ...[query, fields, method, inArrays, mapper]: PrepareArguments) {
    const noLog = { logQuery: () => undefined };
    const noCache = new NoopCache();
    super(statement, query, noLog, noCache, undefined, undefined, fields, method, inArrays, mapper);
  }
}

/** The statement, whose answers hold exact cells. */
export function exactly<Bound extends unknown[], Row>(
  statement: Sqlite.Statement<Bound, Row>,
): Sqlite.Statement<Bound, Row> {
  const exactStatement: unknown = new ExactStatement(statement.safeIntegers(statement.reader));
  return exactStatement as Sqlite.Statement<Bound, Row>; // drizzle asks no more of a statement than what is below
}

class ExactStatement {
  readonly #statement: Sqlite.Statement;

  constructor(statement: Sqlite.Statement) {
    this.#statement = statement;
  }

  run(...params: unknown[]): Sqlite.RunResult {
    return this.#statement.run(...params);
  }

  get(...params: unknown[]): unknown {
    return withExactCells(this.#statement.get(...params));
  }

  all(...params: unknown[]): unknown[] {
    const rows = this.#statement.all(...params);
    for (const row of rows) withExactCells(row);
    return rows;
  }

  raw(): this {
    this.#statement.raw();
    return this;
  }
}

/** The same row, an array or an object, which is nobody else's yet. */
function withExactCells(row: unknown): unknown {
  if (Array.isArray(row)) {
    for (let i = 0; i < row.length; i++) if (typeof row[i] === 'bigint') row[i] = exact(row[i]);
  } else if (typeof row === 'object' && row !== null) {
    for (const name in row) {
      const cell: unknown = Reflect.get(row, name);
      if (typeof cell === 'bigint') Reflect.set(row, name, exact(cell));
    }
  }
  return row;
}
