// One telling of a chat to the bot as a process of its own, over sockets: with lives that end by SIGKILL, or without.
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { type Discord, startDiscord } from '../../playground/discord/server.ts';
import { Database } from '../../src/core/database.ts';
import { People } from '../../src/core/people.ts';
import { verifyLedger } from '../../src/ops/ledger-verify.ts';
import { clockBefore, handledByAll, INVITED_WITH, makeStage, say } from '../chat-stage.ts';
import { type StartedProcess, startToBeKilled } from '../measured-process.ts';
import type { Line } from '../recording.ts';
import { outcomeOf } from './outcome.ts';
import type { Life, Moment } from './plan.ts';

/** What is owed at the end is done within this time, ms; after a failure the bot waits before it tries again. */
const DONE_WITHIN_MS = 5 * 60_000;
/** A bot that has nothing to ask of Discord is killed this long after it was told of everything, ms. */
const IDLE_MS = 500;
const LOOK_EVERY_MS = 100;

/** Not ready yet; waiting for Discord's answer to a request; told of what people just said; or with nothing to do. */
type Doing = 'starting' | 'asking' | 'working' | 'idle';

export interface Told {
  /** What it came to, fact by fact. */
  outcome: string[];
  /** Kills by what the bot was doing. */
  kills: Record<Doing, number>;
  /** What was wrong with the database after a kill, with the number of the kill. */
  violations: string[];
}

/** Tells the lines from first to last. After each kill the database is looked through as it was left. */
export async function tell(lines: readonly Line[], lives: readonly Life[]): Promise<Told> {
  const folder = mkdtempSync(join(tmpdir(), 'laurel-kills-'));
  const databasePath = join(folder, 'laurel.db');
  const time = clockBefore(lines);
  const discord = await startDiscord({ rateLimits: 'off', now: () => time.now });
  const guild = discord.guild('Replay');
  const stage = makeStage(guild, lines);
  const channels = [...stage.channels.values()];
  guild.invite(discord.bot, INVITED_WITH);
  let bot = startToBeKilled(discord, databasePath);
  try {
    const startMs = await bot.ready;
    // It listens from now on: what is said before it ever did does not count, killed or not.
    await handledByAll(discord, guild, channels.slice(0, 1));
    const kills = { starting: 0, asking: 0, working: 0, idle: 0 };
    const violations: string[] = [];
    const left = lines.values();
    // One after the other: what was begun in one life is said to its end before the next lines come.
    let talk = Promise.resolve();
    const sayNext = (count: number): Promise<void> => {
      talk = talk.then(async () => {
        for (const line of left.take(count)) await say(stage, line, time);
      });
      return talk;
    };
    for (const [n, life] of lives.entries()) {
      kills[await liveAndDie(discord, bot, life, { startMs, say: () => sayNext(life.lines) })] += 1;
      violations.push(...(await troubleIn(databasePath)).map((trouble) => `kill ${n + 1}: ${trouble}`));
      await sayNext(life.away);
      bot = startToBeKilled(discord, databasePath);
    }
    await sayNext(lines.length);
    await bot.ready;
    await handledByAll(discord, guild, channels);
    await nothingOwed(databasePath);
    await bot.stop();
    violations.push(...(await troubleIn(databasePath)).map((trouble) => `at the end: ${trouble}`));
    violations.push(...discord.violations.map((violation) => `at Discord: ${JSON.stringify(violation)}`));
    return { outcome: outcomeOf(databasePath, guild, channels, stage.names), kills, violations };
  } finally {
    await bot.stop();
    await discord.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Story {
  /** How long a start takes, ms. */
  startMs: number;
  say(): Promise<void>;
}

/** Lets people speak to the bot until its moment has come; returns what it was doing then. */
async function liveAndDie(
  discord: Discord,
  bot: StartedProcess,
  { killed }: Life,
  story: Story,
): Promise<Doing> {
  let isReady = false;
  const ready = bot.ready.then(() => {
    isReady = true;
  });
  // Where it does not get ready because it is killed, that is what was wanted.
  ready.catch(() => undefined);
  const doing = await momentOf(discord, ready, killed, story);
  const whatItDid = isReady ? doing : 'starting';
  if (!(await bot.kill())) throw new Error('The bot ended before it was killed.');
  return whatItDid;
}

async function momentOf(
  discord: Discord,
  ready: Promise<void>,
  killed: Moment,
  { startMs, say: sayAll }: Story,
): Promise<Doing> {
  if (killed.at === 'work') {
    await ready;
    await sayAll();
    await passed(killed.ms);
    return 'working';
  }
  if (killed.at === 'start') {
    await Promise.all([sayAll(), passed(killed.share * startMs)]);
    return 'idle';
  }
  const asked = Promise.withResolvers<Doing>();
  let requests = 0;
  const deaf = discord.on('request', () => {
    requests += 1;
    if (requests === killed.nth) asked.resolve('asking');
  });
  const said = sayAll();
  const idle = Promise.all([ready, said]).then(() => passed(IDLE_MS));
  const doing = await Promise.race([asked.promise, idle.then((): Doing => 'idle')]);
  // Whoever has not spoken yet does so while it is dead.
  deaf();
  return doing;
}

const passed = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** What is wrong with the database as a kill left it. A copy is looked at, so that the bot itself has to recover the original. */
async function troubleIn(databasePath: string): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'laurel-killed-'));
  const path = join(folder, 'laurel.db');
  try {
    for (const suffix of ['', '-wal'])
      if (existsSync(databasePath + suffix)) copyFileSync(databasePath + suffix, path + suffix);
    const file = new Sqlite(path);
    const integrity = file.pragma('integrity_check', { simple: true });
    const orphans = file.pragma('foreign_key_check');
    file.close();
    const db = Database.open(path);
    const ledger = { db, people: new People(db, databasePath) };
    const { left } = await verifyLedger(ledger, { repair: false }).finally(() => db.close());
    return [
      ...(integrity === 'ok' ? [] : [`integrity_check: ${integrity}`]),
      ...(Array.isArray(orphans) && orphans.length === 0 ? [] : ['foreign_key_check finds rows']),
      ...left.map((difference) => `ledger: ${JSON.stringify(difference)}`),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Resolves when nothing is owed to Discord any more. */
async function nothingOwed(databasePath: string): Promise<void> {
  const db = new Sqlite(databasePath, { readonly: true });
  const waiting = db.prepare<[], number>("select count(*) from effects where state = 'waiting'").pluck();
  try {
    const until = performance.now() + DONE_WITHIN_MS;
    while ((waiting.get() ?? 0) > 0) {
      if (performance.now() > until) throw new Error('Something is still owed to Discord.');
      await passed(LOOK_EVERY_MS);
    }
  } finally {
    db.close();
  }
}
