// Errors that nobody caught: each is logged with a reference, and the bot goes on. What it knows is in the database.
import { type Logger, newReference } from '../log.ts';

/** Keeps the process alive through rejections and exceptions that escaped every handler. */
export function outliveStrays(log: Logger): void {
  const tell = (words: string) => (err: unknown) =>
    log.error({ feature: 'process', ref: newReference(), err }, words);
  process.on('unhandledRejection', tell('a promise was rejected and nobody caught it'));
  process.on('uncaughtException', tell('an error was thrown and nobody caught it'));
}
