// What fair play means for the member alone: what is held or was reversed, why, and the one answer they can give.
import { ActionRowBuilder, ButtonBuilder, time } from '@discordjs/builders';
import { ButtonStyle } from 'discord-api-types/v10';
import { customId } from '../../core/custom-id.ts';
import type { Reading } from '../../core/texts.ts';
import { asTyped } from '../../core/views.ts';
import type { ReviewNews } from './store.ts';

/** One sentence for each case about the member. */
export function reviewLines({ t }: Reading, reviews: readonly ReviewNews[]): string[] {
  return reviews.map(({ state, decidedAt, reason, hasAnswered }) => {
    const when = time(Math.floor(decidedAt / 1000), 'R');
    if (state === 'reversed') return t('profile.reviews.reversed', { when, reason: asTyped(reason ?? '') });
    return t(hasAnswered ? 'profile.reviews.answered' : 'profile.reviews.held', { when });
  });
}

/** The button to the form for an answer, where there is one to give; fair play opens it. */
export function answerButton(
  { t }: Reading,
  reviews: readonly ReviewNews[],
): ActionRowBuilder<ButtonBuilder> | undefined {
  const open = reviews.find(({ state, hasAnswered }) => state === 'held' && !hasAnswered);
  return (
    open &&
    new ActionRowBuilder<ButtonBuilder>().addComponents(
      new ButtonBuilder()
        .setCustomId(customId('fairness', 'answer', open.caseId))
        .setLabel(t('profile.reviews.answer'))
        .setStyle(ButtonStyle.Secondary),
    )
  );
}
