// Finds the parts of a message or modal that a person can use.
import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { Component } from './model.ts';

/** All components, nested ones included, in reading order. */
export function everyPart(components: readonly Component[]): Component[] {
  return components.flatMap((component) => [
    component,
    ...everyPart(component.components ?? []),
    ...(component.component === undefined ? [] : everyPart([component.component])),
    ...(component.accessory === undefined ? [] : everyPart([component.accessory])),
  ]);
}

const SELECTS: readonly number[] = [
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
];

export function isSelect(component: Component): boolean {
  return SELECTS.includes(component.type);
}

/** The button with this label, custom id or emoji. Throws a readable error that lists what is there. */
export function findButton(components: readonly Component[], wanted: string): Component {
  const buttons = everyPart(components).filter(({ type }) => type === ComponentType.Button);
  const found =
    buttons.find(({ custom_id }) => custom_id === wanted) ??
    buttons.find(({ label }) => label === wanted) ??
    buttons.find(({ emoji }) => emoji?.name === wanted);
  if (found === undefined) {
    const there = buttons.map(({ label, emoji, custom_id }) => label ?? emoji?.name ?? custom_id).join(', ');
    throw new Error(
      `There is no button "${wanted}"; there ${buttons.length === 0 ? 'are none' : `is: ${there}`}`,
    );
  }
  if (found.disabled === true) throw new Error(`The button "${wanted}" is disabled`);
  if (found.style === ButtonStyle.Link)
    throw new Error(`The button "${wanted}" is a link to ${found.url ?? ''}`);
  return found;
}

/** The select of this custom id, or the only one there is. */
export function findSelect(components: readonly Component[], customId: string | undefined): Component {
  const selects = everyPart(components).filter(isSelect);
  const found = customId === undefined ? selects[0] : selects.find(({ custom_id }) => custom_id === customId);
  if (found === undefined || (customId === undefined && selects.length > 1)) {
    const there = selects.map(({ custom_id }) => custom_id).join(', ');
    throw new Error(
      `Which select${customId === undefined ? '' : ` is "${customId}"`}? There is: ${there || 'none'}`,
    );
  }
  if (found.disabled === true) throw new Error(`The select "${found.custom_id}" is disabled`);
  return found;
}
