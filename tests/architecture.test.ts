// Reads the imports of every source file and holds them against the layout: who may know whom.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

interface Source {
  path: string;
  text: string;
  imports: { target: string; typeOnly: boolean }[];
}

function filesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(path);
    return path.endsWith('.ts') ? [path] : [];
  });
}

function read(path: string): Source {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const statements = text.matchAll(
    /(?:^|\n)\s*(import|export)\s+(type\s)?[^'";]*?from\s+'([^']+)'|import\('([^']+)'\)|(?:^|\n)import\s+'([^']+)'/g,
  );
  const imports = [...statements].map((match) => {
    const target = match[3] ?? match[4] ?? match[5] ?? '';
    const path_ = target.startsWith('.') ? relative(ROOT, join(ROOT, dirname(path), target)) : target;
    return { target: path_, typeOnly: match[2] !== undefined };
  });
  return { path, text, imports };
}

const sources = filesBelow('src').map(read);
const playground = filesBelow('playground').map(read);

/** `src/features/thanks/credit.rules.ts` → `rules`: what a file is, by its name. */
function roleOf(path: string): string {
  if (!path.startsWith('src/features/')) return '';
  const file = path.split('/').at(-1) ?? '';
  const [stem = ''] = file.split('.ts');
  return stem.split('.').at(-1) ?? '';
}

const featureOf = (path: string) => /^src\/features\/([^/]+)\//.exec(path)?.[1];

function offending(
  which: (source: Source) => boolean,
  forbidden: (target: string, source: Source, typeOnly: boolean) => boolean,
): string[] {
  return sources
    .filter(which)
    .flatMap((source) =>
      source.imports
        .filter(({ target, typeOnly }) => forbidden(target, source, typeOnly))
        .map(({ target }) => `${source.path} → ${target}`),
    );
}

const is = (role: string) => (source: Source) => roleOf(source.path) === role;
const isDiscord = (target: string) => target === 'discord.js' || target.startsWith('src/discord/');

describe('who may import whom', () => {
  test('something is read at all', () => {
    expect(sources.length).toBeGreaterThan(20);
    expect(sources.find(({ path }) => path === 'src/bot.ts')?.imports.map(({ target }) => target)).toContain(
      'discord.js',
    );
  });

  test('rules know only rules and plain values of core', () => {
    const allowed = (target: string) =>
      (target.startsWith('src/features/') && (roleOf(target) === 'rules' || target.includes('/words/'))) ||
      target === 'node:crypto' ||
      /^src\/core\/(context|schema|question-tables|standing-tables|settings|periods|time-zones|board-counts|ranks|ledger-rules|actions|clock|snowflakes)\.ts$/.test(
        target,
      );
    expect(offending(is('rules'), (target) => !allowed(target))).toEqual([]);
  });

  test('the rules of the ledger know types only', () => {
    const which = ({ path }: Source) => path === 'src/core/ledger-rules.ts';
    expect(sources.filter(which)).toHaveLength(1);
    expect(offending(which, (_target, _source, typeOnly) => !typeOnly)).toEqual([]);
  });

  test('stores know drizzle, the schema and the database', () => {
    const allowed = (target: string, source: Source) =>
      target === 'drizzle-orm' ||
      target === 'zod' ||
      target.startsWith('src/core/') ||
      featureOf(target) === featureOf(source.path);
    expect(offending(is('store'), (target, source) => !allowed(target, source))).toEqual([]);
  });

  test('services know neither Discord nor SQL', () => {
    expect(
      offending(
        is('service'),
        (target) => isDiscord(target) || target.startsWith('drizzle-orm') || target === '@discordjs/builders',
      ),
    ).toEqual([]);
  });

  test('views know builders and texts, not Discord, not the database', () => {
    expect(
      offending(
        is('view'),
        (target, _source, typeOnly) =>
          isDiscord(target) ||
          target.startsWith('drizzle-orm') ||
          (!typeOnly && target === 'src/core/database.ts'),
      ),
    ).toEqual([]);
  });

  test('only discord.ts, src/discord and the bot itself know discord.js', () => {
    const mayKnow = (source: Source) =>
      source.path.startsWith('src/discord/') ||
      source.path === 'src/bot.ts' ||
      roleOf(source.path) === 'discord';
    expect(
      offending(
        (source) => !mayKnow(source),
        (target) => target === 'discord.js',
      ),
    ).toEqual([]);
  });

  test('core knows no feature and not Discord', () => {
    expect(
      offending(
        ({ path }) => path.startsWith('src/core/'),
        (target) => target.startsWith('src/features') || isDiscord(target),
      ),
    ).toEqual([]);
  });

  test('src/discord knows no feature', () => {
    expect(
      offending(
        ({ path }) => path.startsWith('src/discord/'),
        (target) => target.startsWith('src/features'),
      ),
    ).toEqual([]);
  });

  test('features know only features that stand before them', () => {
    const list = readFileSync(join(ROOT, 'src/features.ts'), 'utf8');
    const inList = list.slice(list.indexOf('const product')).matchAll(/\b([a-z]+)Feature\b/g);
    // Language is rules only, recognition a service, pictures a drawer: everything may stand on them.
    const order = ['language', 'recognition', 'pictures', ...[...inList].map((match) => match[1] ?? '')];
    expect(order.length).toBeGreaterThan(1);
    const later = offending(
      ({ path }) => featureOf(path) !== undefined,
      (target, source) => {
        const [theirs, ours] = [featureOf(target), featureOf(source.path)];
        return theirs !== undefined && theirs !== ours && order.indexOf(theirs) >= order.indexOf(ours ?? '');
      },
    );
    expect(later).toEqual([]);
  });

  test('there are no circles', () => {
    const graph = new Map(
      sources.map((source) => [
        source.path,
        source.imports.filter(({ typeOnly }) => !typeOnly).map(({ target }) => target),
      ]),
    );
    const done = new Set<string>();
    const circles: string[] = [];
    const walk = (path: string, trail: readonly string[]) => {
      if (trail.includes(path))
        return void circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
      if (done.has(path)) return;
      for (const target of graph.get(path) ?? []) walk(target, [...trail, path]);
      done.add(path);
    };
    for (const path of graph.keys()) walk(path, []);
    expect(circles).toEqual([]);
  });

  test('the playground stands on its own', () => {
    const demo = (path: string) => path.startsWith('playground/demo/');
    const knowing = playground
      .filter(({ path }) => !demo(path))
      .flatMap(({ path, imports }) =>
        imports.filter(({ target }) => target.startsWith('src/')).map(({ target }) => `${path} → ${target}`),
      );
    expect(knowing).toEqual([]);
    expect(playground.length).toBeGreaterThan(10);
  });
});

describe('habits', () => {
  test('every file opens with one sentence that says what it is for', () => {
    const without = [...sources, ...playground]
      .filter(({ text }) => !/^\/\/ \S.{10,}/.test(text))
      .map(({ path }) => path);
    expect(without).toEqual([]);
  });

  test('the environment is read in config.ts only, the time through the clock', () => {
    const but = (...paths: string[]) => sources.filter(({ path }) => !paths.includes(path));
    expect(
      but('src/config.ts')
        .filter(({ text }) => text.includes('process.env'))
        .map(({ path }) => path),
    ).toEqual([]);
    expect(
      but('src/core/clock.ts')
        .filter(({ text }) => /Date\.now\(|new Date\(\)|Temporal\.Now/.test(text))
        .map(({ path }) => path),
    ).toEqual([]);
  });

  test('every command of npm that people run is named where they read', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const pages = ['README.md', 'CONTRIBUTING.md'].map((page) => readFileSync(join(ROOT, page), 'utf8'));
    const run = Object.keys(scripts).filter((name) => !/^(prepare|format|check:.*)$/.test(name));
    const isNamed = (name: string) =>
      pages.some((page) => new RegExp(`npm (run )?${name}(?![\\w:])`).test(page));
    expect(run.filter((name) => !isNamed(name))).toEqual([]);
  });

  test('no default exports, no barrels, no file called utils', () => {
    expect(sources.filter(({ text }) => /^export default/m.test(text)).map(({ path }) => path)).toEqual([]);
    expect(sources.filter(({ text }) => /^export \* from/m.test(text)).map(({ path }) => path)).toEqual([]);
    expect(sources.filter(({ path }) => /utils?\.ts$/.test(path)).map(({ path }) => path)).toEqual([]);
  });
});
