// Those who wait until effects are no longer owed, such as who pressed a button and wants to see what came of it.
import type { Logger } from 'pino';
import type { Clock } from './clock.ts';
import type { Database } from './database.ts';
import * as store from './outbox-store.ts';

/** Somebody who waits until none of these effects is waiting any more. */
interface Waiter {
  ids: readonly number[];
  wake(): void;
}

export interface WaitersParts {
  db: Database;
  clock: Clock;
  log: Logger;
}

export class Waiters {
  readonly #parts: WaitersParts;
  readonly #all = new Set<Waiter>();

  constructor(parts: WaitersParts) {
    this.#parts = parts;
  }

  /** Resolves when these effects are no longer waiting, or after `patienceMs`, whichever comes first. */
  async until(ids: readonly number[], patienceMs: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const waiter: Waiter = {
        ids,
        wake: () => {
          outOfPatience();
          this.#all.delete(waiter);
          resolve();
        },
      };
      const outOfPatience = this.#parts.clock.after(patienceMs, () => waiter.wake());
      this.#all.add(waiter);
      this.look();
    });
  }

  /** Looks after each commit, whoever settled or cancelled what: so nobody waits for what is over. */
  look(): void {
    if (this.#all.size === 0) return;
    this.#parts.db
      .read((reader) => {
        for (const { ids, wake } of [...this.#all])
          if (!ids.some((id) => store.isWaiting(reader, id))) wake();
      })
      .catch((err) => this.#parts.log.error({ feature: 'outbox', err }, 'nobody could be told what settled'));
  }
}
