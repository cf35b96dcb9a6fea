// How Laurel asks an asker: did this answer it, is it still broken. Everybody sees it; it names the asker and pings nobody.
import {
  ActionRowBuilder,
  ButtonBuilder,
  messageLink,
  TextDisplayBuilder,
  userMention,
} from '@discordjs/builders';
import { ButtonStyle } from 'discord-api-types/v10';
import type { View } from '../../core/actions.ts';
import { customId } from '../../core/custom-id.ts';
import type { Reading } from '../../core/texts.ts';
import type { Question } from './questions.rules.ts';

export interface Proposed {
  question: Pick<Question, 'id' | 'guildId' | 'askerId'>;
  promptId: number;
  /** The message that may have helped; none if it cannot be told which. */
  candidate: { messageId: string; authorId: string } | undefined;
  /** Whether the asker is told how else to say so: once a person. */
  withInstructions: boolean;
}

/** "Did this answer it?" */
export function proposalView(
  { t }: Reading,
  { question, promptId, candidate, withInstructions }: Proposed,
): View {
  const { askerId, guildId, id } = question;
  const asker = userMention(askerId);
  const text = candidate
    ? t('questions.prompt.proposal', {
        asker,
        helper: userMention(candidate.authorId),
        url: messageLink(id, candidate.messageId, guildId),
      })
    : t('questions.prompt.unsure', { asker });
  const lines = withInstructions ? [text, `-# ${t('questions.prompt.instructions')}`] : [text];
  return view(lines, [
    button(t(candidate ? 'questions.prompt.yes' : 'questions.alone'), 'yes', promptId, ButtonStyle.Success),
    button(t(candidate ? 'questions.prompt.other' : 'questions.prompt.which'), 'other', promptId),
    button(t('questions.prompt.notYet'), 'notYet', promptId),
  ]);
}

/** "Still broken?" */
export function stillBrokenView({ t }: Reading, askerId: string, promptId: number): View {
  return view(
    [t('questions.prompt.stillBroken', { asker: userMention(askerId) })],
    [
      button(t('questions.prompt.reopen'), 'again', promptId, ButtonStyle.Primary),
      button(t('questions.prompt.leave'), 'leave', promptId),
    ],
  );
}

function view(lines: readonly string[], buttons: readonly ButtonBuilder[]): View {
  return {
    components: [
      new TextDisplayBuilder().setContent(lines.join('\n')).toJSON(),
      new ActionRowBuilder<ButtonBuilder>().addComponents(...buttons).toJSON(),
    ],
  };
}

function button(
  label: string,
  action: string,
  promptId: number,
  style = ButtonStyle.Secondary,
): ButtonBuilder {
  return new ButtonBuilder()
    .setCustomId(customId('questions', action, promptId))
    .setLabel(label)
    .setStyle(style);
}
