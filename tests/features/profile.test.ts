// Profiles on real SQLite: what one may see of oneself and of others, with none, some and ten thousand recognitions.
import { describe, expect, test } from 'vitest';
import { recognitions, refusals } from '../../src/core/schema.ts';
import { noteLeaving } from '../../src/features/leaderboard/service.ts';
import { LATEST, MOST_LISTED, type Tab } from '../../src/features/profile/rules.ts';
import { hasLeft, readProfile, readPublicProfile, whyAbsent } from '../../src/features/profile/service.ts';
import * as store from '../../src/features/profile/store.ts';
import { type TestContext, testContext } from '../support/context.ts';
import { idOf } from '../support/ids.ts';
import { fullScans, queryPlansOf } from '../support/query-plans.ts';
import { credit, takeOut } from '../support/recognitions.ts';

const GUILD = '1';
const DAY = 86_400_000;

const look = ({ ctx }: TestContext, viewer: string, memberId: string, tab: Tab = 'overview', page = 1) =>
  readProfile(ctx, GUILD, viewer, { memberId, tab, page });

const refuse = ({ ctx }: TestContext, giverId: string, reason: string, at = ctx.clock.now()) =>
  ctx.db.write(async (tx) => {
    tx.insert(refusals)
      .values({
        sourceKey: `refused:${at}:${reason}`,
        guildId: GUILD,
        giverId,
        receiverId: idOf('bob'),
        kind: 'thanks',
        reason,
        channelId: '5',
        messageId: '77',
        occurredAt: at,
      })
      .run();
  });

describe('a standing', () => {
  test('in each period, with the place on the board of points', async () => {
    const world = testContext();
    await credit(world.ctx, {
      from: idOf('alice'),
      to: idOf('bob'),
      occurredAt: world.clock.now() - 400 * DAY,
    });
    await credit(world.ctx, { from: idOf('alice'), to: idOf('bob'), kind: 'solution', points: 25 });
    await credit(world.ctx, { from: idOf('alice'), to: idOf('carl'), points: 30 });
    const { periods } = await look(world, idOf('bob'), idOf('bob'));
    expect(
      periods.map(({ kind, standing, place }) => [kind, standing.points, standing.peopleHelped, place?.rank]),
    ).toEqual([
      ['week', 25, 1, 2],
      ['month', 25, 1, 2],
      ['quarter', 25, 1, 2],
      ['year', 25, 1, 2],
      ['all', 35, 1, 1],
    ]);
    expect(periods.at(-1)?.standing).toMatchObject({ solutions: 1, thanksReceived: 1, activeDays: 2 });
    expect(await readPublicProfile(world.ctx, GUILD, idOf('bob'))).toMatchObject({ periods });
  });

  test('of one who was never seen is empty everywhere', async () => {
    const world = testContext();
    const profile = await look(world, 'nobody', 'nobody');
    expect(profile.periods.map(({ standing, place }) => [standing.points, place])).toEqual(
      Array(5).fill([0, undefined]),
    );
    expect(profile).toMatchObject({ received: 0, tier: undefined, open: { latest: [] } });
  });
});

describe('what explains it', () => {
  test('the latest three first, all of them by pages', async () => {
    const world = testContext();
    for (let i = 0; i < 8; i++) {
      await credit(world.ctx, { from: idOf(`giver${i}`), to: idOf('bob') });
      world.clock.advance(60_000);
    }
    const { open, received } = await look(world, idOf('alice'), idOf('bob'));
    // All that is to be known here is that there are more than are shown.
    expect(received).toBe(LATEST + 1);
    expect(open.tab === 'overview' && open.latest.map((row) => row.giverId)).toEqual([
      idOf('giver7'),
      idOf('giver6'),
      idOf('giver5'),
    ]);
    const second = (await look(world, idOf('alice'), idOf('bob'), 'received', 2)).open;
    expect(second.tab === 'received' && second.rows.map((row) => row.giverId)).toEqual([
      idOf('giver1'),
      idOf('giver0'),
    ]);
    const beyond = (await look(world, idOf('alice'), idOf('bob'), 'received', 99)).open;
    expect(beyond).toMatchObject({ page: 2, pages: 2 });
  });

  test('what was taken back lately, latest loss first, for a month and for oneself', async () => {
    const world = testContext();
    const early = await credit(world.ctx, { from: idOf('alice'), to: idOf('bob') });
    const late = await credit(world.ctx, { from: idOf('carl'), to: idOf('bob') });
    await takeOut(world.ctx, late, 'edited');
    world.clock.advance(DAY);
    await takeOut(world.ctx, early, 'deleted');
    const own = await look(world, idOf('bob'), idOf('bob'), 'takenBack');
    expect(own.own).toMatchObject({ takenBack: 2 });
    expect(own.received).toBe(0);
    expect(own.open.tab === 'takenBack' && own.open.rows.map((row) => row.revokedWhy)).toEqual([
      'deleted',
      'edited',
    ]);
    const others = await look(world, idOf('alice'), idOf('bob'), 'takenBack');
    expect(others.own).toBeUndefined();
    expect(others.open).toEqual({ tab: 'overview', latest: [] });
    world.clock.advance(30 * DAY + 1);
    expect((await look(world, idOf('bob'), idOf('bob'))).own).toMatchObject({ takenBack: 0 });
  });

  test('one’s thanks that did not count, for oneself alone', async () => {
    const world = testContext();
    await refuse(world, idOf('alice'), 'dailyLimit', 1);
    await refuse(world, idOf('alice'), 'pairTooSoon', 2);
    const own = await look(world, idOf('alice'), idOf('alice'), 'uncounted');
    expect(own.own).toMatchObject({ uncounted: 2 });
    expect(own.open.tab === 'uncounted' && own.open.rows.map((row) => row.reason)).toEqual([
      'pairTooSoon',
      'dailyLimit',
    ]);
    expect((await look(world, idOf('bob'), idOf('alice'), 'uncounted')).open.tab).toBe('overview');
    expect((await look(world, idOf('bob'), idOf('bob'))).own).toMatchObject({ uncounted: 0 });
  });

  test('another server’s are not shown', async () => {
    const world = testContext();
    await credit(world.ctx, { from: idOf('alice'), to: idOf('bob'), guildId: '2' });
    expect((await look(world, idOf('bob'), idOf('bob'))).received).toBe(0);
  });
});

describe('people who are not there', () => {
  test('one who left is gone, one never seen is not a member', async () => {
    const world = testContext();
    await credit(world.ctx, { from: idOf('alice'), to: idOf('bob') });
    for (const memberId of [idOf('bob'), idOf('lurker')])
      await noteLeaving(world.ctx, { guildId: GUILD, memberId, joinedAt: undefined });
    expect(await whyAbsent(world.ctx, GUILD, idOf('bob'))).toBe('gone');
    // Of one who never took part nothing is kept, not even that they were here.
    expect(await whyAbsent(world.ctx, GUILD, idOf('lurker'))).toBe('notAMember');
    expect(await whyAbsent(world.ctx, GUILD, idOf('stranger'))).toBe('notAMember');
    expect(await hasLeft(world.ctx, GUILD, idOf('bob'))).toBe(true);
    expect(await hasLeft(world.ctx, GUILD, idOf('alice'))).toBe(false);
  });
});

describe('ten thousand recognitions', () => {
  test('have a last page, and every query goes by an index', async () => {
    const world = testContext();
    const { ctx } = world;
    const row = await credit(ctx, { from: idOf('alice'), to: idOf('bob') });
    await credit(ctx, { from: idOf('bob'), to: idOf('alice') });
    await refuse(world, idOf('bob'), 'dailyLimit');
    await ctx.db.write(async (tx) => {
      const { id: _, sourceKey: __, ...copy } = row;
      for (let i = 0; i < 10_000; i++)
        tx.insert(recognitions)
          .values({
            ...copy,
            writtenKey: `copy:${i}`,
            occurredAt: row.occurredAt - i * 1000,
            revokedAt: i % 3 ? null : 1,
            revokedWhy: i % 3 ? null : 'edited',
          })
          .run();
    });
    const last = await look(world, idOf('bob'), idOf('bob'), 'received', 999_999);
    expect(last.received).toBe(6_667);
    expect(last.open).toMatchObject({ page: 1112, pages: 1112, goesOn: false });
    const plans = await queryPlansOf(world.path, async (db) => {
      const slice = { offset: 5_000, limit: 6 };
      await store.received(db, GUILD, idOf('bob'), true, slice);
      await store.countReceived(db, GUILD, idOf('bob'), true, 9);
      await store.takenBack(db, GUILD, idOf('bob'), 0, slice);
      await store.countTakenBack(db, GUILD, idOf('bob'), 0, 9);
      await store.uncounted(db, GUILD, idOf('bob'), slice);
      await store.countUncounted(db, GUILD, idOf('bob'), 9);
      await store.wasSeen(db, GUILD, idOf('bob'));
      await store.wasSeen(db, GUILD, 'nobody');
      await store.membership(db, GUILD, idOf('bob'));
    });
    expect(plans.length).toBeGreaterThanOrEqual(9);
    expect(fullScans(plans)).toEqual([]);
    expect(plans.flatMap(({ steps }) => steps).filter((step) => step.includes('TEMP B-TREE'))).toEqual([]);
    expect(
      plans.filter(({ steps }) => steps.some((step) => step.includes('recognitions_revoked'))),
    ).toHaveLength(2);
  });

  test('beyond what anybody turns are not counted: the list says that there is more', async () => {
    const world = testContext();
    const row = await credit(world.ctx, { from: idOf('alice'), to: idOf('bob') });
    await world.ctx.db.write(async (tx) => {
      const { id: _, sourceKey: __, ...copy } = row;
      for (let i = 0; i < MOST_LISTED; i++)
        tx.insert(recognitions)
          .values({ ...copy, writtenKey: `copy:${i}`, occurredAt: row.occurredAt - i })
          .run();
    });
    const last = (await look(world, idOf('bob'), idOf('bob'), 'received', 999_999)).open;
    expect(last).toMatchObject({ page: 1_200, pages: 1_200, goesOn: true });
    expect(last.tab === 'received' && last.rows).toHaveLength(6);
  });
});
