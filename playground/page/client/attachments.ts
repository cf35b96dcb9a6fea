// Files and pictures. Nothing is fetched from elsewhere: a picture from the internet is named, not shown.
import type { MessageView } from '../wire.ts';
import { h, icon } from './dom.ts';

/** Pictures in one mosaic. */
const MOSAIC = 10;

/** Files of a message; in Components V2 the components show them. */
export function attachmentsOf(message: MessageView): HTMLElement[] {
  if (message.components.some(({ type }) => type >= 9)) return [];
  const shownInEmbed = new Set(message.embeds.flatMap((embed) => [embed.image?.url, embed.thumbnail?.url]));
  const files = message.attachments.filter(
    ({ url, filename }) => !shownInEmbed.has(url) && !shownInEmbed.has(`attachment://${filename}`),
  );
  const pictures = files
    .filter(isPicture)
    .map(({ url, filename, description }) =>
      spoilered(picture({ url }, description ?? filename), filename.startsWith('SPOILER_')),
    );
  const others = files.filter((file) => !isPicture(file));
  return [
    ...(pictures.length === 0 ? [] : [mosaic(pictures)]),
    ...others.map(({ filename, size, url }) => fileCard(filename, size, url)),
  ];
}

function isPicture({ content_type: type }: { content_type?: string }): boolean {
  return type?.startsWith('image/') === true;
}

/** Pictures side by side: thirds, and larger ones in the first row where they do not fill it. */
export function mosaic(pictures: readonly HTMLElement[]): HTMLElement {
  return h('div', { class: `gallery of${Math.min(pictures.length, MOSAIC)}` }, ...pictures);
}

/** A picture with its alt text; with `""` it is an ornament. */
export function picture({ url }: { url: string }, alt: string): HTMLElement {
  if (!url.startsWith('/')) {
    return h(
      'div',
      { class: 'not-shown', role: 'img', 'aria-label': alt || 'Picture' },
      icon('photo'),
      h('span', {}, alt || 'Picture'),
      h('small', {}, 'from the internet, not loaded here'),
    );
  }
  const image = h('img', { src: url, alt, loading: 'lazy' });
  return alt === '' ? image : h('figure', {}, image, h('figcaption', {}, ...altText(alt)));
}

/** Those who see the picture can read its alt text, too. */
function altText(alt: string): HTMLElement[] {
  const text = h('span', { class: 'alt-text', hidden: true, 'aria-hidden': 'true' }, alt);
  const button = h(
    'button',
    {
      type: 'button',
      class: 'alt',
      'aria-expanded': 'false',
      'aria-label': 'Alt text',
      title: alt,
      onclick: () => {
        text.hidden = !text.hidden;
        button.setAttribute('aria-expanded', String(!text.hidden));
      },
    },
    'ALT',
  );
  return [button, text];
}

/** Hides something until it is asked for. */
export function spoilered(element: HTMLElement, isSpoiler: boolean): HTMLElement {
  if (!isSpoiler) return element;
  const button = h('button', { type: 'button', class: 'unveil', 'aria-label': 'Spoiler: show' }, 'Spoiler');
  const veil = h('div', { class: 'spoilered' }, element, button);
  element.inert = true;
  button.addEventListener('click', () => {
    element.inert = false;
    veil.replaceWith(element);
  });
  return veil;
}

export function fileCard(name: string, size: number | undefined, url: string): HTMLElement {
  return h(
    'div',
    { class: 'file' },
    icon('document'),
    h(
      'div',
      {},
      h('a', { href: url, download: name }, name),
      h('small', {}, size === undefined ? '' : readableSize(size)),
    ),
  );
}

function readableSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  return bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
