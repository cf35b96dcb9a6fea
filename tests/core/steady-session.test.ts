// Statements that are prepared once: the same answers as drizzle's own, one plan whatever is bound, and partial indexes still found.
import Sqlite from 'better-sqlite3';
import { and, asc, eq, gt, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { steadyOn, withOnePlan } from '../../src/core/steady-session.ts';

const birds = sqliteTable(
  'birds',
  {
    id: integer('id').primaryKey(),
    kind: text('kind').notNull(),
    seenAt: integer('seen_at').notNull(),
    note: text('note'),
    ringed: integer('ringed', { mode: 'boolean' }).notNull(),
  },
  (t) => [index('birds_kind').on(t.kind), index('birds_owls').on(t.seenAt).where(sql`kind = 'owl'`)],
);

let connection: Sqlite.Database;
beforeEach(() => {
  connection = new Sqlite(':memory:');
  connection.exec(`
    create table birds (id integer primary key, kind text not null, seen_at integer not null, note text, ringed integer not null) strict;
    create index birds_kind on birds (kind);
    create index birds_owls on birds (seen_at) where kind = 'owl';
    insert into birds (kind, seen_at, note, ringed) values ('owl', 10, 'it''s white?', 1), ('owl', 30, null, 0), ('jay', 20, 'two', 0);
  `);
  return () => connection.close();
});

describe.each([
  ['drizzle', () => drizzle(connection)],
  ['a steady session', () => steadyOn(connection)],
])('%s', (_, open) => {
  test('answers with rows, one row, nothing, and what changed', () => {
    const db = open();
    const after = db
      .select()
      .from(birds)
      .where(and(eq(birds.kind, sql.placeholder('kind')), gt(birds.seenAt, sql.placeholder('after'))))
      .orderBy(asc(birds.seenAt))
      .limit(5)
      .prepare();
    expect(after.all({ kind: 'owl', after: 0 })).toEqual([
      { id: 1, kind: 'owl', seenAt: 10, note: "it's white?", ringed: true },
      { id: 2, kind: 'owl', seenAt: 30, note: null, ringed: false },
    ]);
    expect(after.get({ kind: 'owl', after: 10 })).toMatchObject({ id: 2, ringed: false });
    expect(after.get({ kind: 'jay', after: 20 })).toBeUndefined();
    expect(() => after.all({ kind: 'jay' })).toThrow('No value for placeholder "after" was provided');

    const counted = db
      .select({ n: sql<number>`count(*)` })
      .from(birds)
      .where(eq(birds.ringed, false))
      .prepare();
    expect(counted.get()).toEqual({ n: 2 });
    const computed = db
      .select({
        kind: birds.kind,
        last: sql`max(${birds.seenAt})`.mapWith((at) => `at ${at}`).as('last'),
        noted: sql<string | null>`max(${birds.note})`.mapWith(String),
      })
      .from(birds)
      .where(gt(birds.seenAt, sql.placeholder('after')))
      .groupBy(birds.kind)
      .orderBy(birds.kind)
      .prepare();
    expect(computed.all({ after: 10 })).toEqual([
      { kind: 'jay', last: 'at 20', noted: 'two' },
      { kind: 'owl', last: 'at 30', noted: null },
    ]);

    const add = db
      .insert(birds)
      .values({ kind: sql.placeholder('kind'), seenAt: 40, note: "that's all?", ringed: true })
      .returning({ id: birds.id, note: birds.note })
      .prepare();
    expect(add.get({ kind: 'tit' })).toEqual({ id: 4, note: "that's all?" });
    const mark = db
      .update(birds)
      .set({ ringed: sql`${sql.placeholder('ringed')}` })
      .where(eq(birds.kind, sql.placeholder('kind')))
      .prepare();
    expect(mark.run({ kind: 'owl', ringed: 1 }).changes).toBe(2);
    expect(counted.get()).toEqual({ n: 1 });
  });

  test('answers with values within values, and with at most as many as are asked for', () => {
    const few = open()
      .select({ bird: { kind: birds.kind }, id: birds.id })
      .from(birds)
      .orderBy(birds.id)
      .limit(sql.placeholder('most'))
      .offset(sql.placeholder('from'))
      .prepare();
    expect(few.all({ most: 1, from: 1 })).toEqual([{ bird: { kind: 'owl' }, id: 2 }]);
  });
});

test('what is the same each time is written out, and what is bound is hidden from the planner', () => {
  const hidden = sql.placeholder('at');
  expect(
    withOnePlan({
      sql: 'select * from "birds" where "kind" = ? and "seen_at" > ? limit ?',
      params: ["o'wl", hidden, 3],
    }),
  ).toEqual({
    sql: `select * from "birds" where "kind" = 'o''wl' and "seen_at" > +? limit 3`,
    params: [hidden],
  });
  expect(withOnePlan({ sql: 'select 1 limit ? offset ?', params: [hidden, hidden] }).sql).toBe(
    'select 1 limit 0 + ? offset 0 + ?',
  );
  expect(withOnePlan({ sql: 'select 1 -?', params: [-1] })).toEqual({ sql: 'select 1 -+?', params: [-1] });
  const unclear = { sql: `select '?' where 1 = ?`, params: [1] };
  expect(withOnePlan(unclear)).toEqual(unclear);
});

test('a constant finds the partial index that asks for it', () => {
  connection.exec('drop index birds_kind');
  const { sql: text } = steadyOn(connection)
    .select()
    .from(birds)
    .where(and(eq(birds.kind, 'owl'), gt(birds.seenAt, sql.placeholder('after'))))
    .prepare()
    .getQuery();
  const plan = connection.prepare(`explain query plan ${text}`).all(0);
  expect(JSON.stringify(plan)).toContain('birds_owls');
});
