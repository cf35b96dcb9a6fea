// What modals and other first answers may contain.
import { describe, expect, it } from 'vitest';
import { checkAnswer, type InteractionKind } from './interaction-answers.ts';
import { checkModal } from './modal.ts';

const label = (component: unknown, parts: object = {}) => ({
  type: 18,
  label: 'Your question',
  component,
  ...parts,
});
const input = (id: string, parts: object = {}) => ({ type: 4, custom_id: id, style: 1, ...parts });
const options = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ label: `l${index}`, value: `v${index}` }));
const modal = (...components: unknown[]) => ({ custom_id: 'm', title: 'Ask', components });

describe('checkModal', () => {
  it.each<[string, unknown]>([
    ['a text input', modal(label(input('a')))],
    ['five labels', modal(...['a', 'b', 'c', 'd', 'e'].map((id) => label(input(id))))],
    ['a text beside a field', modal({ type: 10, content: 'Please be kind.' }, label(input('a')))],
    [
      'a select that may stay empty',
      modal(label({ type: 5, custom_id: 'a', min_values: 0, required: false })),
    ],
    ['a radio group', modal(label({ type: 21, custom_id: 'a', options: options(2) }))],
    ['a checkbox group', modal(label({ type: 22, custom_id: 'a', options: options(10) }))],
    ['a checkbox', modal(label({ type: 23, custom_id: 'a', default: true }))],
    ['a file upload', modal(label({ type: 19, custom_id: 'a', max_values: 10 }))],
    ['the older form', modal({ type: 1, components: [input('a', { label: 'Why' })] })],
    ['four thousand characters', modal(label(input('a', { value: 'x'.repeat(4000) })))],
  ])('takes %s', (_, data) => {
    expect(checkModal(data)).toBeUndefined();
  });

  it.each<[string, unknown, string[]]>([
    ['a title of 46', { ...modal(label(input('a'))), title: 'x'.repeat(46) }, ['data', 'title']],
    ['no components', modal(), ['data', 'components']],
    [
      'six labels',
      modal(...['a', 'b', 'c', 'd', 'e', 'f'].map((id) => label(input(id)))),
      ['data', 'components'],
    ],
    ['no custom id', { ...modal(label(input('a'))), custom_id: '' }, ['data', 'custom_id']],
    [
      'a button',
      modal(label({ type: 2, style: 1, label: 'x', custom_id: 'a' })),
      ['data', 'components', '0', 'component', 'type'],
    ],
    ['a bare text input', modal(input('a')), ['data', 'components', '0', 'type']],
    [
      'a label of 46',
      modal(label(input('a'), { label: 'x'.repeat(46) })),
      ['data', 'components', '0', 'label'],
    ],
    [
      'a value longer than allowed',
      modal(label(input('a', { value: 'xyz', max_length: 2 }))),
      ['data', 'components', '0', 'component', 'value'],
    ],
    [
      'a radio group of one',
      modal(label({ type: 21, custom_id: 'a', options: options(1) })),
      ['data', 'components', '0', 'component', 'options'],
    ],
    [
      'a required pick of nothing',
      modal(label({ type: 6, custom_id: 'a', min_values: 0 })),
      ['data', 'components', '0', 'component', 'min_values'],
    ],
    [
      'the same id twice',
      modal(label(input('a')), label(input('a'))),
      ['data', 'components', '1', 'component', 'custom_id'],
    ],
    [
      'a disabled select',
      modal(label({ type: 5, custom_id: 'a', disabled: true })),
      ['data', 'components', '0', 'component', 'disabled'],
    ],
  ])('refuses %s', (_, data, path) => {
    const refusal = checkModal(data);
    expect(refusal?.code).toBe(50035);
    expect(refusal?.errors).toHaveProperty([...path, '_errors']);
  });
});

describe('checkAnswer', () => {
  const message = { content: 'x' };
  it.each<[string, InteractionKind, unknown, number | undefined]>([
    ['a message to a command', 'command', { type: 4, data: message }, undefined],
    ['a deferral with nothing else', 'command', { type: 5 }, undefined],
    ['a modal to a command', 'command', { type: 9, data: modal(label(input('a'))) }, undefined],
    ['no update without a message', 'command', { type: 7, data: message }, 50035],
    ['an update to a button', 'component', { type: 7, data: message }, undefined],
    ['a deferred update to a button', 'component', { type: 6 }, undefined],
    ['no modal to a modal', 'modal', { type: 9, data: modal(label(input('a'))) }, 50035],
    ['an update to a modal from a button', 'modalFromComponent', { type: 7, data: message }, undefined],
    ['no update to a modal from a command', 'modal', { type: 7, data: message }, 50035],
    ['choices', 'autocomplete', { type: 8, data: { choices: [{ name: 'a', value: 'a' }] } }, undefined],
    ['no choices at all', 'autocomplete', { type: 8, data: { choices: [] } }, undefined],
    [
      'not 26 choices',
      'autocomplete',
      { type: 8, data: { choices: Array(26).fill({ name: 'a', value: 1 }) } },
      50035,
    ],
    ['no message to autocompletion', 'autocomplete', { type: 4, data: message }, 50035],
    ['no empty message', 'command', { type: 4, data: {} }, 50006],
    ['no unknown type', 'command', { type: 3 }, 50035],
  ])('%s', (_, kind, body, code) => {
    expect(checkAnswer(body, kind, { attachmentNames: [] })?.code).toBe(code);
  });

  it('places the problems of the message below data', () => {
    const refusal = checkAnswer({ type: 4, data: { content: 'x'.repeat(2001) } }, 'command', {
      attachmentNames: [],
    });
    expect(refusal?.errors).toHaveProperty(['data', 'content', '_errors', 0, 'code'], 'BASE_TYPE_MAX_LENGTH');
  });
});
