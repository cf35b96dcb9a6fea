// The bot as it ships, in a process of its own, which answers what it used so far.
import { loadProgram } from '../src/bundle.ts';
import { reportUsage } from './usage.ts';

const { run } = await loadProgram();

process.exit(await run({ onReady: reportUsage }));
