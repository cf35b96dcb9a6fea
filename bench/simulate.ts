// `npm run simulate -- --seeds N --from S`: prints what came of so many simulated runs as JSON, and how to play a bad one again.
import { parseArgs } from 'node:util';
import { DEEDS, simulateMany } from './simulation/many.ts';

const USAGE = 'Usage: npm run simulate -- [--seeds N] [--from S] [--deeds N]';

const numbers = readCall();
if (numbers === undefined) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  const { from, seeds, deeds } = numbers;
  const started = performance.now();
  const { failed, ...summary } = await simulateMany(from, seeds, deeds);
  for (const { seed, broken } of failed) {
    console.error(`Seed ${seed} (again: npm run simulate -- --seeds 1 --from ${seed} --deeds ${deeds})`);
    for (const line of broken) console.error(`  ${line}`);
  }
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  console.log(JSON.stringify({ ...summary, failed: failed.map(({ seed }) => seed), seconds }));
  if (failed.length > 0) process.exitCode = 1;
}

function readCall(): { from: number; seeds: number; deeds: number } | undefined {
  try {
    const options = {
      seeds: { type: 'string' },
      from: { type: 'string' },
      deeds: { type: 'string' },
    } as const;
    const { values } = parseArgs({ options });
    const called = {
      from: Number(values.from ?? 1),
      seeds: Number(values.seeds ?? 200),
      deeds: Number(values.deeds ?? DEEDS),
    };
    return Object.values(called).every((value) => Number.isSafeInteger(value) && value >= 1)
      ? called
      : undefined;
  } catch {
    return undefined;
  }
}
