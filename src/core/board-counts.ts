// How many members hold each value on a board: counted once, then kept in step, so that a place among a million costs no million steps.
import { and, eq, sql } from 'drizzle-orm';
import { afterCommit, prepared, type Reader, sharing, type Tx } from './database.ts';
import { standings } from './schema.ts';

export const boards = ['points', 'solutions', 'thanksReceived', 'thanksGiven'] as const;
export type Board = (typeof boards)[number];

export const eachBoard = <T>(build: (board: Board) => T): Record<Board, T> => ({
  points: build('points'),
  solutions: build('solutions'),
  thanksReceived: build('thanksReceived'),
  thanksGiven: build('thanksGiven'),
});

/** Boards kept in memory, each with some thousand numbers at most; the one that was looked at longest ago goes first. */
export const MOST_BOARDS = 200;

/** Listed members by value; those with nothing are on no board. */
type Counts = Map<number, number>;

interface Book {
  /** By server, then by period and board; least recently used server first. */
  readonly boards: Map<string, Counts>;
  /** How often other processes had changed the file when these were counted. */
  changedElsewhere: number;
}

const books = new WeakMap<object, Book>();

/** Whose row stands on a board: the words of the board's index. */
export const standsOn = (board: Board) => sql`${standings.listed} * ${standings[board]} > 0`;

const valuesOf = eachBoard((board) =>
  prepared((db) =>
    db
      .select({ value: standings[board], people: sql<number>`count(*)` })
      .from(standings)
      .where(
        and(
          eq(standings.guildId, sql.placeholder('guildId')),
          eq(standings.period, sql.placeholder('period')),
          standsOn(board),
        ),
      )
      .groupBy(standings[board])
      .prepare(),
  ),
);

/**
 * How many listed members have more than `above`, from memory; nothing where memory is no help: inside a transaction,
 * whose changes it does not know yet, and on a connection of somebody's own.
 */
export function peopleAbove(
  db: Reader,
  guildId: string,
  period: string,
  board: Board,
  above: number,
): number | undefined {
  const shared = sharing(db);
  if (shared?.reader !== db) return undefined;
  const book = bookOf(shared);
  const key = keyOf(guildId, period, board);
  const known = book.boards.get(key);
  const counts = known ?? count(db, guildId, period, board);
  book.boards.delete(key);
  book.boards.set(key, counts);
  const [oldest] = book.boards.keys();
  if (book.boards.size > MOST_BOARDS && oldest !== undefined) book.boards.delete(oldest);
  let people = 0;
  for (const [value, holders] of counts) if (value > above) people += holders;
  return people;
}

/** How many boards are kept in memory now. */
export function remembersBoards(db: Reader): number {
  const shared = sharing(db);
  return (shared && books.get(shared)?.boards.size) ?? 0;
}

/** A member's values of one period as they are listed; nothing for somebody who is not. */
export type Shown = Record<Board, number> | undefined;

/** Whether any board is kept in memory, so that changes have to be noted. */
export function keepsBoards(tx: Tx): boolean {
  return keptBook(tx) !== undefined;
}

function keptBook(tx: Tx): Book | undefined {
  const shared = sharing(tx);
  const book = shared && books.get(shared);
  return book && book.boards.size > 0 ? book : undefined;
}

/** Follows a member's change in one period, once it is committed. */
export function noteChange(tx: Tx, guildId: string, period: string, before: Shown, after: Shown): void {
  const book = keptBook(tx);
  if (!book) return;
  for (const board of boards) {
    const [from, to] = [before?.[board] ?? 0, after?.[board] ?? 0];
    if (from === to) continue;
    afterCommit(tx, () => {
      const counts = book.boards.get(keyOf(guildId, period, board));
      if (counts === undefined) return;
      move(counts, from, -1);
      move(counts, to, 1);
    });
  }
}

/** Forgets the boards of a server, or of some of its periods, once it is committed that they were written anew or are let go. */
export function forgetBoards(tx: Tx, guildId: string, isOver = (_period: string) => true): void {
  const shared = sharing(tx);
  const book = shared && books.get(shared);
  if (!book) return;
  afterCommit(tx, () => {
    for (const key of book.boards.keys()) {
      const [guild, period = ''] = key.split(' ');
      if (guild === guildId && isOver(period)) book.boards.delete(key);
    }
  });
}

function bookOf(shared: { changedElsewhere(): number }): Book {
  const changedElsewhere = shared.changedElsewhere();
  const known = books.get(shared) ?? { boards: new Map(), changedElsewhere };
  books.set(shared, known);
  if (known.changedElsewhere !== changedElsewhere) {
    known.boards.clear();
    known.changedElsewhere = changedElsewhere;
  }
  return known;
}

function count(db: Reader, guildId: string, period: string, board: Board): Counts {
  const rows = valuesOf[board](db).all({ guildId, period });
  return new Map(rows.map(({ value, people }) => [value, people]));
}

function move(counts: Counts, value: number, by: number): void {
  if (value <= 0) return;
  const people = (counts.get(value) ?? 0) + by;
  if (people > 0) counts.set(value, people);
  else counts.delete(value);
}

function keyOf(guildId: string, period: string, board: Board): string {
  return `${guildId} ${period} ${board}`;
}
