// A select: a button that shows what is picked and opens the list of what there is.
import type { Component } from '../../discord/model.ts';
import { h, icon } from './dom.ts';
import { emojiNode } from './emoji.ts';
import { channels, nameOf, people, roles } from './pickables.ts';
import { openPicker, type Pickable } from './picker.ts';

const PLACEHOLDERS: Record<number, string> = {
  3: 'Make a selection',
  5: 'Select a member',
  6: 'Select a role',
  7: 'Select a member or role',
  8: 'Select a channel',
};

/** What a select of any kind offers. */
export function pickablesOf(component: Component): Pickable[] {
  switch (component.type) {
    case 5:
      return people();
    case 6:
      return roles();
    case 7:
      return [...people(), ...roles()];
    case 8:
      return channels(component.channel_types);
    default:
      return (component.options ?? []).map(({ value, label, description, ...more }) => ({
        value,
        label,
        description,
        mark: markOf(more),
      }));
  }
}

function markOf(option: object): (() => Node) | undefined {
  if (!('emoji' in option) || typeof option.emoji !== 'object' || option.emoji === null) return undefined;
  const { emoji } = option;
  const id = 'id' in emoji && typeof emoji.id === 'string' ? emoji.id : null;
  const name = 'name' in emoji ? String(emoji.name) : '';
  return () => emojiNode({ id, name });
}

/** What is picked from the start. */
export function prepicked(component: Component): string[] {
  if (component.type === 3)
    return (component.options ?? []).filter((each) => each.default === true).map(({ value }) => value);
  const defaults: unknown = component.default_values;
  if (!Array.isArray(defaults)) return [];
  return defaults.flatMap((each: unknown) =>
    typeof each === 'object' && each !== null && 'id' in each ? [String(each.id)] : [],
  );
}

export function selectButton(
  component: Component,
  chosen: (values: string[]) => void,
  label?: string,
): HTMLButtonElement {
  const placeholder = component.placeholder ?? PLACEHOLDERS[component.type] ?? '';
  let picked = prepicked(component);
  const shown = h('span', { class: 'select-shown' });
  const show = (): void => {
    const names = picked.map(
      (value) => component.options?.find((each) => each.value === value)?.label ?? nameOf(value),
    );
    shown.textContent = names.length === 0 ? placeholder : names.join(', ');
    shown.classList.toggle('empty', names.length === 0);
    const value = names.length === 0 ? placeholder : names.join(', ');
    element.setAttribute('aria-label', [...new Set([label ?? placeholder, value])].join(': '));
  };
  const element = h(
    'button',
    {
      type: 'button',
      class: 'select',
      'aria-haspopup': 'listbox',
      disabled: component.disabled === true,
      onclick: () =>
        openPicker(element, {
          label: label ?? placeholder,
          items: pickablesOf(component),
          picked,
          min: component.required === false ? 0 : (component.min_values ?? 1),
          max: component.max_values ?? 1,
          searchable: component.type !== 3 || (component.options ?? []).length > 7,
          chosen: (values) => {
            picked = values;
            show();
            chosen(values);
          },
        }),
    },
    shown,
    icon('chevron-down'),
  );
  show();
  return element;
}
