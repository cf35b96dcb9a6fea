// The bot as `npm start` runs it, but in the story's time.
import { loadProgram } from '../../src/bundle.js';
import { storyClock } from './company.ts';

const { run } = await loadProgram();
process.exit(await run({ clock: storyClock }));
