// `npm run ledger:verify`: recounts standings, badges and tiers from the ledger, prints the differences, and with --repair mends them.
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import dotenv from 'dotenv';
import { DEFAULT_DATABASE_PATH, environment } from '../config.ts';
import { systemClock } from '../core/clock.ts';
import { Database, type Reader } from '../core/database.ts';
import { type People, peopleOf } from '../core/people.ts';
import { type Difference, differences, guildsWithLedger, rebuild } from '../core/recount.ts';
import { readSettings, SettingsStore } from '../core/settings.ts';
import { findChanges, recountGuild } from '../features/badges/recounting.ts';
import { findDue, type Judging } from '../features/rising/reach.ts';

const USAGE = 'Usage: npm run ledger:verify [-- --repair] [-- --database PATH]';

export interface Verified {
  guilds: number;
  found: readonly Difference[];
  /** What is still different after mending; the same as `found` without it. */
  left: readonly Difference[];
  /**
   * Members who meet the requirements of a tier that they have not. Only the bot can give it, with its role: at once
   * when credit comes, and by night what days alone brought or what Discord refused before.
   */
  due: readonly Difference[];
}

/** What is looked through, and who wants nothing recorded: what time alone brought them is no difference. */
export interface Ledger {
  db: Database;
  people: People;
}

/** Holds every guild's standings, badges and tiers against a recount of its ledger; with `repair`, writes standings and badges anew. */
export async function verifyLedger(ledger: Ledger, { repair }: { repair: boolean }): Promise<Verified> {
  const { db } = ledger;
  const { guilds, found, due } = await differencesIn(ledger);
  if (!repair || found.length === 0) return { guilds, found, left: found, due };
  for (const guildId of new Set(found.map((difference) => difference.guildId))) {
    await db.write(async (tx) => rebuild(tx, guildId, (await readSettings(tx, guildId)).timeZone));
    // After the standings, which badges are counted by.
    await recountGuild({ ...ledger, clock: systemClock, settings: new SettingsStore(db) }, guildId, {
      isNews: false,
    });
  }
  // Tiers are judged by the standings as they are now.
  const mended = await differencesIn(ledger);
  return { guilds, found, left: mended.found, due: mended.due };
}

/** All on one state of the file: a bot that is running goes on counting meanwhile. */
function differencesIn({
  db,
  people,
}: Ledger): Promise<{ guilds: number; found: Difference[]; due: Difference[] }> {
  return db.snapshot(async (read) => {
    const judging = { now: systemClock.now(), people };
    const guilds = await guildsWithLedger(read);
    const found: Difference[] = [];
    const due: Difference[] = [];
    for (const guildId of guilds) {
      const settings = await readSettings(read, guildId);
      found.push(
        ...(await differences(read, guildId, settings.timeZone)),
        ...(await differingBadges(read, guildId, judging)),
      );
      for await (const { memberId, tier } of findDue(read, guildId, settings, judging))
        due.push({ guildId, where: 'tiers', who: memberId, field: tier, stored: 0, counted: 1 });
    }
    return { guilds: guilds.length, found, due };
  });
}

async function differingBadges(read: Reader, guildId: string, judging: Judging): Promise<Difference[]> {
  const found: Difference[] = [];
  const db = { read: <T>(query: (reader: Reader) => Promise<T>) => query(read) };
  for await (const { memberId, badge, outcome } of findChanges({ db, ...judging }, guildId)) {
    const counted = outcome === 'award' ? 1 : 0;
    found.push({ guildId, where: 'badges', who: memberId, field: badge.id, stored: 1 - counted, counted });
  }
  return found;
}

function describe({ guildId, where, who, field, stored, counted }: Difference): string {
  return `server ${guildId}  ${where}  ${who}  ${field}: stored ${stored}, counted ${counted}`;
}

/** 0 when all agree (or were mended), 1 when something differs, 2 for a wrong call. */
async function main(): Promise<number> {
  dotenv.config({ quiet: true });
  const { values } = parseArgs({
    options: { repair: { type: 'boolean', default: false }, database: { type: 'string' } },
  });
  const path = values.database ?? environment().DATABASE_PATH ?? DEFAULT_DATABASE_PATH;
  if (!existsSync(path)) {
    console.error(`There is no database at ${path}. Set DATABASE_PATH, or give --database.`);
    return 2;
  }
  const db = Database.open(path);
  try {
    const people = await peopleOf(db, path);
    const { guilds, found, left, due } = await verifyLedger({ db, people }, values);
    for (const difference of [...found, ...due]) console.log(describe(difference));
    if (due.length > 0)
      console.log(`Tiers that members meet and have not, which the bot gives by night: ${due.length}.`);
    if (found.length === 0)
      console.log(`All standings and badges agree with the ledger (servers: ${guilds}).`);
    else if (left.length === 0)
      console.log(`Mended ${found.length} differences; standings and badges now agree with the ledger.`);
    else console.log(`${left.length} differences. Mend them with: npm run ledger:verify -- --repair`);
    return left.length === 0 ? 0 : 1;
  } finally {
    await db.close();
  }
}

if (import.meta.main) {
  try {
    process.exitCode = await main();
  } catch (err) {
    console.error(`${err instanceof Error ? err.message : err}\n${USAGE}`);
    process.exitCode = 2;
  }
}
