// Lets standings of periods go that are long over: by night, in pieces, so that nobody waits for it.

import { and, asc, eq, lte, sql } from 'drizzle-orm';
import { forgetBoards } from './board-counts.ts';
import { breathe } from './breathe.ts';
import type { Context } from './context.ts';
import { prepared, type Reader, type Tx } from './database.ts';
import { asOfIn, keepAsOf, keptIn, lastHeard } from './kept-periods.ts';
import { keptFrom } from './periods.ts';
import { rebuild } from './recount.ts';
import { standings } from './schema.ts';
import { BEFORE_ALL } from './snowflakes.ts';
import { nextGuild, periodsIn } from './standings.ts';

/** Rows of one transaction. */
const ROWS_AT_ONCE = 500;
/** Rows of one run, of all servers together; what is left waits for the next one. */
const ROWS_A_RUN = 200_000;

/** What the work needs of the bot. */
export type Night = Pick<Context, 'db' | 'clock' | 'settings' | 'log'>;

/** Every server, one after the other: notes which periods are kept from now on, and removes rows of the others. */
export async function letPeriodsGo(
  ctx: Night,
  { atOnce = ROWS_AT_ONCE, most = ROWS_A_RUN } = {},
): Promise<void> {
  const next = (after: string) => ctx.db.read((db) => nextGuild(db, after));
  let left = most;
  for (let guildId = await next(BEFORE_ALL); guildId !== undefined; guildId = await next(guildId)) {
    const rows = await letGoIn(ctx, guildId, atOnce, left);
    left -= rows;
    if (rows > 0) ctx.log.info({ feature: 'standings', guildId, rows }, 'periods long over are let go');
  }
}

async function letGoIn(ctx: Night, guildId: string, atOnce: number, most: number): Promise<number> {
  // Read first, so that a night on which nothing goes takes no writer's turn.
  const { timeZone } = await ctx.settings.of(guildId);
  const now = ctx.clock.now();
  if (await ctx.db.read((db) => movesTo(db, guildId, now, timeZone) !== undefined))
    await ctx.db.write(async (tx) => moveOn(ctx, tx, guildId, now));
  if (await ctx.db.read((db) => overIn(db, guildId, timeZone) === undefined)) return 0;
  let removed = 0;
  while (removed < most) {
    const piece = Math.min(atOnce, most - removed);
    const rows = await ctx.db.write((tx) => removeSome(ctx, tx, guildId, piece));
    if (rows === 0) break;
    removed += rows;
    await breathe();
  }
  return removed;
}

/** The moment from which periods are to be counted back now; nothing where it stays. */
function movesTo(db: Reader, guildId: string, now: number, timeZone: string): number | undefined {
  const heard = lastHeard(db);
  return heard === undefined ? undefined : keptFrom(asOfIn(db, guildId), now, heard, timeZone);
}

/** Notes which periods are kept from now on. Where the clock had been far ahead, what is to be kept again is counted anew. */
async function moveOn(ctx: Night, tx: Tx, guildId: string, now: number): Promise<void> {
  // Read anew in the writer's turn: the zone may have been changed meanwhile.
  const { timeZone } = await ctx.settings.of(guildId);
  const before = asOfIn(tx, guildId);
  const asOf = movesTo(tx, guildId, now, timeZone);
  if (asOf === undefined) return;
  keepAsOf(tx, guildId, asOf);
  if (before !== undefined && asOf < before) {
    ctx.log.warn({ feature: 'standings', guildId }, 'a clock had been far ahead; standings are counted anew');
    await rebuild(tx, guildId, timeZone);
  } else {
    const isKept = keptIn(tx, guildId, timeZone);
    forgetBoards(tx, guildId, (period) => !isKept(period));
  }
}

/** A period of which there are rows, though it is not kept. */
function overIn(db: Reader, guildId: string, timeZone: string): string | undefined {
  const isKept = keptIn(db, guildId, timeZone);
  return periodsIn(db, guildId).find((key) => !isKept(key));
}

const inPeriod = and(
  eq(standings.guildId, sql.placeholder('guildId')),
  eq(standings.period, sql.placeholder('period')),
);

const lastOfPiece = prepared((db) =>
  db
    .select({ memberId: standings.memberId })
    .from(standings)
    .where(inPeriod)
    .orderBy(asc(standings.memberId))
    .limit(1)
    .offset(sql.placeholder('offset'))
    .prepare(),
);

const removePiece = prepared((db) =>
  db
    .delete(standings)
    .where(and(inPeriod, lte(standings.memberId, sql.placeholder('upTo'))))
    .prepare(),
);

const removeRest = prepared((db) => db.delete(standings).where(inPeriod).prepare());

/** Removes so many rows at most, of one period that is not kept; how many it were, and none where there are none left. */
async function removeSome(ctx: Night, tx: Tx, guildId: string, most: number): Promise<number> {
  const period = overIn(tx, guildId, (await ctx.settings.of(guildId)).timeZone);
  if (period === undefined) return 0;
  const upTo = lastOfPiece(tx).get({ guildId, period, offset: most - 1 })?.memberId;
  const { changes } =
    upTo === undefined
      ? removeRest(tx).run({ guildId, period })
      : removePiece(tx).run({ guildId, period, upTo });
  return changes;
}
