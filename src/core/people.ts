// What people chose about themselves, and who was forgotten: asked before anything is recorded of anybody.
import { and, asc, eq, gte, sql } from 'drizzle-orm';
import { type Database, prepared, type Reader, type Tx } from './database.ts';
import { fingerprintOf, readPersonKey } from './person-key.ts';
import { erasures, optOuts, type Wish } from './privacy-tables.ts';
import { timeOf } from './snowflakes.ts';

/** A person and their tombstone. */
export interface Forgotten {
  /** What stands where their id stood. */
  pseudonym: string;
  erasedAt: number;
}

const firstErasureSince = prepared((db) =>
  db
    .select({ pseudonym: erasures.pseudonym, erasedAt: erasures.erasedAt })
    .from(erasures)
    .where(
      and(
        eq(erasures.fingerprint, sql.placeholder('fingerprint')),
        gte(erasures.erasedAt, sql.placeholder('at')),
      ),
    )
    .orderBy(asc(erasures.erasedAt))
    .limit(1)
    .prepare(),
);

/** When a thing of Discord's was made (ms), by its id; nothing for what is no id. */
export function madeAt(id: string | null | undefined): number | undefined {
  return id && /^\d{17,20}$/.test(id) ? timeOf(id) : undefined;
}

export class People {
  readonly #db: Database;
  readonly #databasePath: string;
  readonly #wishes = new Map<string, ReadonlyMap<string, Wish>>();
  #key: Buffer | undefined;
  /** How many changes were begun or committed so far. */
  #changes = 0;

  constructor(db: Database, databasePath: string) {
    this.#db = db;
    this.#databasePath = databasePath;
  }

  /** Stands for a person where their id must not: see person-key.ts. */
  fingerprint(memberId: string): string {
    this.#key ??= readPersonKey(this.#databasePath);
    return fingerprintOf(this.#key, memberId);
  }

  /** What a member chose not to be part of in a server. */
  async wishOf(guildId: string, memberId: string): Promise<Wish | undefined> {
    const wishes = this.#wishes.get(guildId) ?? (await this.#read(guildId));
    return wishes.size === 0 ? undefined : wishes.get(this.fingerprint(memberId));
  }

  /** Whether nothing is to be recorded of a member at all. */
  async isLeftOut(guildId: string, memberId: string): Promise<boolean> {
    return (await this.wishOf(guildId, memberId)) === 'leftOut';
  }

  /** Writes down what a member chose; nothing means to be part of everything again. */
  async choose(
    tx: Tx,
    guildId: string,
    memberId: string,
    wish: Wish | undefined,
    chosenAt: number,
  ): Promise<void> {
    const fingerprint = this.fingerprint(memberId);
    const who = and(eq(optOuts.guildId, guildId), eq(optOuts.fingerprint, fingerprint));
    tx.delete(optOuts).where(who).run();
    if (wish) tx.insert(optOuts).values({ guildId, fingerprint, wish, chosenAt }).run();
    // As with settings: forgotten now and once more when it is committed.
    this.forgetWishes(guildId);
    const stop = this.#db.onCommit(() => {
      this.forgetWishes(guildId);
      stop();
    });
  }

  /** The wishes of a server are read anew when they are asked for next. */
  forgetWishes(guildId: string): void {
    this.#changes += 1;
    this.#wishes.delete(guildId);
  }

  /** The tombstone that covers what happened at a moment (ms), if this person had their data deleted since. */
  forgottenSince(db: Reader, memberId: string, at: number): Forgotten | undefined {
    return firstErasureSince(db).get({ fingerprint: this.fingerprint(memberId), at });
  }

  /** Who somebody is in what happened at a moment: their pseudonym where that was deleted since, else themselves. */
  knownAs(db: Reader, memberId: string, at: number): string {
    return this.forgottenSince(db, memberId, at)?.pseudonym ?? memberId;
  }

  async #read(guildId: string): Promise<ReadonlyMap<string, Wish>> {
    const changes = this.#changes;
    const rows = await this.#db.read((db) =>
      db.select().from(optOuts).where(eq(optOuts.guildId, guildId)).all(),
    );
    const read = new Map(rows.map(({ fingerprint, wish }) => [fingerprint, wish]));
    if (this.#changes === changes) this.#wishes.set(guildId, read);
    return read;
  }
}
