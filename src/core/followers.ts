// Who follows when credit moves: what a feature derives from the ledger, in the same transaction as the row that moved.
import type { Tx } from './database.ts';
import type { Shift } from './ledger.ts';

/** Told of each shift after standings followed it; throwing undoes the whole transaction. */
export type OnCredit = (tx: Tx, shift: Shift) => Promise<void>;

export class CreditFollowers {
  readonly #followers: OnCredit[] = [];

  /** Adds a follower; they are told in the order in which they were added. */
  add(follower: OnCredit): void {
    this.#followers.push(follower);
  }

  async tell(tx: Tx, shift: Shift): Promise<void> {
    for (const follow of this.#followers) await follow(tx, shift);
  }
}
