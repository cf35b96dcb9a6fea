// Rules that are tried: what of points, limits and requirements is to be otherwise, and the settings as they would be.
import type { Requirements, Settings } from '../../core/settings.ts';
import { asksForNothing, contradictionIn, type Flaw } from '../rising/requirements.rules.ts';
import { emptyRequirements } from '../rising/suggested.rules.ts';

/** Only what differs; tiers by their key. */
export interface Draft {
  points: Partial<Settings['points']>;
  limits: Partial<Settings['limits']>;
  requirements: Readonly<Record<string, Partial<Requirements>>>;
}

export const EMPTY_DRAFT: Draft = { points: {}, limits: {}, requirements: {} };

/** One number that is to be otherwise. */
export type DraftChange = { from: number; to: number } & (
  | { group: 'points'; name: keyof Settings['points'] }
  | { group: 'limits'; name: keyof Settings['limits'] }
  | { group: 'requirements'; name: keyof Requirements; tierKey: string }
);

/** The settings as they would be. Requirements of tiers that the ladder has lost are left out. */
export function withDraft(settings: Settings, draft: Draft): Settings {
  return {
    ...settings,
    points: { ...settings.points, ...draft.points },
    limits: { ...settings.limits, ...draft.limits },
    tiers: settings.tiers.map((tier) => {
      const changed = draft.requirements[tier.key];
      if (changed === undefined) return tier;
      const { requirements: now, ...rest } = tier;
      const requirements = { ...(now ?? emptyRequirements), ...changed };
      return asksForNothing(requirements) ? rest : { ...rest, requirements };
    }),
  };
}

/** What the draft changes of the settings as they are now, in the order in which it is told. */
export function changesOf(settings: Settings, draft: Draft): DraftChange[] {
  const next = withDraft(settings, draft);
  const numbers = <G extends 'points' | 'limits'>(group: G) =>
    (Object.keys(settings[group]) as (keyof Settings[G])[]).map((name) => ({
      // keys() forgets which they are
      group,
      name,
      from: Number(settings[group][name]),
      to: Number(next[group][name]),
    }));
  const asked = settings.tiers.flatMap((tier, rung) => {
    const [was, is] = [tier.requirements, next.tiers[rung]?.requirements].map(
      (one) => one ?? emptyRequirements,
    );
    if (!was || !is) return [];
    return (Object.keys(emptyRequirements) as (keyof Requirements)[]).map((name) => ({
      // as above
      group: 'requirements' as const,
      tierKey: tier.key,
      name,
      from: was[name],
      to: is[name],
    }));
  });
  const all = [...numbers('points'), ...numbers('limits'), ...asked] as DraftChange[]; // each is one of its kinds
  return all.filter(({ from, to }) => from !== to);
}

/** The first tier of the draft that contradicts itself. */
export function contradictionOf(
  settings: Settings,
  draft: Draft,
): { tierKey: string; flaw: Flaw } | undefined {
  for (const { key, requirements } of withDraft(settings, draft).tiers) {
    const flaw = requirements && contradictionIn(requirements);
    if (flaw) return { tierKey: key, flaw };
  }
  return undefined;
}
