// How a board looks: ten short lines that fit a phone, one's own place below them, and the controls.
import {
  ActionRowBuilder,
  ButtonBuilder,
  ContainerBuilder,
  SeparatorBuilder,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  time,
  userMention,
} from '@discordjs/builders';
import { ButtonStyle } from 'discord-api-types/v10';
import type { View } from '../../core/actions.ts';
import { type Board, boards } from '../../core/board-counts.ts';
import { customId } from '../../core/custom-id.ts';
import { type Period, periodKinds } from '../../core/periods.ts';
import type { Pseudonyms } from '../../core/pseudonyms.ts';
import type { Place } from '../../core/ranks.ts';
import type { Reading } from '../../core/texts.ts';
import { asTyped, textView } from '../../core/views.ts';
import { type BoardState, pagesFor, stateArgs } from './rules.ts';
import type { BoardPage, Own } from './store.ts';

const MEDALS = ['🥇', '🥈', '🥉'] as const;

export interface ShownBoard extends BoardPage {
  period: Period;
  board: Board;
  /** The one whose place is shown below the list. */
  ownerId: string;
  own: Own;
  /** Whether only the owner sees it. */
  isPrivate: boolean;
  /** Of the server, for the names of periods. */
  timeZone: string;
  now: number;
}

export function boardView(reading: Reading, shown: ShownBoard): View {
  const { t } = reading;
  const heading = [
    `## ${t('leaderboard.title')}`,
    `${t(`leaderboard.boards.${shown.board}`)} · ${nameOfPeriod(reading, shown)}`,
  ];
  const lines = shown.places.map((place) => placeLine(reading, place, shown.pseudonyms));
  if (lines.length === 0) lines.push(t('leaderboard.empty'), `-# ${t('leaderboard.emptyLook')}`);
  const container = new ContainerBuilder()
    .addTextDisplayComponents(text(heading), text(lines))
    .addSeparatorComponents(new SeparatorBuilder());
  const below = [...ownLines(reading, shown), ...footnote(reading, shown)];
  if (below.length > 0) container.addTextDisplayComponents(text(below));
  container
    .addActionRowComponents(buttons(reading, shown))
    .addActionRowComponents(boardSelect(reading, shown), periodSelect(reading, shown));
  return { components: [container.toJSON()] };
}

/** For a server in which nothing has been recognised yet: how it begins. */
export function nothingYetView({ t }: Reading, thanksMention: string): View {
  return textView(
    `## ${t('leaderboard.title')}\n${t('leaderboard.nothing')}\n\n${t('leaderboard.howItBegins', { thanks: thanksMention })}`,
  );
}

function text(lines: readonly string[]): TextDisplayBuilder {
  return new TextDisplayBuilder().setContent(lines.join('\n'));
}

/** "October 2026", "Quarter 4 of 2026", "Week of November 23, 2026", "2026", "All time". */
export function nameOfPeriod(
  { t, date }: Reading,
  { period, timeZone }: Pick<ShownBoard, 'period' | 'timeZone'>,
): string {
  const { kind, key, start } = period;
  switch (kind) {
    case 'all':
      return t('leaderboard.periods.all');
    case 'year':
      return key;
    case 'quarter': {
      const [year = '', quarter = ''] = key.split('-Q');
      return t('leaderboard.quarterOf', { year, quarter });
    }
    case 'month':
      return date(start, { month: 'long', year: 'numeric', timeZone });
    case 'week':
      return t('leaderboard.weekOf', { day: date(start, { dateStyle: 'long', timeZone }) });
  }
}

function placeLine(reading: Reading, { memberId, value, rank }: Place, pseudonyms: Pseudonyms): string {
  const { number } = reading;
  const who = nameOnBoard(reading, memberId, pseudonyms);
  return `${MEDALS[rank - 1] ?? `**${number(rank)}.**`} ${who} · ${number(value)}`;
}

/** A mention, or what they are called instead. */
export function nameOnBoard({ t }: Reading, memberId: string, pseudonyms: Pseudonyms): string {
  const pseudonym = pseudonyms.get(memberId);
  if (pseudonym === undefined) return userMention(memberId);
  return `*${pseudonym === '' ? t('leaderboard.nameless') : asTyped(pseudonym)}*`;
}

function ownLines(reading: Reading, { own, board, ownerId, isPrivate, people }: ShownBoard): string[] {
  const { t, number } = reading;
  const who = isPrivate ? t('leaderboard.you') : userMention(ownerId);
  switch (own.kind) {
    case 'hidden':
      // That somebody chose so is nobody else's business.
      return isPrivate ? [t('leaderboard.hidden')] : [];
    case 'nowhere':
      // Where nobody stands yet, it goes without saying.
      return [
        ...(people > 0 ? [t('leaderboard.nowhere', { who })] : []),
        ...(isPrivate ? [`-# ${t(`leaderboard.join.${board}`)}`] : []),
      ];
    case 'placed': {
      // Beside the list, their place would tell whose pseudonym it is.
      if (own.pseudonym !== undefined && !isPrivate) return [];
      const { rank, value, toNext } = own.place;
      const amount = (count: number) => t(`leaderboard.amount.${board}`, { count });
      const next =
        toNext === undefined
          ? t('leaderboard.foremost')
          : t('leaderboard.toNext', { amount: amount(toNext) });
      return [t('leaderboard.place', { who, place: number(rank), amount: amount(value) }), next];
    }
  }
}

/** Which page of how many, and when the period ends; nothing for an empty board of all time. */
function footnote({ t }: Reading, { page, people, period, now }: ShownBoard): string[] {
  const parts =
    people === 0
      ? []
      : [
          t('leaderboard.page', { page, pages: pagesFor(people) }),
          t('leaderboard.people', { count: people }),
        ];
  if (period.kind !== 'all') {
    const when = time(Math.ceil(period.end / 1000), 'R');
    parts.push(period.end > now ? t('leaderboard.startsAnew', { when }) : t('leaderboard.ended', { when }));
  }
  return parts.length === 0 ? [] : [`-# ${parts.join(' · ')}`];
}

function stateOf({ period, board, page, ownerId }: ShownBoard): BoardState {
  return { periodKey: period.key, board, page, ownerId };
}

function buttons({ t }: Reading, shown: ShownBoard): ActionRowBuilder<ButtonBuilder> {
  const state = stateOf(shown);
  const { page } = state;
  const button = (action: string, label: string, to: BoardState) =>
    new ButtonBuilder()
      .setCustomId(customId('leaderboard', action, ...stateArgs(to)))
      .setLabel(label)
      .setStyle(ButtonStyle.Secondary);
  return new ActionRowBuilder<ButtonBuilder>().addComponents(
    button('show', t('leaderboard.previous'), { ...state, page: page - 1 }).setDisabled(page === 1),
    button('show', t('leaderboard.next'), { ...state, page: page + 1 }).setDisabled(
      page === pagesFor(shown.people),
    ),
    button('find', t('leaderboard.findMe'), state),
    button('picture', t('pictures.button'), state),
  );
}

function boardSelect({ t }: Reading, shown: ShownBoard): ActionRowBuilder<StringSelectMenuBuilder> {
  return new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
    new StringSelectMenuBuilder()
      .setCustomId(customId('leaderboard', 'board', ...stateArgs(stateOf(shown))))
      .addOptions(
        boards.map((board) => ({
          label: t(`leaderboard.boards.${board}`),
          value: board,
          default: board === shown.board,
        })),
      ),
  );
}

/** The running periods, and the shown one where it is over. */
function periodSelect(reading: Reading, shown: ShownBoard): ActionRowBuilder<StringSelectMenuBuilder> {
  const isOver = shown.period.end <= shown.now;
  const running = periodKinds.toReversed().map((kind) => ({
    label: reading.t(`leaderboard.periods.${kind}`),
    value: kind as string,
    default: !isOver && kind === shown.period.kind,
  }));
  const over = { label: nameOfPeriod(reading, shown), value: shown.period.key, default: true };
  return new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
    new StringSelectMenuBuilder()
      .setCustomId(customId('leaderboard', 'period', ...stateArgs(stateOf(shown))))
      .addOptions(isOver ? [over, ...running] : running),
  );
}
