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

/** Somebody who waits until none of these effects is waiting any more. */
interface Waiter {
  ids: readonly number[];
  wake(): void;
}

export class Outbox {
  readonly #parts: OutboxParts;
  readonly #random: () => number;
  readonly #onSettled = new Map<string, OnSettled>();
  /** Effects under way, by id, with their kind. */
  readonly #running = new Map<number, string>();
  readonly #waiters = new Set<Waiter>();
  readonly #idle = new Set<() => void>();
  #started = false;
  #looking: Promise<void> | undefined;
  #lookAgain = false;
  #cancelWake: Cancel | undefined;
  #fresh = false;

  constructor(parts: OutboxParts) {
    this.#parts = parts;
    this.#random = parts.random ?? Math.random;
    parts.db.onCommit(() => {
      this.#wakeWaiters();
      if (!this.#fresh) return;
      this.#fresh = false;
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
    if (!this.#started) return;
    if (this.#looking) {
      this.#lookAgain = true;
      return;
    }
    this.#looking = this.#look()
      .catch((err) => {
        this.#parts.log.error({ feature: 'outbox', err }, 'the outbox could not be read');
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

  async #look(): Promise<void> {
    const { db, clock } = this.#parts;
    const room = AT_ONCE - this.#running.size;
    if (room <= 0) return;
    const now = clock.now();
    const reactions = REACTIONS_AT_ONCE - [...this.#running.values()].filter(store.isReaction).length;
    const running = new Set(this.#running.keys());
    const due = await db.read((reader) => store.due(reader, now, running, { all: room, reactions }));
    if (!this.#started) return;
    for (const effect of due) void this.#run(effect);
    if (due.length === 0) {
      const next = await db.read((reader) => store.nextAfter(reader, now));
      if (next !== undefined) this.#wakeIn(next - now);
    }
  }

  async #run(effect: Effect): Promise<void> {
    this.#running.set(effect.id, effect.kind);
    let isWritten = true;
    try {
      // Written down first: whoever is killed while Discord does it must know, in their next life, that it was tried.
      const wanted = await this.#parts.db.write(async (tx) => store.begin(tx, effect.id));
      if (wanted) await this.#settle(effect, await runEffect(this.#parts.actions, effect));
    } catch (err) {
      this.#parts.log.error(
        { feature: 'outbox', guildId: effect.guildId, effect: effect.id, kind: effect.kind, err },
        'an effect could not be run',
      );
      // What nobody can read must not hold up its lane for ever.
      const given = err instanceof UnreadableEffect ? UNREADABLE : undefined;
      await (given ? this.#settle(effect, given) : this.#retryLater(effect, undefined)).catch((again) => {
        isWritten = false;
        this.#parts.log.error({ feature: 'outbox', err: again }, 'nor put off');
      });
    } finally {
      this.#running.delete(effect.id);
      for (const wake of this.#idle) wake();
      this.#idle.clear();
      // A place is free, and a follower may have become due. What could not be written is due still: at once it would be
      // due again and again.
      if (isWritten) this.kick();
      else this.#wakeIn(FIRST_RETRY_MS);
    }
  }

  async #settle(effect: Effect, outcome: Outcome<unknown>): Promise<void> {
    if (!outcome.done && !outcome.final) return this.#retryLater(effect, outcome);
    const { db, clock, log } = this.#parts;
    const failure = outcome.done ? undefined : outcome.reason;
    const answer = outcome.done ? outcome.value : undefined;
    await db.write(async (tx) => {
      const now = clock.now();
      store.settle(tx, effect.id, outcome.done ? 'done' : 'failed', failure, now, answer);
      if (failure !== undefined) cancelFollowers(tx, effect.id, now);
      if (effect.ref)
        await this.#onSettled.get(effect.ref.split(':')[0] ?? '')?.(tx, { effect, failure, answer });
    });
    this.#parts.observer?.effect(effect.kind, outcome.done ? 'done' : 'failed');
    if (failure)
      log.warn(
        { feature: 'outbox', guildId: effect.guildId, kind: effect.kind, effect: effect.id, reason: failure },
        'Discord refused an effect',
      );
  }

  async #retryLater(effect: Effect, outcome: Extract<Outcome, { done: false }> | undefined): Promise<void> {
    const { db, clock, log } = this.#parts;
    const backoff = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** effect.attempts);
    // Jitter upwards from half: many effects that failed together do not come back together.
    const wait = Math.round(Math.max(outcome?.retryAfterMs ?? 0, backoff * (0.5 + this.#random() / 2)));
    log.info(
      {
        feature: 'outbox',
        guildId: effect.guildId,
        kind: effect.kind,
        effect: effect.id,
        reason: outcome?.reason,
        waitMs: wait,
      },
      'an effect waits for another try',
    );
    await db.write(async (tx) => store.putOff(tx, effect.id, clock.now() + wait));
    this.#parts.observer?.effect(effect.kind, 'putOff');
    this.#wakeIn(wait);
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
