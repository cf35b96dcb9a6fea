// What exactly was done, in small print below a deed of the audit: what became of a setting, the days of a holiday, the tier.
import { escapeMarkdown } from '@discordjs/builders';
import * as z from 'zod';
import type { AuditRow } from '../../core/audit.ts';
import type { Tier } from '../../core/settings.ts';
import type { Reading } from '../../core/texts.ts';
import { leaveLine } from '../rising/leave.view.ts';
import { tierNameByKey } from '../tiers/view.ts';
import { settingChange } from './audit.settings.view.ts';

const settingDetails = z.object({ field: z.string(), from: z.unknown(), to: z.unknown() });
const leaveDetails = z.object({ fromAt: z.number(), toAt: z.number() });
const moveDetails = z.object({ tier: z.string().nullish(), from: z.string().nullish() });
const roleDetails = z.object({ tier: z.string(), roleId: z.string() });
const awardDetails = z.object({ points: z.number() });
const questionDetails = z.object({ question: z.string() });

type Tell = (reading: Reading, details: unknown, ladder: readonly Tier[]) => string | undefined;

/** Says something of details of this form, and nothing of others: those of other versions are not guessed at. */
function of<T>(
  form: z.ZodType<T>,
  say: (reading: Reading, details: T, ladder: readonly Tier[]) => string | undefined,
): Tell {
  return (reading, details, ladder) => {
    const read = form.safeParse(details);
    return read.success ? say(reading, read.data, ladder) : undefined;
  };
}

const leave = of(leaveDetails, leaveLine);
const move = of(moveDetails, (reading, { tier, from }, ladder) => {
  const name = (key: string | null | undefined) =>
    key ? escapeMarkdown(tierNameByKey(ladder, key, reading)) : reading.t('trial.noTier');
  return reading.t('audit.move', { from: name(from), to: name(tier) });
});
const role = of(roleDetails, (reading, { tier, roleId }, ladder) =>
  reading.t('audit.within', {
    group: escapeMarkdown(tierNameByKey(ladder, tier, reading)),
    what: `<@&${roleId}>`,
  }),
);
const award = of(awardDetails, ({ t }, { points }) => t('points', { count: points }));
const question = of(questionDetails, (_reading, { question: id }) => `<#${id}>`);

const TELLS: Readonly<Record<string, Tell>> = {
  'setup.changed': of(settingDetails, settingChange),
  'rising.leaveTaken': leave,
  'rising.leaveEnded': leave,
  'tiers.promoted': move,
  'tiers.demoted': move,
  'tiers.roleCreated': role,
  'tiers.roleTaken': role,
  'fairness.awarded': award,
  'fairness.awardTakenBack': award,
};

/** One line; nothing for a deed that its words tell whole. */
export function detailOf(reading: Reading, row: AuditRow, ladder: readonly Tier[]): string | undefined {
  const tell = TELLS[row.action] ?? (row.action.startsWith('questions.') ? question : undefined);
  return tell && row.details !== null ? tell(reading, JSON.parse(row.details), ladder) : undefined;
}
