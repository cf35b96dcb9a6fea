// Tiers by rule on real SQLite: up at once, down late, never against what people decided, and roles kept true.
import { describe, expect, test } from 'vitest';
import { isRefusal } from '../../src/core/context.ts';
import { questionTags } from '../../src/core/question-tables.ts';
import { rebuild } from '../../src/core/recount.ts';
import { recognitions } from '../../src/core/schema.ts';
import { fairPlayCases, fairPlayMembers } from '../../src/core/standing-tables.ts';
import { belongingOf } from '../../src/features/members/store.ts';
import { forgetPerson } from '../../src/features/privacy/erasing.service.ts';
import { weighAll } from '../../src/features/rising/fall.service.ts';
import { ladderFor } from '../../src/features/rising/ladder.service.ts';
import { endLeave, listLeaves, takeLeave } from '../../src/features/rising/leave.service.ts';
import { reconcile } from '../../src/features/rising/reconcile.service.ts';
import { rise, riseAll } from '../../src/features/rising/rise.service.ts';
import { openWarning } from '../../src/features/rising/store.ts';
import { memberLeft, roleDeleted, rolesLost } from '../../src/features/tiers/drift.ts';
import { promotionsOf } from '../../src/features/tiers/store.ts';
import { preview } from '../../src/features/trial/preview.ts';
import { verifyLedger } from '../../src/ops/ledger-verify.ts';
import { deedsIn } from '../support/deeds.ts';
import { idOf } from '../support/ids.ts';
import { fullScans, queryPlansOf } from '../support/query-plans.ts';
import { credit, takeOut } from '../support/recognitions.ts';
import { asks, BY_PEOPLE_HELPED, DAY, type OpenRising, openRising } from '../support/rising.ts';
import { GUILD, no, ordered, TIER_ROLES } from '../support/toy-server.ts';

const bobs = { guildId: GUILD, memberId: idOf('bob') };
const days = (from: string, to: string) => ({ from, to, languages: [] });
const deeds = ({ ctx }: OpenRising, of = idOf('bob')) => deedsIn(ctx, GUILD, of);
const actions = async (open: OpenRising) => (await deeds(open)).map(({ action }) => action);
const moves = ({ ctx }: OpenRising) => ctx.db.read((db) => promotionsOf(db, GUILD, idOf('bob'), 50));

/** Time passes, and with it the work that waits for it. */
async function pass({ ctx, clock }: OpenRising, days: number) {
  clock.advance(days * DAY);
  await ctx.outbox.whenIdle();
}

async function week(open: OpenRising) {
  const outcome = await weighAll(open.ctx, GUILD);
  await open.ctx.outbox.whenIdle();
  return outcome;
}

async function night(open: OpenRising) {
  await riseAll(open.ctx, GUILD);
  await reconcile(open.ctx, GUILD);
  await open.ctx.outbox.whenIdle();
}

describe('up', () => {
  test('comes at once, with its role, its reason and its announcement', async () => {
    const open = await openRising();
    await open.thanked(idOf('bob'));
    expect(await open.tierOf(idOf('bob'))).toBeUndefined();
    await open.thanked(idOf('bob'));
    expect(await open.tierOf(idOf('bob'))).toBe('helper');
    expect(open.server.rolesOf(idOf('bob'))).toEqual([TIER_ROLES.helper]);
    expect(open.server.sent).toMatchObject([{ pings: [idOf('bob')] }]);
    const [move] = await moves(open);
    expect(move).toMatchObject({ origin: 'rule', reason: 'Met what the tier asks for: 2 people helped.' });
    expect(await actions(open)).toEqual(['tiers.promoted']);
  });

  test('replaces the role below, or stacks it', async () => {
    const open = await openRising();
    await open.thanked(idOf('bob'), 4);
    expect(open.server.rolesOf(idOf('bob'))).toEqual([TIER_ROLES.guide]);
    await open.change({ rising: { byRule: true, roles: 'stack' } });
    await open.thanked(idOf('alice'), 4);
    expect(open.server.rolesOf(idOf('alice'))).toEqual([TIER_ROLES.helper, TIER_ROLES.guide]);
  });

  test('goes several rungs where all are met, and never to what only people give', async () => {
    const open = await openRising({
      ...BY_PEOPLE_HELPED,
      ambassador: asks({ peopleHelped: 1 }),
    });
    await open.change({ rising: { byRule: false, roles: 'replace' } });
    await open.thanked(idOf('bob'), 9);
    expect(await open.tierOf(idOf('bob'))).toBeUndefined();
    await open.change({ rising: { byRule: true, roles: 'stack' } });
    expect(await riseAll(open.ctx, GUILD)).toBe(1);
    await open.ctx.outbox.whenIdle();
    expect(await open.tierOf(idOf('bob'))).toBe('expert');
    expect(open.server.rolesOf(idOf('bob'))).toEqual(['1', '2', '3']);
  });

  test('does not count one thank-you twice, and nothing is owed twice', async () => {
    const open = await openRising();
    await open.thanked(idOf('bob'), 2);
    await riseAll(open.ctx, GUILD);
    await riseAll(open.ctx, GUILD);
    expect(await moves(open)).toHaveLength(1);
  });

  test('asks Discord since when somebody is here, once, where nobody told', async () => {
    const open = await openRising({ helper: asks({ peopleHelped: 1, serverDays: 10 }) });
    open.joins.set(idOf('bob'), open.clock.now() - 10 * DAY);
    await open.thanked(idOf('bob'));
    expect(await open.tierOf(idOf('bob'))).toBe('helper');
    open.joins.set(idOf('alice'), open.clock.now() - 9 * DAY);
    await open.thanked(idOf('alice'));
    expect(await open.tierOf(idOf('alice'))).toBeUndefined();
    // The tenth day comes without any thanks.
    await pass(open, 1);
    await night(open);
    expect(await open.tierOf(idOf('alice'))).toBe('helper');
  });

  test('writes down no join that Discord tells after somebody chose to be left out', async () => {
    const open = await openRising({ helper: asks({ peopleHelped: 1, serverDays: 10 }) });
    const { ctx } = open;
    open.joins.set(idOf('bob'), open.clock.now() - 10 * DAY);
    await ctx.outbox.stop();
    await credit(ctx, { guildId: GUILD, from: idOf('alice'), to: idOf('bob') });
    await ctx.db.write((tx) => ctx.people.choose(tx, GUILD, idOf('bob'), 'leftOut', ctx.clock.now()));
    ctx.outbox.start();
    await ctx.outbox.whenIdle();
    expect(await ctx.db.read((db) => belongingOf(db, GUILD, idOf('bob')))).toBeUndefined();
  });

  test('counts days with help on them in the time zone of the server', async () => {
    const open = await openRising(
      { helper: asks({ activeDays: 2, activeWithinDays: 30 }) },
      { timeZone: 'Asia/Tokyo' },
    );
    // 12:00 UTC is 21:00 in Tokyo: three hours later it is tomorrow there.
    await open.thanked(idOf('bob'));
    open.clock.advance(2 * 3_600_000);
    await open.thanked(idOf('bob'));
    expect(await open.tierOf(idOf('bob'))).toBeUndefined();
    open.clock.advance(3_600_000);
    await open.thanked(idOf('bob'));
    expect(await open.tierOf(idOf('bob'))).toBe('helper');
  });

  test('counts the tags of solved questions, and cases that were reversed', async () => {
    const open = await openRising({ helper: asks({ tags: 2, cleanDays: 30 }) });
    const { ctx } = open;
    const solve = async (question: string, tags: string[]) => {
      await ctx.db.write(async (tx) => {
        for (const tagId of tags)
          tx.insert(questionTags)
            .values({ questionId: question, tagId, guildId: GUILD, askedAt: 0, state: 'solved' })
            .run();
      });
      await credit(ctx, {
        guildId: GUILD,
        from: idOf(`asker${question}`),
        to: idOf('bob'),
        kind: 'solution',
        helpKey: `question:${question}`,
        points: 25,
      });
      await ctx.outbox.whenIdle();
    };
    await solve('1', ['71']);
    await solve('2', ['71']);
    expect(await open.tierOf(idOf('bob'))).toBeUndefined();
    await ctx.db.write(async (tx) => {
      const reversed = { signal: 'mutual', state: 'reversed', evidence: '{}', memberIds: '[]' } as const;
      const decidedAt = ctx.clock.now();
      tx.insert(fairPlayCases)
        .values({ id: 1, guildId: GUILD, caseKey: 'k', openedAt: 0, decidedAt, ...reversed })
        .run();
      tx.insert(fairPlayMembers)
        .values({ caseId: 1, ...bobs })
        .run();
    });
    await solve('3', ['72']);
    expect(await open.tierOf(idOf('bob'))).toBeUndefined();
    await pass(open, 30);
    await night(open);
    expect(await open.tierOf(idOf('bob'))).toBe('helper');
  });

  test('is not tried again at each thank-you after Discord refused; each night it is', async () => {
    const open = await openRising();
    open.server.on('add', no('missingPermission'));
    await open.thanked(idOf('bob'), 3);
    expect((await moves(open)).map(({ state }) => state)).toEqual(['failed']);
    expect(open.server.sent).toEqual([]);
    open.server.on('add', undefined);
    await night(open);
    expect(await open.tierOf(idOf('bob'))).toBe('helper');
  });

  test('never gives a role with powers, or one out of reach', async () => {
    const open = await openRising();
    const role = open.server.roles.get(TIER_ROLES.helper);
    if (!role) throw new Error('There is a role for helpers.');
    open.server.roles.set(role.id, { ...role, permissions: ['BanMembers'] });
    await open.thanked(idOf('bob'), 2);
    expect(await moves(open)).toEqual([]);
    open.server.roles.set(role.id, { ...role, position: 99 });
    await open.thanked(idOf('bob'));
    expect(await moves(open)).toEqual([]);
    open.server.roles.set(role.id, role);
    await night(open);
    expect(await open.tierOf(idOf('bob'))).toBe('helper');
  });
});

describe('people', () => {
  test('gave a tier: it stays whatever the figures say, and the rule raises from there', async () => {
    const open = await openRising();
    await ordered(open.ctx, open.server, idOf('bob'), {
      wanted: { key: 'guide', roleId: '2', byPeopleOnly: false },
    });
    await open.ctx.outbox.whenIdle();
    for (let i = 0; i < 6; i += 1) {
      await pass(open, 7);
      expect(await week(open)).toEqual({ warned: 0, fallen: 0 });
    }
    const rows = await open.thanked(idOf('bob'), 8);
    expect(await open.tierOf(idOf('bob'))).toBe('expert');
    for (const row of rows) await takeOut(open.ctx, row, 'deleted');
    for (let i = 0; i < 8; i += 1) {
      await pass(open, 7);
      await week(open);
    }
    // Down from what the rule gave, to what the moderator gave, and no further.
    expect(await open.tierOf(idOf('bob'))).toBe('guide');
    expect(open.server.rolesOf(idOf('bob'))).toEqual(['2']);
  });

  test('moved somebody down: the rule does not raise them again, until people do', async () => {
    const open = await openRising();
    await open.thanked(idOf('bob'), 4);
    await ordered(open.ctx, open.server, idOf('bob'), { direction: 'demote' });
    await open.ctx.outbox.whenIdle();
    await open.thanked(idOf('bob'), 3);
    await night(open);
    expect(await open.tierOf(idOf('bob'))).toBe('helper');
    await ordered(open.ctx, open.server, idOf('bob'));
    await open.ctx.outbox.whenIdle();
    await open.thanked(idOf('bob'), 2);
    expect(await open.tierOf(idOf('bob'))).toBe('expert');
  });

  test('took the role by hand: a decision, noted and not fought', async () => {
    const open = await openRising();
    await open.thanked(idOf('bob'), 2);
    open.server.members.get(idOf('bob'))?.delete('1');
    await rolesLost(open.ctx, GUILD, idOf('bob'), ['1'], []);
    await open.thanked(idOf('bob'), 4);
    await night(open);
    expect(await open.tierOf(idOf('bob'))).toBeUndefined();
    expect(open.server.rolesOf(idOf('bob'))).toEqual([]);
    expect(await actions(open)).toEqual(['tiers.ended', 'tiers.promoted']);
  });

  test('took it while nobody listened: the night finds out', async () => {
    const open = await openRising();
    await open.thanked(idOf('bob'), 2);
    open.server.members.get(idOf('bob'))?.clear();
    await night(open);
    expect(await open.tierOf(idOf('bob'))).toBeUndefined();
    expect((await deeds(open))[0]).toMatchObject({ action: 'tiers.ended' });
    await night(open);
    expect(open.server.rolesOf(idOf('bob'))).toEqual([]);
  });

  test('left and came back: they begin anew and rise again when they are thanked', async () => {
    const open = await openRising();
    await open.thanked(idOf('bob'), 2);
    open.server.members.delete(idOf('bob'));
    await memberLeft(open.ctx, GUILD, idOf('bob'));
    open.server.members.set(idOf('bob'), new Set());
    await open.thanked(idOf('bob'));
    expect(await open.tierOf(idOf('bob'))).toBe('helper');
  });

  test('deleted a role under its tier: it ends, waits, and comes again with a role', async () => {
    const open = await openRising();
    await open.thanked(idOf('bob'), 4);
    const role = open.server.roles.get('2');
    open.server.roles.delete('2');
    open.server.members.get(idOf('bob'))?.delete('2');
    await roleDeleted(open.ctx, GUILD, '2');
    expect(await open.tierOf(idOf('bob'))).toBeUndefined();
    await open.thanked(idOf('bob'));
    // The highest that they meet has no role, so it is the one below for now.
    expect(await open.tierOf(idOf('bob'))).toBe('helper');
    if (role) open.server.roles.set('2', role);
    await night(open);
    expect(await open.tierOf(idOf('bob'))).toBe('guide');
  });
});

test('whoever is left out neither rises by night nor is found wanting; when they choose otherwise, they rise', async () => {
  const open = await openRising();
  const { ctx } = open;
  const choose = (wish: 'leftOut' | undefined) =>
    ctx.db.write((tx) => ctx.people.choose(tx, GUILD, idOf('bob'), wish, ctx.clock.now()));
  const due = async () => (await verifyLedger(ctx, { repair: false })).due.map(({ who }) => who);
  await open.change({ rising: { byRule: false, roles: 'replace' } });
  await open.thanked(idOf('bob'), 2);
  await open.change({ rising: { byRule: true, roles: 'replace' } });
  await choose('leftOut');
  expect([await riseAll(ctx, GUILD), await due()]).toEqual([0, []]);
  expect(open.server.sent).toEqual([]);
  await choose(undefined);
  expect([await due(), await riseAll(ctx, GUILD)]).toEqual([[idOf('bob')], 1]);
});

test('whoever had their data deleted is not raised under the name of nobody, nor found wanting', async () => {
  const open = await openRising();
  const { ctx } = open;
  await open.change({ rising: { byRule: false, roles: 'replace' } });
  await open.thanked(idOf('bob'), 4);
  await forgetPerson(ctx, idOf('bob'));
  await open.change({ rising: { byRule: true, roles: 'replace' } });
  expect(await riseAll(ctx, GUILD)).toBe(0);
  expect((await verifyLedger(ctx, { repair: false })).due).toEqual([]);
  const order = { guildId: GUILD, now: ctx.clock.now() };
  const draft = { points: { thanks: 30 }, limits: {}, requirements: { guide: { peopleHelped: 3 } } };
  const shown = await ctx.db.snapshot((db) => preview(db, { ...order, draft }, ctx.people));
  expect(shown).toEqual({ rises: [], falls: [], points: [], recognitions: 4 });
});

describe('down', () => {
  const active = { helper: asks({ activeDays: 3, activeWithinDays: 30 }) };
  async function helper(over: Parameters<typeof openRising>[1] = {}) {
    const open = await openRising(active, over);
    for (let day = 0; day < 3; day += 1) {
      await open.thanked(idOf('bob'));
      await pass(open, 1);
    }
    expect(await open.tierOf(idOf('bob'))).toBe('helper');
    open.server.sent.length = 0;
    return open;
  }

  test('only after a warning that reached them, and fourteen days', async () => {
    const open = await helper();
    await pass(open, 30);
    expect(await week(open)).toEqual({ warned: 1, fallen: 0 });
    // Everybody can read it, so it says no more than where to look.
    expect(open.server.sent).toMatchObject([{ pings: [idOf('bob')] }]);
    expect(open.server.sent[0]?.text).not.toMatch(/Helper|days/);
    await pass(open, 7);
    expect(await week(open)).toEqual({ warned: 0, fallen: 0 });
    await pass(open, 6.9);
    expect(await week(open)).toEqual({ warned: 0, fallen: 0 });
    await pass(open, 0.1);
    expect(await week(open)).toEqual({ warned: 0, fallen: 1 });
    expect(await open.tierOf(idOf('bob'))).toBeUndefined();
    expect(open.server.rolesOf(idOf('bob'))).toEqual([]);
    expect((await moves(open))[0]).toMatchObject({
      origin: 'rule',
      direction: 'demote',
      reason: 'help on 0 days (3 asked for)',
    });
    // Quietly.
    expect(open.server.sent).toHaveLength(1);
  });

  test('not when they helped again meanwhile', async () => {
    const open = await helper();
    await pass(open, 30);
    await week(open);
    for (let day = 0; day < 3; day += 1) {
      await open.thanked(idOf('bob'));
      await pass(open, 7);
    }
    expect(await week(open)).toEqual({ warned: 0, fallen: 0 });
    expect(await open.ctx.db.read((db) => openWarning(db, bobs))).toBeUndefined();
    expect(await open.tierOf(idOf('bob'))).toBe('helper');
  });

  test('nobody is warned, and so nobody falls, where no channel is chosen', async () => {
    const open = await helper({ announcementChannelId: undefined });
    for (let i = 0; i < 20; i += 1) {
      await pass(open, 7);
      expect(await week(open)).toEqual({ warned: 0, fallen: 0 });
    }
    expect(await open.tierOf(idOf('bob'))).toBe('helper');
  });

  test('whoever is left out keeps their tier and is not warned; afterwards the days of grace begin anew', async () => {
    const open = await helper();
    const { ctx } = open;
    const choose = (wish: 'leftOut' | undefined) =>
      ctx.db.write((tx) => ctx.people.choose(tx, GUILD, idOf('bob'), wish, ctx.clock.now()));
    await pass(open, 30);
    expect(await week(open)).toEqual({ warned: 1, fallen: 0 });
    await choose('leftOut');
    for (let i = 0; i < 5; i += 1) {
      await pass(open, 7);
      expect(await week(open)).toEqual({ warned: 0, fallen: 0 });
    }
    expect(open.server.sent).toHaveLength(1);
    await choose(undefined);
    expect(await week(open)).toEqual({ warned: 1, fallen: 0 });
    expect(await open.tierOf(idOf('bob'))).toBe('helper');
  });

  test('a warning that Discord refused does not count', async () => {
    const open = await helper();
    open.server.on('send', no('missingAccess'));
    await pass(open, 30);
    await week(open);
    expect(await open.ctx.db.read((db) => openWarning(db, bobs))).toBeUndefined();
    open.server.on('send', undefined);
    await pass(open, 14);
    expect(await week(open)).toEqual({ warned: 1, fallen: 0 });
  });

  test('not while the rule is off', async () => {
    const open = await helper();
    await pass(open, 30);
    await week(open);
    await open.change({ rising: { byRule: false, roles: 'replace' } });
    await pass(open, 30);
    expect(await week(open)).toEqual({ warned: 0, fallen: 0 });
    expect(await open.tierOf(idOf('bob'))).toBe('helper');
  });

  test('stays with the member when Discord refuses to take the role', async () => {
    const open = await helper();
    await pass(open, 30);
    await week(open);
    await pass(open, 14);
    open.server.on('delete', no('missingPermission'));
    expect(await week(open)).toEqual({ warned: 0, fallen: 1 });
    expect(await open.tierOf(idOf('bob'))).toBe('helper');
    expect(open.server.rolesOf(idOf('bob'))).toEqual(['1']);
  });

  test('a holiday stops the clock, and its days are not looked at', async () => {
    const open = await helper();
    const { ctx } = open;
    expect(isRefusal(await takeLeave(ctx, bobs, days('+0', '+59')))).toBe(false);
    for (let i = 0; i < 8; i += 1) {
      await pass(open, 7);
      expect(await week(open)).toEqual({ warned: 0, fallen: 0 });
    }
    // Back after 60 days: the three days of help are as near as they were when they left.
    await pass(open, 5);
    expect(await week(open)).toEqual({ warned: 0, fallen: 0 });
    expect(await open.tierOf(idOf('bob'))).toBe('helper');
    await pass(open, 30);
    expect(await week(open)).toEqual({ warned: 1, fallen: 0 });
    const shown = await ladderFor(ctx, bobs, undefined);
    expect(shown.warning).toMatchObject({ dueAt: ctx.clock.now() + 14 * DAY, below: [{ has: 0, asks: 3 }] });
    await takeLeave(ctx, bobs, days('+1', '+10'));
    // Ten days of it lie within the grace.
    const later = await ladderFor(ctx, bobs, undefined);
    expect(later.warning?.dueAt).toBe(ctx.clock.now() + 24 * DAY);
    await pass(open, 14);
    expect(await week(open)).toEqual({ warned: 0, fallen: 0 });
    await pass(open, 10);
    expect(await week(open)).toEqual({ warned: 0, fallen: 1 });
  });
});

describe('holidays', () => {
  test('are listed, ended by their owner, and by nobody else', async () => {
    const { ctx, clock } = await openRising();
    await takeLeave(ctx, bobs, days('+0', '+3'));
    await takeLeave(ctx, bobs, days('+10', '+12'));
    const [running, planned] = await listLeaves(ctx, bobs);
    if (!running || !planned) throw new Error('Two holidays were taken.');
    expect(await endLeave(ctx, { ...bobs, memberId: idOf('alice') }, planned.id)).toMatchObject({
      refused: 'outOfDate',
    });
    expect(await endLeave(ctx, { ...bobs, guildId: '2' }, planned.id)).toMatchObject({
      refused: 'outOfDate',
    });
    expect(await endLeave(ctx, bobs, 999)).toMatchObject({ refused: 'outOfDate' });
    expect(await endLeave(ctx, bobs, planned.id)).toBeUndefined();
    expect(await endLeave(ctx, bobs, planned.id)).toMatchObject({ refused: 'leaveOver' });
    clock.advance(DAY);
    expect(await endLeave(ctx, bobs, running.id)).toBeUndefined();
    expect(await listLeaves(ctx, bobs)).toEqual([]);
  });

  test('taken twice at once is taken once', async () => {
    const { ctx } = await openRising();
    const both = await Promise.all([1, 2].map(() => takeLeave(ctx, bobs, days('+0', '+3'))));
    expect(both.filter(isRefusal)).toHaveLength(1);
    expect(await listLeaves(ctx, bobs)).toHaveLength(1);
  });
});

describe('roles, compared at night', () => {
  test('those below come when the server begins to stack, and go when it stops', async () => {
    const open = await openRising();
    await open.thanked(idOf('bob'), 8);
    expect(open.server.rolesOf(idOf('bob'))).toEqual(['3']);
    await open.change({ rising: { byRule: true, roles: 'stack' } });
    await night(open);
    expect(open.server.rolesOf(idOf('bob'))).toEqual(['1', '2', '3']);
    await open.change({ rising: { byRule: true, roles: 'replace' } });
    await night(open);
    expect(open.server.rolesOf(idOf('bob'))).toEqual(['3']);
  });

  test('what was mended and is otherwise again was done by hand: noted once, left alone', async () => {
    const open = await openRising({}, {});
    await open.change({ rising: { byRule: false, roles: 'stack' } });
    await ordered(open.ctx, open.server, idOf('bob'), {
      wanted: { key: 'guide', roleId: '2', byPeopleOnly: false },
    });
    await open.ctx.outbox.whenIdle();
    expect(open.server.rolesOf(idOf('bob'))).toEqual(['1', '2']);
    open.server.members.get(idOf('bob'))?.delete('1');
    await night(open);
    await night(open);
    expect(open.server.rolesOf(idOf('bob'))).toEqual(['2']);
    expect((await actions(open)).filter((action) => action === 'rising.roleByHand')).toHaveLength(1);
    // A gift is a decision as well.
    open.server.members.get(idOf('bob'))?.add('4');
    await night(open);
    expect(open.server.rolesOf(idOf('bob'))).toEqual(['2', '4']);
  });

  test('who rose while Discord was asked is looked at another night', async () => {
    const open = await openRising();
    await open.thanked(idOf('bob'), 2);
    const { rolesAmong } = open.ctx.actions;
    let questions = 0;
    open.ctx.actions.rolesAmong = async (...asked) => {
      questions += 1;
      // The first question is about tiers held, the second about the other roles of the ladder.
      if (questions === 2) await open.thanked(idOf('bob'), 2);
      return rolesAmong(...asked);
    };
    const before = await actions(open);
    await reconcile(open.ctx, GUILD);
    await open.ctx.outbox.whenIdle();
    expect(questions).toBe(2);
    expect(open.server.rolesOf(idOf('bob'))).toEqual([TIER_ROLES.guide]);
    expect((await actions(open)).length).toBe(before.length + 1);
  });

  test('a role that Discord did not take when its tier ended is taken later', async () => {
    const open = await openRising();
    await open.thanked(idOf('bob'), 2);
    open.server.on('delete', no('missingPermission'));
    await open.thanked(idOf('bob'), 2);
    expect(await open.tierOf(idOf('bob'))).toBe('guide');
    expect(open.server.rolesOf(idOf('bob'))).toEqual(['1', '2']);
    open.server.on('delete', undefined);
    await night(open);
    expect(open.server.rolesOf(idOf('bob'))).toEqual(['2']);
    await night(open);
    expect((await actions(open)).filter((action) => action === 'rising.roleMended')).toHaveLength(1);
  });
});

describe('large and small', () => {
  test('a server with nothing has nothing to do', async () => {
    const open = await openRising();
    await night(open);
    expect(await week(open)).toEqual({ warned: 0, fallen: 0 });
    expect(await ladderFor(open.ctx, bobs, undefined)).toMatchObject({
      held: undefined,
      next: { tier: 'helper', lacks: [{ measure: 'peopleHelped', has: 0, asks: 2 }] },
    });
  });

  test('each look goes by an index, for a member with 10,000 recognitions too', async () => {
    const open = await openRising({
      helper: asks({ points: 1, activeDays: 90, tags: 1, serverDays: 1, cleanDays: 30 }),
    });
    const { ctx, path } = open;
    await ctx.db.write(async (tx) => {
      const common = { guildId: GUILD, kind: 'thanks', receiverId: idOf('bob'), channelId: '5' } as const;
      const worth = { weight: 100, points: 10, recordedAt: 0, counts: 1, firstOfKind: 1 };
      for (let from = 0; from < 10_000; from += 1_000) {
        const rows = Array.from({ length: 1_000 }, (_, i) => ({
          ...common,
          ...worth,
          writtenKey: `s${from + i}`,
          giverId: idOf(`g${i % 500}`),
          helpKey: `message:${from + i}`,
          occurredAt: ctx.clock.now() - (i % 80) * DAY,
        }));
        tx.insert(recognitions).values(rows).run();
      }
      await rebuild(tx, GUILD, 'UTC');
    });
    const settings = await ctx.settings.of(GUILD);
    const plans = await queryPlansOf(path, (db) => rise(ctx, db as never, bobs, settings)); // it only reads here: nothing is met
    expect(fullScans(plans)).toEqual([]);
    expect(plans.length).toBeGreaterThan(5);
  });
});
