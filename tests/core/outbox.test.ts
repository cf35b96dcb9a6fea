// The outbox: in order, again after what may pass, never twice at once, and through a restart.
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../src/core/actions.ts';
import { Database } from '../../src/core/database.ts';
import type { EffectRequest } from '../../src/core/effects.ts';
import { Outbox } from '../../src/core/outbox.ts';
import { forgetSettledBefore } from '../../src/core/outbox-store.ts';
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

  test.each([
    ['an unknown kind', { kind: 'dance' }],
    ['a payload that is no JSON', { payload: 'oh' }],
    ['a payload of another shape', { payload: '{}' }],
  ])('%s is settled and said once, and does not hold up its lane', async (_what, wrong) => {
    const { ctx, asked, owe, settled, states, log } = scripted();
    await owe(role('a'), role('b'));
    await ctx.db.write(async (tx) => {
      tx.update(effects).set(wrong).where(eq(effects.dedupeKey, 'a')).run();
    });
    ctx.outbox.start();
    await ctx.outbox.whenIdle();
    expect([asked, await states()]).toEqual([['b'], { a: 'failed', b: 'done' }]);
    expect(settled).toEqual(['a:badRequest', 'b:done']);
    expect(log.lines.filter(({ level }) => level >= 50)).toHaveLength(1);
  });

  test('roles and posts go before reactions, which Discord lets through slowly', async () => {
    const asked: string[] = [];
    const { ctx } = testContext({
      actions: {
        react: async () => {
          asked.push('reaction');
          return DONE;
        },
        addRole: async () => {
          asked.push('role');
          return DONE;
        },
      },
    });
    await ctx.db.write(async (tx) => {
      for (let i = 0; i < 20; i++) {
        const name = `reaction ${i}`;
        const payload = { channelId: '1', messageId: `${i}`, emoji: '🌿' };
        await ctx.outbox.enqueue(tx, { kind: 'react', guildId: '1', payload, dedupeKey: name, lane: name });
      }
      await ctx.outbox.enqueue(tx, role('a'));
    });
    ctx.outbox.start();
    await ctx.outbox.whenIdle();
    expect(asked).toHaveLength(21);
    expect(asked[0]).toBe('role');
  });

  test('what is ready at the same time shares a transaction', async () => {
    const { ctx, owe, states } = scripted();
    await owe(...['a', 'b', 'c', 'd'].map((name) => role(name, { lane: name })));
    let commits = 0;
    ctx.db.onCommit(() => {
      commits += 1;
    });
    ctx.outbox.start();
    await ctx.outbox.whenIdle();
    expect(await states()).toEqual({ a: 'done', b: 'done', c: 'done', d: 'done' });
    // Begun together, and together written down as those that came back at the same moment.
    expect(commits).toBe(2);
  });

  test('what is owed begins in the transaction that owes it, and not if that comes to nothing', async () => {
    const { ctx, owe, asked, states } = scripted();
    ctx.outbox.start();
    await ctx.outbox.whenIdle();
    let commits = 0;
    let refuses = false;
    ctx.db.onCommit(() => {
      commits += 1;
    });
    ctx.db.attend({
      beforeCommit: () => {
        if (refuses) throw new Error('not this time');
      },
      afterRollback: () => undefined,
    });
    await owe(role('a'));
    await ctx.outbox.whenIdle();
    expect(commits).toBe(2);
    refuses = true;
    await expect(owe(role('b'))).rejects.toThrow('not this time');
    refuses = false;
    // Gets the id that the other would have had.
    await owe(role('c'));
    await ctx.outbox.whenIdle();
    expect(asked).toEqual(['a', 'c']);
    expect(await states()).toEqual({ a: 'done', c: 'done' });
  });

  test('what cannot be written down of one stops none that it shares a transaction with', async () => {
    const { ctx, owe, states, log } = scripted();
    ctx.outbox.onSettled('broken', async () => {
      throw new Error('a listener that fails');
    });
    const lanes = ['a', 'b', 'c', 'd'].map((name) => role(name, { lane: name }));
    await owe(...lanes, role('e', { lane: 'e', ref: 'broken:1' }), role('f', { lane: 'f' }));
    ctx.outbox.start();
    await ctx.outbox.whenIdle();
    const done = { a: 'done', b: 'done', c: 'done', d: 'done', f: 'done' };
    expect(await states()).toEqual({ ...done, e: 'waiting' });
    expect(log.lines.filter(({ level }) => level >= 50)).toHaveLength(1);
  });

  test('calling off only what was never tried leaves what Discord may have done', async () => {
    const { ctx, owe, clock, states } = scripted({ tried: [busy()] });
    const callOff = (key: string) => ctx.db.write((tx) => ctx.outbox.callOff(tx, key, { onlyUntried: true }));
    await owe(role('fresh', { lane: 'x' }));
    expect(await callOff('fresh')).toBe(true);
    expect(await callOff('fresh')).toBe(false);
    ctx.outbox.start();
    await owe(role('tried'));
    await ctx.outbox.whenIdle();
    expect(await callOff('tried')).toBe(false);
    clock.advance(1_000);
    await ctx.outbox.whenIdle();
    expect(await states()).toEqual({ fresh: 'cancelled', tried: 'done' });
  });

  test('who waits is told when it is called off, with what was to follow it', async () => {
    const { ctx, owe } = scripted();
    const [first = 0] = await owe(role('a'));
    const [then = 0] = await owe(role('b', { afterId: first, lane: 'x' }));
    const waiting = Promise.all([
      ctx.outbox.whenSettled([first], 60_000),
      ctx.outbox.whenSettled([first, then], 60_000),
    ]);
    await ctx.db.write((tx) => ctx.outbox.callOff(tx, 'a'));
    await waiting;
  });

  test('who waits for nothing, or for what is over, is told at once', async () => {
    const { ctx, owe, clock } = scripted();
    ctx.outbox.start();
    const ids = await owe(role('a'));
    await ctx.outbox.whenIdle();
    await ctx.outbox.whenSettled(ids, 60_000);
    await ctx.outbox.whenSettled([], 60_000);
    expect(clock.waiting).toBe(0);
  });

  test('what settled is forgotten, but not while another waits for it', async () => {
    const { ctx, owe, clock, states } = scripted({ b: [busy(90 * 86_400_000)] });
    ctx.outbox.start();
    const [first = 0] = await owe(role('a'), role('alone', { lane: 'y' }));
    await owe(role('b', { afterId: first, lane: 'x' }));
    await ctx.outbox.whenIdle();
    expect(await ctx.db.write(async (tx) => forgetSettledBefore(tx, clock.now()))).toBe(1);
    expect(await states()).toEqual({ a: 'done', b: 'waiting' });
    clock.advance(90 * 86_400_000);
    await ctx.outbox.whenIdle();
    expect(await states()).toEqual({ a: 'done', b: 'done' });
  });

  test('what was being tried when the process was killed counts as tried in its next life', async () => {
    const first = scripted();
    let asked = 0;
    const never = new Promise<Outcome>(() => {});
    const actions = willingActions({
      addRole: () => {
        asked += 1;
        return never;
      },
    });
    const killed = new Outbox({ db: first.ctx.db, clock: first.clock, actions, log: first.log.log });
    await first.owe(role('a'));
    killed.start();
    while (asked === 0) await new Promise((resolve) => setImmediate(resolve));
    const callOff = () =>
      first.ctx.db.write((tx) => first.ctx.outbox.callOff(tx, 'a', { onlyUntried: true }));
    expect(await callOff()).toBe(false);
    first.ctx.outbox.start();
    await first.ctx.outbox.whenIdle();
    expect([first.asked, await first.states()]).toEqual([['a'], { a: 'done' }]);
  });

  test('while reactions wait for Discord, there is a place for a role', async () => {
    const asked: string[] = [];
    let letGo = () => {};
    const slow = new Promise<void>((resolve) => (letGo = resolve));
    const { ctx } = testContext({
      actions: {
        react: async (_channel, messageId) => {
          asked.push(messageId);
          await slow;
          return DONE;
        },
        addRole: async () => {
          asked.push('role');
          return DONE;
        },
      },
    });
    ctx.outbox.start();
    await ctx.db.write(async (tx) => {
      for (let i = 0; i < 20; i++) {
        const payload = { channelId: '1', messageId: `${i}`, emoji: '🌿' };
        const name = `reaction ${i}`;
        await ctx.outbox.enqueue(tx, { kind: 'react', guildId: '1', payload, dedupeKey: name, lane: name });
      }
    });
    while (asked.length < 6) await new Promise((resolve) => setImmediate(resolve));
    const roles = await ctx.db.write((tx) => ctx.outbox.enqueue(tx, role('a')));
    await ctx.outbox.whenSettled([roles], 60_000);
    expect(asked).toEqual(['0', '1', '2', '3', '4', '5', 'role']);
    letGo();
    await ctx.outbox.whenIdle();
    expect(asked).toHaveLength(21);
  });

  test('what came of reactions waits for the others under way, but not for long, and holds up nothing else', async () => {
    const answers = new Map<string, () => void>();
    const { ctx, owe, states, clock } = scripted({});
    ctx.actions.react = (_channel, messageId) =>
      new Promise((resolve) => answers.set(messageId, () => resolve(DONE)));
    const reaction = (name: string): EffectRequest => {
      const payload = { channelId: '1', messageId: name, emoji: '🌿' };
      return { kind: 'react', guildId: '1', payload, dedupeKey: name, lane: name };
    };
    const turns = async () => {
      for (let i = 0; i < 10; i++) await new Promise((resolve) => setImmediate(resolve));
    };
    const answered = async (name: string) => {
      answers.get(name)?.();
      await turns();
      return states();
    };
    ctx.outbox.start();
    await owe(...['a', 'b', 'c', 'd'].map(reaction));
    let commits = 0;
    ctx.db.onCommit(() => {
      commits += 1;
    });
    const waiting = { a: 'waiting', b: 'waiting', c: 'waiting', d: 'waiting' };
    expect(await answered('a')).toEqual(waiting);
    expect(await answered('b')).toEqual(waiting);
    clock.advance(50);
    await turns();
    expect(await states()).toEqual({ ...waiting, a: 'done', b: 'done' });
    expect(commits).toBe(1);
    expect(await answered('c')).toMatchObject({ c: 'waiting' });
    await ctx.outbox.whenSettled(await owe(role('urgent')), 60_000);
    expect(await states()).toMatchObject({ c: 'done', d: 'waiting', urgent: 'done' });
    expect(await answered('d')).toMatchObject({ d: 'done' });
    expect(clock.waiting).toBe(0);
  });

  test('while nothing can be written, nothing is asked, and it goes on a second later', async () => {
    const { ctx, asked, owe, clock, log, states } = scripted();
    await owe(role('a'));
    const write = ctx.db.write.bind(ctx.db);
    let broken = true;
    ctx.db.write = (work) => (broken ? Promise.reject(new Error('the disk is full')) : write(work));
    ctx.outbox.start();
    await ctx.outbox.whenIdle();
    expect(asked).toEqual([]);
    expect(log.lines.filter(({ level }) => level >= 50).length).toBeLessThan(4);
    broken = false;
    clock.advance(1_000);
    await ctx.outbox.whenIdle();
    expect([asked, await states()]).toEqual([['a'], { a: 'done' }]);
  });
});
