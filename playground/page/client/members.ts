// At the right: who is here, under their highest roles. Only those in sight are drawn: there may be thousands.
import type { PersonView } from '../wire.ts';
import { act } from './api.ts';
import { avatar } from './avatar.ts';
import { paintName } from './colors.ts';
import { h } from './dom.ts';
import { type Line, LongList } from './long-list.ts';
import { openMenu } from './menu.ts';
import { look, on, state } from './store.ts';

const USER_COMMAND = 2;
const HEADING_PX = 38;
const MEMBER_PX = 42;

const element = h('aside', { class: 'members', 'aria-label': 'Members', id: 'members' });
const list = new LongList(element, h('div'));
let lines: Line[] = [];
/** The one that Tab goes to; arrow keys go on from there. */
let current: string | undefined;

export function members(): HTMLElement {
  element.append(list.element);
  element.addEventListener('keydown', moveByKey);
  on('state', draw);
  on('members', draw);
  return element;
}

/** People as the list shows them: without an owner whom nobody has named. */
export function residents(): PersonView[] {
  return state().members.filter(({ name, bot }) => bot || name !== 'owner');
}

function draw(): void {
  const groups = groupsOf(residents());
  const first = groups[0]?.people[0]?.id;
  const isThere = groups.some(({ people }) => people.some(({ id }) => id === current));
  current = isThere ? current : first;
  lines = groups.flatMap(({ name, people }) => [heading(name, people.length), ...people.map(line)]);
  list.setLines(lines);
}

function groupsOf(people: readonly PersonView[]): { name: string; people: PersonView[] }[] {
  const roles = new Map(state().roles.flatMap(({ id, name, managed }) => (managed ? [] : [[id, name]])));
  const byRole = new Map<string, PersonView[]>([...roles.keys(), ''].map((id) => [id, []]));
  for (const person of people) {
    const [highest = ''] = person.roles;
    byRole.get(roles.has(highest) ? highest : '')?.push(person);
  }
  return [...byRole]
    .filter(([, group]) => group.length > 0)
    .map(([id, group]) => ({ name: roles.get(id) ?? 'Members', people: group }));
}

function heading(name: string, count: number): Line {
  const text = `${name} — ${count}`;
  return { key: `# ${name}`, height: HEADING_PX, stamp: text, draw: () => h('h2', {}, text) };
}

function line(person: PersonView): Line {
  const isMe = person.id === state().me.id;
  const stops = person.id === current;
  return {
    key: person.id,
    height: MEMBER_PX,
    stamp: [person.name, person.color, person.standing, isMe, stops].join(),
    draw: () => entry(person, isMe, stops),
  };
}

function entry(person: PersonView, isMe: boolean, stops: boolean): HTMLElement {
  const button = h(
    'button',
    {
      type: 'button',
      class: 'member',
      'aria-haspopup': 'menu',
      tabindex: stops ? 0 : -1,
      'data-id': person.id,
      onclick: () => openMenu(button, person.name, itemsFor(person)),
    },
    avatar(person.name),
    paintName(h('span', { class: 'name' }, person.name), person.color),
    person.bot ? h('span', { class: 'tag' }, 'APP') : undefined,
    isMe ? h('span', { class: 'you' }, 'you') : undefined,
  );
  return button;
}

/** Arrow keys go from person to person; with thousands of them, Tab stops at one only. */
function moveByKey(event: KeyboardEvent): void {
  const { target } = event;
  if (!(target instanceof HTMLElement) || target.dataset.id === undefined) return;
  const people = lines.filter(({ height }) => height === MEMBER_PX);
  const at = people.findIndex(({ key }) => key === target.dataset.id);
  const goal = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: people.length - 1 }[event.key];
  const next = people[goal ?? -1];
  if (next === undefined) return;
  event.preventDefault();
  current = next.key;
  draw();
  list.reveal(lines.findIndex(({ key }) => key === next.key))?.focus();
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
