// What is read in one turn is of one state of the file, and never out of date: neither by our own writes nor for longer than a turn.
import { setImmediate as nextTurn } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { Database, type Reader, sharing } from '../../src/core/database.ts';
import { facts } from '../../src/core/schema.ts';
import { testContext } from '../support/context.ts';

const put = (db: Database, value: string) =>
  db.write(async (tx) => {
    const row = { name: 'said', value };
    tx.insert(facts).values(row).onConflictDoUpdate({ target: facts.name, set: row }).run();
  });
const said = (db: Reader) => db.select().from(facts).where(eq(facts.name, 'said')).get()?.value;

test('one state is read without a pause, whatever another process writes meanwhile', async () => {
  const { ctx, path } = testContext();
  await put(ctx.db, 'before');
  const other = new Sqlite(path);
  const write = other.prepare("update facts set value = 'after' where name = 'said'");
  const seen = await ctx.db.glance((db) => {
    const first = said(db);
    write.run();
    return [first, said(db)];
  });
  expect(seen).toEqual(['before', 'before']);
  expect(await ctx.db.glance(said)).toBe('after');
  other.close();
});

test('whoever reads on after a pause reads what is there then', async () => {
  const { ctx, path } = testContext();
  await put(ctx.db, 'before');
  const other = new Sqlite(path);
  const seen = await ctx.db.glance(async (db) => {
    const first = said(db);
    other.exec("update facts set value = 'after' where name = 'said'");
    await nextTurn();
    return [first, said(db)];
  });
  expect(seen).toEqual(['before', 'after']);
  other.close();
});

test('what was written here is read at once, by those who began to read before as well', async () => {
  const { ctx } = testContext();
  await put(ctx.db, 'before');
  const seen = await ctx.db.glance(async (db) => {
    const first = said(db);
    await put(ctx.db, 'after');
    return [first, said(db), await ctx.db.glance(said)];
  });
  expect(seen).toEqual(['before', 'after', 'after']);
});

test('reading for long keeps nobody from bringing the log into the file', async () => {
  const { ctx, path } = testContext();
  const other = new Sqlite(path);
  await ctx.db.glance(async (db) => {
    for (const value of ['one', 'two', 'three']) {
      said(db);
      await put(ctx.db, value);
      said(db);
      await nextTurn();
      expect(other.pragma('wal_checkpoint(truncate)')).toMatchObject([{ busy: 0 }]);
    }
  });
  other.close();
});

test('a read that fails leaves nothing behind', async () => {
  const { ctx } = testContext();
  await expect(ctx.db.glance((db) => db.get(sql`select nothing from nowhere`))).rejects.toThrow();
  await put(ctx.db, 'after');
  expect(await ctx.db.glance(said)).toBe('after');
  await ctx.db.close();
});

test('the number of a state is looked up before the state is read', async () => {
  const { ctx, path } = testContext();
  await put(ctx.db, 'before');
  const other = Database.open(path);
  const changedElsewhere = (db: Reader) => sharing(db)?.changedElsewhere();
  await ctx.db.glance(async (db) => {
    const number = changedElsewhere(db);
    expect(said(db)).toBe('before');
    await put(other, 'after');
    // Still the same state, and so the same number.
    expect([said(db), changedElsewhere(db)]).toEqual(['before', number]);
    await nextTurn();
    expect(changedElsewhere(db)).not.toBe(number);
    expect(said(db)).toBe('after');
  });
  await ctx.db.glance(async (db) => {
    expect(said(db)).toBe('after');
    await put(other, 'later');
    // Looked up only now, it is that of what is read from now on.
    changedElsewhere(db);
    expect(said(db)).toBe('later');
  });
  await other.close();
});
