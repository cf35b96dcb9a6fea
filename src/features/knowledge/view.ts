// How a published answer looks in its channel, and the form that asks for its title.
import {
  ActionRowBuilder,
  ButtonBuilder,
  LabelBuilder,
  ModalBuilder,
  messageLink,
  TextDisplayBuilder,
  TextInputBuilder,
} from '@discordjs/builders';
import { ButtonStyle, TextInputStyle } from 'discord-api-types/v10';
import type { View } from '../../core/actions.ts';
import { customId } from '../../core/custom-id.ts';
import type { Reading } from '../../core/texts.ts';
import { asTyped, mentionOf, textView } from '../../core/views.ts';
import { LONGEST_TITLE } from './rules.ts';

export interface Entry {
  guildId: string;
  /** Where the answer stands. */
  channelId: string;
  messageId: string;
  title: string;
  authorId: string;
  publisherId: string;
}

/** One answer for everybody to find: its title leads to it. It pings nobody. */
export function entryView({ t }: Reading, entry: Entry): View {
  const { guildId, channelId, messageId, title, authorId, publisherId } = entry;
  // Brackets would end the link early, and lead elsewhere: they become round.
  const words = asTyped(title.replaceAll('[', '(').replaceAll(']', ')'));
  const by = { author: mentionOf(t, authorId), publisher: mentionOf(t, publisherId) };
  const lines = [
    `### [${words}](${messageLink(channelId, messageId, guildId)})`,
    `-# ${t('knowledge.by', by)}`,
  ];
  const takeDown = new ButtonBuilder()
    .setCustomId(customId('knowledge', 'takeDown'))
    .setLabel(t('knowledge.takeDown'))
    .setStyle(ButtonStyle.Secondary);
  return {
    components: [
      new TextDisplayBuilder().setContent(lines.join('\n')).toJSON(),
      new ActionRowBuilder<ButtonBuilder>().addComponents(takeDown).toJSON(),
    ],
  };
}

/** Asks for the title, filled in with the question's own. */
export function titleForm({ t }: Reading, messageId: string, title: string): object {
  const input = new TextInputBuilder()
    .setCustomId('title')
    .setStyle(TextInputStyle.Short)
    .setRequired(true)
    .setMaxLength(LONGEST_TITLE);
  if (title !== '') input.setValue([...title].slice(0, LONGEST_TITLE).join('').slice(0, LONGEST_TITLE));
  return new ModalBuilder()
    .setCustomId(customId('knowledge', 'publish', messageId))
    .setTitle(t('knowledge.form'))
    .addLabelComponents(
      new LabelBuilder()
        .setLabel(t('knowledge.title'))
        .setDescription(t('knowledge.titleAbout'))
        .setTextInputComponent(input),
    )
    .toJSON();
}

export function publishedView({ t }: Reading, how: 'published' | 'onItsWay', channelId: string): View {
  return textView(t(`knowledge.${how}`, { channel: `<#${channelId}>` }));
}
