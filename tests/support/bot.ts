// The whole bot in this process, over sockets against a playground, on the world's own time.
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Discord } from '../../playground/discord/server.ts';
import { type Bot, type BotParts, startBot } from '../../src/bot.ts';
import type { Clock } from '../../src/core/clock.ts';
import { differences, guildsWithLedger } from '../../src/core/recount.ts';
import { temporaryFolder } from './folder.ts';
import { type LogLine, type TestLog, testLog } from './log.ts';

export interface TestBot {
  bot: Bot;
  log: TestLog;
  databasePath: string;
  /** Stops it before the end of the test. */
  stop(): Promise<void>;
}

/** Time as the world has it, so that moving the world moves the bot. */
export function clockOf(discord: Discord): Clock {
  return {
    now: () => discord.world.now(),
    after: (ms, wake) => discord.world.clock.alarm(discord.world.now() + ms, wake),
  };
}

/**
 * Starts the bot; at the test's end it is stopped, its log must hold no error but those in `expectErrors`, the
 * playground must have seen no request that Discord would not accept (unless `allowViolations`), and standings must equal a recount.
 */
export async function startTestBot(
  discord: Discord,
  options: {
    databasePath?: string;
    expectErrors?: (line: LogLine) => boolean;
    commandGuildIds?: string[];
    allowViolations?: boolean;
    /** Lets jobs run when they are due by the world's clock, for stories that wait for them. */
    isScheduled?: boolean;
    observer?: BotParts['observer'];
  } = {},
): Promise<TestBot> {
  const databasePath = options.databasePath ?? join(temporaryFolder(), 'laurel.db');
  const log = testLog();
  const bot = await startBot({
    config: {
      token: discord.bot.token,
      apiUrl: discord.apiUrl,
      databasePath,
      backupFolder: join(dirname(databasePath), 'backups'),
      backupsKept: 14,
      httpPort: 0,
      logLevel: 'debug',
      commandGuildIds: options.commandGuildIds ?? [],
    },
    log: log.log,
    clock: clockOf(discord),
    random: () => 0.5,
    isScheduled: options.isScheduled ?? false,
    ...(options.observer ? { observer: options.observer } : {}),
  });
  onTestFinished(async () => {
    await bot.stop();
    log.assertNoErrors(options.expectErrors);
    if (!options.allowViolations && discord.violations.length > 0) {
      throw new Error(`Discord would not have accepted:\n${JSON.stringify(discord.violations, null, 2)}`);
    }
  });
  return { bot, log, databasePath, stop: () => bot.stop() };
}

/** Every difference between the stored standings and a recount; a journey that counts should end with none. */
export async function recountDifferences({ ctx }: Bot) {
  const guilds = await ctx.db.read(guildsWithLedger);
  const found = await Promise.all(
    guilds.map(async (guildId) =>
      ctx.db.read(async (db) => differences(db, guildId, (await ctx.settings.of(guildId)).timeZone)),
    ),
  );
  return found.flat();
}
