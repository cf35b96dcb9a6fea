// Changing the settings on real SQLite: saved at once, noted in the audit, others' changes kept, standings in step.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '../../src/core/context.ts';
import { differences } from '../../src/core/recount.ts';
import { DEFAULT_SETTINGS } from '../../src/core/settings.ts';
import { standingOf } from '../../src/core/standings.ts';
import {
  acknowledgeBy,
  announceIn,
  type Change,
  chooseChannels,
  chooseNumbers,
  chooseReactions,
  chooseTierRole,
  listenWhere,
  liveIn,
  renameTier,
} from '../../src/features/setup/changes.rules.ts';
import { changeSettings } from '../../src/features/setup/service.ts';
import { type TestContext, testContext } from '../support/context.ts';
import { deedsIn } from '../support/deeds.ts';
import { credit } from '../support/recognitions.ts';

const GUILD = '1';
const ADA = { guildId: GUILD, memberId: '10' };
const EVE = { guildId: GUILD, memberId: '11' };
const nameOf = ({ key, name }: { key: string; name?: string | undefined }) => name ?? key;

const deeds = async ({ ctx }: TestContext) =>
  (await deedsIn(ctx, GUILD))
    .reverse()
    .map(({ actorId, action, details, at }) => ({ actorId, action, at, ...JSON.parse(details ?? '{}') }));

describe('a change', () => {
  test('is there for the next reader, and after a restart', async () => {
    const world = testContext();
    await changeSettings(world.ctx, ADA, liveIn('Asia/Tokyo'));
    expect((await world.ctx.settings.of(GUILD)).timeZone).toBe('Asia/Tokyo');
    const again = testContext({ path: world.path });
    expect((await again.ctx.settings.of(GUILD)).timeZone).toBe('Asia/Tokyo');
  });

  test('is noted: who, which field, from what, to what, and when', async () => {
    const world = testContext();
    await changeSettings(world.ctx, ADA, chooseNumbers('points', { thanks: 12, upvote: 3 }));
    world.clock.advance(1000);
    await changeSettings(world.ctx, EVE, announceIn('77'));
    const at = world.clock.now();
    expect(await deeds(world)).toEqual([
      { actorId: '10', action: 'setup.changed', at: at - 1000, field: 'points.thanks', from: 10, to: 12 },
      { actorId: '11', action: 'setup.changed', at, field: 'announcementChannelId', from: null, to: '77' },
    ]);
  });

  test('to what it is already is none: nothing is written, nothing noted', async () => {
    const world = testContext();
    expect(await changeSettings(world.ctx, ADA, acknowledgeBy('reaction'))).toMatchObject({ fields: [] });
    expect(await deeds(world)).toEqual([]);
  });

  test('that is refused leaves everything as it was', async () => {
    const world = testContext();
    expect(await changeSettings(world.ctx, ADA, chooseReactions({ upvote: ['🙏'] }))).toEqual({
      refused: 'emojiTwice',
      values: undefined,
    });
    expect(await world.ctx.settings.of(GUILD)).toEqual(DEFAULT_SETTINGS);
    expect(await deeds(world)).toEqual([]);
  });

  test('that makes no settings at all fails, and leaves everything as it was', async () => {
    const world = testContext();
    await expect(changeSettings(world.ctx, ADA, chooseNumbers('points', { thanks: -1 }))).rejects.toThrow();
    expect(await world.ctx.settings.of(GUILD)).toEqual(DEFAULT_SETTINGS);
    expect(await deeds(world)).toEqual([]);
  });

  test('of one server leaves the others alone', async () => {
    const { ctx } = testContext();
    await changeSettings(ctx, ADA, acknowledgeBy('none'));
    expect(await ctx.settings.of('2')).toEqual(DEFAULT_SETTINGS);
  });
});

describe('two administrators at the same instant', () => {
  test('change different fields: both stay', async () => {
    const { ctx } = testContext();
    await Promise.all([
      changeSettings(ctx, ADA, chooseNumbers('points', { thanks: 12 })),
      changeSettings(ctx, EVE, chooseNumbers('points', { upvote: 4 })),
      changeSettings(ctx, ADA, renameTier('guide', 'Star', nameOf)),
      changeSettings(ctx, EVE, chooseTierRole('guide', '50', nameOf)),
      changeSettings(ctx, ADA, listenWhere('only')),
      changeSettings(ctx, EVE, chooseChannels('only', ['5'])),
    ]);
    const { points, tiers, channels } = await ctx.settings.of(GUILD);
    expect(points).toEqual({ ...DEFAULT_SETTINGS.points, thanks: 12, upvote: 4 });
    expect(tiers.find(({ key }) => key === 'guide')).toMatchObject({ name: 'Star', roleId: '50' });
    expect(channels).toEqual({ mode: 'only', only: ['5'], except: [] });
  });

  test('give one role to two tiers: the second is refused', async () => {
    const { ctx } = testContext();
    const [first, second] = await Promise.all([
      changeSettings(ctx, ADA, chooseTierRole('helper', '50', nameOf)),
      changeSettings(ctx, EVE, chooseTierRole('guide', '50', nameOf)),
    ]);
    expect(isRefusal(first)).toBe(false);
    expect(second).toMatchObject({ refused: 'roleOfOtherTier' });
  });

  test('whoever reads while it is being saved, the next reader sees it', async () => {
    for (let offset = 0; offset < 40; offset++) {
      const { ctx } = testContext();
      const saving = changeSettings(ctx, ADA, acknowledgeBy('none'));
      for (let i = 0; i < offset; i++) await undefined;
      await Promise.all([ctx.settings.of(GUILD), saving]);
      expect((await ctx.settings.of(GUILD)).sign, `read ${offset} turns after the change began`).toBe('none');
    }
  });
});

describe('another time zone', () => {
  test('counts days, weeks and months anew, in the same step', async () => {
    const world = testContext();
    const { ctx } = world;
    // Half an hour before the new year in UTC: in Tokyo it has long begun.
    await credit(ctx, { from: '20', to: '30', occurredAt: Date.UTC(2025, 11, 31, 23, 30) });
    await credit(ctx, { from: '20', to: '30', occurredAt: Date.UTC(2026, 0, 1, 0, 30) });
    const points = async (period: string) =>
      (await ctx.db.read((db) => standingOf(db, GUILD, period, '30'))).points;
    expect([await points('2025'), await points('2026')]).toEqual([10, 10]);
    await changeSettings(ctx, ADA, liveIn('Asia/Tokyo'));
    expect([await points('2025'), await points('2026'), await points('all')]).toEqual([0, 20, 20]);
    expect(await ctx.db.read((db) => differences(db, GUILD, 'Asia/Tokyo'))).toEqual([]);
  });

  test('what is recorded right after it counts in the new one', async () => {
    const { ctx } = testContext();
    await Promise.all([
      changeSettings(ctx, ADA, liveIn('Asia/Tokyo')),
      credit(ctx, { from: '20', to: '30', occurredAt: Date.UTC(2025, 11, 31, 23, 30) }),
    ]);
    expect(await ctx.db.read((db) => differences(db, GUILD, 'Asia/Tokyo'))).toEqual([]);
  });
});

test('whatever is changed, the audit tells how the settings came to be what they are', async () => {
  const id = fc.constantFrom('50', '51', '52');
  const tier = fc.constantFrom('helper', 'guide', 'expert', 'nobody');
  const change: fc.Arbitrary<Change> = fc.oneof(
    fc.constantFrom('reaction', 'reply', 'none').map((sign) => acknowledgeBy(sign)),
    fc.constantFrom('UTC', 'Asia/Tokyo', 'America/New_York').map(liveIn),
    fc.option(id, { nil: undefined }).map(announceIn),
    fc
      .tuple(fc.constantFrom('only', 'everywhere'), fc.uniqueArray(id))
      .map(([mode, ids]) => chooseChannels(mode, ids)),
    fc.integer({ min: 0, max: 20 }).map((thanks) => chooseNumbers('points', { thanks })),
    fc.tuple(tier, fc.option(id, { nil: undefined })).map(([key, role]) => chooseTierRole(key, role, nameOf)),
    fc.tuple(tier, fc.constantFrom('Star', 'Sun', '')).map(([key, name]) => renameTier(key, name, nameOf)),
    fc.uniqueArray(fc.constantFrom('🙏', '⭐', '❤️')).map((thanks) => chooseReactions({ thanks })),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 12 }), async (all) => {
      const world = testContext();
      await Promise.all(all.map((one) => changeSettings(world.ctx, ADA, one)));
      const told = new Map<string, unknown>();
      for (const { field, from, to } of await deeds(world)) {
        expect(from, field).toEqual(told.has(field) ? told.get(field) : fieldOf(DEFAULT_SETTINGS, field));
        told.set(field, to);
      }
      const now = await world.ctx.settings.of(GUILD);
      for (const [field, to] of told) expect(to, field).toEqual(fieldOf(now, field));
    }),
    { numRuns: 40 },
  );
});

/** The value of `points.thanks` or `tiers.helper.roleId`; null where there is none. */
function fieldOf(settings: typeof DEFAULT_SETTINGS, field: string): unknown {
  const { tiers, ...others } = settings;
  let value: unknown = { ...others, tiers: Object.fromEntries(tiers.map((tier) => [tier.key, tier])) };
  for (const name of field.split('.')) value = value instanceof Object ? Reflect.get(value, name) : undefined;
  return value ?? null;
}
