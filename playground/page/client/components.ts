// Draws the components of a message: rows of buttons and selects, and all of Components V2.
import type { Component } from '../../discord/model.ts';
import type { MessageView } from '../wire.ts';
import { act } from './api.ts';
import { fileCard, mosaic, picture, spoilered } from './attachments.ts';
import { h, icon } from './dom.ts';
import { emojiNode } from './emoji.ts';
import { markdown } from './markdown.ts';
import { selectButton } from './select.ts';

const BUTTON_STYLES = ['', 'blurple', 'grey', 'green', 'red', 'grey', 'blurple'];
const LINK = 5;

export function components(message: MessageView): Node[] {
  return message.components.map((component) => draw(component, message));
}

function draw(component: Component, message: MessageView): Node {
  const inner = (): Node[] => (component.components ?? []).map((each) => draw(each, message));
  switch (component.type) {
    case 1:
      return h('div', { class: 'action-row' }, ...inner());
    case 2:
      return button(component, message);
    case 3:
    case 5:
    case 6:
    case 7:
    case 8:
      return select(component, message);
    case 9:
      return h(
        'div',
        { class: 'section' },
        h('div', { class: 'section-text' }, ...inner()),
        component.accessory === undefined ? undefined : draw(component.accessory, message),
      );
    case 10:
      return h('div', { class: 'text' }, markdown(component.content ?? '', message.names));
    case 11:
      return h(
        'div',
        { class: 'thumbnail' },
        spoilered(
          picture(mediaOf(component.media, message), String(component.description ?? '')),
          component.spoiler === true,
        ),
      );
    case 12:
      return gallery(component, message);
    case 13:
      return file(component, message);
    case 14:
      return h('hr', {
        class: `separator${component.spacing === 2 ? ' large' : ''}${component.divider === false ? ' bare' : ''}`,
      });
    case 17:
      return container(component, inner());
    default:
      return h(
        'div',
        { class: 'unknown' },
        `A component of type ${component.type}, which this page does not draw`,
      );
  }
}

function container(component: Component, inner: Node[]): HTMLElement {
  const color = component.accent_color;
  const element = h('div', { class: 'container' }, ...inner);
  if (typeof color === 'number')
    element.style.setProperty('--accent', `#${color.toString(16).padStart(6, '0')}`);
  else element.classList.add('plain');
  return spoilered(element, component.spoiler === true);
}

function button(component: Component, message: MessageView): HTMLElement {
  const { style = 2, label, emoji, custom_id: customId, url } = component;
  const face = [
    emoji === undefined ? undefined : emojiNode({ id: emoji.id, name: emoji.name }),
    label === undefined ? undefined : h('span', {}, label),
  ];
  if (style === LINK) {
    return h(
      'a',
      { class: 'button grey', href: url, target: '_blank', rel: 'noopener noreferrer' },
      ...face,
      icon('arrow-top-right-on-square'),
    );
  }
  const element = h(
    'button',
    {
      type: 'button',
      class: `button ${BUTTON_STYLES[style] ?? 'grey'}`,
      disabled: component.disabled === true,
      'aria-label': label === undefined ? (emoji?.name ?? undefined) : undefined,
      onclick: () => void waiting(element, act({ do: 'click', message: message.id, button: customId })),
    },
    ...face,
  );
  return element;
}

function select(component: Component, message: MessageView): HTMLElement {
  const element = selectButton(component, (values) => {
    void waiting(element, act({ do: 'pick', message: message.id, select: component.custom_id, values }));
  });
  return element;
}

/** Shows that the bot has been asked and has not answered yet. */
async function waiting(element: HTMLElement, asked: Promise<unknown>): Promise<void> {
  element.classList.add('asked');
  element.setAttribute('aria-busy', 'true');
  await asked;
  element.classList.remove('asked');
  element.removeAttribute('aria-busy');
}

interface Media {
  url: string;
}

/** A file that came with the message is named `attachment://…`. */
function mediaOf(media: unknown, message: MessageView): Media {
  const url = typeof media === 'object' && media !== null && 'url' in media ? String(media.url) : '';
  const name = /^attachment:\/\/(.+)$/.exec(url)?.[1];
  return { url: message.attachments.find(({ filename }) => filename === name)?.url ?? url };
}

function gallery(component: Component, message: MessageView): HTMLElement {
  const items: unknown[] = Array.isArray(component.items) ? component.items : [];
  return mosaic(
    items.map((item) => {
      const { media, description, spoiler }: Item = typeof item === 'object' && item !== null ? item : {};
      return spoilered(picture(mediaOf(media, message), String(description ?? '')), spoiler === true);
    }),
  );
}

/** One picture of a gallery, as far as it can be trusted. */
interface Item {
  media?: unknown;
  description?: unknown;
  spoiler?: unknown;
}

function file(component: Component, message: MessageView): HTMLElement {
  const { url } = mediaOf(component.file, message);
  const attachment = message.attachments.find((each) => each.url === url);
  const card = fileCard(attachment?.filename ?? 'file', attachment?.size, url);
  return spoilered(card, component.spoiler === true);
}
