// The bot as it ships, in a process of its own, which answers what it used so far. Plain JavaScript, as `src/start.js` is.
import { loadProgram } from '../src/bundle.js';
import { keepHeapSmall } from '../src/heap.js';
import { reportUsage } from './usage.js';

keepHeapSmall();
const { run } = await loadProgram();

process.exit(await run({ onReady: reportUsage }));
