// Who follows when credit or a tier moves: what a feature derives from it, in the same transaction as the row that moved.
import type { Tx } from './database.ts';
import type { Shift } from './ledger.ts';

/** Told of each shift after standings followed it; throwing undoes the whole transaction. */
export type OnCredit = (tx: Tx, shift: Shift) => Promise<void>;

/** Told when a tier of a member began or ended, or Discord refused it; what holds then is in the database. */
export type OnTier = (tx: Tx, member: { guildId: string; memberId: string }) => Promise<void>;

export class Followers {
  readonly #ofCredit: OnCredit[] = [];
  readonly #ofTiers: OnTier[] = [];

  /** Adds a follower of credit; they are told in the order in which they were added. */
  add(follower: OnCredit): void {
    this.#ofCredit.push(follower);
  }

  /** Adds a follower of tiers. */
  addOfTiers(follower: OnTier): void {
    this.#ofTiers.push(follower);
  }

  async tell(tx: Tx, shift: Shift): Promise<void> {
    for (const follow of this.#ofCredit) await follow(tx, shift);
  }

  async tellOfTier(tx: Tx, { guildId, memberId }: { guildId: string; memberId: string }): Promise<void> {
    for (const follow of this.#ofTiers) await follow(tx, { guildId, memberId });
  }
}
