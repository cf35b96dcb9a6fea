// What can wait is asked so that others need not: never too many in a second, and none where little is left.
import { DefaultRestOptions } from 'discord.js';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { whenSpare } from '../../src/discord/spare.ts';

beforeEach(() => {
  vi.useFakeTimers();
  onTestFinished(() => {
    vi.useRealTimers();
  });
});

function begin(questions: number) {
  const rest = { options: DefaultRestOptions, globalReset: -1, globalRemaining: 50 };
  const went: number[] = [];
  for (let n = 0; n < questions; n++) void whenSpare(rest).then(() => went.push(Date.now()));
  return { rest, went };
}

test('45 questions in any second, evenly', async () => {
  const { went } = begin(400);
  await vi.advanceTimersByTimeAsync(6_000);
  expect(went.length).toBeGreaterThan(260);
  for (const [n, at] of went.entries()) {
    expect(at - (went[n - 45] ?? 0)).toBeGreaterThanOrEqual(1_000);
    expect(at - (went[n - 10] ?? 0)).toBeGreaterThan(100);
  }
});

test('what was not asked while the process was busy is made up for', async () => {
  const { went } = begin(400);
  await vi.advanceTimersByTimeAsync(3_000);
  const before = went.length;
  // Nothing has its turn for a while.
  vi.setSystemTime(Date.now() + 200);
  await vi.advanceTimersByTimeAsync(800);
  expect(went.length - before).toBeGreaterThanOrEqual(42);
});

test('none goes while others need what is left of this second', async () => {
  const { rest, went } = begin(0);
  rest.globalReset = Date.now() + 500;
  rest.globalRemaining = 5;
  void whenSpare(rest).then(() => went.push(Date.now()));
  await vi.advanceTimersByTimeAsync(490);
  expect(went).toEqual([]);
  await vi.advanceTimersByTimeAsync(30);
  expect(went).toHaveLength(1);
});

test('a clock that is set back holds nothing up', async () => {
  const { rest, went } = begin(200);
  rest.globalReset = Date.now() + 900;
  await vi.advanceTimersByTimeAsync(2_000);
  rest.globalRemaining = 0;
  const before = went.length;
  vi.setSystemTime(Date.now() - 3_600_000);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(went.length - before).toBeGreaterThan(80);
});
