// What is suggested for a server, by the names of its channels, tags and roles: tables of cases in many languages.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '../../src/core/context.ts';
import { DEFAULT_SETTINGS, type Settings, settingsSchema } from '../../src/core/settings.ts';
import { changedFields } from '../../src/features/setup/changes.rules.ts';
import { distanceTo, type Topic, wordsOf } from '../../src/features/setup/names.rules.ts';
import type { ChannelFacts, ServerFacts } from '../../src/features/setup/rules.ts';
import {
  printOf,
  type Scene,
  suggestionsFor,
  usable,
  useSuggestions,
} from '../../src/features/setup/suggestions.rules.ts';

describe('names', () => {
  test.each([
    ['🆘│help-desk', ['help', 'desk']],
    ['『𝗛𝗲𝗹𝗽』', ['help']],
    ['ʜᴇʟᴘ・ᴅᴇsᴋ', ['help', 'desk']],
    ['Ⓗⓔⓛⓟ', ['help']],
    ['🅷🅴🅻🅿', ['help']],
    ['🇭🇪🇱🇵', ['help']],
    ['ＨＥＬＰ', ['help']],
    ['Préguntas_2', ['preguntas', '2']],
    ['🆘', []],
    ['', []],
  ])('%s is read as %j', (name, words) => expect(wordsOf(name)).toEqual(words));

  const speaks: Record<Topic, readonly string[]> = {
    help: [
      ...[
        'help',
        'HELP',
        '🆘│help-desk',
        'help-1',
        'python-help',
        'ask-for-help',
        'support',
        'questions',
        'q-and-a',
      ],
      ...[
        'aide',
        '❓・entraide',
        'ayuda',
        'soporte-técnico',
        'dudas',
        'aiuto',
        'domande',
        'ajuda',
        'dúvidas',
        'hilfe',
      ],
      ...[
        'fragen-und-antworten',
        'hulp',
        'vragen',
        'pomoc',
        'помощь',
        'вопросы',
        'βοήθεια',
        'ΕΡΩΤΗΣΕΙΣ',
        'bantuan',
      ],
      ...[
        'tanya-jawab',
        '質問',
        '質問コーナー',
        'ヘルプ',
        'ﾍﾙﾌﾟ',
        '求助',
        '질문-답변',
        'hỗ-trợ',
        'yardım',
        'عام-مساعدة',
        'עזרה',
      ],
    ],
    news: [
      ...[
        'announcements',
        '📢announcements',
        '📣│news',
        'server-announcements',
        'annonces',
        'anuncios',
        'novità',
      ],
      ...[
        'ankündigungen',
        'aankondigingen',
        'ogłoszenia',
        'объявления',
        'ανακοινώσεις',
        'pengumuman',
        'お知らせ',
        '공지사항',
      ],
    ],
    solved: [
      'Solved',
      '✅ solved',
      'Answered',
      'RESOLVED',
      'Résolu',
      'Gelöst',
      'решено',
      'Λύθηκε',
      '解決済み',
      'Selesai',
    ],
    helper: [
      'Helper',
      'Helpers',
      '🌟 helper',
      'Community Helper',
      'Helfer',
      'ayudante',
      'помощник',
      'ヘルパー',
    ],
    guide: ['Guide', 'guides', 'Guía', 'guida', 'ガイド'],
    expert: ['Expert', '💎 EXPERT', 'JavaScript Expert', 'Experto', 'эксперт'],
    ambassador: ['Ambassador', 'Community Ambassadors', 'Embajador', 'Botschafter'],
    staff: [
      'Moderator',
      'Mod',
      '🛡 MODS',
      'Staff',
      'Support Team',
      'Modérateurs',
      'модератор',
      'モデレーター',
    ],
  };
  const sortOf = (topic: Topic) =>
    topic === 'help' || topic === 'news' ? 'channel' : topic === 'solved' ? 'tag' : 'role';
  test.each(Object.keys(speaks) as Topic[])('that speak of %s', (topic) => {
    for (const name of speaks[topic])
      expect(distanceTo(topic, name, sortOf(topic)), `${name} (${wordsOf(name).join()})`).toBeDefined();
  });

  test.each<[Topic, readonly string[]]>([
    [
      'help',
      [
        ...[
          'general',
          'helpful-links',
          'whelp',
          'selfhelpers',
          'mod-help',
          'staff-support',
          'support-logs',
          'help-archive',
        ],
        ...['support-us', 'question-of-the-day', 'answered-questions', 'supporters', 'off-topic-questions'],
      ],
    ],
    [
      'news',
      ['newsletter', 'newcomers', 'staff-announcements', 'mod-news', 'news-archive', 'general', 'test-news'],
    ],
    ['solved', ['Unsolved', 'Not solved', 'не решено', '未解決', 'resolution', 'bug']],
    ['helper', ['Helper Bot', 'helper-pings', 'Former Helper', 'Needs Helper', 'Helpless', 'Supporter']],
    ['expert', ['Expertise', 'Trial Expert', 'Server Booster']],
    ['staff', ['Modder', 'Mod Bot', 'Former Staff', 'Modern']],
  ])('that do not speak of %s', (topic, names) => {
    for (const name of names) expect(distanceTo(topic, name, sortOf(topic)), name).toBeUndefined();
  });

  test('whatever a name is made of, it is read, and decoration around it changes nothing', () => {
    const decoration = fc.constantFrom('', '🆘│', '『', '・', '╭─', '⭐ ', '▸', '_-_', '\u200b', '️');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), decoration, decoration, (name, before, after) => {
        expect(() => distanceTo('help', name, 'channel')).not.toThrow();
        expect(distanceTo('help', `${before}help${after}`, 'channel')).toBe(0);
      }),
    );
  });

  test('the nearer a name, the fewer other words; of equals the more telling one', () => {
    const nearer = (a: string, b: string) =>
      (distanceTo('news', a, 'channel') ?? 99) < (distanceTo('news', b, 'channel') ?? 99);
    expect(nearer('📢│announcements', 'game-announcements')).toBe(true);
    expect(nearer('announcements', 'news')).toBe(true);
    expect(nearer('news', 'game-announcements')).toBe(true);
  });
});

const channel = (id: string, name: string, more: Partial<ChannelFacts> = {}): ChannelFacts => ({
  id,
  name,
  kind: 'text',
  lacks: [],
  isSeenByMembers: true,
  isForMembers: true,
  tags: [],
  ...more,
});
const role = (id: string, name: string, more: { position?: number; permissions?: string[] } = {}) => ({
  id,
  name,
  position: 1,
  isEveryone: false,
  isManaged: false,
  permissions: [],
  ...more,
});
const LAUREL = role('60', 'Laurel', { position: 5 });
interface Place {
  channels?: ChannelFacts[];
  roles?: ReturnType<typeof role>[];
  settings?: object;
  mayManageRoles?: boolean;
  administrator?: Scene['administrator'];
}
const serverOf = ({ channels = [], roles = [], mayManageRoles = true }: Place): ServerFacts => ({
  name: 'Town',
  locale: 'en-US',
  channels: new Map(channels.map((one) => [one.id, one])),
  roles: new Map(roles.map((one) => [one.id, one])),
  emoji: [],
  bot: { mayManageRoles, highest: LAUREL },
});
const OWNER = { id: '9', isOwner: true, highest: role('61', 'Owner', { position: 9 }) };
const sceneOf = (place: Place): Scene => ({
  settings: settingsSchema.parse(place.settings ?? {}),
  server: serverOf(place),
  administrator: place.administrator ?? OWNER,
});
/** Each suggestion in short: what, which, for which tier or with which tag, and what is in the way. */
const inShort = (place: Place) =>
  suggestionsFor(sceneOf(place)).map(({ what, id, tag, tierKey, obstacle }) =>
    [
      what,
      id,
      tierKey ?? tag?.name,
      obstacle &&
        (obstacle.what === 'role' ? obstacle.obstacle.no : 'lacks' in obstacle && obstacle.lacks.join()),
    ]
      .filter(Boolean)
      .join(' '),
  );

describe('suggestions', () => {
  const tagged = {
    kind: 'forum' as const,
    tags: [
      { id: '30', name: 'Bug' },
      { id: '31', name: '✅ Solved' },
    ],
  };
  test.each<[string, Place, string[]]>([
    ['an empty server', {}, []],
    [
      'channels and roles of other sorts',
      { channels: [channel('1', 'general')], roles: [role('50', 'Blue')] },
      [],
    ],
    [
      'a community as many are',
      {
        channels: [
          channel('1', 'general'),
          channel('2', '🆘│help-desk'),
          channel('3', 'questions', tagged),
          channel('4', '📢announcements', { isForMembers: false }),
        ],
        roles: [
          role('50', '🌟 Helpers'),
          role('51', 'Expert'),
          role('52', 'Mod', { position: 9, permissions: ['BanMembers'] }),
        ],
      },
      [
        'questions 3 ✅ Solved',
        'questions 2',
        'announcements 4',
        'tierRole 50 helper',
        'tierRole 51 expert',
        'staff 52',
      ],
    ],
    [
      'a forum by its tag alone',
      { channels: [channel('1', 'python', tagged)] },
      ['questionsByTag 1 ✅ Solved'],
    ],
    [
      'voice and categories are no places to ask',
      { channels: [channel('1', 'help', { kind: 'voice' }), channel('2', 'help', { kind: 'category' })] },
      [],
    ],
    [
      'where members only read, they do not ask',
      { channels: [channel('1', 'help', { isForMembers: false })] },
      [],
    ],
    [
      'what members do not see is for others',
      {
        channels: [
          channel('1', 'help', { isForMembers: false, isSeenByMembers: false }),
          channel('2', 'support'),
        ],
      },
      ['questions 2'],
    ],
    [
      'unless they see nothing before they accepted the rules',
      { channels: [channel('1', 'help', { isForMembers: false, isSeenByMembers: false })] },
      ['questions 1'],
    ],
    [
      'the nearest of several channels for news',
      { channels: [channel('1', 'game-news'), channel('2', 'news'), channel('3', '📣announcements')] },
      ['announcements 3'],
    ],
    ['no news in a forum', { channels: [channel('1', 'news', { kind: 'forum' })] }, []],
    [
      'the bot does not see the channel, or may not write there',
      {
        channels: [
          channel('1', 'help', { lacks: ['ViewChannel', 'AddReactions'] }),
          channel('2', 'news', { lacks: ['SendMessages'] }),
        ],
      },
      ['questions 1 ViewChannel', 'announcements 2 SendMessages'],
    ],
    [
      'a role above the bot, one with powers',
      {
        roles: [role('50', 'Helper', { position: 7 }), role('51', 'Guide', { permissions: ['KickMembers'] })],
      },
      ['tierRole 50 helper roleAboveBot', 'tierRole 51 guide roleWithPowers'],
    ],
    [
      'the bot may not manage roles',
      { roles: [role('50', 'Helper')], mayManageRoles: false },
      ['tierRole 50 helper botMayNotManageRoles'],
    ],
    [
      'a role above the administrator',
      {
        roles: [role('50', 'Helper', { position: 4 })],
        administrator: { id: '8', isOwner: false, highest: role('62', 'Admins', { position: 3 }) },
      },
      ['tierRole 50 helper roleAboveModerator'],
    ],
    [
      'several roles equally near: none',
      { roles: [role('50', 'Java Expert'), role('51', 'Rust Expert')] },
      [],
    ],
    [
      'the exact one among several',
      { roles: [role('50', 'Java Expert'), role('51', 'Expert'), role('52', 'Rust Expert')] },
      ['tierRole 51 expert'],
    ],
    [
      'a tier by its own name',
      {
        roles: [role('50', '🍃 Green Leaf'), role('51', 'Helper')],
        settings: { tiers: [{ key: 'helper', name: 'Green leaf' }, { key: 'star' }] },
      },
      ['tierRole 50 helper'],
    ],
    [
      'what is set already is left alone',
      {
        channels: [channel('1', 'help'), channel('2', 'news')],
        roles: [role('50', 'Helper'), role('51', 'Helpers'), role('52', 'Staff')],
        settings: {
          announcementChannelId: '1',
          tiers: [{ key: 'helper', roleId: '50' }],
          questions: { channels: [{ channelId: '1' }], staffRoleIds: ['52'] },
        },
      },
      [],
    ],
    [
      'what came since is suggested besides',
      {
        channels: [channel('1', 'help'), channel('2', 'support')],
        roles: [role('51', 'Staff'), role('52', 'Mods')],
        settings: { questions: { channels: [{ channelId: '1' }], staffRoleIds: ['52'] } },
      },
      ['questions 2', 'staff 51'],
    ],
    [
      'a tier whose role was deleted',
      { roles: [role('51', 'Helper')], settings: { tiers: [{ key: 'helper', roleId: '50' }] } },
      ['tierRole 51 helper'],
    ],
    [
      'the solved tag of a help channel that has none',
      {
        channels: [channel('3', 'python', tagged)],
        settings: { questions: { channels: [{ channelId: '3' }] } },
      },
      ['solvedTag 3 ✅ Solved'],
    ],
  ])('%s', (_, place, expected) => expect(inShort(place)).toEqual(expected));

  test('of a great many places, a few', () => {
    const channels = Array.from({ length: 60 }, (_, n) => channel(String(n), `help-${n}`));
    expect(inShort({ channels })).toHaveLength(8);
  });
});

describe('used in one go', () => {
  const place: Place = {
    channels: [
      channel('1', 'help', { kind: 'forum', tags: [{ id: '30', name: 'Solved' }] }),
      channel('2', 'news'),
    ],
    roles: [role('50', 'Helper'), role('51', 'Guide', { position: 7 }), role('52', 'Moderator')],
  };
  const scene = sceneOf(place);
  const agreed = printOf(suggestionsFor(scene));
  const used = (settings: Settings, at = scene): Settings => {
    const next = useSuggestions(agreed, at)(settings);
    if (isRefusal(next)) throw new Error(next.refused);
    return next;
  };

  test('all that can be used is set, each in its own field, and the rest is left', () => {
    expect(changedFields(DEFAULT_SETTINGS, used(DEFAULT_SETTINGS))).toEqual([
      {
        field: 'questions.channels',
        from: [],
        to: [{ channelId: '1', opensThreads: false, removedTagIds: [], solvedTagId: '30' }],
      },
      { field: 'questions.staffRoleIds', from: [], to: ['52'] },
      { field: 'announcementChannelId', from: null, to: '2' },
      { field: 'tiers.helper.roleId', from: null, to: '50' },
    ]);
  });

  test('afterwards only what could not be used is suggested, and nothing more is usable', () => {
    const left = suggestionsFor({ ...scene, settings: used(DEFAULT_SETTINGS) });
    expect(left.map(({ id }) => id)).toEqual(['51']);
    expect(usable(left)).toEqual([]);
  });

  test('what was mended after it was shown is used as well', () => {
    const mended = sceneOf({ ...place, roles: place.roles?.map((one) => ({ ...one, position: 1 })) ?? [] });
    expect(used(DEFAULT_SETTINGS, mended).tiers[1]?.roleId).toBe('51');
  });

  test.each<[string, Place]>([
    [
      'another channel that fits better',
      { ...place, channels: [...(place.channels ?? []), channel('3', 'announcements')] },
    ],
    ['a role less', { ...place, roles: [] }],
    ['somebody else has set one of them', { ...place, settings: { announcementChannelId: '1' } }],
  ])('nothing is, when there is something else to agree to: %s', (_, changed) => {
    const now = sceneOf(changed);
    expect(useSuggestions(agreed, now)(now.settings)).toMatchObject({ refused: 'suggestionsChanged' });
  });
});
