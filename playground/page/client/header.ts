// Above the messages: where one is, who one is, and what else can be opened.
import type { PersonView, ThreadView } from '../wire.ts';
import { act } from './api.ts';
import { h, icon, iconButton } from './dom.ts';
import { type Drawer, isOpen, onDrawers, toggleDrawer } from './drawers.ts';
import { residents } from './members.ts';
import { openMenu } from './menu.ts';
import { look, on, place, placeOf, state } from './store.ts';
import { flipTheme } from './theme.ts';
import { openThread } from './threads.ts';

/** More people than this are not in the list of whom one can be; all are in the list of members. */
const CHOOSABLE = 100;

export function header(): HTMLElement {
  const title = h('div', { class: 'place-title' });
  const who = h('select', {
    class: 'who',
    id: 'who',
    'aria-label': 'I am',
    onchange: () => look({ as: who.value }),
  });
  const element = h(
    'header',
    { class: 'top place-top' },
    drawerButton('bars-3', 'Channels', 'channels'),
    title,
    h('label', { class: 'who-label', for: 'who' }, 'I am'),
    who,
    iconButton('moon', 'Light or dark', flipTheme),
    drawerButton('users', 'Members', 'members'),
    drawerButton('beaker', 'Behind the scenes', 'panel'),
  );
  let listed = '';
  const listPeople = (): void => {
    const people = choosable();
    const wanted = people.map(({ id, name, standing }) => `${id} ${name} ${standing}`).join();
    // A list that is open closes when it is made anew.
    if (wanted !== listed) who.replaceChildren(...people.map(choice), ...others(people.length));
    listed = wanted;
    who.value = state().me.id;
  };
  on('state', () => {
    title.replaceChildren(...titleOf());
    listPeople();
  });
  on('members', listPeople);
  return element;
}

/** Whom one can be, oneself first where there are too many to list. */
function choosable(): PersonView[] {
  const { me } = state();
  const people = residents().filter(({ bot }) => !bot);
  if (people.length <= CHOOSABLE) return people;
  return [me, ...people.filter(({ id }) => id !== me.id).slice(0, CHOOSABLE - 1)];
}

function choice({ id, name, standing }: PersonView): HTMLElement {
  return h('option', { value: id }, standing === undefined ? name : `${name} (${standing})`);
}

function others(listed: number): HTMLElement[] {
  const more = residents().filter(({ bot }) => !bot).length - listed;
  return more === 0 ? [] : [h('option', { disabled: true }, `${more} more in the list of members`)];
}

function drawerButton(name: string, label: string, drawer: Drawer): HTMLElement {
  const button = iconButton(name, label, () => toggleDrawer(drawer), { class: `icon-button for-${drawer}` });
  const mark = (): void => button.setAttribute('aria-expanded', String(isOpen(drawer)));
  onDrawers(mark);
  mark();
  return button;
}

function titleOf(): Node[] {
  const here = place();
  if (here === undefined) return [new Text('Nothing to see')];
  const { thread } = here;
  if (thread === undefined) {
    return [
      icon(here.kind === 'forum' ? 'chat-bubble-left-right' : 'hashtag'),
      h('strong', {}, here.name),
      ...(here.topic === undefined ? [] : [h('span', { class: 'topic', title: here.topic }, here.topic)]),
      ...(here.canThread && here.kind === 'text'
        ? [iconButton('chat-bubble-left-ellipsis', 'Create a thread', () => void openThread(here.id))]
        : []),
    ];
  }
  const parent = placeOf(here.parentId ?? '');
  return [
    h(
      'button',
      { type: 'button', class: 'link parent', onclick: () => look({ place: here.parentId ?? '' }) },
      parent?.name ?? '',
    ),
    h('span', { class: 'parent', 'aria-hidden': 'true' }, '›'),
    h('strong', {}, here.name),
    ...(thread.locked ? [icon('lock-closed')] : []),
    ...threadMenu(here.id, thread),
  ];
}

/** What one may do with a thread; nothing where one may do nothing. */
function threadMenu(id: string, thread: ThreadView): HTMLElement[] {
  const item = (label: string, what: string) => ({
    label,
    run: () => void act({ do: 'alter', place: id, what }),
  });
  const items = [
    ...(thread.canArchive
      ? [thread.archived ? item('Open it again', 'unarchive') : item('Close (archive)', 'archive')]
      : []),
    ...(thread.canManage ? [thread.locked ? item('Unlock', 'unlock') : item('Lock', 'lock')] : []),
  ];
  if (items.length === 0) return [];
  const button = iconButton('ellipsis-horizontal', 'Thread options', () =>
    openMenu(button, 'Thread options', items),
  );
  return [button];
}
