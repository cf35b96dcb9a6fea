// Replays rules on a thread of its own, so that the bot answers meanwhile.
import { parentPort, workerData } from 'node:worker_threads';
import { openReader } from '../../core/connections.ts';
import { readSettings } from '../../core/settings.ts';
import { withDraft } from './draft.rules.ts';
import { type PreviewOrder, preview, replay } from './preview.ts';

/** What the thread is started with: `worth` for the rows alone, with which a draft is applied. */
export interface Work extends PreviewOrder {
  databasePath: string;
  what: 'preview' | 'worth';
}

if (parentPort) {
  const work: Work = workerData; // replaying.ts starts it with nothing else
  const { db, close } = openReader(work.databasePath);
  try {
    const settings = withDraft(await readSettings(db, work.guildId), work.draft);
    parentPort.postMessage(
      work.what === 'preview' ? await preview(db, work) : await replay(db, work, settings),
    );
  } finally {
    close();
  }
}
