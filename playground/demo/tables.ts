// What stands in the bot's database, read-only, for the curious: the outbox and the end of the ledger.
import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { World } from '../discord/world.ts';
import type { Panel } from '../page/wire.ts';

const ROWS = 30;

type Row = Record<string, string | number | null>;

/** Both tables as they are now; names for ids. Nothing before the bot has made its database. */
export function readTables(databasePath: string, world: World): Panel[] {
  if (!existsSync(databasePath)) return [];
  const database = new Database(databasePath, { readonly: true });
  try {
    return [outbox(database), ledger(database, world)];
  } finally {
    database.close();
  }
}

function outbox(database: Database.Database): Panel {
  const rows = database
    .prepare<[number], Row>(
      'SELECT kind, state, attempts, failure, created_at FROM effects ORDER BY id DESC LIMIT ?',
    )
    .all(ROWS);
  return {
    title: 'Owed to Discord (outbox)',
    columns: ['when', 'what', 'state', 'tries', 'failure'],
    rows: rows.map((row) => [
      time(row.created_at),
      row.kind ?? '',
      row.state ?? '',
      row.attempts ?? 0,
      row.failure ?? null,
    ]),
  };
}

function ledger(database: Database.Database, world: World): Panel {
  const rows = database
    .prepare<[number], Row>(
      `SELECT kind, cast(giver_id AS text) AS giver_id, cast(receiver_id AS text) AS receiver_id, points, counts, revoked_why, occurred_at
       FROM recognitions ORDER BY id DESC LIMIT ?`,
    )
    .all(ROWS);
  const name = (id: Row[string] | undefined): string => {
    const user = world.user(String(id));
    return user.global_name ?? user.username;
  };
  return {
    title: 'Last rows of the ledger',
    columns: ['when', 'kind', 'from', 'to', 'points', 'counts', 'revoked'],
    rows: rows.map((row) => [
      time(row.occurred_at),
      row.kind ?? '',
      name(row.giver_id),
      name(row.receiver_id),
      row.points ?? 0,
      row.counts === 1 ? 'yes' : 'no',
      row.revoked_why ?? null,
    ]),
  };
}

function time(at: Row[string] | undefined): string {
  return new Date(Number(at)).toLocaleTimeString('en-GB');
}
