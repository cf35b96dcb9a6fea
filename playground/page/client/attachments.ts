// Files and pictures. Nothing is fetched from elsewhere: a picture from the internet is named, not shown.
import type { MessageView } from '../wire.ts';
import { h, icon } from './dom.ts';

/** Files of a message; in Components V2 the components show them. */
export function attachmentsOf(message: MessageView): HTMLElement[] {
  if (message.components.some(({ type }) => type >= 9)) return [];
  const shownInEmbed = new Set(message.embeds.flatMap((embed) => [embed.image?.url, embed.thumbnail?.url]));
  return message.attachments
    .filter(({ url, filename }) => !shownInEmbed.has(url) && !shownInEmbed.has(`attachment://${filename}`))
    .map(({ filename, size, url, content_type: type, description }) =>
      type?.startsWith('image/') === true
        ? h('div', { class: 'gallery of1' }, picture({ url }, description ?? filename))
        : fileCard(filename, size, url),
    );
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
  const image = h('img', { src: url, alt, loading: 'lazy', title: alt || undefined });
  return alt === '' ? image : h('figure', {}, image, h('figcaption', { 'aria-hidden': 'true' }, 'ALT'));
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
