// A process of its own that is measured: the bot as it ships, or a bare client; on a core of its own where the system allows.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Discord } from '../playground/discord/server.ts';

const TASKSET = '/usr/bin/taskset';
const READY_WITHIN_MS = 120_000;
const usageSchema = z.object({ cpuMs: z.number(), rssMb: z.number(), peakRssMb: z.number() });
export type Usage = z.infer<typeof usageSchema>;

export type Measured = 'bot' | 'bare-client';

export interface MeasuredProcess {
  /** From the start of the process to the moment it said that it is ready, ms. */
  readonly readyAfterMs: number;
  /** What it used so far: CPU time of all its threads, memory now, and the most it ever had. */
  usage(): Promise<Usage>;
  /** Asks it to end, and waits until it has. */
  stop(): Promise<void>;
}

/** Starts it and waits until it is connected and ready. */
export async function startMeasured(
  what: Measured,
  discord: Discord,
  databasePath: string,
  environment: Record<string, string> = {},
): Promise<MeasuredProcess> {
  const script = fileURLToPath(new URL(`./measured-${what}.ts`, import.meta.url));
  const call = onCore(1, [process.execPath, script]);
  const started = performance.now();
  const child = spawn(call[0] ?? '', call.slice(1), {
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
  await told(child, 'ready', READY_WITHIN_MS);
  const readyAfterMs = performance.now() - started;
  return {
    readyAfterMs,
    async usage() {
      const answer = told(child, 'usage', READY_WITHIN_MS);
      child.send('usage');
      return usageSchema.parse(await answer);
    },
    stop: () => ended(child),
  };
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

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await exit;
}
