// Any sequence of what can happen to a question, against a small model: its state, and credit that equals its marks.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isRefusal } from '../../src/core/context.ts';
import type { QuestionState } from '../../src/core/question-tables.ts';
import { differences } from '../../src/core/recount.ts';
import { standingOf } from '../../src/core/standings.ts';
import { nameAssists } from '../../src/features/questions/assists.service.ts';
import { confirmSolution, withdrawReaction } from '../../src/features/questions/confirming.ts';
import type { Answer, Marker } from '../../src/features/questions/marking.rules.ts';
import {
  markSolution,
  messagesDeleted,
  reopenQuestion,
  unmark,
} from '../../src/features/questions/marks.service.ts';
import * as service from '../../src/features/questions/service.ts';
import { findQuestion } from '../../src/features/questions/store.ts';
import { testContext } from '../support/context.ts';

const GUILD = '1';
const ASKER = '10';
const HELPERS = ['11', '12', '13', '14'] as const;
const PEERS = ['21', '22', '23'] as const;
const STAFF = '31';

/** Two people may decide. */
type Who = 'asker' | 'staff';

type Op =
  | { do: 'answer'; helper: number }
  | { do: 'mark'; who: Who; message: number; mode: 'add' | 'replace' }
  | { do: 'react' | 'unreact'; who: Who; message: number }
  | { do: 'clear'; message: number }
  | { do: 'unmark'; message: number }
  | { do: 'delete'; message: number }
  | { do: 'assist'; helpers: readonly number[] }
  | { do: 'confirm' | 'unconfirm'; message: number; peer: number }
  | { do: 'close' | 'reopen' | 'leave' | 'return' };

/** Eight messages: 0 to 3 by each helper, 4 by the asker, 5 to 7 by the first helpers again. */
const AUTHORS = [...HELPERS, ASKER, ...HELPERS.slice(0, 3)];
const message = fc.integer({ min: 0, max: AUTHORS.length - 1 });
const helper = fc.integer({ min: 0, max: HELPERS.length - 1 });
const peer = fc.integer({ min: 0, max: PEERS.length - 1 });
const who = fc.constantFrom<Who[]>('asker', 'asker', 'staff');
const op: fc.Arbitrary<Op> = fc.oneof(
  fc.record({ do: fc.constant('answer' as const), helper }),
  fc.record({
    do: fc.constant('mark' as const),
    who,
    message,
    mode: fc.constantFrom('add' as const, 'replace' as const),
  }),
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('react' as const, 'react' as const, 'unreact' as const),
      who: fc.constantFrom<Who[]>('asker', 'staff'),
      // Few, so that both often put ✅ on the same.
      message: fc.integer({ min: 0, max: 2 }),
    }),
  },
  fc.record({ do: fc.constantFrom('unmark' as const, 'delete' as const, 'clear' as const), message }),
  fc.record({ do: fc.constant('assist' as const), helpers: fc.uniqueArray(helper, { maxLength: 4 }) }),
  fc.record({
    do: fc.constantFrom('confirm' as const, 'confirm' as const, 'unconfirm' as const),
    message,
    peer,
  }),
  fc.record({
    do: fc.constantFrom('close' as const, 'reopen' as const, 'leave' as const, 'return' as const),
  }),
);

/** By whom a message was marked, and how; or by the word of peers. */
type Said = Map<Who, 'menu' | 'reaction'> | 'peers';

/** What a question is, in as few words as possible. */
class Model {
  state: QuestionState = 'open';
  answered = false;
  left = false;
  closedByLeaving = false;
  readonly gone = new Set<number>();
  solutions = new Map<number, Said>();
  assists: string[] = [];
  confirmed = new Map<number, Set<number>>();

  apply(one: Op): void {
    switch (one.do) {
      case 'answer':
        this.answered = true;
        if (this.state === 'open') this.state = 'answered';
        return;
      case 'mark':
        this.mark(one.message, one.mode, one.who, 'menu');
        return;
      case 'react':
        this.mark(one.message, 'add', one.who, 'reaction');
        return;
      case 'unreact':
        this.unreact(one.message, [one.who]);
        return;
      case 'clear':
        this.unreact(one.message, ['asker', 'staff']);
        this.unconfirm(one.message, [0, 1, 2]);
        return;
      case 'unmark':
        if (this.solutions.has(one.message)) this.drop(one.message);
        this.confirmed.clear();
        return;
      case 'delete':
        this.gone.add(one.message);
        if (this.solutions.has(one.message)) this.drop(one.message);
        return;
      case 'assist': {
        if (this.state !== 'solved') return;
        const solvers = [...this.solutions.keys()].map((id) => AUTHORS[id]);
        const named = one.helpers.map((id) => HELPERS[id] ?? '').filter((id) => !solvers.includes(id));
        this.assists = named.slice(0, 3);
        return;
      }
      case 'confirm': {
        if (this.gone.has(one.message) || AUTHORS[one.message] === ASKER) return;
        if (this.state === 'solved' || this.state === 'closed' || !this.left) return;
        const by = this.confirmed.get(one.message) ?? new Set();
        this.confirmed.set(one.message, by.add(one.peer));
        this.agree();
        return;
      }
      case 'unconfirm':
        this.unconfirm(one.message, [one.peer]);
        return;
      case 'close':
        if (this.state === 'open' || this.state === 'answered') this.state = 'closed';
        return;
      case 'reopen':
        if (this.state !== 'solved' && this.state !== 'closed') return;
        this.solutions.clear();
        this.confirmed.clear();
        this.closedByLeaving = false;
        this.unsettle();
        return;
      case 'leave':
        if (this.left || (this.state !== 'open' && this.state !== 'answered')) return;
        this.left = true;
        this.closedByLeaving = this.state === 'open';
        if (this.closedByLeaving) this.state = 'closed';
        this.agree();
        return;
      case 'return':
        if (!this.left) return;
        this.left = false;
        if (this.closedByLeaving && this.state === 'closed') this.unsettle();
        this.closedByLeaving = false;
        return;
    }
  }

  /** A mark stands as long as one of those who made it stands by it. */
  private unreact(id: number, people: readonly Who[]): void {
    const said = this.solutions.get(id);
    if (said === undefined || said === 'peers') return;
    for (const one of people) if (said.get(one) === 'reaction') said.delete(one);
    if (said.size === 0) this.drop(id);
  }

  private unconfirm(id: number, peers: readonly number[]): void {
    const by = this.confirmed.get(id);
    const dropped = peers.filter((one) => by?.delete(one)).length > 0;
    if (dropped && (by?.size ?? 0) < 2 && this.solutions.get(id) === 'peers') this.drop(id);
  }

  private mark(id: number, mode: 'add' | 'replace', by: Who, way: 'menu' | 'reaction'): void {
    if (this.gone.has(id)) return;
    const known = this.solutions.get(id);
    if (known !== undefined && known !== 'peers') {
      if (!known.has(by)) known.set(by, way);
      this.confirmed.clear();
      return;
    }
    const full = [...this.solutions.values()].filter((one) => one !== 'peers').length;
    if (mode === 'add' && full >= 3) return;
    for (const [other, how] of this.solutions) {
      if (mode === 'replace' || how === 'peers') this.solutions.delete(other);
    }
    this.solutions.set(id, new Map([[by, way]]));
    this.confirmed.clear();
    this.closedByLeaving = false;
    this.state = 'solved';
  }

  private agree(): void {
    if (this.state !== 'answered') return;
    const agreed = [...this.confirmed].find(([, by]) => by.size >= 2);
    if (!agreed) return;
    this.solutions.set(agreed[0], 'peers');
    this.state = 'solved';
  }

  private drop(id: number): void {
    this.solutions.delete(id);
    if (this.solutions.size === 0) this.unsettle();
  }

  private unsettle(): void {
    this.state = this.answered ? 'answered' : 'open';
    this.assists = [];
  }

  /** Of one help the strongest counts. */
  pointsOf(helperId: string): number {
    const worth = [...this.solutions]
      .filter(([id]) => AUTHORS[id] === helperId)
      .map(([, way]) => (way === 'peers' ? 13 : 25));
    return Math.max(0, ...worth, ...(this.assists.includes(helperId) ? [10] : []));
  }

  solutionsOf(helperId: string): number {
    return [...this.solutions.keys()].some((id) => AUTHORS[id] === helperId) ? 1 : 0;
  }
}

test('whatever happens, once or twice, state and credit are what the model says', {
  timeout: 120_000,
}, async () => {
  const { ctx, clock } = testContext();
  let told = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(op, fc.boolean()), { minLength: 1, maxLength: 25 }), async (story) => {
      told += 1;
      // Ids carry their time: these are of messages long ago.
      const id = String(1_000_000_000_000 + told);
      const asker = `${ASKER}${id}`;
      const run = runner(ctx, id, asker, clock.now());
      await service.openQuestion(ctx, {
        id,
        guildId: GUILD,
        channelId: '5',
        firstMessageIn: id,
        name: 'How?',
        askerId: asker,
        at: clock.now(),
        tagIds: [],
      });
      const before = await standings(ctx);
      const model = new Model();
      for (const [one, twice] of story) {
        clock.advance(1000);
        if (twice && one.do !== 'answer') await run(one);
        await run(one);
        model.apply(one);
        if (twice && one.do !== 'answer') model.apply(one);
        const question = await ctx.db.read((db) => findQuestion(db, id));
        expect([one.do, question?.state]).toEqual([one.do, model.state]);
        const now = await standings(ctx);
        const gained = HELPERS.map((helperId) => [
          (now.get(helperId)?.points ?? 0) - (before.get(helperId)?.points ?? 0),
          (now.get(helperId)?.solutions ?? 0) - (before.get(helperId)?.solutions ?? 0),
        ]);
        expect([one.do, gained]).toEqual([
          one.do,
          HELPERS.map((h) => [model.pointsOf(h), model.solutionsOf(h)]),
        ]);
      }
      expect(await ctx.db.read((db) => differences(db, GUILD, 'UTC'))).toEqual([]);
    }),
    { numRuns: 120 },
  );
});

async function standings(ctx: ReturnType<typeof testContext>['ctx']) {
  const found = new Map<string, { points: number; solutions: number }>();
  for (const helperId of HELPERS) {
    const { points, solutions } = await ctx.db.read((db) => standingOf(db, GUILD, 'all', helperId));
    found.set(helperId, { points, solutions });
  }
  return found;
}

/** Does one thing to a question, through the services. */
function runner(ctx: ReturnType<typeof testContext>['ctx'], id: string, asker: string, askedAt: number) {
  const deleted = new Set<number>();
  const messageId = (n: number) => String(BigInt(id) * 1000n + BigInt(n));
  const answerOf = (n: number): Answer => ({
    messageId: messageId(n),
    channelId: id,
    authorId: AUTHORS[n] === ASKER ? asker : (AUTHORS[n] ?? ''),
    byPerson: true,
    byStaff: false,
  });
  const marker = (memberId: string, tier?: string): Marker => ({
    memberId,
    isBot: false,
    isStaff: false,
    isModerator: false,
    isAmbassador: false,
    tier,
  });
  const self = marker(asker);
  const staff = { ...marker(STAFF), isStaff: true };
  const people = { asker: self, staff };
  let written = 0;
  return async (one: Op): Promise<void> => {
    switch (one.do) {
      case 'answer': {
        const said = {
          messageId: String(BigInt(id) * 1000n + BigInt(100 + written++)),
          at: askedAt + written,
        };
        await service.noteMessages(ctx, id, [
          { ...said, memberId: HELPERS[one.helper] ?? '', isStaff: false },
        ]);
        await service.noteMessages(ctx, id, [
          { ...said, memberId: HELPERS[one.helper] ?? '', isStaff: false },
        ]);
        return;
      }
      case 'mark':
      case 'react': {
        // A deleted message cannot be marked: it is not found.
        if (deleted.has(one.message)) return;
        const way = one.do === 'mark' ? ('menu' as const) : ('reaction' as const);
        const mode = one.do === 'mark' ? one.mode : 'add';
        await markSolution(ctx, {
          questionId: id,
          answer: answerOf(one.message),
          marker: people[one.who],
          way,
          mode,
        });
        return;
      }
      case 'unreact':
        return withdrawReaction(ctx, id, messageId(one.message), people[one.who].memberId);
      case 'clear':
        return withdrawReaction(ctx, id, messageId(one.message), undefined);
      case 'unmark':
        await unmark(ctx, id, self, messageId(one.message));
        return;
      case 'delete':
        deleted.add(one.message);
        return messagesDeleted(ctx, [messageId(one.message)]);
      case 'assist': {
        const named = one.helpers.map((n) => ({ memberId: HELPERS[n] ?? '', isBot: false, isStaff: false }));
        await nameAssists(ctx, id, self, named);
        return;
      }
      case 'confirm': {
        if (deleted.has(one.message)) return;
        const confirmed = await confirmSolution(ctx, {
          questionId: id,
          answer: answerOf(one.message),
          marker: marker(PEERS[one.peer] ?? '', 'helper'),
          patiently: false,
        });
        if (isRefusal(confirmed))
          expect(confirmed.refused).toMatch(/askerMayStillSay|questionSettled|questionNotYours/);
        return;
      }
      case 'unconfirm':
        return withdrawReaction(ctx, id, messageId(one.message), PEERS[one.peer] ?? '');
      case 'close':
        await service.closeQuestion(ctx, id, self, { why: 'noLongerNeeded' });
        return;
      case 'reopen':
        await reopenQuestion(ctx, id, self);
        return;
      case 'leave':
        return service.askerLeft(ctx, GUILD, asker);
      case 'return':
        return service.askerReturned(ctx, GUILD, asker);
    }
  };
}
