// How a profile looks, in golden files: one's own, another's, what was shared, and every kind of line.
import { describe, expect, test } from 'vitest';
import { DEFAULT_TIERS } from '../../src/core/settings.ts';
import { NO_TOTALS } from '../../src/core/standings.ts';
import { Texts } from '../../src/core/texts.ts';
import { BADGES } from '../../src/features/badges/catalogue.rules.ts';
import type { PeriodStanding, Profile } from '../../src/features/profile/service.ts';
import type { Received, Uncounted } from '../../src/features/profile/store.ts';
import { profileView, type Shown, sharedProfileView } from '../../src/features/profile/view.ts';
import { heldBadge } from '../support/badges.ts';
import { expectGolden, readable } from '../support/golden.ts';

const reading = new Texts().for('en');
const AT = Date.UTC(2026, 10, 23, 12);
const BOB = '100000000000000001';
const ALICE = '100000000000000002';
const MONA = '100000000000000003';
const CHANNEL = '200000000000000001';

const shown: Shown = {
  guildId: '300000000000000001',
  canOpen: 'all',
  windowDays: 30,
  ladder: DEFAULT_TIERS,
  isShared: false,
};

const standing = (over: Partial<PeriodStanding['standing']>) => ({ ...NO_TOTALS, listed: true, ...over });

const periods: readonly PeriodStanding[] = [
  { kind: 'week', standing: standing({}), place: undefined },
  {
    kind: 'month',
    standing: standing({ points: 45, peopleHelped: 1, activeDays: 1, thanksReceived: 2 }),
    place: { rank: 4 },
  },
  {
    kind: 'quarter',
    standing: standing({ points: 210, peopleHelped: 9, activeDays: 7 }),
    place: { rank: 2 },
  },
  { kind: 'year', standing: standing({ thanksGiven: 1 }), place: undefined },
  {
    kind: 'all',
    standing: standing({
      points: 1820,
      peopleHelped: 34,
      activeDays: 61,
      solutions: 12,
      thanksReceived: 88,
      thanksGiven: 17,
    }),
    place: { rank: 1 },
  },
];

const row = (over: Partial<Received> = {}): Received => ({
  id: 1,
  sourceKey: 'text:1:2',
  guildId: shown.guildId,
  kind: 'thanks',
  giverId: ALICE,
  receiverId: BOB,
  helpKey: 'message:1',
  channelId: CHANNEL,
  messageId: '400000000000000001',
  sourceMessageId: '400000000000000001',
  reason: null,
  language: null,
  weight: 100,
  points: 10,
  occurredAt: AT - 3_600_000,
  recordedAt: AT,
  revokedAt: null,
  revokedWhy: null,
  counts: 1,
  firstOfKind: 1,
  ...over,
});

const uncounted = (reason: string): Uncounted => ({
  id: 1,
  sourceKey: 'text:1:2',
  guildId: shown.guildId,
  giverId: BOB,
  receiverId: ALICE,
  kind: 'thanks',
  reason,
  channelId: CHANNEL,
  messageId: '400000000000000001',
  occurredAt: AT,
});

const everyLine = [
  row({ kind: 'solution', points: 25 }),
  row({ reason: 'For **explaining** [locks](https://example.com)\nso patiently', messageId: null }),
  row({ weight: 50, points: 5 }),
  row({ weight: 0, points: 0, counts: 0 }),
  row({ kind: 'upvote', points: 3, counts: 0 }),
  row({ kind: 'article', points: 0 }),
];

const own: Profile = {
  memberId: BOB,
  periods,
  tier: { promotionId: 1, tier: 'guide', roleId: '9', since: AT - 86_400_000, moderatorId: MONA, reason: '' },
  badges: BADGES.slice(0, 7).map((of) => heldBadge({ of })),
  open: { tab: 'overview', latest: everyLine.slice(0, 3) },
  received: 40,
  own: {
    reviews: [],
    takenBack: 2,
    uncounted: 1,
    tierNews: { kind: 'decided', moderatorId: MONA, reason: 'Patient with beginners' },
    isOffBoards: false,
  },
};

const nobody: Profile = {
  memberId: BOB,
  periods: periods.map(({ kind }) => ({ kind, standing: standing({}), place: undefined })),
  tier: undefined,
  badges: [],
  open: { tab: 'overview', latest: [] },
  received: 0,
  own: undefined,
};

const look = (profile: Profile, over: Partial<Shown> = {}) =>
  readable(profileView(reading, profile, { ...shown, ...over }).components);

describe('a profile', () => {
  test('one’s own', () => expectGolden(profileView(reading, own, shown), 'profile.own'));

  test('another’s, in part from a channel that the reader cannot open', () =>
    expectGolden(
      profileView(
        reading,
        {
          ...own,
          own: undefined,
          open: { tab: 'overview', latest: [row(), row({ channelId: '5', reason: 'hidden' })] },
        },
        { ...shown, canOpen: new Set([CHANNEL]) },
      ),
      'profile.other',
    ));

  test('shared in a channel', () =>
    expectGolden(sharedProfileView(reading, own, DEFAULT_TIERS), 'profile.shared'));

  test('every way to count', () =>
    expectGolden(
      profileView(
        reading,
        { ...own, open: { tab: 'received', rows: everyLine, page: 2, pages: 1667, goesOn: false } },
        shown,
      ),
      'profile.received',
    ));

  test('a list longer than it can be turned says that there is more', () => {
    const open = { tab: 'received', rows: everyLine, page: 2, pages: 1200, goesOn: true } as const;
    expect(look({ ...own, open })).toContain('Page 2 of more than 1,200');
  });

  test('every way to be taken back', () => {
    const rows = ['deleted', 'edited', 'unreacted', 'undone', 'reversed', 'something new'].map((revokedWhy) =>
      row({ revokedWhy, revokedAt: AT, counts: 0 }),
    );
    return expectGolden(
      profileView(
        reading,
        { ...own, open: { tab: 'takenBack', rows, page: 1, pages: 1, goesOn: false } },
        shown,
      ),
      'profile.taken-back',
    );
  });

  test('every way not to count', () => {
    const rows = [
      'self',
      'bot',
      'webhook',
      'gone',
      'pendingGiver',
      'pendingReceiver',
      'pairTooSoon',
      'dailyLimit',
      '?',
    ].map(uncounted);
    return expectGolden(
      profileView(
        reading,
        { ...own, open: { tab: 'uncounted', rows, page: 1, pages: 2, goesOn: false } },
        shown,
      ),
      'profile.uncounted',
    );
  });

  test('of one who was never seen', () =>
    expectGolden(profileView(reading, nobody, shown), 'profile.nothing'));

  test('one’s own, with nothing in it yet, has nothing to share', () => {
    const mine = { takenBack: 0, uncounted: 0, reviews: [], tierNews: undefined, isOffBoards: false };
    expect(look({ ...nobody, own: mine })).not.toContain('[Share]');
    expect(look(own)).toContain('[Share]');
    expect(look(own, { isShared: true })).toContain('[Shared –]');
  });

  test('one who only ever gave thanks sees that, and no empty periods', () => {
    const given = nobody.periods.map((period) => ({ ...period, standing: standing({ thanksGiven: 2 }) }));
    const text = look({ ...nobody, periods: given });
    expect(text).toContain('2 thank-yous given');
    expect(text).not.toContain('This week');
  });

  test('what several periods say is said once: on the first day all of it is of this week', () => {
    const first = standing({ points: 10, peopleHelped: 1, activeDays: 1, thanksReceived: 1 });
    const day = own.periods.map(({ kind }) => ({ kind, standing: first, place: { rank: 1 } }));
    const lines = (periods: typeof day) => look({ ...own, periods }).match(/^.*(?:This|All time).*$/gm);
    expect(lines(day)).toEqual(['**All time** · 10 points · place 1 · all of it this week']);
    const nothing = { standing: standing({}), place: undefined };
    const lately = [...day.slice(0, 2).map(({ kind }) => ({ kind, ...nothing })), ...day.slice(2)];
    expect(look({ ...own, periods: lately })).toMatch(
      /\*\*This month\*\* · nothing yet\n\*\*All time\*\* · 10 points · place 1 · all of it this quarter\n-# 1 person helped · 1 active day\n-# 1 thank-you\n/,
    );
    expect(look({ ...own, periods: lately })).not.toContain('This week');
    const shared = readable(sharedProfileView(reading, { ...own, periods: day }, DEFAULT_TIERS).components);
    expect(shared).toContain('**All time** · 10 points · place 1 · all of it this month');
  });

  test('off the boards is said to oneself alone', () => {
    const off = { takenBack: 0, uncounted: 0, reviews: [], tierNews: undefined, isOffBoards: true };
    expect(look({ ...own, own: off })).toContain('not shown on the boards');
    expect(readable(sharedProfileView(reading, own, DEFAULT_TIERS).components)).not.toContain('boards');
  });

  test('nothing private is in what others see', () => {
    const others = [
      look({ ...own, own: undefined }),
      readable(sharedProfileView(reading, own, DEFAULT_TIERS).components),
    ];
    for (const text of others) {
      expect(text).not.toContain('Patient with beginners');
      expect(text).not.toMatch(/Taken back|Not counted|Share/);
    }
  });

  test('the news of one’s tier, in words', () => {
    const said = { moderatorId: MONA, reason: 'See *you*' };
    const news = [
      { kind: 'waiting', tier: 'expert', ...said },
      { kind: 'waiting', tier: null, ...said },
      { kind: 'takenOff', from: 'guide', at: AT, ...said },
      { kind: 'ended', tier: 'guide', at: AT, why: 'left' },
      { kind: 'ended', tier: 'guide', at: AT, why: 'roleTaken' },
      { kind: 'ended', tier: 'guide', at: AT, why: 'roleDeleted' },
    ] as const;
    const lines = news.map((tierNews) => {
      const mine = { takenBack: 0, uncounted: 0, reviews: [], isOffBoards: false, tierNews };
      return look({ ...own, tier: undefined, own: mine }).split('\n')[2];
    });
    expect(lines).toMatchInlineSnapshot(`
      [
        "-# **Expert** is decided and waits for Discord. <@100000000000000003>: “See \\*you\\*”",
        "-# The role is about to be taken off you. <@100000000000000003>: “See \\*you\\*”",
        "-# **Guide** was taken off you <t:1795435200:R>. <@100000000000000003>: “See \\*you\\*”",
        "-# **Guide** ended <t:1795435200:R>, when you left the server.",
        "-# **Guide** ended <t:1795435200:R>, when its role was taken off you.",
        "-# **Guide** ended <t:1795435200:R>, when its role was deleted.",
      ]
    `);
  });

  test('the fullest page stays within what Discord takes', () => {
    const full = row({
      reason: '*'.repeat(200),
      points: 1000,
      weight: 50,
      channelId: '9'.repeat(20),
      messageId: '9'.repeat(20),
      giverId: '9'.repeat(20),
    });
    const pages: Profile[] = [
      { ...own, open: { tab: 'received', rows: Array(6).fill(full), page: 1, pages: 2, goesOn: false } },
      { ...own, open: { tab: 'overview', latest: Array(3).fill(full) } },
    ];
    for (const page of pages) expect(look(page).length).toBeLessThan(4000);
  });
});
