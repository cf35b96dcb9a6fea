// A board counted in pieces is the same as counted in one go, whatever changes between the pieces.

import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BoardCount, type Holders, type ReadPiece } from '../../src/core/board-count.ts';
import { forgetBoards, PIECE, peopleAbove } from '../../src/core/board-counts.ts';
import { Database, type Reader } from '../../src/core/database.ts';
import { howManyAbove } from '../../src/core/ranks.ts';
import { standings } from '../../src/core/schema.ts';
import { setListed } from '../../src/core/standings.ts';
import { testContext } from '../support/context.ts';

const GUILD = '1';
const memberId = (n: number) => String(1_000_000 + n);

/** The pieces of a board that stands still: members with their values, read without a database. */
const readFrom =
  (board: ReadonlyMap<string, number>): ReadPiece =>
  (_db, after, most) => {
    const left = [...board]
      .filter(
        ([id, value]) => value > 0 && (value < after.value || (value === after.value && id > after.memberId)),
      )
      .sort(([id, value], [otherId, other]) => other - value || (id < otherId ? -1 : 1));
    const piece = new Map<number, Holders>();
    for (const [id, value] of left.slice(0, most))
      piece.set(value, { value, people: (piece.get(value)?.people ?? 0) + 1, lastId: id });
    return [...piece.values()];
  };

/** Each value above nothing with how many hold it, highest first. */
function countAll(board: ReadonlyMap<string, number>): [value: number, people: number][] {
  const held = [...board.values()].filter((value) => value > 0);
  return [...Map.groupBy(held, (value) => value)]
    .map(([value, holders]): [number, number] => [value, holders.length])
    .sort(([one], [other]) => other - one);
}

test('any pieces, and any changes between them, come to what one go counts', () => {
  const value = fc.integer({ min: 0, max: 4 });
  const change = fc.record({ who: fc.nat(11), to: value });
  fc.assert(
    fc.property(
      fc.array(value, { maxLength: 12 }),
      fc.array(fc.oneof(change, fc.constant('step' as const)), { maxLength: 40 }),
      fc.integer({ min: 1, max: 5 }),
      (values, story, most) => {
        const board = new Map(values.map((value, n) => [memberId(n), value]));
        // No statement is run: the board is read from the state that it was in.
        const count = new BoardCount({} as Reader, readFrom(new Map(board)), most);
        for (const one of story) {
          if (one === 'step') {
            count.step();
            continue;
          }
          const id = memberId(one.who);
          count.move(board.get(id) ?? 0, one.to);
          board.set(id, one.to);
        }
        while (count.step());
        const counted = count.finish();
        expect(counted.list()).toEqual(countAll(board));
        for (let above = 0; above <= 5; above++)
          expect(counted.above(above)).toBe([...board.values()].filter((one) => one > above).length);
      },
    ),
  );
});

const LARGE = 2 * PIECE + 500;

/** A server with more members than are counted at once, many of whom have the same. */
async function largeBoard() {
  const world = testContext();
  await world.ctx.db.write(async (tx) => {
    tx.run(sql`
      with recursive each(n) as (select 0 union all select n + 1 from each where n < ${LARGE - 1})
      insert into ${standings} (guild_id, period, member_id, points, thanks_given)
      select ${GUILD}, 'all', 1000000 + n, iif(n % 5 = 0, 1 + n % 50, 3), 1 from each`);
  });
  return { ...world, db: world.ctx.db };
}

const ABOVE = [0, 1, 3, 20];
const both = async (db: Database) => {
  const count = (reader: Reader) =>
    Promise.all(ABOVE.map((above) => howManyAbove(reader, GUILD, 'all', 'points', above)));
  return [await db.read(count), await db.write(count)];
};

test('a large board is counted in pieces, and what is written meanwhile is in it', async () => {
  const { db } = await largeBoard();
  const asked = db.read((reader) => peopleAbove(reader, GUILD, 'all', 'points', 0));
  let isCounted = false;
  void asked.finally(() => {
    isCounted = true;
  });
  let written = 0;
  while (!isCounted) {
    const id = memberId(written * 37);
    await db.write((tx) => setListed(tx, GUILD, id, false));
    written += 1;
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(written).toBeGreaterThan(1);
  expect(await asked).toBe(LARGE - written);
  const [remembered, counted] = await both(db);
  expect(remembered).toEqual(counted);
});

test('several who ask at once wait for the same count, and boards are counted one after the other', async () => {
  const { db } = await largeBoard();
  const all = await Promise.all([
    ...ABOVE.map((above) => db.read((reader) => peopleAbove(reader, GUILD, 'all', 'points', above))),
    ...ABOVE.map((above) => db.read((reader) => peopleAbove(reader, GUILD, 'all', 'thanksGiven', above))),
  ]);
  const [, counted] = await both(db);
  expect(all).toEqual([...(counted ?? []), LARGE, 0, 0, 0]);
});

test('a board that is written anew while it is counted is counted again', async () => {
  const { db, path } = await largeBoard();
  const here = db.read((reader) => peopleAbove(reader, GUILD, 'all', 'points', 0));
  await db.write(async (tx) => {
    forgetBoards(tx, GUILD);
    tx.delete(standings).run();
  });
  expect(await here).toBe(0);
  const other = Database.open(path);
  await other.write(async (tx) => {
    const row = { guildId: GUILD, period: 'all', points: 1 };
    for (let n = 0; n < PIECE + 10; n++)
      tx.insert(standings)
        .values({ ...row, memberId: memberId(n) })
        .run();
  });
  const asked = db.read((reader) => peopleAbove(reader, GUILD, 'all', 'points', 0));
  await other.write((tx) => setListed(tx, GUILD, memberId(1), false));
  expect(await asked).toBe(PIECE + 9);
  await other.close();
});
