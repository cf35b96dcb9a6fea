// The outbox's queries.
import { and, asc, eq, gt, lte, notInArray, sql } from 'drizzle-orm';
import { prepared, type Reader, type Tx } from './database.ts';
import type { Effect, EffectKind, EffectRequest } from './effects.ts';
import { type EffectState, effects } from './schema.ts';

/** What Discord lets through slowly. */
const REACTIONS: readonly EffectKind[] = ['react', 'unreact'];

export function isReaction(kind: string): boolean {
  return REACTIONS.some((one) => one === kind);
}

const withKey = prepared((db) =>
  db
    .select()
    .from(effects)
    .where(and(eq(effects.dedupeKey, sql.placeholder('key')), sql`state = 'waiting'`))
    .prepare(),
);

const insert = prepared((db) =>
  db
    .insert(effects)
    .values({
      guildId: sql.placeholder('guildId'),
      kind: sql.placeholder('kind'),
      payload: sql.placeholder('payload'),
      dedupeKey: sql.placeholder('dedupeKey'),
      lane: sql.placeholder('lane'),
      afterId: sql.placeholder('afterId'),
      ref: sql.placeholder('ref'),
      nextAt: sql.placeholder('now'),
      createdAt: sql.placeholder('now'),
    })
    .returning({ id: effects.id })
    .prepare(),
);

export function waitingWithKey(db: Reader, key: string): Effect | undefined {
  return withKey(db).get({ key });
}

export function add(tx: Tx, request: EffectRequest, now: number): number {
  const known = waitingWithKey(tx, request.dedupeKey);
  if (known) return known.id;
  const { kind, guildId, dedupeKey, lane } = request;
  const row = { kind, guildId, dedupeKey, lane, afterId: request.afterId ?? null, ref: request.ref ?? null };
  return insert(tx).get({ ...row, payload: JSON.stringify(request.payload), now }).id;
}

/**
 * Effects that may run now: first of their lane, not under way, and not after one that is still waiting. Reactions
 * come last: Discord lets few through at a time, and hundreds of them must not hold up roles and posts.
 */
export function due(db: Reader, now: number, running: readonly number[], limit: number): Effect[] {
  return db
    .select()
    .from(effects)
    .where(
      and(
        sql`state = 'waiting'`,
        lte(effects.nextAt, now),
        notInArray(effects.id, [...running]),
        sql`not exists (select 1 from effects earlier where earlier.lane = ${effects.lane} and earlier.state = 'waiting' and earlier.id < ${effects.id})`,
        sql`(${effects.afterId} is null or exists (select 1 from effects first where first.id = ${effects.afterId} and first.state = 'done'))`,
      ),
    )
    .orderBy(
      sql`${effects.kind} in (${sql.join(
        REACTIONS.map((kind) => sql`${kind}`),
        sql`, `,
      )})`,
      asc(effects.id),
    )
    .limit(limit)
    .all();
}

/** When the next effect that is not due yet will be, in ms. */
export function nextAfter(db: Reader, now: number): number | undefined {
  return db
    .select({ at: effects.nextAt })
    .from(effects)
    .where(and(sql`state = 'waiting'`, gt(effects.nextAt, now)))
    .orderBy(asc(effects.nextAt))
    .limit(1)
    .get()?.at;
}

export function settle(
  tx: Tx,
  id: number,
  state: Exclude<EffectState, 'waiting'>,
  failure: string | undefined,
  now: number,
  answer?: unknown,
): void {
  const result = answer === undefined ? null : JSON.stringify(answer);
  tx.update(effects)
    .set({ state, failure: failure ?? null, result, settledAt: now })
    .where(eq(effects.id, id))
    .run();
}

const beginTry = prepared((db) =>
  db
    .update(effects)
    .set({ attempts: sql`attempts + 1` })
    .where(and(eq(effects.id, sql.placeholder('id')), sql`state = 'waiting'`))
    .prepare(),
);

/** Writes down that an effect is about to be tried; false when it is not wanted any more. */
export function begin(tx: Tx, id: number): boolean {
  return beginTry(tx).run({ id }).changes > 0;
}

export function putOff(tx: Tx, id: number, until: number): void {
  tx.update(effects).set({ nextAt: until }).where(eq(effects.id, id)).run();
}

/** The waiting effects that come after this one. */
export function followers(db: Reader, id: number): number[] {
  return db
    .select({ id: effects.id })
    .from(effects)
    .where(and(eq(effects.afterId, id), sql`state = 'waiting'`))
    .all()
    .map((row) => row.id);
}

export function isWaiting(db: Reader, id: number): boolean {
  return (
    db.select({ state: effects.state }).from(effects).where(eq(effects.id, id)).get()?.state === 'waiting'
  );
}

/** Whether an effect failed or was cancelled. */
export function cameToNothing(db: Reader, id: number): boolean {
  const state = db.select({ state: effects.state }).from(effects).where(eq(effects.id, id)).get()?.state;
  return state === 'failed' || state === 'cancelled';
}

/** Forgets effects that settled before this moment, but none that another still waits for; returns how many. */
export function forgetSettledBefore(tx: Tx, before: number): number {
  return tx
    .delete(effects)
    .where(
      and(
        sql`state <> 'waiting'`,
        lte(effects.settledAt, before),
        sql`not exists (select 1 from effects later where later.after_id = ${effects.id} and later.state = 'waiting')`,
      ),
    )
    .run().changes;
}
