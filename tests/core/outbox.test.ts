// The outbox: in order, again after what may pass, never twice at once, and through a restart.
import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../src/core/actions.ts';
import { Database } from '../../src/core/database.ts';
import type { EffectRequest } from '../../src/core/effects.ts';
import { Outbox } from '../../src/core/outbox.ts';
import { effects } from '../../src/core/schema.ts';
import { DONE, testContext, willingActions } from '../support/context.ts';

const refused: Outcome = { done: false, final: true, reason: 'missingPermission' };
const busy = (retryAfterMs?: number): Outcome => ({
  done: false,
  final: false,
  reason: 'unreachable',
  ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
});

function role(name: string, over: Partial<EffectRequest> = {}): EffectRequest {
  return {
    kind: 'addRole',
    guildId: '1',
    payload: { memberId: '2', roleId: name, reason: 'because' },
    dedupeKey: name,
    lane: 'member:2',
    ref: 'promotion:1',
    ...over,
  } as EffectRequest; // only fields that every kind has are overridden
}

/** A world whose Discord answers role requests from a script, and says in which order they came. */
function scripted(answers: Record<string, Outcome[]> = {}) {
  const asked: string[] = [];
  const addRole = async (_guild: string, _member: string, roleId: string): Promise<Outcome> => {
    asked.push(roleId);
    return answers[roleId]?.shift() ?? DONE;
  };
  const world = testContext({ actions: { addRole } });
  const settled: string[] = [];
  world.ctx.outbox.onSettled('promotion', async (_tx, { effect, failure }) => {
    settled.push(`${effect.dedupeKey}:${failure ?? 'done'}`);
  });
  const states = () =>
    world.ctx.db.read((db) =>
      Object.fromEntries(
        db
          .select()
          .from(effects)
          .all()
          .map((row) => [row.dedupeKey, row.state]),
      ),
    );
  const owe = (...requests: EffectRequest[]) =>
    world.ctx.db.write(async (tx) => {
      const ids: number[] = [];
      for (const request of requests) ids.push(await world.ctx.outbox.enqueue(tx, request));
      return ids;
    });
  return { ...world, asked, settled, states, owe };
}

describe('the outbox', () => {
  test('runs what a committed transaction owes, and nothing of one that was rolled back', async () => {
    const { ctx, asked, owe, states } = scripted();
    ctx.outbox.start();
    await owe(role('a'));
    const broken = ctx.db.write(async (tx) => {
      await ctx.outbox.enqueue(tx, role('b'));
      throw new Error('no');
    });
    await expect(broken).rejects.toThrow('no');
    await ctx.outbox.whenIdle();
    expect(asked).toEqual(['a']);
    expect(await states()).toEqual({ a: 'done' });
  });

  test('keeps the order of a lane, also when its first has to be tried again', async () => {
    const { ctx, asked, owe, clock, states } = scripted({ a: [busy()] });
    ctx.outbox.start();
    await owe(role('a'), role('b'), role('other', { lane: 'member:9' }));
    await ctx.outbox.whenIdle();
    expect(asked).toEqual(['a', 'other']);
    clock.advance(1_000);
    await ctx.outbox.whenIdle();
    expect(asked).toEqual(['a', 'other', 'a', 'b']);
    expect(await states()).toEqual({ a: 'done', b: 'done', other: 'done' });
  });

  test('waits longer each time, and as long as Discord says', async () => {
    const { ctx, asked, owe, clock } = scripted({ a: [busy(), busy(), busy(60_000)] });
    ctx.outbox.start();
    await owe(role('a'));
    for (const [wait, times] of [
      [999, 1],
      [1, 2],
      [1_999, 2],
      [1, 3],
      [59_999, 3],
      [1, 4],
    ] as const) {
      await ctx.outbox.whenIdle();
      clock.advance(wait);
      await ctx.outbox.whenIdle();
      expect(asked).toHaveLength(times);
    }
  });

  test('one effect after another: cancelled if the first fails for good', async () => {
    const { ctx, owe, settled, states } = scripted({ a: [refused] });
    ctx.outbox.start();
    const [first] = await owe(role('a'));
    await owe(role('b', { afterId: first ?? 0, lane: 'x' }));
    await ctx.outbox.whenIdle();
    expect(await states()).toEqual({ a: 'failed', b: 'cancelled' });
    expect(settled).toEqual(['a:missingPermission']);
  });

  test('an effect owed after one that has failed already does not wait for ever', async () => {
    const { ctx, owe, states } = scripted({ a: [refused] });
    ctx.outbox.start();
    const [first] = await owe(role('a'));
    await ctx.outbox.whenIdle();
    await owe(role('b', { afterId: first ?? 0, lane: 'x' }));
    await ctx.outbox.whenIdle();
    expect(await states()).toEqual({ a: 'failed', b: 'cancelled' });
  });

  test('two waiting effects with one key are one; a called-off one does not run', async () => {
    const { ctx, asked, owe, states } = scripted();
    const [one] = await owe(role('a'));
    const [same] = await owe(role('a'));
    expect(same).toBe(one);
    expect(await ctx.db.write((tx) => ctx.outbox.callOff(tx, 'a'))).toBe(true);
    ctx.outbox.start();
    await ctx.outbox.whenIdle();
    expect([asked, await states()]).toEqual([[], { a: 'cancelled' }]);
  });

  test('what a former life of the process owed is done by the next', async () => {
    const first = scripted();
    await first.owe(role('a'));
    await first.ctx.db.close();
    const asked: string[] = [];
    const db = Database.open(first.path);
    const actions = willingActions({
      addRole: async (_guild, _member, roleId) => {
        asked.push(roleId);
        return DONE;
      },
    });
    const second = new Outbox({ db, clock: first.clock, actions, log: first.log.log });
    second.start();
    await second.whenIdle();
    await second.stop();
    await db.close();
    expect(asked).toEqual(['a']);
  });

  test('tells who waits, and lets go after their patience', async () => {
    const { ctx, owe, clock } = scripted({ slow: [busy()] });
    ctx.outbox.start();
    await ctx.outbox.whenSettled(await owe(role('quick')), 5_000);
    let over = false;
    const waiting = ctx.outbox.whenSettled(await owe(role('slow')), 500).then(() => {
      over = true;
    });
    await ctx.outbox.whenIdle();
    expect(over).toBe(false);
    clock.advance(500);
    await waiting;
    expect(over).toBe(true);
  });

  test('a fault is logged and tried again, and stops nobody else', async () => {
    let broken = true;
    const { ctx, clock, log } = testContext({
      actions: {
        addRole: async (_guild, _member, roleId) => {
          if (roleId === 'bad' && broken) throw new Error('a bug');
          return DONE;
        },
      },
    });
    ctx.outbox.start();
    await ctx.db.write(async (tx) => {
      await ctx.outbox.enqueue(tx, role('bad', { lane: 'x' }));
      await ctx.outbox.enqueue(tx, role('good'));
    });
    await ctx.outbox.whenIdle();
    expect(log.lines.filter(({ level }) => level >= 50)).toHaveLength(1);
    broken = false;
    clock.advance(1_000);
    await ctx.outbox.whenIdle();
    const rows = await ctx.db.read((db) => db.select().from(effects).all());
    expect(rows.map(({ state }) => state)).toEqual(['done', 'done']);
  });
});
