// The rules of the settings: each change touches its own field, and what does not work as it is set is found.
import { describe, expect, test } from 'vitest';
import { isRefusal } from '../../src/core/context.ts';
import { type Settings, settingsSchema } from '../../src/core/settings.ts';
import * as changes from '../../src/features/setup/changes.rules.ts';
import * as helpChannels from '../../src/features/setup/help-channels.rules.ts';
import * as questions from '../../src/features/setup/questions.rules.ts';
import {
  type ChannelFacts,
  isMendable,
  problemsOf,
  type ServerFacts,
} from '../../src/features/setup/rules.ts';

const nameOf = (tier: { key: string; name?: string | undefined }) => tier.name ?? tier.key;

describe('changes', () => {
  const set = (overrides: object): Settings => settingsSchema.parse(overrides);
  const done = (result: ReturnType<changes.Change>): Settings => {
    if (isRefusal(result)) throw new Error(`refused: ${result.refused}`);
    return result;
  };

  test('each touches only its own fields', () => {
    const before = set({
      channels: { only: ['1'], except: ['2'] },
      tiers: [{ key: 'a', roleId: '5' }, { key: 'b' }],
      questions: { channels: [{ channelId: '10', solvedTagId: '30' }] },
    });
    const table: [changes.Change, string[]][] = [
      [changes.listenWhere('only'), ['channels.mode']],
      [changes.chooseChannels('only', ['3']), ['channels.only']],
      [changes.chooseChannels('everywhere', ['3']), ['channels.except']],
      [changes.forgetChannels((id) => id === '10'), ['channels.only', 'channels.except']],
      [helpChannels.chooseHelpChannels([{ channelId: '4' }, { channelId: '4' }]), ['questions.channels']],
      [helpChannels.askIn({ channelId: '4', solvedTagId: '30' }), ['questions.channels']],
      [helpChannels.chooseStaff(['7', '7']), ['questions.staffRoleIds']],
      [helpChannels.addStaff('7'), ['questions.staffRoleIds']],
      [questions.openThreadsIn(['10']), ['questions.channels']],
      [helpChannels.tagSolvedWith('10', '31'), ['questions.channels']],
      [helpChannels.removeWhenSolved('10', ['31']), ['questions.channels']],
      [questions.archiveAfter(24), ['questions.solved.archiveHours']],
      [questions.routeAfter(0), ['questions.routeMinutes']],
      [questions.markFrom('a'), ['questions.markingTier']],
      [questions.markFrom(undefined), []],
      [questions.boardIn('9'), ['questions.boardChannelId']],
      [questions.boardIn(undefined), []],
      [changes.chooseReactions({ thanks: ['👍'] }), ['reactions.thanks']],
      [changes.chooseNumbers('points', { thanks: 7 }), ['points.thanks']],
      [
        changes.chooseNumbers('limits', { pairMinutes: 0, windowDays: 7 }),
        ['limits.pairMinutes', 'limits.windowDays'],
      ],
      [changes.chooseTierRole('b', '6', nameOf), ['tiers.b.roleId']],
      [changes.chooseTierRole('a', undefined, nameOf), ['tiers.a.roleId']],
      [changes.renameTier('a', 'Star', nameOf), ['tiers.a.name']],
      [changes.announceIn('9'), ['announcementChannelId']],
      [changes.announceIn(undefined), []],
      [changes.acknowledgeBy('reply'), ['sign']],
      [changes.liveIn('Asia/Tokyo'), ['timeZone']],
      [changes.speak('en'), ['language']],
      [changes.speak(undefined), []],
    ];
    for (const [change, fields] of table)
      expect(changes.changedFields(before, done(change(before))).map(({ field }) => field)).toEqual(fields);
  });

  test('help channels keep what is set for them when others are chosen besides', () => {
    const before = set({
      questions: {
        channels: [{ channelId: '1', opensThreads: true, solvedTagId: '30' }, { channelId: '2' }],
      },
    });
    const after = done(
      helpChannels.chooseHelpChannels([{ channelId: '1' }, { channelId: '3', solvedTagId: '31' }])(before),
    );
    expect(after.questions.channels).toEqual([
      { channelId: '1', opensThreads: true, solvedTagId: '30', removedTagIds: [] },
      { channelId: '3', opensThreads: false, solvedTagId: '31', removedTagIds: [] },
    ]);
    const forgotten = done(changes.forgetChannels((id) => id === '3')(after));
    expect(forgotten.questions.channels.map(({ channelId }) => channelId)).toEqual(['3']);
  });

  test('what changed is told from and to', () => {
    const before = set({});
    expect(changes.changedFields(before, done(changes.announceIn('9')(before)))).toEqual([
      { field: 'announcementChannelId', from: null, to: '9' },
    ]);
    expect(changes.changedFields(before, done(changes.chooseReactions({ thanks: [] })(before)))).toEqual([
      { field: 'reactions.thanks', from: ['🙏', '❤️'], to: [] },
    ]);
  });

  test.each<[string, changes.Change, string]>([
    ['the same emoji for both', changes.chooseReactions({ upvote: ['🙏'] }), 'emojiTwice'],
    ['the same emoji, plain and coloured', changes.chooseReactions({ upvote: ['❤'] }), 'emojiTwice'],
    ['the same emoji in another colour of skin', changes.chooseReactions({ upvote: ['🙏🏽'] }), 'emojiTwice'],
    ['a role of another tier', changes.chooseTierRole('guide', '5', nameOf), 'roleOfOtherTier'],
    ['a role for no tier', changes.chooseTierRole('nobody', '6', nameOf), 'tierGone'],
    ['a name that is taken', changes.renameTier('guide', ' hELPER ', nameOf), 'tierNameTaken'],
    ['a name that is a mention', changes.renameTier('guide', '@everyone', nameOf), 'tierNameUnreadable'],
    ['a name that is formatting', changes.renameTier('guide', '**Guide**', nameOf), 'tierNameUnreadable'],
    ['a name of signs only', changes.renameTier('guide', '!!!', nameOf), 'tierNameUnreadable'],
    ['the solved tag as one that goes', helpChannels.removeWhenSolved('10', ['31', '30']), 'tagBothWays'],
    ['tags of what is no help channel', helpChannels.tagSolvedWith('11', '31'), 'helpChannelGone'],
    ['a name too long', changes.renameTier('guide', 'x'.repeat(33), nameOf), 'tierNameTooLong'],
  ])('%s is refused', (_, change, refused) => {
    const before = set({
      tiers: [{ key: 'helper', roleId: '5' }, { key: 'guide' }],
      questions: { channels: [{ channelId: '10', solvedTagId: '30' }] },
    });
    expect(change(before)).toMatchObject({ refused });
  });

  test('a tier may keep its own role and its own name, and an empty name is the usual one', () => {
    const before = set({ tiers: [{ key: 'helper', roleId: '5', name: 'Star' }, { key: 'guide' }] });
    for (const change of [
      changes.chooseTierRole('helper', '5', nameOf),
      changes.renameTier('helper', 'Star', nameOf),
    ])
      expect(changes.changedFields(before, done(change(before)))).toEqual([]);
    expect(changes.changedFields(before, done(changes.renameTier('helper', ' ', nameOf)(before)))).toEqual([
      { field: 'tiers.helper.name', from: 'Star', to: null },
    ]);
  });

  test('a fingerprint stands for a text, spaces around it aside', () => {
    expect(changes.fingerprint(' 10 ')).toBe(changes.fingerprint('10'));
    expect(changes.fingerprint('10')).not.toBe(changes.fingerprint('11'));
    expect(changes.fingerprint('anything')).toMatch(/^[\w-]{6}$/);
  });
});

describe('what does not work', () => {
  const channel = (id: string, more: Partial<ChannelFacts> = {}): [string, ChannelFacts] => [
    id,
    {
      id,
      kind: 'text',
      name: 'channel',
      lacks: [],
      isSeenByMembers: true,
      isForMembers: true,
      tags: [],
      ...more,
    },
  ];
  const role = (id: string, position: number, more: object = {}) => ({
    id,
    name: `Role ${id}`,
    position,
    isEveryone: false,
    isManaged: false,
    permissions: [],
    ...more,
  });
  const server = (more: Partial<ServerFacts> = {}): ServerFacts => ({
    name: 'Town',
    locale: 'en-US',
    channels: new Map([channel('1'), channel('2')]),
    roles: new Map([
      ['50', role('50', 1)],
      ['51', role('51', 9)],
      ['52', role('52', 1, { permissions: ['BanMembers'] })],
    ]),
    emoji: [],
    bot: { mayManageRoles: true, highest: role('60', 5) },
    ...more,
  });
  const problems = (settings: object, facts: Partial<ServerFacts> = {}) =>
    problemsOf(settingsSchema.parse(settings), server(facts));

  test('nothing, on a server as it comes', () => {
    expect(problems({})).toEqual([]);
  });

  test.each<[string, object, Partial<ServerFacts>, object[]]>([
    ['listening nowhere', { channels: { mode: 'only' } }, {}, [{ section: 'channels', what: 'nowhere' }]],
    [
      'the only channels are gone',
      { channels: { mode: 'only', only: ['8', '9'] } },
      {},
      [
        { section: 'channels', what: 'nowhere' },
        { section: 'channels', what: 'channelsGone', count: 2 },
      ],
    ],
    [
      'a channel left out is gone',
      { channels: { except: ['1', '9'] } },
      {},
      [{ section: 'channels', what: 'channelsGone', count: 1 }],
    ],
    [
      'a help channel that is gone, and one that the bot cannot write in',
      { questions: { channels: [{ channelId: '1' }, { channelId: '9' }] }, sign: 'none' },
      { channels: new Map([channel('1', { lacks: ['SendMessagesInThreads', 'AddReactions'] })]) },
      [
        { section: 'questions', what: 'channelsGone', count: 1 },
        { section: 'questions', what: 'channelsClosed', channelIds: ['1'], lacks: ['SendMessagesInThreads'] },
      ],
    ],
    [
      'a solved tag that the bot cannot put on, and threads that it cannot open',
      {
        questions: {
          channels: [
            { channelId: '1', solvedTagId: '30' },
            { channelId: '2', opensThreads: true },
          ],
        },
        sign: 'none',
      },
      {
        channels: new Map([
          channel('1', { lacks: ['ManageThreads', 'CreatePublicThreads'], tags: [{ id: '30', name: 'ok' }] }),
          channel('2', { lacks: ['ManageThreads', 'CreatePublicThreads'] }),
        ]),
      },
      [
        { section: 'questions', what: 'channelsClosed', channelIds: ['1'], lacks: ['ManageThreads'] },
        { section: 'questions', what: 'channelsClosed', channelIds: ['2'], lacks: ['CreatePublicThreads'] },
      ],
    ],
    [
      'solved threads that the bot cannot lock',
      { questions: { channels: [{ channelId: '1' }], solved: { lock: true } }, sign: 'none' },
      { channels: new Map([channel('1', { lacks: ['ManageThreads'] })]) },
      [{ section: 'questions', what: 'channelsClosed', channelIds: ['1'], lacks: ['ManageThreads'] }],
    ],
    [
      'a tag that was deleted',
      { questions: { channels: [{ channelId: '1', removedTagIds: ['30'] }] } },
      {},
      [{ section: 'questions', what: 'tagsGone', channelId: '1' }],
    ],
    [
      'the board is gone',
      { questions: { boardChannelId: '9' } },
      {},
      [{ section: 'attention', what: 'channelGone' }],
    ],
    [
      'no reactions where members write',
      {},
      {
        channels: new Map([
          channel('1', { lacks: ['AddReactions'] }),
          channel('2', { lacks: ['AddReactions'] }),
        ]),
      },
      [{ section: 'channels', what: 'channelsClosed', channelIds: ['1', '2'], lacks: ['AddReactions'] }],
    ],
    [
      'everywhere: channels of the team, and those for reading only, are not missed',
      {},
      {
        channels: new Map([
          channel('1', { lacks: ['ViewChannel', 'AddReactions'] }),
          channel('2', { lacks: ['AddReactions'], isForMembers: false }),
          channel('3', { kind: 'category', lacks: ['AddReactions'] }),
        ]),
      },
      [],
    ],
    [
      'named one by one, they are',
      { channels: { mode: 'only', only: ['1'] } },
      { channels: new Map([channel('1', { lacks: ['ViewChannel', 'AddReactions'], isForMembers: false })]) },
      [
        {
          section: 'channels',
          what: 'channelsClosed',
          channelIds: ['1'],
          lacks: ['ViewChannel', 'AddReactions'],
        },
      ],
    ],
    [
      'a reply needs the right to write',
      { sign: 'reply' },
      { channels: new Map([channel('1', { lacks: ['AddReactions', 'SendMessages'] })]) },
      [{ section: 'channels', what: 'channelsClosed', channelIds: ['1'], lacks: ['SendMessages'] }],
    ],
    [
      'in a forum, that of writing in posts',
      { sign: 'reply' },
      {
        channels: new Map([
          channel('1', { kind: 'forum', lacks: ['SendMessages', 'SendMessagesInThreads'] }),
        ]),
      },
      [{ section: 'channels', what: 'channelsClosed', channelIds: ['1'], lacks: ['SendMessagesInThreads'] }],
    ],
    [
      'no sign needs none of it',
      { sign: 'none' },
      { channels: new Map([channel('1', { lacks: ['SendMessages', 'AddReactions'] })]) },
      [],
    ],
    [
      'an emoji is gone',
      { reactions: { thanks: ['🙏', '77'], upvote: ['78'] } },
      { emoji: [{ id: '78', name: 'up', animated: false }] },
      [{ section: 'reactions', what: 'emojiGone', count: 1 }],
    ],
    [
      'the announcement channel is gone',
      { announcementChannelId: '9' },
      {},
      [{ section: 'announcements', what: 'channelGone' }],
    ],
    [
      'both channels of announcements are gone, each by its name',
      { announcementChannelId: '9', knowledgeChannelId: '10' },
      {},
      [
        { section: 'announcements', what: 'channelGone' },
        { section: 'announcements', what: 'knowledgeGone' },
      ],
    ],
    [
      'announcements cannot be posted',
      { announcementChannelId: '2', sign: 'none' },
      { channels: new Map([channel('2', { lacks: ['SendMessages', 'AddReactions'] })]) },
      [{ section: 'announcements', what: 'channelsClosed', channelIds: ['2'], lacks: ['SendMessages'] }],
    ],
    [
      'roles that are gone, too high, or too strong',
      {
        tiers: [
          { key: 'a', roleId: '50' },
          { key: 'b', roleId: '51' },
          { key: 'c', roleId: '52' },
          { key: 'd', roleId: '99' },
          { key: 'e' },
        ],
      },
      {},
      [
        {
          section: 'tiers',
          what: 'role',
          tierKey: 'b',
          obstacle: { no: 'roleAboveBot', role: 'Role 51', bot: 'Role 60' },
        },
        {
          section: 'tiers',
          what: 'role',
          tierKey: 'c',
          obstacle: { no: 'roleWithPowers', role: 'Role 52', powers: ['BanMembers'] },
        },
        { section: 'tiers', what: 'role', tierKey: 'd', obstacle: { no: 'roleGone' } },
      ],
    ],
  ])('%s', (_, settings, facts, expected) => {
    expect(problems(settings, facts)).toEqual(expected);
  });

  test('only what moving a role or giving a right mends is worth saving', () => {
    const mendable = [
      { no: 'roleAboveBot', role: 'a', bot: 'b' },
      { no: 'botMayNotManageRoles', bot: 'b' },
    ] as const;
    const hopeless = [
      { no: 'roleGone' },
      { no: 'roleEveryone' },
      { no: 'roleManaged', role: 'a' },
      { no: 'roleWithPowers', role: 'a', powers: [] },
      { no: 'roleIsBotsOwn', role: 'a' },
      { no: 'roleAboveModerator', role: 'a', own: 'b' },
    ] as const;
    expect(mendable.map(isMendable)).toEqual([true, true]);
    expect(hopeless.some(isMendable)).toBe(false);
  });
});
