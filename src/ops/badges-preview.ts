// `npm run badges:preview -- ID`: who would gain or lose a badge in each server if it counted now; nothing is changed.
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import dotenv from 'dotenv';
import { DEFAULT_DATABASE_PATH, environment } from '../config.ts';
import { systemClock } from '../core/clock.ts';
import { Database, type Reader } from '../core/database.ts';
import { type People, peopleOf } from '../core/people.ts';
import { guildsWithLedger } from '../core/recount.ts';
import { Texts } from '../core/texts.ts';
import { EARNED, type EarnedBadge } from '../features/badges/catalogue.rules.ts';
import { type Preview, previewBadge } from '../features/badges/preview.ts';

const USAGE = 'Usage: npm run badges:preview -- ID [--at-least N] [--database PATH]';

function describe(guildId: string, { holders, gain, lose }: Preview): string[] {
  const people = (sign: string, which: Preview['gain']) =>
    which.map(({ memberId, count }) => `  ${sign} ${memberId}  has ${count}`);
  return [
    `server ${guildId}: ${holders} hold it, ${gain.length} would gain it, ${lose.length} would lose it`,
    ...people('+', gain),
    ...people('-', lose),
  ];
}

async function preview(db: Database, people: People, badge: EarnedBadge, atLeast: number): Promise<void> {
  await db.snapshot(async (reader) => {
    const state = { read: <T>(query: (db: Reader) => Promise<T>) => query(reader) };
    const judging = { db: state, now: systemClock.now(), people };
    const guildIds = await guildsWithLedger(reader);
    for (const guildId of guildIds) {
      const counted = await previewBadge(judging, guildId, badge, atLeast);
      for (const line of describe(guildId, counted)) console.log(line);
    }
    if (guildIds.length === 0) console.log('Nobody was recognised yet, so nobody would gain it.');
  });
}

/** 0 when it was counted, 2 for a wrong call. */
async function main(): Promise<number> {
  dotenv.config({ quiet: true });
  const { values, positionals } = parseArgs({
    options: { 'at-least': { type: 'string' }, database: { type: 'string' } },
    allowPositionals: true,
  });
  const badge = EARNED.find(({ id }) => id === positionals[0]);
  if (!badge) {
    const what = positionals[0] === undefined ? '' : `There is no earned badge ${positionals[0]}.\n`;
    console.error(`${what}${USAGE}\nBadges that are earned: ${EARNED.map(({ id }) => id).join(', ')}`);
    return 2;
  }
  const { measure, atLeast: usual } = badge.requirement;
  const atLeast = Number(values['at-least'] ?? usual);
  if (!Number.isInteger(atLeast) || atLeast < 1) {
    console.error(`--at-least is a whole number from 1 on.\n${USAGE}`);
    return 2;
  }
  const path = values.database ?? environment().DATABASE_PATH ?? DEFAULT_DATABASE_PATH;
  if (!existsSync(path)) {
    console.error(`There is no database at ${path}. Set DATABASE_PATH, or give --database.`);
    return 2;
  }
  const { t } = new Texts().for('en');
  console.log(
    `${t(`badges.all.${badge.id}.name`)}: ${t(`badges.all.${badge.id}.about`)} (${measure} ≥ ${atLeast})`,
  );
  const db = Database.open(path);
  try {
    await preview(db, await peopleOf(db, path), badge, atLeast);
  } finally {
    await db.close();
  }
  return 0;
}

if (import.meta.main) {
  try {
    process.exitCode = await main();
  } catch (err) {
    console.error(`${err instanceof Error ? err.message : err}\n${USAGE}`);
    process.exitCode = 2;
  }
}
