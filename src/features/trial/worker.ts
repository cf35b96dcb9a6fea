// Replays rules on a thread of its own, so that the bot answers meanwhile.
import { parentPort, workerData } from 'node:worker_threads';
import { openReader } from '../../core/connections.ts';
import type { Reader } from '../../core/database.ts';
import { peopleOf } from '../../core/people.ts';
import { readSettings } from '../../core/settings.ts';
import { withDraft } from './draft.rules.ts';
import { type Preview, type PreviewOrder, preview, replay } from './preview.ts';
import type { Worth } from './replay.rules.ts';

/** What the thread is started with: `worth` for the rows alone, with which a draft is applied. */
export interface Work extends PreviewOrder {
  databasePath: string;
  what: 'preview' | 'worth';
}

if (parentPort) {
  const work: Work = workerData; // replaying.ts starts it with nothing else
  const { db, close } = openReader(work.databasePath);
  try {
    parentPort.postMessage(work.what === 'preview' ? await shown(db, work) : await worth(db, work));
  } finally {
    close();
  }
}

async function shown(db: Reader, work: Work): Promise<Preview> {
  const state = { read: async <T>(query: (db: Reader) => Promise<T> | T) => query(db) };
  return preview(db, work, await peopleOf(state, work.databasePath));
}

async function worth(db: Reader, work: Work): Promise<ReadonlyMap<number, Worth>> {
  return replay(db, work, withDraft(await readSettings(db, work.guildId), work.draft));
}
