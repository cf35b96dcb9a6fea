// Builds elements from plain values; text is always text, never markup.

export type Child = Node | string | undefined | false;
type Listener = (event: Event) => void;
type Attribute = string | number | boolean | undefined | Listener;

/** `h('button', { class: 'primary', onclick: … }, 'Send')`. Attributes that are undefined or false are left out. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, Attribute> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.filter((child) => child !== undefined && child !== false));
  return element;
}

/** An icon of the outline set, in the colour of the text around it; says nothing to screen readers. */
export function icon(name: string): HTMLElement {
  const element = h('span', { class: 'icon', 'aria-hidden': 'true' });
  element.style.setProperty('--icon', `url("/icons/${name}.svg")`);
  return element;
}

/** A button that is only an icon, with its name for screen readers and as a hint. */
export function iconButton(
  name: string,
  label: string,
  onclick: Listener,
  more: Record<string, Attribute> = {},
): HTMLButtonElement {
  return h(
    'button',
    { type: 'button', class: 'icon-button', 'aria-label': label, title: label, onclick, ...more },
    icon(name),
  );
}

/** Everything inside that can be tabbed to. */
export function focusables(root: Element): HTMLElement[] {
  return [
    ...root.querySelectorAll<HTMLElement>(
      'button:not(:disabled), a[href], input:not(:disabled), textarea, select, [tabindex="0"]',
    ),
  ];
}

/** Replaces one element by another; the keyboard stays where it was, as far as there is still such a place. */
export function swap(old: HTMLElement, next: HTMLElement): void {
  const active = document.activeElement;
  const index = active instanceof HTMLElement && old.contains(active) ? focusables(old).indexOf(active) : -2;
  old.replaceWith(next);
  if (index === -2) return;
  const candidates = focusables(next);
  (candidates[index] ?? candidates.at(-1) ?? next).focus();
}

let lastId = 0;

/** An id for an element, to label it by. */
export function newId(): string {
  lastId += 1;
  return `e${lastId}`;
}
