// At the right: who is here, under the roles that stand out.
import type { PersonView } from '../wire.ts';
import { act } from './api.ts';
import { avatar } from './avatar.ts';
import { paintName } from './colors.ts';
import { h } from './dom.ts';
import { openMenu } from './menu.ts';
import { look, on, state } from './store.ts';

const USER_COMMAND = 2;

export function members(): HTMLElement {
  const element = h('aside', { class: 'members', 'aria-label': 'Members', id: 'members' });
  on('state', () => element.replaceChildren(...groups()));
  return element;
}

function groups(): HTMLElement[] {
  const { members: all, memberCount } = state();
  const shown = all.filter(({ name, bot }) => bot || name !== 'owner');
  const byRole = new Map<string, PersonView[]>();
  for (const role of [...state().roles.filter(({ managed }) => !managed), undefined]) {
    byRole.set(role?.name ?? 'Members', []);
  }
  for (const person of shown) {
    const role = state().roles.find(({ id, managed }) => !managed && person.roles[0] === id);
    byRole.get(role?.name ?? 'Members')?.push(person);
  }
  const sections = [...byRole]
    .filter(([, people]) => people.length > 0)
    .map(([name, people]) =>
      h(
        'section',
        {},
        h('h2', {}, `${name} — ${people.length}`),
        h('ul', {}, ...people.map((each) => h('li', {}, entry(each)))),
      ),
    );
  const hidden = memberCount - all.length;
  return hidden > 0 ? [...sections, h('p', { class: 'more' }, `and ${hidden} more`)] : sections;
}

function entry(person: PersonView): HTMLElement {
  const button = h(
    'button',
    {
      type: 'button',
      class: 'member',
      'aria-haspopup': 'menu',
      onclick: () => openMenu(button, person.name, itemsFor(person)),
    },
    avatar(person.name),
    paintName(h('span', { class: 'name' }, person.name), person.color),
    person.bot ? h('span', { class: 'tag' }, 'APP') : undefined,
    person.id === state().me.id ? h('span', { class: 'you' }, 'you') : undefined,
  );
  return button;
}

function itemsFor(person: PersonView) {
  const { commands, placeId } = state();
  const menus = commands
    .filter(({ type }) => type === USER_COMMAND)
    .map(({ name, bot }) => ({
      label: name,
      hint: bot,
      run: () => void act({ do: 'menu', place: placeId, name, person: person.id }),
    }));
  const be = person.bot ? [] : [{ label: `Be ${person.name}`, run: () => look({ as: person.id }) }];
  return [
    ...menus,
    ...be,
    { label: 'Copy the id', run: () => void navigator.clipboard.writeText(person.id) },
  ];
}
