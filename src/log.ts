// The log: pino, one JSON line an event, with tokens and message text kept out.
import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { type DestinationStream, type Logger, pino } from 'pino';

export type { Logger } from 'pino';

/** Fields that may carry a secret or somebody's words, wherever they stand in what is logged. */
const REDACTED = [
  'token',
  '*.token',
  'content',
  '*.content',
  'headers.authorization',
  '*.headers.authorization',
  'requestBody',
  '*.requestBody',
  '*.rawError.errors',
];

/** Made anew with each start: lines of one run can be put together, and say of nobody who it is. */
const SALT = randomBytes(16);

/** What stands for a person in the log, so that whoever has their data deleted is in no old log either. */
function alias(memberId: unknown): string {
  return createHmac('sha256', SALT).update(String(memberId)).digest('hex').slice(0, 12);
}

/** Writes to standard output unless given another destination (tests collect the lines). */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    redact: { paths: REDACTED, censor: '[redacted]' },
    serializers: { err: describeError, memberId: alias },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** What ties a line of the log to what a person was told: short enough to be read aloud. */
export function newReference(): string {
  return randomUUID().slice(0, 8);
}

/** An error as far as it helps to find the fault; Discord's errors carry the request's body, which is left out. */
function describeError(err: unknown): object {
  if (!(err instanceof Error)) return { message: String(err) };
  const code = 'code' in err ? err.code : undefined;
  const status = 'status' in err ? err.status : undefined;
  const message = withoutValues(err.message);
  return {
    name: err.name,
    message,
    code,
    status,
    stack: err.stack?.replace(err.message, () => message),
    cause: err.cause ? describeError(err.cause) : undefined,
  };
}

/** Drizzle puts the values of a failed query below it, somebody's words among them. */
function withoutValues(text: string): string {
  const values = text.indexOf('\nparams: ');
  return values < 0 ? text : text.slice(0, values);
}
