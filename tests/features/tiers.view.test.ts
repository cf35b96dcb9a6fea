// What moderators read about decisions, in golden files, and that every no says what to do about it.
import { describe, expect, test } from 'vitest';
import { DEFAULT_TIERS } from '../../src/core/settings.ts';
import { Texts } from '../../src/core/texts.ts';
import { type DecisionAnswer, decisionView } from '../../src/features/tiers/decision.view.ts';
import { powers } from '../../src/features/tiers/roles.rules.ts';
import type { Obstacle } from '../../src/features/tiers/rules.ts';
import {
  announcementView,
  explain,
  rolesCreatedView,
  tierName,
  underWayView,
  type Wording,
  withoutRoleView,
} from '../../src/features/tiers/view.ts';
import { expectGolden, readable } from '../support/golden.ts';

const reading = new Texts().for('en');
const wording: Wording = {
  reading,
  ladder: DEFAULT_TIERS,
  mention: (command) => `</${command}:1234>`,
};
const AT = Date.UTC(2026, 10, 23, 12);
const done = { is: 'done' } as const;
const waiting = { is: 'waiting' } as const;
const failed = { is: 'failed', why: 'missingPermission' } as const;

const promoted: DecisionAnswer = {
  memberId: '1001',
  move: { direction: 'promote', tier: 'guide', from: { tier: 'helper', roleId: '1' } },
  reason: 'walked five people\nthrough *the* worker',
  report: { decision: done, oldRole: done, announcement: done },
  oldRole: 'Helper',
  announcementChannelId: '700',
  why: {},
};
const DRAG = explain({ no: 'roleAboveBot', role: 'Guide', bot: 'Laurel' }, wording);

describe('the answer to a decision', () => {
  const demote = { direction: 'demote', tier: 'helper', from: { tier: 'guide', roleId: '2' } } as const;
  const takeOff = { direction: 'demote', tier: undefined, from: { tier: 'helper', roleId: '1' } } as const;
  const nothingMore = { oldRole: undefined, announcement: undefined };
  const answers: Record<string, DecisionAnswer> = {
    promoted,
    'promoted.first': {
      ...promoted,
      move: { ...promoted.move, from: undefined },
      report: { decision: done, ...nothingMore },
      announcementChannelId: undefined,
      before: { was: 'left', at: AT, tier: 'guide' },
    },
    'promoted.with-trouble': {
      ...promoted,
      report: { decision: done, oldRole: failed, announcement: { is: 'failed', why: 'missingAccess' } },
      why: {
        oldRole: explain({ no: 'roleAboveBot', role: 'Helper', bot: 'Laurel' }, wording),
        announcement: reading.t('failure.missingAccess'),
      },
    },
    'promoted.still-clearing-up': {
      ...promoted,
      report: { decision: done, oldRole: waiting, announcement: waiting },
    },
    'promote.waiting': {
      ...promoted,
      report: { decision: waiting, oldRole: waiting, announcement: undefined },
      before: { was: 'failed', at: AT, why: reading.t('failure.missingPermission') },
    },
    'promote.failed': {
      ...promoted,
      report: { decision: failed, ...nothingMore },
      why: { decision: DRAG },
    },
    demoted: {
      ...promoted,
      move: demote,
      report: { decision: done, oldRole: done, announcement: undefined },
    },
    'demote.failed': {
      ...promoted,
      move: demote,
      report: { decision: failed, ...nothingMore },
      why: { decision: DRAG },
    },
    'taken-off': { ...promoted, move: takeOff, report: { decision: done, ...nothingMore } },
    'take-off.waiting': { ...promoted, move: takeOff, report: { decision: waiting, ...nothingMore } },
    'take-off.failed': {
      ...promoted,
      move: takeOff,
      report: { decision: failed, ...nothingMore },
      why: { decision: DRAG },
    },
  };
  test.each(Object.entries(answers))('%s', (name, answer) =>
    expectGolden(decisionView(answer, wording), `tiers.${name}`),
  );

  test('quotes the reason on one line, as it was typed', () => {
    expect(readable(decisionView(promoted, wording).components)).toContain(
      '> walked five people through \\*the\\* worker',
    );
  });

  test('pings nobody', () => {
    for (const answer of Object.values(answers)) expect(decisionView(answer, wording).pings).toBeUndefined();
  });
});

describe('other views', () => {
  test('under way', () => expectGolden(underWayView(reading, '1001'), 'tiers.under-way'));

  test('a tier without a role offers to make one', () =>
    expectGolden(
      withoutRoleView(explain({ no: 'tierWithoutRole', tier: 'guide' }, wording), reading),
      'tiers.without-role',
    ));

  test('roles made', () =>
    expectGolden(
      rolesCreatedView({ roleIds: ['501', '502'], takenIds: [], failed: undefined }, wording),
      'tiers.roles-created',
    ));

  test('roles made until Discord did not answer', () =>
    expectGolden(
      rolesCreatedView(
        {
          roleIds: ['501'],
          takenIds: ['500'],
          failed: { tier: 'Helper', why: reading.t('failure.unreachable'), isUncertain: true },
        },
        wording,
      ),
      'tiers.roles-created.half',
    ));

  test('no role could be made', () =>
    expectGolden(
      rolesCreatedView(
        {
          roleIds: [],
          takenIds: [],
          failed: { tier: 'Ambassador', why: reading.t('failure.tooMany'), isUncertain: false },
        },
        wording,
      ),
      'tiers.roles-created.none',
    ));

  test('the announcement pings the person whom it is about, and nobody else', async () => {
    const view = announcementView(reading, '1001', '@everyone *Guide*');
    expect(view.pings).toEqual(['1001']);
    await expectGolden(view, 'tiers.announcement');
  });
});

describe('a no', () => {
  const obstacles: Record<Obstacle['no'], Obstacle> = {
    roleGone: { no: 'roleGone' },
    memberLeftOut: { no: 'memberLeftOut' },
    roleEveryone: { no: 'roleEveryone' },
    roleManaged: { no: 'roleManaged', role: 'Booster' },
    roleWithPowers: { no: 'roleWithPowers', role: 'Guide', powers: ['KickMembers', 'ManageMessages'] },
    botMayNotManageRoles: { no: 'botMayNotManageRoles', bot: 'Laurel' },
    roleAboveBot: { no: 'roleAboveBot', role: 'Guide', bot: 'Laurel' },
    roleIsBotsOwn: { no: 'roleIsBotsOwn', role: 'Robots' },
    roleAboveModerator: { no: 'roleAboveModerator', role: 'Expert', own: 'Moderator' },
    decideSelf: { no: 'decideSelf' },
    decideBot: { no: 'decideBot' },
    notAMember: { no: 'notAMember' },
    decideBeforeRules: { no: 'decideBeforeRules' },
    decideTwice: { no: 'decideTwice' },
    decidedMeanwhile: { no: 'decidedMeanwhile' },
    reasonMissing: { no: 'reasonMissing' },
    tierUnknown: { no: 'tierUnknown', typed: 'Wizard' },
    tierAlready: { no: 'tierAlready', tier: 'guide' },
    tierLower: { no: 'tierLower', tier: 'helper', held: 'guide' },
    tierHighest: { no: 'tierHighest', tier: 'ambassador' },
    tierNone: { no: 'tierNone' },
    tierWithoutRole: { no: 'tierWithoutRole', tier: 'guide' },
  };

  test('says why, and what to do', () =>
    expectGolden(
      Object.fromEntries(Object.entries(obstacles).map(([no, obstacle]) => [no, explain(obstacle, wording)])),
      'tiers.obstacles',
    ));

  test('leaves no placeholder empty', () => {
    for (const obstacle of Object.values(obstacles))
      expect(explain(obstacle, wording)).not.toMatch(/\{\{|\*\*\*\*/);
  });

  test('names every permission by the name that Discord shows', () => {
    const sentence = explain({ no: 'roleWithPowers', role: 'Guide', powers }, wording);
    expect(sentence).toContain('Timeout Members');
    expect(sentence).not.toMatch(/tiers\.powers/);
  });
});

test('a tier is called by the name the server chose, else by the catalogue’s, else by its key', () => {
  expect(tierName({ key: 'guide', name: 'Sherpa' }, reading)).toBe('Sherpa');
  expect(tierName({ key: 'guide' }, reading)).toBe('Guide');
  expect(tierName({ key: 'gone-since' }, reading)).toBe('gone-since');
});
