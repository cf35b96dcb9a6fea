// Small pieces of work share a pause, and everything else has its turn in it.
import { expect, test } from 'vitest';
import { STINT_MS, Stint } from '../../src/core/breathe.ts';

/** Work that takes so long, whatever the machine. */
function workFor(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

test('a pause is due when a stint is over, and not before', async () => {
  // On a machine that stands still, one or the other is over as soon as it begins.
  const atOnce = Array.from({ length: 100 }, () => new Stint().pause);
  expect(atOnce).toContain(undefined);
  const stint = new Stint();
  workFor(STINT_MS);
  expect(stint.pause).toBeDefined();
});

test('after a pause a new stint begins', async () => {
  const stints = Array.from({ length: 100 }, () => new Stint());
  workFor(STINT_MS);
  await Promise.all(stints.map(({ pause }) => pause));
  expect(stints.map(({ pause }) => pause)).toContain(undefined);
});

test('whoever asks during a pause waits for the same one', async () => {
  const stint = new Stint();
  workFor(STINT_MS);
  const first = stint.pause;
  expect(stint.pause).toBe(first);
  await first;
});

test('what came in meanwhile has its turn in the pause', async () => {
  const stint = new Stint();
  const order: string[] = [];
  setImmediate(() => order.push('came in'));
  workFor(STINT_MS);
  await stint.pause;
  order.push('went on');
  expect(order).toEqual(['came in', 'went on']);
});
