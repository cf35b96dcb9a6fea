// A promotion while Discord has trouble at every step: nothing untrue is ever said, nothing is lost, nothing comes twice.
import { describe, expect, test } from 'vitest';
import type { Handle } from '../../playground/discord/weather.ts';
import { announcements, keepTrue, lastWord } from '../support/ladder.ts';
import { type OpenPromotion, openPromotion, STEPS, type Step, type Where } from '../support/promotion.ts';

/** Those whose failure is about the conversation with the moderator, not about the promotion. */
const TALK: readonly Step[] = ['saying that it is under way', 'giving the last word'];

describe('Discord has trouble while', () => {
  type Weather = OpenPromotion['discord']['weather'];
  const troubles: Record<string, (weather: Weather, where: Where) => Handle> = {
    'a short rate limit': (weather, where) =>
      weather.fail({ ...where, status: 429, retryAfter: 0.3, times: 1 }),
    // Longer than discord.js may wait in memory. It counts in real seconds, whatever the world's clock says.
    'a long rate limit': (weather, where) =>
      weather.fail({ ...where, status: 429, retryAfter: 5.5, times: 1 }),
    'one 500': (weather, where) => weather.fail({ ...where, status: 500, times: 1 }),
    '503 for a while': (weather, where) => weather.fail({ ...where, status: 503, times: 5 }),
    'no answer, twice': (weather, where) => weather.hang({ ...where, times: 2 }),
    'it is done, but the answer is lost': (weather, where) =>
      weather.hang({ ...where, times: 1, afterDoing: true }),
    'it is done, but the answers say 502': (weather, where) =>
      weather.fail({ ...where, status: 502, times: 2, afterDoing: true }),
  };
  for (const step of STEPS) {
    const possible = Object.entries(troubles).filter(
      ([what]) => !(what === 'a long rate limit' && TALK.includes(step)),
    );
    test.each(possible)(`${step}: %s`, async (_what, arise) => {
      const isTalk = TALK.includes(step);
      const town = await openPromotion((line) => isTalk && line.msg === 'an interaction failed');
      const stillTrue = keepTrue(town, town.stored);
      const trouble = arise(town.discord.weather, town.steps[step]);
      const answer = await town.ask().catch(() => undefined);
      await town.discord.until(() => trouble.hits > 0, { hint: 'the trouble has struck' });
      if (answer && !isTalk) await lastWord(town.discord, answer);
      await town.settled();

      // Where not even the first word came through, nothing was decided; else Discord was only slow.
      const [, second] = town.stored.promotions();
      const decided = second !== undefined;
      if (step !== 'saying that it is under way') expect(second?.state).toBe('active');
      expect(town.has(town.roles.guide)).toBe(decided);
      expect(town.has(town.roles.helper)).toBe(!decided);
      expect(announcements(town)).toHaveLength(decided ? 2 : 1);
      stillTrue();
    });
  }

  test.each(STEPS)('%s: the gateway breaks', async (step) => {
    const town = await openPromotion();
    const stillTrue = keepTrue(town, town.stored);
    town.when(step, () => town.discord.weather.dropSockets());
    expect(await lastWord(town.discord, await town.ask())).toContain('is now **Guide**');
    await town.settled();
    expect([town.has(town.roles.guide), town.has(town.roles.helper)]).toEqual([true, false]);
    expect(announcements(town)).toHaveLength(2);
    stillTrue();
  });

  test('nothing moves for long: the answer says that it is still under way, and the role comes later', async () => {
    const town = await openPromotion();
    const outage = town.discord.weather.fail({ ...town.steps['giving the new role'], status: 503 });
    const answer = await town.ask();
    expect(await lastWord(town.discord, answer)).toMatch(
      /becomes \*\*Guide\*\* as soon as Discord has given the role[\s\S]*I keep trying/,
    );
    expect(town.stored.promotions().map(({ state }) => state)).toEqual(['active', 'pending']);
    expect(town.stored.tierOf(town.bob)).toBe('helper');
    const again = await lastWord(town.discord, await town.ask());
    expect(again).toContain('Another decision about that person is still under way');
    expect(announcements(town)).toHaveLength(1);
    expect(outage.hits).toBeGreaterThan(1);
    outage.end();
    await town.settled();
    expect(town.stored.tierOf(town.bob)).toBe('guide');
    expect(announcements(town)).toHaveLength(2);
  });
});
