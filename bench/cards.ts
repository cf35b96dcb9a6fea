// `npm run bench:cards`: how long a picture takes and how large it is; `-- --into FOLDER` keeps one of each to look at.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { drawInThread } from '../src/features/pictures/drawing.ts';
import type { Picture } from '../src/features/pictures/rules.ts';
import { boardOf, names, profileOf } from '../tests/support/cards.ts';

const { values } = parseArgs({
  options: { times: { type: 'string', default: '100' }, into: { type: 'string' } },
});
const times = Number(values.times);

const pictures: [string, Picture][] = [
  ...Object.entries(names).map(([name, who]): [string, Picture] => [`profile-${name}`, profileOf(who)]),
  ['board', boardOf()],
];

const milliseconds: number[] = [];
const sizes: number[] = [];

async function measure([name, picture]: [string, Picture]): Promise<number> {
  const began = performance.now();
  const image = await drawInThread(picture);
  const took = performance.now() - began;
  sizes.push(image.length);
  if (values.into !== undefined) {
    mkdirSync(values.into, { recursive: true });
    writeFileSync(join(values.into, `${name}.webp`), image);
  }
  return took;
}

const percentile = (all: readonly number[], part: number): number =>
  all.toSorted((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * part))] ?? 0;
const told = (ms: number): string => `${ms.toFixed(0)} ms`;

// The first of all starts the thread and reads fonts: told apart, as members meet it after a quiet minute.
const [first, ...others] = pictures;
if (first) console.log(`first picture of a new thread: ${told(await measure(first))}`);
const fresh: number[] = [];
for (const picture of others) fresh.push(await measure(picture));
console.log(
  `first with fonts of its own: ${told(percentile(fresh, 0.5))}, at most ${told(Math.max(...fresh))}`,
);
for (let time = 0; time < times; time += 1) {
  const picture = pictures[time % pictures.length];
  if (picture) milliseconds.push(await measure(picture));
}
console.log(
  `${times} pictures: p50 ${told(percentile(milliseconds, 0.5))}, p99 ${told(percentile(milliseconds, 0.99))}`,
);
console.log(
  `bytes: p50 ${percentile(sizes, 0.5).toLocaleString('en')}, largest ${Math.max(...sizes).toLocaleString('en')}`,
);
process.exit(0);
