// Puts the program and its packages into one file that starts fast; `npm ci` does it, and without it everything runs from the source.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';
import { BUNDLES, bundlePath } from '../src/bundle.js';

const SOURCE = fileURLToPath(new URL('../src/', import.meta.url));
/** Binaries of their own, and what others load only where it is installed. */
const APART = ['better-sqlite3', '@napi-rs/canvas', 'zlib-sync', 'bufferutil', 'utf-8-validate'];
const LONGEST_LINE = 160;
/** discord.js loads it as CommonJS and we as a module: the former serves both, so that it is not kept twice. */
const ONE_FORM = { '@discordjs/builders': createRequire(import.meta.url).resolve('@discordjs/builders') };
/** What packages of the older kind expect to find around them. */
const AROUND = `import { createRequire as requireFrom } from 'node:module';
import { fileURLToPath as pathOf } from 'node:url';
const require = requireFrom(import.meta.url), __filename = pathOf(import.meta.url), __dirname = pathOf(new URL('.', import.meta.url));
const bundleUrl = import.meta.url;`;

const WORKER = /(?:^|[\\/-])worker\.ts$/;
const WORKER_URL = /new URL\('\.\/([\w-]*worker\.ts)', import\.meta\.url\)/g;

/** What a file is called that is made of one of `src`, without its ending: `ops-backup-worker`. */
const nameOf = (path: string): string =>
  relative(SOURCE, path).replace(/\.ts$/, '').replaceAll(/[\\/]/g, '-');

/**
 * The program, and each thread: from its source a thread would load a compiler for types, and its packages file by file,
 * which is 22 MB while it runs.
 */
function entries(): Record<string, string> {
  const workers = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((name) =>
    WORKER.test(name),
  );
  return Object.fromEntries(
    ['run.ts', ...workers].map((name) => [nameOf(join(SOURCE, name)), join(SOURCE, name)]),
  );
}

/** Migrations and fonts are found from where each source file stands, not from where the bundle does; threads beside it. */
const placesOfSources: Plugin = {
  name: 'places of sources',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
      if (path.includes('node_modules')) return undefined;
      const place = JSON.stringify(relative(dirname(bundlePath()), path).replaceAll('\\', '/'));
      const text = readFileSync(path, 'utf8');
      return {
        contents: text
          .replaceAll(
            WORKER_URL,
            (_url, name: string) => `new URL('./${nameOf(join(dirname(path), name))}.mjs', bundleUrl)`,
          )
          .replaceAll('import.meta.url', `new URL(${place}, bundleUrl).href`),
        loader: 'ts',
      };
    });
  },
};

/**
 * With its other letters by number. One letter beyond ASCII, and V8 keeps the whole source with two bytes for each. Only
 * patterns hold any, where the number says the same: comments are gone, and esbuild writes texts so by itself.
 */
function asAscii(source: string): string {
  return source.replace(
    /(?<!\\)[^\0-\x7f]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

async function bundle(): Promise<void> {
  const { build } = await import('esbuild');
  const file = bundlePath();
  const making = join(BUNDLES, `making-${process.pid}`);
  const { outputFiles } = await build({
    entryPoints: entries(),
    outdir: making,
    outExtension: { '.js': '.mjs' },
    write: false,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    external: APART,
    alias: ONE_FORM,
    banner: { js: AROUND },
    // discord.js knows its caches by the names of their classes.
    keepNames: true,
    // The source stays in memory as long as the program runs. Names and lines stay as well: a fault says where it was.
    minifyWhitespace: true,
    lineLimit: LONGEST_LINE,
    legalComments: 'none',
    plugins: [placesOfSources],
    logLevel: 'error',
  });
  mkdirSync(making, { recursive: true });
  for (const { path, text } of outputFiles) writeFileSync(path, asAscii(text));
  for (const name of readdirSync(BUNDLES))
    if (name !== basename(making)) rmSync(join(BUNDLES, name), { recursive: true, force: true });
  renameSync(making, dirname(file));
}

try {
  await bundle();
} catch (err) {
  // Where packages for development are left out there is no bundler, and all the same everything runs.
  if (!(err instanceof Error && 'code' in err && err.code === 'ERR_MODULE_NOT_FOUND')) throw err;
}
