// Makes people: a Discord account, not yet in any server.
import type { Role } from './model.ts';
import { Person } from './people.ts';
import type { Stage } from './stage.ts';

export interface PersonOptions {
  roles?: readonly Role[];
  /** Somebody else's bot; it says things like people do. */
  bot?: boolean;
  pending?: boolean;
  /** The language of their client, `en-US` by default. */
  locale?: string;
  closedDms?: boolean;
  nick?: string;
  /** Their id, where something recorded knows them by that one. */
  id?: string;
}

/** A user who is in no guild yet. */
export function createPerson(stage: Stage, name: string, options: PersonOptions): Person {
  const { world } = stage;
  const user = {
    id: options.id ?? world.newId(),
    username: name.toLowerCase().replace(/[^a-z0-9._]+/g, '_'),
    discriminator: '0',
    global_name: name,
    avatar: null,
    ...(options.bot === true ? { bot: true } : {}),
  };
  world.users.set(user.id, user);
  if (options.closedDms === true) world.closedDms.add(user.id);
  if (options.locale !== undefined) world.locales.set(user.id, options.locale);
  return new Person(stage, user);
}
