// What people chose about themselves, and who was forgotten: asked before anything is recorded of anybody.
import { existsSync } from 'node:fs';
import { and, asc, eq, gt, gte, sql } from 'drizzle-orm';
import { afterCommit, type Database, prepared, type Reader, type Tx } from './database.ts';
import { fingerprintOf, personKeyPath, readPersonKey } from './person-key.ts';
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

/** Most servers have nobody: then nobody need be recognised. */
const anyErasure = prepared((db) =>
  db
    .select({ fingerprint: erasures.fingerprint })
    .from(erasures)
    .where(gt(erasures.fingerprint, ''))
    .limit(1)
    .prepare(),
);

/** Fingerprints kept in memory; the one that was asked for longest ago goes first. */
export const MOST_FINGERPRINTS = 1_000;

/** When a thing of Discord's was made (ms), by its id; nothing for what is no id. */
export function madeAt(id: string | null | undefined): number | undefined {
  return id && /^\d{17,20}$/.test(id) ? timeOf(id) : undefined;
}

/** Where choices are read: the database, or one state of it. */
export type Readable = Pick<Database, 'read'>;

export class People {
  readonly #db: Readable;
  readonly #databasePath: string;
  readonly #wishes = new Map<string, ReadonlyMap<string, Wish>>();
  /** By member, since working one out costs as much as several look-ups. */
  readonly #fingerprints = new Map<string, string>();
  #key: Buffer | undefined;
  /** How many changes were begun or committed so far. */
  #changes = 0;

  constructor(db: Readable, databasePath: string) {
    this.#db = db;
    this.#databasePath = databasePath;
  }

  /** Where the key should be that recognises who chose something or was forgotten; nothing when it is there, or nobody did. */
  missingKey(): Promise<string | undefined> {
    return this.#db.read((db) => {
      const knowsSomebody =
        anyErasure(db).get() ?? db.select({ fingerprint: optOuts.fingerprint }).from(optOuts).limit(1).get();
      const path = personKeyPath(this.#databasePath);
      return knowsSomebody === undefined || existsSync(path) ? undefined : path;
    });
  }

  /** Stands for a person where their id must not: see person-key.ts. */
  fingerprint(memberId: string): string {
    this.#key ??= readPersonKey(this.#databasePath);
    const fingerprint = this.#fingerprints.get(memberId) ?? fingerprintOf(this.#key, memberId);
    this.#fingerprints.delete(memberId);
    this.#fingerprints.set(memberId, fingerprint);
    const [oldest] = this.#fingerprints.keys();
    if (this.#fingerprints.size > MOST_FINGERPRINTS && oldest !== undefined)
      this.#fingerprints.delete(oldest);
    return fingerprint;
  }

  /** How many fingerprints are kept in memory now. */
  get remembered(): number {
    return this.#fingerprints.size;
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

  /** Whether it is known by now, without a look, that nobody in a server chose anything: so it is nearly everywhere. */
  knowsOfNoWish(guildId: string): boolean {
    return this.#wishes.get(guildId)?.size === 0;
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
    afterCommit(tx, () => this.forgetWishes(guildId));
  }

  /** The wishes of a server are read anew when they are asked for next. */
  forgetWishes(guildId: string): void {
    this.#changes += 1;
    this.#wishes.delete(guildId);
  }

  /** The tombstone that covers what happened at a moment (ms), if this person had their data deleted since. */
  forgottenSince(db: Reader, memberId: string, at: number): Forgotten | undefined {
    return this.forgottenAmong(db, [memberId], at).get(memberId);
  }

  /** The tombstones that cover what happened at a moment (ms), of those among these people who have one. */
  forgottenAmong(db: Reader, memberIds: readonly string[], at: number): ReadonlyMap<string, Forgotten> {
    const found = new Map<string, Forgotten>();
    if (anyErasure(db).get() === undefined) return found;
    for (const memberId of new Set(memberIds)) {
      const forgotten = firstErasureSince(db).get({ fingerprint: this.fingerprint(memberId), at });
      if (forgotten) found.set(memberId, forgotten);
    }
    return found;
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

/**
 * Who is left out and who was forgotten in a database. Throws where the key is missing by which they are recognised: they
 * would be counted like anybody else, and a new key would keep the next start from telling that the old one is gone.
 */
export async function peopleOf(db: Readable, databasePath: string): Promise<People> {
  const people = new People(db, databasePath);
  const keyPath = await people.missingKey();
  if (keyPath === undefined) return people;
  throw new Error(
    `Some people here chose to be left out, or had their data deleted. They are recognised only with ${keyPath}, which is missing: put it back from where Laurel ran.`,
  );
}
