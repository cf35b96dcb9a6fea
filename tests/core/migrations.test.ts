// Files of earlier versions: every row is still there after they were brought up to date, and the tables are those of a new file.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { Database } from '../../src/core/database.ts';
import { exactly } from '../../src/core/exact-session.ts';
import { isPseudonym } from '../../src/core/person-key.ts';
import { holdings } from '../../src/features/privacy/register.ts';
import { columnsOf, rowsIn, tablesIn } from '../support/filled.ts';
import { temporaryFolder } from '../support/folder.ts';

const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url));

/** The migrations as they were before this one. */
function migrationsBefore(tag: string): string {
  const folder = join(temporaryFolder(), 'migrations');
  cpSync(MIGRATIONS, folder, { recursive: true });
  const path = join(folder, 'meta/_journal.json');
  const journal: { entries: { tag: string }[] } = JSON.parse(readFileSync(path, 'utf8'));
  const first = journal.entries.findIndex((entry) => entry.tag === tag);
  expect(first).toBeGreaterThan(0);
  writeFileSync(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, first) }));
  return folder;
}

async function fileOf(migrationsFolder = MIGRATIONS): Promise<string> {
  const path = join(temporaryFolder(), 'laurel.db');
  await Database.open(path, { migrationsFolder }).close();
  return path;
}

function onFile<T>(path: string, work: (file: Sqlite.Database) => T): T {
  const file = new Sqlite(path);
  try {
    return work(file);
  } finally {
    file.close();
  }
}

/** Everything that was made in a file, as SQL, in no order. */
const madeIn = (path: string): string[] =>
  onFile(path, (file) =>
    file
      .prepare<[], string>(
        "select type || ' ' || name || ' ' || replace(replace(replace(sql, char(10), ' '), char(9), ' '), '\"', '`') from sqlite_master where sql is not null",
      )
      .pluck()
      .all()
      .sort(),
  );

const rowsOf = (path: string): Record<string, Record<string, unknown>[]> =>
  Object.fromEntries(
    tablesIn(path)
      .filter((table) => table !== 'facts')
      .map((table) => [
        table,
        rowsIn(path, table).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
      ]),
  );

const PEOPLE = [
  '80351110224678912',
  '1312345678901234567',
  '9223372036854775807',
  '000012345678901234',
  '098765432109876543',
];
const [, , , FORGOTTEN = '', TOO = ''] = PEOPLE;
const bySay = (id: string): string =>
  id.startsWith('0') ? String(9_100_000_000_000_000n + (BigInt(id) % 900_000_000_000_000n)) : id;
/** What is read of a text of before, now that those who were forgotten have other pseudonyms. */
const now = (text: unknown): unknown =>
  typeof text === 'string' ? text.replaceAll(FORGOTTEN, bySay(FORGOTTEN)).replaceAll(TOO, bySay(TOO)) : text;

test('ids become numbers: every row stays, and those who were forgotten are the same people in every place', async () => {
  const path = await fileOf(migrationsBefore('0016_ids-are-numbers'));
  const fresh = await fileOf();
  onFile(path, (file) => {
    let made = 0;
    for (const table of tablesIn(path)) {
      const { people = [], among = [], through } = holdings[table] ?? {};
      const ids = new Set(
        columnsOf(fresh, table)
          .filter(({ type }) => type === 'INT')
          .map(({ name }) => name),
      );
      for (const person of PEOPLE) {
        made += 1;
        const row = Object.fromEntries(
          columnsOf(path, table).map(({ name, type }, i) => {
            const thing = String(4_000_000_000_000_000_000n + BigInt(made * 100 + i));
            if (table === 'erasures' && name === 'pseudonym') return [name, person];
            if (people.includes(name)) return [name, person];
            if (name === 'source_key') return [name, `text:${thing}:${person}`];
            if (among.includes(name)) return [name, `${name} of ${person} and ${FORGOTTEN}, ${made}`];
            if (ids.has(name)) return [name, made % 3 === 0 ? String(made) : thing];
            if (type === 'TEXT') return [name, `${name} ${made}`];
            return [name, Array.isArray(through) && through[0] === name ? made : made * 1_000 + i];
          }),
        );
        // Some have the key of thanks in words, which is no longer written in the row.
        if (table === 'recognitions' && made % 2 === 0)
          row.source_key = `text:${row.source_message_id}:${row.receiver_id}`;
        const names = Object.keys(row);
        file
          .prepare(
            `insert into ${table} (${names.join(', ')}) values (${names.map((name) => `@${name}`).join(', ')})`,
          )
          .run(row);
      }
    }
  });
  const before = rowsOf(path);
  const indexes = (made: readonly string[]) => made.filter((one) => /^(unique )?index /.test(one));
  const indexesBefore = indexes(madeIn(path));
  await Database.open(path).close();
  const after = rowsOf(path);
  for (const [table, rows] of Object.entries(before)) {
    const expected = rows
      .map((row) => Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, now(cell)])))
      .map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([name, cell]) => {
            const isId = columnsOf(fresh, table).some(
              (column) => column.name === name && column.type === 'INT',
            );
            return [name, isId && Number.isSafeInteger(Number(cell)) ? Number(cell) : cell];
          }),
        ),
      );
    if (table === 'recognitions') {
      const follows = expected.map(
        (row) => `text:${row.source_message_id}:${row.receiver_id}` === row.source_key,
      );
      expect(new Set(follows).size).toBe(2);
      for (const [i, row] of expected.entries()) row.written_key = follows[i] ? null : row.source_key;
    }
    expect([table, after[table]?.length]).toEqual([table, PEOPLE.length]);
    expect(after[table], table).toEqual(expect.arrayContaining(expected));
  }
  expect(JSON.stringify(after)).not.toMatch(new RegExp(`(?<![\\d-])(${FORGOTTEN}|${TOO})`));
  expect([FORGOTTEN, TOO].map(bySay).every(isPseudonym)).toBe(true);
  expect(madeIn(path)).toEqual(madeIn(fresh));
  expect(indexes(madeIn(path))).toEqual(indexesBefore);
  expect(indexesBefore.length).toBeGreaterThan(40);
  expect(onFile(path, (file) => file.pragma('integrity_check', { simple: true }))).toBe('ok');
  // What the rows of before leave in the file goes at night.
  const owed = (file: Sqlite.Database) =>
    file.prepare("select value from facts where name = 'privacy:scrub'").pluck().get();
  expect([onFile(path, owed), onFile(fresh, owed)]).toEqual(['owed', undefined]);
});

test('a file in which an id is no number stays as it was', async () => {
  const path = await fileOf(migrationsBefore('0016_ids-are-numbers'));
  onFile(path, (file) =>
    file.exec("insert into listening (guild_id, since, until) values ('somewhere', 1, 2)"),
  );
  expect(() => Database.open(path)).toThrow('__new_listening');
  expect(onFile(path, (file) => exactly(file.prepare('select * from listening')).all())).toEqual([
    { guild_id: 'somewhere', since: 1, until: 2 },
  ]);
});
