// Deleting a person: nothing on the disk says who they were, others' totals stay right, and old news does not bring them back.
import { copyFileSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPseudonym } from '../../src/core/person-key.ts';
import { differences } from '../../src/core/recount.ts';
import { recognitions } from '../../src/core/schema.ts';
import { standingOf } from '../../src/core/standings.ts';
import { forgetPerson } from '../../src/features/privacy/erasing.service.ts';
import { chooseNotice, noticeOf } from '../../src/features/privacy/wishes.service.ts';
import { testContext } from '../support/context.ts';
import { fillEveryTable, rowsIn, tablesIn } from '../support/filled.ts';
import { temporaryFolder } from '../support/folder.ts';
import { credit } from '../support/recognitions.ts';

const GUILD = '1';
const ANN = '200000000000000001';
const BEA = '200000000000000002';
const CLO = '200000000000000003';

/** Files in which these bytes stand. */
function filesWith(folder: string, bytes: string): string[] {
  return readdirSync(folder)
    .filter((name) => statSync(join(folder, name)).isFile())
    .filter((name) => readFileSync(join(folder, name)).includes(bytes));
}

test('the id is found nowhere afterwards: not in the file, its log, a backup made since, or what was logged', async () => {
  const { ctx, path, log } = testContext();
  for (let i = 0; i < 300; i++) await credit(ctx, { from: ANN, to: BEA, reason: `said by ${ANN}` });
  fillEveryTable(path, GUILD, ANN);
  fillEveryTable(path, '2', ANN);
  expect(filesWith(dirname(path), ANN)).not.toEqual([]);
  // Rows that were moved and deleted before leave traces too.
  await ctx.db.write(async (tx) => tx.delete(recognitions).where(undefined).run());
  await credit(ctx, { from: ANN, to: BEA });
  await credit(ctx, { from: BEA, to: ANN });

  await forgetPerson(ctx, ANN);

  expect(filesWith(dirname(path), ANN)).toEqual([]);
  const backup = join(temporaryFolder(), 'backup.db');
  const connection = new Sqlite(path);
  await connection.backup(backup);
  connection.close();
  copyFileSync(path, `${backup}.copied`);
  expect(filesWith(dirname(backup), ANN)).toEqual([]);
  ctx.log.error({ feature: 'privacy', memberId: ANN, err: new Error('nothing') }, 'a line about somebody');
  expect(JSON.stringify(log.lines)).not.toContain(ANN);
  expect(existsSync(`${path}-wal`) ? statSync(`${path}-wal`).size : 0).toBeLessThan(100_000);
});

test('what they wrote is withdrawn, what they set is gone, and what others wrote stays', async () => {
  const { ctx, path } = testContext();
  fillEveryTable(path, GUILD, ANN);
  fillEveryTable(path, GUILD, BEA);
  await forgetPerson(ctx, ANN);
  for (const table of ['helpers', 'tag_subscriptions', 'leaves', 'refusals', 'question_calls'])
    expect(
      rowsIn(path, table).map(({ member_id, giver_id }) => member_id ?? giver_id),
      table,
    ).toEqual([BEA]);
  const reasons = rowsIn(path, 'recognitions').map(({ reason }) => reason);
  expect(reasons).toEqual([null, expect.stringContaining('words of')]);
  const titles = rowsIn(path, 'questions').map(({ title }) => title);
  expect(titles).toEqual(['…', expect.stringContaining('words of')]);
  const everything = tablesIn(path).map((table) => JSON.stringify(rowsIn(path, table)));
  expect(everything.join('')).toContain(BEA);
});

test('words that were carried on elsewhere are withdrawn as well, and nobody else’s', async () => {
  const { ctx, path } = testContext();
  const promotion = (id: number, reason: string) =>
    `insert into promotions (id, guild_id, member_id, direction, tier, moderator_id, reason, language, state, created_at)
      values (${id}, '${GUILD}', '${CLO}', 'promote', 'guide', '${BEA}', '${reason}', 'en', 'ended', 1)`;
  const nomination = (promotionId: number) =>
    `insert into nominations (guild_id, candidate_id, nominator_id, why, state, created_at, channel_id, promotion_id)
      values ('${GUILD}', '${CLO}', '${ANN}', 'knows it all', 'promoted', 1, '5', ${promotionId})`;
  const noted = (actor: string, reason: string, details: string) =>
    `insert into audit (guild_id, at, actor_id, action, target_id, reason, details)
      values ('${GUILD}', 1, '${actor}', 'a.b', '${CLO}', '${reason}', '${details}')`;
  await ctx.db.write(async (tx) => {
    // Decided by Bea: once with Ann's words, once with her own, and once without a nomination.
    for (const deed of [
      promotion(1, 'knows it all'),
      nomination(1),
      noted(BEA, 'knows it all', '{"promotionId":1}'),
      promotion(2, 'and is kind'),
      nomination(2),
      promotion(3, 'knows it all'),
      noted(ANN, 'now yes', '{"nominationId":1,"because":"too early","to":"yes"}'),
    ])
      tx.run(deed);
  });
  await forgetPerson(ctx, ANN);
  expect(rowsIn(path, 'promotions').map(({ reason }) => reason)).toEqual([
    '…',
    'and is kind',
    'knows it all',
  ]);
  expect(rowsIn(path, 'nominations').map(({ why }) => why)).toEqual(['…', '…']);
  expect(rowsIn(path, 'audit').map(({ reason, details }) => [reason, details])).toEqual([
    [null, '{"promotionId":1}'],
    [null, '{"nominationId":1,"to":"yes"}'],
  ]);
});

test('what was told on Discord is kept in no outbox: neither by the words nor by the names in it', async () => {
  const { ctx, path } = testContext();
  const owe = (id: string, ref: string | undefined) =>
    ctx.db.write((tx) =>
      ctx.outbox.enqueue(tx, {
        kind: 'addRole',
        guildId: GUILD,
        dedupeKey: id,
        lane: id,
        payload: { memberId: BEA, roleId: '7', reason: 'Promoted to Guide by ann.lee: quixotrical' },
        ...(ref === undefined ? {} : { ref }),
      }),
    );
  await owe('a', 'ambassadors:review:1:Ann%20Lee');
  ctx.outbox.start();
  await ctx.outbox.whenIdle();
  const [settled] = rowsIn(path, 'effects');
  expect(settled).toMatchObject({ state: 'done', payload: JSON.stringify({ memberId: BEA, roleId: '7' }) });
  // As earlier versions left it.
  await ctx.db.write(async (tx) =>
    tx.run(`update effects set payload = '{"roleId":"7","reason":"by ann.lee: quixotrical"}'`),
  );
  await forgetPerson(ctx, ANN);
  const [kept] = rowsIn(path, 'effects');
  expect(kept).toMatchObject({ payload: '{"roleId":"7"}', ref: 'ambassadors:review:1' });
  for (const words of ['quixotrical', 'ann.lee', 'Ann%20Lee'])
    expect(filesWith(dirname(path), words)).toEqual([]);
});

test('others keep exactly what they had, whatever happened before and after', async () => {
  const who = fc.constantFrom(ANN, BEA, CLO);
  const deed = fc.record({ from: who, to: who, solution: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(
      fc.array(deed, { maxLength: 15 }),
      fc.array(deed, { maxLength: 6 }),
      async (before, after) => {
        const { ctx, clock } = testContext();
        const play = async (deeds: typeof before) => {
          for (const { from, to, solution } of deeds) {
            clock.advance(60_000);
            if (from !== to) await credit(ctx, { from, to, ...(solution ? { kind: 'solution' } : {}) });
          }
        };
        const totals = () =>
          ctx.db.read((db) => Promise.all([BEA, CLO].map((one) => standingOf(db, GUILD, 'all', one))));
        await play(before);
        const had = await totals();
        await forgetPerson(ctx, ANN);
        expect(await totals()).toEqual(had);
        expect((await ctx.db.read((db) => standingOf(db, GUILD, 'all', ANN))).points).toBe(0);
        await play(after);
        await forgetPerson(ctx, ANN);
        expect(await ctx.db.read((db) => differences(db, GUILD, 'UTC'))).toEqual([]);
      },
    ),
    { numRuns: 12 },
  );
});

test('old news records nothing of them again; what they do afterwards counts', async () => {
  const { ctx, clock } = testContext();
  const known = await credit(ctx, { from: ANN, to: BEA });
  const longAgo = clock.now();
  clock.advance(86_400_000);
  await forgetPerson(ctx, ANN);
  clock.advance(86_400_000);
  const told = { guildId: GUILD, sourceKey: known.sourceKey, occurredAt: longAgo };
  const again = await credit(ctx, { from: ANN, to: BEA, ...told, messageId: known.messageId ?? '' });
  expect(isPseudonym(again.giverId)).toBe(true);
  await credit(ctx, { from: ANN, to: BEA, occurredAt: longAgo });
  await credit(ctx, { from: BEA, to: ANN, occurredAt: longAgo });
  const stored = () => ctx.db.read((db) => db.select().from(recognitions).all());
  expect(await stored()).toHaveLength(1);
  expect(JSON.stringify(await stored())).not.toContain(ANN);
  await credit(ctx, { from: BEA, to: ANN });
  expect((await ctx.db.read((db) => standingOf(db, GUILD, 'all', ANN))).points).toBe(10);
  expect(await ctx.db.read((db) => differences(db, GUILD, 'UTC'))).toEqual([]);
});

test('to be left out is a choice that outlives the deletion', async () => {
  const { ctx } = testContext();
  await chooseNotice(ctx, GUILD, ANN, 'leftOut');
  await forgetPerson(ctx, ANN);
  expect(await noticeOf(ctx, GUILD, ANN)).toBe('leftOut');
  await credit(ctx, { from: BEA, to: ANN });
  expect(await ctx.db.read((db) => db.select().from(recognitions).all())).toEqual([]);
});
