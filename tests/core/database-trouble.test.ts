// The database in trouble: full disk, read-only file, another process, damage, migrations. A clear sentence, no half state.
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  cpSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import * as z from 'zod';
import { Database, type OpenOptions } from '../../src/core/database.ts';
import { endedSuddenly, whyUnusable } from '../../src/core/database-file.ts';
import { facts } from '../../src/core/schema.ts';
import { temporaryFolder } from '../support/folder.ts';

const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url));
const isRoot = process.getuid?.() === 0;

function open(path = join(temporaryFolder(), 'laurel.db'), options: OpenOptions = {}) {
  const db = Database.open(path, options);
  onTestFinished(() => db.close());
  const put = (name: string, value = 'x') =>
    db.write(async (tx) => {
      tx.insert(facts).values({ name, value }).run();
    });
  const names = () =>
    db.read((reader) =>
      reader
        .select()
        .from(facts)
        .all()
        .map(({ name }) => name),
    );
  return { db, path, put, names };
}

const big = 'x'.repeat(200_000);

test('a full disk: the transaction is undone as a whole, the sentence says what to do, and later all is well again', async () => {
  const path = join(temporaryFolder(), 'laurel.db');
  await Database.open(path).close();
  const { db, put, names } = open(path, { mostPages: statSync(path).size / 4096 + 10 });
  await put('before');
  const halfway = db.write(async (tx) => {
    tx.insert(facts).values({ name: 'small', value: 'x' }).run();
    tx.insert(facts).values({ name: 'large', value: big }).run();
  });
  await expect(halfway).rejects.toThrow(
    `The database ${path} cannot be used at the moment: the disk is full. Make room`,
  );
  expect(await names()).toEqual(['before']);
  expect(db.trouble?.kind).toBe('full');
  await put('after');
  expect(db.trouble).toBeUndefined();
  expect((await names()).sort()).toEqual(['after', 'before']);
});

test('the probe notices that there is no room for what needs some', async () => {
  const path = join(temporaryFolder(), 'laurel.db');
  await Database.open(path).close();
  // Migrations leave pages that are free again.
  const file = new Sqlite(path);
  file.exec('vacuum');
  file.close();
  const { db, names } = open(path, { mostPages: statSync(path).size / 4096 + 1 });
  await expect(db.probe()).rejects.toThrow('the disk is full');
  const roomy = open();
  await roomy.db.probe();
  expect([await names(), await roomy.names()]).toEqual([[], []]);
});

test.skipIf(!isRoot)(
  'a disk that is full indeed, and one that is mounted read-only (needs root)',
  async () => {
    const folder = temporaryFolder();
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder]);
    onTestFinished(() => void execFileSync('umount', ['-l', folder]));
    const db = Database.open(join(folder, 'laurel.db'));
    onTestFinished(() => db.close());
    writeFileSync(join(folder, 'ballast'), '');
    const ballast = openSync(join(folder, 'ballast'), 'w');
    try {
      for (;;) writeSync(ballast, Buffer.alloc(4096));
    } catch {
      closeSync(ballast);
    }
    await expect(db.probe()).rejects.toThrow('the disk is full');
    writeFileSync(join(folder, 'ballast'), '');
    await db.probe();
    expect(db.trouble).toBeUndefined();
    await db.close();
    execFileSync('mount', ['-o', 'remount,ro', folder]);
    expect(() => Database.open(join(folder, 'laurel.db'))).toThrow('may not read and write it');
  },
);

test('another process holds the file: the writer gives up after its patience, and readers read on', async () => {
  const { db, path, put, names } = open(undefined, { tries: 1 });
  await put('before');
  const other = new Sqlite(path);
  onTestFinished(() => void other.close());
  other.exec('BEGIN IMMEDIATE');
  await expect(put('meanwhile')).rejects.toThrow('another process holds it. Look whether Laurel runs twice');
  expect([db.trouble?.kind, await names()]).toEqual(['locked', ['before']]);
  other.exec('COMMIT');
  await put('after');
  expect(db.trouble).toBeUndefined();
});

/** Overwrites a page in the middle of the file, as a dying disk would. */
function damage(path: string, page: number): void {
  const handle = openSync(path, 'r+');
  writeSync(handle, Buffer.alloc(4096, 0xff), 0, 4096, page * 4096);
  closeSync(handle);
}

test('a file that is damaged is not opened where it is looked through, and says so while it is open', async () => {
  const path = join(temporaryFolder(), 'laurel.db');
  const { db, put } = open(path);
  for (let i = 0; i < 20; i++) await put(`fact ${i}`, big);
  await db.close();
  expect(whyUnusable(path, { thorough: true })).toBeUndefined();
  const pages = statSync(path).size / 4096;
  for (let page = Math.ceil(pages / 2); page < pages; page += 1) damage(path, page);
  expect(whyUnusable(path, { thorough: true })?.message).toMatch(
    /it is damaged\. Stop Laurel, and put back the latest backup: npm run restore -- FILE\.$/,
  );
  // A look at the names of its tables alone finds nothing: so it can be opened, and the reading tells.
  const again = open(path);
  await expect(again.names()).rejects.toThrow('it is damaged.');
  await expect(again.put('more')).rejects.toThrow('it is damaged.');
  expect(again.db.trouble?.kind).toBe('damaged');
});

test('a file that nobody came to close is told from one that was closed', async () => {
  const path = join(temporaryFolder(), 'laurel.db');
  expect(endedSuddenly(path)).toBe(false);
  const db = Database.open(path);
  await db.probe();
  // As a process leaves it that is killed now.
  expect(endedSuddenly(path)).toBe(true);
  await db.close();
  expect(endedSuddenly(path)).toBe(false);
});

test('damage that was found otherwise stays until the file is opened anew', async () => {
  const { db, put } = open();
  db.noteDamage();
  await put('fine, on another page');
  await expect(db.probe()).rejects.toThrow('it is damaged.');
});

test.skipIf(isRoot)('a file that may not be written to is not opened', () => {
  const path = join(temporaryFolder(), 'laurel.db');
  writeFileSync(path, '', { mode: 0o400 });
  expect(() => Database.open(path)).toThrow('may not read and write it');
  chmodSync(path, 0o600);
});

test('a file that another process holds alone is not opened, and nothing is made beside it', {
  timeout: 30_000,
}, async () => {
  const path = join(temporaryFolder(), 'laurel.db');
  await Database.open(path).close();
  const other = new Sqlite(path);
  onTestFinished(() => void other.close());
  other.pragma('locking_mode = EXCLUSIVE');
  other.exec('BEGIN IMMEDIATE; CREATE TABLE held (x)');
  expect(() => Database.open(path)).toThrow('another process holds it');
});

/** The migrations as they are, and one more. */
function withOneMore(statement: string): string {
  const folder = join(temporaryFolder(), 'migrations');
  cpSync(MIGRATIONS, folder, { recursive: true });
  const journal = join(folder, 'meta/_journal.json');
  const known = z
    .looseObject({ entries: z.array(z.looseObject({ when: z.number() })) })
    .parse(JSON.parse(readFileSync(journal, 'utf8')));
  const when = (known.entries.at(-1)?.when ?? 0) + 1;
  known.entries.push({ idx: known.entries.length, version: '6', when, tag: '9999_more', breakpoints: true });
  writeFileSync(journal, JSON.stringify(known));
  writeFileSync(
    join(folder, '9999_more.sql'),
    `CREATE TABLE first (x TEXT) STRICT;\n--> statement-breakpoint\n${statement}`,
  );
  return folder;
}

test('a migration makes a copy of what was before; a new file and one that is up to date need none', async () => {
  const { db, path, put } = open();
  await put('before');
  await db.close();
  await Database.open(path).close();
  const copies = join(dirname(path), 'backups');
  expect(readdirSync(dirname(path))).toEqual(['laurel.db']);
  const migrationsFolder = withOneMore('CREATE TABLE second (x TEXT) STRICT;');
  const migrated = Database.open(path, { migrationsFolder });
  onTestFinished(() => migrated.close());
  const [name, ...others] = readdirSync(copies);
  expect([name, others]).toEqual([expect.stringMatching(/^laurel-before-\d{4}_[\w-]+\.db$/), []]);
  expect(statSync(join(copies, name ?? '')).mode & 0o777).toBe(0o600);
  // The way back: the copy opens with the version of before, and holds what there was.
  expect(await open(join(copies, name ?? '')).names()).toEqual(['before']);
  await migrated.close();
  expect(() => Database.open(path)).toThrow(
    'a newer version of Laurel has written it. Update Laurel, or use a copy of the file from before.',
  );
});

test.each<[string, (path: string) => OpenOptions, RegExp]>([
  [
    'that fails half-way',
    () => ({ migrationsFolder: withOneMore('CREATE TABLE first (x TEXT) STRICT;') }),
    /cannot be opened as the database: .*first already exists|Failed to run/,
  ],
  [
    'whose copy cannot be made',
    (path) => {
      writeFileSync(join(dirname(path), 'backups'), 'not a folder');
      return { migrationsFolder: withOneMore('CREATE TABLE second (x TEXT) STRICT;') };
    },
    /EEXIST|ENOTDIR/,
  ],
])('a migration %s leaves the file as it was', async (_what, options, said) => {
  const { db, path, put } = open();
  await put('before');
  await db.close();
  expect(() => Database.open(path, options(path))).toThrow(said);
  const plain = new Sqlite(path, { readonly: true });
  onTestFinished(() => void plain.close());
  expect(plain.prepare("SELECT name FROM sqlite_master WHERE name IN ('first', 'second')").all()).toEqual([]);
  expect(await open(path).names()).toEqual(['before']);
});

test('the database is its owner’s alone from the first moment on, with the files beside it', async () => {
  const folder = join(temporaryFolder(), 'new');
  mkdirSync(folder, { recursive: true });
  const { put } = open(join(folder, 'laurel.db'));
  await put('something');
  const modes = readdirSync(folder).map((name) => statSync(join(folder, name)).mode & 0o777);
  expect(modes).toEqual([0o600, 0o600, 0o600]);
});
