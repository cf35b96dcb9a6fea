// How a member's own choices look: what is so, what it means, and the buttons that change it.
import {
  ActionRowBuilder,
  ButtonBuilder,
  ContainerBuilder,
  LabelBuilder,
  ModalBuilder,
  TextDisplayBuilder,
  TextInputBuilder,
} from '@discordjs/builders';
import { ButtonStyle, TextInputStyle } from 'discord-api-types/v10';
import type { View } from '../../core/actions.ts';
import { customId } from '../../core/custom-id.ts';
import type { Reading } from '../../core/texts.ts';
import { asTyped, textView } from '../../core/views.ts';
import { LONGEST_PSEUDONYM } from './pseudonyms.rules.ts';
import type { Choices } from './service.ts';

/** On or off, as it is typed and as it travels in a button. */
export type Switch = 'on' | 'off';

export function isSwitch(value: string | undefined): value is Switch {
  return value === 'on' || value === 'off';
}

/** The field of the form in which a pseudonym is typed. */
export const PSEUDONYM_FIELD = 'pseudonym';

/**
 * For the member alone; `privacyMention` is the command to come back to. Of somebody who `isLeftOut` nothing is
 * recorded, so nothing is said of what is earned off the board.
 */
export function privacyView(
  reading: Reading,
  choices: Choices,
  privacyMention: string,
  isLeftOut = false,
): View {
  const { t } = reading;
  const now = choices.board ? 'on' : 'off';
  const lines = [`## ${t('privacy.title')}`, t(`privacy.board.${now}.is`)];
  if (!isLeftOut)
    lines.push(
      t(`privacy.board.${now}.means`),
      `-# ${t(`privacy.board.${now}.change`, { privacy: privacyMention })}`,
    );
  const buttons = [
    button('board', t(`privacy.board.${now}.button`), choices.board ? 'off' : 'on'),
    ...(choices.board ? [button('name', t(`privacy.name.${namedBy(choices)}.button`))] : []),
  ];
  const container = new ContainerBuilder().addTextDisplayComponents(
    new TextDisplayBuilder().setContent(lines.join('\n')),
  );
  if (choices.board)
    container.addTextDisplayComponents(
      new TextDisplayBuilder().setContent(nameLines(reading, choices).join('\n')),
    );
  container.addActionRowComponents(new ActionRowBuilder<ButtonBuilder>().addComponents(buttons));
  return { components: [container.toJSON()] };
}

function namedBy({ pseudonym }: Choices): 'own' | 'other' | 'none' {
  if (pseudonym === undefined) return 'own';
  return pseudonym === '' ? 'none' : 'other';
}

function nameLines({ t }: Reading, choices: Choices): string[] {
  const by = namedBy(choices);
  const name = asTyped(choices.pseudonym ?? '');
  const is = t(`privacy.name.${by}.is`, { name, reason: asTyped(choices.lostWhy ?? '') });
  return [is, `-# ${t(`privacy.name.${by}.means`)}`];
}

function button(action: string, label: string, ...args: readonly string[]): ButtonBuilder {
  return new ButtonBuilder()
    .setCustomId(customId('privacy', action, ...args))
    .setLabel(label)
    .setStyle(ButtonStyle.Secondary);
}

/** Asks a member what the leaderboard should call them. */
export function pseudonymForm({ t }: Reading, { pseudonym }: Choices): object {
  const input = new TextInputBuilder()
    .setCustomId(PSEUDONYM_FIELD)
    .setStyle(TextInputStyle.Short)
    .setRequired(false)
    .setMaxLength(LONGEST_PSEUDONYM);
  if (pseudonym) input.setValue(pseudonym);
  return new ModalBuilder()
    .setCustomId(customId('privacy', 'named'))
    .setTitle(t('privacy.name.form'))
    .addLabelComponents(
      new LabelBuilder()
        .setLabel(t('privacy.name.label'))
        .setDescription(t('privacy.name.about'))
        .setTextInputComponent(input),
    )
    .toJSON();
}

/** For the moderator who took a pseudonym away. */
export function removedView({ t }: Reading, pseudonym: string): View {
  return textView(t('privacy.removed', { name: asTyped(pseudonym) }));
}
