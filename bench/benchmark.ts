// What a benchmark is: its name, what it measures, and a run that tells its figures in rows and as one value for machines.

/** A table for people: column names, then rows. */
export interface Table {
  columns: readonly string[];
  rows: readonly (readonly (string | number)[])[];
}

export interface Report {
  table: Table;
  /** One JSON object: what was measured, and `ratio` where two things were compared. */
  figures: Readonly<Record<string, unknown>>;
}

export interface Benchmark {
  name: string;
  /** One line: the work, and what is to be reached. */
  about: string;
  /** Numbers that a caller may set: `--messages 10000`. */
  options: Readonly<Record<string, number>>;
  run(options: Readonly<Record<string, number>>, file: string | undefined): Promise<Report>;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value below which this share of the values lies; 0 of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/** So many significant digits are worth reading. */
export function rounded(value: number, digits = 3): number {
  return Number(value.toPrecision(digits));
}

export function option(options: Readonly<Record<string, number>>, name: string): number {
  const value = options[name];
  if (value === undefined) throw new Error(`There is no option ${name}.`);
  return value;
}
