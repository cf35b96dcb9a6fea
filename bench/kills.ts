// `npm run kills -- FILE.jsonl`: a recorded chat during which the bot's process gets SIGKILL at random, held against the same chat without.
import { parseArgs } from 'node:util';
import { differencesOf } from './kills/outcome.ts';
import { drawLives } from './kills/plan.ts';
import { tell } from './kills/telling.ts';
import { madeUpChat } from './made-up-chat.ts';
import { randomFrom } from './random.ts';
import { type Line, readChat, UnreadableChat } from './recording.ts';

const USAGE = 'Usage: npm run kills -- [FILE.jsonl] [--kills N] [--seed S] [--lines N]';
const MADE_UP_LINES = 2_000;
const SHOWN = 20;

interface Call {
  file: string | undefined;
  kills: number;
  seed: number;
  lines: number | undefined;
}

function readCall(): Call | undefined {
  try {
    const options = {
      kills: { type: 'string' },
      seed: { type: 'string' },
      lines: { type: 'string' },
    } as const;
    const { values, positionals } = parseArgs({ allowPositionals: true, options });
    const numbers = {
      kills: Number(values.kills ?? 100),
      seed: Number(values.seed ?? 1),
      lines: values.lines === undefined ? undefined : Number(values.lines),
    };
    const areCounts = Object.values(numbers).every(
      (value) => value === undefined || (Number.isSafeInteger(value) && value >= 1),
    );
    return areCounts && positionals.length <= 1 ? { file: positionals[0], ...numbers } : undefined;
  } catch {
    return undefined;
  }
}

async function main({ file, kills, seed, lines: most }: Call): Promise<void> {
  const started = performance.now();
  const chat: Line[] = file ? await readChat(file) : madeUpChat(most ?? MADE_UP_LINES, Date.now());
  const lines = chat.slice(0, most);
  const undisturbed = await tell(lines, []);
  const killed = await tell(lines, drawLives(randomFrom(seed), kills, lines.length));
  const differences = differencesOf(undisturbed.outcome, killed.outcome);
  const violations = [...undisturbed.violations, ...killed.violations];
  for (const line of [...violations, ...differences].slice(0, SHOWN)) console.error(line);
  const counted = (what: string) => killed.outcome.filter((fact) => fact.startsWith(`${what} `)).length;
  console.log(
    JSON.stringify({
      seed,
      messages: lines.length,
      kills: killed.kills,
      recognitions: counted('recognition'),
      refusals: counted('refusal'),
      signs: counted('sign'),
      violations: violations.length,
      differences: differences.length,
      seconds: Math.round((performance.now() - started) / 100) / 10,
    }),
  );
  if (violations.length + differences.length > 0) process.exitCode = 1;
}

const call = readCall();
try {
  if (call) await main(call);
  else {
    console.error(USAGE);
    process.exitCode = 2;
  }
} catch (err) {
  if (!(err instanceof UnreadableChat)) throw err;
  console.error(err.message);
  process.exitCode = 2;
}
