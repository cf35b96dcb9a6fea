// `npm run bench:badges`: what badges cost with each recognition, and what counting those of a whole large server costs by night.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { inArray } from 'drizzle-orm';
import { Database } from '../src/core/database.ts';
import { People } from '../src/core/people.ts';
import { recognitions } from '../src/core/schema.ts';
import { SettingsStore } from '../src/core/settings.ts';
import { followCredit } from '../src/features/badges/earning.ts';
import { recountGuild } from '../src/features/badges/recounting.ts';
import { LARGE_GUILD_ID, LARGE_UNTIL, largeDatabase } from './large-database.ts';
import { randomFrom } from './random.ts';

/** How often it is looked whether the thread is held up, ms. */
const TICK_MS = 5;
/** Recognitions whose badges are looked at as if they came now. */
const LOOKED_AT = 2_000;

const { values } = parseArgs({ options: { members: { type: 'string', default: '100000' } } });
const wanted = Number(values.members);
if (!Number.isSafeInteger(wanted) || wanted < 10) {
  console.error('Usage: npm run bench:badges [-- --members N]');
  process.exit(2);
}
const large = await largeDatabase(wanted);
const folder = mkdtempSync(join(tmpdir(), 'laurel-badges-'));
try {
  const path = join(folder, 'laurel.db');
  copyFileSync(large.path, path);
  const db = Database.open(path);
  const clock = { now: () => LARGE_UNTIL, after: () => () => {} };
  const ctx = { db, clock, settings: new SettingsStore(db), people: new People(db, path) };
  const first = await timed(() => recountGuild(ctx, LARGE_GUILD_ID, { isNews: false }));
  const night = await timed(() => recountGuild(ctx, LARGE_GUILD_ID, { isNews: true }));
  const each = await creditOneByOne(ctx);
  console.log(
    JSON.stringify({ members: wanted, recognitions: large.recognitions, first, night, recognition: each }),
  );
  await db.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** How long work takes, what of it is CPU time, and for how long at most nothing else had its turn. */
async function timed(work: () => Promise<number>) {
  let last = performance.now();
  let longest = 0;
  const ticking = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last - TICK_MS);
    last = now;
  }, TICK_MS);
  const began = performance.now();
  const cpu = process.cpuUsage();
  const members = await work();
  const { user, system } = process.cpuUsage(cpu);
  clearInterval(ticking);
  return {
    members,
    seconds: Math.round((performance.now() - began) / 100) / 10,
    cpuSeconds: Math.round((user + system) / 100_000) / 10,
    longestStandstillMs: Math.round(longest),
  };
}

/** What following credit costs for recognitions drawn from the ledger, so mostly of those who have most; ms. */
async function creditOneByOne(ctx: { db: Database } & Parameters<typeof followCredit>[0]) {
  const random = randomFrom(11);
  const ids = Array.from({ length: LOOKED_AT }, () => 1 + Math.floor(random.share() * large.recognitions));
  const rows = await ctx.db.read(async (db) =>
    db.select().from(recognitions).where(inArray(recognitions.id, ids)).all(),
  );
  const follow = followCredit(ctx);
  const took: number[] = [];
  for (const row of rows)
    await ctx.db.write(async (tx) => {
      const began = performance.now();
      await follow(tx, { row, counts: 1, first: 1 });
      took.push(performance.now() - began);
    });
  took.sort((a, b) => a - b);
  const at = (part: number) => Math.round((took[Math.floor((took.length - 1) * part)] ?? 0) * 1_000) / 1_000;
  return { looked: took.length, p50Ms: at(0.5), p99Ms: at(0.99), mostMs: at(1) };
}
