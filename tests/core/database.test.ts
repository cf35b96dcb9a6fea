// The database beside other processes: one that writes for long neither stops everything here nor loses what waits.
import Sqlite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { facts } from '../../src/core/schema.ts';
import { testContext } from '../support/context.ts';

/** Another process, as far as SQLite can tell. */
function somebodyElse(path: string) {
  const other = new Sqlite(path);
  onTestFinished(() => void other.close());
  return other;
}

const names = (rows: readonly { name: string }[]) => rows.map(({ name }) => name);

test('a write waits for another process without holding up anything, and keeps its turn', async () => {
  const { ctx, path, log } = testContext();
  const other = somebodyElse(path);
  other.exec('BEGIN IMMEDIATE');
  const put = (name: string) =>
    ctx.db.write(async (tx) => {
      tx.insert(facts).values({ name, value: 'x' }).run();
    });
  const written = Promise.all([put('first'), put('second')]);
  // The other process cannot let go before this one takes a breath: a wait that stands still would never end.
  await new Promise((resolve) => setImmediate(resolve));
  expect(await ctx.db.read((db) => db.select().from(facts).all())).toEqual([]);
  other.exec('COMMIT');
  await written;
  const rows = await ctx.db.read((db) => db.select().from(facts).orderBy(facts.value, facts.name).all());
  expect(names(rows)).toEqual(['first', 'second']);
  expect(log.lines).toEqual([]);
});

test('a snapshot does not change under its reader, and neither holds up writers nor other readers', async () => {
  const { ctx } = testContext();
  const put = (name: string) =>
    ctx.db.write(async (tx) => {
      tx.insert(facts).values({ name, value: 'x' }).run();
    });
  await put('before');
  const seen = await ctx.db.snapshot(async (db) => {
    const first = db.select().from(facts).all();
    await put('meanwhile');
    const others = await ctx.db.read((reader) => reader.select().from(facts).all());
    return [first, db.select().from(facts).all(), others].map(names);
  });
  expect(seen).toEqual([['before'], ['before'], ['before', 'meanwhile']]);
});
