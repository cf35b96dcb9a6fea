// What badges count, over ledgers of every kind: the same as when all rows are looked at by hand, and no further than asked.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { questionSolutions, questions, questionTags } from '../../src/core/question-tables.ts';
import { recognitionKinds, recognitions } from '../../src/core/schema.ts';
import * as store from '../../src/features/badges/counts.store.ts';
import { BREAK_MS, DAY_MS, FORGOTTEN_AFTER_MS, SWIFT_WITHIN_MS } from '../../src/features/badges/rules.ts';
import { testContext } from '../support/context.ts';
import { fullScans, queryPlansOf } from '../support/query-plans.ts';

const PEOPLE = ['11', '12', '13'] as const;
const GUILDS = ['1', '2'] as const;
const QUESTIONS = ['501', '502', '5030', '504'] as const;
const TAGS = ['71', '72', '73'] as const;

const person = fc.constantFrom(...PEOPLE);
const guildId = fc.constantFrom(...GUILDS, GUILDS[0]);
const question = fc.constantFrom(...QUESTIONS);
/** Moments a break apart, and one less than that, and the same again. */
const moment = fc
  .tuple(fc.nat(6), fc.constantFrom(0, 0, 1, BREAK_MS - 1, DAY_MS, SWIFT_WITHIN_MS, SWIFT_WITHIN_MS + 1))
  .map(([breaks, more]) => breaks * BREAK_MS + more);

const flag = fc.constantFrom(0, 1, 1);
const row = fc
  .record({
    guildId,
    kind: fc.constantFrom(...recognitionKinds, 'solution' as const, 'thanks' as const),
    giverId: person,
    receiverId: person,
    helpKey: fc.oneof(
      question.map((id) => `question:${id}`),
      fc.nat(20).map((id) => `message:${id}`),
    ),
    language: fc.constantFrom('en', 'el', 'ja', null),
    occurredAt: moment,
    revoked: fc.constantFrom(undefined, undefined, 'deleted', 'held'),
    counts: flag,
    firstOfKind: flag,
  })
  .map(({ revoked, ...rest }) => ({
    ...rest,
    // What is revoked or held counts nowhere: the ledger sees to that.
    ...(revoked === undefined
      ? { revokedAt: null, revokedWhy: null }
      : { revokedAt: 1, revokedWhy: revoked, counts: 0, firstOfKind: 0 }),
  }));
const asked = fc.record({
  askerId: person,
  askedAt: moment,
  firstAnswerBy: fc.option(person),
  firstAnswerMs: fc.constantFrom(null, 1, FORGOTTEN_AFTER_MS - 1, FORGOTTEN_AFTER_MS),
  tags: fc.subarray([...TAGS]),
});
const mark = fc.record({
  guildId,
  questionId: question,
  memberId: person,
  kind: fc.constantFrom('solution' as const, 'assist' as const),
  originQuestionId: fc.constantFrom(null, ...QUESTIONS),
  unmarkedAt: fc.constantFrom(null, null, 1),
});
const ledger = fc.record({
  rows: fc.array(row, { maxLength: 80, size: 'max' }),
  asked: fc.tuple(asked, asked, asked, asked),
  marks: fc.array(mark, { maxLength: 16, size: 'max' }),
  before: moment,
  most: fc.integer({ min: 1, max: 3 }),
});
type Ledger = typeof ledger extends fc.Arbitrary<infer L> ? L : never;

const counts = { ...store };
type Count = keyof typeof counts;
const COUNTED = Object.keys(counts) as Count[];

/** All rows in memory, folded by hand. The questions are of the first server. */
function byHand({ rows, asked, marks, before }: Ledger, memberId: string): Record<Count, number> {
  const here = rows.filter((one) => one.guildId === GUILDS[0]);
  const questionOf = new Map(asked.map((one, i) => [`question:${QUESTIONS[i]}`, one]));
  const helps = here.filter((one) => one.counts === 1 && one.kind !== 'award' && one.kind !== 'article');
  const mine = helps.filter((one) => one.receiverId === memberId);
  const firsts = here.filter((one) => one.firstOfKind === 1 && one.receiverId === memberId);
  const solutions = firsts.filter(({ kind }) => kind === 'solution');
  const times = mine.map(({ occurredAt }) => occurredAt).toSorted((a, b) => a - b);
  const answeredFirst = mine.filter(({ helpKey, giverId }) => {
    const its = questionOf.get(helpKey);
    return its?.firstAnswerBy === memberId && its.askerId === giverId;
  });
  const inQuestions = solutions.flatMap((one) => {
    const its = questionOf.get(one.helpKey);
    return its ? [{ ...one, its }] : [];
  });
  const perTag = Map.groupBy(
    inQuestions.flatMap(({ its }) => its.tags),
    (tag) => tag,
  );
  return {
    helpersThanked: new Set(
      helps.filter(({ giverId }) => giverId === memberId).map(({ receiverId }) => receiverId),
    ).size,
    languages: new Set(
      firsts.filter(({ kind }) => kind === 'thanks').flatMap(({ language }) => language ?? []),
    ).size,
    solutionsBefore: solutions.filter(({ occurredAt }) => occurredAt <= before).length,
    comebacks: times.filter((at, i) => i > 0 && at - (times[i - 1] ?? at) >= BREAK_MS).length,
    firstAnswers: answeredFirst.length,
    newcomers: answeredFirst.filter(({ helpKey }) => {
      const its = questionOf.get(helpKey);
      return !asked.some((other) => other.askerId === its?.askerId && other.askedAt < its.askedAt);
    }).length,
    forgotten: inQuestions.filter(({ its }) => (its.firstAnswerMs ?? 0) >= FORGOTTEN_AFTER_MS).length,
    swift: inQuestions.filter(({ its, occurredAt }) => occurredAt - its.askedAt <= SWIFT_WITHIN_MS).length,
    oldAnswers: new Set(
      marks
        .filter(
          (one) =>
            one.guildId === GUILDS[0] &&
            one.memberId === memberId &&
            one.kind === 'solution' &&
            one.unmarkedAt === null &&
            one.originQuestionId !== null &&
            one.originQuestionId !== one.questionId &&
            solutions.some(({ helpKey }) => helpKey === `question:${one.questionId}`),
        )
        .map(({ questionId }) => questionId),
    ).size,
    tags: perTag.size,
    inOneTag: Math.max(0, ...[...perTag.values()].map((all) => all.length)),
  };
}

/** A ledger in which the first of them has one of each count: what is drawn may leave one out. */
const ONE_OF_EACH: Ledger = (() => {
  const [helper, asker] = PEOPLE;
  const [solved, older] = QUESTIONS;
  const given = {
    guildId: GUILDS[0],
    language: 'en' as const,
    revokedAt: null,
    revokedWhy: null,
    counts: 1 as const,
    firstOfKind: 1 as const,
  };
  const helped = { ...given, giverId: asker, receiverId: helper };
  const solution = { ...helped, kind: 'solution' as const, helpKey: `question:${solved}` };
  const others = { askerId: PEOPLE[2], askedAt: 0, firstAnswerBy: null, firstAnswerMs: null, tags: [] };
  return {
    rows: [
      { ...solution, occurredAt: 1 },
      { ...helped, kind: 'thanks' as const, helpKey: 'message:1', occurredAt: 1 + BREAK_MS },
      { ...given, kind: 'thanks', giverId: helper, receiverId: asker, helpKey: 'message:2', occurredAt: 2 },
    ],
    asked: [
      {
        askerId: asker,
        askedAt: 0,
        firstAnswerBy: helper,
        firstAnswerMs: FORGOTTEN_AFTER_MS,
        tags: [TAGS[0]],
      },
      others,
      others,
      others,
    ],
    marks: [
      {
        guildId: GUILDS[0],
        questionId: solved,
        memberId: helper,
        kind: 'solution',
        originQuestionId: older,
        unmarkedAt: null,
      },
    ],
    before: 1,
    most: 1,
  };
})();

test('each count is what a count by hand gives, and stops at what is asked for', async () => {
  const { ctx } = testContext();
  const seen: Partial<Record<Count, number>> = {};
  await fc.assert(
    fc.asyncProperty(ledger, async (one) => {
      await ctx.db.write(async (tx) => {
        for (const table of [recognitions, questions, questionTags, questionSolutions])
          tx.delete(table).run();
        for (const [i, fact] of one.rows.entries())
          tx.insert(recognitions)
            .values({ ...fact, writtenKey: `${i}`, channelId: '5', weight: 100, points: 10, recordedAt: 0 })
            .run();
        for (const [i, { tags, ...about }] of one.asked.entries()) {
          const id = QUESTIONS[i] ?? '';
          const common = { guildId: GUILDS[0], askedAt: about.askedAt };
          const at = { lastActivityAt: about.askedAt, lastAskerAt: about.askedAt };
          tx.insert(questions)
            .values({ id, ...common, ...about, ...at, channelId: '9', title: 'How?' })
            .run();
          for (const tagId of tags)
            tx.insert(questionTags)
              .values({ questionId: id, tagId, ...common, state: 'solved' })
              .run();
        }
        for (const [i, about] of one.marks.entries())
          tx.insert(questionSolutions)
            .values({
              ...about,
              messageId: `${i}`,
              isStaff: 0,
              weight: 100,
              markedBy: PEOPLE[0],
              way: 'menu',
              markedAt: 0,
            })
            .run();
      });
      for (const memberId of PEOPLE) {
        const wanted = byHand(one, memberId);
        const who = { guildId: GUILDS[0], memberId, before: one.before };
        const all = await ctx.db.read((db) =>
          Object.fromEntries(COUNTED.map((what) => [what, counts[what](db, { ...who, most: -1 })])),
        );
        expect(all).toEqual(wanted);
        // As where forgotten questions are many.
        const among = await ctx.db.read((db) => counts.forgotten(db, { ...who, most: -1 }, -1));
        expect(among).toBe(wanted.forgotten);
        // As where somebody gave a great deal.
        const people = await ctx.db.read((db) => counts.helpersThanked(db, { ...who, most: -1 }, 1));
        expect(people).toBe(wanted.helpersThanked);
        for (const what of COUNTED) {
          const some = await ctx.db.read((db) => counts[what](db, { ...who, most: one.most }));
          expect(Math.min(some, one.most), what).toBe(Math.min(wanted[what], one.most));
          if (wanted[what] >= one.most) seen[what] = (seen[what] ?? 0) + 1;
        }
      }
    }),
    { numRuns: 150, examples: [[ONE_OF_EACH]] },
  );
  // Or it would not be known that each of them ever had enough to stop at.
  expect(Object.keys(seen).toSorted()).toEqual(COUNTED.toSorted());
});

test('none walks through all that somebody received or gave', async () => {
  const { path } = testContext();
  const indexes: Partial<Record<Count, readonly string[]>> = {};
  for (const what of COUNTED) {
    const plans = await queryPlansOf(path, async (db) => {
      const asked = { guildId: GUILDS[0], memberId: PEOPLE[0], before: 0, most: 1 };
      if (what === 'helpersThanked') counts.helpersThanked(db, asked, 0);
      else counts[what](db, asked);
    });
    expect(fullScans(plans)).toEqual([]);
    const used = plans.flatMap(({ steps }) => steps.flatMap((step) => /recognitions_\w+/.exec(step) ?? []));
    indexes[what] = [...new Set(used)];
  }
  expect(indexes).toEqual({
    // Each of these two looks for the next one only; the first one after a few rows.
    helpersThanked: ['recognitions_given', 'recognitions_pair'],
    comebacks: ['recognitions_received'],
    languages: ['recognitions_languages'],
    solutionsBefore: ['recognitions_solutions'],
    firstAnswers: ['recognitions_in_question'],
    newcomers: ['recognitions_in_question'],
    forgotten: ['recognitions_solved'],
    swift: ['recognitions_solved'],
    oldAnswers: ['recognitions_solved'],
    tags: ['recognitions_solved'],
    inOneTag: ['recognitions_solved'],
  });
});
