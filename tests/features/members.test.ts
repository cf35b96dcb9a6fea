// Since when members are here: whatever the order in which news of joins come, and asked of Discord where nobody was seen.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withJoin } from '../../src/features/members/rules.ts';
import { catchUpEverywhere, noteNews, noteSeen } from '../../src/features/members/service.ts';
import { belongingOf } from '../../src/features/members/store.ts';
import { forgetPerson } from '../../src/features/privacy/erasing.service.ts';
import { type TestContext, testContext } from '../support/context.ts';
import { idOf } from '../support/ids.ts';
import { credit } from '../support/recognitions.ts';

const GUILD = '1';
const of = ({ ctx }: TestContext, memberId: string) => ctx.db.read((db) => belongingOf(db, GUILD, memberId));
const join = (memberId: string, joinedAt: number) => ({ guildId: GUILD, memberId, joinedAt });

test.each<[string, number[], { joinedAt: number; returnedAt: number | null }]>([
  ['one join', [5], { joinedAt: 5, returnedAt: null }],
  ['the same join again', [5, 5], { joinedAt: 5, returnedAt: null }],
  ['left and came back', [5, 9], { joinedAt: 5, returnedAt: 9 }],
  ['twice', [5, 9, 12], { joinedAt: 5, returnedAt: 12 }],
  ['old news after new', [9, 5], { joinedAt: 5, returnedAt: 9 }],
])('%s', (_, joins, expected) => {
  expect(joins.reduce(withJoin, { joinedAt: null, returnedAt: null })).toEqual(expected);
});

test('the order and number of news changes nothing', () => {
  const heard = (joins: readonly number[]) => joins.reduce(withJoin, { joinedAt: null, returnedAt: null });
  fc.assert(
    fc.property(fc.array(fc.nat(20), { minLength: 1 }), fc.gen(), (joins, gen) => {
      const mixed = [...joins, gen(fc.constantFrom, ...joins)].toSorted(() => gen(fc.constantFrom, -1, 1));
      expect(heard(mixed)).toEqual(heard(joins));
    }),
  );
});

test('who had their data deleted is not known again by what they wrote before', async () => {
  const world = testContext();
  const alice = '200000000000000001';
  const written = world.clock.now();
  await noteSeen(world.ctx, join(alice, 100), written);
  world.clock.advance(60_000);
  await forgetPerson(world.ctx, alice);
  expect(await of(world, alice)).toBeUndefined();
  // As after a restart: what was heard before is not remembered.
  const restarted = { ...world.ctx };
  await noteSeen(restarted, join(alice, 100), written);
  expect(await of(world, alice)).toBeUndefined();
  await noteSeen(restarted, join(alice, 100), world.clock.now() + 1);
  expect(await of(world, alice)).toEqual({ joinedAt: 100, returnedAt: null });
});

test('who is seen is known from then on; of strangers who come and go nothing is kept', async () => {
  const world = testContext();
  await noteSeen(world.ctx, join(idOf('alice'), 100), 1_000);
  await noteSeen(world.ctx, join(idOf('alice'), 100), 1_000);
  expect(await of(world, idOf('alice'))).toEqual({ joinedAt: 100, returnedAt: null });
  await noteNews(world.ctx, join(idOf('alice'), 900));
  expect(await of(world, idOf('alice'))).toEqual({ joinedAt: 100, returnedAt: 900 });
  await noteNews(world.ctx, join(idOf('stranger'), 900));
  expect(await of(world, idOf('stranger'))).toBeUndefined();
  await credit(world.ctx, { from: idOf('alice'), to: idOf('bob') });
  await noteNews(world.ctx, join(idOf('bob'), 50));
  expect(await of(world, idOf('bob'))).toEqual({ joinedAt: 50, returnedAt: null });
});

test('by night Discord is asked about those with a standing who were never seen, a hundred at a time', async () => {
  const asked: string[][] = [];
  const world = testContext({
    actions: {
      joinsAmong: async (_guildId, ids) => {
        asked.push([...ids]);
        return { done: true, value: new Map(ids.filter((id) => id !== idOf('h7')).map((id) => [id, 77])) };
      },
    },
  });
  for (let i = 0; i < 130; i++) await credit(world.ctx, { from: idOf('alice'), to: idOf(`h${i}`) });
  await noteSeen(world.ctx, join(idOf('alice'), 1), 1_000);
  await catchUpEverywhere(world.ctx);
  expect(asked.map((ids) => ids.length)).toEqual([100, 30]);
  expect(await of(world, idOf('h3'))).toEqual({ joinedAt: 77, returnedAt: null });
  expect(await of(world, idOf('h7'))).toBeUndefined();
});

test('who has their data deleted while Discord is asked is not known again', async () => {
  const alice = '200000000000000001';
  const world: TestContext = testContext({
    actions: {
      joinsAmong: async (_guildId, ids) => {
        world.clock.advance(1_000);
        await forgetPerson(world.ctx, alice);
        return { done: true, value: new Map(ids.map((id) => [id, 77])) };
      },
    },
  });
  await credit(world.ctx, { from: idOf('bob'), to: alice });
  await catchUpEverywhere(world.ctx);
  expect(await of(world, alice)).toBeUndefined();
  expect(await of(world, idOf('bob'))).toEqual({ joinedAt: 77, returnedAt: null });
});

test('of whoever is left out no join is written down, nor asked for; what was known before stays until they choose otherwise', async () => {
  const asked: string[][] = [];
  const world = testContext({
    actions: {
      joinsAmong: async (_guildId, ids) => {
        asked.push([...ids]);
        return { done: true, value: new Map(ids.map((id) => [id, 77])) };
      },
    },
  });
  const choose = (memberId: string, wish: 'leftOut' | undefined) =>
    world.ctx.db.write((tx) => world.ctx.people.choose(tx, GUILD, memberId, wish, 1));
  const [alice, bob] = [idOf('alice'), idOf('bob')];
  await credit(world.ctx, { from: alice, to: bob });
  await noteSeen(world.ctx, join(alice, 100), 1_000);
  await choose(alice, 'leftOut');
  await choose(bob, 'leftOut');
  await catchUpEverywhere(world.ctx);
  await noteNews(world.ctx, join(alice, 900));
  await noteNews(world.ctx, join(bob, 900));
  expect(asked).toEqual([]);
  expect(await of(world, alice)).toEqual({ joinedAt: 100, returnedAt: null });
  expect(await of(world, bob)).toBeUndefined();

  await choose(alice, undefined);
  await choose(bob, undefined);
  await noteNews(world.ctx, join(alice, 900));
  await catchUpEverywhere(world.ctx);
  expect(asked).toEqual([[bob]]);
  expect(await of(world, alice)).toEqual({ joinedAt: 100, returnedAt: 900 });
  expect(await of(world, bob)).toEqual({ joinedAt: 77, returnedAt: null });
});

test('who chooses to be left out while Discord is asked is not written of', async () => {
  const [alice, bob] = [idOf('alice'), idOf('bob')];
  const world: TestContext = testContext({
    actions: {
      joinsAmong: async (_guildId, ids) => {
        await world.ctx.db.write((tx) => world.ctx.people.choose(tx, GUILD, alice, 'leftOut', 1));
        return { done: true, value: new Map(ids.map((id) => [id, 77])) };
      },
    },
  });
  await credit(world.ctx, { from: bob, to: alice });
  await catchUpEverywhere(world.ctx);
  expect(await of(world, alice)).toBeUndefined();
  expect(await of(world, bob)).toEqual({ joinedAt: 77, returnedAt: null });
});

test('a Discord that does not answer is asked again another night', async () => {
  const world = testContext({
    actions: { joinsAmong: async () => ({ done: false, final: false, reason: 'unreachable' }) },
  });
  await credit(world.ctx, { from: idOf('alice'), to: idOf('bob') });
  await catchUpEverywhere(world.ctx);
  expect(await of(world, idOf('bob'))).toBeUndefined();
});
