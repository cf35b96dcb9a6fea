// The pieces of the views about Ambassadors: texts, buttons, links, times and forms.
import {
  ActionRowBuilder,
  ButtonBuilder,
  channelLink,
  LabelBuilder,
  ModalBuilder,
  messageLink,
  TextDisplayBuilder,
  TextInputBuilder,
  time,
} from '@discordjs/builders';
import { ButtonStyle, TextInputStyle } from 'discord-api-types/v10';
import { customId } from '../../core/custom-id.ts';
import type { Reading } from '../../core/texts.ts';
import { asTyped } from '../../core/views.ts';
import type { Place } from './dossier.store.ts';

/** Gold, as the role of Ambassadors. */
export const EDGE = 0xd4a017;

export function text(...lines: readonly (string | undefined | false)[]): TextDisplayBuilder {
  return new TextDisplayBuilder().setContent(lines.filter(Boolean).join('\n'));
}

export function button(
  label: string,
  style: 'primary' | 'secondary' | 'danger' | 'success',
  action: string,
  ...args: readonly (string | number)[]
): ButtonBuilder {
  return new ButtonBuilder()
    .setCustomId(customId('ambassadors', action, ...args))
    .setLabel(label)
    .setStyle(STYLES[style]);
}

const STYLES = {
  primary: ButtonStyle.Primary,
  secondary: ButtonStyle.Secondary,
  danger: ButtonStyle.Danger,
  success: ButtonStyle.Success,
} as const;

export function row(...buttons: readonly ButtonBuilder[]): ActionRowBuilder<ButtonBuilder> {
  return new ActionRowBuilder<ButtonBuilder>().addComponents(...buttons);
}

/** ` · message`, to where something happened; nothing where it is not known. */
export function linkTo({ t }: Reading, guildId: string, place: Place | undefined): string {
  if (!place) return '';
  const url = place.messageId
    ? messageLink(place.channelId, place.messageId, guildId)
    : channelLink(place.channelId, guildId);
  return ` · [${t(place.messageId ? 'profile.message' : 'profile.channel')}](${url})`;
}

/** Somebody's words as they were typed, cut so that with all escapes they take no more than `room` characters. */
export function quoted(words: string, room: number): string {
  const whole = asTyped(words);
  if (whole.length <= room) return whole;
  const part = [...words].slice(0, Math.floor(room / 2) - 1).join('');
  return `${asTyped(part)}…`;
}

/** The first of these lines that fit into `room` characters. */
export function fitting(lines: readonly string[], room: number): string[] {
  let left = room;
  return lines.filter((line) => {
    left -= line.length + 1;
    return left >= 0;
  });
}

export function ago(at: number): string {
  return time(Math.floor(at / 1000), 'R');
}

export function day(at: number): string {
  return time(Math.floor(at / 1000), 'D');
}

export function moment(at: number): string {
  return time(Math.floor(at / 1000), 'f');
}

export interface Field {
  name: string;
  label: string;
  description?: string;
  longest: number;
  style?: 'line' | 'paragraph';
  required?: boolean;
  value?: string;
}

export function form(id: string, title: string, fields: readonly Field[]): object {
  return new ModalBuilder().setCustomId(id).setTitle(title).addLabelComponents(fields.map(fieldOf)).toJSON();
}

function fieldOf({ name, label, description, longest, style, required = true, value }: Field): LabelBuilder {
  const input = new TextInputBuilder()
    .setCustomId(name)
    .setStyle(style === 'line' ? TextInputStyle.Short : TextInputStyle.Paragraph)
    .setRequired(required)
    .setMaxLength(longest);
  if (value !== undefined && value !== '') input.setValue(value);
  const built = new LabelBuilder().setLabel(label).setTextInputComponent(input);
  return description === undefined ? built : built.setDescription(description);
}
