// Ids are numbers of 64 bits in the file and text everywhere else; counts and times are numbers everywhere.
import Sqlite from 'better-sqlite3';
import { and, eq, gt, inArray, sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { exact, exactly, exactOn } from '../../src/core/exact-session.ts';
import { isPseudonym, LAST_OF_THE_FORGOTTEN, newPseudonym } from '../../src/core/person-key.ts';
import { snowflake } from '../../src/core/snowflake-column.ts';
import { steadyOn } from '../../src/core/steady-session.ts';
import { merely } from '../../src/core/written-out.ts';

const nests = sqliteTable(
  'nests',
  {
    row: integer('row').primaryKey(),
    bird: snowflake('bird').notNull(),
    mate: snowflake('mate'),
    builtAt: integer('built_at').notNull(),
    note: text('note'),
  },
  (t) => [index('nests_bird').on(t.bird)],
);

let connection: Sqlite.Database;
beforeEach(() => {
  connection = new Sqlite(':memory:');
  connection.exec(`
    create table nests (row integer primary key, bird int not null, mate int, built_at integer not null, note text) strict;
    create index nests_bird on nests (bird);
  `);
  return () => connection.close();
});

/** Any id that Discord may give, those of tests, and pseudonyms. */
const id = fc.oneof(
  fc.bigInt({ min: 1n, max: (1n << 63n) - 1n }).map(String),
  fc.bigInt({ min: 1n << 53n, max: (1n << 53n) + 9n }).map(String),
  fc.integer({ min: 0, max: 999 }).map(String),
  fc.constant('9007199254740991'),
  fc.nat().map(() => newPseudonym()),
);
const time = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });

describe.each([
  ['the ordinary session', () => exactOn(connection)],
  ['a steady session', () => steadyOn(connection)],
])('%s', (_, open) => {
  test('any id survives: in columns, where it is returned, sought, compared and computed with', () => {
    const db = open();
    fc.assert(
      fc.property(id, fc.option(id), time, (bird, mate, builtAt) => {
        connection.exec('delete from nests');
        const whole = { row: 7, bird, mate, builtAt, note: bird };
        expect(db.insert(nests).values(whole).returning().get()).toEqual(whole);
        expect(db.select().from(nests).prepare().all()).toEqual([whole]);
        expect(db.select().from(nests).where(eq(nests.bird, bird)).get()).toEqual(whole);
        expect(db.select({ at: nests.builtAt }).from(nests).get()).toEqual({ at: builtAt });
        // Values within values.
        expect(
          db
            .select({ nest: { bird: nests.bird, at: nests.builtAt } })
            .from(nests)
            .all(),
        ).toEqual([{ nest: { bird, at: builtAt } }]);
        const sought = db
          .select({ row: nests.row, smallest: sql`min(${nests.bird})`.mapWith(nests.bird) })
          .from(nests)
          .where(
            and(
              eq(nests.bird, sql.placeholder('bird')),
              merely(nests.bird, sql.placeholder('bird')),
              inArray(nests.bird, [bird, '1']),
              sql`${nests.bird} in (select value from json_each(${JSON.stringify([bird])}))`,
              eq(nests.note, sql`'' || ${nests.bird}`),
              eq(nests.bird, sql`substr('x' || ${nests.note}, 2)`),
            ),
          )
          .prepare();
        expect(sought.get({ bird })).toEqual({ row: 7, smallest: bird });
        // What is computed is a number where that holds it, and text where it would be rounded.
        const raw = Number.isSafeInteger(Number(bird)) ? Number(bird) : bird;
        expect(db.all(sql`select min(bird) as bird, count(*) as n, max(built_at) as at from nests`)).toEqual([
          { bird: raw, n: 1, at: builtAt },
        ]);
        expect(
          db
            .select({ bird: sql`max(${nests.bird})` })
            .from(nests)
            .prepare()
            .values(),
        ).toEqual([[raw]]);
        expect(connection.prepare('select typeof(bird) from nests').pluck().get()).toBe('integer');
      }),
    );
  });

  test('ids are in the order of their numbers, and what is no id is not kept', () => {
    const db = open();
    for (const [i, bird] of ['99', '100', '9', LAST_OF_THE_FORGOTTEN, '80351110224678912'].entries())
      db.insert(nests).values({ row: i, bird, builtAt: 1 }).run();
    const after = db
      .select({ bird: nests.bird })
      .from(nests)
      .where(gt(nests.bird, sql.placeholder('after')))
      .orderBy(nests.bird)
      .prepare();
    const from = (id: string) => after.all({ after: id }).map(({ bird }) => bird);
    expect(from('9')).toEqual(['99', '100', LAST_OF_THE_FORGOTTEN, '80351110224678912']);
    expect(from(LAST_OF_THE_FORGOTTEN)).toEqual(['80351110224678912']);
    for (const word of ['bob', '', '9223372036854775808', '1.5'])
      expect(() => db.insert(nests).values({ bird: word, builtAt: 1 }).run(), word).toThrow('INT column');
  });

  test('what changed and the new row are numbers', () => {
    const result = open().insert(nests).values({ bird: '80351110224678912', builtAt: 1 }).run();
    expect(result).toEqual({ changes: 1, lastInsertRowid: 1 });
  });

  test('an id that is bound, written out or computed finds its index', () => {
    const db = open();
    for (const value of [sql.placeholder('bird'), '80351110224678912', sql`substr('x12', 2)`]) {
      const { sql: asked } = db.select().from(nests).where(eq(nests.bird, value)).prepare().getQuery();
      const bound = asked.includes('?') ? ['12'] : [];
      expect(JSON.stringify(connection.prepare(`explain query plan ${asked}`).all(...bound))).toContain(
        'nests_bird (bird=?)',
      );
    }
  });
});

test('a cell is a number up to 53 bits, and text beyond', () => {
  const most = BigInt(Number.MAX_SAFE_INTEGER);
  expect([exact(most), exact(most + 1n), exact(-most - 1n), exact(0n)]).toEqual([
    Number.MAX_SAFE_INTEGER,
    '9007199254740992',
    '-9007199254740992',
    0,
  ]);
  expect([exact(null), exact('7'), exact(1.5)]).toEqual([null, '7', 1.5]);
  expect(exactly(connection.prepare('select 9007199254740993 as id, 2 as n')).all()).toEqual([
    { id: '9007199254740993', n: 2 },
  ]);
});

test('a pseudonym is an id before all that Discord gave, and read as every id is', () => {
  for (let i = 0; i < 1_000; i++) {
    const pseudonym = newPseudonym();
    expect(isPseudonym(pseudonym)).toBe(true);
    expect(exact(BigInt(pseudonym))).toBe(pseudonym);
    expect(BigInt(pseudonym) <= BigInt(LAST_OF_THE_FORGOTTEN)).toBe(true);
  }
  expect(['80351110224678912', '1312345678901234567', '9', '0'].filter(isPseudonym)).toEqual([]);
});
