// `npm run replay -- FILE.jsonl`: feeds a recorded support chat through the playground, real sockets and the bot, and reports what it made of it.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { and, isNull, notInArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Guild } from '../playground/discord/guild.ts';
import type { Channel } from '../playground/discord/model.ts';
import type { Person } from '../playground/discord/people.ts';
import { type Discord, startDiscord } from '../playground/discord/server.ts';
import { Database } from '../src/core/database.ts';
import { topOf } from '../src/core/ranks.ts';
import { recognitions } from '../src/core/schema.ts';
import { countRefusals } from '../src/features/thanks/store.ts';
import { verifyLedger } from '../src/ops/ledger-verify.ts';
import { readJsonl } from './jsonl.ts';
import { chronology, type Line, readRecorded, withMentions } from './recording.ts';

const USAGE = 'Usage: npm run replay -- FILE.jsonl [--rate MESSAGES_PER_SECOND]';
/** Invited with what the bot asks for: see channels, write, read back, react, manage roles. */
const PERMISSIONS = (1n << 10n) | (1n << 11n) | (1n << 38n) | (1n << 16n) | (1n << 6n) | (1n << 28n);
const READY_WITHIN_MS = 30_000;
const DONE_WITHIN_MS = 10 * 60_000;
const LONGEST_MESSAGE = 2_000;
const TOP = 10;

const usageSchema = z.object({ cpuSeconds: z.number(), peakMemoryMb: z.number() });

class WrongCall extends Error {}

async function main(): Promise<void> {
  const { file, rate } = readCall();
  const lines = await readLines(file);
  const folder = mkdtempSync(join(tmpdir(), 'laurel-replay-'));
  // The world's clock is moved to each line's time; between the lines it stands still.
  const time = { now: Date.now() };
  const discord = await startDiscord({ rateLimits: 'off', now: () => time.now });
  const databasePath = join(folder, 'laurel.db');
  const guild = discord.guild('Replay');
  const stage = makeStage(guild, lines);
  guild.invite(discord.bot, PERMISSIONS);
  const bot = startBot(discord, databasePath, join(folder, 'usage.json'));
  try {
    await discord.until(() => discord.connections() > 0, {
      timeoutMs: READY_WITHIN_MS,
      hint: 'the bot connects',
    });
    await discord.until(() => discord.requests.some(({ path }) => path.endsWith('/commands')), {
      timeoutMs: READY_WITHIN_MS,
      hint: 'the bot publishes its commands',
    });
    const started = performance.now();
    await play(stage, lines, time, rate);
    const closing = await handledByAll(discord, guild, stage);
    const wallSeconds = (performance.now() - started) / 1000;
    await stop(bot);
    const usage = usageSchema.parse(JSON.parse(readFileSync(join(folder, 'usage.json'), 'utf8')));
    const report = await describe(databasePath, guild, stage, closing);
    const { ledgerAgrees, ...rest } = report;
    console.log(
      JSON.stringify({
        file: basename(file),
        messages: lines.length,
        ...rest,
        wallSeconds: rounded(wallSeconds),
        ...usage,
        ledgerAgrees,
        violations: discord.violations.length,
      }),
    );
    if (!ledgerAgrees) process.exitCode = 1;
  } finally {
    await stop(bot);
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

async function readLines(file: string): Promise<Line[]> {
  try {
    const lines = [];
    for await (const line of readJsonl(file)) lines.push(readRecorded(line));
    // Discord has no messages without any text.
    const said = lines.filter(({ content }) => content.trim() !== '');
    if (said.length > 0) return chronology(said, Date.now());
  } catch (err) {
    throw new WrongCall(
      `${file} cannot be replayed: ${err instanceof z.ZodError ? z.prettifyError(err) : String(err)}`,
    );
  }
  throw new WrongCall(`${file} has no lines.`);
}

interface Stage {
  people: ReadonlyMap<string, Person>;
  names: ReadonlyMap<string, string>;
  channels: ReadonlyMap<string, Channel>;
}

/** A person for everybody who speaks or is spoken to, a channel for each recorded one. */
function makeStage(guild: Guild, lines: readonly Line[]): Stage {
  const people = new Map<string, Person>();
  const names = new Map<string, string>();
  const channels = new Map<string, Channel>();
  for (const line of lines) {
    for (const name of [line.author, ...line.mentions]) {
      if (people.has(name)) continue;
      const person = guild.person(name);
      people.set(name, person);
      names.set(person.id, name);
    }
    if (!channels.has(line.ch)) channels.set(line.ch, guild.textChannel(`chat-${channels.size + 1}`));
  }
  return { people, names, channels };
}

async function play(
  stage: Stage,
  lines: readonly Line[],
  time: { now: number },
  rate: number | undefined,
): Promise<void> {
  const started = performance.now();
  for (const [n, line] of lines.entries()) {
    if (rate !== undefined) {
      const early = (n / rate) * 1000 - (performance.now() - started);
      if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
    }
    const author = stage.people.get(line.author);
    const channel = stage.channels.get(line.ch);
    if (!author || !channel) throw new Error(`Line ${n + 1} is of nobody, or nowhere.`);
    time.now = line.at;
    await author.says(
      channel,
      withMentions(line.content, line.mentions, (name) => stage.people.get(name)?.id ?? '0').slice(
        0,
        LONGEST_MESSAGE,
      ),
    );
  }
}

/**
 * One last thank-you in each channel, by people who say nothing else. Events of a channel are handled in order, so
 * once it is signed, all before it has been handled; the report leaves these out.
 */
async function handledByAll(discord: Discord, guild: Guild, stage: Stage): Promise<ReadonlySet<string>> {
  const closing = new Set<string>();
  for (const channel of stage.channels.values()) {
    const [asker, helper] = [guild.person('closing-asker'), guild.person('closing-helper')];
    closing.add(asker.id).add(helper.id);
    const thanks = await asker.replies(await helper.says(channel, 'Here is how.'), 'thank you');
    await discord.until(() => thanks.reactions.size > 0, {
      timeoutMs: DONE_WITHIN_MS,
      hint: 'the bot has handled everything',
    });
  }
  return closing;
}

function startBot(discord: Discord, databasePath: string, usagePath: string): ChildProcess {
  const main = fileURLToPath(new URL('./measured-bot.ts', import.meta.url));
  return spawn(process.execPath, [main, usagePath], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      DISCORD_TOKEN: discord.bot.token,
      DISCORD_API_URL: discord.apiUrl,
      DATABASE_PATH: databasePath,
      LOG_LEVEL: 'warn',
      COMMAND_GUILD_IDS: '',
      HTTP_PORT: '0',
    },
  });
}

/** Asks the process to end, and waits until it has. */
async function stop(bot: ChildProcess): Promise<void> {
  if (bot.exitCode !== null || bot.signalCode !== null) return;
  const ended = new Promise((resolve) => bot.once('exit', resolve));
  bot.kill('SIGTERM');
  await ended;
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
    const { left } = await verifyLedger(db, { repair: false });
    return {
      recognitions: Object.fromEntries(byKind.map(({ kind, n }) => [kind, n])),
      refusals: await db.read(countRefusals),
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
  if (!(err instanceof WrongCall)) throw err;
  console.error(err.message);
  process.exitCode = 2;
}
