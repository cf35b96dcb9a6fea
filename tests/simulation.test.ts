// Two hundred simulated lives full of kills and faults: afterwards nothing is lost, nothing counts twice, and nothing is claimed that is not so.
import { describe, expect, test } from 'vitest';
import { EVERY_FAULT } from '../bench/simulation/faults.ts';
import { DEEDS, simulateMany } from '../bench/simulation/many.ts';

const SEEDS = 50;

describe('simulated lives', () => {
  test.each([1, 51, 101, 151])('fifty seeds from %i on', { timeout: 600_000 }, async (from) => {
    const { failed, lives, faults } = await simulateMany(from, SEEDS, DEEDS);
    expect(failed).toEqual([]);
    // A calm sea proves nothing: there were kills, and every kind of trouble.
    expect(lives).toBeGreaterThan(SEEDS);
    for (const what of EVERY_FAULT) expect(faults[what], what).toBeGreaterThan(0);
  });

  test('the same seed gives the same run', async () => {
    const twice = [await simulateMany(7, 1, DEEDS), await simulateMany(7, 1, DEEDS)];
    expect(twice[0]).toEqual(twice[1]);
  });
});
