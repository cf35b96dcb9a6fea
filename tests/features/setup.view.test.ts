// How /setup looks, in golden files; every page and form within Discord's limits, at its fullest and in every language.
import { describe, expect, test } from 'vitest';
import { checkMessage } from '../../playground/discord/rules/message.ts';
import { checkModal } from '../../playground/discord/rules/modal.ts';
import { refuse } from '../../src/core/context.ts';
import { DEFAULT_SETTINGS, type Settings, settingsSchema } from '../../src/core/settings.ts';
import { languages, Texts } from '../../src/core/texts.ts';
import { COMMON_ZONES } from '../../src/core/time-zones.ts';
import { numbersForm, reactionsForm, tierForm, timeZoneForm } from '../../src/features/setup/forms.view.ts';
import { doneView, guideView, trialView, usedNote } from '../../src/features/setup/guide.view.ts';
import { forumView } from '../../src/features/setup/help-channels.view.ts';
import {
  CHANNEL_RIGHTS,
  type ChannelFacts,
  SECTIONS,
  type ServerFacts,
} from '../../src/features/setup/rules.ts';
import { suggestionsFor } from '../../src/features/setup/suggestions.rules.ts';
import type { Shown } from '../../src/features/setup/values.view.ts';
import {
  notSavedNote,
  overviewView,
  sectionView,
  tierView,
  zoneSuggestionsView,
} from '../../src/features/setup/view.ts';
import { powers } from '../../src/features/tiers/roles.rules.ts';
import { expectGolden, readable } from '../support/golden.ts';

const texts = new Texts();
const reading = texts.for('en');
const id = (n: number) => `1000000000000000${String(n).padStart(3, '0')}`;
const channel = (n: number, more: Partial<ChannelFacts> = {}): [string, ChannelFacts] => [
  id(n),
  {
    id: id(n),
    kind: 'text',
    name: 'channel',
    lacks: [],
    isSeenByMembers: true,
    isForMembers: true,
    tags: [],
    ...more,
  },
];
const role = (n: number, position: number, more: object = {}) => ({
  id: id(n),
  name: `Role ${n}`,
  position,
  isEveryone: false,
  isManaged: false,
  permissions: [],
  ...more,
});

const town: ServerFacts = {
  name: 'Town',
  locale: 'en-US',
  channels: new Map([channel(1), channel(2), channel(3)]),
  roles: new Map([
    [id(50), role(50, 1)],
    [id(51), role(51, 9)],
  ]),
  emoji: [{ id: id(70), name: 'thx', animated: false }],
  bot: { mayManageRoles: true, highest: { ...role(60, 5), name: 'Laurel' } },
};
const show = (settings: Settings, server = town): Shown => ({
  reading,
  settings,
  server,
  at: Date.UTC(2026, 10, 23, 12),
  mention: (command) => `</${command}:42>`,
});

const asItComes = show(DEFAULT_SETTINGS);
/** Everything chosen, and half of it no longer working. */
const lived = show(
  settingsSchema.parse({
    language: 'en',
    timeZone: 'Europe/Paris',
    channels: { mode: 'only', only: [id(1), id(2), id(9)] },
    reactions: { thanks: ['🙏', id(70), id(71)], upvote: [] },
    points: { thanks: 12 },
    limits: { pairMinutes: 0, givenPerDay: 1, windowDays: 1, halfPerGiver: 0 },
    sign: 'reply',
    announcementChannelId: id(3),
    questions: {
      channels: [{ channelId: id(1), solvedTagId: id(80) }, { channelId: id(9) }],
      staffRoleIds: [id(50), id(99)],
    },
    tiers: [
      { key: 'helper', roleId: id(50), name: 'Green Leaf' },
      { key: 'guide', roleId: id(51) },
      { key: 'expert', roleId: id(99) },
      { key: 'ambassador', byPeopleOnly: true },
    ],
  }),
  {
    ...town,
    channels: new Map([
      channel(1, { tags: [{ id: id(80), name: '✅ Solved' }] }),
      channel(2, { lacks: ['SendMessages', 'AddReactions'] }),
      channel(3, { lacks: ['ViewChannel', 'SendMessages'] }),
    ]),
  },
);
/** As much as the settings can hold, and nothing of it works. */
const fullest = (language: string): Shown => {
  const many = Array.from({ length: 100 }, (_, n) => id(n));
  return {
    ...show(
      settingsSchema.parse({
        language,
        timeZone: 'America/Argentina/ComodRivadavia',
        channels: { mode: 'only', only: many, except: many },
        reactions: { thanks: many.slice(0, 10), upvote: many.slice(10, 20) },
        points: { solution: 1000, thanks: 1000, upvote: 1000, assist: 1000, award: 1000, article: 1000 },
        limits: {
          pairMinutes: 10_080,
          givenPerDay: 1000,
          fullPerGiver: 1000,
          halfPerGiver: 1000,
          windowDays: 366,
        },
        sign: 'reply',
        announcementChannelId: id(1),
        questions: {
          channels: many.slice(0, 50).map((channelId) => ({ channelId, solvedTagId: id(200) })),
          staffRoleIds: many.slice(0, 25),
        },
        tiers: many.slice(0, 10).map((roleId, n) => ({ key: `tier-${n}`, roleId, name: 'W'.repeat(50) })),
      }),
      {
        ...town,
        name: 'W'.repeat(100),
        channels: new Map(
          many.slice(0, 90).map((_, n) =>
            channel(n, {
              lacks: CHANNEL_RIGHTS.filter((_, bit) => (n >> bit) & 1),
              tags: [{ id: id(200), name: 'W'.repeat(20) }],
            }),
          ),
        ),
        roles: new Map(
          many
            .slice(0, 10)
            .map((one, n) => [one, { ...role(n, 9), name: 'W'.repeat(100), permissions: [...powers] }]),
        ),
        emoji: [],
      },
    ),
    reading: texts.for(language),
  };
};

describe('the overview', () => {
  test('of a new server', () => expectGolden(overviewView(asItComes), 'setup.overview'));
  test('with things that need a look', () => expectGolden(overviewView(lived), 'setup.overview.problems'));
  test('says everything that is set', () => {
    const text = readable(overviewView(lived));
    for (const said of [
      'Only in <#1000000000000000001>',
      '<:thx:1000000000000000070>',
      'Green Leaf <@&1000000000000000050>',
      'Thanks 12',
      'Europe/Paris, where it is 1:00 PM',
      'No wait between the same two people · each member gives up to 1 thank-you a day',
    ])
      expect(text).toContain(said);
  });
});

describe('a section', () => {
  test.each(SECTIONS)('%s', (section) => expectGolden(sectionView(section, asItComes), `setup.${section}`));
  test.each(['channels', 'reactions', 'questions', 'announcements', 'tiers'] as const)(
    '%s, with things that need a look',
    (section) => expectGolden(sectionView(section, lived), `setup.${section}.problems`),
  );
  test('after a change', () =>
    expect(readable(sectionView('sign', asItComes, reading.t('setup.saved')))).toMatch(
      /^## My sign\n✅ Saved\.\n/,
    ));
  test('after several things that cannot be', () => {
    const note = notSavedNote(reading, [
      { field: 'Thanks', refusal: refuse('notANumber', { typed: 'ten', example: 10 }) },
      { field: 'Upvote', refusal: refuse('outOfRange', { typed: '-5', least: 0, most: 1000 }) },
    ]);
    expect(note).toBe(
      '❌ Not saved.\n- **Thanks:** `ten` is not a whole number. Write it in digits, for example 10.\n- **Upvote:** -5 does not fit: anything from 0 to 1,000 does.',
    );
  });
});

describe('the guide', () => {
  const trial = { botId: id(60), readerId: id(61), signEmoji: '🌿' };
  const administrator = { id: id(61), isOwner: true, highest: role(61, 20) };
  const tag = { id: id(80), name: '✅ Solved' };
  const found: ServerFacts = {
    ...town,
    channels: new Map([
      channel(1, { name: 'help', kind: 'forum', tags: [tag] }),
      channel(2, { name: 'support' }),
      channel(3, { name: 'python', kind: 'forum', tags: [tag] }),
      channel(4, { name: 'news' }),
    ]),
    roles: new Map([
      [id(50), { ...role(50, 1), name: 'Helper' }],
      [id(51), { ...role(51, 1), name: 'Moderator' }],
    ]),
  };
  const halfClosed: ServerFacts = {
    ...found,
    channels: new Map([channel(1, { name: 'help', lacks: ['ViewChannel'] }), channel(4, { name: 'news' })]),
    roles: new Map([
      [id(50), { ...role(50, 9), name: 'Helper' }],
      [id(51), { ...role(51, 1), name: 'Guide', permissions: ['KickMembers'] }],
    ]),
  };
  const suggestions = ({ settings, server }: Shown) => suggestionsFor({ settings, server, administrator });
  const [wide, half] = [show(DEFAULT_SETTINGS, found), show(DEFAULT_SETTINGS, halfClosed)];

  test('with suggestions', () => expectGolden(guideView(suggestions(wide), wide), 'setup.guide'));
  test('with some that cannot be used yet', () =>
    expectGolden(guideView(suggestions(half), half), 'setup.guide.half'));
  test('with nothing to suggest', () =>
    expectGolden(guideView(suggestions(asItComes), asItComes), 'setup.guide.nothing'));
  test('what was saved and what was not', () => {
    const note = usedNote(suggestions(half), half).split('\n');
    expect(note.slice(0, 2)).toEqual([
      '✅ Saved: announcements in <#1000000000000000004>.',
      '**3 things I could not use, so they are not saved.** Mend them, then press **Back** to look again.',
    ]);
    expect(note.filter((line) => line.startsWith('⚠️'))).toEqual([
      "⚠️ In <#1000000000000000001> I lack **View Channel**. Open the channel's settings, then Permissions, and allow me that.",
      '⚠️ **Helper:** I cannot reach **Helper**, because it stands above my own role. In Server Settings → Roles, drag **Laurel** above **Helper**, then try again.',
      '⚠️ **Guide:** **Guide** carries Kick Members. A tier never gives moderation or administration permissions. Take them off that role in Server Settings → Roles, or choose another role in this section.',
    ]);
  });
  test('where it listens nowhere, no sign is promised', () => {
    const nowhere = show(settingsSchema.parse({ channels: { mode: 'only' } }));
    expect(readable(trialView(trial, nowhere))).toContain(
      'I listen nowhere yet. Choose at least one channel.',
    );
    expect(readable(trialView(trial, nowhere))).not.toContain('[1 –]');
  });
  test.each(['reaction', 'reply', 'none'] as const)('a test thank-you, sign: %s', (sign) =>
    expectGolden(
      trialView(trial, show({ ...DEFAULT_SETTINGS, sign }), reading.t('setup.saved')),
      `setup.guide.trial.${sign}`,
    ),
  );
  test('done', () => expectGolden(doneView(asItComes), 'setup.guide.done'));
  test('done, with things that need a look', () =>
    expectGolden(doneView(lived), 'setup.guide.done.problems'));

  test.each(languages)('fits at its fullest, in %s', (language) => {
    const full = fullest(language);
    const crowded: Shown = {
      ...full,
      settings: {
        ...DEFAULT_SETTINGS,
        tiers: full.settings.tiers.map(({ key, name }) => ({ key, name, byPeopleOnly: false })),
      },
      server: {
        ...full.server,
        channels: new Map(
          Array.from({ length: 60 }, (_, n) =>
            channel(n, {
              name: `help-news-${n}`,
              kind: n % 2 ? 'forum' : 'text',
              lacks: CHANNEL_RIGHTS.filter((_, bit) => (n >> bit) & 1),
              tags: [{ id: id(80), name: 'solved W W W W W W' }],
            }),
          ),
        ),
        roles: new Map(
          full.settings.tiers.flatMap(({ name = '' }, n) => [
            [id(n), { ...role(n, 9), name, permissions: n % 2 ? [...powers] : [] }] as const,
            [id(100 + n), { ...role(100 + n, 1), name: `Staff ${'W'.repeat(90)}` }] as const,
          ]),
        ),
      },
    };
    const all = suggestions(crowded);
    expect(all.length).toBeGreaterThan(15);
    const note = notSavedNote(full.reading, [{ refusal: refuse('suggestionsChanged') }]);
    for (const { components } of [
      guideView(all, crowded, note),
      trialView(trial, crowded, usedNote(all, crowded)),
      doneView(full),
    ])
      expect(
        checkMessage({ components, flags: 1 << 15 }, { kind: 'interaction', attachmentNames: [] }),
        readable(components),
      ).toBeUndefined();
  });
});

describe('a help forum', () => {
  const helpChannel = { channelId: id(1), opensThreads: false, solvedTagId: id(80), removedTagIds: [] };
  test('with its tags', () => expectGolden(forumView(helpChannel, lived), 'setup.forum'));
});

describe('a tier', () => {
  const tier = (key: string, { settings } = lived) => {
    const found = settings.tiers.find((one) => one.key === key);
    if (!found) throw new Error(`no tier ${key}`);
    return found;
  };
  test('with a role', () => expectGolden(tierView(tier('helper'), lived), 'setup.tier'));
  test('whose role is too high', () => expectGolden(tierView(tier('guide'), lived), 'setup.tier.high'));
  test('whose role was deleted', () => expectGolden(tierView(tier('expert'), lived), 'setup.tier.gone'));
  test('without a role', () => expectGolden(tierView(tier('ambassador'), lived), 'setup.tier.none'));
  test('the form for its name', () => expectGolden(tierForm(tier('helper'), lived), 'setup.form.tier'));
});

describe('forms', () => {
  test('points that members bring about', () =>
    expectGolden(numbersForm('help', lived), 'setup.form.points.help'));
  test('points that the team gives', () =>
    expectGolden(numbersForm('merit', lived), 'setup.form.points.merit'));
  test('limits', () => expectGolden(numbersForm('limits', lived), 'setup.form.limits'));
  test('reactions: an emoji that is gone is not offered again', () =>
    expectGolden(reactionsForm(lived), 'setup.form.reactions'));
  test('time zone', () => expectGolden(timeZoneForm(lived), 'setup.form.timeZone'));
  test('suggestions for what was typed', () =>
    expectGolden(zoneSuggestionsView('gmt', ['Europe/London', 'UTC'], lived), 'setup.timeZone.suggestions'));
});

describe.each(languages)('in %s, at its fullest', (language) => {
  const full = fullest(language);
  const tiers = full.settings.tiers;
  const note = notSavedNote(
    full.reading,
    Array.from({ length: 5 }, () => ({
      field: 'W'.repeat(45),
      refusal: refuse('outOfRange', { typed: '9'.repeat(41), least: 0, most: 10_080 }),
    })),
  );
  test('every page fits', () => {
    const pages = [
      overviewView(full),
      ...SECTIONS.map((section) => sectionView(section, full, note)),
      ...tiers.map((tier) => tierView(tier, full, note)),
      ...full.settings.questions.channels.map((one) => forumView(one, full, note)),
      zoneSuggestionsView('W'.repeat(41), COMMON_ZONES, full),
    ];
    for (const { components } of pages)
      expect(
        checkMessage({ components, flags: 1 << 15 }, { kind: 'interaction', attachmentNames: [] }),
        readable(components),
      ).toBeUndefined();
  });
  test('every form fits', () => {
    const forms = [
      numbersForm('help', full),
      numbersForm('merit', full),
      numbersForm('limits', full),
      reactionsForm(full),
      timeZoneForm(full),
      ...tiers.map((tier) => tierForm({ ...tier, name: 'W'.repeat(32) }, full)),
    ];
    for (const form of forms) expect(checkModal(form), JSON.stringify(form)).toBeUndefined();
  });
});
