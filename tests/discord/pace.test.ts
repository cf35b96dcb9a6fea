// The allowance of one member: enough at once, filling up with time, told once, and forgotten in the end.
import { expect, test } from 'vitest';
import { Pace } from '../../src/discord/pace.ts';

const allowance = { atOnce: 3, perMinute: 6 };

test('so many at once, then told once, then silence; after a while again', () => {
  const pace = new Pace(allowance);
  const take = (now: number) => pace.take('a', now);
  expect([take(0), take(0), take(0)]).toEqual(['go', 'go', 'go']);
  expect([take(0), take(1), take(2)]).toEqual(['tooFast', 'stillTooFast', 'stillTooFast']);
  expect(take(10_010)).toBe('go');
  expect(take(10_020)).toBe('tooFast');
});

test('each has their own, and what comes late takes nothing back', () => {
  const pace = new Pace(allowance);
  for (let i = 0; i < 5; i++) pace.take('a', 1_000);
  expect(pace.take('b', 1_000)).toBe('go');
  expect(pace.take('a', 0)).toBe('stillTooFast');
  expect(pace.take('a', 61_000)).toBe('go');
});

test('memory is bounded', () => {
  const pace = new Pace(allowance);
  for (let i = 0; i < 25_000; i++) pace.take(String(i), 0);
  expect(pace.remembered).toBeLessThanOrEqual(10_000);
});
