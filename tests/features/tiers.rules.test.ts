// Who may be moved where on the ladder, and which roles a tier may use: tables of cases.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BotFacts, RoleFacts } from '../../src/core/actions.ts';
import { DEFAULT_TIERS, type Tier } from '../../src/core/settings.ts';
import {
  judgeReach,
  judgeRole,
  type ModeratorFacts,
  outranks,
  powers,
} from '../../src/features/tiers/roles.rules.ts';
import {
  type CandidateFacts,
  type Case,
  findTier,
  type Held,
  judgeDemotion,
  judgePromotion,
} from '../../src/features/tiers/rules.ts';

const role = (id: string, position: number, over: Partial<RoleFacts> = {}): RoleFacts => ({
  id,
  name: `role ${id}`,
  position,
  isEveryone: false,
  isManaged: false,
  permissions: ['ViewChannel', 'SendMessages', 'AttachFiles'],
  ...over,
});
const helper = role('1', 1, { name: 'Helper' });
const guide = role('2', 2, { name: 'Guide' });
const expert = role('3', 3, { name: 'Expert' });
const bot: BotFacts = { mayManageRoles: true, highest: role('8', 8, { name: 'Laurel', isManaged: true }) };
const mona: ModeratorFacts = { id: 'mona', isOwner: false, highest: role('9', 9, { name: 'Moderator' }) };

describe('a role for a tier', () => {
  const cases: [what: string, Parameters<typeof judgeRole>, no: string | undefined][] = [
    ['a plain one below everybody concerned', [helper, bot, mona], undefined],
    ['one that was deleted', [undefined, bot, mona], 'roleGone'],
    ['@everyone', [role('0', 0, { isEveryone: true }), bot, mona], 'roleEveryone'],
    ["another app's", [role('4', 4, { isManaged: true }), bot, mona], 'roleManaged'],
    [
      'the boosters',
      [role('4', 4, { isManaged: true, permissions: ['ManageMessages'] }), bot],
      'roleManaged',
    ],
    ['one above the bot', [role('7', 9), bot], 'roleAboveBot'],
    ['one beside the bot, but older', [role('7', 8), bot], 'roleAboveBot'],
    ['one beside the bot, but younger', [role('88', 8), bot], undefined],
    ["the bot's own", [{ ...bot.highest, ...role('8', 8) }, bot], 'roleIsBotsOwn'],
    ['any, without Manage Roles', [helper, { ...bot, mayManageRoles: false }, mona], 'botMayNotManageRoles'],
    ["the moderator's own", [expert, bot, { ...mona, highest: expert }], 'roleAboveModerator'],
    ['one above the moderator', [expert, bot, { ...mona, highest: guide }], 'roleAboveModerator'],
    [
      'one above the owner, who stands above all',
      [expert, bot, { ...mona, isOwner: true, highest: guide }],
      undefined,
    ],
    ['one that nobody hands out yet', [expert, bot], undefined],
  ];
  test.each(cases)('%s', (_what, [one, ...others], no) => {
    expect(judgeRole(one, ...others)?.no).toBe(no);
  });

  test.each(powers)('one with %s is refused, and the permission is named', (power) => {
    const carrying = role('1', 1, { name: 'Helper', permissions: ['SendMessages', power] });
    expect(judgeRole(carrying, bot, mona)).toEqual({ no: 'roleWithPowers', role: 'Helper', powers: [power] });
  });

  test('one with several is told all of them', () => {
    const carrying = role('1', 1, { permissions: ['BanMembers', 'SendMessages', 'KickMembers'] });
    expect(judgeRole(carrying, bot)).toMatchObject({ powers: ['KickMembers', 'BanMembers'] });
  });

  test.each([
    'SendMessages',
    'AttachFiles',
    'UseExternalEmojis',
    'CreatePublicThreads',
    'SendPolls',
    'BypassSlowmode',
  ])('one with %s is no danger', (permission) =>
    expect(judgeRole(role('1', 1, { permissions: [permission] }), bot)).toBeUndefined(),
  );

  test('names which role to drag above which', () => {
    expect(judgeRole(role('9', 9, { name: 'Guide' }), bot)).toEqual({
      no: 'roleAboveBot',
      role: 'Guide',
      bot: 'Laurel',
    });
  });

  test('may be taken although it carries powers, or is gone', () => {
    expect(judgeReach(role('1', 1, { permissions: ['Administrator'] }), bot, mona)).toBeUndefined();
    expect(judgeReach(undefined, bot, mona)).toBeUndefined();
    expect(judgeReach(role('7', 9), bot)?.no).toBe('roleAboveBot');
  });

  test('of two roles exactly one stands above the other', () => {
    const ranked = fc.record({
      id: fc.bigInt(1n, 9n).map(String),
      name: fc.constant('x'),
      position: fc.nat(3),
    });
    fc.assert(
      fc.property(ranked, ranked, (a, b) => {
        if (a.id === b.id) return a.position !== b.position || !outranks(a, b);
        return outranks(a, b) !== outranks(b, a);
      }),
    );
  });
});

const ladder: readonly Tier[] = [
  { key: 'helper', roleId: '1', byPeopleOnly: false },
  { key: 'guide', roleId: '2', byPeopleOnly: false },
  { key: 'expert', roleId: '3', byPeopleOnly: false },
  { key: 'ambassador', byPeopleOnly: true },
];
const held = (tier: string, roleId: string): Held => ({
  promotionId: 1,
  tier,
  roleId,
  since: 0,
  moderatorId: 'mona',
  reason: 'because',
});
const bob: CandidateFacts = { id: 'bob', isHere: true, isBot: false, isPending: false, roleIds: [] };
const bobWith = (...roleIds: string[]) => ({ ...bob, roleIds });
const about = (over: Partial<Case> = {}): Case => ({
  ladder,
  roles: new Map([helper, guide, expert].map((one) => [one.id, one])),
  moderator: mona,
  bot,
  candidate: bob,
  held: undefined,
  isUnderWay: false,
  below: 'replace',
  ...over,
});
const rung = (key: string) => ladder.find((tier) => tier.key === key);
const aGuide = about({ held: held('guide', '2'), candidate: bobWith('2') });

describe('a promotion', () => {
  const cases: [what: string, Case, wanted: string | undefined, outcome: object][] = [
    [
      'the first is to the lowest rung',
      about(),
      undefined,
      { tier: 'helper', add: helper, from: undefined, remove: undefined },
    ],
    ['a rung can be named', about(), 'expert', { tier: 'expert', add: expert }],
    [
      'the next is one rung up, and the old role goes',
      aGuide,
      undefined,
      { tier: 'expert', add: expert, from: { tier: 'guide', roleId: '2' }, remove: guide },
    ],
    [
      'an old role that they do not have need not go',
      about({ held: held('guide', '2') }),
      undefined,
      { tier: 'expert', remove: undefined },
    ],
    [
      'an old role that was deleted need not go',
      about({ held: held('guide', '77'), candidate: bobWith('77') }),
      undefined,
      { tier: 'expert', remove: undefined },
    ],
    [
      'a rung that shares its role keeps it',
      about({ held: held('guide', '3'), candidate: bobWith('3') }),
      undefined,
      { tier: 'expert', remove: undefined },
    ],
    [
      'one whose tier left the ladder begins anew',
      about({ held: held('gone', '2'), candidate: bobWith('2') }),
      undefined,
      { tier: 'helper', remove: guide },
    ],
    ['oneself', about({ candidate: { ...bob, id: 'mona' } }), undefined, { no: 'decideSelf' }],
    ['a bot', about({ candidate: { ...bob, isBot: true } }), undefined, { no: 'decideBot' }],
    [
      'a bot that left',
      about({ candidate: { ...bob, isBot: true, isHere: false } }),
      undefined,
      { no: 'decideBot' },
    ],
    [
      'somebody who is not here',
      about({ candidate: { ...bob, isHere: false } }),
      undefined,
      { no: 'notAMember' },
    ],
    [
      'somebody before the rules',
      about({ candidate: { ...bob, isPending: true } }),
      undefined,
      { no: 'decideBeforeRules' },
    ],
    ['somebody about whom a decision waits', about({ isUnderWay: true }), undefined, { no: 'decideTwice' }],
    ['to the tier they hold', aGuide, 'guide', { no: 'tierAlready', tier: 'guide' }],
    ['to a lower tier', aGuide, 'helper', { no: 'tierLower', tier: 'helper', held: 'guide' }],
    [
      'above the top',
      about({ held: held('ambassador', '5'), candidate: bobWith('5') }),
      undefined,
      { no: 'tierHighest', tier: 'ambassador' },
    ],
    ['to a tier without a role', about(), 'ambassador', { no: 'tierWithoutRole', tier: 'ambassador' }],
    ['to a tier whose role was deleted', about({ roles: new Map() }), undefined, { no: 'roleGone' }],
    [
      'to a role above the moderator',
      about({ moderator: { ...mona, highest: helper } }),
      undefined,
      { no: 'roleAboveModerator', role: 'Helper', own: 'Helper' },
    ],
    [
      'from a role that the bot cannot take',
      {
        ...aGuide,
        roles: new Map([
          ['2', { ...guide, position: 12 }],
          ['3', expert],
        ]),
      },
      undefined,
      { no: 'roleAboveBot', role: 'Guide', bot: 'Laurel' },
    ],
  ];
  test.each(cases)('%s', (_what, one, wanted, outcome) => {
    expect(judgePromotion(one, wanted === undefined ? undefined : rung(wanted))).toMatchObject(outcome);
  });
});

describe('a demotion', () => {
  const cases: [what: string, Case, outcome: object][] = [
    [
      'goes one rung down: the lower role comes, the higher goes',
      aGuide,
      { direction: 'demote', tier: 'helper', add: helper, remove: guide },
    ],
    [
      'from the lowest rung only takes',
      about({ held: held('helper', '1'), candidate: bobWith('1') }),
      { tier: undefined, add: undefined, from: { tier: 'helper', roleId: '1' }, remove: helper },
    ],
    [
      'from a tier that left the ladder only takes',
      about({ held: held('gone', '2'), candidate: bobWith('2') }),
      { tier: undefined, remove: guide },
    ],
    [
      'takes a role with powers too',
      {
        ...aGuide,
        roles: new Map([
          ['1', helper],
          ['2', { ...guide, permissions: ['BanMembers'] }],
        ]),
      },
      { tier: 'helper' },
    ],
    ['of nobody in particular', about(), { no: 'tierNone' }],
    ['of oneself', { ...aGuide, candidate: { ...bob, id: 'mona' } }, { no: 'decideSelf' }],
    [
      'of somebody who is not here',
      { ...aGuide, candidate: { ...bob, isHere: false } },
      { no: 'notAMember' },
    ],
    ['while another decision waits', { ...aGuide, isUnderWay: true }, { no: 'decideTwice' }],
    [
      'of somebody whose role stands above the moderator',
      { ...aGuide, moderator: { ...mona, highest: guide } },
      { no: 'roleAboveModerator', role: 'Guide' },
    ],
    [
      'to a tier without a role',
      { ...aGuide, ladder: ladder.map(({ roleId: _, ...tier }) => tier) },
      { no: 'tierWithoutRole', tier: 'helper' },
    ],
  ];
  test.each(cases)('%s', (_what, one, outcome) => {
    expect(judgeDemotion(one)).toMatchObject(outcome);
  });
});

describe('a tier that somebody types', () => {
  const names: Record<string, string[]> = { helper: ['Helper', 'Βοηθός'], guide: ['Guide', 'Οδηγός'] };
  const find = (typed: string) => findTier(DEFAULT_TIERS, typed, ({ key }) => names[key] ?? [])?.key;
  test.each([
    ['helper', 'helper'],
    ['HELPER', 'helper'],
    ['  Guide ', 'guide'],
    ['οδηγός', 'guide'],
    ['ｇｕｉｄｅ', 'guide'],
    ['ambassador', 'ambassador'],
    ['guid', undefined],
    ['', undefined],
    ['<@&123>', undefined],
  ])('“%s” means %s', (typed, key) => expect(find(typed)).toBe(key));
});
