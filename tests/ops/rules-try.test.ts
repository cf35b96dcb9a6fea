// Rules tried by command: whom they name, and that nobody is guessed at without the key.
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { personKeyPath } from '../../src/core/person-key.ts';
import { idOf } from '../support/ids.ts';
import { asks, openRising } from '../support/rising.ts';
import { GUILD } from '../support/toy-server.ts';

const command = fileURLToPath(new URL('../../src/ops/rules-try.ts', import.meta.url));

/** Tries that Guide asks for 20 points; what anybody ever got counts for it, whenever that was. */
function tryOn(path: string) {
  const rules = join(dirname(path), 'rules.json');
  writeFileSync(rules, JSON.stringify({ requirements: { guide: { points: 20 } } }));
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, rules, '--database', path], {
    cwd: dirname(path),
    encoding: 'utf8',
  });
  return { status, text: stdout + stderr };
}

test('names nobody who is left out; without the key it refuses, and makes no other', async () => {
  const open = await openRising({ helper: asks({ points: 10 }), guide: asks({ points: 60 }) });
  const { ctx, path } = open;
  await open.thanked(idOf('bob'), 2);
  await open.thanked(idOf('alice'), 2);
  expect(tryOn(path).text).toContain('Would rise at once: 2');
  await ctx.db.write((tx) => ctx.people.choose(tx, GUILD, idOf('bob'), 'leftOut', ctx.clock.now()));
  const tried = tryOn(path);
  expect(tried.status).toBe(0);
  expect(tried.text).toContain(`Would rise at once: 1\n  ${idOf('alice')}  Helper → Guide`);
  expect(tried.text).not.toContain(idOf('bob'));

  const key = personKeyPath(path);
  rmSync(key);
  expect(tryOn(path)).toMatchObject({ status: 2, text: expect.stringContaining(`${key}, which is missing`) });
  expect(existsSync(key)).toBe(false);
});
