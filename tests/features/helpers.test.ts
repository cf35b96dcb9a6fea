// Routing on real SQLite, with a Discord that says what it is told: at what it says, who is mentioned, and when not.
import { describe, expect, test } from 'vitest';
import type { Actions, Outcome, PastMessage, ThreadFacts } from '../../src/core/actions.ts';
import type { Context } from '../../src/core/context.ts';
import { questionSolutions, questionTags } from '../../src/core/question-tables.ts';
import { routeQuestions } from '../../src/features/helpers/routing.service.ts';
import { keepWish } from '../../src/features/helpers/service.ts';
import { openQuestion } from '../../src/features/questions/service.ts';
import { findQuestion } from '../../src/features/questions/store.ts';
import { testContext } from '../support/context.ts';
import { idOf, wordOf } from '../support/ids.ts';

const GUILD = '1';
const THREAD = '500';
const MINUTE = 60_000;
const away: Outcome<never> = { done: false, final: false, reason: 'unreachable' };
const gone: Outcome<never> = { done: false, final: true, reason: 'unknownChannel' };
const awake: Outcome<ThreadFacts> = {
  done: true,
  value: { archived: false, locked: false, isPrivate: false },
};

const message = (over: Partial<PastMessage>): PastMessage => ({
  messageId: '501',
  authorId: idOf('alice'),
  authorIsBot: false,
  authorNames: [],
  at: 0,
  content: '',
  mentions: [],
  isSystem: false,
  ...over,
});

/** Alice asked 31 minutes ago; these have agreed to be mentioned. */
async function waiting(
  actions: Partial<Actions>,
  available: readonly string[] = [idOf('bob'), idOf('carl')],
) {
  const sent: (readonly string[])[] = [];
  const made = testContext({
    actions: {
      send: async (_channelId, { pings = [] }) => {
        sent.push(pings);
        return { done: true, value: { messageId: '901' } };
      },
      ...actions,
    },
  });
  const { ctx, clock } = made;
  await openQuestion(ctx, {
    id: THREAD,
    guildId: GUILD,
    channelId: '5',
    firstMessageIn: THREAD,
    name: 'How?',
    askerId: idOf('alice'),
    at: clock.now(),
    tagIds: ['70'],
  });
  for (const memberId of available) await keepWish(ctx, { guildId: GUILD, memberId }, { available: true });
  clock.advance(31 * MINUTE);
  ctx.outbox.start();
  const look = async () => {
    await routeQuestions(ctx);
    await ctx.outbox.whenIdle();
    return sent.map((pings) => [...pings].sort());
  };
  return { ...made, look };
}

const routedAt = async (ctx: Context) =>
  (await ctx.db.read((db) => findQuestion(db, THREAD)))?.routedAt ?? undefined;

describe('what Discord says at that moment', () => {
  const never: [string, Partial<Actions>][] = [
    ['archived', { thread: async () => ({ ...awake, value: { ...awake.value, archived: true } }) }],
    ['locked', { thread: async () => ({ ...awake, value: { ...awake.value, locked: true } }) }],
    ['gone', { thread: async () => gone }],
    ['not to be read', { messagesAfter: async () => gone }],
    [
      'answered',
      { messagesAfter: async () => ({ done: true, value: [message({ authorId: idOf('dora') })] }) },
    ],
    ['out of sight of everybody', { readersAmong: async () => ({ done: true, value: [] }) }],
  ];
  test.each(never)('a thread that is %s is left in peace for good', async (_what, actions) => {
    const { ctx, look, clock } = await waiting(actions);
    expect(await look()).toEqual([]);
    expect(await routedAt(ctx)).toBe(clock.now());
  });

  test.each([['thread'], ['messagesAfter'], ['readersAmong']] as const)(
    'when it does not say (%s), it is asked again',
    async (action) => {
      let isAway = true;
      const answer = async (...args: readonly unknown[]) => {
        if (isAway) return away;
        if (action === 'thread') return awake;
        return { done: true, value: action === 'readersAmong' ? args[1] : [] };
      };
      const { ctx, look } = await waiting({ [action]: answer });
      expect(await look()).toEqual([]);
      expect(await routedAt(ctx)).toBeUndefined();
      isAway = false;
      expect(await look()).toEqual([[idOf('bob'), idOf('carl')]]);
    },
  );

  test('bots, joins and the asker are no answer; once mentioned is mentioned', async () => {
    const { look } = await waiting({
      messagesAfter: async () => ({
        done: true,
        value: [
          message({ authorId: idOf('alice') }),
          message({ authorId: 'robot', authorIsBot: true }),
          message({ authorId: idOf('eve'), isSystem: true }),
        ],
      }),
    });
    expect(await look()).toEqual([[idOf('bob'), idOf('carl')]]);
    expect(await look()).toEqual([[idOf('bob'), idOf('carl')]]);
  });

  test('whoever takes it back while Discord is asked is not mentioned', async () => {
    const holder: { ctx?: Context } = {};
    const { ctx, look } = await waiting({
      readersAmong: async (_channelId, memberIds) => {
        if (holder.ctx)
          await keepWish(holder.ctx, { guildId: GUILD, memberId: idOf('bob') }, { available: false });
        return { done: true, value: memberIds };
      },
    });
    holder.ctx = ctx;
    expect(await look()).toEqual([[idOf('carl')]]);
  });
});

test('those who solved most with this tag come first, three at most', async () => {
  const people = [idOf('bob'), idOf('carl'), idOf('dora'), idOf('emil'), idOf('fred')];
  const { ctx, look, clock } = await waiting({}, people);
  const solve = (memberId: string, tagId: string, n: number) =>
    ctx.db.write(async (tx) => {
      const questionId = idOf(`${wordOf(memberId)}-${tagId}-${n}`.slice(-8));
      const common = { questionId, guildId: GUILD };
      tx.insert(questionTags)
        .values({ ...common, tagId, askedAt: 0, state: 'solved' })
        .run();
      tx.insert(questionSolutions)
        .values({
          ...common,
          kind: 'solution',
          messageId: questionId,
          memberId,
          isStaff: 0,
          weight: 100,
          markedBy: idOf('alice'),
          way: 'menu',
          markedAt: clock.now() - MINUTE,
        })
        .run();
    });
  await solve(idOf('fred'), '70', 1);
  await solve(idOf('emil'), '70', 1);
  await solve(idOf('dora'), '71', 1);
  await solve(idOf('dora'), '71', 2);
  // Both who know the tag; of the others one, whose turn it is.
  expect((await look())[0]).toEqual([idOf('bob'), idOf('emil'), idOf('fred')]);
});
