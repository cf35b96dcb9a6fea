// What a chart of columns consists of, each column of three parts. Pure.

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

export function totalOf({ sizes }: Column): number {
  return parts.reduce((sum, part) => sum + sizes[part], 0);
}
