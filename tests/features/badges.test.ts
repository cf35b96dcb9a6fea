// Badges on real SQLite: awarded and taken with the credit, in the same transaction; given and taken by people.
import { describe, expect, test } from 'vitest';
import type { Context } from '../../src/core/context.ts';
import { members } from '../../src/core/schema.ts';
import { EARNED } from '../../src/features/badges/catalogue.rules.ts';
import { followCredit } from '../../src/features/badges/earning.ts';
import { previewBadge } from '../../src/features/badges/preview.ts';
import { recountGuild } from '../../src/features/badges/recounting.ts';
import { grant, heldBy, lookAtBadges, readBadges, revoke } from '../../src/features/badges/service.ts';
import { forgetPerson } from '../../src/features/privacy/erasing.service.ts';
import { type TestContext, testContext } from '../support/context.ts';
import { deedsIn } from '../support/deeds.ts';
import { idOf } from '../support/ids.ts';
import { credit, takeOut } from '../support/recognitions.ts';

const GUILD = '1';

function world(): TestContext {
  const made = testContext();
  made.ctx.followers.add(followCredit(made.ctx));
  return made;
}

const namesOf = async (ctx: Context, memberId: string) =>
  (await ctx.db.read((db) => heldBy(db, GUILD, memberId))).map(({ badge }) => badge);

describe('with the credit', () => {
  test('the first thanks earn a badge each; taken back, both go, and come back with it', async () => {
    const { ctx, clock } = world();
    const row = await credit(ctx, { from: idOf('alice'), to: idOf('bob') });
    expect(await namesOf(ctx, idOf('bob'))).toEqual(['firstThanks']);
    expect(await namesOf(ctx, idOf('alice'))).toEqual(['grateful']);
    const since = clock.now();
    clock.advance(1_000);
    await takeOut(ctx, row, 'unreacted');
    expect(await namesOf(ctx, idOf('bob'))).toEqual([]);
    expect(await namesOf(ctx, idOf('alice'))).toEqual([]);
    const { sourceKey, helpKey } = row;
    await credit(ctx, { from: idOf('alice'), to: idOf('bob'), sourceKey, helpKey });
    const [held] = await ctx.db.read((db) => heldBy(db, GUILD, idOf('bob')));
    expect(held).toMatchObject({ badge: 'firstThanks', awardedAt: since, messageId: row.messageId });
  });

  test('the tenth person brings the badge, and it says by what it was earned', async () => {
    const { ctx } = world();
    for (let i = 0; i < 9; i++) await credit(ctx, { from: idOf(`asker${i}`), to: idOf('bob') });
    expect(await namesOf(ctx, idOf('bob'))).toEqual(['firstThanks']);
    const last = await credit(ctx, { from: idOf('asker9'), to: idOf('bob') });
    const held = await ctx.db.read((db) => heldBy(db, GUILD, idOf('bob')));
    expect(held.find(({ badge }) => badge === 'neighbour')).toMatchObject({ messageId: last.messageId });
  });

  test('a transaction that is undone leaves no badge', async () => {
    const { ctx } = world();
    ctx.followers.add(async () => {
      throw new Error('undone');
    });
    await expect(credit(ctx, { from: idOf('alice'), to: idOf('bob') })).rejects.toThrow('undone');
    expect(await namesOf(ctx, idOf('bob'))).toEqual([]);
  });

  test('of one server only', async () => {
    const { ctx } = world();
    await credit(ctx, { from: idOf('alice'), to: idOf('bob'), guildId: '2' });
    expect(await namesOf(ctx, idOf('bob'))).toEqual([]);
  });
});

describe('by people', () => {
  const gift = {
    guildId: GUILD,
    memberId: idOf('bob'),
    badge: 'alumni',
    by: idOf('mona'),
    reason: 'two good years',
  } as const;

  test('given once, taken with a reason, in the audit', async () => {
    const { ctx } = world();
    expect(await ctx.db.write((tx) => grant(ctx, tx, gift))).toBe(true);
    expect(await ctx.db.write((tx) => grant(ctx, tx, gift))).toBe(false);
    expect(await namesOf(ctx, idOf('bob'))).toEqual(['alumni']);
    expect(await ctx.db.write((tx) => revoke(ctx, tx, { ...gift, reason: 'by mistake' }))).toBe(true);
    expect(await ctx.db.write((tx) => revoke(ctx, tx, gift))).toBe(false);
    expect(await namesOf(ctx, idOf('bob'))).toEqual([]);
    const deeds = await deedsIn(ctx, GUILD);
    expect(deeds.map(({ action, reason }) => [action, reason])).toEqual([
      ['badges.revoked', 'by mistake'],
      ['badges.granted', 'two good years'],
    ]);
  });

  test('what a person took no rule gives again', async () => {
    const { ctx } = world();
    await credit(ctx, { from: idOf('alice'), to: idOf('bob') });
    await ctx.db.write((tx) => revoke(ctx, tx, { ...gift, badge: 'firstThanks', reason: 'arranged' }));
    await credit(ctx, { from: idOf('carl'), to: idOf('bob') });
    expect(await namesOf(ctx, idOf('bob'))).toEqual([]);
  });
});

test('whoever looks at their own has what they earned, and need not wait for the night', async () => {
  // Nothing follows the credit here: as with what days bring, or an import.
  const { ctx } = testContext();
  for (let i = 0; i < 10; i++) await credit(ctx, { from: idOf(`asker${i}`), to: idOf('bob') });
  await lookAtBadges(ctx, GUILD, idOf('bob'), idOf('alice'));
  expect(await namesOf(ctx, idOf('bob'))).toEqual([]);
  const own = await lookAtBadges(ctx, GUILD, idOf('bob'), idOf('bob'));
  expect(own.held.map(({ badge }) => badge)).toEqual(await namesOf(ctx, idOf('bob')));
  expect(own.held.map(({ badge }) => badge)).toContain('neighbour');
  expect(own.next.filter(({ badge, count }) => count >= badge.requirement.atLeast)).toEqual([]);
  const { held } = await lookAtBadges(ctx, GUILD, idOf('bob'), idOf('bob'));
  expect(held).toEqual(own.held);
});

describe('left out of everything', () => {
  async function left() {
    const made = world();
    const { ctx } = made;
    const row = await credit(ctx, { from: idOf('alice'), to: idOf('bob') });
    const choose = (wish: 'leftOut' | undefined) =>
      ctx.db.write((tx) => ctx.people.choose(tx, GUILD, idOf('bob'), wish, ctx.clock.now()));
    const joinedAt = ctx.clock.now();
    await ctx.db.write(async (tx) => {
      tx.insert(members)
        .values({ guildId: GUILD, memberId: idOf('bob'), joinedAt })
        .run();
    });
    await choose('leftOut');
    return { ...made, row, choose };
  }

  test('time brings nothing, in no count and no preview, until they choose otherwise', async () => {
    const { ctx, clock, choose } = await left();
    const yearHere = EARNED.find(({ id }) => id === 'yearHere');
    if (!yearHere) throw new Error('no such badge');
    const gain = async () => {
      const asOf = { db: ctx.db, people: ctx.people, now: clock.now() };
      return (await previewBadge(asOf, GUILD, yearHere)).gain.map(({ memberId }) => memberId);
    };
    clock.advance(365 * 86_400_000);
    expect(await gain()).toEqual([]);
    expect(await recountGuild(ctx, GUILD, { isNews: true })).toBe(0);
    expect(await namesOf(ctx, idOf('bob'))).toEqual(['firstThanks']);
    await choose(undefined);
    expect(await gain()).toEqual([idOf('bob')]);
    expect(await recountGuild(ctx, GUILD, { isNews: true })).toBe(1);
    expect(await namesOf(ctx, idOf('bob'))).toEqual(['yearHere', 'firstThanks']);
  });

  test('what they held goes and comes back with what earned it', async () => {
    const { ctx, row } = await left();
    await takeOut(ctx, row, 'unreacted');
    expect(await namesOf(ctx, idOf('bob'))).toEqual([]);
    const { sourceKey, helpKey } = row;
    await credit(ctx, { from: idOf('alice'), to: idOf('bob'), sourceKey, helpKey });
    expect(await namesOf(ctx, idOf('bob'))).toEqual(['firstThanks']);
  });
});

test('whoever had their data deleted is given nothing new under the name of nobody, nor shown as gaining it', async () => {
  const { ctx } = testContext();
  for (let i = 0; i < 3; i++) await credit(ctx, { from: idOf(`asker${i}`), to: idOf('bob') });
  const neighbour = EARNED.find(({ id }) => id === 'neighbour');
  if (!neighbour) throw new Error('no such badge');
  const gain = async () =>
    (await previewBadge({ db: ctx.db, people: ctx.people, now: ctx.clock.now() }, GUILD, neighbour, 3)).gain;
  expect(await gain()).toEqual([{ memberId: idOf('bob'), count: 3 }]);
  await forgetPerson(ctx, idOf('bob'));
  expect(await gain()).toEqual([]);
  // The askers' badges for saying thanks, and none for what they thanked for.
  expect(await recountGuild(ctx, GUILD, { isNews: false })).toBe(3);
});

test('what is next is for the member alone', async () => {
  const { ctx } = world();
  for (let i = 0; i < 9; i++) await credit(ctx, { from: idOf(`asker${i}`), to: idOf('bob') });
  const own = await readBadges(ctx, GUILD, idOf('bob'), idOf('bob'));
  expect(own.next[0]).toMatchObject({ badge: { id: 'neighbour' }, count: 9 });
  expect(own.secrets).toBe(2);
  expect(await readBadges(ctx, GUILD, idOf('bob'), idOf('alice'))).toMatchObject({
    isOwn: false,
    next: [],
    secrets: 0,
  });
});
