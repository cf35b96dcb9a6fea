// The frame of an evaluation by command: its arguments, and one clear line with exit code 2 for a wrong call or file.
import { parseArgs } from 'node:util';
import * as z from 'zod';

/** What is to be printed beside the figures: what went wrong, or so many cases in full. */
interface Wishes {
  showErrors: boolean;
  show: number;
}

/** Runs `evaluate` with the file and the wish from the command line; `name` is that of the npm script. */
export async function runEvaluation(
  name: string,
  wish: '--errors' | '--show N',
  evaluate: (path: string, wishes: Wishes) => Promise<void>,
): Promise<void> {
  const { path, ...wishes } = readArguments(`Usage: npm run ${name} -- FILE.jsonl [${wish}]`);
  try {
    await evaluate(path, wishes);
  } catch (error) {
    refuse(error instanceof z.ZodError ? `${path}: ${flaw(error)}` : messageOf(error));
  }
}

/** The first thing that is wrong with a line. */
export function flaw({ issues: [first] }: z.ZodError): string {
  return first === undefined ? 'unreadable' : `${first.path.join('.')}: ${first.message}`;
}

function readArguments(usage: string): Wishes & { path: string } {
  try {
    const { values, positionals } = parseArgs({
      options: { errors: { type: 'boolean' }, show: { type: 'string', default: '0' } },
      allowPositionals: true,
    });
    const [path, ...rest] = positionals;
    const show = Number(values.show);
    if (path === undefined || rest.length > 0 || !Number.isSafeInteger(show) || show < 0) refuse(usage);
    return { path, showErrors: values.errors ?? false, show };
  } catch (error) {
    refuse(`${messageOf(error)}. ${usage}`);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function refuse(reason: string): never {
  console.error(reason);
  process.exit(2);
}
