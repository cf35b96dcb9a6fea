// The panel on which rules are tried: what is to be otherwise, what would change, and the buttons that apply it.
import {
  ButtonBuilder,
  ContainerBuilder,
  escapeMarkdown,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  userMention,
} from '@discordjs/builders';
import { ButtonStyle } from 'discord-api-types/v10';
import type { View } from '../../core/actions.ts';
import { customId } from '../../core/custom-id.ts';
import type { Settings } from '../../core/settings.ts';
import type { Reading, TextKey } from '../../core/texts.ts';
import { lackText } from '../rising/words.view.ts';
import { type Row, row } from '../setup/panel.view.ts';
import { tierName, tierNameByKey } from '../tiers/view.ts';
import { changesOf, type Draft, type DraftChange } from './draft.rules.ts';
import type { Move, Preview } from './preview.ts';

/** Members named under each heading; the others are counted. Six of each fit into one message. */
const MOST_NAMED = 6;
/** Changed numbers in a list; a draft can hold more than a message. */
const MOST_CHANGES = 12;

export interface Panel {
  settings: Settings;
  draft: Draft;
  isApplying: boolean;
  mention(command: string): string;
}

export function draftView(reading: Reading, panel: Panel, note?: string): View {
  const { t } = reading;
  const { settings, draft, isApplying, mention } = panel;
  const changes = changesOf(settings, draft);
  const lines = isApplying
    ? [t('trial.applying')]
    : changes.length > 0
      ? named(reading, changes, (change) => changeLine(reading, settings, change), MOST_CHANGES)
      : [t('trial.nothing')];
  if (!settings.rising.byRule) lines.push(t('trial.byRuleOff', { setup: mention('setup') }));
  const rows = isApplying ? [] : controls(reading, settings, changes.length > 0);
  return framed([[`## ${t('trial.title')}`, note, t('trial.about')], lines], rows);
}

function controls(reading: Reading, settings: Settings, isChanged: boolean): Row[] {
  const { t } = reading;
  const asks = settings.tiers
    .filter(({ byPeopleOnly }) => !byPeopleOnly)
    .flatMap((tier) =>
      (['earned', 'time'] as const).map((form) => ({
        value: `${tier.key}/${form}`,
        label: t('trial.asksOf', { tier: tierName(tier, reading), what: t(`setup.asks.${form}`) }),
      })),
    );
  const rows = [
    row(
      button(t('trial.points'), 'form', 'help'),
      button(t('trial.merit'), 'form', 'merit'),
      button(t('trial.limits'), 'form', 'limits'),
    ),
  ];
  if (asks.length > 0)
    rows.push(
      row(
        new StringSelectMenuBuilder()
          .setCustomId(customId('trial', 'asks'))
          .setPlaceholder(t('trial.pickAsks'))
          .addOptions(asks),
      ),
    );
  if (isChanged)
    rows.push(
      row(button(t('trial.show'), 'show').setStyle(ButtonStyle.Primary), button(t('trial.forget'), 'forget')),
    );
  return rows;
}

export function previewView(reading: Reading, { settings, draft }: Panel, preview: Preview): View {
  const { t } = reading;
  const changes = changesOf(settings, draft);
  const worth = changes.some(({ group }) => group !== 'requirements');
  const { rises, falls, points } = preview;
  const blocks: (string | undefined)[][] = [
    [
      `## ${t('trial.result')}`,
      ...named(reading, changes, (change) => changeLine(reading, settings, change), MOST_CHANGES),
      worth ? t('trial.recognitions', { count: preview.recognitions }) : undefined,
    ],
    [
      t('trial.rises', { count: rises.length }),
      ...named(reading, rises, (one) => moveLine(reading, settings, one)),
    ],
    [
      t('trial.falls', { count: falls.length }),
      ...named(reading, falls, (one) => moveLine(reading, settings, one)),
    ],
  ];
  if (worth)
    blocks.push([
      t('trial.pointsOf', { count: points.length }),
      ...named(reading, points, ({ memberId, by }) =>
        t('trial.by', { member: userMention(memberId), by: signed(reading, by) }),
      ),
    ]);
  blocks.push([t(worth ? 'trial.howPoints' : 'trial.howAsks')]);
  const apply = button(t(worth ? 'trial.applyNow' : 'trial.apply'), 'apply', 'now').setStyle(
    ButtonStyle.Primary,
  );
  const past = button(t('trial.applyPast'), 'apply', 'past');
  return framed(blocks, [row(...(worth ? [apply, past] : [apply]), button(t('trial.back'), 'back'))]);
}

function named<T>({ t }: Reading, all: readonly T[], line: (one: T) => string, most = MOST_NAMED): string[] {
  const lines = all.slice(0, most).map(line);
  const more = all.length - lines.length;
  return more > 0 ? [...lines, t('trial.more', { count: more })] : lines;
}

function moveLine(reading: Reading, settings: Settings, { memberId, from, to, points, below }: Move): string {
  const { t } = reading;
  const name = (key: string | null) =>
    key === null ? t('trial.noTier') : escapeMarkdown(tierNameByKey(settings.tiers, key, reading));
  const values = { member: userMention(memberId), from: name(from), to: name(to) };
  const line =
    points === 0 ? t('trial.move', values) : t('trial.moveBy', { ...values, by: signed(reading, points) });
  return below.length > 0 ? `${line}\n${t('trial.lacks', { lack: lackText(reading, below) })}` : line;
}

/** What a change is about, as a line. */
function changeLine(reading: Reading, settings: Settings, change: DraftChange): string {
  const { t } = reading;
  const what = t(wordsFor(change));
  const tier =
    change.group === 'requirements' ? tierNameByKey(settings.tiers, change.tierKey, reading) : undefined;
  return t('trial.change', {
    what: tier === undefined ? what : t('trial.ofTier', { tier: escapeMarkdown(tier), what }),
    from: change.from,
    to: change.to,
  });
}

function wordsFor(change: DraftChange): TextKey {
  if (change.group === 'points') return `setup.points.${change.name}`;
  return change.group === 'limits' ? `setup.limits.${change.name}` : `setup.asks.${change.name}`;
}

/** "+120" or "−80", as the reader writes numbers. */
function signed({ locale }: Reading, by: number): string {
  return new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' }).format(by);
}

function button(label: string, action: string, ...args: readonly string[]): ButtonBuilder {
  return new ButtonBuilder()
    .setCustomId(customId('trial', action, ...args))
    .setLabel(label)
    .setStyle(ButtonStyle.Secondary);
}

function framed(blocks: readonly (readonly (string | undefined)[])[], rows: readonly Row[]): View {
  const container = new ContainerBuilder().addTextDisplayComponents(
    blocks.map((lines) =>
      new TextDisplayBuilder().setContent(lines.filter((line) => line !== undefined).join('\n')),
    ),
  );
  if (rows.length > 0) container.addActionRowComponents(...rows);
  return { components: [container.toJSON()] };
}
