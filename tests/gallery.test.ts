// The gallery in docs/: its page is what the list of pictures says, its pictures are there and small, and no command is left out.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { cataloguePage, LARGEST_BYTES } from '../playground/demo/gallery/catalogue.ts';
import { rooms } from '../playground/demo/gallery/rooms.ts';
import { features } from '../src/features.ts';

const DOCS = fileURLToPath(new URL('../docs/', import.meta.url));
const ROOT = fileURLToPath(new URL('../', import.meta.url));
const page = readFileSync(`${DOCS}gallery.md`, 'utf8');
const named = [...page.matchAll(/src="(gallery\/[^"]+)"/g)].map((match) => match[1] ?? '');

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

describe('the gallery (after a change: npm run gallery)', () => {
  test('its page is written from the list of pictures', () => {
    expect(page).toBe(cataloguePage(rooms));
  });

  test('names each picture once, with words for those who cannot see it, and no other lies about', () => {
    expect(new Set(named).size).toBe(named.length);
    expect(named.length).toBeGreaterThan(100);
    expect(page.match(/ alt="[^"]{20,}"/g)).toHaveLength(named.length);
    expect(named.map((path) => path.replace('gallery/', '')).sort()).toEqual(
      readdirSync(`${DOCS}gallery`).sort(),
    );
  });

  test.each(named)('%s is a PNG of less than 150 KB', (path) => {
    const bytes = readFileSync(DOCS + path);
    expect(bytes.subarray(0, PNG.length)).toEqual(PNG);
    expect(bytes.length).toBeLessThan(LARGEST_BYTES);
  });

  test.each(features.flatMap(({ commands = [] }) => commands.map(({ type, name }) => [type, name] as const)))(
    'shows the %s command %s',
    (type, name) => {
      expect(page).toContain(type === 'slash' ? `\`/${name}` : name);
    },
  );

  test.each(['README.md', 'docs/members.md', 'docs/moderators.md'])('%s shows pictures of it', (path) => {
    const prefix = path.startsWith('docs/') ? '' : 'docs/';
    const shown = [...readFileSync(ROOT + path, 'utf8').matchAll(/(?:src|srcset)="([^"]+\.png)"/g)].map(
      (match) => match[1] ?? '',
    );
    expect(shown.length).toBeGreaterThan(0);
    for (const picture of shown) expect(named.map((each) => prefix + each)).toContain(picture);
  });
});
