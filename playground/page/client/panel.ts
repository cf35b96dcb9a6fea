// For the curious, closed at first: what goes wrong on purpose, what the bot asked, and the tables behind it.
import type { Panel, RequestView } from '../wire.ts';
import { doDeed, panels, requests } from './api.ts';
import { h } from './dom.ts';
import { isOpen, onDrawers } from './drawers.ts';
import { on, state } from './store.ts';
import { clockTime } from './time.ts';

/** News come in bursts; the tables are read again this long after the first. */
const CALM_MS = 300;

export function panel(): HTMLElement {
  const deeds = h('div', { class: 'deeds' });
  const tables = h('div', { class: 'tables' });
  const asked = h('ol', { class: 'requests' });
  const element = h(
    'aside',
    { class: 'panel', 'aria-label': 'Behind the scenes', id: 'panel' },
    h('h2', {}, 'Weather'),
    h('p', { class: 'hint' }, 'Make something go wrong, and see how the bot copes.'),
    deeds,
    tables,
    h('h2', {}, 'What the bot asked'),
    asked,
  );
  let timer: number | undefined;
  const refresh = async (): Promise<void> => {
    timer = undefined;
    if (!isOpen('panel')) return;
    const [rows, records] = await Promise.all([panels(), requests()]);
    tables.replaceChildren(...rows.flatMap(table));
    const opened = new Set(
      [...asked.querySelectorAll<HTMLElement>('details[open]')].map((each) => each.dataset.number),
    );
    asked.replaceChildren(...records.map((record) => request(record, opened.has(String(record.number)))));
  };
  const soon = (): void => {
    if (timer === undefined) timer = window.setTimeout(() => void refresh(), CALM_MS);
  };
  on('stir', soon);
  onDrawers(soon);
  on('state', () => {
    const wanted = state()
      .deeds.map(({ name }) => name)
      .join();
    if (deeds.dataset.names === wanted) return;
    deeds.dataset.names = wanted;
    deeds.replaceChildren(
      ...state().deeds.map(({ name, label, hint }) =>
        h(
          'button',
          { type: 'button', class: 'button grey', title: hint, onclick: () => void doDeed(name) },
          label,
        ),
      ),
    );
  });
  return element;
}

function table({ title, columns, rows }: Panel): HTMLElement[] {
  const body = rows.map((row) =>
    h('tr', {}, ...row.map((cell) => h('td', {}, cell === null ? '–' : String(cell)))),
  );
  return [
    h('h2', {}, title),
    rows.length === 0
      ? h('p', { class: 'hint' }, 'Nothing.')
      : h(
          'div',
          { class: 'table', tabindex: '0', role: 'region', 'aria-label': title },
          h(
            'table',
            {},
            h('thead', {}, h('tr', {}, ...columns.map((each) => h('th', { scope: 'col' }, each)))),
            h('tbody', {}, ...body),
          ),
        ),
  ];
}

function request(
  { number, at, method, path, status, body, answer }: RequestView,
  open: boolean,
): HTMLElement {
  const outcome = status === 0 ? 'no answer' : String(status);
  return h(
    'li',
    {},
    h(
      'details',
      { open, 'data-number': number },
      h(
        'summary',
        {},
        h('span', { class: `status${status >= 400 || status === 0 ? ' bad' : ''}` }, outcome),
        h('b', {}, method),
        h('span', { class: 'path' }, path),
        h('time', {}, clockTime(at)),
      ),
      ...sample('Asked', body),
      ...sample('Answered', answer),
    ),
  );
}

function sample(title: string, text: string): Node[] {
  return text === '' ? [] : [h('h3', {}, title), h('pre', { tabindex: '0' }, text)];
}
