// How statements that are prepared once are run: with one plan for all values, and with nothing left to find out at each run.
import type Sqlite from 'better-sqlite3';
import { Column, type DriverValueDecoder, is, Param, Placeholder, type Query, SQL } from 'drizzle-orm';
import { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core';
import {
  ExactQuery,
  ExactSession,
  exact,
  exactly,
  type PrepareArguments,
  type Tables,
} from './exact-session.ts';
import { ID_TYPE } from './snowflake-column.ts';

type Fields = NonNullable<PrepareArguments[1]>;

/** The same connection, for statements that are prepared once and run often. */
export function steadyOn<T extends Tables>(connection: Sqlite.Database): BetterSQLite3Database<T> {
  const dialect = new SQLiteSyncDialect();
  const session = new SteadySession<T>(connection, dialect);
  return new BetterSQLite3Database<T>('sync', dialect, session, undefined);
}

class SteadySession<T extends Tables> extends ExactSession<T> {
  override prepareQuery(...[query, ...how]: PrepareArguments): SteadyQuery {
    const steady = { ...query, ...withOnePlan(query) };
    return new SteadyQuery(this.connection.prepare(steady.sql), steady, ...how);
  }
}

/**
 * The query with each bound value kept from SQLite's planner. It would look at the value wherever it sorts or limits, or
 * has partial indexes to choose from, and so would plan the statement anew each time that another value is bound, which
 * takes several times as long as running it. A value behind a plus it takes for one that is computed, which says the
 * same otherwise. What is the same each time is written out, so that partial indexes are found. PostgreSQL's counterpart
 * is `plan_cache_mode = force_generic_plan`.
 */
export function withOnePlan({ sql, params }: Pick<Query, 'sql' | 'params'>): Pick<Query, 'sql' | 'params'> {
  const parts = sql.split('?');
  // A question mark within a text of its own: nobody knows then which is which.
  if (parts.length !== params.length + 1) return { sql, params };
  const bound: unknown[] = [];
  const written = params.map((param, i) => {
    const constant = literal(param);
    if (constant !== undefined) return constant;
    bound.push(param);
    // A plus alone does not hide a limit.
    return /\b(?:limit|offset) $/.test(parts[i] ?? '') ? '0 + ?' : '+?';
  });
  return { sql: parts.map((part, i) => part + (written[i] ?? '')).join(''), params: bound };
}

function literal(param: unknown): string | undefined {
  if (param === null) return 'null';
  if (typeof param === 'number') return Number.isSafeInteger(param) && param >= 0 ? String(param) : undefined;
  return typeof param === 'string' ? `'${param.replaceAll("'", "''")}'` : undefined;
}

/** Finds the value of a parameter among those given at a run. */
type Binder = (values: Record<string, unknown>) => unknown;

function binderOf(param: unknown): Binder {
  if (is(param, Placeholder)) return (values) => given(values, param.name);
  if (is(param, Param) && is(param.value, Placeholder)) {
    const { encoder, value } = param;
    return (values) => encoder.mapToDriverValue(given(values, value.name));
  }
  return () => param;
}

function given(values: Record<string, unknown>, name: string): unknown {
  const value = values[name];
  if (value === undefined) throw new Error(`No value for placeholder "${name}" was provided`);
  return value;
}

type Decoder = DriverValueDecoder<unknown, unknown>;

interface Cell {
  name: string;
  /** Whether it may hold an id, or any number that JavaScript would round. */
  isExact: boolean;
  decoder: Decoder;
}

/** How the cells of a row become the fields of a value; nothing where there are values within values. */
function cellsOf(fields: Fields): Cell[] | undefined {
  const cells: Cell[] = [];
  for (const { path, field } of fields) {
    const [name] = path;
    const decoder = is(field, Column) ? field : decoderOf(is(field, SQL.Aliased) ? field.sql : field);
    if (name === undefined || path.length > 1 || !decoder) return undefined;
    cells.push({ name, isExact: !is(field, Column) || field.getSQLType() === ID_TYPE, decoder });
  }
  return cells;
}

/** What `mapWith` says of a computed cell. Drizzle keeps it to itself: where it is not found, drizzle reads the rows. */
function decoderOf(computed: object): Decoder | undefined {
  const decoder: unknown = Reflect.get(computed, 'decoder');
  return isDecoder(decoder) ? decoder : undefined;
}

function isDecoder(value: unknown): value is Decoder {
  return typeof value === 'object' && value !== null && 'mapFromDriverValue' in value;
}

/** Drizzle's prepared query, which knows from the beginning what to bind and what becomes of a row. */
class SteadyQuery extends ExactQuery {
  readonly #statement: Sqlite.Statement;
  readonly #binders: readonly Binder[];
  readonly #cells: readonly Cell[] | undefined;

  constructor(statement: Sqlite.Statement, ...[query, fields, method, inArrays, mapper]: PrepareArguments) {
    super(exactly(statement), query, fields, method, inArrays, mapper);
    this.#binders = query.params.map(binderOf);
    this.#cells = fields && !mapper ? cellsOf(fields) : undefined;
    // Exact numbers take their time: where a row has columns without ids only, there are none to be lost.
    this.#statement = this.#cells
      ? statement.raw().safeIntegers(this.#cells.some(({ isExact }) => isExact))
      : statement;
  }

  override run(values: Record<string, unknown> = {}): Sqlite.RunResult {
    return this.#statement.run(...this.#bound(values));
  }

  override get(values: Record<string, unknown> = {}): unknown {
    const cells = this.#cells;
    if (!cells) return super.get(values);
    const row = this.#statement.get(...this.#bound(values));
    return row === undefined ? undefined : readRow(cells, row);
  }

  override all(values: Record<string, unknown> = {}): unknown {
    const cells = this.#cells;
    if (!cells) return super.all(values);
    return this.#statement.all(...this.#bound(values)).map((row) => readRow(cells, row));
  }

  #bound(values: Record<string, unknown>): unknown[] {
    return this.#binders.map((bind) => bind(values));
  }
}

function readRow(cells: readonly Cell[], row: unknown): Record<string, unknown> {
  const cellsOfRow = row as unknown[]; // what raw statements answer
  const value: Record<string, unknown> = {};
  let at = 0;
  for (const { name, decoder } of cells) {
    const cell = cellsOfRow[at++];
    value[name] = cell === null ? null : decoder.mapFromDriverValue(exact(cell));
  }
  return value;
}
