// What goes by itself: by its age, with somebody who left, with a server that took Laurel out; and what an export holds.
import { expect, test } from 'vitest';
import { recognitions } from '../../src/core/schema.ts';
import { exportPerson } from '../../src/features/privacy/export.service.ts';
import { holdings } from '../../src/features/privacy/register.ts';
import {
  compareGuilds,
  forgetWhatIsDue,
  GUILD_KEPT_MS,
  guildJoined,
  guildLeft,
  memberLeft,
  SETTINGS_KEPT_MS,
} from '../../src/features/privacy/retention.service.ts';
import { terms } from '../../src/features/privacy/retention.store.ts';
import { forgetOldRefusals } from '../../src/features/thanks/service.ts';
import { testContext } from '../support/context.ts';
import { fillEveryTable, rowsIn, tablesIn } from '../support/filled.ts';
import { credit } from '../support/recognitions.ts';

const ANN = '200000000000000001';
const BEA = '200000000000000002';
const HERE = '300000000000000001';
const THERE = '300000000000000002';
const DAY = 86_400_000;
/** Tables that hold nothing of a server, or the trail of servers left. */
const OF_NO_SERVER = Object.keys(holdings).filter((table) => holdings[table]?.through === 'none');

test('a server that took Laurel out loses everything after 30 days, and no other server anything', async () => {
  const { ctx, path, clock } = testContext();
  for (const guild of [HERE, THERE]) fillEveryTable(path, guild, ANN);
  const rows = () =>
    Object.fromEntries(
      tablesIn(path)
        .filter((table) => ![...OF_NO_SERVER, 'departures'].includes(table))
        .map((table) => [table, rowsIn(path, table).length]),
    );
  await ctx.db.write(async (tx) => tx.run('delete from departures'));
  const before = rows();
  await guildLeft(ctx, HERE);
  clock.advance(GUILD_KEPT_MS - 1);
  await forgetWhatIsDue(ctx);
  expect(rows()).toMatchObject({ recognitions: before.recognitions, guild_settings: before.guild_settings });
  clock.advance(2);
  await forgetWhatIsDue(ctx);
  const kept = rows();
  for (const table of ['recognitions', 'questions', 'nominations', 'promotions', 'guild_settings', 'effects'])
    expect([table, kept[table]]).toEqual([table, 1]);
  const all = tablesIn(path)
    .filter((table) => !OF_NO_SERVER.includes(table))
    .map((table) => JSON.stringify(rowsIn(path, table)));
  expect(all.join('')).not.toContain(HERE);
  expect(all.join('')).toContain(THERE);
});

test('a server that takes Laurel back in time keeps everything, also where the news of it was missed', async () => {
  const { ctx, clock } = testContext();
  await credit(ctx, { from: ANN, to: BEA, guildId: HERE });
  await credit(ctx, { from: ANN, to: BEA, guildId: THERE });
  await compareGuilds(ctx, [THERE]);
  clock.advance(GUILD_KEPT_MS - 1);
  await guildJoined(ctx, HERE);
  await guildLeft(ctx, THERE);
  await compareGuilds(ctx, [HERE, THERE]);
  clock.advance(GUILD_KEPT_MS * 2);
  await forgetWhatIsDue(ctx);
  expect(await ctx.db.read((db) => db.select().from(recognitions).all())).toHaveLength(2);
});

test('somebody who left keeps their settings for 14 days, and their standing for good', async () => {
  const { ctx, path, clock } = testContext({
    actions: { rolesAmong: async () => ({ done: true, value: new Map([[BEA, []]]) }) },
  });
  for (const member of [ANN, BEA]) {
    await credit(ctx, { from: member, to: '200000000000000009' });
    await ctx.db.write(async (tx) => {
      tx.run(`insert into helpers (guild_id, member_id, daily_limit) values ('1', '${member}', 3)`);
    });
  }
  await memberLeft(ctx, '1', ANN);
  clock.advance(SETTINGS_KEPT_MS - 1);
  await forgetWhatIsDue(ctx);
  expect(rowsIn(path, 'helpers')).toHaveLength(2);
  clock.advance(2);
  await forgetWhatIsDue(ctx);
  expect(rowsIn(path, 'helpers').map(({ member_id }) => member_id)).toEqual([BEA]);
  expect(rowsIn(path, 'standings').some(({ member_id }) => member_id === ANN)).toBe(true);
});

test('who left unseen is found out, and then has 14 days', async () => {
  const { ctx, path, clock } = testContext({
    actions: { rolesAmong: async () => ({ done: true, value: new Map() }) },
  });
  await ctx.db.write(async (tx) => {
    tx.run(`insert into helpers (guild_id, member_id, daily_limit) values ('1', '${ANN}', 3)`);
  });
  await forgetWhatIsDue(ctx);
  expect(rowsIn(path, 'helpers')).toHaveLength(1);
  clock.advance(SETTINGS_KEPT_MS + 1);
  await forgetWhatIsDue(ctx);
  expect(rowsIn(path, 'helpers')).toEqual([]);
  expect(rowsIn(path, 'members')).toEqual([]);
});

test('what somebody chose for the boards is known to be theirs, also where they earned nothing', async () => {
  const { ctx, path, clock } = testContext({
    actions: { rolesAmong: async () => ({ done: true, value: new Map() }) },
  });
  await ctx.db.write(async (tx) => {
    tx.run(`insert into members (guild_id, member_id, board_opt_out_at) values ('1', '${ANN}', 5)`);
    tx.run(`insert into members (guild_id, member_id, pseudonym) values ('1', '${BEA}', 'Owl')`);
  });
  await memberLeft(ctx, '1', ANN);
  await forgetWhatIsDue(ctx);
  expect(rowsIn(path, 'members').map(({ left_at }) => left_at)).toEqual([clock.now(), clock.now()]);
  clock.advance(SETTINGS_KEPT_MS + 1);
  await forgetWhatIsDue(ctx);
  expect(rowsIn(path, 'members')).toEqual([]);
});

test('of who wrote something and left nothing stays; of who is here it does, and where Discord does not answer', async () => {
  let isReachable = false;
  const { ctx, path } = testContext({
    actions: {
      rolesAmong: async () =>
        isReachable
          ? { done: true, value: new Map([[BEA, []]]) }
          : { done: false, final: false, reason: 'unreachable' },
    },
  });
  await ctx.db.write(async (tx) => {
    for (const member of [ANN, BEA])
      tx.run(`insert into members (guild_id, member_id, joined_at) values ('1', '${member}', 5)`);
  });
  await forgetWhatIsDue(ctx);
  expect(rowsIn(path, 'members')).toHaveLength(2);
  isReachable = true;
  await forgetWhatIsDue(ctx);
  expect(rowsIn(path, 'members').map(({ member_id }) => member_id)).toEqual([BEA]);
});

/** By table: what makes a row so old; nothing for those that go with another. */
const AGING: Readonly<Record<string, ((at: number) => string) | undefined>> = {
  audit: (at) => `at = ${at}`,
  question_calls: (at) => `called_at = ${at}`,
  question_claims: (at) => `ended_at = ${at}`,
  question_prompts: (at) => `ended_at = ${at}`,
  question_confirmations: (at) => `at = ${at}`,
  leaves: (at) => `to_at = ${at}`,
  tier_warnings: (at) => `closed_at = ${at}`,
  nomination_votes: undefined,
  nominations: (at) => `created_at = ${at}, state = 'notYet'`,
  fair_play_rows: undefined,
  fair_play_members: undefined,
  fair_play_cases: (at) => `decided_at = ${at}, state = 'dismissed'`,
};

test('what is past its term goes, table by table, and not a day earlier', async () => {
  const { ctx, path, clock } = testContext();
  expect(Object.keys(AGING)).toEqual(terms.map(({ table }) => table));
  for (const guild of [HERE, THERE]) fillEveryTable(path, guild, ANN);
  await ctx.db.write(async (tx) => {
    // Laurel is in both, and they are too.
    tx.run('delete from departures');
    tx.run('update members set left_at = null');
    for (const { table, days } of terms)
      for (const [guild, age] of [
        [HERE, days - 1],
        [THERE, days + 1],
      ] as const) {
        const aged = AGING[table]?.(clock.now() - age * DAY);
        const of =
          table === 'question_confirmations'
            ? `question_id in (select id from questions where guild_id = '${guild}')`
            : `guild_id = '${guild}'`;
        if (aged) tx.run(`update ${table} set ${aged} where ${of}`);
      }
  });
  const before = Object.fromEntries(terms.map(({ table }) => [table, rowsIn(path, table).length]));
  expect(before).toEqual(Object.fromEntries(terms.map(({ table }) => [table, 2])));
  await forgetWhatIsDue(ctx);
  const left = Object.fromEntries(terms.map(({ table }) => [table, rowsIn(path, table).length]));
  expect(left).toEqual(Object.fromEntries(terms.map(({ table }) => [table, 1])));
  clock.advance(2 * DAY);
  await forgetWhatIsDue(ctx);
  for (const { table } of terms) expect([table, rowsIn(path, table)]).toEqual([table, []]);
});

test('thanks that did not count are forgotten after 30 days', async () => {
  const { ctx, path, clock } = testContext();
  for (const guild of [HERE, THERE]) fillEveryTable(path, guild, ANN);
  await ctx.db.write(async (tx) => {
    tx.run(`update refusals set occurred_at = ${clock.now() - 29 * DAY} where guild_id = '${HERE}'`);
    tx.run(`update refusals set occurred_at = ${clock.now() - 31 * DAY} where guild_id = '${THERE}'`);
  });
  await forgetOldRefusals(ctx);
  expect(rowsIn(path, 'refusals').map(({ guild_id }) => guild_id)).toEqual([HERE]);
});

test('an export holds every row of a person, and of others only what it cannot be understood without', async () => {
  const { ctx, path } = testContext();
  fillEveryTable(path, HERE, ANN);
  fillEveryTable(path, THERE, BEA);
  await credit(ctx, { from: BEA, to: ANN, reason: 'for the long evening' });
  await ctx.db.write(async (tx) =>
    tx.run(
      `insert into audit (guild_id, at, actor_id, action, target_id, details) values ('1', 5, '${BEA}', 'a.b', '${ANN}', '{"by":"${BEA}"}')`,
    ),
  );
  const file = await exportPerson(ctx, ANN);
  const text = Buffer.from(file.bytes).toString();
  const { tables, member_id } = JSON.parse(text);
  expect(member_id).toBe(ANN);
  const withPeople = Object.entries(holdings).filter(
    ([, { people = [], among = [] }]) => people.length + among.length > 0,
  );
  expect(Object.keys(tables)).toEqual(expect.arrayContaining(withPeople.map(([table]) => table)));
  expect(text).toContain('for the long evening');
  expect(JSON.stringify(tables.audit)).not.toContain(BEA);
  expect(JSON.stringify(tables.audit)).toContain('somebody else');
  expect(JSON.stringify(tables.recognitions)).toContain(BEA);
  expect(text).not.toContain(THERE);
});
