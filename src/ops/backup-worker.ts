// The thread that makes a backup: copying and looking through a large file takes seconds, in which the bot goes on.
import { parentPort, workerData } from 'node:worker_threads';
import { CopyDamaged } from '../core/copies.ts';
import { troubleOf } from '../core/sqlite-trouble.ts';
import { type BackupMade, type BackupRequest, makeBackup } from './backup.ts';

export type BackupAnswer = BackupMade | { failed: string; damaged: boolean };

/** Errors do not cross to the other thread whole; what matters of them does. */
async function answer(request: BackupRequest): Promise<BackupAnswer> {
  try {
    return await makeBackup(request);
  } catch (err) {
    const failed = err instanceof Error ? err.message : String(err);
    return { failed, damaged: err instanceof CopyDamaged || troubleOf(err) === 'damaged' };
  }
}

if (parentPort) parentPort.postMessage(await answer(workerData)); // backup-job.ts starts it with a request and nothing else
