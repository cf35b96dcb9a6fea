// Columns of Discord's ids: 64-bit numbers in the file, text everywhere else.
import { customType } from 'drizzle-orm/sqlite-core';

/** In strict tables INT and INTEGER are the same: the shorter word says in the file which columns hold ids. */
export const ID_TYPE = 'int';

/**
 * An id is bound as the text that it is, and SQLite turns it into a number where it is stored in such a column or
 * compared with one; not where it is compared with what was computed of one (`+column`, `coalesce(column, …)`).
 * PostgreSQL's counterpart is bigint.
 */
export const snowflake = customType<{ data: string; driverData: string | number }>({
  dataType: () => ID_TYPE,
  fromDriver: String,
});
