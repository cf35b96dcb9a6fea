// Copies of the database: which may go, by table; and that a copy is whole, its owner's alone, or not there at all.
import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { type Copy, copyName, expired, makeCopy, regularCopies, rotate } from '../../src/core/copies.ts';
import { temporaryFolder } from '../support/folder.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 28, 3, 17);

const daily = (daysAgo: number): Copy => {
  const at = NOW - daysAgo * DAY;
  return { name: copyName(at), bytes: 1, at };
};
const before = (what: string, daysAgo: number): Copy => ({
  name: `laurel-before-${what}.db`,
  bytes: 1,
  at: NOW - daysAgo * DAY,
});

test('a copy is called by its time and nothing else', () => {
  expect(copyName(NOW)).toBe('laurel-2026-11-28T03-17-00Z.db');
});

test.each<[string, Copy[], number, string[]]>([
  ['nothing', [], 3, []],
  ['as many as are kept', [daily(0), daily(1), daily(2)], 3, []],
  ['one too many: the oldest', [daily(2), daily(0), daily(1)], 2, [daily(2).name]],
  ['old ones stay while there are no newer', [daily(400), daily(401)], 2, []],
  ['all, where none are kept', [daily(0)], 0, [daily(0).name]],
  [
    'copies from before a change are counted apart, three of them',
    [daily(0), before('0003_a', 3), before('0004_b', 2), before('0005_c', 1), before('0006_d', 0)],
    1,
    ['laurel-before-0003_a.db'],
  ],
  ['and go after 30 days', [before('0003_a', 31), before('restore-x', 29)], 1, ['laurel-before-0003_a.db']],
])('rotation: %s', (_what, copies, kept, going) => {
  expect(expired(copies, NOW, kept).map(({ name }) => name)).toEqual(going);
});

test('rotation touches only copies of ours, and what an interrupted copy left a day ago', () => {
  const folder = temporaryFolder();
  const put = (name: string, at: number) => {
    writeFileSync(join(folder, name), '');
    utimesSync(join(folder, name), at / 1000, at / 1000);
  };
  put('notes.txt', 0);
  put('laurel.db', 0);
  put(`${copyName(NOW)}.part`, NOW);
  put(`${copyName(NOW - 2 * DAY)}.part`, NOW - 2 * DAY);
  for (const copy of [daily(0), daily(1), daily(2)]) put(copy.name, copy.at);
  expect(rotate(folder, NOW, 2)).toBe(1);
  expect(readdirSync(folder).sort()).toEqual(
    [daily(1).name, daily(0).name, `${copyName(NOW)}.part`, 'laurel.db', 'notes.txt'].sort(),
  );
  expect(rotate(join(folder, 'not-there'), NOW, 2)).toBe(0);
});

test('a copy is one file that only its owner can read', async () => {
  const folder = join(temporaryFolder(), 'deep', 'backups');
  const source = new Sqlite(':memory:');
  source.exec('CREATE TABLE t (x); INSERT INTO t VALUES (1)');
  const path = await makeCopy(folder, copyName(NOW), (unfinished) => source.backup(unfinished));
  expect(readdirSync(folder)).toEqual([copyName(NOW)]);
  expect([statSync(path).mode & 0o777, statSync(folder).mode & 0o777]).toEqual([0o600, 0o700]);
  expect(regularCopies(folder).map(({ name }) => name)).toEqual([copyName(NOW)]);
});

test.each<[string, (unfinished: string) => void, RegExp]>([
  [
    'cannot be written',
    () => {
      throw new Error('no room');
    },
    /no room/,
  ],
  ['is damaged', (unfinished) => writeFileSync(unfinished, 'x'.repeat(10_000)), /not a database/],
])(
  'a copy that %s leaves nothing behind, and an older one of that name as it was',
  async (_what, fill, said) => {
    const folder = temporaryFolder();
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, copyName(NOW)), 'the older one');
    await expect(makeCopy(folder, copyName(NOW), async (unfinished) => fill(unfinished))).rejects.toThrow(
      said,
    );
    expect(readdirSync(folder)).toEqual([copyName(NOW)]);
    expect(existsSync(join(folder, copyName(NOW)))).toBe(true);
  },
);
