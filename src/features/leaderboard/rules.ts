// How a board is cut into pages, which period is meant, and how the state of a board travels in its buttons.

import { type Board, boards } from '../../core/board-counts.ts';
import { type Period, type PeriodKind, periodAt, periodKinds, periodWithKey } from '../../core/periods.ts';

/** Ten lines and the controls fit on one screen of a phone. */
export const PAGE_SIZE = 10;
/** A month is long enough to say something and short enough that a newcomer can still climb it. */
export const DEFAULT_PERIOD: PeriodKind = 'month';
export const DEFAULT_BOARD: Board = 'points';
/** Someone who joined less than this before they are said to leave may have come back in between, in ms. */
const FRESH_RETURN_MS = 60_000;

/** What a shown board is about. Its owner is the one who asked for it: theirs is the place it shows. */
export interface BoardState {
  periodKey: string;
  board: Board;
  /** From 1. */
  page: number;
  ownerId: string;
}

export function stateArgs({ periodKey, board, page, ownerId }: BoardState): readonly (string | number)[] {
  return [periodKey, board, page, ownerId];
}

/** Reads the state back from a custom id; nothing for one that we did not write. */
export function readState(args: readonly string[]): BoardState | undefined {
  const [periodKey, board, page, ownerId] = args;
  if (!periodKey || !isBoard(board) || !page || !/^\d{1,6}$/.test(page) || !ownerId) return undefined;
  return { periodKey, board, page: Number(page), ownerId };
}

export function isBoard(value: string | undefined): value is Board {
  return boards.some((board) => board === value);
}

function isPeriodKind(value: string): value is PeriodKind {
  return periodKinds.some((kind) => kind === value);
}

/** The period that is meant: the running one of a kind (`month`), or a certain one (`2026-10`). */
export function periodMeant(kindOrKey: string, now: number, timeZone: string): Period | undefined {
  return isPeriodKind(kindOrKey) ? periodAt(kindOrKey, now, timeZone) : periodWithKey(kindOrKey, timeZone);
}

/** How many pages so many people fill; an empty board has one. */
export function pagesFor(people: number): number {
  return Math.max(1, Math.ceil(people / PAGE_SIZE));
}

/** The page asked for, or the nearest there is: people may have left since. */
export function nearestPage(wanted: number, people: number): number {
  return Math.min(Math.max(1, wanted), pagesFor(people));
}

/** The page on which the member at this position (from 0) stands. */
export function pageAtPosition(position: number): number {
  return Math.floor(position / PAGE_SIZE) + 1;
}

/** Whether news that a member left may be older than their return, so that Discord should be asked. */
export function leavingIsDoubtful(joinedAt: number | undefined, now: number): boolean {
  return joinedAt !== undefined && now - joinedAt < FRESH_RETURN_MS;
}

/** Whether news that a member joined may be older than their leaving, so that Discord should be asked. */
export function returnIsDoubtful(joinedAt: number | undefined, leftAt: number | undefined): boolean {
  return leftAt !== undefined && (joinedAt === undefined || joinedAt <= leftAt);
}
