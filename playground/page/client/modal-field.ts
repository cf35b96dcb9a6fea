// One field of a form: text, a select of any kind, radio buttons, checkboxes.
import type { Component } from '../../discord/model.ts';
import { type Child, h } from './dom.ts';
import { prepicked, selectButton } from './select.ts';

export interface Field {
  name: string;
  element: HTMLElement;
  problem: HTMLElement;
  value(): string | boolean | string[];
  /** Says what is wrong; true when nothing is. */
  check(): boolean;
  focus(): void;
}

interface Shape {
  element: HTMLElement;
  focused: HTMLElement;
  value: () => string | boolean | string[];
}

export function modalField(input: Component, id: string): Field {
  const { element, focused, value } = shapeOf(input, id);
  const problem = h('span', { class: 'problem', role: 'alert' });
  return {
    name: input.custom_id ?? '',
    element,
    problem,
    value,
    check() {
      problem.textContent = problemWith(input, value()) ?? '';
      return problem.textContent === '';
    },
    focus: () => focused.focus(),
  };
}

function problemWith(input: Component, value: string | boolean | string[]): string | undefined {
  if (typeof value === 'boolean') return undefined;
  const required = input.required !== false;
  if (value.length === 0) return required ? 'This is required.' : undefined;
  if (typeof value === 'string') {
    if (value.length < (input.min_length ?? 0)) return `At least ${input.min_length} characters.`;
    if (value.length > (input.max_length ?? 4000)) return `At most ${input.max_length ?? 4000} characters.`;
    return undefined;
  }
  if (value.length < (input.min_values ?? 0)) return `At least ${input.min_values}.`;
  if (value.length > (input.max_values ?? 10)) return `At most ${input.max_values}.`;
  return undefined;
}

function shapeOf(input: Component, id: string): Shape {
  switch (input.type) {
    case 4:
      return text(input, id);
    case 21:
      return choices(input, id, 'radio');
    case 22:
      return choices(input, id, 'checkbox');
    case 23:
      return checkbox(input, id);
    case 19:
      return upload(id);
    default:
      return select(input, id);
  }
}

function text(input: Component, id: string): Shape {
  const more = {
    class: 'field',
    id,
    placeholder: input.placeholder ?? undefined,
    maxlength: input.max_length ?? 4000,
  };
  const element =
    input.style === 2 ? h('textarea', { ...more, rows: 5 }) : h('input', { ...more, autocomplete: 'off' });
  element.value = input.value ?? '';
  return { element, focused: element, value: () => element.value };
}

function select(input: Component, id: string): Shape {
  let picked = prepicked(input);
  const element = selectButton(input, (values) => {
    picked = values;
  });
  element.id = id;
  return { element, focused: element, value: () => picked };
}

function choices(input: Component, id: string, kind: 'radio' | 'checkbox'): Shape {
  const rows = (input.options ?? []).map(({ value, label, description, default: isOn }, index) => ({
    value,
    box: h('input', { type: kind, name: id, id: `${id}-${index}`, checked: isOn === true }),
    label,
    description,
  }));
  const element = h(
    'div',
    { class: 'choices', role: kind === 'radio' ? 'radiogroup' : 'group', id },
    ...rows.map(({ box, label, description }) => choice(box, label, description)),
  );
  const on = (): string[] => rows.filter(({ box }) => box.checked).map(({ value }) => value);
  return { element, focused: rows[0]?.box ?? element, value: on };
}

function choice(box: HTMLInputElement, label: string, description: string | undefined): Child {
  return h(
    'label',
    { for: box.id },
    box,
    h('span', {}, label, description === undefined ? undefined : h('small', {}, description)),
  );
}

function checkbox(input: Component, id: string): Shape {
  const element = h('input', { type: 'checkbox', id, checked: input.default === true });
  return { element, focused: element, value: () => element.checked };
}

/** The playground's forms carry no files. */
function upload(id: string): Shape {
  const element = h('input', {
    type: 'file',
    id,
    disabled: true,
    title: 'Files cannot be sent with a form here',
  });
  return { element, focused: element, value: () => [] };
}
