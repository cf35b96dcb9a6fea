// Above the messages: where one is, who one is, and what else can be opened.
import { act } from './api.ts';
import { h, icon, iconButton } from './dom.ts';
import { type Drawer, isOpen, onDrawers, toggleDrawer } from './drawers.ts';
import { look, on, place, placeOf, state } from './store.ts';
import { flipTheme } from './theme.ts';

export function header(): HTMLElement {
  const title = h('div', { class: 'place-title' });
  const who = h('select', { class: 'who', id: 'who', onchange: () => look({ as: who.value }) });
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
  on('state', () => {
    title.replaceChildren(...titleOf());
    const { members, me } = state();
    const options = members
      .filter(({ bot, name }) => !bot && name !== 'owner')
      .map(({ id, name, standing }) =>
        h(
          'option',
          { value: id, selected: id === me.id },
          standing === undefined ? name : `${name} (${standing})`,
        ),
      );
    who.replaceChildren(...options);
    who.value = me.id;
  });
  return element;
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
    ];
  }
  const parent = placeOf(here.parentId ?? '');
  const alter = (what: string, label: string, name: string) =>
    iconButton(name, label, () => void act({ do: 'alter', place: here.id, what }));
  return [
    h(
      'button',
      { type: 'button', class: 'link parent', onclick: () => look({ place: here.parentId ?? '' }) },
      parent?.name ?? '',
    ),
    h('span', { 'aria-hidden': 'true' }, '›'),
    h('strong', {}, here.name),
    ...(thread.locked ? [icon('lock-closed')] : []),
    ...(thread.canArchive
      ? [
          thread.archived
            ? alter('unarchive', 'Open it again', 'arrow-path')
            : alter('archive', 'Close (archive)', 'archive-box'),
        ]
      : []),
    ...(thread.canManage
      ? [thread.locked ? alter('unlock', 'Unlock', 'lock-open') : alter('lock', 'Lock', 'lock-closed')]
      : []),
  ];
}
