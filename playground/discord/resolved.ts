// People, roles and channels as values of options and selects, and the `resolved` data that explains them.
import { permissionsIn } from './access.ts';
import { keepUpload, type Upload } from './files.ts';
import type { Channel, GuildState } from './model.ts';
import { bareMemberView, channelView, roleView } from './views.ts';
import type { World } from './world.ts';

/** Anything with an id: a Person, Role, Channel, Member's user, Message. */
export interface HasId {
  readonly id: string;
}

export type Pick = string | HasId;

export function idOf(pick: Pick): string {
  return typeof pick === 'string' ? pick : pick.id;
}

export type Kind = 'user' | 'role' | 'channel' | 'mentionable';

export interface Resolved {
  users?: Record<string, unknown>;
  members?: Record<string, unknown>;
  roles?: Record<string, unknown>;
  channels?: Record<string, unknown>;
  attachments?: Record<string, unknown>;
}

/** Looks up ids of one kind; throws when one is unknown or of another kind. */
export function resolve(world: World, channel: Channel, kind: Kind, ids: readonly string[]): Resolved {
  const guild = world.guildOf(channel);
  return ids.reduce<Resolved>((resolved, id) => merge(resolved, one(world, channel, guild, kind, id)), {});
}

/** Keeps files and explains them; their ids are the keys. */
export function resolveUploads(world: World, channel: Channel, uploads: readonly Upload[]): Resolved {
  const kept = uploads.map((upload) => keepUpload(world, channel.id, upload));
  return { attachments: Object.fromEntries(kept.map((attachment) => [attachment.id, attachment])) };
}

export function merge(a: Resolved, b: Resolved): Resolved {
  const merged: Resolved = { ...a };
  for (const key of ['users', 'members', 'roles', 'channels', 'attachments'] as const) {
    if (b[key] !== undefined) merged[key] = { ...a[key], ...b[key] };
  }
  return merged;
}

function one(
  world: World,
  channel: Channel,
  guild: GuildState | undefined,
  kind: Kind,
  id: string,
): Resolved {
  const role = guild?.roles.get(id);
  if (kind === 'role' || (kind === 'mentionable' && role !== undefined)) {
    if (role === undefined) throw new Error(`There is no role ${id} here`);
    return { roles: { [id]: roleView(role) } };
  }
  if (kind === 'channel') {
    const target = guild?.channels.get(id);
    if (guild === undefined || target === undefined) throw new Error(`There is no channel ${id} here`);
    return { channels: { [id]: channelView(target) } };
  }
  const user = world.users.get(id);
  if (user === undefined) throw new Error(`There is no user ${id}`);
  const member = guild?.members.get(id);
  if (guild === undefined || member === undefined) return { users: { [id]: user } };
  const permissions = permissionsIn(world, guild, id, channel).toString();
  return { users: { [id]: user }, members: { [id]: { ...bareMemberView(member), permissions } } };
}
