// The developer portal: bots with their tokens and switches.
import { randomBytes } from 'node:crypto';
import type { Application } from './model.ts';
import type { World } from './world.ts';

export interface ApplicationOptions {
  name?: string;
  description?: string;
  /** The privileged switches; both on by default. */
  intents?: Partial<Application['intents']>;
}

/** Registers a bot. Its application and its user share one id, as all newer ones on Discord do. */
export function createApplication(world: World, options: ApplicationOptions = {}): Application {
  const { name = 'Laurel', description = '', intents } = options;
  const id = world.newId();
  const user = { id, username: name, discriminator: '0001', global_name: null, avatar: null, bot: true };
  const app: Application = {
    id,
    token: `${Buffer.from(id).toString('base64url')}.${randomBytes(4).toString('hex')}.${randomBytes(20).toString('base64url')}`,
    user,
    name,
    description,
    intents: { members: true, content: true, ...intents },
    ownerHasTwoFactor: true,
    commands: new Map(),
    guildCommands: new Map(),
    creations: new Map(),
  };
  world.users.set(id, user);
  world.applications.set(id, app);
  return app;
}

/** The two switches of the portal, as `GET /applications/@me` and READY tell them (limited: fewer than 100 guilds). */
export function applicationFlags(app: Application): number {
  return (app.intents.members ? 1 << 15 : 0) | (app.intents.content ? 1 << 19 : 0);
}
