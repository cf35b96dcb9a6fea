// `npm run backup`: makes a backup now, whether the bot runs or not.
import { statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { systemClock } from '../core/clock.ts';
import { makeBackup } from './backup.ts';
import { filesOf, missing, runCommand, sizeText } from './command-line.ts';

const USAGE = 'Usage: npm run backup [-- --database PATH] [-- --folder FOLDER]';

/** 0 with where the backup is, 1 when there is nothing to back up. */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { database: { type: 'string' }, folder: { type: 'string' } } });
  const { databasePath, folder, kept } = filesOf(values);
  const nothing = missing(databasePath);
  if (nothing !== undefined) {
    console.error(nothing);
    return 1;
  }
  const { path, rotated } = await makeBackup({ databasePath, folder, kept, now: systemClock.now() });
  console.log(`Backed up to ${path} (${sizeText(statSync(path).size)}), and looked it through.`);
  if (rotated > 0) console.log(`Older backups removed: ${rotated}.`);
  return 0;
}

if (import.meta.main) await runCommand(main, USAGE);
