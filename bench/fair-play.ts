// `npm run bench:fair-play`: how long fair play takes over 100,000 members and 1,000,000 recognitions, and in how much memory.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import Sqlite from 'better-sqlite3';
import { Database } from '../src/core/database.ts';
import { honestTown } from './town.ts';

const GUILD_ID = '1';
const DAYS_MS = 100 * 86_400_000;

/** Writes a made-up town into a ledger; the columns that fair play does not read are all alike. */
async function fill(path: string, members: number, recognitions: number, until: number): Promise<void> {
  await Database.open(path).close();
  const town = honestTown(members, recognitions, until, 1);
  const file = new Sqlite(path);
  const insert = file.prepare(
    `insert into recognitions (written_key, guild_id, kind, giver_id, receiver_id, help_key, channel_id, message_id, weight, points, occurred_at, recorded_at, counts, first_of_kind)
     values (?, '${GUILD_ID}', 'thanks', ?, ?, ?, '5', ?, 100, 10, ?, ?, 1, 1)`,
  );
  file.exec('begin');
  for (const [row, giver] of town.givers.entries()) {
    const messageId = String(2n * 10n ** 17n + BigInt(row));
    const help = town.talkless[row] === 1 ? messageId : `1${messageId}`;
    const [from, to, at] = [town.members[giver], town.members[town.receivers[row] ?? 0], town.times[row]];
    insert.run(`text:${messageId}:${to}`, from, to, `message:${help}`, messageId, Math.round(at ?? 0), until);
  }
  file.exec('commit');
  file.close();
}

const { values } = parseArgs({
  options: {
    members: { type: 'string', default: '100000' },
    recognitions: { type: 'string', default: '1000000' },
  },
});
const [members, recognitions] = [Number(values.members), Number(values.recognitions)];
const until = Date.UTC(2026, 5, 1);
const folder = mkdtempSync(join(tmpdir(), 'laurel-fair-play-'));
const path = join(folder, 'laurel.db');
try {
  await fill(path, members, recognitions, until);
  const measured = fileURLToPath(new URL('./measured-scan.ts', import.meta.url));
  const report = execFileSync(process.execPath, [measured, path, GUILD_ID, String(until - DAYS_MS)], {
    encoding: 'utf8',
  });
  console.log(JSON.stringify({ members, recognitions, ...JSON.parse(report) }));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
