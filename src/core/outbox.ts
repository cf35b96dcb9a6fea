// The outbox: runs what is owed to Discord, in order, again and again, until Discord has it or refuses it for good.
import type { Logger } from 'pino';
import type { Actions, FailureReason, Outcome } from './actions.ts';
import type { Cancel, Clock } from './clock.ts';
import type { Database, Tx } from './database.ts';
import { type Effect, type EffectRequest, runEffect, UnreadableEffect } from './effects.ts';
import type { Observer } from './observer.ts';
import * as store from './outbox-store.ts';

/** The first wait after a failure that may pass, in ms; doubled each time up to the longest. */
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 10 * 60_000;
/** Effects under way at once; more would only wait for Discord's limits in memory instead of on disk. */
const AT_ONCE = 8;
/** Of these so many may be reactions, which wait for Discord's limits for seconds: the other places are for what matters more. */
const REACTIONS_AT_ONCE = 6;

const UNREADABLE: Outcome = { done: false, final: true, reason: 'badRequest' };

/** What became of an effect: told to the feature that owes it, inside the transaction that writes it down. */
export interface Settled {
  effect: Effect;
  failure: FailureReason | undefined;
  /** What Discord made of it, for example the id of a message that was posted; as the action answers. */
  answer: unknown;
}
export type OnSettled = (tx: Tx, settled: Settled) => Promise<void>;

export interface OutboxParts {
  db: Database;
  clock: Clock;
  actions: Actions;
  log: Logger;
  /** A number from 0 to 1, to spread retries. */
  random?: () => number;
  /** Whoever counts what becomes of effects. */
  observer?: Pick<Observer, 'effect'> | undefined;
}

/** An effect that was tried; without an outcome, Laurel itself failed. */
interface Tried {
  effect: Effect;
  outcome: Outcome<unknown> | undefined;
}

/** What was written down of an effect that was tried: how it settled, or for how long it waits. */
type Note =
  | { outcome: 'done' }
  | { outcome: 'failed'; reason: FailureReason }
  | { outcome: 'putOff'; waitMs: number };

/** Somebody who waits until none of these effects is waiting any more. */
interface Waiter {
  ids: readonly number[];
  wake(): void;
}

export class Outbox {
  readonly #parts: OutboxParts;
  readonly #random: () => number;
  readonly #onSettled = new Map<string, OnSettled>();
  /** Effects under way, by id, with their kind; until what came of them is written down. */
  readonly #running = new Map<number, string>();
  /** Of these, what has been tried already. */
  #tried: Tried[] = [];
  readonly #waiters = new Set<Waiter>();
  readonly #idle = new Set<() => void>();
  #started = false;
  #looking: Promise<void> | undefined;
  #lookAgain = false;
  #cancelWake: Cancel | undefined;
  #fresh = false;
  /** Something was owed and committed since the last round. */
  #owesMore = false;

  constructor(parts: OutboxParts) {
    this.#parts = parts;
    this.#random = parts.random ?? Math.random;
    parts.db.onCommit(() => {
      this.#wakeWaiters();
      if (!this.#fresh) return;
      this.#fresh = false;
      this.#owesMore = true;
      this.kick();
    });
  }

  /** Whom to tell when effects with a ref `name:…` settle. */
  onSettled(name: string, listener: OnSettled): void {
    this.#onSettled.set(name, listener);
  }

  /** Owes one more effect; returns its id, or that of a waiting one with the same key. It runs after the commit. */
  async enqueue(tx: Tx, request: EffectRequest): Promise<number> {
    this.#fresh = true;
    const now = this.#parts.clock.now();
    const id = store.add(tx, request, now);
    // What waits for something that will not come, is not wanted either.
    if (request.afterId !== undefined && store.cameToNothing(tx, request.afterId))
      store.settle(tx, id, 'cancelled', undefined, now);
    return id;
  }

  /**
   * Drops a waiting effect that is no longer wanted; one that already ran is left as it is. With `onlyUntried` also one
   * that was tried: Discord may have done it although the answer was lost. Returns whether one was dropped.
   */
  async callOff(tx: Tx, dedupeKey: string, { onlyUntried = false } = {}): Promise<boolean> {
    const effect = store.waitingWithKey(tx, dedupeKey);
    if (!effect || this.#running.has(effect.id)) return false;
    if (onlyUntried && effect.attempts > 0) return false;
    const now = this.#parts.clock.now();
    store.settle(tx, effect.id, 'cancelled', undefined, now);
    cancelFollowers(tx, effect.id, now);
    return true;
  }

  /** Begins to run effects, those of earlier lives of the process first. */
  start(): void {
    this.#started = true;
    this.kick();
  }

  /** Takes on no more work and waits for what is under way. */
  async stop(): Promise<void> {
    this.#started = false;
    this.#cancelWake?.();
    await this.#looking;
    while (this.#running.size > 0) await new Promise<void>((resolve) => this.#idle.add(resolve));
  }

  /** Looks for due effects now. */
  kick(): void {
    // What was tried is written down in any case.
    if (!this.#started && this.#tried.length === 0) return;
    if (this.#looking) {
      this.#lookAgain = true;
      return;
    }
    this.#looking = this.#round()
      .catch((err) => {
        this.#parts.log.error({ feature: 'outbox', err }, 'the outbox could not go on');
        this.#wakeIn(FIRST_RETRY_MS);
      })
      .finally(() => {
        this.#looking = undefined;
        if (this.#lookAgain) {
          this.#lookAgain = false;
          this.kick();
        }
      });
  }

  /** Resolves when these effects are no longer waiting, or after `patienceMs`, whichever comes first. */
  async whenSettled(ids: readonly number[], patienceMs: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const waiter: Waiter = {
        ids,
        wake: () => {
          outOfPatience();
          this.#waiters.delete(waiter);
          resolve();
        },
      };
      const outOfPatience = this.#parts.clock.after(patienceMs, () => waiter.wake());
      this.#waiters.add(waiter);
      this.#wakeWaiters();
    });
  }

  /** Resolves when nothing is under way and nothing is due. */
  async whenIdle(): Promise<void> {
    while (this.#running.size > 0 || this.#looking) {
      await this.#looking;
      if (this.#running.size > 0) await new Promise<void>((resolve) => this.#idle.add(resolve));
    }
  }

  /** Writes down what was tried, and what is tried next, in one transaction for all that is ready. */
  async #round(): Promise<void> {
    // Nobody's turn to write is taken for nothing.
    if (this.#tried.length === 0 && !(await this.#hasWork())) return;
    const tried = this.#tried;
    this.#tried = [];
    const begun: Effect[] = [];
    const notes: Note[] = [];
    let next: number | undefined;
    try {
      await this.#parts.db.write(async (tx) => {
        for (const one of tried) notes.push(await this.#writeDown(tx, one));
        for (const { effect } of tried) this.#running.delete(effect.id);
        begun.push(...this.#begin(tx));
        if (begun.length === 0 || notes.some(({ outcome }) => outcome === 'putOff'))
          next = store.nextAfter(tx, this.#parts.clock.now());
      });
    } catch (err) {
      for (const { id } of begun) this.#running.delete(id);
      for (const { effect } of tried) this.#running.set(effect.id, effect.kind);
      if (tried.length === 0) throw err;
      await this.#oneByOne(tried);
      return;
    }
    for (const [i, { effect, outcome }] of tried.entries()) this.#tell(effect, outcome, notes[i]);
    this.#wakeIdle();
    for (const effect of begun) void this.#try(effect);
    if (next !== undefined) this.#wakeIn(next - this.#parts.clock.now());
  }

  async #hasWork(): Promise<boolean> {
    if (this.#running.size >= AT_ONCE) return false;
    if (this.#owesMore) {
      this.#owesMore = false;
      return true;
    }
    const { db, clock } = this.#parts;
    const now = clock.now();
    const running = new Set(this.#running.keys());
    return db.read((reader) => {
      if (store.due(reader, now, running, { all: 1, reactions: 1 }).length > 0) return true;
      const next = store.nextAfter(reader, now);
      if (next !== undefined) this.#wakeIn(next - now);
      return false;
    });
  }

  /** Written down first: whoever is killed while Discord does it must know, in their next life, that it was tried. */
  #begin(tx: Tx): Effect[] {
    const all = AT_ONCE - this.#running.size;
    if (!this.#started || all <= 0) return [];
    const reactions = REACTIONS_AT_ONCE - [...this.#running.values()].filter(store.isReaction).length;
    const running = new Set(this.#running.keys());
    const due = store.due(tx, this.#parts.clock.now(), running, { all, reactions });
    for (const { id, kind } of due) {
      store.begin(tx, id);
      this.#running.set(id, kind);
    }
    return due;
  }

  async #try(effect: Effect): Promise<void> {
    let outcome: Tried['outcome'];
    try {
      outcome = await runEffect(this.#parts.actions, effect);
    } catch (err) {
      this.#logFault(effect, err);
      // What nobody can read must not hold up its lane for ever.
      outcome = err instanceof UnreadableEffect ? UNREADABLE : undefined;
    }
    this.#tried.push({ effect, outcome });
    this.kick();
  }

  async #writeDown(tx: Tx, { effect, outcome }: Tried): Promise<Note> {
    const now = this.#parts.clock.now();
    if (!outcome || (!outcome.done && !outcome.final)) {
      const backoff = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** effect.attempts);
      // Jitter upwards from half: many effects that failed together do not come back together.
      const waitMs = Math.round(Math.max(outcome?.retryAfterMs ?? 0, backoff * (0.5 + this.#random() / 2)));
      store.putOff(tx, effect.id, now + waitMs);
      return { outcome: 'putOff', waitMs };
    }
    const failure = outcome.done ? undefined : outcome.reason;
    const answer = outcome.done ? outcome.value : undefined;
    store.settle(tx, effect.id, outcome.done ? 'done' : 'failed', failure, now, answer);
    if (failure !== undefined) cancelFollowers(tx, effect.id, now);
    if (effect.ref)
      await this.#onSettled.get(effect.ref.split(':')[0] ?? '')?.(tx, { effect, failure, answer });
    return failure === undefined ? { outcome: 'done' } : { outcome: 'failed', reason: failure };
  }

  /** When not all can be written down together: whatever is in the way of one stops nobody else. */
  async #oneByOne(tried: readonly Tried[]): Promise<void> {
    const { db, log } = this.#parts;
    const write = async (one: Tried) => {
      const note = await db.write((tx) => this.#writeDown(tx, one));
      this.#tell(one.effect, one.outcome, note);
    };
    let areWritten = true;
    for (const one of tried) {
      try {
        await write(one).catch((err) => {
          this.#logFault(one.effect, err);
          return write({ ...one, outcome: undefined });
        });
      } catch (err) {
        areWritten = false;
        log.error({ feature: 'outbox', err }, 'nor put off');
      }
      this.#running.delete(one.effect.id);
    }
    this.#wakeIdle();
    // What could not be written is due still: at once it would be due again and again.
    if (areWritten) this.#lookAgain = true;
    else this.#wakeIn(FIRST_RETRY_MS);
  }

  #tell({ id, kind, guildId }: Effect, tried: Tried['outcome'], note: Note | undefined): void {
    if (!note) return;
    const { log, observer } = this.#parts;
    const what = { feature: 'outbox', guildId, kind, effect: id };
    observer?.effect(kind, note.outcome);
    if (note.outcome === 'failed') log.warn({ ...what, reason: note.reason }, 'Discord refused an effect');
    if (note.outcome !== 'putOff') return;
    const reason = tried && !tried.done ? tried.reason : undefined;
    log.info({ ...what, reason, waitMs: note.waitMs }, 'an effect waits for another try');
  }

  #logFault({ id, kind, guildId }: Effect, err: unknown): void {
    this.#parts.log.error(
      { feature: 'outbox', guildId, effect: id, kind, err },
      'an effect could not be run',
    );
  }

  #wakeIdle(): void {
    for (const wake of this.#idle) wake();
    this.#idle.clear();
  }

  #wakeIn(ms: number): void {
    this.#cancelWake?.();
    this.#cancelWake = this.#parts.clock.after(ms, () => this.kick());
  }

  /** Looks after each commit, whoever settled or cancelled what: so nobody waits for what is over. */
  #wakeWaiters(): void {
    if (this.#waiters.size === 0) return;
    this.#parts.db
      .read((reader) => {
        for (const { ids, wake } of [...this.#waiters]) {
          if (!ids.some((id) => store.isWaiting(reader, id))) wake();
        }
      })
      .catch((err) => this.#parts.log.error({ feature: 'outbox', err }, 'nobody could be told what settled'));
  }
}

function cancelFollowers(tx: Tx, id: number, now: number): void {
  for (const follower of store.followers(tx, id)) {
    store.settle(tx, follower, 'cancelled', undefined, now);
    cancelFollowers(tx, follower, now);
  }
}
