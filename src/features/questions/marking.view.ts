// What somebody sees who marks a solution: what stands now, and what can still be said about it.
import {
  ActionRowBuilder,
  ButtonBuilder,
  messageLink,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  UserSelectMenuBuilder,
} from '@discordjs/builders';
import { ButtonStyle } from 'discord-api-types/v10';
import type { View } from '../../core/actions.ts';
import { customId } from '../../core/custom-id.ts';
import type { Reading } from '../../core/texts.ts';
import { mentionOf } from '../../core/views.ts';
import { type Mark, MOST_ASSISTS, solutionsOf } from './marking.rules.ts';
import type { Question } from './questions.rules.ts';

/** Discord's limits for an option of a select, in characters. */
const LONGEST_LABEL = 100;

export interface MarkedAnswer {
  question: Pick<Question, 'id' | 'guildId' | 'askerId'>;
  standing: readonly Mark[];
  /** Messages that are no longer the solution because of it. */
  replaced: readonly string[];
  known: boolean;
  /** The message that Undo takes back; none for somebody who found it alone. */
  messageId: string | undefined;
}

/** The answer to a mark: what solved it, with Undo, and who else helped. */
export function markedView(reading: Reading, answer: MarkedAnswer): View {
  const { t } = reading;
  const { question, replaced, known, messageId } = answer;
  const lines = [t(known ? 'questions.markedAlready' : 'questions.marked')];
  lines.push(...solutionsOf(answer.standing).map((mark) => solutionLine(reading, question, mark)));
  if (replaced.length > 0) lines.push(`-# ${t('questions.replaced', { count: replaced.length })}`);
  const buttons = new ActionRowBuilder<ButtonBuilder>();
  if (messageId !== undefined)
    buttons.addComponents(button(t('questions.undo'), customId('questions', 'undo', question.id, messageId)));
  if (replaced.length > 0)
    buttons.addComponents(
      button(t('questions.keep'), customId('questions', 'keep', question.id, ...replaced)),
    );
  return {
    components: [
      new TextDisplayBuilder().setContent(lines.join('\n')).toJSON(),
      ...(buttons.components.length > 0 ? [buttons.toJSON()] : []),
      ...(hasHelper(answer) ? [assistsRow(reading, question.id)] : []),
    ],
  };
}

function hasHelper({ standing, question }: MarkedAnswer): boolean {
  return solutionsOf(standing).some(({ memberId }) => memberId !== question.askerId);
}

function solutionLine(
  { t }: Reading,
  { guildId, id, askerId }: MarkedAnswer['question'],
  mark: Mark,
): string {
  const { memberId, messageId, originQuestionId, originMessageId, weight } = mark;
  if (messageId === null) return t('questions.foundAlone');
  const member = mentionOf(t, memberId);
  const url =
    originQuestionId && originMessageId
      ? messageLink(originQuestionId, originMessageId, guildId)
      : messageLink(id, messageId, guildId);
  const line = t(originQuestionId ? 'questions.olderAnswer' : 'questions.answerBy', { member, url });
  if (weight > 0) return line;
  return `${line}\n-# ${t(memberId === askerId ? 'questions.ownAnswer' : 'questions.staffAnswer')}`;
}

function assistsRow({ t }: Reading, questionId: string): object {
  const select = new UserSelectMenuBuilder()
    .setCustomId(customId('questions', 'assists', questionId))
    .setPlaceholder(t('questions.whoElse'))
    .setMinValues(0)
    .setMaxValues(MOST_ASSISTS);
  return new ActionRowBuilder<UserSelectMenuBuilder>().addComponents(select).toJSON();
}

/** Who else was named, in place of the select. */
export function assistsView({ t, list }: Reading, memberIds: readonly string[]): View {
  const people = list(memberIds.map((id) => mentionOf(t, id)));
  return said(memberIds.length > 0 ? t('questions.assisted', { people }) : t('questions.assistedNobody'));
}

/** What takes the place of the answer after Undo. */
export function unmarkedView({ t }: Reading, question: Pick<Question, 'state'>): View {
  return said(t(question.state === 'solved' ? 'questions.unmarkedStill' : 'questions.unmarked'));
}

export function reopenedView({ t }: Reading): View {
  return said(t('questions.reopened'));
}

/** Asks a member of a tier whether an answer helped, in the place of an asker who is silent. */
export function confirmView({ t }: Reading, questionId: string, messageId: string): View {
  const confirm = button(t('questions.confirm'), customId('questions', 'confirm', questionId, messageId));
  return {
    components: [
      new TextDisplayBuilder().setContent(t('questions.confirmAsk')).toJSON(),
      new ActionRowBuilder<ButtonBuilder>().addComponents(confirm).toJSON(),
    ],
  };
}

/** What a confirmation came to. */
export function confirmedView(
  { t }: Reading,
  { by, needed, solved }: { by: number; needed: number; solved: boolean },
): View {
  return said(solved ? t('questions.confirmedSolved') : t('questions.confirmed', { count: needed - by }));
}

/** A message that may have helped, as its reader chooses it. */
export interface Candidate {
  messageId: string;
  author: string;
  /** Its first words; shown to the reader alone, never kept. */
  excerpt: string;
}

/** Which message helped? The latest ones of others; or nobody's. */
export function chooseView(reading: Reading, questionId: string, candidates: readonly Candidate[]): View {
  const { t } = reading;
  const alone = button(t('questions.alone'), customId('questions', 'alone', questionId));
  const select =
    candidates.length > 0
      ? [chooseRow(reading, customId('questions', 'choose', questionId), candidates)]
      : [];
  return {
    components: [
      new TextDisplayBuilder()
        .setContent(t(candidates.length > 0 ? 'questions.choose' : 'questions.chooseNobody'))
        .toJSON(),
      ...select,
      new ActionRowBuilder<ButtonBuilder>().addComponents(alone).toJSON(),
    ],
  };
}

/** The same for a member of a tier, in the place of an asker who is silent: they confirm the one they choose. */
export function confirmOneView(reading: Reading, questionId: string, candidates: readonly Candidate[]): View {
  const { t } = reading;
  if (candidates.length === 0) return said(t('questions.chooseNobody'));
  return {
    components: [
      new TextDisplayBuilder().setContent(t('questions.confirmOne')).toJSON(),
      chooseRow(reading, customId('questions', 'confirm', questionId), candidates),
    ],
  };
}

function chooseRow({ t }: Reading, id: string, candidates: readonly Candidate[]): object {
  const options = candidates.map(({ messageId, author, excerpt }) => ({
    value: messageId,
    label: cut(author, LONGEST_LABEL),
    ...(excerpt === '' ? {} : { description: cut(excerpt, LONGEST_LABEL) }),
  }));
  const select = new StringSelectMenuBuilder()
    .setCustomId(id)
    .setPlaceholder(t('questions.choosePlaceholder'))
    .addOptions(options);
  return new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(select).toJSON();
}

function button(label: string, id: string): ButtonBuilder {
  return new ButtonBuilder().setCustomId(id).setLabel(label).setStyle(ButtonStyle.Secondary);
}

function said(text: string): View {
  return { components: [new TextDisplayBuilder().setContent(text).toJSON()] };
}

function cut(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}
