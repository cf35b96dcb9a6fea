// Where the whole program lies as one file, if it does: a start that reads one file instead of some thousand takes a fraction of the time.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import module from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** Beside the packages that it is made of, and as fleeting as they are. */
export const BUNDLES = join(ROOT, 'node_modules', '.cache', 'laurel');

/**
 * The bundle that belongs to what is written in `src` now; it may not be there. `npm ci` makes it.
 * @returns {string}
 */
export function bundlePath() {
  const hash = createHash('sha256');
  const src = join(ROOT, 'src');
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(ts|js|json)$/.test(name),
  );
  for (const name of files.sort()) hash.update(name).update(readFileSync(join(src, name)));
  for (const name of ['package.json', 'package-lock.json']) {
    const path = join(ROOT, name);
    if (existsSync(path)) hash.update(readFileSync(path));
  }
  return join(BUNDLES, hash.digest('hex').slice(0, 16), 'run.mjs');
}

/**
 * The program: from the bundle where there is one of what is written here, else from the source.
 * @returns {Promise<typeof import('./run.ts')>}
 */
export async function loadProgram() {
  const path = bundlePath();
  if (!existsSync(path)) return import('./run.ts');
  // What Node made of it is kept as well, where it may write.
  module.enableCompileCache(join(dirname(path), 'compiled'));
  return import(pathToFileURL(path).href);
}
