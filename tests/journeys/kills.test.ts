// The bot's process is killed again and again while people talk: the database is sound each time, and all comes out as if it had not been.
import { expect, test } from 'vitest';
import { differencesOf } from '../../bench/kills/outcome.ts';
import { drawLives, type Life } from '../../bench/kills/plan.ts';
import { tell } from '../../bench/kills/telling.ts';
import { madeUpChat } from '../../bench/made-up-chat.ts';
import { randomFrom } from '../../bench/random.ts';

const LIVES: readonly Life[] = [
  { lines: 40, killed: { at: 'work', ms: 5 }, away: 30 },
  { lines: 5, killed: { at: 'start', share: 0.3 }, away: 10 },
  // By then it is reading what it missed, or leaves the signs of it.
  { lines: 5, killed: { at: 'request', nth: 6 }, away: 20 },
  { lines: 20, killed: { at: 'request', nth: 10 }, away: 0 },
];

test('killed at work, at the start, and while it catches up', { timeout: 240_000 }, async () => {
  const chat = madeUpChat(160, Date.UTC(2026, 2, 4, 12));
  const undisturbed = await tell(chat, []);
  expect(undisturbed.outcome.filter((fact) => fact.startsWith('recognition ')).length).toBeGreaterThan(8);
  const killed = await tell(chat, LIVES);
  const { starting, asking, working, idle } = killed.kills;
  expect(starting + asking + working + idle).toBe(LIVES.length);
  expect([starting > 0, working > 0]).toEqual([true, true]);
  expect([...undisturbed.violations, ...killed.violations]).toEqual([]);
  expect(differencesOf(undisturbed.outcome, killed.outcome)).toEqual([]);
});

test('a difference is one, however often the rest agrees', () => {
  expect(differencesOf(['a', 'b', 'b'], ['b', 'c'])).toEqual([
    'only without: a',
    'only without: b',
    'only with kills: c',
  ]);
});

test('a plan divides the lines among lives, and the same seed gives the same plan', () => {
  const lives = drawLives(randomFrom(3), 50, 1_000);
  expect(lives).toEqual(drawLives(randomFrom(3), 50, 1_000));
  expect(lives.every(({ lines, away }) => lines >= 0 && away >= 0)).toBe(true);
  expect(lives.reduce((sum, { lines, away }) => sum + lines + away, 0)).toBeLessThanOrEqual(1_000);
  expect(new Set(lives.map(({ killed }) => killed.at))).toEqual(new Set(['start', 'request', 'work']));
});
