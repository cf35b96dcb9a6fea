// docs/gallery.md: every picture under its heading, in each look, with the words for those who cannot see it.
import { looks } from './camera.ts';
import type { Picture, Room } from './picture.ts';

/** A page with all of them should still open quickly. */
export const LARGEST_BYTES = 150 * 1024;

/** The file of a picture in one look, beside the page. */
export function fileOf(picture: Picture, look: string): string {
  return `gallery/${picture.name}-${look}.png`;
}

export function cataloguePage(rooms: readonly Room[]): string {
  return [
    '# How it looks',
    'Every answer of Laurel, dark and light, on a desk and on a phone. The pictures are taken from the [playground](../playground/README.md), which draws as Discord does; `npm run gallery` takes them again and writes this page.',
    ...rooms.flatMap(({ heading, pictures }) => [
      `## ${heading}`,
      ...pictures.flatMap((picture) => [picture.caption, images(picture)]),
    ]),
    '',
  ].join('\n\n');
}

/** Wide and narrow side by side, dark above light. */
function images(picture: Picture): string {
  return ['dark', 'light']
    .map((scheme) =>
      looks
        .filter(({ colorScheme }) => colorScheme === scheme)
        .map(({ name, width }) => {
          const alt = `${picture.alt} (${name.replace('-', ', ')})`.replaceAll('"', '&quot;');
          return `<img src="${fileOf(picture, name)}" alt="${alt}" width="${width > 500 ? '64%' : '34%'}">`;
        })
        .join('\n'),
    )
    .join('\n');
}
