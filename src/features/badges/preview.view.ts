// How it looks who would gain or lose a badge, before it counts.
import { ContainerBuilder, TextDisplayBuilder } from '@discordjs/builders';
import type { View } from '../../core/actions.ts';
import type { Reading } from '../../core/texts.ts';
import { mentionOf } from '../../core/views.ts';
import type { EarnedBadge } from './catalogue.rules.ts';
import type { Preview } from './preview.ts';
import { badgeName } from './view.ts';

/** People named of those who gain, and of those who lose. */
const MOST_NAMED = 20;

export function previewView(reading: Reading, badge: EarnedBadge, preview: Preview): View {
  const { t } = reading;
  const { atLeast, holders, gain, lose } = preview;
  const usual = badge.requirement.atLeast;
  const about = t(`badges.all.${badge.id}.about`);
  const people = (which: Preview['gain']) => {
    const lines = which
      .slice(0, MOST_NAMED)
      .map(({ memberId, count }) => t('badges.preview.person', { member: mentionOf(t, memberId), count }));
    const more = which.length - MOST_NAMED;
    return more > 0 ? [...lines, `-# ${t('badges.more', { count: more })}`] : lines;
  };
  const container = new ContainerBuilder().addTextDisplayComponents(
    text(
      `## ${t('badges.preview.title', { icon: badge.icon, name: badgeName(reading, badge) })}`,
      atLeast === usual
        ? t('badges.preview.asks', { about, atLeast })
        : t('badges.preview.asksOther', { about, atLeast, usual }),
      t('badges.preview.holders', { count: holders }),
    ),
    text(t('badges.preview.gain', { count: gain.length }), ...people(gain)),
    text(t('badges.preview.lose', { count: lose.length }), ...people(lose)),
    text(`-# ${t('badges.preview.unchanged')}`),
  );
  return { components: [container.toJSON()] };
}

function text(...lines: readonly string[]): TextDisplayBuilder {
  return new TextDisplayBuilder().setContent(lines.join('\n'));
}
