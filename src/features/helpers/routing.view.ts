// How a question is brought to helpers: one line in its thread that mentions those who agreed to it, and a button.
import { ActionRowBuilder, ButtonBuilder, userMention } from '@discordjs/builders';
import { ButtonStyle } from 'discord-api-types/v10';
import type { View } from '../../core/actions.ts';
import { customId } from '../../core/custom-id.ts';
import type { Reading } from '../../core/texts.ts';
import { textView } from '../../core/views.ts';

export function callView(
  { t, list }: Reading,
  { questionId, memberIds }: { questionId: string; memberIds: readonly string[] },
): View {
  const button = (id: string, label: string) =>
    new ButtonBuilder().setCustomId(id).setLabel(label).setStyle(ButtonStyle.Secondary);
  const row = new ActionRowBuilder<ButtonBuilder>().addComponents(
    button(customId('attention', 'take', questionId), t('attention.take')),
    button(customId('helpers', 'wishes'), t('helpers.myWishes')),
  );
  const members = list(memberIds.map((id) => userMention(id)));
  const words = textView(
    t('helpers.call', { members, count: memberIds.length }),
    `-# ${t('helpers.whyCalled')}`,
  );
  return { components: [...words.components, row.toJSON()], pings: memberIds };
}
