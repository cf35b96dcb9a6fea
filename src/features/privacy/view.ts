// How a member's own choices look: what is so, what it means, and the button that changes it.
import { ActionRowBuilder, ButtonBuilder, ContainerBuilder, TextDisplayBuilder } from '@discordjs/builders';
import { ButtonStyle } from 'discord-api-types/v10';
import type { View } from '../../core/actions.ts';
import { customId } from '../../core/custom-id.ts';
import type { Reading } from '../../core/texts.ts';
import type { Choices } from './service.ts';

/** On or off, as it is typed and as it travels in a button. */
export type Switch = 'on' | 'off';

export function isSwitch(value: string | undefined): value is Switch {
  return value === 'on' || value === 'off';
}

/** For the member alone; `privacyMention` is the command to come back to. */
export function privacyView({ t }: Reading, { board }: Choices, privacyMention: string): View {
  const now = board ? 'on' : 'off';
  const lines = [
    `## ${t('privacy.title')}`,
    t(`privacy.board.${now}.is`),
    t(`privacy.board.${now}.means`),
    `-# ${t(`privacy.board.${now}.change`, { privacy: privacyMention })}`,
  ];
  const change = new ButtonBuilder()
    .setCustomId(customId('privacy', 'board', board ? 'off' : 'on'))
    .setLabel(t(`privacy.board.${now}.button`))
    .setStyle(ButtonStyle.Secondary);
  const container = new ContainerBuilder()
    .addTextDisplayComponents(new TextDisplayBuilder().setContent(lines.join('\n')))
    .addActionRowComponents(new ActionRowBuilder<ButtonBuilder>().addComponents(change));
  return { components: [container.toJSON()] };
}
