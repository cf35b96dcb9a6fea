// The rules of the settings: numbers, emoji and time zones as typed, each change, and what does not work as it is set.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '../../src/core/context.ts';
import { isTimeZone } from '../../src/core/periods.ts';
import { DEFAULT_SETTINGS, type Settings, settingsSchema } from '../../src/core/settings.ts';
import * as changes from '../../src/features/setup/changes.rules.ts';
import { emojiText, readEmoji } from '../../src/features/setup/emoji.rules.ts';
import { LIMITS_FIELDS, NUMBERS, POINTS_FIELDS, readNumber } from '../../src/features/setup/numbers.rules.ts';
import {
  type ChannelFacts,
  isMendable,
  problemsOf,
  type ServerFacts,
} from '../../src/features/setup/rules.ts';
import { COMMON_ZONES, findTimeZone } from '../../src/features/setup/time-zone.rules.ts';

const nameOf = (tier: { key: string; name?: string | undefined }) => tier.name ?? tier.key;

describe('a number as typed', () => {
  const range = { least: 0, most: 1000 };
  test.each([
    ['30', 30],
    [' 30 ', 30],
    ['1 000', 1000],
    ['1\u202F000', 1000],
    ['１０', 10],
    ['007', 7],
    ['+5', 5],
    ['0', 0],
    ['-0', 0],
    ['', 25],
    ['   ', 25],
  ])('%j is %i', (typed, number) => {
    expect(readNumber(typed, range, 25)).toBe(number);
  });

  test.each(['ten', '1,000', '1.000', '1.5', '10^12', '1e3', '0x10', '५', '10 points', '--5', '∞', 'NaN'])(
    '%j is not a whole number',
    (typed) => {
      expect(readNumber(typed, range, 25)).toMatchObject({ refused: 'notANumber', values: { example: 25 } });
    },
  );

  test.each(['-1', '−5', '1001', '1000000000000', '9'.repeat(300)])('%j does not fit', (typed) => {
    expect(readNumber(typed, range, 25)).toMatchObject({
      refused: 'outOfRange',
      values: { least: 0, most: 1000 },
    });
  });

  test('what is shown back is short and cannot break out of its backticks', () => {
    const refusal = readNumber(`\`\`\`\n# ${'x'.repeat(4000)}`, range, 25);
    expect(isRefusal(refusal) && refusal.values?.typed).toMatch(/^# x{38}…$/);
  });

  test('every number that a form takes is one that the settings take', () => {
    for (const form of ['points', 'limits'] as const) {
      for (const [field, { least, most }] of Object.entries(NUMBERS[form])) {
        for (const value of [least, most])
          expect(
            settingsSchema.safeParse({ [form]: { [field]: value } }).success,
            `${form}.${field} ${value}`,
          ).toBe(true);
      }
    }
    for (const field of POINTS_FIELDS)
      expect(DEFAULT_SETTINGS.points[field]).toBeLessThanOrEqual(NUMBERS.points[field].most);
    for (const field of LIMITS_FIELDS)
      expect(DEFAULT_SETTINGS.limits[field]).toBeGreaterThanOrEqual(NUMBERS.limits[field].least);
  });
});

describe('emoji as typed', () => {
  const own = [
    { id: '77', name: 'thx', animated: false },
    { id: '78', name: 'dance', animated: true },
  ];
  test.each([
    ['🙏', ['🙏']],
    ['🙏❤️', ['🙏', '❤️']],
    [' 🙏, ❤ ;⬆', ['🙏', '❤️', '⬆️']],
    ['🙏 🙏 ❤️ ❤', ['🙏', '❤️']],
    ['👨‍👩‍👧🇫🇷1️⃣🙏🏽', ['👨‍👩‍👧', '🇫🇷', '1️⃣', '🙏🏽']],
    ['<:thx:77>', ['77']],
    ['<:another_name:77>', ['77']],
    ['🙏<a:dance:78>:thx:', ['🙏', '78', '77']],
    ['', []],
    ['  ', []],
  ])('%j', (typed, emoji) => {
    expect(readEmoji(typed, own)).toEqual(emoji);
  });

  test.each([
    ['thanks', 'emojiUnknown'],
    ['🙏 thanks', 'emojiUnknown'],
    ['1', 'emojiUnknown'],
    ['🙏thx', 'emojiUnknown'],
    [':pray:', 'emojiUnknown'],
    ['<:thx:79>', 'emojiElsewhere'],
    ['<@123>', 'emojiUnknown'],
    ['😀😁😂🤣😃😄😅😆😉😊😋', 'emojiTooMany'],
  ])('%j is refused: %s', (typed, refused) => {
    expect(readEmoji(typed, own)).toMatchObject({ refused });
  });

  test('any text is either emoji that the settings take or a refusal', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (typed) => {
        const read = readEmoji(typed, own);
        return isRefusal(read) || settingsSchema.safeParse({ reactions: { thanks: read } }).success;
      }),
    );
  });

  test('shown as a message shows them', () => {
    expect(['🙏', '77', '78', '99'].map((emoji) => emojiText(emoji, own))).toEqual([
      '🙏',
      '<:thx:77>',
      '<a:dance:78>',
      '`99`',
    ]);
  });
});

describe('a time zone as typed', () => {
  test.each([
    ['Europe/Paris', 'Europe/Paris'],
    ['europe/paris', 'Europe/Paris'],
    ['america/new york', 'America/New_York'],
    ['US/Eastern', 'America/New_York'],
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['Europe/Kiev', 'Europe/Kyiv'],
    ['utc', 'UTC'],
    ['UTC+2', '+02:00'],
    ['gmt -5:30', '-05:30'],
    ['+2', '+02:00'],
    ['utc+0', 'UTC'],
  ])('%j is %s', (typed, zone) => {
    expect(findTimeZone(typed, 'en')).toEqual({ zone });
  });

  test.each([
    ['paris', 'Europe/Paris'],
    ['PARIS', 'Europe/Paris'],
    ['Pariss', 'Europe/Paris'],
    ['londn', 'Europe/London'],
    ['tokio', 'Asia/Tokyo'],
    ['São Paulo', 'America/Sao_Paulo'],
    ['new york', 'America/New_York'],
    ['calcutta', 'Asia/Kolkata'],
    ['ho chi minh', 'Asia/Ho_Chi_Minh'],
    ['kyiv', 'Europe/Kyiv'],
    ['Germany', 'Europe/Berlin'],
    ['usa', 'America/Los_Angeles'],
    ['EST', 'America/New_York'],
    ['PST', 'America/Los_Angeles'],
    ['CET', 'Europe/Paris'],
    ['gmt', 'Europe/London'],
  ])('%j suggests %s first', (typed, zone) => {
    expect(findTimeZone(typed, 'en')).toMatchObject({ suggestions: expect.arrayContaining([zone]) });
    expect(findTimeZone(typed, 'en')).toHaveProperty('suggestions.0', zone);
  });

  test('countries go by their names in the language of the reader', () => {
    expect(findTimeZone('Japon', 'fr')).toEqual({ suggestions: ['Asia/Tokyo'] });
    expect(findTimeZone('Griechenland', 'de')).toEqual({ suggestions: ['Europe/Athens'] });
  });

  test.each(['', 'x', '🙃', 'nowhere', '10^12', '+99', 'utc+15', '@everyone', 'a'.repeat(4000)])(
    '%j finds nothing',
    (typed) => {
      expect(findTimeZone(typed, 'en')).toEqual({ suggestions: [] });
    },
  );

  test('everything offered is a time zone that can be reckoned with', () => {
    expect(COMMON_ZONES.filter((zone) => !isTimeZone(zone))).toEqual([]);
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (typed) => {
        const found = findTimeZone(typed, 'en');
        return 'zone' in found ? isTimeZone(found.zone) : found.suggestions.every(isTimeZone);
      }),
    );
  });

  test('"PST" can be shown and not be reckoned with, so it is none', () => {
    expect(isTimeZone('PST')).toBe(false);
  });
});

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
    });
    const table: [changes.Change, string[]][] = [
      [changes.listenWhere('only'), ['channels.mode']],
      [changes.chooseChannels('only', ['3']), ['channels.only']],
      [changes.chooseChannels('everywhere', ['3']), ['channels.except']],
      [changes.forgetChannels(() => false), ['channels.only', 'channels.except']],
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
    ['a role of another tier', changes.chooseTierRole('guide', '5', nameOf), 'roleOfOtherTier'],
    ['a role for no tier', changes.chooseTierRole('nobody', '6', nameOf), 'tierGone'],
    ['a name that is taken', changes.renameTier('guide', ' hELPER ', nameOf), 'tierNameTaken'],
    ['a name that is a mention', changes.renameTier('guide', '@everyone', nameOf), 'tierNameUnreadable'],
    ['a name that is formatting', changes.renameTier('guide', '**Guide**', nameOf), 'tierNameUnreadable'],
    ['a name of signs only', changes.renameTier('guide', '!!!', nameOf), 'tierNameUnreadable'],
    ['a name too long', changes.renameTier('guide', 'x'.repeat(33), nameOf), 'tierNameTooLong'],
  ])('%s is refused', (_, change, refused) => {
    const before = set({ tiers: [{ key: 'helper', roleId: '5' }, { key: 'guide' }] });
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
    { id, kind: 'text', lacks: [], isForMembers: true, ...more },
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
