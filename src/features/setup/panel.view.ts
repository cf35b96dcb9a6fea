// The pieces that every page of /setup is made of: the frame, rows, buttons that lead elsewhere, and lists to choose from.
import {
  ActionRowBuilder,
  ButtonBuilder,
  ContainerBuilder,
  type MessageActionRowComponentBuilder,
  StringSelectMenuBuilder,
} from '@discordjs/builders';
import { ButtonStyle } from 'discord-api-types/v10';
import type { View } from '../../core/actions.ts';
import { customId } from '../../core/custom-id.ts';

export type Row = ActionRowBuilder<MessageActionRowComponentBuilder>;

/** One framed message: a heading, an optional word about what just happened, paragraphs, then the controls. */
export function panel(
  page: { title: string; note?: string | undefined; paragraphs: readonly string[] },
  rows: readonly Row[],
): View {
  const head = page.note ? `## ${page.title}\n${page.note}` : `## ${page.title}`;
  const container = new ContainerBuilder();
  container.addTextDisplayComponents(
    [head, ...page.paragraphs].map((content) => ({ type: TEXT_DISPLAY, content })),
  );
  if (rows.length > 0) container.addActionRowComponents(...rows);
  return { components: [container.toJSON()] };
}

const TEXT_DISPLAY = 10;

export function row(...components: readonly MessageActionRowComponentBuilder[]): Row {
  return new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(...components);
}

/** A button that does `action` of this feature. */
export function button(label: string, action: string, ...args: readonly string[]): ButtonBuilder {
  return new ButtonBuilder()
    .setCustomId(customId('setup', action, ...args))
    .setLabel(label)
    .setStyle(ButtonStyle.Secondary);
}

/** Leads to the page about thanks from before Laurel came. */
export function pastButton(label: string): ButtonBuilder {
  return new ButtonBuilder()
    .setCustomId(customId('history', 'open'))
    .setLabel(label)
    .setStyle(ButtonStyle.Secondary);
}

export interface Choice {
  value: string;
  label: string;
  description?: string;
}

/** A piece of a sentence as an entry of a list: with a capital at its beginning, where the language has them. */
export function asEntry(text: string, locale: string): string {
  return text.replace(/^\p{Ll}/u, (first) => first.toLocaleUpperCase(locale));
}

/** A list to choose one entry from; `chosen` is marked. */
export function select(
  action: string,
  placeholder: string,
  choices: readonly Choice[],
  chosen?: string,
): StringSelectMenuBuilder {
  return new StringSelectMenuBuilder()
    .setCustomId(customId('setup', action))
    .setPlaceholder(placeholder)
    .addOptions(choices.map((choice) => ({ ...choice, default: choice.value === chosen })));
}
