// A short word at the bottom of the page, read out to those who cannot see it.
import { h } from './dom.ts';

const SHOWN_MS = 6000;
const shelf = h('div', { class: 'toasts', role: 'status', 'aria-live': 'polite' });

export function toastShelf(): HTMLElement {
  return shelf;
}

/** A click takes it away before its time. */
export function toast(text: string, kind: 'word' | 'problem' = 'word'): void {
  const element = h('div', { class: `toast ${kind}`, onclick: () => element.remove() }, text);
  shelf.append(element);
  setTimeout(() => element.remove(), SHOWN_MS);
}
