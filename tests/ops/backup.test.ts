// Backups and the way back: by the running bot, by command, and the drill of putting one in the database's place.
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
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
import { expect, test } from 'vitest';
import { Database, type Tx } from '../../src/core/database.ts';
import { People } from '../../src/core/people.ts';
import { erasures, optOuts } from '../../src/core/privacy-tables.ts';
import { recognitions } from '../../src/core/schema.ts';
import { followCredit } from '../../src/features/badges/earning.ts';
import { makeBackup } from '../../src/ops/backup.ts';
import { backUpIfDue } from '../../src/ops/backup-job.ts';
import { verifyLedger } from '../../src/ops/ledger-verify.ts';
import { restore } from '../../src/ops/restore-from.ts';
import { testContext } from '../support/context.ts';
import { temporaryFolder } from '../support/folder.ts';
import { credit } from '../support/recognitions.ts';

const DAY = 86_400_000;

/** A ledger that badges follow, as in the running bot: so a recount finds nothing to mend. */
function ledgerWorld(...options: Parameters<typeof testContext>) {
  const world = testContext(...options);
  world.ctx.followers.add(followCredit(world.ctx));
  return world;
}

function command(name: 'backup-now' | 'restore', path: string, ...args: string[]) {
  const program = fileURLToPath(new URL(`../../src/ops/${name}.ts`, import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: temporaryFolder(),
    env: { PATH: process.env.PATH, DATABASE_PATH: path },
    encoding: 'utf8',
  });
  return { status, text: stdout + stderr };
}

async function receivers(path: string): Promise<string[]> {
  const db = Database.open(path);
  try {
    const rows = await db.read((reader) => reader.select().from(recognitions).orderBy(recognitions.id).all());
    const ledger = { db, people: new People(db, path) };
    expect((await verifyLedger(ledger, { repair: false })).found).toEqual([]);
    return rows.map(({ receiverId }) => receiverId);
  } finally {
    await db.close();
  }
}

test('the bot makes one a day while it is in use, and keeps as many as it should', async () => {
  const { ctx, clock, log } = ledgerWorld();
  const config = { ...ctx.config, backupsKept: 2 };
  const look = () => backUpIfDue({ ...ctx, config });
  const names = () => readdirSync(config.backupFolder).sort();
  await credit(ctx, { from: '2', to: '3' });
  await look();
  const [first] = names();
  expect(first).toBe('laurel-2026-03-02T12-00-00Z.db');
  expect(await receivers(join(config.backupFolder, first ?? ''))).toEqual(['3']);
  clock.advance(DAY - 1);
  await look();
  expect(names()).toHaveLength(1);
  for (let day = 0; day < 2; day++) {
    clock.advance(DAY);
    await look();
  }
  expect(names()).toEqual(['laurel-2026-03-04T11-59-59Z.db', 'laurel-2026-03-05T11-59-59Z.db']);
  for (const name of names()) expect(statSync(join(config.backupFolder, name)).mode & 0o777).toBe(0o600);
  expect(log.lines.map(({ msg }) => msg)).toEqual(Array(3).fill('backup made'));
});

test('none are made where none are to be kept', async () => {
  const { ctx } = ledgerWorld();
  await backUpIfDue({ ...ctx, config: { ...ctx.config, backupsKept: 0 } });
  expect(existsSync(ctx.config.backupFolder)).toBe(false);
});

test('one that cannot be made is an error in the log, and leaves nothing behind', async () => {
  const { ctx, log } = ledgerWorld();
  writeFileSync(ctx.config.backupFolder, 'a file where the folder should be');
  await backUpIfDue(ctx);
  expect(log.lines.map(({ level, msg }) => [level, msg])).toEqual([[50, 'the backup could not be made']]);
  expect(ctx.db.trouble).toBeUndefined();
});

/** Overwrites the second half of a file. */
function damage(path: string): void {
  const { size } = statSync(path);
  const handle = openSync(path, 'r+');
  writeSync(handle, Buffer.alloc(size / 2, 0xff), 0, size / 2, size / 2);
  closeSync(handle);
}

test('damage that the backup finds turns the health red', async () => {
  const { ctx, path, log } = ledgerWorld();
  for (let i = 0; i < 20; i++) await credit(ctx, { from: '2', to: '3', reason: 'x'.repeat(10_000) });
  const other = new Sqlite(path);
  other.pragma('wal_checkpoint(TRUNCATE)');
  other.close();
  damage(path);
  await backUpIfDue(ctx);
  expect(ctx.db.trouble?.kind).toBe('damaged');
  expect(log.lines.map(({ level, msg }) => [level, msg])).toEqual([[50, 'the backup could not be made']]);
  expect(readdirSync(ctx.config.backupFolder)).toEqual([]);
});

test('the drill: back up while it is in use, go on, lose the file, restore, and all is as it was', async () => {
  const { ctx, path } = ledgerWorld();
  await credit(ctx, { from: '2', to: '3' });
  await credit(ctx, { from: '2', to: '4' });
  const backedUp = command('backup-now', path);
  expect(backedUp).toEqual({
    status: 0,
    text: expect.stringMatching(/^Backed up to \S+ \([\d.]+ kB\), and looked it through\.\n$/),
  });
  const backup = /to (\S+)/.exec(backedUp.text)?.[1] ?? '';
  await credit(ctx, { from: '2', to: '5' });

  // While the bot has it open, nothing is changed, and it says what to do.
  const refused = command('restore', path, backup);
  expect(refused.status).toBe(1);
  expect(refused.text).toMatch(/^Laurel is running on \S+laurel\.db\. Stop it first/);
  await credit(ctx, { from: '2', to: '6' });
  await ctx.outbox.stop();
  await ctx.db.close();
  expect(await receivers(path)).toEqual(['3', '4', '5', '6']);

  const restored = command('restore', path, backup);
  expect(restored.status).toBe(0);
  expect(await receivers(path)).toEqual(['3', '4']);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  // And the way back from the way back.
  const kept = /kept as (\S+)\.\n/.exec(restored.text)?.[1] ?? '';
  expect(kept).toMatch(/laurel-before-restore-[\dTZ-]+\.db$/);
  expect(command('restore', path, kept).status).toBe(0);
  expect(await receivers(path)).toEqual(['3', '4', '5', '6']);
}, 60_000);

test('in the place of a damaged file, which is kept as it lies there', async () => {
  const { ctx, path } = ledgerWorld();
  for (let i = 0; i < 20; i++) await credit(ctx, { from: '2', to: '3', reason: 'x'.repeat(10_000) });
  const { path: file } = await makeBackup(request(path));
  await ctx.outbox.stop();
  await ctx.db.close();
  damage(path);
  const damaged = readFileSync(path);
  const kept = await restore({ ...request(path), file });
  expect(await receivers(path)).toHaveLength(20);
  expect(readFileSync(kept ?? '').equals(damaged)).toBe(true);
  writeFileSync(path, 'nothing of a database is left');
  await restore({ ...request(path), file });
  expect(await receivers(path)).toHaveLength(20);
});

/** Beside the database, at a time. */
function request(path: string) {
  return { databasePath: path, folder: join(dirname(path), 'backups'), kept: 3, now: Date.UTC(2026, 2, 3) };
}

test.each<[string, (path: string) => void, RegExp]>([
  ['is not there', () => {}, /There is no file/],
  ['is a text', (path) => writeFileSync(path, 'x'.repeat(5_000)), /it is not a database/],
  ['is empty', (path) => writeFileSync(path, ''), /there is nothing in it/],
  [
    'belongs to another program',
    (path) => {
      const other = new Sqlite(path);
      other.exec('CREATE TABLE cookies (name TEXT)');
      other.close();
    },
    /it is the database of another program/,
  ],
  [
    'is of a newer version',
    (path) => {
      const other = new Sqlite(path);
      other.exec(
        "CREATE TABLE __drizzle_migrations (id INTEGER, hash TEXT, created_at NUMERIC); INSERT INTO __drizzle_migrations VALUES (1, 'x', 99999999999999)",
      );
      other.close();
    },
    /a newer version of Laurel has written it/,
  ],
])('a file that %s is not restored, and the database stays', async (_what, prepare, said) => {
  const folder = temporaryFolder();
  const path = join(folder, 'data', 'laurel.db');
  await Database.open(path).close();
  const before = readFileSync(path);
  const backup = join(folder, 'backup.db');
  prepare(backup);
  await expect(
    restore({ file: backup, databasePath: path, folder: join(folder, 'backups'), now: 0 }),
  ).rejects.toThrow(said);
  expect(readFileSync(path).equals(before)).toBe(true);
  expect(readdirSync(join(folder, 'data'))).toEqual(['laurel.db']);
});

const KNOWN_BY_FINGERPRINT: [string, (tx: Tx) => unknown][] = [
  [
    'chose to be left out',
    (tx) => tx.insert(optOuts).values({ guildId: '1', fingerprint: 'f', wish: 'leftOut', chosenAt: 1 }).run(),
  ],
  [
    'had their data deleted',
    (tx) =>
      tx.insert(erasures).values({ pseudonym: '9100000000000001', fingerprint: 'f', erasedAt: 1 }).run(),
  ],
];

test.each(KNOWN_BY_FINGERPRINT)(
  'where somebody %s, it says that the key is needed, unless it is there',
  async (_who, write) => {
    const { ctx, path } = ledgerWorld();
    const folder = temporaryFolder();
    const restored = () => {
      const backup = /to (\S+)/.exec(command('backup-now', path, '--folder', folder).text)?.[1] ?? '';
      return command('restore', join(folder, 'laurel.db'), backup).text;
    };
    expect(restored()).not.toContain('laurel.key');
    await ctx.db.write(async (tx) => void write(tx));
    expect(restored()).toContain(
      `recognised only with laurel.key, which is in no backup: copy it from where Laurel ran to ${folder}/laurel.key`,
    );
    writeFileSync(join(folder, 'laurel.key'), '');
    expect(restored()).not.toContain('laurel.key');
  },
);

test('a damaged backup is not restored', async () => {
  const { ctx, path } = ledgerWorld();
  for (let i = 0; i < 20; i++) await credit(ctx, { from: '2', to: '3', reason: 'x'.repeat(10_000) });
  const { path: file } = await makeBackup(request(path));
  damage(file);
  await expect(restore({ ...request(path), file })).rejects.toThrow('it is damaged. Take an older backup');
});

test('what a wrong call says', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'laurel.db');
  expect(command('backup-now', path)).toEqual({
    status: 1,
    text: `There is no database at ${path}. Set DATABASE_PATH, or give --database.\n`,
  });
  expect(command('restore', path)).toEqual({
    status: 2,
    text: `Usage: npm run restore -- FILE [--database PATH] [--folder FOLDER]\nThere are no backups in ${folder}/backups.\n`,
  });
  mkdirSync(join(folder, 'backups'));
  writeFileSync(join(folder, 'backups', 'laurel-2026-11-28T03-17-00Z.db'), 'x'.repeat(2_000));
  expect(command('restore', path).text).toContain(`  ${folder}/backups/laurel-2026-11-28T03-17-00Z.db  2 kB`);
});
