// What an administrator may make of the ladder: longer or shorter, by rule or by people, and what each tier asks for.
import { refuse } from '../../core/context.ts';
import type { Requirements, Settings, Tier } from '../../core/settings.ts';
import { asksForNothing, contradictionIn } from '../rising/requirements.rules.ts';
import { emptyRequirements, suggestedFor } from '../rising/suggested.rules.ts';
import { type Change, renameTier } from './changes.rules.ts';

/** More rungs than these nobody can keep apart; the settings hold no more. */
export const MOST_TIERS = 10;
export const BELOW = ['replace', 'stack'] as const satisfies readonly Settings['rising']['roles'][];

/** Whether members rise and fall by what the tiers ask for. */
export const riseByRule =
  (byRule: boolean): Change =>
  (settings) => ({ ...settings, rising: { ...settings.rising, byRule } });

/** What happens to the roles of lower rungs. */
export const keepRoles =
  (roles: Settings['rising']['roles']): Change =>
  (settings) => ({ ...settings, rising: { ...settings.rising, roles } });

/** The suggested requirements for every rung below the first that only people give. */
export const suggestRequirements: Change = (settings) => {
  const hasQuestions = settings.questions.channels.length > 0;
  const people = settings.tiers.findIndex(({ byPeopleOnly }) => byPeopleOnly);
  const byRule = people === -1 ? settings.tiers.length : people;
  return {
    ...settings,
    tiers: settings.tiers.map((tier, rung) =>
      rung < byRule ? { ...tier, requirements: suggestedFor(rung, hasQuestions) } : tier,
    ),
  };
};

/** Some of what a tier asks for; asking for nothing leaves it to people. */
export const askFor =
  (key: string, numbers: Partial<Requirements>): Change =>
  (settings) => {
    const tier = settings.tiers.find((one) => one.key === key);
    if (!tier) return refuse('tierGone');
    const requirements = { ...(tier.requirements ?? emptyRequirements), ...numbers };
    const flaw = contradictionIn(requirements);
    if (flaw?.what === 'moreDaysThanWindow')
      return refuse('moreDaysThanWindow', { asks: flaw.asks, most: flaw.most });
    return {
      ...settings,
      tiers: settings.tiers.map((one) => {
        const { requirements: _, ...rest } = one;
        if (one.key !== key) return one;
        return asksForNothing(requirements) ? rest : { ...rest, requirements };
      }),
    };
  };

/** Whether only people give a tier. Then no rule gives those above it either. */
export const leaveToPeople =
  (key: string, byPeopleOnly: boolean): Change =>
  (settings) => {
    if (!settings.tiers.some((tier) => tier.key === key)) return refuse('tierGone');
    return {
      ...settings,
      tiers: settings.tiers.map((tier) => (tier.key === key ? { ...tier, byPeopleOnly } : tier)),
    };
  };

/** One more rung, with a key that no rung ever had: right above the tier with this key, or without one below those that only people give. */
export const addTier =
  (key: string, name: string, above: string | undefined, nameOf: (tier: Tier) => string): Change =>
  (settings) => {
    if (settings.tiers.length >= MOST_TIERS) return refuse('ladderFull', { count: MOST_TIERS });
    if (name.trim() === '') return refuse('tierNameMissing');
    const lower = settings.tiers.findIndex(({ key }) => key === above);
    if (above !== undefined && lower === -1) return refuse('tierGone');
    const people = settings.tiers.findIndex(({ byPeopleOnly }) => byPeopleOnly);
    const top = people === -1 ? settings.tiers.length : people;
    const at = above === undefined ? top : lower + 1;
    const tiers = settings.tiers.toSpliced(at, 0, { key, byPeopleOnly: at > top });
    return renameTier(key, name, nameOf)({ ...settings, tiers });
  };

/** One rung less. `holders`: how many members hold it; while somebody does, it stays. */
export const removeTier =
  (key: string, holders: number): Change =>
  (settings) => {
    if (!settings.tiers.some((tier) => tier.key === key)) return refuse('tierGone');
    if (settings.tiers.length === 1) return refuse('lastTier');
    if (holders > 0) return refuse('tierHeld', { count: holders });
    const { markingTier, ...questions } = settings.questions;
    return {
      ...settings,
      tiers: settings.tiers.filter((tier) => tier.key !== key),
      questions: { ...questions, ...(markingTier !== key && markingTier !== undefined && { markingTier }) },
    };
  };
