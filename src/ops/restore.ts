// `npm run restore -- FILE`: checks a backup and puts it in the database's place; the bot must not run meanwhile.
import { parseArgs } from 'node:util';
import { systemClock } from '../core/clock.ts';
import { regularCopies } from '../core/copies.ts';
import { personKeyPath } from '../core/person-key.ts';
import { filesOf, runCommand, sizeText } from './command-line.ts';
import { lacksKey, NotRestored, restore } from './restore-from.ts';

const USAGE = 'Usage: npm run restore -- FILE [--database PATH] [--folder FOLDER]';

/** 0 when it is restored, 1 when it is not and why, 2 without a file: then it says which backups there are. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { database: { type: 'string' }, folder: { type: 'string' } },
  });
  const { databasePath, folder } = filesOf(values);
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) {
    const known = regularCopies(folder).map(({ name, bytes }) => `  ${folder}/${name}  ${sizeText(bytes)}`);
    console.error(
      [
        USAGE,
        ...(known.length > 0 ? ['Backups there are:', ...known] : [`There are no backups in ${folder}.`]),
      ].join('\n'),
    );
    return 2;
  }
  try {
    const kept = await restore({ file, databasePath, folder, now: systemClock.now() });
    console.log(`Restored ${file} to ${databasePath}.`);
    if (kept !== undefined) console.log(`What was there before is kept as ${kept}.`);
    if (lacksKey(file, databasePath))
      console.log(
        `It knows people who chose to be left out, or had their data deleted. They are recognised only with laurel.key, which is in no backup: copy it from where Laurel ran to ${personKeyPath(databasePath)} before you start.`,
      );
    console.log('Start Laurel now: it looks up what it missed, as far as Discord tells.');
    return 0;
  } catch (err) {
    if (!(err instanceof NotRestored)) throw err;
    console.error(err.message);
    return 1;
  }
}

if (import.meta.main) await runCommand(main, USAGE);
