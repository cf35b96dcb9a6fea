// Puts a row into every table there is, with somebody wherever somebody can stand; for tests of what goes and what stays.
import Sqlite from 'better-sqlite3';
import { exactly } from '../../src/core/exact-session.ts';
import { holdings } from '../../src/features/privacy/register.ts';

interface Column {
  name: string;
  type: string;
  notnull: number;
  dflt_value: string | null;
  pk: number;
}

let made = 1_000;

/** Every table of the database but those of SQLite and of the migrations. */
export function tablesIn(path: string): string[] {
  const db = new Sqlite(path, { readonly: true });
  try {
    return db
      .prepare<[], string>(
        "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '\\_\\_%' escape '\\'",
      )
      .pluck()
      .all();
  } finally {
    db.close();
  }
}

export function columnsOf(path: string, table: string): Column[] {
  const db = new Sqlite(path, { readonly: true });
  try {
    return db.prepare<[string], Column>('select * from pragma_table_info(?)').all(table);
  } finally {
    db.close();
  }
}

/**
 * One row in each table, of one server: the person alone where a column is for people, and within whatever else is
 * text. Rows that hang on others hang on those of this call.
 */
export function fillEveryTable(path: string, guildId: string, memberId: string): void {
  const db = new Sqlite(path);
  const own = made++;
  try {
    for (const table of tablesIn(path)) {
      const { people = [], words = {}, through } = holdings[table] ?? {};
      const row: Record<string, string | number> = {};
      for (const column of db.prepare<[string], Column>('select * from pragma_table_info(?)').all(table)) {
        const { name } = column;
        if (name === 'guild_id') row[name] = guildId;
        else if (people.includes(name)) row[name] = memberId;
        else if (Array.isArray(through) && name === through[0])
          row[name] = column.type === 'TEXT' ? `q-${own}` : own;
        else if (name === 'id') row[name] = column.type === 'TEXT' ? `q-${own}` : own;
        else if (column.type !== 'TEXT') row[name] = own;
        // The calendar makes these, of nothing that anybody says.
        else if (name === 'period') row[name] = `period ${own}`;
        // Settings are read on the way; all else of a row is not.
        else if (table === 'guild_settings') row[name] = JSON.stringify({ announcementChannelId: memberId });
        else if (name in words) row[name] = `words of <@${memberId}>, ${own}`;
        else row[name] = `${name} ${memberId} ${own}`;
      }
      const names = Object.keys(row);
      db.prepare(
        `insert or ignore into ${table} (${names.join(', ')}) values (${names.map((name) => `@${name}`).join(', ')})`,
      ).run(row);
    }
  } finally {
    db.close();
  }
}

export function rowsIn(path: string, table: string): Record<string, unknown>[] {
  const db = new Sqlite(path, { readonly: true });
  try {
    return exactly(db.prepare<[], Record<string, unknown>>(`select * from ${table}`)).all();
  } finally {
    db.close();
  }
}
