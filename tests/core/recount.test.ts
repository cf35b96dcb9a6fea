// A recount goes from member to member: it finds everybody, wherever they stand, and everything else has its turn meanwhile.
import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { differences, rebuild } from '../../src/core/recount.ts';
import { recognitions, standings } from '../../src/core/schema.ts';
import { recognise } from '../../src/features/recognition/service.ts';
import { testContext } from '../support/context.ts';

const GUILD = '1';
/** More than are looked up at once, so that there is a second time. */
const PAIRS = 700;
/** Ids of different lengths: they are numbers, not text. */
const giver = (n: number) => String(9_700 + n);
const receiver = (n: number) => String(99_600 + n);

/** Everybody in one half thanks somebody in the other. */
async function manyWhoThank() {
  const { ctx } = testContext();
  await ctx.db.write(async (tx) => {
    for (let n = 0; n < PAIRS; n++)
      await recognise(ctx, tx, {
        sourceKey: `test:${n}`,
        guildId: GUILD,
        kind: 'thanks',
        giverId: giver(n),
        receiverId: receiver(n),
        helpKey: `message:${n}`,
        channelId: '5',
        weight: 100,
        points: 10,
        occurredAt: ctx.clock.now() - n * 3_600_000,
      });
  });
  return ctx.db;
}

test('what is wrong is found of the first and of the last, of who gave and of who received, and mended', async () => {
  const db = await manyWhoThank();
  const wrong = () => db.read((reader) => differences(reader, GUILD, 'UTC'));
  expect(await wrong()).toEqual([]);
  const before = await db.read((reader) => reader.select().from(standings).all());
  const nobody = '1234567';
  await db.write(async (tx) => {
    const of = (memberId: string) => and(eq(standings.memberId, memberId), eq(standings.period, 'all'));
    tx.update(standings)
      .set({ thanksGiven: 7 })
      .where(of(giver(0)))
      .run();
    tx.delete(standings)
      .where(of(giver(PAIRS - 1)))
      .run();
    tx.update(standings)
      .set({ points: 0, activeDays: 3 })
      .where(of(receiver(0)))
      .run();
    tx.update(standings)
      .set({ listed: 0 })
      .where(of(receiver(PAIRS - 1)))
      .run();
    // Somebody whom the ledger does not know, and a mark of a row.
    tx.insert(standings).values({ guildId: GUILD, period: '2026', memberId: nobody, points: 5 }).run();
    tx.update(recognitions)
      .set({ counts: 0 })
      .where(eq(recognitions.sourceKey, `test:${PAIRS - 1}`))
      .run();
  });
  const found = await wrong();
  expect(found.map(({ where, who, field, stored, counted }) => [where, who, field, stored, counted])).toEqual(
    [
      ['all', giver(0), 'thanksGiven', 7, 1],
      ['all', giver(PAIRS - 1), 'thanksGiven', 0, 1],
      ['all', receiver(0), 'points', 0, 10],
      ['all', receiver(0), 'activeDays', 3, 1],
      ['marks', `#${PAIRS}`, 'counts', 0, 1],
      ['all', receiver(PAIRS - 1), 'listed', 0, 1],
      ['2026', nobody, 'points', 5, 0],
    ],
  );
  await db.write((tx) => rebuild(tx, GUILD, 'UTC'));
  expect(await wrong()).toEqual([]);
  const after = await db.read((reader) => reader.select().from(standings).all());
  expect(after).toEqual(before);
});

test('everything else has its turn while many are recounted', async () => {
  const db = await manyWhoThank();
  let turns = 0;
  let isOver = false;
  const takeTurn = () => {
    turns += 1;
    if (!isOver) setImmediate(takeTurn);
  };
  setImmediate(takeTurn);
  await db.write((tx) => rebuild(tx, GUILD, 'UTC'));
  const during = turns;
  isOver = true;
  expect(during).toBeGreaterThan(0);
});
