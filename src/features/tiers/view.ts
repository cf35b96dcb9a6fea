// What people read about tiers: their names, the answers to moderators, the announcement.
import type { Tier } from '../../core/settings.ts';
import type { Reading, TextKey } from '../../core/texts.ts';

const NAMES: Readonly<Record<string, TextKey>> = {
  helper: 'tiers.names.helper',
  guide: 'tiers.names.guide',
  expert: 'tiers.names.expert',
  ambassador: 'tiers.names.ambassador',
};

/** The server's own name for a tier, else the catalogue's, else its key (a tier that the ladder has lost). */
export function tierName(tier: Pick<Tier, 'key' | 'name'>, reading: Reading): string {
  if (tier.name !== undefined) return tier.name;
  const known = NAMES[tier.key];
  return known ? reading.t(known) : tier.key;
}

/** The name of the rung with this key on a server's ladder. */
export function tierNameByKey(ladder: readonly Tier[], key: string, reading: Reading): string {
  return tierName(ladder.find((tier) => tier.key === key) ?? { key }, reading);
}
