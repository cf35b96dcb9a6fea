// A server as tests and the demo build it: channels, roles, people, bots.
import {
  type APIOverwrite,
  ChannelType,
  GatewayDispatchEvents,
  GatewayIntentBits,
  Locale,
} from 'discord-api-types/v10';
import { permissionsIn } from './access.ts';
import { type ChannelWish, changeChannel, createChannel, deleteChannel, forumTag } from './channels.ts';
import { DEFAULT_PERMISSIONS } from './default-permissions.ts';
import { keepEmojiPicture } from './files.ts';
import { changeGuild, tellOfEmojis } from './guilds.ts';
import { addRole, changeMember, join, LARGE, leave, removeRole } from './members.ts';
import type {
  Application,
  AuditEntry,
  Channel,
  CustomEmoji,
  GuildState,
  Invite,
  Member,
  Role,
} from './model.ts';
import { createPerson, type PersonOptions } from './newcomers.ts';
import type { Person } from './people.ts';
import { changeRole, createRole, deleteRole, moveRoles, type RoleWish } from './roles.ts';
import type { Stage } from './stage.ts';
import { activeThreads } from './thread-state.ts';
import { guildCreateView } from './views.ts';

/** An overwrite in words: who, and which permission bits are allowed or denied. */
export interface Overwrite {
  for: Role | Person | Application;
  allow?: bigint;
  deny?: bigint;
}

export interface ChannelOptions {
  overwrites?: readonly Overwrite[];
  topic?: string;
  parent?: Channel;
}

export interface GuildOptions {
  /** The owner's name. */
  owner?: string;
  locale?: Locale;
  /** Its id, where something recorded knows it by that one. */
  id?: string;
}

export class Guild implements GuildState {
  readonly id: string;
  name: string;
  ownerId: string;
  locale: Locale;
  readonly owner: Person;
  readonly everyone: Role;
  readonly roles = new Map<string, Role>();
  readonly channels = new Map<string, Channel>();
  readonly members = new Map<string, Member>();
  readonly emojis = new Map<string, CustomEmoji>();
  readonly invites = new Map<string, Invite>();
  readonly bans = new Map<string, string | null>();
  readonly auditLog: AuditEntry[] = [];
  readonly permissionCache = new Map<string, bigint>();
  systemChannelId: string | null = null;
  requiresTwoFactor = false;
  readonly #stage: Stage;

  constructor(stage: Stage, name: string, options: GuildOptions = {}) {
    const { world } = stage;
    this.#stage = stage;
    this.id = options.id ?? world.newId();
    this.name = name;
    this.locale = options.locale ?? Locale.EnglishUS;
    this.everyone = {
      id: this.id,
      guildId: this.id,
      name: '@everyone',
      permissions: DEFAULT_PERMISSIONS,
      color: 0,
      hoist: false,
      position: 0,
      managed: false,
      mentionable: false,
    };
    this.roles.set(this.id, this.everyone);
    world.guilds.set(this.id, this);
    this.owner = createPerson(stage, options.owner ?? 'owner', {});
    this.ownerId = this.owner.id;
    join(world, this, this.owner.user);
  }

  /** Lets a bot in, with a role of its own that carries these permissions; asked again, only the permissions change. */
  invite(app: Application, permissions: bigint): Role {
    const own = [...this.roles.values()].find(({ botId }) => botId === app.id);
    if (own !== undefined) {
      this.changeRole(own, { permissions });
      return own;
    }
    const role = createRole(this.#stage.world, this, {
      name: app.name,
      permissions,
      managed: true,
      botId: app.id,
    });
    join(this.#stage.world, this, app.user, { roles: [role.id] });
    return role;
  }

  /** An outage of this server: bots are told that it is unavailable, until it comes back. */
  goesDown(): void {
    this.#tellBots(GatewayDispatchEvents.GuildDelete, () => ({ id: this.id, unavailable: true }));
  }

  comesBack(): void {
    const { world } = this.#stage;
    this.#tellBots(GatewayDispatchEvents.GuildCreate, (app) =>
      guildCreateView(this, app, activeThreads(world, this.id, app.user.id), LARGE),
    );
  }

  kick(target: Application | Person): void {
    leave(this.#stage.world, this, target.user.id);
  }

  /** A new role just above @everyone; without permissions of its own unless given. */
  role(name: string, wish: Omit<RoleWish, 'name'> & { position?: number } = {}): Role {
    const { position, ...rest } = wish;
    const role = createRole(this.#stage.world, this, { permissions: 0n, ...rest, name });
    if (position !== undefined) this.moveRole(role, position);
    return role;
  }

  /** Puts a role to a position; 1 is just above @everyone. */
  moveRole(role: Role, position: number): void {
    moveRoles(this.#stage.world, this, new Map([[role.id, position]]));
  }

  changeRole(role: Role, changes: RoleWish): void {
    changeRole(this.#stage.world, this, role, changes);
  }

  deleteRole(role: Role): void {
    deleteRole(this.#stage.world, this, role);
  }

  /** Gives a role by the owner's hand. */
  give(person: Person | Application, role: Role): void {
    addRole(this.#stage.world, this, this.#member(person), role.id);
  }

  /** Takes a role by the owner's hand. */
  take(person: Person | Application, role: Role): void {
    removeRole(this.#stage.world, this, this.#member(person), role.id);
  }

  /** Times a member out until a moment of the world's clock (ms), or ends it with null. */
  timeOut(person: Person | Application, until: number | null): void {
    changeMember(this.#stage.world, this, this.#member(person), { timedOutUntil: until });
  }

  nick(person: Person | Application, nick: string | null): void {
    changeMember(this.#stage.world, this, this.#member(person), { nick });
  }

  textChannel(name: string, options: ChannelOptions = {}): Channel {
    return this.#channel(name, ChannelType.GuildText, options);
  }

  announcement(name: string, options: ChannelOptions = {}): Channel {
    return this.#channel(name, ChannelType.GuildAnnouncement, options);
  }

  voice(name: string, options: ChannelOptions = {}): Channel {
    return this.#channel(name, ChannelType.GuildVoice, options);
  }

  category(name: string, options: Omit<ChannelOptions, 'parent'> = {}): Channel {
    return this.#channel(name, ChannelType.GuildCategory, options);
  }

  forum(
    name: string,
    options: ChannelOptions & {
      tags?: readonly (string | { name: string; moderated: boolean })[];
      requireTag?: boolean;
    } = {},
  ): Channel {
    const tags = (options.tags ?? []).map((tag) =>
      typeof tag === 'string' ? forumTag(this.#stage.world, tag) : forumTag(this.#stage.world, tag.name, tag),
    );
    const forum = { tags, requireTag: options.requireTag ?? false };
    return this.#channel(name, ChannelType.GuildForum, options, { forum });
  }

  /** Replaces a channel's overwrites. */
  overwrite(channel: Channel, overwrites: readonly Overwrite[]): void {
    changeChannel(this.#stage.world, this, channel, { overwrites: overwrites.map(stored) });
  }

  deleteChannel(channel: Channel): void {
    deleteChannel(this.#stage.world, this, channel);
  }

  rename(name: string): void {
    changeGuild(this.#stage.world, this, { name });
  }

  /** Somebody new, who joins. */
  person(name: string, options: PersonOptions = {}): Person {
    const person = createPerson(this.#stage, name, options);
    join(this.#stage.world, this, person.user, {
      pending: options.pending ?? false,
      roles: options.roles?.map(({ id }) => id) ?? [],
      nick: options.nick,
    });
    return person;
  }

  /** A custom emoji; people react with its name. `picture` is a PNG. */
  emoji(name: string, options: { animated?: boolean; picture?: Uint8Array } = {}): CustomEmoji {
    const { world } = this.#stage;
    const { animated = false, picture } = options;
    const id = world.newId();
    const picturePath = picture === undefined ? undefined : keepEmojiPicture(world, id, picture);
    const emoji = { id, name, animated, picturePath };
    this.emojis.set(id, emoji);
    tellOfEmojis(world, this);
    return emoji;
  }

  permissionsOf(who: Person | Application, channel?: Channel): bigint {
    return permissionsIn(this.#stage.world, this, who.user.id, channel);
  }

  #tellBots(name: GatewayDispatchEvents, data: (app: Application) => unknown): void {
    this.#stage.world.dispatch({
      name,
      intents: GatewayIntentBits.Guilds,
      guild: this,
      variant: ({ app }) => app.id,
      data: ({ app }) => data(app),
    });
  }

  #member({ user }: Person | Application): Member {
    const member = this.members.get(user.id);
    if (member === undefined) throw new Error(`${user.username} is no member of ${this.name}`);
    return member;
  }

  #channel(
    name: string,
    type: ChannelType,
    options: ChannelOptions,
    more: Partial<ChannelWish> = {},
  ): Channel {
    return createChannel(this.#stage.world, this, {
      name,
      type,
      topic: options.topic ?? null,
      parentId: options.parent?.id ?? null,
      overwrites: options.overwrites?.map(stored),
      ...more,
    });
  }
}

function stored(overwrite: Overwrite): APIOverwrite {
  const isRole = 'permissions' in overwrite.for;
  return {
    id: overwrite.for.id,
    type: isRole ? 0 : 1,
    allow: (overwrite.allow ?? 0n).toString(),
    deny: (overwrite.deny ?? 0n).toString(),
  };
}
