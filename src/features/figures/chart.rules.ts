// A chart of questions: columns by stretch of time, each of those solved, answered and open. Pure.
import { type Chart, type Column, totalOf } from '../pictures/chart.rules.ts';
import type { Bucket } from './rules.ts';

/** A stretch of time as a column: those solved, those answered beside them, and the others. They never exceed what was asked. */
export function columnOf({ asked, answered, solved }: Bucket, label: string, total: string): Column {
  // Solved without an answer by others is solved all the same.
  const helped = Math.min(asked, Math.max(answered, solved));
  const done = Math.min(solved, asked);
  return { label, total, sizes: { solved: done, answered: helped - done, open: asked - helped } };
}

/** So few questions do not fill the chart. */
const LOWEST_TOP = 4;

/** The chart of these columns. */
export function chartOf(columns: readonly Column[], legend: Chart['legend']): Chart {
  return { columns, legend, top: Math.max(LOWEST_TOP, ...columns.map(totalOf)) };
}
