// The frame of an evaluation by command: its arguments, and one clear line with exit code 2 for a wrong call or file.
import { parseArgs } from 'node:util';
import { z } from 'zod';

/** Runs `evaluate` with the file and `--errors` from the command line; `name` is that of the npm script. */
export async function runEvaluation(
  name: string,
  evaluate: (path: string, showErrors: boolean) => Promise<void>,
): Promise<void> {
  const { path, showErrors } = readArguments(`Usage: npm run ${name} -- FILE.jsonl [--errors]`);
  try {
    await evaluate(path, showErrors);
  } catch (error) {
    refuse(error instanceof z.ZodError ? `${path}: ${flaw(error)}` : messageOf(error));
  }
}

/** The first thing that is wrong with a line. */
export function flaw({ issues: [first] }: z.ZodError): string {
  return first === undefined ? 'unreadable' : `${first.path.join('.')}: ${first.message}`;
}

function readArguments(usage: string): { path: string; showErrors: boolean } {
  try {
    const { values, positionals } = parseArgs({
      options: { errors: { type: 'boolean' } },
      allowPositionals: true,
    });
    const [path, ...rest] = positionals;
    if (path === undefined || rest.length > 0) refuse(usage);
    return { path, showErrors: values.errors ?? false };
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
