// Rounds over many servers, some side by side: what one of them is slow at, or fails at, costs the others nothing.
import { atOnce } from './at-once.ts';
import type { Cancel } from './clock.ts';
import type { Context } from './context.ts';

/** Servers that are begun with at the same time; each holds a piece of its members in memory. */
const SIDE_BY_SIDE = 8;
/**
 * After so long the next server gets the place of one that is not through yet, ms: a little more than an answer takes that
 * gets lost (15 s). It goes on by itself, mostly waiting for Discord, whose pace is the same for however many.
 */
export const PATIENCE_MS = 20_000;

/** What is done in each server, as the log calls it. */
export interface Errand {
  readonly feature: string;
  readonly errand: string;
}

type Work = (guildId: string) => Promise<unknown>;

class Rounds {
  /** By errand and server. */
  readonly underWay = new Map<string, Promise<void>>();
  isOver = false;
}

const rounds = new WeakMap<Context, Rounds>();

function roundsOf(ctx: Context): Rounds {
  const known = rounds.get(ctx) ?? new Rounds();
  rounds.set(ctx, known);
  return known;
}

/** Does the work in each of these servers; resolves when it is through in all. What fails in one is logged. */
export async function throughServers(
  ctx: Context,
  what: Errand,
  guildIds: Iterable<string>,
  work: Work,
): Promise<void> {
  const begun: Promise<void>[] = [];
  await atOnce([...guildIds], SIDE_BY_SIDE, (guildId) => {
    const done = attempt(ctx, what, guildId, work);
    begun.push(done);
    return forAWhile(ctx, done);
  });
  await Promise.all(begun);
}

/**
 * The same for jobs: resolves when each server is through or has used up the patience with it, so that a slow one does
 * not keep the others from their next round. Where the same errand is still under way, it is not begun again.
 */
export async function visitServers(
  ctx: Context,
  what: Errand,
  guildIds: Iterable<string>,
  work: Work,
): Promise<void> {
  const all = roundsOf(ctx);
  await atOnce([...guildIds], SIDE_BY_SIDE, async (guildId) => {
    const key = `${what.feature}:${what.errand}:${guildId}`;
    if (all.isOver || all.underWay.has(key)) return;
    const done = attempt(ctx, what, guildId, work).finally(() => all.underWay.delete(key));
    all.underWay.set(key, done);
    await forAWhile(ctx, done);
  });
}

/**
 * The same for rows of many servers: those of one after the other, those of others beside them. A row that fails is logged
 * and keeps none after it waiting, as it would each time; once Laurel stops, the row in hand is the last one.
 */
export async function visitRows<T extends { guildId: string }>(
  ctx: Context,
  what: Errand,
  rows: readonly T[],
  work: (row: T) => Promise<void>,
): Promise<void> {
  const all = roundsOf(ctx);
  const byServer = Map.groupBy(rows, ({ guildId }) => guildId);
  await visitServers(ctx, what, byServer.keys(), async (guildId) => {
    for (const row of byServer.get(guildId) ?? []) {
      if (all.isOver) return;
      await attempt(ctx, what, guildId, () => work(row));
    }
  });
}

/** Begins in no server any more; resolves when what jobs do in servers is through. */
export async function endVisits(ctx: Context): Promise<void> {
  const all = roundsOf(ctx);
  all.isOver = true;
  await Promise.all(all.underWay.values());
}

async function attempt(ctx: Context, what: Errand, guildId: string, work: Work): Promise<void> {
  try {
    await work(guildId);
  } catch (err) {
    ctx.log.error({ ...what, guildId, err }, 'something failed in one server');
  }
}

/** Resolves when it is done, or has taken long enough. */
async function forAWhile({ clock }: Context, done: Promise<void>): Promise<void> {
  let callOff: Cancel | undefined;
  const tooLong = new Promise<void>((resolve) => {
    callOff = clock.after(PATIENCE_MS, resolve);
  });
  await Promise.race([done, tooLong]);
  callOff?.();
}
