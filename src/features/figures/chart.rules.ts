// What a chart of questions consists of: columns by stretch of time, each of three parts. Pure, and in words as well.
import type { Bucket } from './rules.ts';

/** The parts of a column, from the ground up. */
export const parts = ['solved', 'answered', 'open'] as const;
export type Part = (typeof parts)[number];

export interface Column {
  /** Below the column. */
  label: string;
  /** How many questions each part is. */
  sizes: Readonly<Record<Part, number>>;
  /** How many there are in all, as written above it. */
  total: string;
}

export interface Chart {
  columns: readonly Column[];
  /** What each part is. */
  legend: Readonly<Record<Part, string>>;
  /** The top of the scale, which no column exceeds. */
  top: number;
}

/** A stretch of time as a column: those solved, those answered beside them, and the others. They never exceed what was asked. */
export function columnOf({ asked, answered, solved }: Bucket, label: string, total: string): Column {
  // Solved without an answer by others is solved all the same.
  const helped = Math.min(asked, Math.max(answered, solved));
  const done = Math.min(solved, asked);
  return { label, total, sizes: { solved: done, answered: helped - done, open: asked - helped } };
}

export function totalOf({ sizes }: Column): number {
  return parts.reduce((sum, part) => sum + sizes[part], 0);
}

/** So few questions do not fill the chart. */
const LOWEST_TOP = 4;

/** The chart of these columns. */
export function chartOf(columns: readonly Column[], legend: Chart['legend']): Chart {
  return { columns, legend, top: Math.max(LOWEST_TOP, ...columns.map(totalOf)) };
}
