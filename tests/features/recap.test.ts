// The monthly recap: when it is due, whom it names, and that each month is told once, whatever happens.
import { describe, expect, test } from 'vitest';
import { effects } from '../../src/core/schema.ts';
import type { Settings } from '../../src/core/settings.ts';
import { badgesHeld } from '../../src/core/standing-tables.ts';
import { Texts } from '../../src/core/texts.ts';
import { BADGES, findBadge } from '../../src/features/badges/catalogue.rules.ts';
import { chooseBoard, choosePseudonym } from '../../src/features/privacy/service.ts';
import { inFairOrder, monthToTell } from '../../src/features/recap/rules.ts';
import { tellRecaps } from '../../src/features/recap/service.ts';
import { type Recap, recapView } from '../../src/features/recap/view.ts';
import { type TestContext, testContext } from '../support/context.ts';
import { expectGolden, readable } from '../support/golden.ts';
import { idOf } from '../support/ids.ts';
import { credit } from '../support/recognitions.ts';

const GUILD = '1';
const DAY = 86_400_000;
const wish = { on: true, hour: 9, since: 0 };
const told = (now: string, changes = {}, zone = 'UTC') =>
  monthToTell({ ...wish, ...changes }, Date.parse(now), zone)?.key;

describe('when', () => {
  test.each([
    ['before the hour', '2026-03-01T08:59:00Z', {}, 'UTC', undefined],
    ['at the hour', '2026-03-01T09:00:00Z', {}, 'UTC', '2026-02'],
    ['days later, for a bot that was away', '2026-03-10T03:00:00Z', {}, 'UTC', '2026-02'],
    ['weeks later', '2026-03-15T09:00:00Z', {}, 'UTC', undefined],
    ['turned off', '2026-03-01T09:00:00Z', { on: false }, 'UTC', undefined],
    [
      'turned on after the hour',
      '2026-03-01T12:00:00Z',
      { since: Date.parse('2026-03-01T10:00:00Z') },
      'UTC',
      undefined,
    ],
    [
      'turned on before the hour',
      '2026-03-01T12:00:00Z',
      { since: Date.parse('2026-03-01T08:00:00Z') },
      'UTC',
      '2026-02',
    ],
    ['where the month begins earlier', '2026-02-28T15:00:00Z', { hour: 0 }, 'Asia/Tokyo', '2026-02'],
    ['where it begins later', '2026-03-01T15:00:00Z', {}, 'America/New_York', '2026-02'],
    ['not yet there', '2026-03-01T13:59:00Z', {}, 'America/New_York', undefined],
    ['on the day that summer time ends', '2026-11-01T14:00:00Z', {}, 'America/New_York', '2026-10'],
    ['a new year', '2027-01-01T09:00:00Z', {}, 'UTC', '2026-12'],
  ])('%s', (_what, now, changes, zone, expected) => expect(told(now, changes, zone)).toBe(expected));
});

describe('in which order', () => {
  const helpers = Array.from({ length: 20 }, (_, i) => ({
    memberId: idOf(`m${i}`),
    peopleHelped: i < 3 ? 9 - i : 2,
  }));
  test('those who helped most first, equals at random, the same each time, another month another order', () => {
    const once = inFairOrder(helpers, '2026-02');
    expect(once.slice(0, 3).map(({ memberId }) => memberId)).toEqual([idOf('m0'), idOf('m1'), idOf('m2')]);
    expect(inFairOrder(helpers.toReversed(), '2026-02')).toEqual(once);
    expect(inFairOrder(helpers, '2026-03')).not.toEqual(once);
    expect(once.slice(3)).not.toEqual(helpers.slice(3));
  });
});

/** Begins on the 2nd of March 2026; the recap of March is due on the 1st of April at nine. */
async function world(recap: Partial<Settings['recap']> = {}): Promise<TestContext> {
  const made = testContext();
  const { ctx, clock } = made;
  await ctx.db.write((tx) =>
    ctx.settings.change(tx, GUILD, clock.now(), (settings) => ({
      ...settings,
      announcementChannelId: '77',
      recap: { ...settings.recap, on: true, ...recap },
    })),
  );
  return made;
}

const posts = ({ ctx }: TestContext) =>
  ctx.db.read(
    async (db) =>
      db
        .select()
        .from(effects)
        .all()
        .map(
          ({ payload }) =>
            JSON.parse(payload) as { channelId: string; view: { components: object[]; pings: string[] } },
        ), // as the recap wrote it
  );

describe('told', () => {
  test('once, however often and late it is asked; those off the board are not named, pseudonyms are not mentioned', async () => {
    const made = await world();
    const { ctx, clock } = made;
    const at = clock.now();
    await credit(ctx, { from: idOf('a'), to: idOf('old'), occurredAt: at - 30 * DAY });
    for (const to of [idOf('old'), idOf('new'), idOf('shy'), idOf('off')])
      await credit(ctx, { from: idOf('a'), to, occurredAt: at });
    await credit(ctx, { from: idOf('b'), to: idOf('old'), occurredAt: at });
    await chooseBoard(ctx, GUILD, idOf('off'), false);
    await choosePseudonym(ctx, {
      guildId: GUILD,
      memberId: idOf('shy'),
      typed: 'Blue Heron',
      memberNames: [],
    });
    await tellRecaps(ctx);
    expect(await posts(made)).toEqual([]);
    clock.advance(32 * DAY);
    await Promise.all([tellRecaps(ctx), tellRecaps(ctx)]);
    await tellRecaps(ctx);
    const sent = await posts(made);
    expect(sent).toHaveLength(1);
    const text = readable(sent[0]?.view.components);
    expect(sent[0]).toMatchObject({ channelId: '77', view: { pings: [] } });
    expect(text).toContain('March 2026');
    expect(text).toMatch(new RegExp(`3 people helped somebody:\\*\\* <@${idOf('old')}>, `));
    expect(text).toMatch(
      new RegExp(
        `For the first time:\\*\\* (<@${idOf('new')}> and \\*Blue Heron\\*|\\*Blue Heron\\* and <@${idOf('new')}>)`,
      ),
    );
    expect(text).not.toMatch(new RegExp(`<@${idOf('off')}>|<@${idOf('shy')}>`));
    clock.advance(DAY);
    await tellRecaps(ctx);
    expect(await posts(made)).toHaveLength(1);
  });

  test('pings those it names where the server chose so, never one with a pseudonym', async () => {
    const made = await world({ pings: true });
    const { ctx, clock } = made;
    for (const to of [idOf('x'), idOf('shy')]) await credit(ctx, { from: idOf('a'), to });
    await choosePseudonym(ctx, {
      guildId: GUILD,
      memberId: idOf('shy'),
      typed: 'Blue Heron',
      memberNames: [],
    });
    clock.advance(32 * DAY);
    await tellRecaps(ctx);
    expect((await posts(made))[0]?.view.pings).toEqual([idOf('x')]);
  });

  test('nothing where nothing happened, and nothing later for that month', async () => {
    const made = await world();
    made.clock.advance(32 * DAY);
    await tellRecaps(made.ctx);
    await credit(made.ctx, { from: idOf('a'), to: idOf('b'), occurredAt: made.clock.now() - 10 * DAY });
    await tellRecaps(made.ctx);
    expect(await posts(made)).toEqual([]);
  });
});

const known = (id: string) => {
  const badge = findBadge(id);
  if (!badge) throw new Error(`There is no badge ${id}`);
  return badge;
};
const ours = {
  id: 1,
  guildId: GUILD,
  name: '',
  emoji: '📝',
  description: null,
  grantRoleIds: [],
  byAmbassadors: false,
};
const march = monthToTell(wish, Date.UTC(2026, 3, 1, 9), 'UTC');
const MARCH: Recap = {
  month: march ?? { kind: 'month', key: '', start: 0, end: 0 },
  helpers: 12,
  named: ['1', '2', '3'],
  newcomers: 1,
  greeted: ['3'],
  badges: [
    { badge: 'firstFix', times: 3, of: known('firstFix') },
    { badge: 'custom:1', times: 1, custom: { ...ours, name: 'Docs *hero*' } },
    { badge: 'inAFlash', times: 2, of: known('inAFlash') },
    { badge: 'legend', times: 1, of: known('legend') },
  ],
  solved: 31,
  pseudonyms: new Map([['2', 'Blue Heron']]),
};

describe('the new badges', () => {
  test('of members who are on the boards and hold them still, by name; of many the first few', async () => {
    const made = await world();
    const { ctx, clock } = made;
    const at = clock.now();
    const hold = (memberId: string, badge: string, over = {}) =>
      ctx.db.write(async (tx) =>
        tx
          .insert(badgesHeld)
          .values({ guildId: GUILD, memberId, badge, awardedAt: at, ...over })
          .run(),
      );
    await credit(ctx, { from: idOf('a'), to: idOf('b'), occurredAt: at });
    for (const memberId of [idOf('b'), idOf('c'), idOf('off')]) await hold(memberId, 'firstThanks');
    await hold(idOf('b'), 'masterFixer');
    await hold(idOf('c'), 'legend', { revokedAt: at });
    await hold(idOf('c'), 'heart', { awardedAt: at - 40 * DAY });
    await hold(idOf('c'), 'inAFlash');
    await chooseBoard(ctx, GUILD, idOf('off'), false);
    clock.advance(32 * DAY);
    await tellRecaps(ctx);
    const text = readable((await posts(made))[0]?.view.components);
    expect(text).toMatch(/\*\*4 badges were earned:\*\* ⚙️ [^,]+, 🌿 [^,]+ \(2 times\), and 1 more\./);
  });

  test('stay one line, however many there are', () => {
    const recap = { ...MARCH, badges: BADGES.map((of) => ({ badge: of.id, times: 1000, of })) };
    const text = readable(
      recapView(new Texts().for('en'), recap, { timeZone: 'UTC', pings: false }).components,
    );
    const [line = ''] = text.split('\n').filter((one) => one.includes('were earned'));
    expect(line.length).toBeLessThan(400);
    expect(line).toContain('🏆');
  });
});

test('looks like this', () =>
  expectGolden(recapView(new Texts().for('en'), MARCH, { timeZone: 'UTC', pings: true }), 'recap'));
