// Dialogs: a window over the page that holds the keyboard until it is closed.
import { type Child, h, iconButton, newId } from './dom.ts';

/** Opens one; `close` ends it. Escape and the cross do, too. */
export function openDialog(
  title: string,
  ...content: Child[]
): { element: HTMLDialogElement; close: () => void } {
  const titleId = newId();
  const before = document.activeElement;
  const element = h('dialog', { class: 'dialog', 'aria-labelledby': titleId });
  const close = (): void => element.close();
  element.append(
    h('header', {}, h('h2', { id: titleId }, title), iconButton('x-mark', 'Close', close)),
    ...content.filter((child) => child !== undefined && child !== false),
  );
  element.addEventListener('close', () => {
    element.remove();
    if (!(before instanceof HTMLElement) || !before.isConnected) return;
    // The browser has brought the focus back already, but not always the caret: without it nothing can be typed.
    before.blur();
    before.focus();
  });
  document.body.append(element);
  element.showModal();
  return { element, close };
}

/** Asks for one line; undefined when the person thinks better of it. */
export function askForText(title: string, label: string, prefilled = ''): Promise<string | undefined> {
  return new Promise((resolve) => {
    const id = newId();
    const input = h('input', { class: 'field', id, value: prefilled, required: true, maxlength: 100 });
    const form = h(
      'form',
      { class: 'dialog-form' },
      h('label', { for: id }, label),
      input,
      h('footer', {}, h('button', { class: 'primary' }, title)),
    );
    const { element, close } = openDialog(title, form);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      resolve(input.value);
      close();
    });
    element.addEventListener('close', () => resolve(undefined));
    input.select();
  });
}

/** Asks before something is done that cannot be undone; true when it shall be done. */
export function confirm(title: string, text: string, yes: string): Promise<boolean> {
  return new Promise((resolve) => {
    const form = h(
      'form',
      { class: 'dialog-form', method: 'dialog' },
      h('p', {}, text),
      h(
        'footer',
        {},
        h('button', { type: 'button', class: 'button grey', onclick: () => close() }, 'Cancel'),
        h('button', { class: 'primary' }, yes),
      ),
    );
    const { element, close } = openDialog(title, form);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      resolve(true);
      close();
    });
    element.addEventListener('close', () => resolve(false));
    form.querySelector('button')?.focus();
  });
}
