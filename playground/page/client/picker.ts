// A list to pick from: one or several, with search, by pointer or keyboard. Selects, options and suggestions use it.
import { h, icon, newId } from './dom.ts';
import { openPopup, type Popup } from './popup.ts';

export interface Pickable {
  value: string;
  label: string;
  description?: string;
  /** What stands before the label: an emoji, an avatar, a #. */
  mark?: () => Node;
}

export interface PickerOptions {
  label: string;
  items: readonly Pickable[] | ((typed: string) => Promise<readonly Pickable[]>);
  picked: readonly string[];
  /** How many may be picked; 1 closes with the pick. */
  min: number;
  max: number;
  searchable?: boolean;
  /** Called once when the list closes with another choice than before. */
  chosen: (values: string[], labels: string[]) => void;
}

const SHOWN = 100;

/** Opens the list at a button. */
export function openPicker(anchor: HTMLElement, options: PickerOptions): void {
  const picked = new Map(options.picked.map((value) => [value, value]));
  const listId = newId();
  const list = h('div', {
    class: 'picker-list',
    role: 'listbox',
    id: listId,
    'aria-label': options.label,
    'aria-multiselectable': options.max > 1,
    tabindex: '-1',
  });
  const search = h('input', {
    class: 'search',
    role: 'combobox',
    'aria-expanded': 'true',
    'aria-controls': listId,
    'aria-label': options.label,
    placeholder: 'Search',
    autocomplete: 'off',
    readonly: options.searchable === false,
  });
  let shown: readonly Pickable[] = [];
  let active = 0;
  let asked = 0;
  let changed = false;
  const finish = (): void => {
    if (!changed || picked.size < options.min) return;
    changed = false;
    options.chosen([...picked.keys()], [...picked.values()]);
  };
  const popup: Popup = openPopup(anchor, h('div', { class: 'picker' }, search, list), {
    label: options.label,
    fits: true,
    closed: finish,
  });
  const pick = (item: Pickable): void => {
    changed = true;
    if (options.max === 1) {
      picked.clear();
      picked.set(item.value, item.label);
      popup.close();
      return;
    }
    if (picked.has(item.value)) picked.delete(item.value);
    else if (picked.size < options.max) picked.set(item.value, item.label);
    draw();
  };
  const draw = (): void => {
    active = Math.max(0, Math.min(active, shown.length - 1));
    const rows = shown
      .slice(0, SHOWN)
      .map((item, index) =>
        row(item, `${listId}-${index}`, index === active, picked.has(item.value), options.max > 1, () =>
          pick(item),
        ),
      );
    list.replaceChildren(
      ...(rows.length === 0
        ? [
            h(
              'div',
              { class: 'nothing', role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' },
              'Nothing found',
            ),
          ]
        : rows),
    );
    if (rows.length > 0) search.setAttribute('aria-activedescendant', `${listId}-${active}`);
    rows[active]?.scrollIntoView({ block: 'nearest' });
  };
  const fill = async (): Promise<void> => {
    asked += 1;
    const mine = asked;
    const { items } = options;
    const found =
      typeof items === 'function'
        ? await items(search.value)
        : items.filter(({ label, description }) => matches(`${label} ${description ?? ''}`, search.value));
    if (mine !== asked) return;
    shown = found;
    draw();
  };
  search.addEventListener('input', () => {
    active = 0;
    void fill();
  });
  search.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) active = (active + step + shown.length) % Math.max(1, shown.length);
    else if (event.key === 'Home') active = 0;
    else if (event.key === 'End') active = shown.length - 1;
    else if (event.key === 'Tab') return popup.close();
    else if (event.key !== 'Enter') return undefined;
    event.preventDefault();
    const item = shown[active];
    if (event.key === 'Enter' && item !== undefined) pick(item);
    else draw();
    return undefined;
  });
  if (options.searchable === false) search.classList.add('unseen');
  void fill();
  search.focus();
}

export function matches(text: string, typed: string): boolean {
  return text.toLowerCase().includes(typed.trim().toLowerCase());
}

function row(
  item: Pickable,
  id: string,
  isActive: boolean,
  isPicked: boolean,
  many: boolean,
  onclick: () => void,
): HTMLElement {
  return h(
    'div',
    {
      class: `pick${isActive ? ' active' : ''}`,
      role: 'option',
      id,
      'aria-selected': String(isPicked),
      onclick,
    },
    item.mark === undefined ? undefined : h('span', { class: 'mark', 'aria-hidden': 'true' }, item.mark()),
    h(
      'span',
      { class: 'pick-text' },
      h('span', { class: 'pick-label' }, item.label),
      item.description === undefined ? undefined : h('span', { class: 'pick-description' }, item.description),
    ),
    many
      ? h('span', { class: `box${isPicked ? ' on' : ''}` }, isPicked ? icon('check') : '')
      : isPicked
        ? icon('check')
        : undefined,
  );
}
