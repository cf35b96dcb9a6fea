// `npm run import`: credits the thanks in exports of DiscordChatExporter, from before Laurel listened, without any sign.
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import dotenv from 'dotenv';
import { DEFAULT_DATABASE_PATH, environment } from '../config.ts';
import type { Actions, Outcome } from '../core/actions.ts';
import { CatchUpProgress } from '../core/catch-up-progress.ts';
import { systemClock } from '../core/clock.ts';
import type { Context } from '../core/context.ts';
import { listeningIn } from '../core/cursors.ts';
import { Database } from '../core/database.ts';
import { Followers } from '../core/followers.ts';
import { Outbox } from '../core/outbox.ts';
import { peopleOf } from '../core/people.ts';
import { SettingsStore } from '../core/settings.ts';
import { compareIds } from '../core/snowflakes.ts';
import { Texts } from '../core/texts.ts';
import { PastListener } from '../features/thanks/past.ts';
import { features } from '../features.ts';
import { createLog } from '../log.ts';
import { exitCodeOf, readJson } from './command-line.ts';
import { type Exported, readExport } from './exported.ts';

const USAGE = 'Usage: npm run import -- EXPORT.json [MORE.json …] --guild ID [--database PATH]';

export interface Imported {
  messages: number;
  given: number;
  refused: number;
  /** Messages from when Laurel was listening already, which are left alone. */
  heardBefore: number;
}

/** Credits what these exports of one server say, in the order in which it was said. Twice is once. */
export async function importExports(ctx: Context, exports: readonly Exported[]): Promise<Imported> {
  const [first] = exports;
  const bots = new Set(exports.flatMap(({ botIds }) => botIds));
  const listener = new PastListener(ctx, (id) => bots.has(id));
  for (const { channelId } of exports) listener.beginsWith(channelId);
  const before = first && (await ctx.db.read((db) => listeningIn(db, first.guildId)));
  const until = before?.since ?? Number.POSITIVE_INFINITY;
  const words = exports
    .flatMap((one) => one.words)
    .sort((a, b) => compareIds(a.said.messageId, b.said.messageId));
  const imported: Imported = { messages: words.length, given: 0, refused: 0, heardBefore: 0 };
  for (const one of words) {
    if (one.said.at >= until) {
      imported.heardBefore += 1;
      continue;
    }
    const { given, refused } = await listener.hear(one);
    imported.given += given;
    imported.refused += refused;
  }
  return imported;
}

/** A context without Discord: everything that would ask it is told that it cannot be reached. */
async function contextFor(db: Database, databasePath: string): Promise<Context> {
  const unreachable = async (): Promise<Outcome<never>> => ({
    done: false,
    final: false,
    reason: 'unreachable',
  });
  const actions = new Proxy({}, { get: () => unreachable }) as Actions; // every question gets the same answer
  const log = createLog('warn');
  const clock = systemClock;
  const ctx: Context = {
    config: {
      token: '',
      apiUrl: '',
      databasePath,
      backupFolder: '',
      backupsKept: 0,
      httpPort: 0,
      logLevel: 'warn',
      commandGuildIds: [],
    },
    clock,
    db,
    settings: new SettingsStore(db),
    outbox: new Outbox({ db, clock, actions, log }),
    followers: new Followers(),
    people: await peopleOf(db, databasePath),
    catchUp: new CatchUpProgress(clock),
    actions,
    texts: new Texts(),
    log,
  };
  for (const { onCredit, onTier } of features) {
    if (onCredit) ctx.followers.add(onCredit(ctx));
    if (onTier) ctx.followers.addOfTiers(onTier(ctx));
  }
  return ctx;
}

async function readFiles(paths: readonly string[], guildId: string): Promise<Exported[]> {
  const exports: Exported[] = [];
  for (const path of paths) {
    const read = readExport(await readJson(path), systemClock.now());
    if ('flaw' in read) throw new Error(`${path} is no JSON export of DiscordChatExporter (${read.flaw}).`);
    if (read.guildId !== guildId)
      throw new Error(`${path} is of the server ${read.guildId}, not of ${guildId}.`);
    exports.push(read);
  }
  return exports;
}

/** 0 when all was read, 2 for a wrong call or file. */
export function importCommand(args: string[]): Promise<number> {
  return exitCodeOf(() => main(args), USAGE);
}

async function main(args: string[]): Promise<number> {
  dotenv.config({ quiet: true });
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { guild: { type: 'string' }, database: { type: 'string' } },
  });
  if (positionals.length === 0 || values.guild === undefined) throw new Error('Nothing to import.');
  const path = values.database ?? environment().DATABASE_PATH ?? DEFAULT_DATABASE_PATH;
  if (!existsSync(path)) {
    console.error(`There is no database at ${path}. Set DATABASE_PATH, or give --database.`);
    return 2;
  }
  const exports = await readFiles(positionals, values.guild);
  const db = Database.open(path);
  try {
    const { messages, given, refused, heardBefore } = await importExports(
      await contextFor(db, path),
      exports,
    );
    console.log(
      `Read ${messages} messages: ${given} recognitions counted, ${refused} refused by the limits, ${heardBefore} messages left alone because Laurel was listening by then.`,
    );
    return 0;
  } finally {
    await db.close();
  }
}

if (import.meta.main) process.exitCode = await importCommand(process.argv.slice(2));
