// A form that a bot opened: every kind of field, checked before it is sent.
import type { Component } from '../../discord/model.ts';
import type { ModalView } from '../wire.ts';
import { act } from './api.ts';
import { openDialog } from './dialogs.ts';
import { h, newId } from './dom.ts';
import { markdown } from './markdown.ts';
import { type Field, modalField } from './modal-field.ts';

export function openModal(modal: ModalView): void {
  const fields: Field[] = [];
  const parts = modal.components.map((component) => part(component, fields));
  const send = h('button', { class: 'primary' }, 'Submit');
  const form = h('form', { class: 'dialog-form', novalidate: true }, ...parts, h('footer', {}, send));
  const { close } = openDialog(modal.title, form);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const wrong = fields.filter((field) => !field.check());
    if (wrong.length > 0) {
      wrong[0]?.focus();
      return;
    }
    send.disabled = true;
    const values = await Promise.all(fields.map(async (field) => [field.name, await field.read()] as const));
    const outcome = await act({ do: 'submit', answer: modal.answerId, fields: Object.fromEntries(values) });
    send.disabled = false;
    if (outcome !== undefined) close();
  });
  fields[0]?.focus();
}

/** A label with its field, a text, or the older form: a row with a text input that carries its own label. */
function part(component: Component, fields: Field[]): HTMLElement {
  if (component.type === 10) return h('div', { class: 'text' }, markdown(component.content ?? '', {}));
  const input = component.component ?? component.components?.[0];
  if (input === undefined) return h('div');
  const id = newId();
  const label = component.label ?? input.label ?? '';
  const field = modalField(input, id, label);
  fields.push(field);
  const description = component.description;
  const isGroup = field.element.matches('[role="group"], [role="radiogroup"]');
  return h(
    'div',
    { class: 'modal-field' },
    h(
      isGroup ? 'span' : 'label',
      isGroup ? { class: 'label' } : { for: id, class: 'label' },
      label,
      input.required === false || input.type === 23
        ? undefined
        : h('span', { class: 'star', 'aria-hidden': 'true' }, ' *'),
    ),
    typeof description === 'string' ? h('span', { class: 'description' }, description) : undefined,
    field.element,
    field.problem,
  );
}
