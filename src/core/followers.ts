// Who follows when credit or a tier moves: what a feature derives from it, in the same transaction as the row that moved.
import type { Tx } from './database.ts';
import type { Shift } from './ledger-rules.ts';
import type { Found } from './standing-shifts.ts';

/** Told of each shift after standings followed it, with what was found out by that; throwing undoes the whole transaction. */
export type OnCredit = (tx: Tx, shift: Shift, found?: Found) => Promise<void>;

/** Told when a tier of a member began or ended, or Discord refused it; what holds then is in the database. */
export type OnTier = (tx: Tx, member: { guildId: string; memberId: string }) => Promise<void>;

/** Told when the story of a question changed otherwise than by credit: who answered first, which tags it has. */
export type OnQuestion = (tx: Tx, question: StoryOfQuestion) => Promise<void>;

/** A question as its followers need it. */
export interface StoryOfQuestion {
  id: string;
  guildId: string;
  askerId: string;
}

export class Followers {
  readonly #ofCredit: OnCredit[] = [];
  readonly #ofTiers: OnTier[] = [];
  readonly #ofQuestions: OnQuestion[] = [];

  /** Adds a follower of credit; they are told in the order in which they were added. */
  add(follower: OnCredit): void {
    this.#ofCredit.push(follower);
  }

  /** Adds a follower of tiers. */
  addOfTiers(follower: OnTier): void {
    this.#ofTiers.push(follower);
  }

  /** Adds a follower of the story of questions. */
  addOfQuestions(follower: OnQuestion): void {
    this.#ofQuestions.push(follower);
  }

  async tell(tx: Tx, shift: Shift, found?: Found): Promise<void> {
    for (const follow of this.#ofCredit) await follow(tx, shift, found);
  }

  async tellOfTier(tx: Tx, { guildId, memberId }: { guildId: string; memberId: string }): Promise<void> {
    for (const follow of this.#ofTiers) await follow(tx, { guildId, memberId });
  }

  async tellOfQuestion(tx: Tx, question: StoryOfQuestion): Promise<void> {
    for (const follow of this.#ofQuestions) await follow(tx, question);
  }
}
