// From configuration to a running bot: says every gap at once, or runs until it is told to stop.
import dotenv from 'dotenv';
import { startBot } from './bot.ts';
import { type Config, environment, type Gap, readConfig } from './config.ts';
import type { Clock } from './core/clock.ts';
import { DatabaseUnusable, endedSuddenly, whyUnusable } from './core/database-file.ts';
import { findGaps } from './discord/preflight.ts';
import { firstSteps } from './first-steps.ts';
import { createLog } from './log.ts';
import { Health } from './ops/health.ts';
import { openWindow } from './ops/http.ts';
import { Metrics } from './ops/metrics.ts';
import { outliveStrays } from './ops/strays.ts';
import { watch } from './ops/watch.ts';

interface Told {
  onReady?: () => void;
  clock?: Clock;
}

/**
 * Runs the bot until SIGINT or SIGTERM, or until Discord closes the connection for good; returns the exit code.
 * `onReady` is called once, when it is connected and its commands are published; `clock` is the system's unless told.
 */
export async function run(told: Told = {}): Promise<number> {
  dotenv.config({ quiet: true });
  const config = readConfig(environment());
  const [ofVariables, known] = 'gaps' in config ? [config.gaps, config.readable] : [[], config];
  const gaps = [...ofVariables, ...(await findGaps(known)), ...databaseGaps(known.databasePath)];
  return 'gaps' in config || gaps.length > 0 ? refuseToStart(gaps) : runUntilTold(config, told);
}

function databaseGaps(path: string | undefined): Gap[] {
  const unusable = path === undefined ? undefined : whyUnusable(path, { thorough: endedSuddenly(path) });
  return unusable ? [gapOf(unusable)] : [];
}

function gapOf({ message }: DatabaseUnusable): Gap {
  return { variable: 'DATABASE_PATH', fix: message };
}

async function runUntilTold(config: Config, { onReady, clock }: Told): Promise<number> {
  const log = createLog(config.logLevel);
  outliveStrays(log);
  const metrics = config.httpPort === 0 ? undefined : new Metrics();
  let health: Health | undefined;
  const window = metrics
    ? await openWindow({ port: config.httpPort, log, metrics, health: () => health })
    : undefined;
  try {
    const bot = await startBot({
      config,
      log,
      ...(clock && { clock }),
      ...(metrics && { observer: metrics }),
    });
    health = new Health({ ...bot.ctx, isConnected: () => bot.isConnected() });
    metrics?.addProcess();
    if (metrics) await watch(bot, metrics);
    onReady?.();
    const code = await Promise.race([untilTold().then(() => 0), bot.ended.then(() => 1)]);
    await bot.stop();
    await window?.close();
    return code;
  } catch (err) {
    if (err instanceof DatabaseUnusable) return refuseToStart([gapOf(err)]);
    log.fatal({ feature: 'process', err }, 'Laurel could not start');
    return 1;
  }
}

/** The first signal asks to stop; a second one, of either kind, ends the process at once. */
function untilTold(): Promise<void> {
  return new Promise((resolve) => {
    let isTold = false;
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        if (isTold) process.exit(1);
        isTold = true;
        resolve();
      });
    }
  });
}

function refuseToStart(gaps: readonly Gap[]): number {
  const lines = gaps.map(({ variable, fix }) => `  - ${variable} ${fix}`);
  // Whoever has no token yet begins at the beginning; everybody else has one thing to mend.
  const steps = environment().DISCORD_TOKEN ? [] : ['', firstSteps(), ''];
  console.error(
    [
      'Laurel cannot start yet:',
      ...lines,
      ...steps,
      'No account at hand? "npm run demo" shows Laurel at work without one.',
    ].join('\n'),
  );
  return 1;
}
