// What exactly was done, in small print below a deed of the audit: what became of a setting, the days of a holiday, the tier.
import { escapeMarkdown } from '@discordjs/builders';
import * as z from 'zod';
import type { AuditRow } from '../../core/audit.ts';
import type { Tier } from '../../core/settings.ts';
import type { Reading } from '../../core/texts.ts';
import { asTyped } from '../../core/views.ts';
import { findBadge } from '../badges/catalogue.rules.ts';
import { customIdOf } from '../badges/service.ts';
import { badgeName } from '../badges/view.ts';
import { leaveLine } from '../rising/leave.view.ts';
import { tierNameByKey } from '../tiers/view.ts';
import { settingChange } from './audit.settings.view.ts';

const settingDetails = z.object({ field: z.string(), from: z.unknown(), to: z.unknown() });
const leaveDetails = z.object({ fromAt: z.number(), toAt: z.number() });
const moveDetails = z.object({ tier: z.string().nullish(), from: z.string().nullish() });
const roleDetails = z.object({ tier: z.string(), roleId: z.string() });
const awardDetails = z.object({ points: z.number() });
const questionDetails = z.object({ question: z.string() });

const badgeDetails = z.object({ badge: z.string() });

/** What deeds speak of by a key, as it is called now. */
export interface Called {
  ladder: readonly Tier[];
  /** Badges that the server made, by their ids. */
  ownBadges: ReadonlyMap<number, string>;
}

type Tell = (reading: Reading, details: unknown, called: Called) => string | undefined;

/** Says something of details of this form, and nothing of others: those of other versions are not guessed at. */
function of<T>(
  form: z.ZodType<T>,
  say: (reading: Reading, details: T, called: Called) => string | undefined,
): Tell {
  return (reading, details, called) => {
    const read = form.safeParse(details);
    return read.success ? say(reading, read.data, called) : undefined;
  };
}

const leave = of(leaveDetails, leaveLine);
const move = of(moveDetails, (reading, { tier, from }, { ladder }) => {
  const name = (key: string | null | undefined) =>
    key ? escapeMarkdown(tierNameByKey(ladder, key, reading)) : reading.t('trial.noTier');
  return reading.t('audit.move', { from: name(from), to: name(tier) });
});
const role = of(roleDetails, (reading, { tier, roleId }, { ladder }) =>
  reading.t('audit.within', {
    group: escapeMarkdown(tierNameByKey(ladder, tier, reading)),
    what: `<@&${roleId}>`,
  }),
);
const award = of(awardDetails, ({ t }, { points }) => t('points', { count: points }));
const question = of(questionDetails, (_reading, { question: id }) => `<#${id}>`);
const badge = of(badgeDetails, (reading, { badge: key }, { ownBadges }) => {
  const known = findBadge(key);
  if (known) return `${known.icon} ${badgeName(reading, known)}`;
  const own = ownBadges.get(customIdOf(key) ?? 0);
  return own && asTyped(own);
});

const TELLS: Readonly<Record<string, Tell>> = {
  'setup.changed': of(settingDetails, (reading, change, { ladder }) =>
    settingChange(reading, change, ladder),
  ),
  'rising.leaveTaken': leave,
  'rising.leaveEnded': leave,
  'tiers.promoted': move,
  'tiers.demoted': move,
  'tiers.roleCreated': role,
  'tiers.roleTaken': role,
  'badges.created': badge,
  'badges.removed': badge,
  'badges.granted': badge,
  'badges.revoked': badge,
  'badges.returned': badge,
  'fairness.awarded': award,
  'fairness.awardTakenBack': award,
};

/** One line; nothing for a deed that its words tell whole. */
export function detailOf(reading: Reading, row: AuditRow, called: Called): string | undefined {
  const tell = TELLS[row.action] ?? (row.action.startsWith('questions.') ? question : undefined);
  return tell && row.details !== null ? tell(reading, JSON.parse(row.details), called) : undefined;
}
