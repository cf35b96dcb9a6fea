// How awards look to moderators: what was given, what a member has, and the form for taking one back.
import {
  ButtonBuilder,
  ContainerBuilder,
  SectionBuilder,
  TextDisplayBuilder,
  time,
} from '@discordjs/builders';
import { ButtonStyle } from 'discord-api-types/v10';
import type { View } from '../../core/actions.ts';
import { customId } from '../../core/custom-id.ts';
import type { Recognition } from '../../core/ledger-rules.ts';
import type { Reading } from '../../core/texts.ts';
import { asTyped, mentionOf, textView } from '../../core/views.ts';
import { LONGEST_AWARD_REASON } from './awards.rules.ts';
import type { AwardGiven } from './awards.service.ts';
import { formOf } from './cases.view.ts';

/** The answer to /award points: what was given, the new total, what is left for today, and the way back. */
export function awardedView(reading: Reading, { row, total, left }: AwardGiven): View {
  const { t } = reading;
  const lines = [
    t('awards.given', { member: mentionOf(t, row.receiverId), points: t('points', { count: row.points }) }),
    ...(row.reason ? [`> ${asTyped(row.reason)}`] : []),
    t('awards.total', { member: mentionOf(t, row.receiverId), points: t('points', { count: total }) }),
    `-# ${t('awards.left', { count: left })}`,
  ];
  return { components: [withButton(reading, lines, row).toJSON()] };
}

/** The latest awards of points to a member, each with the way to take it back. */
export function awardsView(reading: Reading, memberId: string, rows: readonly Recognition[]): View {
  const { t } = reading;
  const container = new ContainerBuilder().addTextDisplayComponents(
    text(
      `## ${t('awards.title', { member: mentionOf(t, memberId) })}`,
      ...(rows.length === 0 ? [t('awards.none')] : []),
    ),
  );
  for (const row of rows) {
    const what = t('awards.line', {
      points: t('points', { count: row.points }),
      moderator: mentionOf(t, row.giverId),
      when: time(Math.floor(row.occurredAt / 1000), 'R'),
    });
    container.addSectionComponents(
      withButton(reading, row.reason ? [what, `-# “${asTyped(row.reason)}”`] : [what], row),
    );
  }
  return { components: [container.toJSON()] };
}

export function takenBackView({ t }: Reading, row: Recognition): View {
  return textView(
    t('awards.takenBack', {
      member: mentionOf(t, row.receiverId),
      points: t('points', { count: row.points }),
    }),
  );
}

export function takeBackForm({ t }: Reading, rowId: number): object {
  return formOf(customId('fairness', 'awardBack', rowId), t('awards.takeBack'), {
    name: 'reason',
    label: t('fairness.reason'),
    description: t('awards.takeBackAbout'),
    longest: LONGEST_AWARD_REASON,
  });
}

function text(...lines: readonly string[]): TextDisplayBuilder {
  return new TextDisplayBuilder().setContent(lines.join('\n'));
}

function withButton({ t }: Reading, lines: readonly string[], row: Recognition): SectionBuilder {
  return new SectionBuilder().addTextDisplayComponents(text(...lines)).setButtonAccessory(
    new ButtonBuilder()
      .setCustomId(customId('fairness', 'takeAward', row.id))
      .setLabel(t('awards.takeBack'))
      .setStyle(ButtonStyle.Secondary),
  );
}
