// The bot as it ships, in a process of its own, which answers what it used so far.
import { run } from '../src/run.ts';
import { reportUsage } from './usage.ts';

process.exit(await run(reportUsage));
