// Many simulated runs, one after the other, and what came of them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from '../../src/core/database.ts';
import { type RunReport, simulate } from './run.ts';

/** Deeds of people in one run. */
export const DEEDS = 40;

export interface Summary {
  seeds: number;
  from: number;
  deeds: number;
  lives: number;
  faults: Record<string, number>;
  repeatedLate: number;
  failed: readonly RunReport[];
}

/** Runs seeds one after the other; the same seed gives the same run. */
export async function simulateMany(from: number, seeds: number, deeds: number): Promise<Summary> {
  const folder = mkdtempSync(join(tmpdir(), 'laurel-simulation-'));
  const template = join(folder, 'template.db');
  await Database.open(template).close();
  const summary = { seeds, from, deeds: 0, lives: 0, faults: {} as Record<string, number>, repeatedLate: 0 };
  const failed: RunReport[] = [];
  try {
    for (let seed = from; seed < from + seeds; seed++) {
      const report = await simulate(seed, deeds, folder, template);
      summary.deeds += report.deeds;
      summary.lives += report.lives;
      summary.repeatedLate += report.repeatedLate;
      for (const [what, times] of Object.entries(report.faults))
        summary.faults[what] = (summary.faults[what] ?? 0) + times;
      if (report.broken.length > 0) failed.push(report);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return { ...summary, failed };
}
