// Turns come at an even pace, in the order in which they were asked for, and end when they are closed.
import { expect, test } from 'vitest';
import { type Rank, Turns } from '../../src/discord/turns.ts';
import { manualClock } from '../support/clock.ts';

const RHYTHM = { atOnce: 10, everyMs: 1_200, kept: 0 };

/** Turns, and when each was given, with what was asked for it. */
function begin(rhythm = RHYTHM) {
  const clock = manualClock();
  const turns = new Turns(clock, rhythm);
  const given: { who: number; at: number; isGiven: boolean }[] = [];
  const asked: Promise<void>[] = [];
  const ask = (who: number, rank: Rank = 'spare') => {
    asked.push(turns.take(rank).then((isGiven) => void given.push({ who, at: clock.now(), isGiven })));
  };
  /** Lets time pass in steps of 100 ms, so that each is given when it is due. */
  const pass = async (ms: number) => {
    for (let passed = 0; passed < ms; passed += 100) {
      clock.advance(100);
      await settled();
    }
  };
  return { clock, turns, given, ask, pass };
}

async function settled(): Promise<void> {
  for (let i = 0; i < 5; i++) await Promise.resolve();
}

test('a few at once, then one after the other, first come, first served', async () => {
  const { clock, given, ask, pass } = begin();
  const start = clock.now();
  for (let who = 0; who < 13; who++) ask(who);
  await settled();
  expect(given).toHaveLength(10);
  await pass(3_600);
  expect(given.map(({ who }) => who)).toEqual(Array.from({ length: 13 }, (_, who) => who));
  expect(given.slice(10).map(({ at }) => at - start)).toEqual([1_200, 2_400, 3_600]);
});

test('never more than 60 in any minute, however they are asked for, and as many as that', async () => {
  const { given, ask, pass } = begin();
  for (let who = 0; who < 150; who++) ask(who);
  await pass(61_000);
  // A quiet time, and then many at once.
  await pass(120_000);
  for (let who = 150; who < 400; who++) ask(who);
  await pass(180_000);
  const inAMinute = given.map(({ at }) => given.filter((one) => one.at >= at && one.at < at + 60_000).length);
  expect(Math.max(...inAMinute)).toBe(60);
  expect(given.length).toBe(150 + 10 + 150);
});

test('some are kept for those who are waited for, who come before those who came earlier', async () => {
  const { clock, turns, given, ask, pass } = begin({ ...RHYTHM, kept: 7 });
  const start = clock.now();
  for (let who = 0; who < 5; who++) ask(who);
  await settled();
  expect(given.map(({ who }) => who)).toEqual([0, 1, 2]);
  for (let who = 10; who < 18; who++) ask(who, 'waitedFor');
  await settled();
  expect(given.slice(3).map(({ who }) => who)).toEqual([10, 11, 12, 13, 14, 15, 16]);
  expect(turns.waitMs).toBe(2_400);
  await pass(20_000);
  expect(given.slice(10).map(({ who, at }) => [who, at - start])).toEqual([
    [17, 1_200],
    [3, 1_200 * 9],
    [4, 1_200 * 10],
  ]);
  expect(turns.waitMs).toBe(0);
});

test('a clock that was set back holds nobody up', async () => {
  const { clock, given, ask, pass } = begin();
  for (let who = 0; who < 10; who++) ask(who);
  await settled();
  clock.advance(-86_400_000);
  ask(10);
  await pass(1_200);
  expect(given).toHaveLength(11);
});

test('whoever waits when they end is sent away, and so is whoever comes later', async () => {
  const { clock, turns, given, ask } = begin();
  for (let who = 0; who < 12; who++) ask(who);
  turns.close();
  ask(12);
  await settled();
  expect(given.map(({ isGiven }) => isGiven)).toEqual([...Array(10).fill(true), false, false, false]);
  expect(clock.waiting).toBe(0);
});
