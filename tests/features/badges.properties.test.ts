// Badges after any sequence of credit given, taken, held and given again, of answers, tags and time: held exactly where earned.
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Context } from '../../src/core/context.ts';
import { findById } from '../../src/core/ledger-rows.ts';
import type { Recognition } from '../../src/core/ledger-rules.ts';
import { questions, questionTags } from '../../src/core/question-tables.ts';
import { members, recognitions, standings } from '../../src/core/schema.ts';
import { badgesHeld } from '../../src/core/standing-tables.ts';
import { EARNED, type EarnedBadge, type Measure } from '../../src/features/badges/catalogue.rules.ts';
import { followCredit, followQuestions } from '../../src/features/badges/earning.ts';
import { recountGuild } from '../../src/features/badges/recounting.ts';
import {
  BREAK_MS,
  DAY_MS,
  FORGOTTEN_AFTER_MS,
  PROVEN_AFTER_MS,
  SWIFT_WITHIN_MS,
} from '../../src/features/badges/rules.ts';
import { addQuestion, findQuestion, retag } from '../../src/features/questions/store.ts';
import { recognise, reinstate, withdraw } from '../../src/features/recognition/service.ts';
import { testContext } from '../support/context.ts';
import { idOf } from '../support/ids.ts';

const GUILD = '1';
const PEOPLE = [idOf('alice'), idOf('bob'), idOf('carl')] as const;
const QUESTIONS = ['501', '502', '503'] as const;

/** The catalogue with numbers so small that a short story reaches and loses them. */
const SMALL: readonly EarnedBadge[] = [
  ...Map.groupBy(EARNED, ({ requirement }) => requirement.measure).values(),
].flatMap((steps) =>
  steps.map((badge, step) => {
    const { measure } = badge.requirement;
    return {
      ...badge,
      requirement: { measure, atLeast: measure === 'daysHere' ? 40 * (step + 1) : step + 1 },
    };
  }),
);
const SMALL_BY = Map.groupBy(SMALL, ({ requirement }) => requirement.measure);

const person = fc.constantFrom(...PEOPLE);
const question = fc.constantFrom(...QUESTIONS);
const which = fc.nat(30);
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('thank' as const),
      giver: person,
      receiver: person,
      language: fc.constantFrom('en', 'el', 'ja', undefined),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('solve' as const),
      question,
      receiver: person,
      kind: fc.constantFrom('solution' as const, 'thanks' as const, 'assist' as const),
    }),
  },
  fc.record({
    do: fc.constantFrom('takeBack' as const, 'again' as const, 'hold' as const, 'reinstate' as const),
    which,
  }),
  fc.record({ do: fc.constant('answerFirst' as const), question, by: person, late: fc.boolean() }),
  fc.record({ do: fc.constant('tag' as const), question, tags: fc.subarray(['71', '72', '73']) }),
  fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(60_000, DAY_MS, 20 * DAY_MS, BREAK_MS) }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

async function play(
  ctx: Context,
  clock: { advance(ms: number): void },
  rows: Recognition[],
  now: Step,
): Promise<void> {
  const give = async (fact: Parameters<typeof recognise>[2]) => {
    const { row } = await ctx.db.write((tx) => recognise(ctx, tx, fact));
    if (!rows.some(({ id }) => id === row.id)) rows.push(row);
  };
  const common = { guildId: GUILD, channelId: '5', weight: 100, occurredAt: ctx.clock.now() };
  switch (now.do) {
    case 'thank': {
      const { giver: giverId, receiver: receiverId, language } = now;
      if (giverId === receiverId) return;
      const key = `message:${rows.length}`;
      return give({
        ...common,
        sourceKey: `text:${key}`,
        kind: 'thanks',
        giverId,
        receiverId,
        helpKey: key,
        language,
        points: 10,
      });
    }
    case 'solve': {
      const { question: id, receiver: receiverId, kind } = now;
      const asker = (await ctx.db.read((db) => findQuestion(db, id)))?.askerId ?? '';
      if (asker === receiverId) return;
      const points = kind === 'solution' ? 25 : 10;
      return give({
        ...common,
        sourceKey: `${kind}:${id}:${receiverId}`,
        kind,
        giverId: asker,
        receiverId,
        helpKey: `question:${id}`,
        points,
      });
    }
    case 'answerFirst':
      return ctx.db.write(async (tx) => {
        const known = await findQuestion(tx, now.question);
        if (!known || known.firstAnswerBy !== null || known.askerId === now.by) return;
        const answered = { firstAnswerBy: now.by, firstAnswerMs: now.late ? FORGOTTEN_AFTER_MS : 60_000 };
        tx.update(questions).set(answered).where(eq(questions.id, now.question)).run();
        await ctx.followers.tellOfQuestion(tx, known);
      });
    case 'tag':
      return ctx.db.write(async (tx) => {
        const known = await findQuestion(tx, now.question);
        if (known && (await retag(tx, known, now.tags))) await ctx.followers.tellOfQuestion(tx, known);
      });
    case 'wait':
      return clock.advance(now.ms);
    default: {
      const chosen = rows[now.which % Math.max(1, rows.length)];
      const row = chosen && (await ctx.db.read((db) => findById(db, chosen.id)));
      if (!row) return;
      if (now.do === 'again') {
        const { messageId: _, sourceMessageId: _m, reason: _r, language, ...fact } = row;
        return give({ ...fact, language: language ?? undefined });
      }
      await ctx.db.write(async (tx) => {
        if (now.do === 'reinstate') await reinstate(ctx, tx, row);
        else await withdraw(ctx, tx, row, now.do === 'hold' ? 'held' : 'unreacted');
      });
    }
  }
}

/** Another way of counting than the product's: all rows in memory, folded by hand. */
async function countAll(ctx: Context, memberId: string): Promise<Record<Measure, number>> {
  return ctx.db.read((db) => {
    const now = ctx.clock.now();
    const all = db.select().from(recognitions).all();
    const asked = new Map(
      db
        .select()
        .from(questions)
        .all()
        .map((one) => [one.id, one]),
    );
    const tags = db.select().from(questionTags).all();
    const joinedAt = db.select().from(members).where(eq(members.memberId, memberId)).get()?.joinedAt ?? now;
    const byPeople = all.filter((row) => row.counts === 1);
    const mine = byPeople.filter((row) => row.receiverId === memberId);
    const thanks = all.filter((row) => row.kind === 'thanks' && row.firstOfKind === 1);
    const thanked = thanks.filter((row) => row.receiverId === memberId);
    const solutions = all.filter(
      (row) => row.kind === 'solution' && row.firstOfKind === 1 && row.receiverId === memberId,
    );
    const questionOf = ({ helpKey }: Recognition) => asked.get(helpKey.replace('question:', ''));
    const firsts = mine.filter((row) => questionOf(row)?.firstAnswerBy === memberId);
    const isNewcomer = (row: Recognition) => {
      const its = questionOf(row);
      return ![...asked.values()].some(
        (other) => other.askerId === its?.askerId && other.askedAt < its.askedAt,
      );
    };
    const perTag = Map.groupBy(
      solutions.flatMap((row) => tags.filter(({ questionId }) => questionId === questionOf(row)?.id)),
      ({ tagId }) => tagId,
    );
    const times = mine.map(({ occurredAt }) => occurredAt).toSorted((a, b) => a - b);
    const helped = new Set(mine.map(({ giverId }) => giverId)).size;
    return {
      solutions: solutions.length,
      thanksReceived: thanked.length,
      thanksGiven: thanks.filter((row) => row.giverId === memberId).length,
      peopleHelped: helped,
      activeDays: new Set(times.map((at) => Math.floor(at / DAY_MS))).size,
      helpersThanked: new Set(byPeople.filter((row) => row.giverId === memberId).map((row) => row.receiverId))
        .size,
      languages: new Set(thanked.flatMap(({ language }) => language ?? [])).size,
      firstAnswers: firsts.length,
      newcomers: firsts.filter(isNewcomer).length,
      forgotten: solutions.filter((row) => (questionOf(row)?.firstAnswerMs ?? 0) >= FORGOTTEN_AFTER_MS)
        .length,
      swift: solutions.filter((row) => row.occurredAt - (questionOf(row)?.askedAt ?? 0) <= SWIFT_WITHIN_MS)
        .length,
      oldAnswers: 0,
      inOneTag: Math.max(0, ...[...perTag.values()].map((rows) => rows.length)),
      tags: perTag.size,
      provenSolutions: solutions.filter((row) => row.occurredAt <= now - PROVEN_AFTER_MS).length,
      comebacks: times.filter((at, i) => i > 0 && at - (times[i - 1] ?? at) >= BREAK_MS).length,
      daysHere: helped > 0 ? Math.floor((now - joinedAt) / DAY_MS) : 0,
    };
  });
}

const heldNow = (ctx: Context, memberId: string): Promise<ReadonlySet<string>> =>
  ctx.db.read(
    (db) =>
      new Set(
        db
          .select()
          .from(badgesHeld)
          .where(eq(badgesHeld.memberId, memberId))
          .all()
          .flatMap(({ badge, revokedAt }) => (revokedAt === null ? [badge] : [])),
      ),
  );

/** These come with time alone, and so by night. */
const BY_NIGHT: ReadonlySet<Measure> = new Set(['provenSolutions', 'daysHere']);

async function agree(ctx: Context, when: 'atOnce' | 'byNight'): Promise<void> {
  for (const memberId of PEOPLE) {
    const counts = await countAll(ctx, memberId);
    const held = await heldNow(ctx, memberId);
    for (const { id, lasting, requirement } of SMALL) {
      const { measure, atLeast } = requirement;
      if (when === 'atOnce' && BY_NIGHT.has(measure)) continue;
      const holds = counts[measure] >= atLeast;
      // A lasting badge may be held longer than it is earned, never later.
      if (lasting ? holds && !held.has(id) : holds !== held.has(id))
        throw new Error(
          `${memberId} ${id}: ${counts[measure]} of ${atLeast} ${measure}, held: ${held.has(id)}`,
        );
    }
  }
}

async function empty(ctx: Context): Promise<void> {
  await ctx.db.write(async (tx) => {
    for (const table of [recognitions, standings, badgesHeld, questions, questionTags, members])
      tx.delete(table).run();
    const now = ctx.clock.now();
    for (const [i, id] of QUESTIONS.entries()) {
      const askerId = PEOPLE[i === 2 ? 0 : i] ?? '';
      const asked = { id, guildId: GUILD, channelId: '9', firstMessageIn: id, title: 'How?', askerId };
      await addQuestion(tx, { ...asked, askedAt: now - 3_600_000 + i * 3_590_000 * 0.5 }, ['71']);
    }
    for (const memberId of PEOPLE)
      tx.insert(members)
        .values({ guildId: GUILD, memberId, joinedAt: now - DAY_MS })
        .run();
  });
}

/** What brings badges, and takes them, again and again: what is drawn may do it seldom. */
const GIVEN_AND_TAKEN: Step[] = [
  { do: 'thank', giver: PEOPLE[0], receiver: PEOPLE[1], language: 'en' },
  ...Array.from({ length: 55 }, (): Step[] => [
    { do: 'takeBack', which: 0 },
    { do: 'again', which: 0 },
  ]).flat(),
];

test('a badge is held where its requirement holds, after every step; and a rebuild from the ledger gives the same', async () => {
  const shared = testContext();
  shared.ctx.followers.add(followCredit(shared.ctx, SMALL_BY));
  shared.ctx.followers.addOfQuestions(followQuestions(shared.ctx, SMALL_BY));
  let reached = 0;
  let lost = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      const { ctx, clock } = shared;
      await empty(ctx);
      const rows: Recognition[] = [];
      for (const one of steps) {
        const before = (await Promise.all(PEOPLE.map((id) => heldNow(ctx, id)))).map(({ size }) => size);
        await play(ctx, clock, rows, one);
        await agree(ctx, 'atOnce');
        const after = (await Promise.all(PEOPLE.map((id) => heldNow(ctx, id)))).map(({ size }) => size);
        reached += after.filter((size, i) => size > (before[i] ?? 0)).length;
        lost += after.filter((size, i) => size < (before[i] ?? 0)).length;
      }
      await recountGuild(ctx, GUILD, { isNews: true, badges: SMALL_BY });
      await agree(ctx, 'byNight');
      const lived = await Promise.all(PEOPLE.map((id) => heldNow(ctx, id)));
      await ctx.db.write(async (tx) => tx.delete(badgesHeld).run());
      await recountGuild(ctx, GUILD, { isNews: false, badges: SMALL_BY });
      const rebuilt = await Promise.all(PEOPLE.map((id) => heldNow(ctx, id)));
      const lasting = new Set<string>(SMALL.filter((badge) => badge.lasting).map(({ id }) => id));
      for (const [i, held] of lived.entries()) {
        const again = rebuilt[i] ?? new Set();
        // What lasts is remembered, not derived: a rebuild keeps it, and cannot find it once it is forgotten.
        expect([...again].filter((id) => !held.has(id))).toEqual([]);
        expect([...held].filter((id) => !again.has(id) && !lasting.has(id))).toEqual([]);
      }
    }),
    { numRuns: 60, examples: [[GIVEN_AND_TAKEN]] },
  );
  expect(reached).toBeGreaterThan(100);
  expect(lost).toBeGreaterThan(20);
});
