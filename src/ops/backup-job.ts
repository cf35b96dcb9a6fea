// The running bot's own backups: looked for every hour, made once a day on another thread, told in the log.
import { Worker } from 'node:worker_threads';
import type { Context } from '../core/context.ts';
import type { Job } from '../discord/feature.ts';
import { type BackupRequest, isDue } from './backup.ts';
import type { BackupAnswer } from './backup-worker.ts';

/** An hourly look rather than one hour of the day: a machine that sleeps at night has its backup in the morning. */
export const backupJob: Job = {
  name: 'backup',
  schedule: '17 * * * *',
  run: backUpIfDue,
};

export async function backUpIfDue({ config, clock, db, log }: Context): Promise<void> {
  const { backupFolder: folder, backupsKept: kept } = config;
  const now = clock.now();
  if (kept === 0 || !isDue(folder, now)) return;
  const answer = await onAnotherThread({ databasePath: db.path, folder, kept, now });
  if ('failed' in answer) {
    if (answer.damaged) db.noteDamage();
    log.error({ feature: 'backup', reason: answer.failed }, 'the backup could not be made');
  } else {
    log.info({ feature: 'backup', path: answer.path, rotated: answer.rotated }, 'backup made');
  }
}

function onAnotherThread(request: BackupRequest): Promise<BackupAnswer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./backup-worker.ts', import.meta.url), { workerData: request });
    worker.once('message', (answer: BackupAnswer) => resolve(answer)); // our own worker sends nothing else
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The worker ended with ${code} and no backup.`)));
  });
}
