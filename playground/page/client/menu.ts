// A menu of actions at an element, for pointer and keyboard.
import { h } from './dom.ts';
import { openPopup } from './popup.ts';

export interface MenuItem {
  label: string;
  /** Whose it is, in small. */
  hint?: string;
  danger?: boolean;
  run: () => void;
}

export function openMenu(anchor: HTMLElement, label: string, items: readonly MenuItem[]): void {
  const buttons = items.map((item) =>
    h(
      'button',
      {
        type: 'button',
        role: 'menuitem',
        class: item.danger === true ? 'danger' : undefined,
        onclick: () => {
          popup.close();
          item.run();
        },
      },
      h('span', {}, item.label),
      item.hint === undefined ? undefined : h('small', {}, item.hint),
    ),
  );
  const popup = openPopup(anchor, h('div', { class: 'menu' }, ...buttons), { label, role: 'menu' });
  popup.element.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = buttons.findIndex((button) => button.contains(document.activeElement));
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  });
  buttons[0]?.focus();
}
