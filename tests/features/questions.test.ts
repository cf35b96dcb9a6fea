// Questions on a real database: large ones stay small, and every query finds its rows by an index.
import { expect, test } from 'vitest';
import type { Context } from '../../src/core/context.ts';
import { questionPeople, questions, questionTags } from '../../src/core/question-tables.ts';
import { markSolution } from '../../src/features/questions/marks.service.ts';
import * as marks from '../../src/features/questions/marks.store.ts';
import * as prompts from '../../src/features/questions/prompts.store.ts';
import * as service from '../../src/features/questions/service.ts';
import * as store from '../../src/features/questions/store.ts';
import * as there from '../../src/features/questions/there.store.ts';
import { testContext } from '../support/context.ts';
import { fullScans, queryPlansOf } from '../support/query-plans.ts';

const ask = (ctx: Context, id: string) =>
  service.openQuestion(ctx, {
    id,
    guildId: '1',
    channelId: '5',
    firstMessageIn: id,
    name: 'How?',
    askerId: '10',
    at: ctx.clock.now(),
    tagIds: ['80', '81'],
  });

test('5,000 messages by 300 people are 300 rows, and one question of a few hundred characters', async () => {
  const { ctx } = testContext();
  await ask(ctx, '500');
  const all = Array.from({ length: 5_000 }, (_, i) => ({
    messageId: String(10_000 + i),
    memberId: String(1_000 + (i % 300)),
    isStaff: false,
    at: ctx.clock.now() + i,
  }));
  for (let from = 0; from < all.length; from += 100) {
    const some = all.slice(from, from + 100);
    await service.noteMessages(ctx, '500', some);
    await service.noteMessages(ctx, '500', some.slice(-10));
  }
  const people = await ctx.db.read((db) => db.select().from(questionPeople).all());
  expect([people.length, people.reduce((sum, { messages }) => sum + messages, 0)]).toEqual([300, 5_000]);
  const rows = await ctx.db.read((db) => db.select().from(questions).all());
  expect(JSON.stringify(rows).length).toBeLessThan(1_500);
});

test('a question asked twice is one, with its tags; what figures need stands beside each tag', async () => {
  const { ctx } = testContext();
  await ask(ctx, '500');
  await ask(ctx, '500');
  const said = { messageId: '600', memberId: '11', isStaff: false, at: ctx.clock.now() + 60 };
  await service.noteMessages(ctx, '500', [said]);
  await markSolution(ctx, {
    questionId: '500',
    answer: { messageId: '600', channelId: '500', authorId: '11', byPerson: true, byStaff: false },
    marker: {
      memberId: '10',
      isBot: false,
      isStaff: false,
      isModerator: false,
      isAmbassador: false,
      tier: undefined,
    },
    way: 'menu',
    mode: 'replace',
  });
  const beside = await ctx.db.read((db) => db.select().from(questionTags).all());
  expect(beside).toMatchObject(
    ['80', '81'].map((tagId) => ({
      tagId,
      state: 'solved',
      firstAnswerMs: 60,
      firstAnswerStaff: 0,
      solvedStaff: 0,
    })),
  );
});

test('no query reads a whole table', async () => {
  const { ctx, path } = testContext();
  await ask(ctx, '500');
  const plans = await queryPlansOf(path, async (db) => {
    await store.findQuestion(db, '500');
    await store.tagsOf(db, '500');
    await store.unsettledOf(db, '1', '10');
    await store.leftBehindBy(db, '1', '10');
    await store.inChannel(db, '5');
    await there.unsettledThreads(db, '1', 5);
    await there.askersOf(db, '1', 5);
    await store.dueToBePutAway(db, 5, 5);
    await store.isStaffIn(db, '500', '11');
    await marks.marksOf(db, '500');
    await marks.liveMarksOn(db, '600');
    await marks.confirmationsOf(db, '500');
    await prompts.openPromptOf(db, '500');
    await prompts.latestPrompt(db, '500', 'proposal', 5);
    await prompts.wasAsked(db, '1', '10', 'proposal');
    await prompts.expiredPrompts(db, 5, 5);
  });
  expect(plans.length).toBeGreaterThan(10);
  expect(fullScans(plans)).toEqual([]);
});
