// At the left: the servers, and the channels, forums and threads of the one that is open.
import type { PlaceView } from '../wire.ts';
import { makeServer } from './api.ts';
import { h, icon, iconButton } from './dom.ts';
import { closeDrawers } from './drawers.ts';
import { look, on, state, unreadIn } from './store.ts';

const ICONS: Partial<Record<PlaceView['kind'], string>> = {
  text: 'hashtag',
  announcement: 'megaphone',
  forum: 'chat-bubble-left-right',
  voice: 'speaker-wave',
};

export function sidebar(): HTMLElement {
  const rail = h('nav', { class: 'rail', 'aria-label': 'Servers' });
  const title = h('h1', { class: 'server-name' });
  const list = h('nav', { class: 'channels', 'aria-label': 'Channels' });
  const draw = (): void => {
    title.textContent = state().server.name;
    rail.replaceChildren(...servers());
    list.replaceChildren(...channels());
  };
  on('state', draw);
  on('unread', draw);
  return h(
    'div',
    { class: 'sidebar', id: 'sidebar' },
    rail,
    h('div', { class: 'channel-column' }, h('header', { class: 'top' }, title), list),
  );
}

function servers(): HTMLElement[] {
  const open = state().server.id;
  const buttons = state().servers.map(({ id, name }) =>
    h(
      'button',
      {
        type: 'button',
        class: `server${id === open ? ' open' : ''}`,
        title: name,
        'aria-label': name,
        'aria-current': id === open ? 'true' : undefined,
        onclick: () => look({ server: id, as: undefined }),
      },
      h('span', { class: 'initials', 'aria-hidden': 'true', 'data-letters': initials(name) }),
    ),
  );
  const blank = iconButton('plus', 'New empty server', () => void makeServer(), { class: 'server new' });
  return [...buttons, blank];
}

function initials(name: string): string {
  return name
    .split(/\s+/)
    .map((word) => [...word][0] ?? '')
    .join('')
    .slice(0, 3);
}

function channels(): HTMLElement[] {
  const { places } = state();
  const plain = places.filter(({ kind }) => kind !== 'thread' && kind !== 'category');
  const loose = plain.filter(({ parentId }) => parentId === undefined);
  const categories = places.filter(({ kind }) => kind === 'category');
  return [
    list(loose),
    ...categories.map(({ id, name }) =>
      h(
        'section',
        {},
        h('h2', { class: 'category' }, name),
        list(plain.filter(({ parentId }) => parentId === id)),
      ),
    ),
  ];
}

function list(places: readonly PlaceView[]): HTMLElement {
  return h('ul', {}, ...places.map((place) => h('li', {}, entry(place), threads(place))));
}

function entry(place: PlaceView): HTMLElement {
  const open = state().placeId === place.id;
  const unread = unreadIn(place.id);
  const classes = ['channel', open ? 'open' : '', unread === undefined ? '' : 'unread'].filter(Boolean);
  const rings = unread === true ? h('span', { class: 'badge' }, '@') : undefined;
  const name = ICONS[place.kind];
  return h(
    'button',
    {
      type: 'button',
      class: classes.join(' '),
      'aria-current': open ? 'page' : undefined,
      'aria-label': `${place.name}${place.kind === 'text' ? '' : `, ${place.kind}`}${unread === undefined ? '' : ', unread'}`,
      onclick: () => {
        look({ place: place.id });
        closeDrawers();
      },
    },
    name === undefined ? undefined : icon(name),
    h('span', { class: 'channel-name' }, place.name),
    rings,
  );
}

/** Active threads under their channel, the last spoken in first. */
function threads(parent: PlaceView): HTMLElement | undefined {
  const { places, placeId } = state();
  const below = places
    .filter(
      ({ parentId, thread, id }) =>
        parentId === parent.id && thread !== undefined && (!thread.archived || id === placeId),
    )
    .sort((one, other) => (other.thread?.lastAt ?? 0) - (one.thread?.lastAt ?? 0));
  return below.length === 0
    ? undefined
    : h('ul', { class: 'threads' }, ...below.map((each) => h('li', {}, entry(each))));
}
