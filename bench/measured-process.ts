// A process of its own that is measured: the bot as it ships, or a bare client; on a core of its own where the system allows.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import type { Discord } from '../playground/discord/server.ts';

const TASKSET = '/usr/bin/taskset';
const READY_WITHIN_MS = 120_000;
const usageSchema = z.object({ cpuMs: z.number(), rssMb: z.number(), peakRssMb: z.number() });
export type Usage = z.infer<typeof usageSchema>;

const PACKAGE = new URL('../package.json', import.meta.url);
const packageSchema = z.object({ scripts: z.object({ start: z.string() }) });

const SCRIPTS = { bot: './measured-bot.js', 'bare-client': './measured-bare-client.ts' } as const;
export type Measured = keyof typeof SCRIPTS;

export interface MeasuredProcess {
  /** From the start of the process to the moment it said that it is ready, ms. */
  readonly readyAfterMs: number;
  /** What it used so far: CPU time of all its threads, memory now, and the most it ever had. */
  usage(): Promise<Usage>;
  /** Asks it to end, and waits until it has. */
  stop(): Promise<void>;
}

/** A process that may not be ready yet. */
export interface StartedProcess {
  /** Resolves when it is connected and ready, with the ms that it took; rejects when it ends before. */
  readonly ready: Promise<number>;
  /** Ends it at once, as a power cut would, and waits until nothing of it runs; false if it had ended by itself. */
  kill(): Promise<boolean>;
  stop(): Promise<void>;
}

/** Starts it and waits until it is connected and ready. */
export async function startMeasured(
  what: Measured,
  discord: Discord,
  databasePath: string,
  environment: Record<string, string> = {},
): Promise<MeasuredProcess> {
  const child = begin(what, discord, databasePath, environment);
  const readyAfterMs = await ready(child);
  return {
    readyAfterMs,
    async usage() {
      const answer = told(child, 'usage', READY_WITHIN_MS);
      child.send('usage');
      return usageSchema.parse(await answer);
    },
    stop: () => ended(child, 'SIGTERM'),
  };
}

/** Starts the bot without waiting for it. */
export function startToBeKilled(discord: Discord, databasePath: string): StartedProcess {
  const child = begin('bot', discord, databasePath, {});
  const becomesReady = ready(child);
  // Whoever kills it while it starts does not wait for it.
  becomesReady.catch(() => undefined);
  return {
    ready: becomesReady,
    async kill() {
      const lived = child.exitCode === null && child.signalCode === null;
      await ended(child, 'SIGKILL');
      return lived && child.signalCode === 'SIGKILL';
    },
    stop: () => ended(child, 'SIGTERM'),
  };
}

function begin(
  what: Measured,
  discord: Discord,
  databasePath: string,
  environment: Record<string, string>,
): ChildProcess {
  const script = fileURLToPath(new URL(SCRIPTS[what], import.meta.url));
  // Flags of Node's hold for it as well: `node --cpu-prof bench/main.ts events` makes a profile of each process.
  const flags = [...flagsOfStart(), ...process.execArgv];
  const call = onCore(1, [process.execPath, ...flags, script]);
  return spawn(call[0] ?? '', call.slice(1), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      ...process.env,
      DISCORD_TOKEN: discord.bot.token,
      DISCORD_API_URL: discord.apiUrl,
      DATABASE_PATH: databasePath,
      LOG_LEVEL: 'warn',
      COMMAND_GUILD_IDS: '',
      HTTP_PORT: '0',
      ...environment,
    },
  });
}

/** What `npm start` gives Node. */
function flagsOfStart(): string[] {
  const { scripts } = packageSchema.parse(JSON.parse(readFileSync(PACKAGE, 'utf8')));
  return scripts.start.split(' ').filter((word) => word.startsWith('--'));
}

async function ready(child: ChildProcess): Promise<number> {
  const started = performance.now();
  await told(child, 'ready', READY_WITHIN_MS);
  return performance.now() - started;
}

/** This process, which is Discord, goes to the first core; what is measured has the second. */
export function takeFirstCore(): void {
  const call = onCore(0, []);
  if (call.length > 0) spawn(TASKSET, ['-acp', '0', String(process.pid)], { stdio: 'ignore' });
}

function onCore(core: number, call: readonly string[]): string[] {
  const pinned = existsSync(TASKSET) && availableParallelism() > 1;
  return pinned ? [TASKSET, '-c', String(core), ...call] : [...call];
}

const messageSchema = z.object({ is: z.string() }).loose();

function told(child: ChildProcess, what: string, withinMs: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const finish = (settle: () => void) => {
      clearTimeout(patience);
      child.off('message', hear).off('exit', left);
      settle();
    };
    const hear = (message: unknown) => {
      if (messageSchema.safeParse(message).data?.is === what) finish(() => resolve(message));
    };
    const left = (code: number | null) =>
      finish(() => reject(new Error(`The measured process ended with ${code}.`)));
    const patience = setTimeout(
      () => finish(() => reject(new Error(`Not within ${withinMs} ms: ${what}`))),
      withinMs,
    );
    child.on('message', hear).on('exit', left);
  });
}

async function ended(child: ChildProcess, by: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill(by);
  await exit;
}
