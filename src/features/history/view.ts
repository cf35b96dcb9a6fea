// The page about thanks from before Laurel came: how much there is, how far reading has come, and what can be done.
import {
  ActionRowBuilder,
  ButtonBuilder,
  ContainerBuilder,
  type MessageActionRowComponentBuilder,
  StringSelectMenuBuilder,
  TimestampStyles,
  time,
} from '@discordjs/builders';
import { ButtonStyle } from 'discord-api-types/v10';
import type { View } from '../../core/actions.ts';
import { customId } from '../../core/custom-id.ts';
import type { PastReading } from '../../core/past-readings.ts';
import { timeOf } from '../../core/snowflakes.ts';
import type { Reading } from '../../core/texts.ts';
import { DAYS_OFFERED, type Days, type Estimate } from './rules.ts';

export interface Offer {
  days: Days;
  channels: number;
  /** Nothing where Discord does not say. */
  estimate: Estimate | undefined;
}

export interface HistoryPage {
  reading: Reading;
  /** Up to when the past reaches, ms. */
  until: number;
  past: PastReading | undefined;
  /** What can be begun; nothing while a reading is open. */
  offer: Offer | undefined;
  note?: string | undefined;
}

export function historyView({ reading, until, past, offer, note }: HistoryPage): View {
  const { t } = reading;
  const paragraphs = [
    note ? `## ${t('history.title')}\n${note}` : `## ${t('history.title')}`,
    t('history.about', { from: onDay(until) }),
    past ? progressText(reading, past) : t('history.nothingYet'),
    ...(offer ? [offerText(reading, offer)] : []),
  ];
  const container = new ContainerBuilder()
    .addTextDisplayComponents(paragraphs.map((content) => ({ type: TEXT_DISPLAY, content })))
    .addActionRowComponents(
      ...(offer ? [row(daysSelect(reading, offer))] : []),
      row(
        ...controls(reading, past, offer),
        new ButtonBuilder()
          .setCustomId(customId('setup', 'open', 'overview'))
          .setLabel(t('setup.back'))
          .setStyle(ButtonStyle.Secondary),
      ),
    );
  return { components: [container.toJSON()] };
}

const TEXT_DISPLAY = 10;

function progressText({ t }: Reading, past: PastReading): string {
  const { state, messages, given, refused, since, readUpTo, until } = past;
  const to = state === 'done' ? until : Math.max(since, timeOf(readUpTo));
  return [
    t(`history.state.${state}`),
    t('history.found', {
      messages: t('history.messages', { count: messages }),
      given: t('history.given', { count: given }),
      refused: t('history.refused', { count: refused }),
    }),
    t('history.reached', { to: onDay(to), since: onDay(since) }),
  ].join('\n');
}

function offerText({ t }: Reading, { days, channels, estimate }: Offer): string {
  if (channels === 0) return t('history.estimate.none', { days });
  if (!estimate) return t('history.estimate.unknown', { days });
  return t('history.estimate.line', {
    days,
    messages: t('history.estimate.messages', { count: estimate.messages }),
    channels: t('history.estimate.channels', { count: channels }),
    minutes: t('history.estimate.minutes', { count: estimate.minutes }),
  });
}

function daysSelect({ t }: Reading, { days: chosen }: Offer): StringSelectMenuBuilder {
  return new StringSelectMenuBuilder()
    .setCustomId(customId('history', 'open'))
    .setPlaceholder(t('history.pick'))
    .addOptions(
      DAYS_OFFERED.map((days) => ({
        value: String(days),
        label: t('history.days', { count: days }),
        default: days === chosen,
      })),
    );
}

function controls({ t }: Reading, past: PastReading | undefined, offer: Offer | undefined): ButtonBuilder[] {
  if (offer)
    return [
      button(t('history.start', { days: offer.days }), 'start', offer.days).setStyle(ButtonStyle.Primary),
    ];
  return [
    past?.state === 'paused'
      ? button(t('history.goOn'), 'goOn').setStyle(ButtonStyle.Primary)
      : button(t('history.again'), 'open').setStyle(ButtonStyle.Primary),
    ...(past?.state === 'running' ? [button(t('history.pause'), 'pause')] : []),
    button(t('history.cancel'), 'cancel'),
  ];
}

function button(label: string, action: string, ...args: readonly number[]): ButtonBuilder {
  return new ButtonBuilder()
    .setCustomId(customId('history', action, ...args))
    .setLabel(label)
    .setStyle(ButtonStyle.Secondary);
}

const row = (...components: readonly MessageActionRowComponentBuilder[]) =>
  new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(...components);

/** A day, in each reader's own calendar. */
const onDay = (at: number) => time(Math.floor(at / 1000), TimestampStyles.LongDate);
