// One option of a command: the right input for its type, and what is wrong with what was entered.
import type { ChoiceView, FileView } from '../wire.ts';
import { h, icon, newId } from './dom.ts';
import { channels, people, roles } from './pickables.ts';
import { openPicker, type Pickable } from './picker.ts';
import { Chosen, fileButton, readFile } from './uploads.ts';

/** An option as a command's definition has it. */
export interface CommandOption {
  name: string;
  description: string;
  type: number;
  required?: boolean;
  autocomplete?: boolean;
  choices?: readonly { name: string; value: string | number }[];
  min_value?: number;
  max_value?: number;
  min_length?: number;
  max_length?: number;
  channel_types?: readonly number[];
  options?: CommandOption[];
}

export type Value = string | number | boolean | FileView;

interface Hooks {
  changed: (value: Value | undefined) => void;
  /** The bot's own choices for what was typed. */
  complete: (typed: string) => Promise<readonly ChoiceView[]>;
}

const STRING = 3;
const INTEGER = 4;
const BOOLEAN = 5;
const NUMBER = 10;
const ATTACHMENT = 11;

export interface CommandField {
  element: HTMLElement;
  /** Says what is wrong beside the field; true when nothing is. */
  check(value: Value | undefined): boolean;
}

export function commandField(option: CommandOption, hooks: Hooks): CommandField {
  const id = newId();
  const problem = h('span', { class: 'problem', id: `${id}-problem`, role: 'alert' });
  const input = inputFor(option, id, hooks);
  const element = h(
    'div',
    { class: 'command-field' },
    h('label', { for: id }, option.name, option.required === true ? undefined : h('small', {}, ' optional')),
    input,
    h('span', { class: 'description', id: `${id}-text` }, option.description),
    problem,
  );
  input.setAttribute('aria-describedby', `${id}-text ${id}-problem`);
  return {
    element,
    check(value) {
      problem.textContent = problemWith(option, value) ?? '';
      element.classList.toggle('invalid', problem.textContent !== '');
      return problem.textContent === '';
    },
  };
}

function problemWith(option: CommandOption, value: Value | undefined): string | undefined {
  if (value === undefined) return option.required === true ? 'This is required.' : undefined;
  if (typeof value === 'number') {
    if (Number.isNaN(value)) return 'This is a number.';
    if (option.type === INTEGER && !Number.isInteger(value)) return 'This is a whole number.';
    if (value < (option.min_value ?? value)) return `At least ${option.min_value}.`;
    if (value > (option.max_value ?? value)) return `At most ${option.max_value}.`;
  }
  if (typeof value === 'string' && option.type === STRING) {
    if (value.length < (option.min_length ?? 0)) return `At least ${option.min_length} characters.`;
    if (value.length > (option.max_length ?? 6000)) return `At most ${option.max_length ?? 6000} characters.`;
  }
  return undefined;
}

function inputFor(option: CommandOption, id: string, hooks: Hooks): HTMLElement {
  if (option.type === ATTACHMENT) return fileField(id, hooks);
  const list = listFor(option);
  if (option.autocomplete === true) {
    return pickField(option, id, hooks, async (typed) => [
      ...(await hooks.complete(typed)).map(asPickable),
      ...asTyped(option, typed),
    ]);
  }
  if (list !== undefined) return pickField(option, id, hooks, list);
  const isNumber = option.type === INTEGER || option.type === NUMBER;
  const input = h('input', {
    class: 'field',
    id,
    inputmode: isNumber ? 'decimal' : 'text',
    autocomplete: 'off',
    'aria-required': String(option.required === true),
  });
  input.addEventListener('input', () => {
    const text = input.value.trim();
    hooks.changed(text === '' ? undefined : isNumber ? Number(text.replace(',', '.')) : input.value);
  });
  return input;
}

function listFor(option: CommandOption): Pickable[] | undefined {
  if (option.choices !== undefined && option.choices.length > 0) return option.choices.map(asPickable);
  switch (option.type) {
    case BOOLEAN:
      return [asPickable({ name: 'True', value: 'true' }), asPickable({ name: 'False', value: 'false' })];
    case 6:
      return people();
    case 7:
      return channels(option.channel_types);
    case 8:
      return roles();
    case 9:
      return [...people(), ...roles()];
    default:
      return undefined;
  }
}

function fileField(id: string, hooks: Hooks): HTMLElement {
  const chosen = new Chosen(
    () => {
      if (chosen.names.length === 0) hooks.changed(undefined);
    },
    { asksForAlt: false },
  );
  const took = async ([file]: readonly File[]): Promise<void> => {
    if (file === undefined) return;
    chosen.clear();
    chosen.add([file]);
    hooks.changed(await readFile(file));
  };
  const button = fileButton({ id, label: 'Choose a file', several: false, took });
  return h('div', { class: 'upload' }, button, chosen.element);
}

/** What a bot suggests is a help: something else may be sent just as it was typed. */
function asTyped({ type }: CommandOption, typed: string): Pickable[] {
  const text = typed.trim();
  const fits = type === STRING || Number.isFinite(Number(text));
  return text === '' || !fits ? [] : [{ value: text, label: text, description: 'Just as typed' }];
}

function asPickable({ name, value }: ChoiceView): Pickable {
  return { value: String(value), label: name };
}

function pickField(
  option: CommandOption,
  id: string,
  hooks: Hooks,
  items: readonly Pickable[] | ((typed: string) => Promise<readonly Pickable[]>),
): HTMLElement {
  const shown = h('span', { class: 'select-shown empty' }, 'Choose');
  let picked: string[] = [];
  const button = h(
    'button',
    {
      type: 'button',
      class: 'select',
      id,
      'aria-haspopup': 'listbox',
      onclick: () =>
        openPicker(button, {
          label: option.name,
          items,
          picked,
          min: 0,
          max: 1,
          chosen: ([value], [label]) => {
            picked = value === undefined ? [] : [value];
            shown.textContent = label === value ? labelOf(items, value) : (label ?? 'Choose');
            shown.classList.toggle('empty', value === undefined);
            hooks.changed(value === undefined ? undefined : typed(option.type, value));
          },
        }),
    },
    shown,
    icon('chevron-down'),
  );
  return button;
}

function labelOf(items: readonly Pickable[] | unknown, value: string | undefined): string {
  const known = Array.isArray(items) ? items.find((each: Pickable) => each.value === value) : undefined;
  return known?.label ?? value ?? 'Choose';
}

function typed(type: number, value: string): Value {
  if (type === BOOLEAN) return value === 'true';
  return type === INTEGER || type === NUMBER ? Number(value) : value;
}
