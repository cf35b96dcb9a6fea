// `node src/ops/healthcheck.ts`: exits 0 while the bot beside this database is alive and connected, else 1.
import { DEFAULT_DATABASE_PATH, environment } from '../config.ts';
import { systemClock } from '../core/clock.ts';
import { isAlive } from './alive.ts';

const path = environment().DATABASE_PATH ?? DEFAULT_DATABASE_PATH;
process.exitCode = isAlive(path, systemClock.now()) ? 0 : 1;
