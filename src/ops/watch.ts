// Ties the metrics to the running bot: what Discord's client tells of itself, and what is looked up when asked.
import { statSync } from 'node:fs';
import type { Bot } from '../bot.ts';
import { regularCopies } from '../core/copies.ts';
import { recognitions, refusals } from '../core/schema.ts';
import { Additions, waitingByAge } from './look.store.ts';
import type { Look, Metrics } from './metrics.ts';

/** Lets the metrics look at this bot from now on. */
export async function watch(bot: Bot, metrics: Metrics): Promise<void> {
  const { ctx } = bot;
  const recorded = new Additions(recognitions);
  const refused = new Additions(refusals);
  const additions = () =>
    ctx.db.read((db) => ({ recognitions: recorded.read(db), refusedThanks: refused.read(db) }));
  // What is there already does not count as new.
  await additions();
  metrics.lookBy(async (): Promise<Look> => {
    const now = ctx.clock.now();
    const { waiting, oldestMs } = await ctx.db.read((db) => waitingByAge(db, now));
    const { open, lagMs } = ctx.catchUp.figures();
    const { path } = ctx.db;
    return {
      ...bot.gateway(),
      ...(await additions()),
      databaseBytes: { database: sizeOf(path), wal: sizeOf(`${path}-wal`) },
      diskFreeBytes: ctx.db.freeBytes(),
      waiting,
      oldestWaitingMs: oldestMs,
      catchUps: open,
      catchUpLagMs: lagMs,
      lastBackupAt: regularCopies(ctx.config.backupFolder)[0]?.at,
      databaseTrouble: ctx.db.trouble !== undefined,
    };
  });
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
