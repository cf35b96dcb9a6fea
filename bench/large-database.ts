// A ledger as large as one likes, made once from a seed and kept in a cache folder: few helpers get most of the thanks.
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { Database } from '../src/core/database.ts';
import { keepAsOf } from '../src/core/kept-periods.ts';
import { dayAt, keptAsOf } from '../src/core/periods.ts';
import { randomFrom } from './random.ts';

const CACHE = fileURLToPath(new URL('./.cache/', import.meta.url));
export const LARGE_GUILD_ID = '100000000000000001';
const RECOGNITIONS_EACH = 10;
/** The ledger reaches back so far, and ends at this fixed moment, so that a kept file stays true. */
const DAYS = 540;
export const LARGE_UNTIL = Date.UTC(2026, 10, 28, 12);
const DAY_MS = 86_400_000;
/** Helpers are drawn by a power law: with this exponent a hundredth of the members gets about two thirds of all thanks. */
const SKEW = 4;
const VERSION = 4;
const ZONE = 'UTC';

export interface LargeDatabase {
  path: string;
  members: number;
  recognitions: number;
  memberId(n: number): string;
}

export function largeMemberId(n: number): string {
  return String(200_000_000_000_000_000n + BigInt(n) * 1_000n);
}

/** The database with so many members and ten recognitions for each; made if it is not there yet (a million take minutes). */
export async function largeDatabase(members: number): Promise<LargeDatabase> {
  const path = `${CACHE}ledger-${members}-v${VERSION}.db`;
  const recognitions = members * RECOGNITIONS_EACH;
  if (!existsSync(path)) {
    mkdirSync(CACHE, { recursive: true });
    const making = `${path}.making`;
    for (const rest of ['', '-wal', '-shm']) rmSync(`${making}${rest}`, { force: true });
    console.error(`Making a ledger of ${recognitions} recognitions, once …`);
    const database = Database.open(making);
    await database.write(async (tx) => keepAsOf(tx, LARGE_GUILD_ID, LARGE_UNTIL));
    await database.close();
    fill(making, members, recognitions);
    renameSync(making, path);
  }
  // Opened once, so that migrations newer than the file are done before anything is measured.
  await Database.open(path).close();
  return { path, members, recognitions, memberId: largeMemberId };
}

function fill(path: string, members: number, recognitions: number): void {
  const file = new Sqlite(path);
  // A transaction as large as the file would all stand in the write-ahead log first.
  file.pragma('journal_mode = delete');
  file.pragma('journal_mode = memory');
  file.pragma('synchronous = off');
  file.pragma('cache_size = -1000000');
  // Indexes of everything at once are made in a fraction of the time that they take row by row.
  const indexes = file
    .prepare<[], { name: string; sql: string }>(
      "select name, sql from sqlite_master where type = 'index' and sql is not null and tbl_name in ('recognitions', 'standings')",
    )
    .all();
  for (const { name } of indexes) file.exec(`drop index ${name}`);
  file.exec('begin');
  fillLedger(file, members, recognitions);
  fillStandings(file, recognitions);
  file.exec('commit');
  for (const { sql } of indexes) file.exec(sql);
  file.pragma('journal_mode = wal');
  file.close();
}

function fillLedger(file: Sqlite.Database, members: number, recognitions: number): void {
  const random = randomFrom(7);
  const insert = file.prepare(
    `insert into recognitions (written_key, guild_id, kind, giver_id, receiver_id, help_key, channel_id, message_id, source_message_id, weight, points, occurred_at, recorded_at, counts, first_of_kind)
     values (?, '${LARGE_GUILD_ID}', ?, ?, ?, ?, '300000000000000000', ?, ?, 100, ?, ?, ?, 1, 1)`,
  );
  for (let row = 0; row < recognitions; row++) {
    const receiver = Math.floor(random.share() ** SKEW * members);
    let giver = Math.floor(random.share() * members);
    if (giver === receiver) giver = (giver + 1) % members;
    const at = Math.round(LARGE_UNTIL - DAYS * DAY_MS + (row / recognitions) * DAYS * DAY_MS);
    const isSolution = random.share() < 0.15;
    const messageId = String(400_000_000_000_000_000n + BigInt(row) * 10n);
    const helpId = String(400_000_000_000_000_000n + BigInt(row) * 10n - 5n);
    insert.run(
      // Thanks in words have the key that follows from the row.
      isSolution ? `solution:${messageId}` : null,
      isSolution ? 'solution' : 'thanks',
      largeMemberId(giver),
      largeMemberId(receiver),
      `message:${helpId}`,
      messageId,
      messageId,
      isSolution ? 25 : 10,
      at,
      at,
    );
  }
}

/** Totals by SQL, period by period, as a recount would have them, of those that are kept at its end. Rows stand in the order of their times. */
function fillStandings(file: Sqlite.Database, recognitions: number): void {
  const first = LARGE_UNTIL - DAYS * DAY_MS;
  const isKept = keptAsOf(LARGE_UNTIL, ZONE);
  const periods = new Map<string, { start: number; end: number }>();
  for (let at = first; at <= LARGE_UNTIL; at += DAY_MS / 2) {
    for (const { key, start, end } of dayAt(at, ZONE).periods)
      if (isKept(key)) periods.set(key, { start, end });
  }
  // Days in UTC are plain division.
  const put = file.prepare(
    `insert into standings (guild_id, period, member_id, points, solutions, thanks_received, thanks_given, people_helped, active_days, listed)
     select '${LARGE_GUILD_ID}', @key, member, sum(points), sum(solutions), sum(received), sum(given), sum(people), sum(days), 1 from (
       select receiver_id as member, sum(points) as points, sum(kind = 'solution') as solutions, sum(kind = 'thanks') as received,
         0 as given, count(distinct giver_id) as people, count(distinct occurred_at / ${DAY_MS}) as days
       from recognitions where id between @from and @to and occurred_at >= @start and occurred_at < @end group by receiver_id
       union all
       select giver_id, 0, 0, 0, sum(kind = 'thanks'), 0, 0 from recognitions
       where id between @from and @to and occurred_at >= @start and occurred_at < @end group by giver_id
     ) group by member`,
  );
  const rowAt = (at: number) => Math.round(((at - first) / (DAYS * DAY_MS)) * recognitions);
  for (const [key, { start, end }] of periods)
    put.run({
      key,
      start,
      end,
      from: rowAt(Math.max(first, start)) - 2,
      to: rowAt(Math.min(LARGE_UNTIL, end)) + 2,
    });
}
