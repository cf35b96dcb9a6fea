// Discord's limit over all routes is kept: never too many in a second, whenever they arrive, and what can wait leaves room for the rest.
import { DefaultRestOptions, type RESTOptions } from 'discord.js';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { randomFrom } from '../../bench/random.ts';
import { askWhenSpare, withinGlobalLimit } from '../../src/discord/global-limit.ts';

type MakeRequest = RESTOptions['makeRequest'];

const API = 'https://discord.example/api/v10';
/** An answer without content; nobody reads it here. */
const NOTHING: Awaited<ReturnType<MakeRequest>> = {
  ...{ body: null, bodyUsed: false, headers: new Headers(), ok: true, status: 204, statusText: '' },
  arrayBuffer: async () => new ArrayBuffer(0),
  json: async () => undefined,
  text: async () => '',
};
const init = {} as Parameters<MakeRequest>[1];

beforeEach(() => {
  vi.useFakeTimers();
  onTestFinished(() => {
    vi.useRealTimers();
  });
});

/** A Discord that is so many ms away, there and back, and notes when each request comes in. */
function begin(away: () => { there: number; back: number }) {
  const arrived: number[] = [];
  const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  const makeRequest = withinGlobalLimit(async () => {
    const { there, back } = away();
    await wait(there);
    arrived.push(Date.now());
    await wait(back);
    return NOTHING;
  });
  const rest = { options: { ...DefaultRestOptions, makeRequest } };
  const send = (path = '/channels/1/messages') => makeRequest(`${API}${path}`, init);
  return { arrived, rest, send, ask: () => askWhenSpare(rest, () => send()) };
}

const near = () => ({ there: 2, back: 2 });

/** The most that arrived in any second. */
function mostInASecond(arrived: readonly number[]): number {
  const sorted = [...arrived].sort((one, other) => one - other);
  return Math.max(...sorted.map((at, n) => n + 1 - sorted.findIndex((other) => other > at - 1_000)));
}

test('48 questions in any second are asked where nobody else asks anything', async () => {
  const { arrived, ask } = begin(near);
  for (let n = 0; n < 500; n++) void ask();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(mostInASecond(arrived)).toBe(48);
  expect(arrived.length).toBeGreaterThan(470);
});

test('a Discord that is far away is asked nearly as often', async () => {
  const { arrived, ask } = begin(() => ({ there: 70, back: 60 }));
  for (let n = 0; n < 500; n++) void ask();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(arrived.length).toBeGreaterThan(445);
});

test('never more than 50 in any second, however uneven the way and whoever else asks', async () => {
  for (let seed = 1; seed <= 20; seed++) {
    const random = randomFrom(seed);
    const slow = () => (random.share() < 0.05 ? random.among(100, 900) : random.among(0, 30));
    const { arrived, ask, send } = begin(() => ({ there: 5 + slow(), back: 5 + slow() }));
    for (let n = 0; n < 300; n++) void ask();
    for (let n = 0; n < 100; n++) setTimeout(() => void send(), random.among(0, 4_000));
    for (let n = 0; n < 60; n++) setTimeout(() => void send(), 5_000);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(arrived).toHaveLength(460);
    expect(mostInASecond(arrived)).toBeLessThanOrEqual(50);
  }
});

test('what is waited for goes at once beside what can wait, and before it where there is no room', async () => {
  const { arrived, ask, send } = begin(near);
  for (let n = 0; n < 300; n++) void ask();
  await vi.advanceTimersByTimeAsync(2_500);
  const began = Date.now();
  const took: number[] = [];
  for (let n = 0; n < 8; n++) void send().then(() => took.push(Date.now() - began));
  await vi.advanceTimersByTimeAsync(600);
  expect(took).toHaveLength(8);
  expect(took.slice(0, 2)).toEqual([4, 4]);
  expect(mostInASecond(arrived)).toBeLessThanOrEqual(50);
});

test('answers to interactions wait for nothing', async () => {
  const { send } = begin(near);
  for (let n = 0; n < 200; n++) void send();
  let answered = 0;
  for (const path of ['/interactions/1/token/callback', '/webhooks/1/token/messages/@original'])
    void send(path).then(() => answered++);
  await vi.advanceTimersByTimeAsync(4);
  expect(answered).toBe(2);
});

test('after a pause of the process it goes on with a few at once, and makes up for it', async () => {
  const { arrived, ask } = begin(near);
  for (let n = 0; n < 400; n++) void ask();
  await vi.advanceTimersByTimeAsync(3_000);
  const before = arrived.length;
  // Nothing has its turn for a while.
  vi.setSystemTime(Date.now() + 200);
  await vi.advanceTimersByTimeAsync(6);
  expect(arrived.length - before).toBeLessThanOrEqual(8);
  await vi.advanceTimersByTimeAsync(794);
  expect(arrived.length - before).toBeGreaterThanOrEqual(44);
});

test('a question that asks nothing after all leaves its place to the next one', async () => {
  const { arrived, ask, rest } = begin(near);
  for (let n = 0; n < 60; n++) void askWhenSpare(rest, async () => undefined);
  for (let n = 0; n < 60; n++)
    void askWhenSpare(rest, () => Promise.reject(new Error('no'))).catch(() => undefined);
  await vi.advanceTimersByTimeAsync(2_000);
  void ask();
  await vi.advanceTimersByTimeAsync(10);
  expect(arrived).toHaveLength(1);
});

test('a clock that is set back holds nothing up', async () => {
  const { arrived, ask } = begin(near);
  for (let n = 0; n < 200; n++) void ask();
  await vi.advanceTimersByTimeAsync(2_000);
  const before = arrived.length;
  vi.setSystemTime(Date.now() - 3_600_000);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(arrived.length - before).toBeGreaterThan(80);
});
