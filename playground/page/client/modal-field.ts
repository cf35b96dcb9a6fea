// One field of a form: text, a select of any kind, radio buttons, checkboxes.
import type { Component } from '../../discord/model.ts';
import type { FileView } from '../wire.ts';
import { type Child, h } from './dom.ts';
import { prepicked, selectButton } from './select.ts';
import { Chosen, fileButton } from './uploads.ts';

/** What was filled in; of files, their names. */
type Value = string | boolean | readonly string[];

export interface Field {
  name: string;
  element: HTMLElement;
  problem: HTMLElement;
  /** As it is sent. */
  read(): Promise<Value | FileView[]>;
  /** Says what is wrong; true when nothing is. */
  check(): boolean;
  focus(): void;
}

interface Shape {
  element: HTMLElement;
  focused: HTMLElement;
  value: () => Value;
  /** The files themselves, for a field of files. */
  files?: () => Promise<FileView[]>;
}

/** `label` names the field for screen readers too. */
export function modalField(input: Component, id: string, label: string): Field {
  const { element, focused, value, files } = shapeOf(input, id, label);
  const problem = h('span', { class: 'problem', role: 'alert', id: `${id}-problem` });
  focused.setAttribute('aria-describedby', problem.id);
  const check = (): boolean => {
    problem.textContent = problemWith(input, value()) ?? '';
    focused.setAttribute('aria-invalid', String(problem.textContent !== ''));
    return problem.textContent === '';
  };
  // A complaint goes as soon as there is no reason for it any more.
  element.addEventListener('input', () => problem.textContent !== '' && check());
  return {
    name: input.custom_id ?? '',
    element,
    problem,
    read: async () => (files === undefined ? value() : files()),
    check,
    focus: () => focused.focus(),
  };
}

function problemWith(input: Component, value: Value): string | undefined {
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

function shapeOf(input: Component, id: string, label: string): Shape {
  switch (input.type) {
    case 4:
      return text(input, id);
    case 21:
      return choices(input, id, label, 'radio');
    case 22:
      return choices(input, id, label, 'checkbox');
    case 23:
      return checkbox(input, id);
    case 19:
      return upload(input, id, label);
    default:
      return select(input, id, label);
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

function select(input: Component, id: string, label: string): Shape {
  let picked = prepicked(input);
  const element = selectButton(
    input,
    (values) => {
      picked = values;
      tellOfInput(element);
    },
    label,
  );
  element.id = id;
  return { element, focused: element, value: () => picked };
}

function choices(input: Component, id: string, label: string, kind: 'radio' | 'checkbox'): Shape {
  const rows = (input.options ?? []).map(({ value, label, description, default: isOn }, index) => ({
    value,
    box: h('input', { type: kind, name: id, id: `${id}-${index}`, checked: isOn === true }),
    label,
    description,
  }));
  const element = h(
    'div',
    { class: 'choices', role: kind === 'radio' ? 'radiogroup' : 'group', id, 'aria-label': label },
    ...rows.map((row) => choice(row.box, row.label, row.description)),
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

function upload(input: Component, id: string, label: string): Shape {
  const most = input.max_values ?? 1;
  const chosen = new Chosen(() => tellOfInput(element), { asksForAlt: false });
  const button = fileButton({
    id: `${id}-button`,
    label: most === 1 ? 'Choose a file' : 'Choose files',
    several: most > 1,
    took: (files) => {
      if (most === 1) chosen.clear();
      chosen.add(files);
    },
  });
  const element = h(
    'div',
    { class: 'upload', role: 'group', id, 'aria-label': label },
    button,
    chosen.element,
  );
  return {
    element,
    focused: button.querySelector('button') ?? element,
    value: () => chosen.names,
    files: () => chosen.read(),
  };
}

/** What is no input of the browser's says by itself that it has changed. */
function tellOfInput(element: HTMLElement): void {
  element.dispatchEvent(new Event('input', { bubbles: true }));
}
