// Reads a JSONL file line by line, so that files larger than memory can be read.

import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** A line of a JSONL file that is not JSON; `line` counts from 1. */
export class JsonlError extends Error {
  readonly line: number;

  constructor(path: string, line: number, cause: unknown) {
    super(`${path}:${line} is not JSON`, { cause });
    this.name = 'JsonlError';
    this.line = line;
  }
}

/**
 * The values of a JSONL file in order, read as a stream; empty lines are left out.
 * Refuses a line that is not JSON with a {@link JsonlError}, a missing file with Node's own error.
 */
export async function* readJsonl(path: string): AsyncGenerator<unknown, void, undefined> {
  const lines = createInterface({
    input: createReadStream(path, 'utf8'),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  let number = 0;
  for await (const line of lines) {
    number += 1;
    if (line.trim() === '') continue;
    yield parseLine(path, number, line);
  }
}

function parseLine(path: string, number: number, line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new JsonlError(path, number, error);
  }
}
