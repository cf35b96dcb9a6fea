// How the board looks: in the helpers' channel, what needs somebody, those that wait longest first.
import {
  ActionRowBuilder,
  ButtonBuilder,
  ContainerBuilder,
  SeparatorBuilder,
  TextDisplayBuilder,
} from '@discordjs/builders';
import { ButtonStyle } from 'discord-api-types/v10';
import type { View } from '../../core/actions.ts';
import { customId } from '../../core/custom-id.ts';
import type { Reading } from '../../core/texts.ts';
import { questionSection, type TagNames } from './lines.view.ts';
import { stateArgs } from './rules.ts';
import type { Looked } from './store.ts';

/** Three components each: with the rest this stays below Discord's 40. */
export const MOST_ON_BOARD = 10;

export interface ShownBoard extends Looked {
  tagNames: TagNames;
}

/** Nothing in it depends on the moment: ages are told by the reader's own clock, so it changes only when questions do. */
export function boardView(reading: Reading, { questions, total, tagNames }: ShownBoard): View {
  const { t } = reading;
  const container = new ContainerBuilder().addTextDisplayComponents(
    text(`## ${t('attention.board.title')}\n${t('attention.board.about', { count: total })}`),
  );
  for (const question of questions) {
    container.addSectionComponents(
      questionSection(reading, question, tagNames, { action: 'take', args: [] }),
    );
  }
  const more = total - questions.length;
  if (more > 0) container.addTextDisplayComponents(text(`-# ${t('attention.board.more', { count: more })}`));
  container.addSeparatorComponents(new SeparatorBuilder()).addActionRowComponents(buttons(reading));
  return { components: [container.toJSON()] };
}

function text(content: string): TextDisplayBuilder {
  return new TextDisplayBuilder().setContent(content);
}

function buttons({ t }: Reading): ActionRowBuilder<ButtonBuilder> {
  const button = (id: string, label: string) =>
    new ButtonBuilder().setCustomId(id).setLabel(label).setStyle(ButtonStyle.Secondary);
  const list = customId(
    'attention',
    'all',
    ...stateArgs({ filter: 'unanswered', tagId: undefined, page: 1 }),
  );
  return new ActionRowBuilder<ButtonBuilder>().addComponents(
    button(list, t('attention.board.all')),
    button(customId('attention', 'tags'), t('attention.subscribe')),
  );
}
