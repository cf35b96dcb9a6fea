// Promoting and demoting on real SQLite: what is written, what is owed, and that it stays true whatever happens.
import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../src/core/actions.ts';
import type { Context } from '../../src/core/context.ts';
import { promotions } from '../../src/core/schema.ts';
import { createTierRoles } from '../../src/features/tiers/creation.ts';
import {
  compareAll,
  compareOnShard,
  memberLeft,
  roleDeleted,
  rolesLost,
} from '../../src/features/tiers/drift.ts';
import { PATIENCE_MS, reportOn } from '../../src/features/tiers/service.ts';
import { settleDecision } from '../../src/features/tiers/settlement.ts';
import * as store from '../../src/features/tiers/store.ts';
import { testContext } from '../support/context.ts';
import { deedsIn } from '../support/deeds.ts';
import { idOf } from '../support/ids.ts';
import { fullScans, queryPlansOf } from '../support/query-plans.ts';
import {
  GUILD,
  NEWS,
  no,
  notYet,
  order,
  ordered,
  prepare,
  TIER_ROLES,
  toyServer,
} from '../support/toy-server.ts';

async function open(options?: Parameters<typeof prepare>[1]) {
  const server = toyServer(idOf('alice'), idOf('bob'));
  const made = testContext({ actions: server.actions });
  const { ctx, clock } = made;
  ctx.outbox.onSettled('tiers', settleDecision(ctx));
  await prepare(ctx, options);
  return {
    ...made,
    server,
    /** Runs what is owed, as far as Discord lets it. */
    run: async () => {
      ctx.outbox.start();
      await ctx.outbox.whenIdle();
    },
    /** Time for one more try. */
    later: async (ms = 60_000) => {
      clock.advance(ms);
      await ctx.outbox.whenIdle();
    },
    tier: async (memberId = idOf('bob')) =>
      (await ctx.db.read((db) => store.currentTier(db, GUILD, memberId)))?.tier,
    states: async (memberId = idOf('bob')) =>
      (await ctx.db.read((db) => store.promotionsOf(db, GUILD, memberId, 10))).map(({ state }) => state),
    deeds: async () => (await deedsIn(ctx, GUILD)).map(({ action }) => action).reverse(),
  };
}

const wanted = (key: keyof typeof TIER_ROLES) => ({
  wanted: { key, roleId: TIER_ROLES[key], byPeopleOnly: false },
});

describe('a promotion', () => {
  test('is pending, noted and owed in one transaction, and counts only when Discord has given the role', async () => {
    const { ctx, server, run, tier, states, deeds } = await open();
    const decided = await ordered(ctx, server, idOf('bob'));
    expect(await states()).toEqual(['pending']);
    expect(await tier()).toBeUndefined();
    expect(await deeds()).toEqual(['tiers.promoted']);
    expect(decided.effectIds).toHaveLength(1);

    await run();
    expect(await tier()).toBe('helper');
    expect(server.rolesOf(idOf('bob'))).toEqual(['1']);
    expect(server.sent).toMatchObject([{ channelId: NEWS, pings: [idOf('bob')] }]);
    expect(await reportOn(ctx, decided)).toEqual({
      decision: { is: 'done' },
      oldRole: undefined,
      announcement: { is: 'done' },
    });
  });

  test('adds the new role before it takes the old one, and ends the old tier', async () => {
    const { ctx, server, run, tier, states } = await open();
    await ordered(ctx, server, idOf('bob'));
    await run();
    server.on('delete', notYet);
    await ordered(ctx, server, idOf('bob'));
    await ctx.outbox.whenIdle();
    expect(server.rolesOf(idOf('bob'))).toEqual(['1', '2']);
    expect(await tier()).toBe('guide');
    expect(await states()).toEqual(['active', 'ended']);
  });

  test('says nothing in public while no channel is chosen', async () => {
    const { ctx, server, run, tier } = await open({ announcementChannelId: undefined });
    const decided = await ordered(ctx, server, idOf('bob'));
    await run();
    expect(await tier()).toBe('helper');
    expect(server.sent).toEqual([]);
    expect(await reportOn(ctx, decided)).toMatchObject({ announcement: undefined });
  });

  test.each([
    'missingPermission',
    'unknownRole',
    'unknownMember',
    'twoFactorNeeded',
    'tooMany',
    'badRequest',
  ] as const)(
    'that Discord refuses for good (%s) fails with the reason, leaves all as it was, and is not announced',
    async (reason) => {
      const { ctx, server, run, tier, states, deeds } = await open();
      await ordered(ctx, server, idOf('bob'));
      await run();
      server.on('add', no(reason));
      const decided = await ordered(ctx, server, idOf('bob'));
      await ctx.outbox.whenIdle();
      expect(await states()).toEqual(['failed', 'active']);
      expect(await tier()).toBe('helper');
      expect(server.rolesOf(idOf('bob'))).toEqual(['1']);
      expect(server.sent).toHaveLength(1);
      expect(await deeds()).toEqual(['tiers.promoted', 'tiers.promoted', 'tiers.failed']);
      // Nobody did it by hand.
      expect((await deedsIn(ctx, GUILD))[0]).toMatchObject({ action: 'tiers.failed', actorId: 'laurel' });
      expect(await reportOn(ctx, decided)).toMatchObject({ decision: { is: 'failed', why: reason } });
    },
  );

  test('that failed is told to whoever decides next', async () => {
    const { ctx, server, run } = await open();
    server.on('add', no('missingPermission'));
    await ordered(ctx, server, idOf('bob'));
    await run();
    server.on('add', undefined);
    const next = await ordered(ctx, server, idOf('bob'));
    expect(next.before).toMatchObject({ state: 'failed', failure: 'missingPermission' });
  });

  test('that Discord is slow about stays pending, is answered in time, and is finished and announced later', async () => {
    const { ctx, clock, server, run, later, tier, states } = await open();
    server.on('add', notYet);
    const decided = await ordered(ctx, server, idOf('bob'));
    await run();
    const report = reportOn(ctx, decided);
    await Promise.resolve();
    clock.advance(PATIENCE_MS);
    expect(await report).toMatchObject({ decision: { is: 'waiting' }, announcement: undefined });
    expect(await states()).toEqual(['pending']);
    expect(server.sent).toEqual([]);

    // Within that time it was tried again, in vain.
    await ctx.outbox.whenIdle();
    server.on('add', undefined);
    await later();
    expect(await tier()).toBe('helper');
    expect(server.sent).toHaveLength(1);
  });

  test('is finished by the next life of the process', async () => {
    const before = await open();
    await ordered(before.ctx, before.server, idOf('bob'));
    await before.ctx.db.close();

    const { ctx } = testContext({ path: before.path, actions: before.server.actions });
    ctx.outbox.onSettled('tiers', settleDecision(ctx));
    ctx.outbox.start();
    await ctx.outbox.whenIdle();
    expect((await ctx.db.read((db) => store.currentTier(db, GUILD, idOf('bob'))))?.tier).toBe('helper');
    expect(before.server.sent).toHaveLength(1);
  });

  test('counts although the old role stays, and the trouble is noted', async () => {
    const { ctx, server, run, tier, deeds } = await open();
    await ordered(ctx, server, idOf('bob'));
    await run();
    server.on('delete', no('missingPermission'));
    const decided = await ordered(ctx, server, idOf('bob'));
    await ctx.outbox.whenIdle();
    expect(await tier()).toBe('guide');
    expect(await reportOn(ctx, decided)).toMatchObject({
      decision: { is: 'done' },
      oldRole: { is: 'failed', why: 'missingPermission' },
    });
    expect((await deeds()).at(-1)).toBe('tiers.roleLeft');
  });

  test('counts although it cannot be announced, and the trouble is noted', async () => {
    const { ctx, server, run, tier, deeds } = await open();
    server.on('send', no('missingAccess'));
    const decided = await ordered(ctx, server, idOf('bob'));
    await run();
    expect(await tier()).toBe('helper');
    expect(await reportOn(ctx, decided)).toMatchObject({
      announcement: { is: 'failed', why: 'missingAccess' },
    });
    expect((await deeds()).at(-1)).toBe('tiers.notAnnounced');
  });

  test('of two moderators at once only one is taken', async () => {
    const { ctx, server, run, states } = await open();
    const both = await Promise.all([ordered(ctx, server, idOf('bob')), order(ctx, server, idOf('bob'))]);
    expect(both[1]).toEqual({ no: 'decideTwice' });
    await run();
    expect(await states()).toEqual(['active']);
  });

  test('by somebody who has not seen the latest decision is refused', async () => {
    const { ctx, server, run, states } = await open();
    await ordered(ctx, server, idOf('bob'));
    await run();
    expect(await order(ctx, server, idOf('bob'), { seen: undefined })).toEqual({ no: 'decidedMeanwhile' });
    expect(await states()).toEqual(['active']);
  });

  test('that is refused writes nothing at all', async () => {
    const { ctx, server, states, deeds } = await open();
    expect(await order(ctx, server, idOf('carl'))).toEqual({ no: 'notAMember' });
    expect(await states(idOf('carl'))).toEqual([]);
    expect(await deeds()).toEqual([]);
  });
});

describe('a demotion', () => {
  test('adds the lower role before it takes the higher one, and is not announced', async () => {
    const { ctx, server, run, tier, states, deeds } = await open();
    await ordered(ctx, server, idOf('bob'), wanted('guide'));
    await run();
    await ordered(ctx, server, idOf('bob'), { direction: 'demote' });
    await ctx.outbox.whenIdle();
    expect(await tier()).toBe('helper');
    expect(server.rolesOf(idOf('bob'))).toEqual(['1']);
    expect(await states()).toEqual(['active', 'ended']);
    expect(server.sent).toHaveLength(1);
    expect(await deeds()).toEqual(['tiers.promoted', 'tiers.demoted']);
  });

  test('from the lowest rung only takes the role; nothing says that they hold it from then on', async () => {
    const { ctx, server, run, later, tier, states } = await open();
    await ordered(ctx, server, idOf('bob'));
    await run();
    server.on('delete', notYet);
    await ordered(ctx, server, idOf('bob'), { direction: 'demote' });
    await ctx.outbox.whenIdle();
    expect(await tier()).toBeUndefined();
    expect(await states()).toEqual(['pending', 'ended']);
    server.on('delete', undefined);
    await later();
    expect(await states()).toEqual(['ended', 'ended']);
    expect(server.rolesOf(idOf('bob'))).toEqual([]);
  });

  test('from the lowest rung that Discord refuses leaves them where they were', async () => {
    const { ctx, server, run, tier, states } = await open();
    await ordered(ctx, server, idOf('bob'));
    await run();
    server.on('delete', no('missingPermission'));
    const decided = await ordered(ctx, server, idOf('bob'), { direction: 'demote' });
    await ctx.outbox.whenIdle();
    expect(await reportOn(ctx, decided)).toMatchObject({ decision: { is: 'failed' }, oldRole: undefined });
    expect(await tier()).toBe('helper');
    expect(await states()).toEqual(['failed', 'active']);
  });
});

describe('what people do on Discord meanwhile', () => {
  test('who leaves holds no tier, and does not get it back by returning', async () => {
    const { ctx, server, run, tier, states, deeds } = await open();
    await ordered(ctx, server, idOf('bob'));
    await run();
    server.members.delete(idOf('bob'));
    await memberLeft(ctx, GUILD, idOf('bob'));
    await memberLeft(ctx, GUILD, idOf('bob'));
    expect(await states()).toEqual(['ended']);
    expect(await deeds()).toEqual(['tiers.promoted', 'tiers.ended']);
    server.members.set(idOf('bob'), new Set());
    await compareAll(ctx, GUILD);
    expect(await tier()).toBeUndefined();
    expect((await ordered(ctx, server, idOf('bob'))).before).toMatchObject({
      failure: 'left',
      tier: 'helper',
    });
  });

  test('who leaves while a promotion waits is not promoted, and nothing more is asked of Discord', async () => {
    const { ctx, server, run, later, states, tier } = await open();
    await ordered(ctx, server, idOf('bob'));
    await run();
    server.on('add', notYet);
    const decided = await ordered(ctx, server, idOf('bob'));
    await ctx.outbox.whenIdle();
    server.members.delete(idOf('bob'));
    await memberLeft(ctx, GUILD, idOf('bob'));
    server.on('add', undefined);
    await later();
    expect(await states()).toEqual(['failed', 'ended']);
    const owed = await ctx.db.read((db) => store.effectsOf(db, `tiers:${decided.promotionId}`));
    expect(owed.map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);

    server.members.set(idOf('bob'), new Set());
    await ordered(ctx, server, idOf('bob'));
    await ctx.outbox.whenIdle();
    expect(await tier()).toBe('helper');
  });

  test('who leaves just when the role is given is not said to hold it', async () => {
    const { ctx, server, run, states } = await open();
    const give = ctx.actions.addRole;
    ctx.actions.addRole = async (...args) => {
      const outcome = await give(...args);
      server.members.delete(idOf('bob'));
      await memberLeft(ctx, GUILD, idOf('bob'));
      return outcome;
    };
    await ordered(ctx, server, idOf('bob'));
    await run();
    expect(await states()).toEqual(['failed']);
    expect(server.sent).toEqual([]);
  });

  test('who leaves while being taken off the ladder is off it', async () => {
    const { ctx, server, run, states } = await open();
    await ordered(ctx, server, idOf('bob'));
    await run();
    server.on('delete', notYet);
    await ordered(ctx, server, idOf('bob'), { direction: 'demote' });
    await ctx.outbox.whenIdle();
    await memberLeft(ctx, GUILD, idOf('bob'));
    expect(await states()).toEqual(['ended', 'ended']);
  });

  test('a role taken by hand ends the tier', async () => {
    const { ctx, server, run, tier, deeds } = await open();
    await ordered(ctx, server, idOf('bob'));
    await run();
    server.members.get(idOf('bob'))?.delete('1');
    await rolesLost(ctx, GUILD, idOf('bob'), ['1'], []);
    expect(await tier()).toBeUndefined();
    expect(await deeds()).toEqual(['tiers.promoted', 'tiers.ended']);
    const [ended] = await deedsIn(ctx, GUILD);
    expect(ended).toMatchObject({ targetId: idOf('bob'), details: expect.stringContaining('roleTaken') });
  });

  test('another role taken by hand means nothing', async () => {
    const { ctx, server, run, tier } = await open();
    await ordered(ctx, server, idOf('bob'));
    await run();
    await rolesLost(ctx, GUILD, idOf('bob'), ['55'], ['1']);
    expect(await tier()).toBe('helper');
  });

  test('news that is older than what we have done since is checked with Discord first', async () => {
    const { ctx, server, run, tier } = await open();
    await ordered(ctx, server, idOf('bob'));
    await run();
    await rolesLost(ctx, GUILD, idOf('bob'), ['55'], []);
    expect(await tier()).toBe('helper');
  });

  test('a role taken by hand in the instant between giving and writing it down is noticed', async () => {
    const { ctx, server, run, states } = await open();
    const give = ctx.actions.addRole;
    let noticed: Promise<void> | undefined;
    ctx.actions.addRole = async (...args) => {
      const outcome = await give(...args);
      server.members.get(idOf('bob'))?.delete('1');
      noticed = rolesLost(ctx, GUILD, idOf('bob'), ['1'], []);
      return outcome;
    };
    await ordered(ctx, server, idOf('bob'));
    await run();
    await noticed;
    expect(await states()).toEqual(['ended']);
  });

  test('a role taken by hand while it waits to be taken by us is what was wanted', async () => {
    const { ctx, server, run, later, tier, states } = await open();
    await ordered(ctx, server, idOf('bob'));
    await run();
    server.on('delete', notYet);
    await ordered(ctx, server, idOf('bob'), { direction: 'demote' });
    await ctx.outbox.whenIdle();
    server.members.get(idOf('bob'))?.delete('1');
    await rolesLost(ctx, GUILD, idOf('bob'), ['1'], []);
    server.on('delete', no('missingPermission'));
    await later();
    expect(await states()).toEqual(['ended', 'ended']);
    expect(await tier()).toBeUndefined();
  });

  test('a deleted role ends the tiers that rest on it, and the decisions that wait for it', async () => {
    const { ctx, server, run, later, states, tier } = await open();
    await ordered(ctx, server, idOf('alice'), wanted('guide'));
    await run();
    server.on('add', notYet);
    await ordered(ctx, server, idOf('bob'), wanted('guide'));
    await ctx.outbox.whenIdle();
    server.roles.delete('2');
    for (const roles of server.members.values()) roles.delete('2');
    await roleDeleted(ctx, GUILD, '2');
    server.on('add', undefined);
    await later();
    expect([await tier(idOf('alice')), await tier(idOf('bob'))]).toEqual([undefined, undefined]);
    expect([await states(idOf('alice')), await states(idOf('bob'))]).toEqual([['ended'], ['failed']]);
  });

  test('a deleted old role does not keep a promotion from its new one', async () => {
    const { ctx, server, run, later, tier } = await open();
    await ordered(ctx, server, idOf('bob'));
    await run();
    server.on('add', notYet);
    await ordered(ctx, server, idOf('bob'));
    await ctx.outbox.whenIdle();
    server.roles.delete('1');
    server.members.get(idOf('bob'))?.delete('1');
    await roleDeleted(ctx, GUILD, '1');
    expect(await tier()).toBeUndefined();
    server.on('add', undefined);
    await later();
    expect(await tier()).toBe('guide');
  });

  test('what happened while nobody listened is found afterwards', async () => {
    const { ctx, server, run, tier, deeds } = await open();
    await ordered(ctx, server, idOf('alice'));
    await ordered(ctx, server, idOf('bob'));
    await run();
    server.members.get(idOf('alice'))?.delete('1');
    server.members.delete(idOf('bob'));
    await compareAll(ctx, GUILD);
    expect([await tier(idOf('alice')), await tier(idOf('bob'))]).toEqual([undefined, undefined]);
    expect((await deeds()).filter((deed) => deed === 'tiers.ended')).toHaveLength(2);
  });

  test('nothing is ended when Discord cannot be asked', async () => {
    const { ctx, server, run, tier } = await open();
    await ordered(ctx, server, idOf('bob'));
    await run();
    ctx.actions.rolesAmong = async () => ({ done: false, final: false, reason: 'unreachable' });
    await compareAll(ctx, GUILD);
    expect(await tier()).toBe('helper');
  });

  test('a server that Discord does not reach holds up no other, and is asked about no further', async () => {
    const { ctx, server, run, tier } = await open();
    await ordered(ctx, server, idOf('bob'));
    await run();
    const held = await ctx.db.read((db) => store.activeOf(db, GUILD, idOf('bob')));
    if (!held) throw new Error('Bob holds no tier.');
    await ctx.db.write(async (tx) => {
      for (let n = 0; n < 150; n++)
        tx.insert(promotions)
          .values({ ...held, id: undefined, guildId: '2', memberId: idOf(`m${n}`) })
          .run();
    });
    const answer = Promise.withResolvers<Outcome<ReadonlyMap<string, readonly string[]>>>();
    const { rolesAmong } = ctx.actions;
    const asked: string[] = [];
    ctx.actions.rolesAmong = (guildId, ...how) => {
      asked.push(guildId);
      return guildId === GUILD ? rolesAmong(guildId, ...how) : answer.promise;
    };
    ctx.actions.guildsOfShard = () => ['2', GUILD];
    server.members.get(idOf('bob'))?.delete(TIER_ROLES.helper);
    const compared = compareOnShard(ctx, 0);
    for (let turns = 0; turns < 100 && (await tier()) !== undefined; turns++)
      await new Promise((resolve) => setImmediate(resolve));
    expect(await tier()).toBeUndefined();
    answer.resolve({ done: false, final: false, reason: 'unreachable' });
    await compared;
    expect(asked).toEqual(['2', GUILD]);
  });
});

describe('roles for the tiers that have none', () => {
  const creation = (ctx: Context, existing: readonly string[] = []) =>
    createTierRoles(ctx, {
      guildId: GUILD,
      actorId: idOf('mona'),
      existing: new Set(existing),
      nameOf: ({ key }) => key.toUpperCase(),
      onDiscord: () => 'on Discord',
    });

  function openWithCreator(outcome?: Outcome<{ roleId: string }>) {
    const made: string[] = [];
    const { ctx } = testContext({
      actions: {
        createRole: async (_guildId, name) => {
          if (made.length === 2 && outcome) return outcome;
          made.push(name);
          return { done: true, value: { roleId: String(500 + made.length) } };
        },
      },
    });
    const roleIds = async () => (await ctx.settings.of(GUILD)).tiers.map(({ roleId }) => roleId);
    return { ctx, made, roleIds };
  }

  test('are made highest first, so that the lowest ends up at the bottom, and remembered', async () => {
    const { ctx, made, roleIds } = openWithCreator();
    expect(await creation(ctx)).toEqual({
      roleIds: ['504', '503', '502', '501'],
      takenIds: [],
      failed: undefined,
    });
    expect(made).toEqual(['AMBASSADOR', 'EXPERT', 'GUIDE', 'HELPER']);
    expect(await roleIds()).toEqual(['504', '503', '502', '501']);
    expect((await deedsIn(ctx, GUILD)).map(({ action, actorId }) => [action, actorId])).toEqual(
      Array(4).fill(['tiers.roleCreated', idOf('mona')]),
    );
  });

  test('are made only where there is none, or where it was deleted', async () => {
    const { ctx, made, roleIds } = openWithCreator();
    await prepare(ctx);
    await creation(ctx, ['1', '3', '4']);
    expect(made).toEqual(['GUIDE']);
    expect(await roleIds()).toEqual(['1', '501', '3', '4']);
    expect(await creation(ctx, ['1', '501', '3', '4'])).toEqual({
      roleIds: [],
      takenIds: [],
      failed: undefined,
    });
  });

  test('are not made where one was left behind, unless another tier has that one', async () => {
    const { ctx, made, roleIds } = openWithCreator();
    const creation = await createTierRoles(ctx, {
      guildId: GUILD,
      actorId: idOf('mona'),
      existing: new Set(['77']),
      nameOf: ({ key }) => key.toUpperCase(),
      leftBehind: ({ key }) => (key === 'guide' || key === 'expert' ? '77' : undefined),
      onDiscord: () => 'on Discord',
    });
    expect(creation).toEqual({ roleIds: ['503', '502', '501'], takenIds: ['77'], failed: undefined });
    expect(made).toEqual(['AMBASSADOR', 'GUIDE', 'HELPER']);
    expect(await roleIds()).toEqual(['503', '502', '77', '501']);
    expect((await deedsIn(ctx, GUILD)).filter(({ action }) => action === 'tiers.roleTaken')).toHaveLength(1);
  });

  test('stop where Discord refuses; those already made stay', async () => {
    const { ctx, roleIds } = openWithCreator({ done: false, final: true, reason: 'tooMany' });
    expect(await creation(ctx)).toMatchObject({
      roleIds: ['502', '501'],
      failed: { tier: { key: 'guide' }, why: 'tooMany', isFinal: true },
    });
    expect(await roleIds()).toEqual([undefined, undefined, '502', '501']);
  });

  test('are made once when two people press at once', async () => {
    const { ctx, made } = openWithCreator();
    const [first, second] = await Promise.all([creation(ctx), creation(ctx)]);
    expect(first?.roleIds).toHaveLength(4);
    expect(second).toBeUndefined();
    expect(made).toHaveLength(4);
  });
});

test('every question about tiers is answered from an index', async () => {
  const { ctx, path, server, run } = await open();
  await ordered(ctx, server, idOf('bob'));
  await run();
  const plans = await queryPlansOf(path, async (db) => {
    await store.currentTier(db, GUILD, idOf('bob'));
    await store.pendingOf(db, GUILD, idOf('bob'));
    await store.findPromotion(db, 1);
    await store.promotionsOf(db, GUILD, idOf('bob'), 1);
    await store.heldIn(db, GUILD);
    await store.heldIn(db, GUILD, '1');
    await store.pendingWithRole(db, GUILD, '1');
    await store.effectsOf(db, 'tiers:1');
  });
  expect(plans).toHaveLength(8);
  expect(fullScans(plans)).toEqual([]);
});
