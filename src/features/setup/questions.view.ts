// The settings of questions: in words, and the means to change them.
import { ChannelSelectMenuBuilder, StringSelectMenuBuilder } from '@discordjs/builders';
import { ChannelType } from 'discord-api-types/v10';
import { customId } from '../../core/custom-id.ts';
import type { Reading } from '../../core/texts.ts';
import { tierName, tierNameByKey } from '../tiers/view.ts';
import { type Row, row, select } from './panel.view.ts';
import { ARCHIVE_HOURS, ROUTE_MINUTES, SWITCHES, switchesOn } from './questions.rules.ts';
import type { Shown } from './values.view.ts';

/** In a choice that must have a value: askers and staff only. */
export const NO_TIER = '-';
const BOARDABLE = [ChannelType.GuildText, ChannelType.GuildAnnouncement] as const;

/** What Laurel asks about questions and does with solved ones, and who may mark them. */
export function solvingText({ settings, reading }: Shown): string {
  const { t } = reading;
  const { solved, markingTier } = settings.questions;
  const on = switchesOn(settings).map((name) => t(`setup.solving.short.${name}`));
  return [
    on.length > 0 ? t('setup.solving.on', { things: reading.list(on) }) : t('setup.solving.nothing'),
    archiveText(solved.archiveHours, reading),
    markingTier === undefined
      ? t('setup.solving.askersMark')
      : t('setup.solving.tierMarks', { tier: tierNameByKey(settings.tiers, markingTier, reading) }),
  ].join(' · ');
}

/** Where helpers look, and when some are mentioned. */
export function attentionText({ settings: { questions }, reading }: Shown): string {
  const { t } = reading;
  return [
    questions.boardChannelId === undefined
      ? t('setup.attentionTo.noBoard')
      : t('setup.attentionTo.board', { channel: `<#${questions.boardChannelId}>` }),
    routeText(questions.routeMinutes, reading),
  ].join(' · ');
}

export function solvingControls({ settings, reading }: Shown): Row[] {
  const { t } = reading;
  const on = switchesOn(settings);
  const switches = new StringSelectMenuBuilder()
    .setCustomId(customId('setup', 'switches'))
    .setPlaceholder(t('setup.solving.pick'))
    .setMinValues(0)
    .setMaxValues(SWITCHES.length)
    .addOptions(
      SWITCHES.map((name) => ({
        value: name,
        label: t(`setup.solving.switches.${name}`),
        description: t(`setup.solving.about.${name}`),
        default: on.includes(name),
      })),
    );
  const { archiveHours } = settings.questions.solved;
  const tiers = settings.tiers.map((tier) => ({
    value: tier.key,
    label: t('setup.solving.tierMarks', { tier: tierName(tier, reading) }),
  }));
  return [
    row(switches),
    row(
      select(
        'archive',
        t('setup.solving.archive.pick'),
        choices(ARCHIVE_HOURS, archiveHours, (hours) => archiveText(hours, reading)),
        String(archiveHours),
      ),
    ),
    row(
      select(
        'markers',
        t('setup.solving.pickTier'),
        [{ value: NO_TIER, label: t('setup.solving.askersMark') }, ...tiers],
        settings.questions.markingTier ?? NO_TIER,
      ),
    ),
  ];
}

export function attentionControls({ settings: { questions }, server, reading }: Shown): Row[] {
  const { t } = reading;
  const { boardChannelId: id, routeMinutes } = questions;
  const board = new ChannelSelectMenuBuilder()
    .setCustomId(customId('setup', 'board'))
    .setPlaceholder(t('setup.attentionTo.pickBoard'))
    .setChannelTypes(...BOARDABLE)
    .setMinValues(0)
    .setMaxValues(1)
    .setDefaultChannels(id !== undefined && server.channels.has(id) ? [id] : []);
  const route = select(
    'route',
    t('setup.attentionTo.pickRoute'),
    choices(ROUTE_MINUTES, routeMinutes, (minutes) => routeText(minutes, reading)),
    String(routeMinutes),
  );
  return [row(board), row(route)];
}

/** For text channels among the help channels: in which a thread is opened for each new message. None if there are none. */
export function threadControls({ settings: { questions }, server, reading: { t } }: Shown): Row[] {
  const found = questions.channels.flatMap(({ channelId, opensThreads }) => {
    const channel = server.channels.get(channelId);
    return channel?.kind === 'text' ? [{ channelId, opensThreads, name: channel.name }] : [];
  });
  const shown = found.slice(0, MOST_CHOICES);
  if (shown.length === 0) return [];
  return [
    row(
      new StringSelectMenuBuilder()
        .setCustomId(customId('setup', 'openThreads'))
        .setPlaceholder(t('setup.questions.pickThreads'))
        .setMinValues(0)
        .setMaxValues(shown.length)
        .addOptions(
          shown.map(({ channelId, name, opensThreads }) => ({
            value: channelId,
            label: t('setup.questions.opensThreads', { channel: name }).slice(0, LONGEST_LABEL),
            default: opensThreads,
          })),
        ),
    ),
  ];
}

/** Discord's limits for a select: its choices, and the characters on each. */
const MOST_CHOICES = 25;
const LONGEST_LABEL = 100;

/** The offered numbers, with the one that is set if it is none of them. */
function choices(offered: readonly number[], set: number, label: (value: number) => string) {
  const all = offered.includes(set) ? offered : [...offered, set].toSorted((a, b) => a - b);
  return all.map((value) => ({ value: String(value), label: label(value) }));
}

function archiveText(hours: number, { t }: Reading): string {
  return hours === 0 ? t('setup.solving.archive.never') : t('setup.solving.archive.after', { count: hours });
}

function routeText(minutes: number, { t }: Reading): string {
  if (minutes === 0) return t('setup.attentionTo.routeNever');
  const inHours = minutes >= 60 && minutes % 60 === 0;
  return inHours
    ? t('setup.attentionTo.routeHours', { count: minutes / 60 })
    : t('setup.attentionTo.routeMinutes', { count: minutes });
}
