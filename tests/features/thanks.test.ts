// Giving thanks on real SQLite: limits, one help once, taking back and doing again, and the sign that follows.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '../../src/core/context.ts';
import { findBySource } from '../../src/core/ledger-rows.ts';
import { differences } from '../../src/core/recount.ts';
import { effects, recognitions, refusals } from '../../src/core/schema.ts';
import { standingOf } from '../../src/core/standings.ts';
import { sourceKeys } from '../../src/features/thanks/rules.ts';
import {
  forgetOldRefusals,
  giveByText,
  giveThanks,
  type Thanks,
  takeBack,
  takeBackOn,
  undo,
} from '../../src/features/thanks/service.ts';
import { onSignSettled } from '../../src/features/thanks/sign.ts';
import { type TestContext, testContext } from '../support/context.ts';
import { idOf } from '../support/ids.ts';

const GUILD = '1';
const CHANNEL = '5';
const HOUR = 3_600_000;
const NOON = Date.UTC(2026, 2, 2, 12);
const person = (memberId: string) => ({ memberId, isBot: false, isPending: false, isPresent: true });

function textThanks(messageId: string, over: Partial<Thanks> & { from?: string; to?: string } = {}): Thanks {
  const { from = idOf('alice'), to = idOf('bob'), ...rest } = over;
  return {
    sourceKey: sourceKeys.text(messageId, to),
    kind: 'thanks',
    guildId: GUILD,
    giver: person(from),
    receiver: person(to),
    helpKey: `message:${messageId}`,
    channelId: CHANNEL,
    messageId,
    sourceMessageId: messageId,
    at: NOON,
    ...rest,
  };
}

const say = ({ ctx }: TestContext, messageId: string, ...thanks: Thanks[]) =>
  giveByText(ctx, { guildId: GUILD, channelId: CHANNEL, messageId }, thanks);
const points = async ({ ctx }: TestContext, memberId: string) =>
  (await ctx.db.read((db) => standingOf(db, GUILD, 'all', memberId))).points;
const owed = ({ ctx }: TestContext) =>
  ctx.db.read((db) =>
    db
      .select()
      .from(effects)
      .all()
      .map((row) => `${row.kind} ${row.state}`),
  );
const refused = ({ ctx }: TestContext) =>
  ctx.db.read((db) =>
    db
      .select()
      .from(refusals)
      .all()
      .map((row) => row.reason),
  );

describe('limits', () => {
  test('either way within half an hour is once, and the reason is kept for the giver', async () => {
    const world = testContext();
    await say(world, '10', textThanks('10'));
    await say(world, '11', textThanks('11', { from: idOf('bob'), to: idOf('alice'), at: NOON + 60_000 }));
    expect([await points(world, idOf('bob')), await points(world, idOf('alice'))]).toEqual([10, 0]);
    await say(world, '12', textThanks('12', { from: idOf('bob'), to: idOf('alice'), at: NOON + HOUR }));
    expect(await points(world, idOf('alice'))).toBe(10);
    expect(await refused(world)).toEqual(['pairTooSoon']);
    world.clock.advance(31 * 24 * HOUR);
    await forgetOldRefusals(world.ctx);
    expect(await refused(world)).toEqual([]);
  });

  test('ten a day in the server’s own day', async () => {
    const world = testContext();
    await world.ctx.db.write((tx) =>
      world.ctx.settings.change(tx, GUILD, NOON, (settings) => ({ ...settings, timeZone: 'Asia/Tokyo' })),
    );
    const beforeMidnight = Date.UTC(2026, 2, 2, 14, 59);
    for (let i = 0; i < 11; i++)
      await say(world, `${20 + i}`, textThanks(`${20 + i}`, { to: idOf(`helper${i}`), at: beforeMidnight }));
    expect(await refused(world)).toEqual(['dailyLimit']);
    await say(world, '40', textThanks('40', { to: idOf('helper11'), at: beforeMidnight + 2 * 60_000 }));
    expect(await points(world, idOf('helper11'))).toBe(10);
  });

  test('three in full, three half, then none', async () => {
    const world = testContext();
    for (let i = 0; i < 8; i++)
      await say(world, `${10 + i}`, textThanks(`${10 + i}`, { at: NOON + i * 25 * HOUR }));
    expect(await points(world, idOf('bob'))).toBe(3 * 10 + 3 * 5);
    await say(world, '30', textThanks('30', { at: NOON + 40 * 24 * HOUR }));
    expect(await points(world, idOf('bob'))).toBe(55);
  });
});

describe('no way around the limits', () => {
  test('an upvote first opens no door for thanks beyond them', async () => {
    const world = testContext();
    for (const messageId of ['10', '11', '12']) {
      const upvote = {
        kind: 'upvote' as const,
        sourceKey: sourceKeys.reaction(messageId, idOf('alice'), '⭐'),
      };
      await giveThanks(world.ctx, textThanks(messageId, upvote));
      await giveThanks(
        world.ctx,
        textThanks(messageId, { sourceKey: sourceKeys.reaction(messageId, idOf('alice'), '🙏') }),
      );
    }
    expect(await points(world, idOf('bob'))).toBe(10 + 3 + 3);
    expect(await refused(world)).toEqual(['pairTooSoon', 'pairTooSoon']);
  });

  test('taking back and doing again does not pile up what the limits would have refused', async () => {
    const world = testContext();
    const deeds = ['10', '11', '12'].map((messageId) =>
      textThanks(messageId, { sourceKey: sourceKeys.reaction(messageId, idOf('alice'), '🙏') }),
    );
    for (const deed of deeds) {
      await giveThanks(world.ctx, deed);
      await takeBack(world.ctx, deed.sourceKey, 'unreacted');
    }
    for (const deed of deeds) await giveThanks(world.ctx, deed);
    expect(await points(world, idOf('bob'))).toBe(10);
  });

  test('what comes back is worth no more than it would be now', async () => {
    const world = testContext();
    const first = textThanks('10', { sourceKey: sourceKeys.reaction('10', idOf('alice'), '🙏') });
    await giveThanks(world.ctx, first);
    await takeBack(world.ctx, first.sourceKey, 'unreacted');
    for (let i = 1; i <= 3; i++)
      await say(world, `${10 + i}`, textThanks(`${10 + i}`, { at: NOON + i * 25 * HOUR }));
    await giveThanks(world.ctx, first);
    expect(await points(world, idOf('bob'))).toBe(30 + 5);
    expect(await world.ctx.db.read((db) => differences(db, GUILD, 'UTC'))).toEqual([]);
  });

  test('the order in which old messages are told of changes nothing', async () => {
    const world = testContext();
    for (let i = 9; i >= 0; i--)
      await say(world, `${10 + i}`, textThanks(`${10 + i}`, { at: NOON + i * 25 * HOUR }));
    expect(await points(world, idOf('bob'))).toBe(45);
  });

  test('what counted after all is no longer listed as refused', async () => {
    const world = testContext();
    const deed = textThanks('11', { sourceKey: sourceKeys.reaction('11', idOf('alice'), '🙏') });
    await say(world, '10', textThanks('10'));
    await giveThanks(world.ctx, deed);
    expect(await refused(world)).toEqual(['pairTooSoon']);
    await giveThanks(world.ctx, { ...deed, at: NOON + HOUR });
    expect([await refused(world), await points(world, idOf('bob'))]).toEqual([[], 20]);
  });

  test('live thanks of a pair are never closer than half an hour, whatever is given, taken back and given again', async () => {
    const event = fc.record({
      message: fc.integer({ min: 1, max: 6 }),
      emoji: fc.constantFrom('⭐', '🙏'),
      add: fc.boolean(),
      later: fc.integer({ min: 0, max: 20 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 30 }), async (events) => {
        const world = testContext();
        let at = NOON;
        for (const { message, emoji, add, later } of events) {
          at += later * 60_000;
          const sourceKey = sourceKeys.reaction(`${message}`, idOf('alice'), emoji);
          const kind = emoji === '⭐' ? ('upvote' as const) : ('thanks' as const);
          if (add) await giveThanks(world.ctx, textThanks(`${message}`, { kind, sourceKey, at }));
          else await takeBack(world.ctx, sourceKey, 'unreacted');
        }
        const rows = await world.ctx.db.read((db) => db.select().from(recognitions).all());
        const live = rows.filter((row) => row.revokedAt === null && row.kind === 'thanks');
        const times = live.map((row) => row.occurredAt).sort((one, other) => one - other);
        const apart = times.slice(1).map((time, i) => time - (times[i] ?? 0));
        expect(Math.min(Number.POSITIVE_INFINITY, ...apart)).toBeGreaterThanOrEqual(30 * 60_000);
        expect(await world.ctx.db.read((db) => differences(db, GUILD, 'UTC'))).toEqual([]);
        await world.ctx.db.close();
      }),
      { numRuns: 30 },
    );
  });
});

describe('the sign', () => {
  test('is set with the first that counts, once, and taken away with the last', async () => {
    const world = testContext();
    await say(world, '10', textThanks('10'), textThanks('10', { to: idOf('carl') }));
    await say(world, '10', textThanks('10'), textThanks('10', { to: idOf('carl') }));
    expect(await owed(world)).toEqual(['react waiting']);
    world.ctx.outbox.start();
    await world.ctx.outbox.whenIdle();
    await say(world, '10', textThanks('10'));
    expect(await owed(world)).toEqual(['react done']);
    await say(world, '10');
    await world.ctx.outbox.whenIdle();
    expect(await owed(world)).toEqual(['react done', 'unreact done']);
  });

  test('is called off when the message goes before it was set', async () => {
    const world = testContext();
    await say(world, '10', textThanks('10'));
    await takeBackOn(world.ctx, ['10'], 'deleted');
    expect(await owed(world)).toEqual(['react cancelled']);
    expect(await points(world, idOf('bob'))).toBe(0);
  });

  test('is a reply, or nothing, where the server wants it so', async () => {
    const world = testContext();
    const choose = (sign: 'reply' | 'none') =>
      world.ctx.db.write((tx) =>
        world.ctx.settings.change(tx, GUILD, NOON, (settings) => ({ ...settings, sign })),
      );
    await choose('reply');
    await say(world, '10', textThanks('10'));
    await choose('none');
    await say(world, '11', textThanks('11', { to: idOf('carl') }));
    expect(await owed(world)).toEqual(['send waiting']);
    const payload = await world.ctx.db.read((db) => db.select().from(effects).get()?.payload ?? '');
    expect(JSON.parse(payload)).toMatchObject({
      replyTo: '10',
      view: { components: [{ content: `🌿 <@${idOf('bob')}> was thanked and now has 10 points.` }] },
    });
  });
});

test('a reply that is the sign goes with the thanks, and is posted anew with them', async () => {
  const removed: string[] = [];
  let posted = 0;
  const world = testContext({
    actions: {
      send: async () => ({ done: true, value: { messageId: `reply-${++posted}` } }),
      deleteMessage: async (_channel, messageId) => {
        removed.push(messageId);
        return { done: true, value: undefined };
      },
    },
  });
  await world.ctx.db.write((tx) =>
    world.ctx.settings.change(tx, GUILD, NOON, (settings) => ({ ...settings, sign: 'reply' })),
  );
  world.ctx.outbox.start();
  for (const thanks of [[textThanks('10')], [], [textThanks('10')], []]) {
    await say(world, '10', ...thanks);
    await world.ctx.outbox.whenIdle();
  }
  expect([posted, removed]).toEqual([2, ['reply-1', 'reply-2']]);
});

describe('a reply that is still on its way when its thanks go', () => {
  /** Replies are posted only when they are let; what is there then. */
  async function slowPost() {
    const there = new Set<string>();
    let letGo = () => {};
    const slow = new Promise<void>((resolve) => (letGo = resolve));
    let posting = 0;
    const world = testContext({
      actions: {
        send: async () => {
          posting += 1;
          await slow;
          there.add('reply');
          return { done: true, value: { messageId: 'reply' } };
        },
        deleteMessage: async (_channel, messageId) => {
          there.delete(messageId);
          return { done: true, value: undefined };
        },
      },
    });
    await world.ctx.db.write((tx) =>
      world.ctx.settings.change(tx, GUILD, NOON, (settings) => ({ ...settings, sign: 'reply' })),
    );
    world.ctx.outbox.onSettled('thanks', onSignSettled(world.ctx));
    world.ctx.outbox.start();
    await say(world, '10', textThanks('10'));
    while (posting === 0) await new Promise((resolve) => setImmediate(resolve));
    const settled = async () => {
      letGo();
      await world.ctx.outbox.whenIdle();
      return [...there];
    };
    return { world, settled };
  }

  test('goes after it is there', async () => {
    const { world, settled } = await slowPost();
    await say(world, '10');
    expect(await settled()).toEqual([]);
    expect(await owed(world)).toEqual(['send done', 'unsend done']);
  });

  test('goes with the message, too', async () => {
    const { world, settled } = await slowPost();
    await takeBackOn(world.ctx, ['10'], 'deleted');
    expect(await settled()).toEqual([]);
  });

  test('stays when the thanks are back before it is there', async () => {
    const { world, settled } = await slowPost();
    await say(world, '10');
    await say(world, '10', textThanks('10'));
    expect(await settled()).toEqual(['reply']);
    expect(await owed(world)).toEqual(['send done']);
  });
});

test('a reply that is there goes when the message that it answers is deleted', async () => {
  const removed: string[] = [];
  const world = testContext({
    actions: {
      deleteMessage: async (_channel, messageId) => {
        removed.push(messageId);
        return { done: true, value: undefined };
      },
    },
  });
  await world.ctx.db.write((tx) =>
    world.ctx.settings.change(tx, GUILD, NOON, (settings) => ({ ...settings, sign: 'reply' })),
  );
  world.ctx.outbox.start();
  await say(world, '10', textThanks('10'));
  await world.ctx.outbox.whenIdle();
  await takeBackOn(world.ctx, ['10'], 'deleted');
  await world.ctx.outbox.whenIdle();
  expect(removed).toEqual(['901']);
});

test('what is taken away is what was left last, whatever the server chose in between', async () => {
  const world = testContext();
  const choose = (sign: 'reply' | 'reaction') =>
    world.ctx.db.write((tx) =>
      world.ctx.settings.change(tx, GUILD, NOON, (settings) => ({ ...settings, sign })),
    );
  world.ctx.outbox.start();
  for (const sign of ['reply', 'reaction'] as const) {
    await choose(sign);
    for (const thanks of [[textThanks('10')], []]) {
      await say(world, '10', ...thanks);
      await world.ctx.outbox.whenIdle();
    }
  }
  expect(await owed(world)).toEqual(['send done', 'unsend done', 'react done', 'unreact done']);
});

describe('taking back', () => {
  test('edited away and back again restores what was judged then', async () => {
    const world = testContext();
    await say(world, '10', textThanks('10'));
    await say(world, '10');
    expect(await points(world, idOf('bob'))).toBe(0);
    await say(world, '10', textThanks('10'));
    expect(await points(world, idOf('bob'))).toBe(10);
  });

  test('an edit that names somebody else moves the thanks', async () => {
    const world = testContext();
    await say(world, '10', textThanks('10'));
    await say(world, '10', textThanks('10', { to: idOf('carl') }));
    expect([await points(world, idOf('bob')), await points(world, idOf('carl'))]).toEqual([0, 10]);
  });

  test('undo is for the giver alone, and for good', async () => {
    const world = testContext();
    const thanks = textThanks('10', { sourceKey: sourceKeys.command('77') });
    const given = await giveThanks(world.ctx, thanks);
    if (isRefusal(given)) throw new Error('refused');
    expect(await undo(world.ctx, GUILD, idOf('bob'), given.row.id)).toEqual({ refused: 'notYours' });
    expect(await undo(world.ctx, '2', idOf('alice'), given.row.id)).toEqual({ refused: 'outOfDate' });
    expect(await points(world, idOf('bob'))).toBe(10);
    expect(isRefusal(await undo(world.ctx, GUILD, idOf('alice'), given.row.id))).toBe(false);
    expect(await points(world, idOf('bob'))).toBe(0);
    await giveThanks(world.ctx, thanks);
    expect(await points(world, idOf('bob'))).toBe(0);
  });

  test('two thanks at the same instant are both kept, in turn', async () => {
    const world = testContext();
    await Promise.all([
      say(world, '10', textThanks('10')),
      say(world, '11', textThanks('11', { from: idOf('carl') })),
    ]);
    expect(await points(world, idOf('bob'))).toBe(20);
  });
});

test('any sequence of events, each perhaps twice, leaves what a plain model expects', async () => {
  // Reactions only: without the pair's interval, every deed is independent of the order it came in.
  const event = fc.record({
    giver: fc.constantFrom(idOf('a'), idOf('b'), idOf('c')),
    message: fc.integer({ min: 1, max: 3 }),
    emoji: fc.constantFrom('⭐', '⬆️'),
    add: fc.boolean(),
    twice: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 30 }), async (events) => {
      const world = testContext();
      const model = new Set<string>();
      for (const { giver, message, emoji, add, twice } of events) {
        const messageId = `${message}`;
        const sourceKey = sourceKeys.reaction(messageId, giver, emoji);
        const deed: Thanks = {
          ...textThanks(messageId, { from: giver, to: idOf('helper') }),
          kind: 'upvote',
          sourceKey,
        };
        for (let i = 0; i < (twice ? 2 : 1); i++) {
          if (add) await giveThanks(world.ctx, deed);
          else await takeBack(world.ctx, sourceKey, 'unreacted');
        }
        if (add) model.add(sourceKey);
        else model.delete(sourceKey);
      }
      const live = new Set<string>();
      for (const giver of [idOf('a'), idOf('b'), idOf('c')]) {
        for (const message of ['1', '2', '3']) {
          for (const emoji of ['⭐', '⬆️']) {
            const key = sourceKeys.reaction(message, giver, emoji);
            const row = await world.ctx.db.read((db) => findBySource(db, key));
            if (row && row.revokedAt === null) live.add(key);
          }
        }
      }
      expect(live).toEqual(model);
      const helps = new Set([...model].map((key) => key.split(':').slice(1, 3).join(':')));
      const standing = await world.ctx.db.read((db) => standingOf(db, GUILD, 'all', idOf('helper')));
      expect(standing.points).toBe(helps.size * 3);
      expect(standing.peopleHelped).toBe(new Set([...helps].map((help) => help.split(':')[1])).size);
      expect(await world.ctx.db.read((db) => differences(db, GUILD, 'UTC'))).toEqual([]);
      await world.ctx.db.close();
    }),
    { numRuns: 50 },
  );
});
