// The preview of a badge by command: what it says of a wrong call, and whom it counts.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { testContext } from '../support/context.ts';
import { credit } from '../support/recognitions.ts';

const command = fileURLToPath(new URL('../../src/ops/badges-preview.ts', import.meta.url));

function preview(path: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    env: { PATH: process.env.PATH, DATABASE_PATH: path },
    encoding: 'utf8',
  });
  return { status, text: stdout + stderr };
}

test('a badge that is not there is named, with those there are', () => {
  const { path } = testContext();
  expect(preview(path, 'fixr')).toEqual({
    status: 2,
    text: expect.stringMatching(/^There is no earned badge fixr\.\nUsage: .*\n.*\bfixer\b/),
  });
  expect(preview(path).text).toMatch(/^Usage:/);
});

test('who would gain it is counted, with another number too', async () => {
  const { ctx, path } = testContext();
  await credit(ctx, { from: '2', to: '3' });
  expect(preview(path, 'appreciated').text).toContain('0 would gain it');
  const tried = preview(path, 'appreciated', '--at-least', '1');
  expect(tried.status).toBe(0);
  expect(tried.text).toMatch(/1 would gain it[\s\S]*\+ 3 {2}has 1/);
});
