// All the text that people read in a message.
import { ComponentType } from 'discord-api-types/v10';
import { isBody, listOf } from './fields.ts';
import { everyComponent } from './layout.ts';

/** Content, embeds and the texts of Components V2, one per line; no labels of buttons or options. */
export function readableText(message: { content?: unknown; embeds?: unknown; components?: unknown }): string {
  const parts = [
    message.content,
    ...listOf(message.embeds).flatMap(embedTexts),
    ...displayTexts(message.components),
  ];
  return parts.filter((part) => typeof part === 'string' && part !== '').join('\n');
}

/** Text that can hold mentions: the content and the texts of Components V2. Embeds never ping. */
export function mentioningText(message: { content?: unknown; components?: unknown }): string {
  return readableText({ content: message.content, components: message.components });
}

function displayTexts(components: unknown): unknown[] {
  return [...everyComponent('', components)]
    .filter(({ component }) => component.type === ComponentType.TextDisplay)
    .map(({ component }) => component.content);
}

function embedTexts(embed: unknown): unknown[] {
  if (!isBody(embed)) return [];
  const author = isBody(embed.author) ? embed.author.name : undefined;
  const footer = isBody(embed.footer) ? embed.footer.text : undefined;
  const fields = listOf(embed.fields).flatMap((field) => (isBody(field) ? [field.name, field.value] : []));
  return [author, embed.title, embed.description, ...fields, footer];
}
