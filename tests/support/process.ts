// Laurel as its own process, as an operator runs it: started from the command line, stopped, or killed in the middle of a step.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { Discord } from '../../playground/discord/server.ts';

const MAIN = fileURLToPath(new URL('../../src/start.js', import.meta.url));
/** Starting takes about a second; on a busy machine several. */
const PATIENCE_MS = 60_000;

export interface LaurelProcess {
  /** What it logged, line by line. */
  readonly lines: readonly string[];
  /** Ends it at once, as a power cut would: nothing of it runs any more. */
  kill(): void;
  /** Sends it a signal, as an operator's machine does. */
  signal(name: NodeJS.Signals): void;
  /** Resolves with the exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
}

/** Starts `node src/start.js` and resolves when it says that it is ready; killed at the end of the test. */
export async function startLaurel(
  discord: Discord,
  databasePath: string,
  env: Record<string, string> = {},
): Promise<LaurelProcess> {
  const child = spawn(process.execPath, [MAIN], {
    cwd: dirname(databasePath),
    env: {
      DISCORD_TOKEN: discord.bot.token,
      DISCORD_API_URL: discord.apiUrl,
      DATABASE_PATH: databasePath,
      LOG_LEVEL: 'info',
      HTTP_PORT: '0',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const ended = once(child, 'exit').then(
    ([code, signal]: (number | NodeJS.Signals)[]) => code ?? signal ?? 0,
  );
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  await ready(child, lines, ended);
  return {
    lines,
    kill: () => void child.kill('SIGKILL'),
    signal: (name) => void child.kill(name),
    ended,
  };
}

async function ready(child: ChildProcess, lines: string[], ended: Promise<unknown>): Promise<void> {
  const said = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line);
        if (line.includes('Laurel is ready')) resolve();
      });
    }
  });
  const late = new Promise<'late'>((resolve) => setTimeout(() => resolve('late'), PATIENCE_MS).unref());
  const first = await Promise.race([said, ended.then(() => 'ended' as const), late]);
  if (first) throw new Error(`Laurel is not ready (${first}):\n${lines.join('\n')}`);
}
