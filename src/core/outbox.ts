// The outbox: runs what is owed to Discord, in order, again and again, until Discord has it or refuses it for good.
import type { Logger } from 'pino';
import type { Actions, Outcome } from './actions.ts';
import type { Cancel, Clock } from './clock.ts';
import type { Database, Tx } from './database.ts';
import { type Effect, type EffectRequest, runEffect, UnreadableEffect } from './effects.ts';
import type { Observer } from './observer.ts';
import {
  cancelFollowers,
  FIRST_RETRY_MS,
  type Note,
  type OnSettled,
  type Tried,
  writeDown,
} from './outbox-settling.ts';
import * as store from './outbox-store.ts';
import { Waiters } from './outbox-waiters.ts';

/** Of these so many may be reactions, which wait for Discord's limits for seconds: the other places are for what matters more. */
const REACTIONS_AT_ONCE = 6;

/** What came of a reaction waits so long, in ms, for the others under way, to be written down with them: shorter than Discord takes for the next. */
const GATHERED_FOR_MS = 50;

/** What was owed lately: reactions, and everything else. */
const NOTHING_NEW = { slow: false, urgent: false };

const UNREADABLE: Outcome = { done: false, final: true, reason: 'badRequest' };

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

export class Outbox {
  readonly #parts: OutboxParts;
  readonly #random: () => number;
  readonly #onSettled = new Map<string, OnSettled>();
  /** Effects under way, by id, with their kind; until what came of them is written down. */
  readonly #running = new Map<number, string>();
  /** Of these, what has been tried already. */
  #tried: Tried[] = [];
  readonly #waiters: Waiters;
  readonly #idle = new Set<() => void>();
  #started = false;
  #looking: Promise<void> | undefined;
  #lookAgain = false;
  #looksSoon = false;
  #stopGathering: Cancel | undefined;
  #cancelWake: Cancel | undefined;
  /** Whether the transaction under way owes something new, of each sort. */
  #owes = NOTHING_NEW;
  /** What is begun in the transaction under way. */
  #begun: Effect[] = [];

  constructor(parts: OutboxParts) {
    this.#parts = parts;
    this.#random = parts.random ?? Math.random;
    this.#waiters = new Waiters(parts);
    parts.db.attend({
      beforeCommit: (tx) => {
        // What is owed begins with what owes it. Where there is no room, there is some once another has settled.
        const { slow, urgent } = this.#owes;
        if (slow || urgent) this.#begin(tx, urgent ? 'all' : 'reactions');
        this.#owes = NOTHING_NEW;
      },
      afterRollback: () => {
        for (const { id } of this.#begun) this.#running.delete(id);
        this.#begun = [];
        this.#owes = NOTHING_NEW;
      },
    });
    parts.db.onCommit(() => {
      this.#waiters.look();
      if (this.#begun.length === 0) return;
      const begun = this.#begun;
      this.#begun = [];
      for (const effect of begun) void this.#try(effect);
    });
  }

  /** Whom to tell when effects with a ref `name:…` settle. */
  onSettled(name: string, listener: OnSettled): void {
    this.#onSettled.set(name, listener);
  }

  /** Owes one more effect; returns its id, or that of a waiting one with the same key. It runs after the commit. */
  async enqueue(tx: Tx, request: EffectRequest): Promise<number> {
    this.#owes = store.isReaction(request.kind)
      ? { ...this.#owes, slow: true }
      : { ...this.#owes, urgent: true };
    const now = this.#parts.clock.now();
    const id = store.add(tx, request, now);
    // What waits for something that will not come, is not wanted either.
    if (request.afterId !== undefined && store.cameToNothing(tx, request.afterId))
      store.settle(tx, { id, kind: request.kind }, 'cancelled', undefined, now);
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
    store.settle(tx, effect, 'cancelled', undefined, now);
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
  whenSettled(ids: readonly number[], patienceMs: number): Promise<void> {
    return this.#waiters.until(ids, patienceMs);
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
    this.#stopGathering?.();
    this.#stopGathering = undefined;
    const notes: Note[] = [];
    let next: number | undefined;
    try {
      await this.#parts.db.write(async (tx) => {
        for (const one of tried) notes.push(await this.#writeDown(tx, one));
        for (const { effect } of tried) this.#running.delete(effect.id);
        const begins = this.#begin(tx, 'all');
        if (!begins || notes.some(({ outcome }) => outcome === 'putOff'))
          next = store.nextAfter(tx, this.#parts.clock.now());
      });
    } catch (err) {
      for (const { effect } of tried) this.#running.set(effect.id, effect.kind);
      if (tried.length === 0) throw err;
      await this.#oneByOne(tried);
      return;
    }
    for (const [i, { effect, outcome }] of tried.entries()) this.#tell(effect, outcome, notes[i]);
    this.#wakeIdle();
    if (next !== undefined) this.#wakeIn(next - this.#parts.clock.now());
    // The others that these waited for may have been those that were being written down.
    if (this.#tried.length > 0) this.#gather();
  }

  async #hasWork(): Promise<boolean> {
    if (this.#running.size >= store.AT_ONCE) return false;
    const { db, clock } = this.#parts;
    const now = clock.now();
    const running = new Set(this.#running.keys());
    return db.read((reader) => {
      if (store.due(reader, now, running, { all: 1, reactions: 1, others: 1 }).length > 0) return true;
      const next = store.nextAfter(reader, now);
      if (next !== undefined) this.#wakeIn(next - now);
      return false;
    });
  }

  /**
   * Writes down what is tried once this is committed; false where nothing is. Written down first: whoever is killed while
   * Discord does it must know, in their next life, that it was tried.
   */
  #begin(tx: Tx, which: 'all' | 'reactions'): boolean {
    const all = store.AT_ONCE - this.#running.size;
    if (!this.#started || all <= 0) return false;
    const reactions = REACTIONS_AT_ONCE - [...this.#running.values()].filter(store.isReaction).length;
    const room = { all, reactions, others: which === 'all' ? all : 0 };
    const due = store.due(tx, this.#parts.clock.now(), new Set(this.#running.keys()), room);
    for (const effect of due) {
      store.begin(tx, effect.id);
      this.#running.set(effect.id, effect.kind);
      this.#begun.push(effect);
    }
    return due.length > 0;
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
    if (store.isReaction(effect.kind)) this.#gather();
    else this.#kickSoon();
  }

  /** Nobody waits to hear that a reaction is there. In a flood, one transaction for several saves a tenth of what a thank-you costs. */
  #gather(): void {
    if (this.#tried.length === this.#running.size) this.#kickSoon();
    else this.#stopGathering ??= this.#parts.clock.after(GATHERED_FOR_MS, () => this.kick());
  }

  /** Looks once all that Discord answered at the same moment has been read, for one transaction. */
  #kickSoon(): void {
    if (this.#looksSoon) return;
    this.#looksSoon = true;
    setImmediate(() => {
      this.#looksSoon = false;
      this.kick();
    });
  }

  #writeDown(tx: Tx, one: Tried): Promise<Note> {
    const owner = this.#onSettled.get(one.effect.ref?.split(':')[0] ?? '');
    return writeDown(tx, one, { now: this.#parts.clock.now(), share: this.#random(), owner });
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
}
