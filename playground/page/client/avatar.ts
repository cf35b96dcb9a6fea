// A round picture for somebody who has none: their first letter on a colour of their own.
import { h } from './dom.ts';

const HUES = 12;

export function avatar(name: string): HTMLElement {
  // An ornament, so the letter is no text: it would be read as part of the name beside it.
  const letter = [...name][0]?.toUpperCase() ?? '?';
  return h('span', { class: `avatar hue${hueOf(name)}`, 'aria-hidden': 'true', 'data-letter': letter });
}

/** The same for the same name. */
function hueOf(name: string): number {
  let hash = 7;
  for (const letter of name) hash = (hash * 33 + letter.charCodeAt(0)) % 65_521;
  return hash % HUES;
}
