// Writes the database file anew without what was deleted from it, on a thread of its own; see Database.scrub.
import { parentPort, workerData } from 'node:worker_threads';
import Sqlite from 'better-sqlite3';
import * as z from 'zod';

/** How long it waits for other processes that hold the file, in ms. */
const PATIENCE_MS = 60_000;

const checkpointed = z.array(z.object({ busy: z.number() }));

if (parentPort) {
  const connection = new Sqlite(z.string().parse(workerData), { timeout: PATIENCE_MS });
  try {
    connection.exec('VACUUM');
    const [answer] = checkpointed.parse(connection.pragma('wal_checkpoint(TRUNCATE)'));
    parentPort.postMessage(answer?.busy === 0);
  } finally {
    connection.close();
  }
}
