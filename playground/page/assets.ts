// The page's own files: its modules in one script, its styles, and fonts and icons from packages.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export interface Asset {
  contentType: string;
  bytes: string | Buffer;
}

const CLIENT = fileURLToPath(new URL('./client/', import.meta.url));
const require = createRequire(import.meta.url);
const ICONS = dirname(require.resolve('heroicons/package.json'));
const FONTS: Record<string, string> = {
  text: '@fontsource-variable/noto-sans/wght.css',
  japanese: '@fontsource-variable/noto-sans-jp/wght.css',
  emoji: 'twemoji-colr-font/twemoji.css',
};
const kept = new Map<string, Promise<Asset | undefined>>();

/** The file at a path of the page; undefined when there is none. Read once, then remembered. */
export function asset(path: string): Promise<Asset | undefined> {
  const found = kept.get(path) ?? read(path);
  kept.set(path, found);
  return found;
}

async function read(path: string): Promise<Asset | undefined> {
  if (path === '/') return fileOf('index.html', 'text/html; charset=utf-8');
  const [, folder = '', file = ''] = /^\/([a-z]+)\/([\w.-]+)$/.exec(path) ?? [];
  switch (folder) {
    case 'client':
      return file === 'main.js' ? script() : styles(file);
    case 'icons':
      return icon(file);
    case 'fonts':
      return fontStyles(file);
    case 'text':
    case 'japanese':
    case 'emoji':
      return fontFile(folder, file);
    default:
      return undefined;
  }
}

function fileOf(name: string, contentType: string): Asset | undefined {
  const bytes = readIfThere(join(CLIENT, name));
  return bytes === undefined ? undefined : { contentType, bytes };
}

/** All modules in one, so that the page is there with one request. */
async function script(): Promise<Asset> {
  const { outputFiles } = await build({
    entryPoints: [join(CLIENT, 'main.ts')],
    bundle: true,
    format: 'esm',
    target: 'es2024',
    write: false,
    sourcemap: 'inline',
  });
  const [output] = outputFiles;
  return { contentType: 'text/javascript; charset=utf-8', bytes: output?.text ?? '' };
}

function styles(name: string): Asset | undefined {
  return name.endsWith('.css') ? fileOf(name, 'text/css; charset=utf-8') : undefined;
}

/** `hashtag.svg` from the outline set. Drawn as a mask, so its colour is the text's. */
function icon(name: string): Asset | undefined {
  if (!name.endsWith('.svg')) return undefined;
  const bytes = readIfThere(join(ICONS, '24', 'outline', name));
  return bytes === undefined ? undefined : { contentType: 'image/svg+xml', bytes };
}

/** The styles of a font package, pointing at this page. */
function fontStyles(name: string): Asset | undefined {
  const font = name.replace('.css', '');
  const path = FONTS[font];
  if (path === undefined) return undefined;
  const css = readFileSync(require.resolve(path), 'utf8').replaceAll(
    /url\("?(?:\.\/files\/)?([\w.-]+)"?\)/g,
    `url("/${font}/$1")`,
  );
  return { contentType: 'text/css; charset=utf-8', bytes: css };
}

function fontFile(font: string, name: string): Asset | undefined {
  const path = FONTS[font];
  if (path === undefined || !name.endsWith('.woff2')) return undefined;
  const folder = dirname(require.resolve(path));
  const bytes = readIfThere(join(folder, 'files', name)) ?? readIfThere(join(folder, name));
  return bytes === undefined ? undefined : { contentType: 'font/woff2', bytes };
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
