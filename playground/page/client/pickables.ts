// People, roles and channels as things to pick from.
import type { PersonView } from '../wire.ts';
import { avatar } from './avatar.ts';
import { h } from './dom.ts';
import type { Pickable } from './picker.ts';
import { state } from './store.ts';

export function people(): Pickable[] {
  return state().members.map((person: PersonView) => ({
    value: person.id,
    label: person.name,
    description: person.bot ? 'App' : person.userName,
    mark: () => avatar(person.name),
  }));
}

export function roles(): Pickable[] {
  return state().roles.map(({ id, name, color }) => ({
    value: id,
    label: name,
    mark: () => {
      const dot = h('span', { class: 'role-dot' });
      if (color !== undefined) dot.style.background = color;
      return dot;
    },
  }));
}

/** Channels of these types of Discord's, or all. */
export function channels(types?: readonly number[]): Pickable[] {
  return state()
    .places.filter(({ type }) => types === undefined || types.length === 0 || types.includes(type))
    .map(({ id, name }) => ({ value: id, label: name, mark: () => h('span', { class: 'hash' }, '#') }));
}

/** The name behind an id of any kind. */
export function nameOf(id: string): string {
  const { members, roles: all, places } = state();
  return (
    members.find((each) => each.id === id)?.name ??
    all.find((each) => each.id === id)?.name ??
    places.find((each) => each.id === id)?.name ??
    id
  );
}
