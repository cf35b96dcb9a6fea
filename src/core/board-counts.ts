// How many members hold each value on a board: counted once, then kept in step, so that a place among a million costs no million steps.

import { and, asc, desc, eq, gt, lt, type SQL, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/sqlite-core';
import { BoardCount, type Holders, next, type Position, type ReadPiece, TOP } from './board-count.ts';
import { breathe } from './breathe.ts';
import { afterCommit, prepared, type Reader, type Sharing, sharing, type Tx } from './database.ts';
import { standings } from './schema.ts';
import { ValueCounts } from './value-counts.ts';

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

/**
 * Members of a board that are counted at once, in less than 10 ms. A larger board is counted in pieces: whoever asked for it
 * waits, and nobody else.
 */
export const PIECE = 2_500;
/** How often a board is counted again because somebody wrote all anew meanwhile; then it is counted in one go. */
const MOST_TRIES = 3;

interface Book {
  /** By server, then by period and board; least recently used server first. */
  readonly boards: Map<string, ValueCounts>;
  /** Boards that are being counted, or will be. */
  readonly underWay: Map<string, UnderWay>;
  /** Resolves when none is: they are counted one after the other. */
  idle: Promise<unknown>;
  /** How often other processes had changed the file when these were counted. */
  changedElsewhere: number;
}

interface UnderWay {
  /** Nothing as long as others come first. */
  count: BoardCount | undefined;
  over: Promise<void>;
}

interface Which {
  guildId: string;
  period: string;
  board: Board;
}

const books = new WeakMap<object, Book>();

/** Whose row stands on a board: the words of the board's index. */
export const standsOn = (board: Board) => sql`${standings.listed} * ${standings[board]} > 0`;

/** Some members of a board after a position: those with the same value, then those with less. */
const piecesOf = eachBoard((board) =>
  prepared((db) => {
    const value = standings[board];
    const some = (where: SQL, ...order: SQL[]) =>
      db
        .select({ value: sql<number>`${value}`.as('value'), memberId: standings.memberId })
        .from(standings)
        .where(
          and(
            eq(standings.guildId, sql.placeholder('guildId')),
            eq(standings.period, sql.placeholder('period')),
            standsOn(board),
            where,
          ),
        )
        .orderBy(...order)
        .limit(sql.placeholder('most'));
    const same = some(
      sql`${eq(value, sql.placeholder('value'))} and ${gt(standings.memberId, sql.placeholder('memberId'))}`,
      asc(standings.memberId),
    ).as('same');
    const less = some(lt(value, sql.placeholder('value')), desc(value), asc(standings.memberId)).as('less');
    const piece = unionAll(db.select().from(same), db.select().from(less))
      .limit(sql.placeholder('most'))
      .as('piece');
    return db
      .select({
        value: piece.value,
        people: sql<number>`count(*)`,
        lastId: sql`max(${piece.memberId})`.mapWith(standings.memberId),
      })
      .from(piece)
      .groupBy(sql`${piece.value}`)
      .orderBy(desc(sql`${piece.value}`))
      .prepare();
  }),
);

/**
 * How many listed members have more than `above`, from memory; nothing where memory is no help: inside a transaction,
 * whose changes it does not know yet, and on a connection of somebody's own. A large board takes a while the first time,
 * in which everything else goes on.
 */
export async function peopleAbove(
  db: Reader,
  guildId: string,
  period: string,
  board: Board,
  above: number,
): Promise<number | undefined> {
  const shared = sharing(db);
  if (shared?.reader !== db) return undefined;
  return (await countsOf(shared, { guildId, period, board })).above(above);
}

async function countsOf(shared: Sharing, which: Which): Promise<ValueCounts> {
  const key = keyOf(which);
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const book = bookOf(shared);
    const known = book.boards.get(key) ?? countSmall(shared, book, key, which);
    if (known) {
      keep(book, key, known);
      return known;
    }
    await (book.underWay.get(key) ?? begin(shared, book, key, which)).over;
  }
  return countAtOnce(shared.reader, which);
}

/** The counts of a board that is no more than one piece. */
function countSmall(shared: Sharing, book: Book, key: string, which: Which): ValueCounts | undefined {
  if (book.underWay.has(key)) return undefined;
  const piece = pieceOf(which)(shared.reader, TOP, PIECE);
  if (next(piece, PIECE)) return undefined;
  return countsIn(piece);
}

function countsIn(piece: readonly Holders[]): ValueCounts {
  const counts = new ValueCounts();
  for (const { value, people } of piece) counts.add(value, people);
  return counts;
}

function begin(shared: Sharing, book: Book, key: string, which: Which): UnderWay {
  const mine: UnderWay = {
    count: undefined,
    over: book.idle.then(() => count(shared, book, key, which, mine)),
  };
  book.underWay.set(key, mine);
  book.idle = mine.over.catch(() => undefined);
  return mine;
}

/** Counts a board in pieces and keeps it, unless it was forgotten meanwhile. */
async function count(shared: Sharing, book: Book, key: string, which: Which, mine: UnderWay): Promise<void> {
  const isWanted = () => bookOf(shared).underWay.get(key) === mine;
  if (!isWanted()) return;
  const reader = shared.openReader();
  try {
    mine.count = new BoardCount(reader.db, pieceOf(which), PIECE);
    while (isWanted() && mine.count.step()) await breathe();
    if (isWanted()) keep(book, key, mine.count.finish());
  } finally {
    reader.close();
    if (book.underWay.get(key) === mine) book.underWay.delete(key);
  }
}

function countAtOnce(db: Reader, which: Which): ValueCounts {
  return countsIn(pieceOf(which)(db, TOP, Number.MAX_SAFE_INTEGER));
}

function pieceOf({ guildId, period, board }: Which): ReadPiece {
  return (db: Reader, after: Position, most: number) =>
    piecesOf[board](db).all({ guildId, period, ...after, most });
}

function keep(book: Book, key: string, counts: ValueCounts): void {
  book.boards.delete(key);
  book.boards.set(key, counts);
  const [oldest] = book.boards.keys();
  if (book.boards.size > MOST_BOARDS && oldest !== undefined) book.boards.delete(oldest);
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
  if (!shared) return undefined;
  const book = books.get(shared);
  if (book && book.boards.size + book.underWay.size > 0) return book;
  // One that is asked for before this is committed does not know of it.
  const forget = forgetting.get(shared) ?? (() => forgetAll(shared));
  forgetting.set(shared, forget);
  if (shared.onceCommitted.at(-1) !== forget) afterCommit(tx, forget);
  return undefined;
}

const forgetting = new WeakMap<Sharing, () => void>();

function forgetAll(shared: Sharing): void {
  const book = books.get(shared);
  book?.boards.clear();
  book?.underWay.clear();
}

/** Follows a member's change in one period, once it is committed. */
export function noteChange(tx: Tx, guildId: string, period: string, before: Shown, after: Shown): void {
  const book = keptBook(tx);
  if (!book) return;
  for (const board of boards) {
    const [from, to] = [before?.[board] ?? 0, after?.[board] ?? 0];
    if (from === to) continue;
    afterCommit(tx, () => {
      const key = keyOf({ guildId, period, board });
      book.underWay.get(key)?.count?.move(from, to);
      const counts = book.boards.get(key);
      if (counts === undefined) return;
      counts.add(from, -1);
      counts.add(to, 1);
    });
  }
}

/** Forgets the boards of a server, or of some of its periods, once it is committed that they were written anew or are let go. */
export function forgetBoards(tx: Tx, guildId: string, isOver = (_period: string) => true): void {
  const shared = sharing(tx);
  if (!shared) return;
  afterCommit(tx, () => {
    const book = books.get(shared);
    if (!book) return;
    for (const kept of [book.boards, book.underWay])
      for (const key of kept.keys()) {
        const [guild, period = ''] = key.split(' ');
        if (guild === guildId && isOver(period)) kept.delete(key);
      }
  });
}

function bookOf(shared: Sharing): Book {
  const changedElsewhere = shared.changedElsewhere();
  const known = books.get(shared) ?? {
    boards: new Map(),
    underWay: new Map(),
    idle: Promise.resolve(),
    changedElsewhere,
  };
  books.set(shared, known);
  if (known.changedElsewhere !== changedElsewhere) {
    forgetAll(shared);
    known.changedElsewhere = changedElsewhere;
  }
  return known;
}

function keyOf({ guildId, period, board }: Which): string {
  return `${guildId} ${period} ${board}`;
}
