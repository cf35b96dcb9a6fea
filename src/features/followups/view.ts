// How an asker is asked how it stands, told that their question was closed, and asked whether it still works.
import { ActionRowBuilder, ButtonBuilder, TextDisplayBuilder, userMention } from '@discordjs/builders';
import { ButtonStyle } from 'discord-api-types/v10';
import type { View } from '../../core/actions.ts';
import { customId } from '../../core/custom-id.ts';
import type { Reading } from '../../core/texts.ts';

export interface Nudge {
  askerId: string;
  promptId: number;
  /** Whether they are told how else to say so: once a person. */
  withInstructions: boolean;
}

/** "Solved?", with three answers. It pings the asker and nobody else. */
export function nudgeView({ t }: Reading, { askerId, promptId, withInstructions }: Nudge): View {
  const lines = [t('followups.nudge', { asker: userMention(askerId) })];
  if (withInstructions) lines.push(`-# ${t('followups.instructions')}`);
  return {
    ...message(
      lines.join('\n'),
      button(t('followups.solved'), 'solved', promptId, ButtonStyle.Success),
      button(t('followups.stillNeed'), 'stillNeed', promptId),
      button(t('followups.close'), 'close', promptId),
    ),
    pings: [askerId],
  };
}

/** What becomes of a nudge when its question is closed: the way back. */
export function closedView({ t }: Reading, questionId: string): View {
  return message(t('followups.closed'), button(t('followups.reopen'), 'reopen', questionId));
}

/** "Does it still work?" It pings the asker and nobody else. */
export function checkBackView({ t }: Reading, askerId: string, promptId: number): View {
  return {
    ...message(
      t('followups.checkBack', { asker: userMention(askerId) }),
      button(t('followups.works'), 'works', promptId, ButtonStyle.Success),
      button(t('followups.worksNot'), 'worksNot', promptId),
    ),
    pings: [askerId],
  };
}

function message(text: string, ...buttons: readonly ButtonBuilder[]): View {
  return {
    components: [
      new TextDisplayBuilder().setContent(text).toJSON(),
      new ActionRowBuilder<ButtonBuilder>().addComponents(...buttons).toJSON(),
    ],
  };
}

function button(
  label: string,
  action: string,
  about: string | number,
  style = ButtonStyle.Secondary,
): ButtonBuilder {
  return new ButtonBuilder()
    .setCustomId(customId('followups', action, about))
    .setLabel(label)
    .setStyle(style);
}
