// The outbox's queries.
import { and, asc, eq, gt, lte, ne, type SQL, sql } from 'drizzle-orm';
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
    // One with the same key waits already.
    .onConflictDoNothing()
    .returning({ id: effects.id })
    .prepare(),
);

export function waitingWithKey(db: Reader, key: string): Effect | undefined {
  return withKey(db).get({ key });
}

export function add(tx: Tx, request: EffectRequest, now: number): number {
  const { kind, guildId, dedupeKey, lane } = request;
  const row = { kind, guildId, dedupeKey, lane, afterId: request.afterId ?? null, ref: request.ref ?? null };
  const added = insert(tx).get({ ...row, payload: JSON.stringify(request.payload), now });
  const { id } = added ?? waitingWithKey(tx, dedupeKey) ?? {};
  if (id === undefined) throw new Error(`What is owed with the key ${dedupeKey} is neither new nor waiting.`);
  return id;
}

/** Effects under way at once; more would only wait for Discord's limits in memory instead of on disk. */
export const AT_ONCE = 8;
/** Those that are under way, of whom there may be none: looked past without a look at their rows. */
const NO_ID = 0;
const UNDER_WAY = Array.from({ length: AT_ONCE }, (_, n) => `running${n}`);

/** As the index `effects_due` has it: reactions apart from everything else. */
const isSlow = sql`(kind = 'react' or kind = 'unreact')`;

/** First of their lane, and not after one that is still waiting; those that came first go first. */
const dueOf = prepared((db) =>
  db
    .select()
    .from(effects)
    .where(
      and(
        sql`state = 'waiting'`,
        sql`${isSlow} = ${sql.placeholder('slow')}`,
        lte(effects.nextAt, sql.placeholder('now')),
        ...UNDER_WAY.map((name) => ne(effects.id, sql.placeholder(name))),
        sql`not exists (select 1 from effects earlier where earlier.lane = ${effects.lane} and earlier.state = 'waiting' and earlier.id < ${effects.id})`,
        sql`(${effects.afterId} is null or exists (select 1 from effects first where first.id = ${effects.afterId} and first.state = 'done'))`,
      ),
    )
    .orderBy(asc(effects.nextAt), asc(effects.id))
    .limit(sql.placeholder('limit'))
    .prepare(),
);

/** How many there is room for: of both sorts together, of reactions, and of everything else. */
export interface Room {
  all: number;
  reactions: number;
  others: number;
}

/**
 * Effects that may run now: first of their lane, not under way, and not after one that is still waiting. Reactions
 * come last: Discord lets few through at a time, and hundreds of them must not hold up roles and posts.
 */
export function due(db: Reader, now: number, running: ReadonlySet<number>, room: Room): Effect[] {
  const ids = [...running];
  const underWay = Object.fromEntries(UNDER_WAY.map((name, n) => [name, ids[n] ?? NO_ID]));
  const next = (slow: 0 | 1, limit: number) =>
    limit <= 0 ? [] : dueOf(db).all({ slow, now, limit, ...underWay });
  const urgent = next(0, room.others);
  return [...urgent, ...next(1, Math.min(room.reactions, room.all - urgent.length))];
}

const nextOf = prepared((db) =>
  db
    .select({ at: effects.nextAt })
    .from(effects)
    .where(
      and(
        sql`state = 'waiting'`,
        sql`${isSlow} = ${sql.placeholder('slow')}`,
        gt(effects.nextAt, sql.placeholder('now')),
      ),
    )
    .orderBy(asc(effects.nextAt))
    .limit(1)
    .prepare(),
);

/** When the next effect that is not due yet will be, in ms. */
export function nextAfter(db: Reader, now: number): number | undefined {
  const times = [0, 1].flatMap((slow) => nextOf(db).get({ slow, now })?.at ?? []);
  return times.length === 0 ? undefined : Math.min(...times);
}

/**
 * What of a payload is for Discord's readers only: once it is settled, ids say what it was about. (PostgreSQL: `payload - key`.)
 * What cannot be read is dropped whole.
 */
const withoutWords = sql`case when json_valid(payload) then json_remove(payload, '$.view', '$.reason', '$.name') else '{}' end`;

const setSettled = (payload: SQL) =>
  prepared((db) =>
    db
      .update(effects)
      .set({
        payload,
        state: sql`${sql.placeholder('state')}`,
        failure: sql`${sql.placeholder('failure')}`,
        result: sql`${sql.placeholder('result')}`,
        settledAt: sql`${sql.placeholder('now')}`,
      })
      .where(eq(effects.id, sql.placeholder('id')))
      .prepare(),
  );
const settleWithoutWords = setSettled(withoutWords);
const settleAsItIs = setSettled(sql`payload`);

export function settle(
  tx: Tx,
  { id, kind }: Pick<Effect, 'id' | 'kind'>,
  state: Exclude<EffectState, 'waiting'>,
  failure: string | undefined,
  now: number,
  answer?: unknown,
): void {
  const result = answer === undefined ? null : JSON.stringify(answer);
  const set = isReaction(kind) ? settleAsItIs : settleWithoutWords;
  set(tx).run({ id, state, failure: failure ?? null, result, now });
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

const waitingAfter = prepared((db) =>
  db
    .select({ id: effects.id, kind: effects.kind })
    .from(effects)
    .where(and(eq(effects.afterId, sql.placeholder('id')), sql`state = 'waiting'`))
    .prepare(),
);

/** The waiting effects that come after this one. */
export function followers(db: Reader, id: number): Pick<Effect, 'id' | 'kind'>[] {
  return waitingAfter(db).all({ id });
}

const stateOf = prepared((db) =>
  db
    .select({ state: effects.state })
    .from(effects)
    .where(eq(effects.id, sql.placeholder('id')))
    .prepare(),
);

export function isWaiting(db: Reader, id: number): boolean {
  return stateOf(db).get({ id })?.state === 'waiting';
}

/** Drops the words of everything that settled; for what settled before that was done at once. */
export function dropSettledWords(tx: Tx): void {
  tx.update(effects)
    .set({ payload: withoutWords })
    .where(
      sql`state <> 'waiting' and (instr(payload, '"view"') > 0 or instr(payload, '"reason"') > 0 or instr(payload, '"name"') > 0)`,
    )
    .run();
}

/** Whether an effect failed or was cancelled. */
export function cameToNothing(db: Reader, id: number): boolean {
  const state = stateOf(db).get({ id })?.state;
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
