// The recount by command: says what differs, mends it, and says by its exit code which it was.
import { spawnSync } from 'node:child_process';
import { existsSync, renameSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { personKeyPath } from '../../src/core/person-key.ts';
import { members, recognitions, standings } from '../../src/core/schema.ts';
import { badgesHeld } from '../../src/core/standing-tables.ts';
import { followCredit } from '../../src/features/badges/earning.ts';
import { recognise } from '../../src/features/recognition/service.ts';
import { riseAll } from '../../src/features/rising/rise.service.ts';
import { testContext } from '../support/context.ts';
import { idOf } from '../support/ids.ts';
import { credit } from '../support/recognitions.ts';
import { openRising } from '../support/rising.ts';
import { GUILD } from '../support/toy-server.ts';

const command = fileURLToPath(new URL('../../src/ops/ledger-verify.ts', import.meta.url));

function verify(path: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    env: { ...process.env, DATABASE_PATH: path },
    encoding: 'utf8',
  });
  return { status, text: stdout + stderr };
}

test('agrees, differs, mends, agrees again', async () => {
  const { ctx, path } = testContext();
  ctx.followers.add(followCredit(ctx));
  await ctx.db.write((tx) =>
    recognise(ctx, tx, {
      sourceKey: 'a',
      guildId: '1',
      kind: 'thanks',
      giverId: '2',
      receiverId: '3',
      helpKey: 'message:4',
      channelId: '5',
      weight: 100,
      points: 10,
      occurredAt: ctx.clock.now(),
    }),
  );
  expect(verify(path)).toEqual({
    status: 0,
    text: 'All standings and badges agree with the ledger (servers: 1).\n',
  });
  await ctx.db.write(async (tx) => {
    tx.update(standings).set({ points: 1 }).run();
    tx.update(recognitions).set({ counts: 0 }).run();
    tx.delete(badgesHeld).where(eq(badgesHeld.memberId, '3')).run();
  });
  const wrong = verify(path);
  expect(wrong.status).toBe(1);
  expect(wrong.text).toContain('server 1  all  3  points: stored 1, counted 10');
  expect(wrong.text).toContain('badges  3  firstThanks: stored 0, counted 1');
  expect(wrong.text).toContain('marks  #1  counts: stored 0, counted 1');
  expect(verify(path, '--repair').text).toContain('standings and badges now agree with the ledger');
  expect(verify(path).status).toBe(0);
});

test('of whoever is left out nothing is missing that days alone brought, and nothing is written', async () => {
  const { ctx, path } = testContext();
  ctx.followers.add(followCredit(ctx));
  await credit(ctx, { from: idOf('alice'), to: idOf('bob') });
  await ctx.db.write(async (tx) => {
    tx.insert(members)
      .values({ guildId: '1', memberId: idOf('bob'), joinedAt: 1 })
      .run();
    await ctx.people.choose(tx, '1', idOf('bob'), 'leftOut', 2);
  });
  const held = () => ctx.db.read((db) => db.select().from(badgesHeld).all());
  const before = await held();
  expect(verify(path)).toMatchObject({ status: 0, text: expect.stringContaining('agree') });
  await ctx.db.write(async (tx) => tx.update(standings).set({ points: 1 }).run());
  expect(verify(path, '--repair').text).toContain('standings and badges now agree with the ledger');
  expect(await held()).toEqual(before);

  // Without the key nobody knows who they are: no guess, and no other key.
  const key = personKeyPath(path);
  renameSync(key, `${key}.away`);
  expect(verify(path, '--repair')).toMatchObject({
    status: 2,
    text: expect.stringContaining(`${key}, which is missing`),
  });
  expect(existsSync(key)).toBe(false);
  expect(await held()).toEqual(before);
  renameSync(`${key}.away`, key);

  await ctx.db.write((tx) => ctx.people.choose(tx, '1', idOf('bob'), undefined, 3));
  expect(verify(path).text).toContain(`badges  ${idOf('bob')}  yearHere: stored 0, counted 1`);
});

test('a tier that somebody meets and has not is told, until the bot gives it', async () => {
  const open = await openRising();
  await open.change({ rising: { byRule: false, roles: 'replace' } });
  await open.thanked(idOf('bob'), 4);
  await open.thanked(idOf('alice'), 1);
  await open.change({ rising: { byRule: true, roles: 'replace' } });
  expect(verify(open.path).text).toMatch(
    new RegExp(
      `server \\d+ {2}tiers {2}${idOf('bob')} {2}guide: stored 0, counted 1\nTiers that members meet and have not.*: 1\\.`,
    ),
  );
  expect(await riseAll(open.ctx, GUILD)).toBe(1);
  await open.ctx.outbox.whenIdle();
  expect(await open.tierOf(idOf('bob'))).toBe('guide');
  expect(verify(open.path).text).not.toContain('tiers');
});

test('a database that is not there, and a word it does not know', () => {
  expect(verify('/nowhere/laurel.db')).toEqual({
    status: 2,
    text: 'There is no database at /nowhere/laurel.db. Set DATABASE_PATH, or give --database.\n',
  });
  expect(verify('x', '--fix').status).toBe(2);
});
