// The settings of Ambassadors: in words, and the means to change them.
import {
  ChannelSelectMenuBuilder,
  RoleSelectMenuBuilder,
  StringSelectMenuBuilder,
} from '@discordjs/builders';
import { ChannelType } from 'discord-api-types/v10';
import { customId } from '../../core/custom-id.ts';
import { HANDED, QUORUMS, REVIEW_DAYS, TERM_MONTHS } from './ambassadors.rules.ts';
import { asEntry, type Row, row, select } from './panel.view.ts';
import type { Shown } from './values.view.ts';

const REVIEWABLE = [ChannelType.GuildText] as const;

/** Where they are reviewed, how, for how long they serve, and what they may. */
export function ambassadorsText({ settings: { ambassadors }, reading: { t } }: Shown): string {
  const { reviewChannelId, alumniRoleId, quorum, minDays, termMonths } = ambassadors;
  return [
    reviewChannelId === undefined
      ? t('setup.ambassadors.noReviews')
      : t('setup.ambassadors.reviews', { channel: `<#${reviewChannelId}>` }),
    t('setup.ambassadors.quorum', { count: quorum }),
    t('setup.ambassadors.minDays', { count: minDays }),
    t('setup.ambassadors.term', { count: termMonths }),
    ...(alumniRoleId === undefined
      ? []
      : [t('setup.ambassadors.alumniRole', { role: `<@&${alumniRoleId}>` })]),
    ...HANDED.filter((name) => ambassadors[name]).map((name) => t(`setup.ambassadors.handed.${name}`)),
  ].join(' · ');
}

export function ambassadorControls({
  settings: { ambassadors },
  server,
  reading: { t, locale },
}: Shown): Row[] {
  const { reviewChannelId, alumniRoleId, quorum, minDays, termMonths } = ambassadors;
  const reviews = new ChannelSelectMenuBuilder()
    .setCustomId(customId('setup', 'reviews'))
    .setPlaceholder(t('setup.ambassadors.pickReviews'))
    .setChannelTypes(...REVIEWABLE)
    .setMinValues(0)
    .setMaxValues(1)
    .setDefaultChannels(
      reviewChannelId !== undefined && server.channels.has(reviewChannelId) ? [reviewChannelId] : [],
    );
  const alumni = new RoleSelectMenuBuilder()
    .setCustomId(customId('setup', 'alumni'))
    .setPlaceholder(t('setup.ambassadors.pickAlumni'))
    .setMinValues(0)
    .setMaxValues(1)
    .setDefaultRoles(alumniRoleId !== undefined && server.roles.has(alumniRoleId) ? [alumniRoleId] : []);
  const handed = new StringSelectMenuBuilder()
    .setCustomId(customId('setup', 'handed'))
    .setPlaceholder(t('setup.ambassadors.pickHanded'))
    .setMinValues(0)
    .setMaxValues(HANDED.length)
    .addOptions(
      HANDED.map((name) => ({
        value: name,
        label: asEntry(t(`setup.ambassadors.handed.${name}`), locale),
        default: ambassadors[name],
      })),
    );
  const numbers = (action: 'quorum' | 'minDays' | 'termMonths', offered: readonly number[], set: number) => {
    const all = offered.includes(set) ? offered : [...offered, set].toSorted((a, b) => a - b);
    const word = action === 'termMonths' ? 'term' : action;
    return select(
      action,
      t(`setup.ambassadors.pick.${action}`),
      all.map((count) => ({
        value: String(count),
        label: asEntry(t(`setup.ambassadors.${word}`, { count }), locale),
      })),
      String(set),
    );
  };
  return [
    row(reviews),
    row(numbers('quorum', QUORUMS, quorum)),
    row(numbers('minDays', REVIEW_DAYS, minDays)),
    row(numbers('termMonths', TERM_MONTHS, termMonths)),
    row(alumni),
    row(handed),
  ];
}
