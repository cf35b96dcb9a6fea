// A round picture for somebody who has none: their first letter on a colour of their own.
import { h } from './dom.ts';

const HUES = 12;

export function avatar({ id, name }: { id: string; name: string }): HTMLElement {
  const letter = [...name][0]?.toUpperCase() ?? '?';
  return h('span', { class: `avatar hue${hueOf(id)}`, 'aria-hidden': 'true' }, letter);
}

/** The same for the same id, spread over neighbours. */
function hueOf(id: string): number {
  let hash = 0;
  for (const digit of id) hash = (hash * 31 + digit.charCodeAt(0)) % 65_521;
  return hash % HUES;
}
