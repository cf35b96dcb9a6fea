// Draws an embed: author, title, text, fields in columns, pictures, footer.
import type { APIEmbed, APIEmbedField } from 'discord-api-types/v10';
import type { MessageView } from '../wire.ts';
import { picture } from './attachments.ts';
import { type Child, h } from './dom.ts';
import { markdown } from './markdown.ts';
import { longTime } from './time.ts';

export function drawEmbed(embed: APIEmbed, message: MessageView): HTMLElement {
  const text = (value: string): DocumentFragment => markdown(value, message.names);
  const element = h(
    'article',
    { class: 'embed' },
    h(
      'div',
      { class: 'embed-text' },
      embed.author === undefined
        ? undefined
        : h('div', { class: 'embed-author' }, linked(embed.author.name, embed.author.url)),
      embed.title === undefined
        ? undefined
        : h('div', { class: 'embed-title' }, linked(text(embed.title), embed.url)),
      embed.description === undefined ? undefined : h('div', { class: 'text' }, text(embed.description)),
      (embed.fields ?? []).length === 0 ? undefined : fields(embed.fields ?? [], text),
    ),
    embed.thumbnail === undefined
      ? undefined
      : h('div', { class: 'thumbnail' }, picture(local(embed.thumbnail.url, message), '')),
    embed.image === undefined
      ? undefined
      : h('div', { class: 'embed-image' }, picture(local(embed.image.url, message), '')),
    footer(embed),
  );
  if (embed.color !== undefined)
    element.style.setProperty('--accent', `#${embed.color.toString(16).padStart(6, '0')}`);
  return element;
}

function linked(content: string | Node, url: string | undefined): Child {
  return url === undefined
    ? content
    : h('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, content);
}

function fields(all: readonly APIEmbedField[], text: (value: string) => Node): HTMLElement {
  return h(
    'div',
    { class: 'embed-fields' },
    ...all.map(({ name, value, inline }) =>
      h(
        'div',
        { class: inline === true ? 'inline' : undefined },
        h('div', { class: 'embed-field-name' }, text(name)),
        h('div', { class: 'text' }, text(value)),
      ),
    ),
  );
}

function footer({ footer: note, timestamp }: APIEmbed): HTMLElement | undefined {
  const parts = [note?.text, timestamp === undefined ? undefined : longTime(Date.parse(timestamp))].filter(
    Boolean,
  );
  return parts.length === 0 ? undefined : h('footer', {}, parts.join(' • '));
}

function local(url: string, message: MessageView): { url: string } {
  const name = /^attachment:\/\/(.+)$/.exec(url)?.[1];
  return { url: message.attachments.find(({ filename }) => filename === name)?.url ?? url };
}
