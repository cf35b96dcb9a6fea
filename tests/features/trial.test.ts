// Trying rules and applying them on real SQLite: what is shown is what comes, and totals equal a recount all the while.
import { existsSync, rmSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findById } from '../../src/core/ledger-rows.ts';
import { personKeyPath } from '../../src/core/person-key.ts';
import { differences, rebuild } from '../../src/core/recount.ts';
import { recognitions } from '../../src/core/schema.ts';
import { standingOf } from '../../src/core/standings.ts';
import { revalue } from '../../src/features/recognition/service.ts';
import type { Draft } from '../../src/features/trial/draft.rules.ts';
import { EMPTY_DRAFT } from '../../src/features/trial/draft.rules.ts';
import { preview } from '../../src/features/trial/preview.ts';
import {
  applyDraft,
  changeDraft,
  finishAll,
  finishApplying,
  forgetDraft,
  readDraft,
  tryDraft,
} from '../../src/features/trial/service.ts';
import { beginApplying } from '../../src/features/trial/store.ts';
import { readRules, tryRules, WrongRules } from '../../src/ops/rules-try.ts';
import { deedsIn } from '../support/deeds.ts';
import { idOf } from '../support/ids.ts';
import { credit, takeOut } from '../support/recognitions.ts';
import { asks, DAY, type OpenRising, openRising } from '../support/rising.ts';
import { GUILD } from '../support/toy-server.ts';

const ADA = { guildId: GUILD, memberId: idOf('ada') };
const LADDER = { helper: asks({ points: 20 }), guide: asks({ points: 60 }) };
const draftOf = (over: Partial<Draft>): Draft => ({ ...EMPTY_DRAFT, ...over });

const set = ({ ctx }: OpenRising, over: Partial<Draft>) => changeDraft(ctx, ADA, () => draftOf(over));
const points = ({ ctx }: OpenRising, memberId: string) =>
  ctx.db.read(async (db) => (await standingOf(db, GUILD, 'all', memberId)).points);
const untrue = ({ ctx }: OpenRising) => ctx.db.read((db) => differences(db, GUILD, 'UTC'));

/** Bob is thanked twice now and once 100 days ago, Alice twice. */
async function someThanks() {
  const open = await openRising(LADDER);
  await open.thanked(idOf('bob'));
  open.clock.advance(100 * DAY);
  await open.thanked(idOf('bob'), 2);
  await open.thanked(idOf('alice'), 2);
  expect(await points(open, idOf('bob'))).toBe(30);
  expect([await open.tierOf(idOf('bob')), await open.tierOf(idOf('alice'))]).toEqual(['helper', 'helper']);
  return open;
}

describe('trying', () => {
  test('shows who would rise or fall and by how much, and writes nothing', async () => {
    const open = await someThanks();
    await set(open, { points: { thanks: 30 } });
    const shown = await tryDraft(open.ctx, GUILD, draftOf({ points: { thanks: 30 } }));
    expect(shown).toMatchObject({
      // The oldest thank-you is older than 90 days, so it stays at 10.
      rises: [
        { memberId: idOf('alice'), from: 'helper', to: 'guide', points: 40 },
        { memberId: idOf('bob'), from: 'helper', to: 'guide', points: 40 },
      ],
      falls: [],
      recognitions: 4,
    });
    expect(await points(open, idOf('bob'))).toBe(30);
    expect((await open.ctx.settings.of(GUILD)).points.thanks).toBe(10);

    const less = await tryDraft(open.ctx, GUILD, draftOf({ points: { thanks: 1 } }));
    expect(less).toMatchObject({
      rises: [],
      falls: [
        { memberId: idOf('alice'), from: 'helper', to: null, points: -18, below: [{ has: 2, asks: 20 }] },
        { memberId: idOf('bob'), from: 'helper', to: null, points: -18, below: [{ has: 12, asks: 20 }] },
      ],
    });
  });

  test('requirements alone move people and no points', async () => {
    const open = await someThanks();
    const shown = await tryDraft(open.ctx, GUILD, draftOf({ requirements: { guide: { points: 25 } } }));
    expect(shown).toMatchObject({
      rises: [{ memberId: idOf('bob'), from: 'helper', to: 'guide', points: 0 }],
      falls: [],
      points: [],
      recognitions: 0,
    });
  });

  test('names nobody who is left out, neither as moving nor for points, and what comes is what was shown', async () => {
    const open = await someThanks();
    const { ctx } = open;
    const choose = (wish: 'leftOut' | undefined) =>
      ctx.db.write((tx) => ctx.people.choose(tx, GUILD, idOf('bob'), wish, ctx.clock.now()));
    const shownFor = async (over: Partial<Draft>) => {
      const order = { guildId: GUILD, draft: draftOf(over), now: ctx.clock.now() };
      const { rises, falls, points, recognitions } = await ctx.db.snapshot((db) =>
        preview(db, order, ctx.people),
      );
      const who = (all: readonly { memberId: string }[]) => all.map(({ memberId }) => memberId);
      return { rises: who(rises), falls: who(falls), points: who(points), recognitions };
    };
    const alone = [idOf('alice')];
    await choose('leftOut');
    // The rows of whoever is left out follow as well, so they are counted.
    expect(await shownFor({ points: { thanks: 30 } })).toEqual({
      rises: alone,
      falls: [],
      points: alone,
      recognitions: 4,
    });
    expect(await shownFor({ points: { thanks: 1 } })).toMatchObject({ falls: alone, points: alone });
    expect(await tryDraft(ctx, GUILD, draftOf({ points: { thanks: 1 } }))).toMatchObject({
      falls: [{ memberId: idOf('alice') }],
      points: [{ memberId: idOf('alice') }],
    });
    expect(await shownFor({ requirements: { guide: { points: 20 } } })).toMatchObject({ rises: alone });
    expect(await shownFor({ requirements: { helper: { points: 50 } } })).toMatchObject({ falls: alone });

    await set(open, { points: { thanks: 30 } });
    await applyDraft(ctx, ADA, { toPast: true });
    expect(await finishApplying(ctx, GUILD)).toBe(4);
    await ctx.outbox.whenIdle();
    expect([await open.tierOf(idOf('bob')), await open.tierOf(idOf('alice'))]).toEqual(['helper', 'guide']);
    expect(await points(open, idOf('bob'))).toBe(70);
    expect(await untrue(open)).toEqual([]);

    await choose(undefined);
    expect(await shownFor({ points: { thanks: 1 } })).toMatchObject({
      points: [idOf('alice'), idOf('bob')],
    });
  });

  test('is refused without the key by which people are recognised, and makes no other', async () => {
    const open = await someThanks();
    const { ctx } = open;
    await ctx.db.write((tx) => ctx.people.choose(tx, GUILD, idOf('bob'), 'leftOut', ctx.clock.now()));
    const key = personKeyPath(open.path);
    rmSync(key);
    await expect(tryDraft(ctx, GUILD, draftOf({ points: { thanks: 30 } }))).rejects.toThrow(
      `${key}, which is missing`,
    );
    expect(existsSync(key)).toBe(false);
  });

  test('a server with nothing has nothing to show', async () => {
    const open = await openRising(LADDER);
    expect(await tryDraft(open.ctx, GUILD, draftOf({ points: { thanks: 1 } }))).toEqual({
      rises: [],
      falls: [],
      points: [],
      recognitions: 0,
    });
  });

  test('a draft that contradicts itself is refused and not kept', async () => {
    const open = await openRising(LADDER);
    expect(await set(open, { requirements: { helper: { activeDays: 91 } } })).toMatchObject({
      refused: 'tierContradicts',
    });
    expect(await readDraft(open.ctx, GUILD)).toBeUndefined();
  });
});

describe('applying', () => {
  test('from now on changes what comes', async () => {
    const open = await someThanks();
    await set(open, { points: { thanks: 30 } });
    await applyDraft(open.ctx, ADA, { toPast: false });
    expect(await points(open, idOf('bob'))).toBe(30);
    expect((await open.ctx.settings.of(GUILD)).points.thanks).toBe(30);
    expect(await readDraft(open.ctx, GUILD)).toBeUndefined();
    const deeds = await deedsIn(open.ctx, GUILD);
    expect(deeds.find(({ action }) => action === 'trial.applied')).toMatchObject({ actorId: idOf('ada') });
  });

  test('to the last 90 days brings about what was shown', async () => {
    const open = await someThanks();
    await set(open, { points: { thanks: 30 } });
    await applyDraft(open.ctx, ADA, { toPast: true });
    expect(await finishApplying(open.ctx, GUILD)).toBe(4);
    await open.ctx.outbox.whenIdle();
    expect([await points(open, idOf('bob')), await points(open, idOf('alice'))]).toEqual([70, 60]);
    expect([await open.tierOf(idOf('bob')), await open.tierOf(idOf('alice'))]).toEqual(['guide', 'guide']);
    expect(await untrue(open)).toEqual([]);
    expect(await readDraft(open.ctx, GUILD)).toBeUndefined();
  });

  test('refuses an empty draft, a second press, and a change meanwhile', async () => {
    const open = await someThanks();
    const { ctx } = open;
    expect(await applyDraft(ctx, ADA, { toPast: true })).toMatchObject({ refused: 'rulesUnchanged' });
    await set(open, { points: { thanks: 10 } });
    expect(await applyDraft(ctx, ADA, { toPast: true })).toMatchObject({ refused: 'rulesUnchanged' });
    await set(open, { points: { thanks: 30 } });
    await ctx.db.write((tx) => beginApplying(tx, GUILD, idOf('ada'), ctx.clock.now()));
    expect(await applyDraft(ctx, ADA, { toPast: true })).toMatchObject({ refused: 'rulesBeingApplied' });
    expect(await set(open, { points: { thanks: 31 } })).toMatchObject({ refused: 'rulesBeingApplied' });
    expect(await forgetDraft(ctx, GUILD)).toMatchObject({ refused: 'rulesBeingApplied' });
  });

  test('goes on where a stop of the process interrupted it, even before the settings were changed', async () => {
    const open = await someThanks();
    const { ctx } = open;
    await set(open, { points: { thanks: 30 } });
    await ctx.db.write((tx) => beginApplying(tx, GUILD, idOf('ada'), ctx.clock.now()));
    await finishAll(ctx);
    expect((await ctx.settings.of(GUILD)).points.thanks).toBe(30);
    expect(await points(open, idOf('bob'))).toBe(70);
    expect(await finishApplying(ctx, GUILD)).toBe(0);
  });

  test('what is given or taken back meanwhile is as it should be', async () => {
    const open = await openRising(LADDER);
    const { ctx } = open;
    const rows = await open.thanked(idOf('bob'), 250);
    await set(open, { points: { thanks: 4 } });
    await applyDraft(ctx, ADA, { toPast: true });
    const first = rows[0];
    if (!first) throw new Error('Bob was thanked.');
    const [changed] = await Promise.all([
      finishApplying(ctx, GUILD),
      takeOut(ctx, first, 'deleted'),
      credit(ctx, { guildId: GUILD, from: idOf('late'), to: idOf('bob'), points: 4 }),
    ]);
    expect(changed).toBeGreaterThanOrEqual(249);
    expect(await points(open, idOf('bob'))).toBe(250 * 4);
    expect(await untrue(open)).toEqual([]);
  });
});

test('another worth for any rows, in any order: totals equal a recount, and whoever follows is told the sum', async () => {
  const people = fc.constantFrom(idOf('a'), idOf('b'), idOf('c'));
  const row = fc.record({
    from: people,
    to: people,
    kind: fc.constantFrom('thanks' as const, 'upvote' as const, 'solution' as const),
    help: fc.nat(4),
    points: fc.nat(30),
    revoked: fc.boolean(),
  });
  const worth = fc.record({ which: fc.nat(20), weight: fc.constantFrom(0, 50, 100), points: fc.nat(30) });
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { maxLength: 20 }),
      fc.array(worth, { maxLength: 20 }),
      async (rows, worths) => {
        const { ctx } = await openRising({});
        const counted = new Map<number, number>();
        ctx.followers.add(async (_tx, shift) => {
          counted.set(shift.row.id, (counted.get(shift.row.id) ?? 0) + shift.counts);
        });
        const made: number[] = [];
        for (const { from, to, help, revoked, ...fact } of rows) {
          if (from === to) continue;
          const one = await credit(ctx, { guildId: GUILD, from, to, helpKey: `question:${help}`, ...fact });
          made.push(one.id);
          if (revoked) await takeOut(ctx, one, 'deleted');
        }
        for (const { which, ...next } of worths) {
          const id = made[which];
          if (id === undefined) continue;
          await ctx.db.write(async (tx) => {
            const now = await findById(tx, id);
            if (now && now.revokedAt === null) await revalue(ctx, tx, now, next);
          });
        }
        expect(await ctx.db.read((db) => differences(db, GUILD, 'UTC'))).toEqual([]);
        for (const sum of counted.values()) expect([0, 1]).toContain(sum);
        await ctx.outbox.stop();
        await ctx.db.close();
      },
    ),
    { numRuns: 40 },
  );
}, 120_000);

describe('on the command line', () => {
  test('prints what would change, and changes nothing', async () => {
    const open = await someThanks();
    const now = open.clock.now();
    const lines = await tryRules(
      open.ctx.db,
      { guildId: GUILD, people: open.ctx.people, now },
      readRules({ points: { thanks: 30 } }),
    );
    expect(lines).toEqual([
      'Recognitions of the last 90 days worth something else: 4',
      'Would rise at once: 2',
      `  ${idOf('alice')}  Helper → Guide  +40 points`,
      `  ${idOf('bob')}  Helper → Guide  +40 points`,
      'Would be warned, and fall 14 days later unless that changes: 0',
      'Points would change: 2',
      `  ${idOf('alice')}  +40`,
      `  ${idOf('bob')}  +40`,
    ]);
    expect(await points(open, idOf('bob'))).toBe(30);
  });

  test.each([
    ['a word for a number', '{"points":{"thanks":"five"}}'],
    ['a name that is none', '{"points":{"hugs":5}}'],
    ['a group that is none', '{"tiers":{}}'],
    ['less than nothing', '{"limits":{"pairMinutes":-1}}'],
  ])('says what is wrong with rules: %s', (_what, text) => {
    expect(() => readRules(JSON.parse(text))).toThrow(WrongRules);
  });

  test.each([
    ['a tier that is not on the ladder', '{"requirements":{"wizard":{"points":5}}}', /helper, guide/],
    ['more than fits', '{"points":{"thanks":5000}}', /points\.thanks/],
    ['a contradiction', '{"requirements":{"guide":{"activeDays":91}}}', /contradicts/],
  ])('says what is wrong with them here: %s', async (_what, text, message) => {
    const open = await openRising(LADDER);
    await expect(
      tryRules(open.ctx.db, { guildId: GUILD, people: open.ctx.people, now: 0 }, readRules(JSON.parse(text))),
    ).rejects.toThrow(message);
  });
});

test('ten thousand recognitions are replayed while the bot answers', async () => {
  const open = await openRising(LADDER);
  const { ctx, path } = open;
  await ctx.db.write(async (tx) => {
    for (let from = 0; from < 10_000; from += 1_000) {
      const rows = Array.from({ length: 1_000 }, (_, i) => ({
        guildId: GUILD,
        kind: 'thanks' as const,
        channelId: '5',
        weight: 100,
        points: 10,
        recordedAt: 0,
        counts: 1,
        firstOfKind: 1,
        writtenKey: `s${from + i}`,
        giverId: idOf(`g${(from + i) % 997}`),
        receiverId: idOf(`r${(from + i) % 1009}`),
        helpKey: `message:${from + i}`,
        occurredAt: ctx.clock.now() - ((from + i) % 80) * DAY,
      }));
      tx.insert(recognitions).values(rows).run();
    }
    await rebuild(tx, GUILD, 'UTC');
  });
  expect(path).toBe(ctx.config.databasePath);
  let isShown = false;
  const trial = tryDraft(
    ctx,
    GUILD,
    draftOf({ limits: { pairMinutes: 60 }, points: { thanks: 11 } }),
  ).finally(() => (isShown = true));
  // The thread that answers people goes on: whoever writes and reads meanwhile has their answer long before.
  for (let n = 0; n < 10; n += 1) {
    await open.thanked(idOf('bob'));
    expect(await points(open, idOf('bob'))).toBe(10 * (n + 1));
    expect(isShown).toBe(false);
  }
  expect((await trial).recognitions).toBeGreaterThan(9_000);
}, 120_000);
