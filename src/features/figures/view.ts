// How figures of questions look: what was asked and came of it, how long it took, a chart, and the controls.
import {
  ActionRowBuilder,
  ContainerBuilder,
  MediaGalleryBuilder,
  MediaGalleryItemBuilder,
  SeparatorBuilder,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
} from '@discordjs/builders';
import type { View } from '../../core/actions.ts';
import { customId } from '../../core/custom-id.ts';
import { periodKinds } from '../../core/periods.ts';
import type { Reading } from '../../core/texts.ts';
import { asTyped } from '../../core/views.ts';
import type { Chart } from '../pictures/chart.rules.ts';
import { chartOf, columnOf } from './chart.rules.ts';
import { durationText } from './duration.view.ts';
import {
  type Apart,
  type Bucket,
  bucketLength,
  EVERY_TAG,
  type Figures,
  type StatsState,
  shareOf,
  stateArgs,
  type Times,
  type Whose,
  whose,
} from './rules.ts';

const FILE = 'questions.png';
/** Discord's limits: for the description of an image, for the options of a menu, for the name of one. */
const LONGEST_ALT = 1_024;
const MOST_OPTIONS = 25;
const LONGEST_OPTION = 100;

export interface ShownFigures {
  figures: Figures;
  state: StatsState;
  /** The tags that can be chosen, by id and name. */
  tags: readonly { id: string; name: string }[];
  timeZone: string;
}

/** The figures in words; with the chart as an image (PNG), or what it would show in words as well. */
export function figuresView(reading: Reading, shown: ShownFigures, png: Uint8Array | undefined): View {
  const { figures } = shown;
  const container = new ContainerBuilder().addTextDisplayComponents(
    text([...heading(reading, shown), ...summary(reading, figures)]),
  );
  if (figures.asked > 0) {
    container.addTextDisplayComponents(
      text(timesLines(reading, 'firstAnswer', figures.firstAnswer)),
      text(timesLines(reading, 'solution', figures.solution)),
    );
  }
  const drawn = png && figures.buckets.some(({ asked }) => asked > 0) ? png : undefined;
  const description = altText(reading, shown);
  if (drawn) {
    const image = new MediaGalleryItemBuilder().setURL(`attachment://${FILE}`).setDescription(description);
    container.addMediaGalleryComponents(new MediaGalleryBuilder().addItems(image));
  } else if (figures.asked > 0) {
    container.addTextDisplayComponents(text(bucketLines(reading, shown).map((line) => `-# ${line}`)));
  }
  container
    .addSeparatorComponents(new SeparatorBuilder())
    .addActionRowComponents(periodSelect(reading, shown.state));
  if (shown.tags.length > 0) container.addActionRowComponents(tagSelect(reading, shown));
  const components = [container.toJSON()];
  return drawn ? { components, files: [{ name: FILE, bytes: drawn, description }] } : { components };
}

/** What the chart of these figures shows. */
export function chartShown(
  reading: Reading,
  { figures, state, timeZone }: Omit<ShownFigures, 'tags'>,
): Chart {
  const { t, number } = reading;
  const columns = figures.buckets.map((bucket) =>
    columnOf(bucket, bucketName(reading, bucket, state, timeZone), number(bucket.asked)),
  );
  return chartOf(columns, {
    solved: t('figures.parts.solved'),
    answered: t('figures.parts.answered'),
    open: t('figures.parts.open'),
  });
}

function text(lines: readonly string[]): TextDisplayBuilder {
  return new TextDisplayBuilder().setContent(lines.join('\n'));
}

function heading({ t }: Reading, { state, tags }: ShownFigures): string[] {
  const title = `## ${t(`figures.title.${state.kind}`)}`;
  if (state.tagId === undefined) return [title];
  const name = tags.find(({ id }) => id === state.tagId)?.name;
  return [title, name === undefined ? t('figures.lostTag') : t('figures.ofTag', { tag: asTyped(name) })];
}

function summary(reading: Reading, { asked, answered, solved, waiting }: Figures): string[] {
  const { t } = reading;
  const waits = waiting === 0 ? t('figures.nobodyWaits') : t('figures.waiting', { count: waiting });
  if (asked === 0) return [t('figures.nothing'), waits];
  const part = (count: number) => ({ count, share: percent(reading, shareOf(count, asked) ?? 0) });
  return [
    [
      t('figures.asked', { count: asked }),
      t('figures.answered', part(answered)),
      t('figures.solved', part(solved)),
    ].join(' · '),
    waits,
  ];
}

function percent({ locale }: Reading, share: number): string {
  return new Intl.NumberFormat(locale, { style: 'percent' }).format(share);
}

/** How long it took; members and staff apart where both helped. */
function timesLines(reading: Reading, what: 'firstAnswer' | 'solution', apart: Apart): string[] {
  const { t } = reading;
  const title = `### ${t(`figures.${what}`)}`;
  if (apart.all.count === 0) return [title, t('figures.none')];
  const told = apart.staff.count > 0 ? whose : (['all'] as const);
  return [title, ...told.map((one) => timesLine(reading, one, apart[one]))];
}

function timesLine(reading: Reading, whoseHelp: Whose, { count, median, ninetieth }: Times): string {
  const { t } = reading;
  const who = t(`figures.whose.${whoseHelp}`);
  if (median === undefined || ninetieth === undefined) return t('figures.noTimes', { who });
  return t('figures.times', {
    who,
    count,
    median: durationText(reading, median),
    ninetieth: durationText(reading, ninetieth),
  });
}

function bucketName(
  { date }: Reading,
  { start }: Pick<Bucket, 'start'>,
  { kind }: StatsState,
  timeZone: string,
): string {
  switch (bucketLength(kind)) {
    case 'day':
      return date(start, { weekday: 'short', timeZone });
    case 'week':
      return date(start, { day: 'numeric', month: 'short', timeZone });
    case 'month':
      return date(start, { month: 'short', timeZone });
  }
}

/** What the chart says, in words. */
function altText(reading: Reading, shown: ShownFigures): string {
  const title = reading.t(`figures.chart.${bucketLength(shown.state.kind)}`);
  return [title, ...bucketLines(reading, shown)].join('\n').slice(0, LONGEST_ALT);
}

function bucketLines(reading: Reading, { figures, state, timeZone }: ShownFigures): string[] {
  return figures.buckets
    .filter(({ asked }) => asked > 0)
    .map((bucket) =>
      reading.t('figures.bucket', {
        name: bucketName(reading, bucket, state, timeZone),
        asked: bucket.asked,
        answered: bucket.answered,
        solved: bucket.solved,
      }),
    );
}

function periodSelect({ t }: Reading, state: StatsState): ActionRowBuilder<StringSelectMenuBuilder> {
  const options = periodKinds.toReversed().map((kind) => ({
    label: t(`figures.periods.${kind}`),
    value: kind,
    default: kind === state.kind,
  }));
  return select('period', state, options);
}

function tagSelect({ t }: Reading, { tags, state }: ShownFigures): ActionRowBuilder<StringSelectMenuBuilder> {
  const options = tags.slice(0, MOST_OPTIONS - 1).map(({ id, name }) => ({
    label: name.slice(0, LONGEST_OPTION),
    value: id,
    default: id === state.tagId,
  }));
  return select('tag', state, [
    { label: t('figures.everyTag'), value: EVERY_TAG, default: state.tagId === undefined },
    ...options,
  ]);
}

function select(
  action: string,
  state: StatsState,
  options: readonly { label: string; value: string; default: boolean }[],
): ActionRowBuilder<StringSelectMenuBuilder> {
  return new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
    new StringSelectMenuBuilder()
      .setCustomId(customId('figures', action, ...stateArgs(state)))
      .addOptions([...options]),
  );
}
