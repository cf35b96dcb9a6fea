// Boards on real SQLite: order, ties, pages, one's own place, and people who leave and come back.
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../src/core/actions.ts';
import { boards } from '../../src/core/board-counts.ts';
import { differences } from '../../src/core/recount.ts';
import { facts, members, standings } from '../../src/core/schema.ts';
import { BEFORE_ALL } from '../../src/core/snowflakes.ts';
import { hasStanding, nextGuild, setListed } from '../../src/core/standings.ts';
import { catchUpEverywhere, catchUpOnShard } from '../../src/features/leaderboard/comparing.service.ts';
import { noteLeaving, noteReturn } from '../../src/features/leaderboard/service.ts';
import * as store from '../../src/features/leaderboard/store.ts';
import { type TestContext, testContext } from '../support/context.ts';
import { idOf, wordOf } from '../support/ids.ts';
import { fullScans, queryPlansOf } from '../support/query-plans.ts';
import { credit } from '../support/recognitions.ts';

const GUILD = '1';
const DAY = 86_400_000;

const page = ({ ctx }: TestContext, wanted = 1, board: (typeof boards)[number] = 'points', period = 'all') =>
  ctx.db.read((db) => store.readPage(db, GUILD, period, board, wanted));
const own = ({ ctx }: TestContext, memberId: string) =>
  ctx.db.read((db) => store.readOwn(db, GUILD, 'all', 'points', memberId));
const found = ({ ctx }: TestContext, memberId: string) =>
  ctx.db.read((db) => store.findOwn(db, GUILD, 'all', 'points', memberId));
const listed = async (world: TestContext) => (await page(world)).places.map(({ memberId }) => memberId);
const news = (memberId: string, joinedAt?: number) => ({ guildId: GUILD, memberId, joinedAt });

/** A Discord that says who is present, and counts how often it was asked. */
function townHall(present: readonly string[]) {
  const asked: (readonly string[])[] = [];
  const asking = new Set<string>();
  const hall = {
    present: new Set(present),
    asked,
    answers: true,
    /** What happens while it looks somebody up. */
    meanwhile: async () => {},
    actions: {
      guildsOfShard: (shard: number) => (shard === 0 ? [GUILD, idOf('empty')] : ['2']),
      rolesAmong: async (
        guildId: string,
        ids: readonly string[],
      ): Promise<Outcome<ReadonlyMap<string, readonly string[]>>> => {
        expect(asking, 'two comparisons at once').not.toContain(guildId);
        asking.add(guildId);
        asked.push(ids);
        const found = ids.filter((id) => hall.present.has(id));
        await hall.meanwhile();
        asking.delete(guildId);
        if (!hall.answers) return { done: false, final: false, reason: 'unreachable' };
        return { done: true, value: new Map(found.map((id) => [id, []])) };
      },
    },
  };
  return hall;
}

describe('a board', () => {
  test('highest first, ties share a place, the next value skips as many', async () => {
    const world = testContext();
    for (const [to, points] of [
      [idOf('b'), 10],
      [idOf('c'), 20],
      [idOf('d'), 20],
      [idOf('e'), 5],
    ] as const)
      await credit(world.ctx, { from: idOf('a'), to, points });
    expect((await page(world)).places).toEqual([
      { memberId: idOf('c'), value: 20, rank: 1 },
      { memberId: idOf('d'), value: 20, rank: 1 },
      { memberId: idOf('b'), value: 10, rank: 3 },
      { memberId: idOf('e'), value: 5, rank: 4 },
    ]);
  });

  test('ties keep their place across a page’s edge', async () => {
    const world = testContext();
    for (let i = 10; i < 22; i++) await credit(world.ctx, { from: idOf('a'), to: idOf(`m${i}`) });
    expect((await page(world, 2)).places).toEqual([
      { memberId: idOf('m20'), value: 10, rank: 1 },
      { memberId: idOf('m21'), value: 10, rank: 1 },
    ]);
  });

  test('each board counts its own: points, solutions, thanks received and given', async () => {
    const world = testContext();
    await credit(world.ctx, { from: idOf('a'), to: idOf('b') });
    await credit(world.ctx, { from: idOf('a'), to: idOf('c'), kind: 'solution', points: 25 });
    const tops = await Promise.all(boards.map(async (board) => (await page(world, 1, board)).places));
    expect(tops.map((places) => places.map(({ memberId, value }) => `${wordOf(memberId)} ${value}`))).toEqual(
      [['c 25', 'b 10'], ['c 1'], ['b 1'], ['a 1']],
    );
  });

  test('a page that became empty shows the last one', async () => {
    const world = testContext();
    for (let i = 10; i < 21; i++) await credit(world.ctx, { from: idOf('a'), to: idOf(`m${i}`) });
    expect((await page(world, 2)).places).toHaveLength(1);
    await noteLeaving(world.ctx, news(idOf('m20')));
    expect(await page(world, 2)).toMatchObject({ page: 1, people: 10 });
    expect(await page(world, 999_999)).toMatchObject({ page: 1, people: 10 });
  });

  test('nobody at all', async () => {
    const world = testContext();
    expect(await page(world, 3)).toMatchObject({ page: 1, people: 0, places: [] });
    expect(await world.ctx.db.read((db) => store.nothingEver(db, GUILD))).toBe(true);
    await credit(world.ctx, { from: idOf('a'), to: idOf('b') });
    expect(await world.ctx.db.read((db) => store.nothingEver(db, GUILD))).toBe(false);
  });

  test('other servers are not counted', async () => {
    const world = testContext();
    await credit(world.ctx, { from: idOf('a'), to: idOf('b'), guildId: '2' });
    expect((await page(world)).people).toBe(0);
  });

  test('every query goes by an index', async () => {
    const world = testContext();
    for (let i = 10; i < 40; i++) await credit(world.ctx, { from: idOf('a'), to: idOf(`m${i}`), points: i });
    const plans = await queryPlansOf(world.path, async (db) => {
      for (const board of boards) {
        await store.readPage(db, GUILD, 'all', board, 2);
        await store.readOwn(db, GUILD, 'all', board, idOf('m15'));
      }
      await store.nothingEver(db, GUILD);
      await store.leftAt(db, GUILD, idOf('m15'));
      await hasStanding(db, GUILD, idOf('m15'));
      await store.membersWithStanding(db, GUILD, idOf('m15'), 100);
      await nextGuild(db, BEFORE_ALL);
    });
    expect(plans.length).toBeGreaterThan(10);
    expect(fullScans(plans)).toEqual([]);
  });
});

describe('one’s own place', () => {
  test('says the page, the place and what the next one takes', async () => {
    const world = testContext();
    for (let i = 10; i < 25; i++)
      await credit(world.ctx, { from: idOf('a'), to: idOf(`m${i}`), points: 100 - i });
    expect(await own(world, idOf('m22'))).toEqual({
      kind: 'placed',
      pseudonym: undefined,
      place: { memberId: idOf('m22'), value: 78, rank: 13, toNext: 1 },
    });
    expect(await found(world, idOf('m22'))).toMatchObject({ kind: 'placed', page: 2 });
    expect(await own(world, idOf('m10'))).toMatchObject({ place: { rank: 1, toNext: undefined } });
    expect(await found(world, idOf('m10'))).toMatchObject({ kind: 'placed', page: 1 });
  });

  test('a tie is one place: the next is the next value, and the page is where the list has them', async () => {
    const world = testContext();
    await credit(world.ctx, { from: idOf('a'), to: idOf('first'), points: 30 });
    for (let i = 10; i < 25; i++) await credit(world.ctx, { from: idOf('a'), to: idOf(`m${i}`), points: 20 });
    for (const [memberId, page] of [
      [idOf('m10'), 1],
      [idOf('m18'), 1],
      [idOf('m19'), 2],
    ] as const) {
      expect(await own(world, memberId)).toMatchObject({ place: { rank: 2, toNext: 10 } });
      expect(await found(world, memberId)).toMatchObject({ kind: 'placed', page });
    }
  });

  test('nowhere for one who has nothing or was never seen', async () => {
    const world = testContext();
    await credit(world.ctx, { from: idOf('a'), to: idOf('b') });
    expect(await own(world, idOf('a'))).toEqual({ kind: 'nowhere' });
    expect(await own(world, idOf('stranger'))).toEqual({ kind: 'nowhere' });
  });

  test('hidden for one who opted out, with a standing or without', async () => {
    const world = testContext();
    await credit(world.ctx, { from: idOf('a'), to: idOf('b') });
    await world.ctx.db.write(async (tx) => {
      for (const memberId of [idOf('b'), idOf('quiet')]) {
        tx.insert(members).values({ guildId: GUILD, memberId, boardOptOutAt: 1 }).run();
        await setListed(tx, GUILD, memberId, false);
      }
    });
    expect(await own(world, idOf('b'))).toEqual({ kind: 'hidden' });
    expect(await own(world, idOf('quiet'))).toEqual({ kind: 'hidden' });
    expect(await listed(world)).toEqual([]);
  });
});

describe('who leaves disappears, who returns comes back', () => {
  test('with all they had, and what came in between', async () => {
    const world = testContext();
    await credit(world.ctx, { from: idOf('a'), to: idOf('b') });
    await noteLeaving(world.ctx, news(idOf('b')));
    expect(await listed(world)).toEqual([]);
    await credit(world.ctx, { from: idOf('a'), to: idOf('b'), occurredAt: world.clock.now() - 40 * DAY });
    expect(await listed(world)).toEqual([]);
    world.clock.advance(DAY);
    await noteReturn(world.ctx, news(idOf('b'), world.clock.now()));
    expect((await page(world)).places).toEqual([{ memberId: idOf('b'), value: 20, rank: 1 }]);
    expect(await world.ctx.db.read((db) => differences(db, GUILD, 'UTC'))).toEqual([]);
  });

  test('either news twice is once, and the first leaving is the one remembered', async () => {
    const world = testContext();
    await credit(world.ctx, { from: idOf('a'), to: idOf('b') });
    const left = world.clock.now();
    await noteLeaving(world.ctx, news(idOf('b')));
    world.clock.advance(5_000);
    await noteLeaving(world.ctx, news(idOf('b')));
    expect(await world.ctx.db.read((db) => store.leftAt(db, GUILD, idOf('b')))).toBe(left);
    world.clock.advance(DAY);
    await noteReturn(world.ctx, news(idOf('b'), world.clock.now()));
    await noteReturn(world.ctx, news(idOf('b'), world.clock.now()));
    expect(await listed(world)).toEqual([idOf('b')]);
  });

  test('one who had chosen to stay off the boards stays off them', async () => {
    const world = testContext();
    await credit(world.ctx, { from: idOf('a'), to: idOf('b') });
    await world.ctx.db.write(async (tx) => {
      tx.insert(members)
        .values({ guildId: GUILD, memberId: idOf('b'), boardOptOutAt: 1 })
        .run();
      await setListed(tx, GUILD, idOf('b'), false);
    });
    await noteLeaving(world.ctx, news(idOf('b')));
    world.clock.advance(DAY);
    await noteReturn(world.ctx, news(idOf('b'), world.clock.now()));
    expect(await listed(world)).toEqual([]);
  });

  test('someone without a standing who leaves is not kept; credited later, they are found to be gone', async () => {
    const world = testContext({ actions: townHall([idOf('a')]).actions });
    await noteLeaving(world.ctx, news(idOf('b')));
    expect(await world.ctx.db.read((db) => db.select().from(members).all())).toEqual([]);
    await credit(world.ctx, { from: idOf('a'), to: idOf('b') });
    await catchUpEverywhere(world.ctx);
    expect(await listed(world)).toEqual([]);
    expect(await world.ctx.db.read((db) => store.leftAt(db, GUILD, idOf('b')))).toBe(world.clock.now());
  });

  test('leaving and returning at the same instant, in that order, ends present', async () => {
    const hall = townHall([idOf('b')]);
    const world = testContext({ actions: hall.actions });
    await credit(world.ctx, { from: idOf('a'), to: idOf('b') });
    const joined = world.clock.now();
    await Promise.all([
      noteLeaving(world.ctx, news(idOf('b'), joined - DAY)),
      noteReturn(world.ctx, news(idOf('b'), joined)),
    ]);
    expect(await listed(world)).toEqual([idOf('b')]);
  });

  test('a leaving told after the return is old news: Discord is asked', async () => {
    const hall = townHall([idOf('b')]);
    const world = testContext({ actions: hall.actions });
    await credit(world.ctx, { from: idOf('a'), to: idOf('b') });
    await noteReturn(world.ctx, news(idOf('b'), world.clock.now()));
    await noteLeaving(world.ctx, news(idOf('b'), world.clock.now()));
    expect(await listed(world)).toEqual([idOf('b')]);
    expect(hall.asked).toEqual([[idOf('b')]]);
  });

  test('a return told after the leaving is old news: Discord is asked', async () => {
    const hall = townHall([]);
    const world = testContext({ actions: hall.actions });
    await credit(world.ctx, { from: idOf('a'), to: idOf('b') });
    const joined = world.clock.now();
    world.clock.advance(1_000);
    await noteLeaving(world.ctx, news(idOf('b')));
    await noteReturn(world.ctx, news(idOf('b'), joined));
    expect(await listed(world)).toEqual([]);
    expect(hall.asked).toEqual([[idOf('b')]]);
  });

  test('when Discord does not answer, the news is believed', async () => {
    const hall = townHall([]);
    hall.answers = false;
    const world = testContext({ actions: hall.actions });
    await credit(world.ctx, { from: idOf('a'), to: idOf('b') });
    await noteLeaving(world.ctx, news(idOf('b'), world.clock.now()));
    expect(await listed(world)).toEqual([]);
    await noteReturn(world.ctx, news(idOf('b'), world.clock.now()));
    expect(await listed(world)).toEqual([idOf('b')]);
  });

  test('strangers who join and leave at once cost no question', async () => {
    const hall = townHall([]);
    const world = testContext({ actions: hall.actions });
    for (let i = 0; i < 50; i++) await noteLeaving(world.ctx, news(`raider${i}`, world.clock.now()));
    expect(hall.asked).toEqual([]);
  });
});

describe('what was missed while away', () => {
  test('who left and who returned is found out, a hundred at a time, the servers by turns', async () => {
    const hall = townHall([]);
    const world = testContext({ actions: hall.actions });
    const ids = Array.from({ length: 230 }, (_, i) => idOf(`m${1000 + i}`));
    for (const to of ids) await credit(world.ctx, { from: idOf('m1000'), to });
    await credit(world.ctx, { from: idOf('x'), to: idOf('y'), guildId: '2' });
    await noteLeaving(world.ctx, news(idOf('m1229')));
    hall.present = new Set([...ids.filter((id) => id !== idOf('m1107')), idOf('x')]);
    await catchUpEverywhere(world.ctx);
    expect(hall.asked.map((asked) => asked.length)).toEqual([100, 2, 100, 30]);
    expect(await world.ctx.db.read((db) => store.leftAt(db, GUILD, idOf('m1107')))).toBe(world.clock.now());
    expect(await world.ctx.db.read((db) => store.leftAt(db, GUILD, idOf('m1229')))).toBeUndefined();
    expect(await world.ctx.db.read((db) => store.leftAt(db, '2', idOf('y')))).toBe(world.clock.now());
    expect((await page(world)).people).toBe(229);
  });

  test('a Discord that does not answer changes nothing, and nobody is asked about further', async () => {
    const hall = townHall([]);
    hall.answers = false;
    const world = testContext({ actions: hall.actions });
    for (let i = 0; i < 150; i++) await credit(world.ctx, { from: idOf('a'), to: idOf(`m${1000 + i}`) });
    await catchUpEverywhere(world.ctx);
    expect(hall.asked).toHaveLength(1);
    expect((await page(world)).people).toBe(150);
  });

  test('where Discord stopped answering it goes on, around to there, and then begins with the first again', async () => {
    const hall = townHall([]);
    const world = testContext({ actions: hall.actions });
    const ids = Array.from({ length: 450 }, (_, i) => idOf(`m${1000 + i}`));
    for (const to of ids) await credit(world.ctx, { from: idOf('m1000'), to });
    hall.present = new Set(ids.filter((id) => id !== idOf('m1020') && id !== idOf('m1449')));
    const round = async (questions: number) => {
      hall.asked.length = 0;
      hall.answers = true;
      hall.meanwhile = async () => {
        if (hall.asked.length > questions) hall.answers = false;
      };
      await catchUpEverywhere(world.ctx);
      return hall.asked.map((asked) => `${wordOf(asked[0] ?? '')} ${asked.length}`);
    };
    expect(await round(2)).toEqual(['m1000 100', 'm1100 100', 'm1200 100']);
    expect(await listed(world)).not.toContain(idOf('m1020'));
    expect((await page(world)).people).toBe(449);
    expect(await round(0)).toEqual(['m1200 100']);
    expect(await round(3)).toEqual(['m1200 100', 'm1300 100', 'm1400 50', 'm1000 100']);
    expect((await page(world)).people).toBe(448);
    // From where the last full piece ended: of a shorter one nothing is remembered.
    expect(await round(9)).toEqual(['m1400 50', 'm1000 100', 'm1100 100', 'm1200 100', 'm1300 100']);
    expect(await round(9)).toEqual(['m1000 100', 'm1100 100', 'm1200 100', 'm1300 100', 'm1400 50']);
    expect(await world.ctx.db.read((db) => db.select().from(facts).all())).toEqual([]);
  });

  test('who is forgotten while Discord is asked about them is not written of again', async () => {
    const hall = townHall([]);
    const world = testContext({ actions: hall.actions });
    for (let i = 0; i < 100; i++) await credit(world.ctx, { from: idOf('m1000'), to: idOf(`m${1000 + i}`) });
    hall.meanwhile = () =>
      world.ctx.db.write(async (tx) => {
        tx.delete(standings)
          .where(eq(standings.memberId, idOf('m1099')))
          .run();
      });
    await catchUpEverywhere(world.ctx);
    const written = await world.ctx.db.read((db) => [
      ...db.select({ id: members.memberId }).from(members).all(),
      ...db.select({ id: facts.value }).from(facts).all(),
    ]);
    expect(written).toHaveLength(99);
    expect(written).not.toContainEqual({ id: idOf('m1099') });
  });

  test('a connection asks about its own servers only', async () => {
    const hall = townHall([]);
    const world = testContext({ actions: hall.actions });
    await credit(world.ctx, { from: idOf('a'), to: idOf('b') });
    await credit(world.ctx, { from: idOf('x'), to: idOf('y'), guildId: '2' });
    await catchUpOnShard(world.ctx, 1);
    expect(hall.asked).toEqual([[idOf('x'), idOf('y')]]);
    await catchUpOnShard(world.ctx, 0);
    expect(hall.asked).toEqual([
      [idOf('x'), idOf('y')],
      [idOf('a'), idOf('b')],
    ]);
  });

  test('one comparison at a time in a server; those asked for meanwhile are one more, told what is new', async () => {
    const hall = townHall([idOf('a'), idOf('b')]);
    const world = testContext({ actions: hall.actions });
    await credit(world.ctx, { from: idOf('a'), to: idOf('b') });
    const more: Promise<void>[] = [];
    hall.meanwhile = async () => {
      hall.meanwhile = async () => {};
      hall.present.delete(idOf('b'));
      for (let i = 0; i < 5; i++) more.push(catchUpOnShard(world.ctx, 0), catchUpEverywhere(world.ctx));
      // Their first questions are on their way before this one is answered.
      for (let i = 0; i < 20; i++) await Promise.resolve();
    };
    await catchUpOnShard(world.ctx, 0);
    expect(more).toHaveLength(10);
    await Promise.all(more);
    expect(hall.asked).toHaveLength(2);
    expect(await listed(world)).toEqual([]);
    await catchUpOnShard(world.ctx, 0);
    expect(hall.asked).toHaveLength(3);
  });
});
