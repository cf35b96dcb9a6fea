// Turns what a person picks in a select into the values and explanations an interaction carries.
import { ComponentType } from 'discord-api-types/v10';
import type { Channel, Component } from './model.ts';
import { idOf, type Kind, type Pick, resolve } from './resolved.ts';
import type { World } from './world.ts';

const SELECT_KINDS: Record<number, Kind> = {
  [ComponentType.UserSelect]: 'user',
  [ComponentType.RoleSelect]: 'role',
  [ComponentType.MentionableSelect]: 'mentionable',
  [ComponentType.ChannelSelect]: 'channel',
};

/** The values of a select as an interaction carries them. Throws on too many, too few or unknown ones. */
export function pickedData(
  place: { world: World; channel: Channel },
  select: Component,
  picks: readonly Pick[],
): Record<string, unknown> {
  const { min_values: min = 1, max_values: max = 1, options = [] } = select;
  if (picks.length < min || picks.length > max) {
    throw new Error(`The select "${select.custom_id}" takes ${min} to ${max} values, not ${picks.length}`);
  }
  const kind = SELECT_KINDS[select.type];
  const ids = picks.map(idOf);
  if (kind !== undefined) return { values: ids, resolved: resolve(place.world, place.channel, kind, ids) };
  const values = ids.map((wanted) => {
    const option =
      options.find(({ value }) => value === wanted) ?? options.find(({ label }) => label === wanted);
    if (option !== undefined) return option.value;
    throw new Error(
      `The select has no option "${wanted}"; there is: ${options.map(({ label }) => label).join(', ')}`,
    );
  });
  return { values };
}
