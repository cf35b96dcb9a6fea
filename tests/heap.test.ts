// Memory is used with thrift however Laurel is started, and whoever wants it otherwise is heard.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { flagsBeside } from '../src/heap.js';

const START = /node"?,? .*src\/start\.js/;
const fileOf = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const read = (path: string) => readFileSync(fileOf(path), 'utf8');

/** The flags of Node's in the one command of a file that starts Laurel. */
function flagsIn(text: string): string[] {
  const command = text.split('\n').filter((line) => START.test(line));
  expect(command).toHaveLength(1);
  return [...(command[0] ?? '').matchAll(/--[a-z-]+=\d+/g)].map(([flag]) => flag);
}

test('npm, Docker and systemd start it with the same room for what is new', () => {
  const { scripts } = z
    .object({ scripts: z.object({ start: z.string() }) })
    .parse(JSON.parse(read('package.json')));
  const flags = flagsIn(scripts.start);
  expect(flags).toEqual([expect.stringMatching(/^--max-semi-space-size=\d+$/)]);
  expect(flagsIn(read('Dockerfile'))).toEqual(flags);
  expect(flagsIn(read('docs/operations.md'))).toEqual(flags);
});

test('the heap grows by a share, unless whoever starts it says otherwise; and no limit ends the process', () => {
  expect(flagsBeside(['--max-semi-space-size=8'])).toEqual([
    expect.stringMatching(/^--heap-growing-percent=\d+$/),
  ]);
  expect(flagsBeside(['--heap-growing-percent=100'])).toEqual([]);
  expect(flagsBeside(['--heap_growing_percent=100'])).toEqual([]);
});

test('this Node knows the flags: it refuses to start with others', () => {
  const flags = [...flagsIn(read('Dockerfile')), ...flagsBeside([])];
  expect(execFileSync(process.execPath, [...flags, '-p', '1'], { encoding: 'utf8' }).trim()).toBe('1');
  expect(() => execFileSync(process.execPath, ['--no-such-flag=1', '-p', '1'], { stdio: 'pipe' })).toThrow();
});

/** Says which flags a program sets. */
const TELLS_FLAGS = `data:text/javascript,${encodeURIComponent(`
  import v8 from 'node:v8';
  const set = v8.setFlagsFromString;
  v8.setFlagsFromString = (flag) => { console.log('sets ' + flag); set(flag); };
`)}`;

test.each(['src/start.js', 'bench/measured-bot.js'])('%s sets them before anything else', (path) => {
  const { stdout, status } = spawnSync(process.execPath, ['--import', TELLS_FLAGS, fileOf(path)], {
    // Without a token it goes no further than to say so.
    env: { PATH: process.env.PATH, DISCORD_TOKEN: '' },
    cwd: tmpdir(),
    encoding: 'utf8',
  });
  const [first] = stdout.split('\n');
  expect({ first, status }).toEqual({ first: `sets ${flagsBeside([])[0]}`, status: 1 });
});
