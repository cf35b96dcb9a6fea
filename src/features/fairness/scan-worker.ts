// Looks through one server's recognitions on a thread of its own, so that the bot answers meanwhile.
import { parentPort, workerData } from 'node:worker_threads';
import { openReader } from '../../core/connections.ts';
import { readAccounts, readColumns } from './scan.store.ts';
import { findSuspicions } from './signals.rules.ts';

/** What the thread is started with. */
export interface ScanOrder {
  databasePath: string;
  guildId: string;
  /** Ms. */
  since: number;
}

if (parentPort) {
  const { databasePath, guildId, since }: ScanOrder = workerData; // scan.ts starts it with nothing else
  const { db, close } = openReader(databasePath);
  try {
    const columns = readColumns(db, guildId, since);
    parentPort.postMessage(findSuspicions(columns, readAccounts(db, guildId, columns.members)));
  } finally {
    close();
  }
}
