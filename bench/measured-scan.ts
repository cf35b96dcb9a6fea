// One scan for fair play in a process of its own: how long it takes, what it uses, and whether the main thread stands still.
import { scan } from '../src/features/fairness/scan.ts';

/** How often the main thread looks whether it is held up, ms. */
const TICK_MS = 10;

const [databasePath, guildId, since] = process.argv.slice(2);
if (!databasePath || !guildId) throw new Error('Say which database and server, and since when.');
const megabytes = () => Math.round(process.resourceUsage().maxRSS / 1024);
const peakBeforeMb = megabytes();
const started = performance.now();
let ticked = started;
let longestStandstill = 0;
const ticking = setInterval(() => {
  const now = performance.now();
  longestStandstill = Math.max(longestStandstill, now - ticked - TICK_MS);
  ticked = now;
}, TICK_MS);
const suspicions = await scan({ databasePath, guildId, since: Number(since) });
clearInterval(ticking);
console.log(
  JSON.stringify({
    seconds: Math.round(performance.now() - started) / 1000,
    peakMemoryMb: megabytes(),
    peakBeforeMb,
    longestStandstillMs: Math.round(longestStandstill),
    suspicions: suspicions.length,
    signalled: new Set(suspicions.flatMap(({ memberIds }) => memberIds)).size,
  }),
);
