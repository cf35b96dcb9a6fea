// How /questions list looks: what one can help with, a button beside each, and the controls.
import {
  ActionRowBuilder,
  ButtonBuilder,
  ContainerBuilder,
  SeparatorBuilder,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
} from '@discordjs/builders';
import { ButtonStyle } from 'discord-api-types/v10';
import type { View } from '../../core/actions.ts';
import { customId } from '../../core/custom-id.ts';
import type { Reading } from '../../core/texts.ts';
import { asTyped, textView } from '../../core/views.ts';
import { questionLink } from '../questions/link.view.ts';
import type { Taken } from './claims.service.ts';
import { questionLines, questionSection, relative, type TagNames } from './lines.view.ts';
import { filters, type ListState, pagesFor, type Question, stateArgs } from './rules.ts';
import type { Looked } from './store.ts';

export interface ShownList extends Looked {
  state: ListState;
  /** Who looks: what they hold themselves, they can let go. */
  readerId: string;
  tagNames: TagNames;
  /** There is a board, where new questions of followed tags are told of. */
  hasBoard: boolean;
}

export function listView(reading: Reading, shown: ShownList): View {
  const { t } = reading;
  const { state, questions, readerId, tagNames } = shown;
  const container = new ContainerBuilder().addTextDisplayComponents(text(heading(reading, shown)));
  if (questions.length === 0) container.addTextDisplayComponents(text(t(`attention.none.${state.filter}`)));
  for (const question of questions) {
    // One's own question cannot be taken: it stands there without a button.
    if (question.askerId === readerId) {
      container.addTextDisplayComponents(text(questionLines(reading, question, tagNames).join('\n')));
      continue;
    }
    const action = question.claim?.memberId === readerId ? 'letGo' : 'take';
    container.addSectionComponents(
      questionSection(reading, question, tagNames, { action, args: stateArgs(state) }),
    );
  }
  container
    .addSeparatorComponents(new SeparatorBuilder())
    .addActionRowComponents(filterSelect(reading, state))
    .addActionRowComponents(buttons(reading, shown));
  return { components: [container.toJSON()] };
}

/** Where nothing is a help channel yet: what is missing, for those who can mend it and for the others. */
export function noHelpChannelsView({ t }: Reading, setupMention: string | undefined): View {
  return textView(
    setupMention === undefined
      ? t('attention.noChannels')
      : t('attention.noChannelsSetUp', { setup: setupMention }),
  );
}

/** The private answer to "I take this". */
export function takenView({ t }: Reading, { question, claim }: Taken): View {
  const letGo = new ButtonBuilder()
    .setCustomId(customId('attention', 'letGo', question.id))
    .setLabel(t('attention.letGo'))
    .setStyle(ButtonStyle.Secondary);
  const view = textView(
    t('attention.youTook', { question: questionLink(question), until: relative(claim.expiresAt) }),
  );
  return {
    components: [...view.components, new ActionRowBuilder<ButtonBuilder>().addComponents(letGo).toJSON()],
  };
}

export function letGoView({ t }: Reading, question: Question): View {
  return textView(t('attention.youLetGo', { question: questionLink(question) }));
}

function text(content: string): TextDisplayBuilder {
  return new TextDisplayBuilder().setContent(content);
}

function heading({ t }: Reading, { state, total, tagNames }: ShownList): string {
  const { filter, tagId, page } = state;
  const parts = [t(`attention.filters.${filter}`), t('attention.total', { count: total })];
  if (tagId !== undefined) parts.splice(1, 0, asTyped(tagNames(tagId) ?? t('attention.lostTag')));
  if (pagesFor(total) > 1) parts.push(t('attention.page', { page, pages: pagesFor(total) }));
  return `## ${t('attention.title')}\n${parts.join(' · ')}`;
}

function filterSelect({ t }: Reading, state: ListState): ActionRowBuilder<StringSelectMenuBuilder> {
  return new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
    new StringSelectMenuBuilder()
      .setCustomId(customId('attention', 'filter', ...stateArgs(state)))
      .addOptions(
        filters.map((filter) => ({
          label: t(`attention.filters.${filter}`),
          value: filter,
          default: filter === state.filter,
        })),
      ),
  );
}

function buttons({ t }: Reading, { state, total, hasBoard }: ShownList): ActionRowBuilder<ButtonBuilder> {
  const button = (id: string, label: string) =>
    new ButtonBuilder().setCustomId(id).setLabel(label).setStyle(ButtonStyle.Secondary);
  const turn = (label: string, page: number) =>
    button(customId('attention', 'show', ...stateArgs({ ...state, page })), label);
  const row = new ActionRowBuilder<ButtonBuilder>().addComponents(
    turn(t('attention.previous'), state.page - 1).setDisabled(state.page === 1),
    turn(t('attention.next'), state.page + 1).setDisabled(state.page >= pagesFor(total)),
  );
  if (hasBoard) row.addComponents(button(customId('attention', 'tags'), t('attention.subscribe')));
  return row;
}
