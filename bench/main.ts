// `npm run bench`, or `npm run bench -- NAME [FILE] [--option N]`: measures, prints a table, and one line of JSON last.
import { parseArgs } from 'node:util';
import type { Benchmark, Table } from './benchmark.ts';
import { benchmarks } from './benchmarks.ts';

class WrongCall extends Error {}

function usage(): string {
  const lines = benchmarks.map(({ name, about, options }) => {
    const settable = Object.entries(options).map(([option, value]) => `--${option} ${value}`);
    return `  ${name.padEnd(10)} ${about}\n${' '.repeat(13)}${settable.join(' ')}`;
  });
  return `Usage: npm run bench -- [NAME [FILE]] [--option N]\n${lines.join('\n')}`;
}

/** What was asked for: one benchmark, or all of them, and what was set. */
function readCall(): { chosen: readonly Benchmark[]; file: string | undefined; set: Record<string, number> } {
  const names = new Set(benchmarks.flatMap(({ options }) => Object.keys(options)));
  const options = Object.fromEntries([...names].map((name) => [name, { type: 'string' as const }]));
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options });
    const [name, file] = positionals;
    const chosen = name === undefined ? benchmarks : benchmarks.filter((one) => one.name === name);
    const set = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, Number(value)]));
    const isOdd = Object.values(set).some((value) => !Number.isSafeInteger(value) || value < 1);
    if (chosen.length === 0 || positionals.length > 2 || isOdd) throw new WrongCall(usage());
    return { chosen, file, set };
  } catch (err) {
    if (err instanceof WrongCall) throw err;
    throw new WrongCall(`${err instanceof Error ? err.message : err}\n${usage()}`);
  }
}

function print({ columns, rows }: Table): void {
  const lines = [columns, ...rows].map((row) => row.map(String));
  const widths = columns.map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)));
  for (const line of lines) console.log(line.map((cell, i) => cell.padStart(widths[i] ?? 0)).join('  '));
}

try {
  const { chosen, file, set } = readCall();
  for (const { name, about, options, run } of chosen) {
    console.log(`\n${name}: ${about}`);
    const report = await run({ ...options, ...set }, file);
    print(report.table);
    console.log(JSON.stringify({ benchmark: name, ...report.figures }));
  }
} catch (err) {
  if (!(err instanceof WrongCall)) throw err;
  console.error(err.message);
  process.exitCode = 2;
}
