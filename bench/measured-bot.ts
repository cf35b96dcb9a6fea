// The bot as it ships, in a process of its own, which writes down at its end what it used: CPU time and memory.
import { writeFileSync } from 'node:fs';
import { run } from '../src/run.ts';

const [usagePath] = process.argv.slice(2);
if (!usagePath) throw new Error('Say where to write the usage.');
const code = await run();
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
// Microseconds and kibibytes, as the system counts them.
writeFileSync(
  usagePath,
  JSON.stringify({
    cpuSeconds: Math.round((userCPUTime + systemCPUTime) / 1e4) / 100,
    peakMemoryMb: Math.round(maxRSS / 1024),
  }),
);
process.exit(code);
