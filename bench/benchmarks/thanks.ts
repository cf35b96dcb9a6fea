// What a thank-you costs that counts: the bot through sockets; a bare SQLite loop that writes the same rows in as many transactions; and a bare client that only reacts to each.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { Message } from '../../playground/discord/model.ts';
import { startDiscord } from '../../playground/discord/server.ts';
import { Database } from '../../src/core/database.ts';
import { exactly } from '../../src/core/exact-session.ts';
import { SettingsStore, settingsSchema } from '../../src/core/settings.ts';
import { type Benchmark, median, option, rounded } from '../benchmark.ts';
import { handledByAll, INVITED_WITH } from '../chat-stage.ts';
import { type Measured, startMeasured, takeFirstCore } from '../measured-process.ts';

const HELPERS = 200;
const CHANNELS = 20;
const WARM_UP = 500;
/** Nobody is refused for thanking too much. */
const NO_LIMITS = {
  pairMinutes: 0,
  givenPerDay: 1000,
  fullPerGiver: 1000,
  halfPerGiver: 1000,
  windowDays: 1,
};

export const thanks: Benchmark = {
  name: 'thanks',
  about:
    'messages that all are thank-yous and count; to reach: 5,000 for a CPU second, and a third of a bare SQLite loop',
  options: { thanks: 20_000, pairs: 3 },
  async run(options) {
    takeFirstCore();
    const [wanted, pairs] = [option(options, 'thanks'), option(options, 'pairs')];
    const costs: Costs[] = [];
    for (let pair = 0; pair < pairs; pair++) costs.push(await onePair(wanted));
    const columns = {
      bot: costs.map(({ botMs }) => perSecond(botMs)),
      bare: costs.map(({ rowsMs }) => perSecond(rowsMs)),
      least: costs.map(({ rowsMs, reactionMs }) => perSecond(rowsMs + reactionMs)),
      ratio: costs.map(({ botMs, rowsMs }) => rounded(rowsMs / botMs)),
    };
    return {
      table: {
        columns: ['for a CPU second', 'bot', 'bare loop', 'bare loop and bare reactions', 'bot ÷ bare loop'],
        rows: costs.map((_, i) => [
          `pair ${i + 1}`,
          columns.bot[i] ?? 0,
          columns.bare[i] ?? 0,
          columns.least[i] ?? 0,
          columns.ratio[i] ?? 0,
        ]),
      },
      figures: {
        thanks: wanted,
        perCpuSecond: median(columns.bot),
        bareLoopPerCpuSecond: median(columns.bare),
        bareLoopAndReactionsPerCpuSecond: median(columns.least),
        ratio: median(columns.ratio),
      },
    };
  },
};

/** CPU ms for each thank-you. */
interface Costs {
  botMs: number;
  /** Its rows in a bare loop. */
  rowsMs: number;
  /** Hearing of it and reacting to it, by a bare client: no bot that does both can cost less than this and the rows. */
  reactionMs: number;
}

const perSecond = (ms: number) => Math.round(1000 / ms);

async function onePair(wanted: number): Promise<Costs> {
  const folder = mkdtempSync(join(tmpdir(), 'laurel-bench-'));
  const path = join(folder, 'laurel.db');
  try {
    const botMs = await throughSockets('bot', path, wanted);
    const counted = countRows(path);
    if (counted < wanted + WARM_UP)
      throw new Error(`Of ${wanted + WARM_UP} thank-yous only ${counted} counted.`);
    return {
      botMs,
      rowsMs: bareLoop(path, join(folder, 'bare.db')),
      reactionMs: await throughSockets('bare-client', join(folder, 'unused.db'), wanted, {
        REACTS_TO_ONE_IN: '1',
      }),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** CPU ms of the measured process for each thank-you. */
async function throughSockets(
  what: Measured,
  path: string,
  wanted: number,
  environment: Record<string, string> = {},
): Promise<number> {
  const discord = await startDiscord({ rateLimits: 'off' });
  const guild = discord.guild('Bench');
  guild.invite(discord.bot, INVITED_WITH);
  await withoutLimits(path, guild.id);
  const channels = Array.from({ length: CHANNELS }, (_, n) => guild.textChannel(`help-${n}`));
  const answers: Message[] = [];
  for (let n = 0; n < HELPERS; n++) {
    const channel = channels[n % CHANNELS];
    if (channel) answers.push(await guild.person(`helper-${n}`).says(channel, 'Here is how it goes.'));
  }
  const askers = Array.from({ length: Math.ceil((wanted + WARM_UP) / HELPERS) }, (_, n) =>
    guild.person(`asker-${n}`),
  );
  const measured = await startMeasured(what, discord, path, environment);
  const give = async (from: number, to: number) => {
    for (let n = from; n < to; n++) {
      const [asker, answer] = [askers[Math.floor(n / HELPERS)], answers[n % HELPERS]];
      if (asker && answer) await asker.replies(answer, 'thank you, that was it');
    }
    await handledByAll(discord, guild, channels);
  };
  try {
    await give(0, WARM_UP);
    const before = await measured.usage();
    await give(WARM_UP, WARM_UP + wanted);
    const after = await measured.usage();
    return (after.cpuMs - before.cpuMs) / wanted;
  } finally {
    await measured.stop();
    await discord.close();
  }
}

async function withoutLimits(path: string, guildId: string): Promise<void> {
  const db = Database.open(path);
  const settings = new SettingsStore(db);
  await db.write((tx) =>
    settings.change(tx, guildId, Date.now(), () => settingsSchema.parse({ limits: NO_LIMITS })),
  );
  await db.close();
}

function countRows(path: string): number {
  const file = new Sqlite(path, { readonly: true });
  const counted = Number(file.prepare('select count(*) from recognitions where counts = 1').pluck().get());
  file.close();
  return counted;
}

/** The same rows into the same tables with the same indexes, one transaction for each recognition; CPU ms for each. */
function bareLoop(source: string, target: string): number {
  const from = new Sqlite(source, { readonly: true });
  const recognitions = exactly(from.prepare('select * from recognitions order by id')).all() as Record<
    string,
    unknown
  >[]; // rows of our own table
  const effects = exactly(from.prepare('select * from effects order by id')).all() as Record<
    string,
    unknown
  >[]; // likewise
  const tables = from
    .prepare(
      "select sql from sqlite_master where sql is not null and tbl_name in ('recognitions', 'standings', 'effects')",
    )
    .pluck()
    .all();
  const periods = from.prepare('select distinct period from standings').pluck().all().map(String);
  from.close();
  const to = new Sqlite(target);
  to.pragma('journal_mode = wal');
  to.pragma('synchronous = normal');
  for (const sql of tables) to.exec(String(sql));
  const insertRow = insertInto(to, 'recognitions');
  const insertEffect = insertInto(to, 'effects');
  const settle = to.prepare("update effects set state = 'done', settled_at = ? where id = ?");
  const add = to.prepare(
    `insert into standings (guild_id, period, member_id, points, thanks_received, thanks_given, people_helped, active_days)
     values (?, ?, ?, ?, ?, ?, 1, 0) on conflict do update set points = points + excluded.points,
     thanks_received = thanks_received + excluded.thanks_received, thanks_given = thanks_given + excluded.thanks_given`,
  );
  const began = process.cpuUsage();
  for (const [n, row] of recognitions.entries()) {
    const effect = effects[n];
    to.exec('begin immediate');
    insertRow.run(row);
    for (const period of periods) {
      add.run(row.guild_id, period, row.receiver_id, row.points, 1, 0);
      add.run(row.guild_id, period, row.giver_id, 0, 0, 1);
    }
    if (effect) insertEffect.run(effect);
    to.exec('commit');
    if (!effect) continue;
    to.exec('begin immediate');
    settle.run(row.occurred_at, effect.id);
    to.exec('commit');
  }
  const { user, system } = process.cpuUsage(began);
  to.close();
  return (user + system) / 1000 / recognitions.length;
}

/** Puts rows, as they are read, into the columns that are not computed. */
function insertInto(db: Sqlite.Database, table: string): Sqlite.Statement {
  const columns = db.prepare('select name from pragma_table_info(?)').pluck().all(table);
  return db.prepare(
    `insert into ${table} (${columns.join(', ')}) values (${columns.map((name) => `@${name}`).join(', ')})`,
  );
}
