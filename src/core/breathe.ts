// A pause that lets everything else have its turn.
import { setImmediate } from 'node:timers/promises';

/** SQLite answers at once, so a long queue of work would run without a pause: what came in meanwhile goes first. */
export const breathe = (): Promise<void> => setImmediate();
