// One board counted in pieces, between which everything else has its turn: on one state of the file, with what changes meanwhile added at the end.
import type { Reader } from './database.ts';
import { BEFORE_ALL } from './snowflakes.ts';
import { ValueCounts } from './value-counts.ts';

/** Up to where a board is read, from the top; after it come lower values, and those with the same by their id. */
export interface Position {
  value: number;
  memberId: string;
}

/** How many of some members hold a value, and the last of them by id. */
export interface Holders {
  value: number;
  people: number;
  lastId: string;
}

/** Everybody on a board comes after it. */
export const TOP: Position = { value: Number.MAX_SAFE_INTEGER, memberId: BEFORE_ALL };

/** The next members of a board, at most `most`, highest value first. */
export type ReadPiece = (db: Reader, after: Position, most: number) => readonly Holders[];

export class BoardCount {
  readonly #db: Reader;
  readonly #read: ReadPiece;
  readonly #most: number;
  readonly #counts = new ValueCounts();
  /** What was committed since the state that is counted, by value. */
  readonly #moved = new Map<number, number>();
  #after: Position | undefined = TOP;

  /**
   * Reads the first piece at once, of what is committed now: this is the state that is counted. `most` members belong to
   * a piece; `db` shows one state as long as it is used.
   */
  constructor(db: Reader, read: ReadPiece, most: number) {
    this.#db = db;
    this.#read = read;
    this.#most = most;
    this.step();
  }

  /** Reads the next piece; false when there was none. */
  step(): boolean {
    if (this.#after === undefined) return false;
    const piece = this.#read(this.#db, this.#after, this.#most);
    this.#after = next(piece, this.#most);
    for (const { value, people } of piece) this.#counts.add(value, people);
    return true;
  }

  /** Somebody had `from` in the state that is counted, or in what changed since, and has `to`. */
  move(from: number, to: number): void {
    this.#moved.set(from, (this.#moved.get(from) ?? 0) - 1);
    this.#moved.set(to, (this.#moved.get(to) ?? 0) + 1);
  }

  /** The counts as they are now, when all was read. */
  finish(): ValueCounts {
    for (const [value, by] of this.#moved) this.#counts.add(value, by);
    return this.#counts;
  }
}

/** Where the piece after this one begins; nothing when this was the last one. */
export function next(piece: readonly Holders[], most: number): Position | undefined {
  const last = piece.at(-1);
  const isLast = last === undefined || piece.reduce((all, { people }) => all + people, 0) < most;
  return isLast ? undefined : { value: last.value, memberId: last.lastId };
}
