// Draws pictures on a thread of its own, one after the other, and answers each with the image or why there is none.
import { parentPort } from 'node:worker_threads';
import { drawBoard } from './board.draw.ts';
import { drawChart } from './chart.draw.ts';
import { drawProfile } from './profile.draw.ts';
import type { Picture } from './rules.ts';

/** What the thread answers with. */
export type Drawn = { image: Uint8Array } | { failure: string };

async function draw(picture: Picture): Promise<Uint8Array> {
  switch (picture.kind) {
    case 'chart':
      return drawChart(picture.chart);
    case 'profile':
      return drawProfile(picture);
    case 'board':
      return drawBoard(picture);
  }
}

parentPort?.on('message', async (picture: Picture) => {
  const drawn: Drawn = await draw(picture).then(
    (image) => ({ image }),
    (err: unknown) => ({ failure: err instanceof Error ? (err.stack ?? err.message) : String(err) }),
  );
  parentPort?.postMessage(drawn);
});
