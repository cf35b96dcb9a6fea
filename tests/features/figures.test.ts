// Figures over a real database: what they count, against a plain recount; by which indexes; and charts that fail.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { questionStates, questions, questionTags } from '../../src/core/question-tables.ts';
import { chartOf, columnOf } from '../../src/features/figures/chart.rules.ts';
import { type Figures, rankOf, type Times } from '../../src/features/figures/rules.ts';
import { gatherFigures } from '../../src/features/figures/service.ts';
import * as store from '../../src/features/figures/store.ts';
import { drawPicture } from '../../src/features/pictures/drawing.ts';
import { testContext } from '../support/context.ts';
import { fullScans, queryPlansOf } from '../support/query-plans.ts';

const NOW = Date.parse('2026-11-18T12:00:00Z');
const DAY = 86_400_000;

interface Asked {
  at: number;
  state: (typeof questionStates)[number];
  answerMs: number | null;
  answerStaff: boolean;
  solutionMs: number | null;
  solvedStaff: boolean;
  tags: readonly string[];
  guildId: string;
}

const flag = (set: boolean) => (set ? 1 : 0);

async function withQuestions(all: readonly Asked[]) {
  const made = testContext();
  await made.ctx.db.write(async (tx) => {
    for (const [i, one] of all.entries()) {
      const figures = {
        guildId: one.guildId,
        askedAt: one.at,
        state: one.state,
        firstAnswerMs: one.answerMs,
        firstAnswerStaff: one.answerMs === null ? null : flag(one.answerStaff),
        solutionMs: one.solutionMs,
        solvedStaff: one.solutionMs === null ? null : flag(one.solvedStaff),
      };
      tx.insert(questions)
        .values({
          id: String(i),
          channelId: '5',
          title: 'How?',
          askerId: '10',
          lastActivityAt: one.at,
          lastAskerAt: one.at,
          ...figures,
        })
        .run();
      for (const tagId of one.tags)
        tx.insert(questionTags)
          .values({ questionId: String(i), tagId, ...figures })
          .run();
    }
  });
  return made;
}

/** The same figures, worked out by hand. */
function recount(
  all: readonly Asked[],
  tagId: string | undefined,
  start: number,
  end: number,
): Partial<Figures> {
  const here = all.filter((one) => one.guildId === '1' && (tagId === undefined || one.tags.includes(tagId)));
  const asked = here.filter(({ at }) => at >= start && at < end);
  const times = (list: readonly (number | null)[]): Times => {
    const sorted = list.filter((ms) => ms !== null).toSorted((a, b) => a - b);
    const at = (percentile: number) => sorted[rankOf(percentile, sorted.length) ?? -1];
    return { count: sorted.length, median: at(0.5), ninetieth: at(0.9) };
  };
  const answer = (which: (one: Asked) => boolean) =>
    times(asked.filter(which).map(({ answerMs }) => answerMs));
  const solution = (which: (one: Asked) => boolean) =>
    times(asked.filter(which).map(({ solutionMs }) => solutionMs));
  return {
    asked: asked.length,
    answered: asked.filter(({ answerMs }) => answerMs !== null).length,
    solved: asked.filter(({ state }) => state === 'solved').length,
    waiting: here.filter(({ state }) => state === 'open').length,
    firstAnswer: {
      all: answer(() => true),
      members: answer((one) => !one.answerStaff),
      staff: answer((one) => one.answerStaff),
    },
    solution: {
      all: solution(() => true),
      members: solution((one) => !one.solvedStaff),
      staff: solution((one) => one.solvedStaff),
    },
  };
}

const some = fc.record({
  at: fc.integer({ min: NOW - 60 * DAY, max: NOW }),
  state: fc.constantFrom(...questionStates),
  answerMs: fc.option(fc.integer({ min: 0, max: 40 }), { nil: null }),
  answerStaff: fc.boolean(),
  solutionMs: fc.option(fc.integer({ min: 0, max: 40 }), { nil: null }),
  solvedStaff: fc.boolean(),
  tags: fc.subarray(['80', '81']),
  guildId: fc.constantFrom('1', '1', '1', '2'),
});

test('they say what a recount says, of all questions and of a tag, in every period', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(some, { maxLength: 40 }), async (all) => {
      const { ctx } = await withQuestions(all);
      const wish = { guildId: '1', at: NOW, timeZone: 'UTC' };
      for (const tagId of [undefined, '80']) {
        const month = await gatherFigures(ctx, { ...wish, tagId, kind: 'month' });
        expect(month).toMatchObject(recount(all, tagId, Date.parse('2026-11-01'), Date.parse('2026-12-01')));
        expect(month.buckets.reduce((sum, { asked }) => sum + asked, 0)).toBe(month.asked);
        const ever = await gatherFigures(ctx, { ...wish, tagId, kind: 'all' });
        expect(ever).toMatchObject(recount(all, tagId, 0, Number.MAX_SAFE_INTEGER));
      }
      await ctx.db.close();
    }),
    { numRuns: 15 },
  );
});

test('no figure reads a whole table, or sorts', async () => {
  const { path } = testContext();
  const plans = await queryPlansOf(path, async (db) => {
    for (const tagId of [undefined, '80']) {
      const selection = { guildId: '1', tagId, start: 0, end: 1 };
      store.countQuestions(db, selection);
      store.countWaiting(db, selection);
      for (const duration of ['firstAnswer', 'solution'] as const) {
        store.countHelped(db, selection, duration);
        for (const whose of ['all', 'members', 'staff'] as const)
          store.timeAt(db, selection, { duration, whose, percentile: 0.5, count: 1 });
      }
    }
  });
  expect(plans).toHaveLength(22);
  expect(fullScans(plans)).toEqual([]);
  expect(plans.filter(({ steps }) => !steps.every((step) => step.includes('COVERING INDEX')))).toEqual([]);
});

describe('a chart', () => {
  const legend = { solved: 'Solved', answered: 'Ответ', open: 'Χωρίς' };
  const chart = chartOf(
    [columnOf({ start: 0, end: 1, asked: 3, answered: 2, solved: 1 }, 'Mon', '3')],
    legend,
  );

  test('is a PNG of its size', async () => {
    const png = await drawPicture({ kind: 'chart', chart }, testContext().ctx.log);
    const view = new DataView(png?.buffer ?? new ArrayBuffer(0), png?.byteOffset);
    expect(view.getUint32(0)).toBe(0x89504e47);
    expect([view.getUint32(16), view.getUint32(20)]).toEqual([1120, 500]);
  });

  test('that cannot be drawn is left out, and the log says so', async () => {
    const { ctx, log } = testContext();
    const broken = {
      ...chart,
      get columns(): never {
        throw new Error('no columns today');
      },
    };
    expect(await drawPicture({ kind: 'chart', chart: broken }, ctx.log)).toBeUndefined();
    expect(log.lines.map(({ msg }) => msg)).toEqual(['a picture could not be drawn; words have to do']);
    expect(await drawPicture({ kind: 'chart', chart }, ctx.log)).toBeDefined();
  });

  test('too many at once are left out', async () => {
    const { ctx } = testContext();
    const drawn = await Promise.all(
      Array.from({ length: 10 }, () => drawPicture({ kind: 'chart', chart }, ctx.log)),
    );
    expect(drawn.filter(Boolean)).toHaveLength(8);
  }, 20_000);
});
