// A log that tests can read; lines of level error and above fail the test unless it expected them.
import { Writable } from 'node:stream';
import * as z from 'zod';
import { createLog, type Logger } from '../../src/log.ts';

const ERROR_LEVEL = 50;
const lineSchema = z.looseObject({ level: z.number(), msg: z.string().default('') });
export type LogLine = z.infer<typeof lineSchema>;

export interface TestLog {
  log: Logger;
  lines: LogLine[];
  /** Throws if there is an error line that `expected` does not accept. */
  assertNoErrors(expected?: (line: LogLine) => boolean): void;
}

export function testLog(): TestLog {
  const lines: LogLine[] = [];
  const sink = new Writable({
    write(chunk, _encoding, done) {
      for (const line of String(chunk).split('\n').filter(Boolean))
        lines.push(lineSchema.parse(JSON.parse(line)));
      done();
    },
  });
  return {
    log: createLog('debug', sink),
    lines,
    assertNoErrors(expected = () => false) {
      const unexpected = lines.filter((line) => line.level >= ERROR_LEVEL && !expected(line));
      if (unexpected.length > 0)
        throw new Error(
          `Unexpected errors in the log:\n${unexpected.map((line) => JSON.stringify(line)).join('\n')}`,
        );
    },
  };
}
