// `npm run replay -- FILE.jsonl`: feeds a recorded support chat through the playground, real sockets and the bot, and reports what it made of it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { and, isNull, notInArray, sql } from 'drizzle-orm';
import type { Guild } from '../playground/discord/guild.ts';
import { startDiscord } from '../playground/discord/server.ts';
import { Database } from '../src/core/database.ts';
import { People } from '../src/core/people.ts';
import { topOf } from '../src/core/ranks.ts';
import { recognitions } from '../src/core/schema.ts';
import { verifyLedger } from '../src/ops/ledger-verify.ts';
import { countRefusals } from '../tests/support/refusals.ts';
import { clockBefore, handledByAll, INVITED_WITH, makeStage, play, type Stage } from './chat-stage.ts';
import { startMeasured } from './measured-process.ts';
import { readChat, UnreadableChat } from './recording.ts';

const USAGE = 'Usage: npm run replay -- FILE.jsonl [--rate MESSAGES_PER_SECOND]';
const TOP = 10;

class WrongCall extends Error {}

async function main(): Promise<void> {
  const { file, rate } = readCall();
  const lines = await readChat(file);
  const folder = mkdtempSync(join(tmpdir(), 'laurel-replay-'));
  const time = clockBefore(lines);
  const discord = await startDiscord({ rateLimits: 'off', now: () => time.now });
  const databasePath = join(folder, 'laurel.db');
  const guild = discord.guild('Replay');
  const stage = makeStage(guild, lines);
  guild.invite(discord.bot, INVITED_WITH);
  const bot = await startMeasured('bot', discord, databasePath);
  try {
    const started = performance.now();
    await play(stage, lines, time, rate);
    const closing = await handledByAll(discord, guild, stage.channels.values());
    const wallSeconds = (performance.now() - started) / 1000;
    const { cpuMs, peakRssMb } = await bot.usage();
    await bot.stop();
    const report = await describe(databasePath, guild, stage, closing);
    const { ledgerAgrees, ...rest } = report;
    console.log(
      JSON.stringify({
        file: basename(file),
        messages: lines.length,
        ...rest,
        wallSeconds: rounded(wallSeconds),
        cpuSeconds: rounded(cpuMs / 1000),
        peakMemoryMb: peakRssMb,
        ledgerAgrees,
        violations: discord.violations.length,
      }),
    );
    if (!ledgerAgrees) process.exitCode = 1;
  } finally {
    await bot.stop();
    await discord.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function readCall(): { file: string; rate: number | undefined } {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { rate: { type: 'string' } },
    });
    const [file] = positionals;
    const rate = values.rate === undefined ? undefined : Number(values.rate);
    if (!file || positionals.length > 1 || (rate !== undefined && !(rate > 0))) throw new WrongCall(USAGE);
    return { file, rate };
  } catch (err) {
    throw new WrongCall(
      err instanceof WrongCall ? USAGE : `${err instanceof Error ? err.message : err}\n${USAGE}`,
    );
  }
}

async function describe(databasePath: string, guild: Guild, stage: Stage, closing: ReadonlySet<string>) {
  const db = Database.open(databasePath);
  try {
    const byKind = await db.read((read) =>
      read
        .select({ kind: recognitions.kind, n: sql<number>`count(*)` })
        .from(recognitions)
        .where(and(isNull(recognitions.revokedAt), notInArray(recognitions.giverId, [...closing])))
        .groupBy(recognitions.kind)
        .all(),
    );
    const top = await db.read((read) => topOf(read, guild.id, 'all', 'points', 0, TOP + closing.size));
    const { left } = await verifyLedger({ db, people: new People(db, databasePath) }, { repair: false });
    return {
      recognitions: Object.fromEntries(byKind.map(({ kind, n }) => [kind, n])),
      refusals: await countRefusals(db),
      top: top
        .filter(({ memberId }) => !closing.has(memberId))
        .slice(0, TOP)
        .map(({ memberId, value }) => ({ who: stage.names.get(memberId) ?? memberId, points: value })),
      ledgerAgrees: left.length === 0,
    };
  } finally {
    await db.close();
  }
}

const rounded = (seconds: number) => Math.round(seconds * 100) / 100;

try {
  await main();
} catch (err) {
  if (!(err instanceof WrongCall || err instanceof UnreadableChat)) throw err;
  console.error(err.message);
  process.exitCode = 2;
}
