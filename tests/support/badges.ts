// Badges held, as tests of views need them.
import type { Badge } from '../../src/features/badges/catalogue.rules.ts';
import type { CustomBadge } from '../../src/features/badges/custom.store.ts';
import type { HeldBadge } from '../../src/features/badges/service.ts';
import type { HeldRow } from '../../src/features/badges/store.ts';

/** A badge that Bob holds since the day before 23 November 2026. */
export function heldBadge(
  { of, custom }: { of: Badge; custom?: never } | { custom: CustomBadge; of?: never },
  over: Partial<HeldRow> = {},
): HeldBadge {
  const row: HeldRow = {
    guildId: '1',
    memberId: '300000000000000002',
    badge: of ? of.id : `custom:${custom.id}`,
    awardedAt: Date.UTC(2026, 10, 22, 12),
    awardedBy: null,
    reason: null,
    channelId: null,
    messageId: null,
    announcedAt: null,
    revokedAt: null,
    revokedBy: null,
    revokedWhy: null,
    ...over,
  };
  return of ? { ...row, of } : { ...row, custom };
}
