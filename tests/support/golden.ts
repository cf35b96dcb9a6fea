// Golden files: what a view builds, as readable JSON beside the tests; `vitest run -u` writes them anew.
import { expect } from 'vitest';

/** Compares with `tests/features/__golden__/<name>.json`. */
export async function expectGolden(built: unknown, name: string): Promise<void> {
  await expect(`${JSON.stringify(built, null, 2)}\n`).toMatchFileSnapshot(
    `../features/__golden__/${name}.json`,
  );
}

/** All that can be read in a view, block by block, as Markdown. */
export function readable(built: unknown): string {
  if (Array.isArray(built)) return built.map(readable).filter(Boolean).join('\n');
  if (typeof built !== 'object' || built === null) return '';
  if ('content' in built && typeof built.content === 'string') return built.content;
  if ('label' in built && typeof built.label === 'string') {
    const isDisabled = 'disabled' in built && built.disabled === true;
    return `[${built.label}${isDisabled ? ' –' : ''}]`;
  }
  if ('options' in built && Array.isArray(built.options))
    return `(${built.options.map((option) => `${option.default ? '•' : ''}${option.label}`).join(' | ')})`;
  return 'components' in built ? readable(built.components) : '';
}
