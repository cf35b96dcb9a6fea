// A server as tests and the demo build it: channels, roles, people, bots.
import { type APIOverwrite, PermissionFlagsBits as Bits, ChannelType, Locale } from 'discord-api-types/v10';
import { permissionsIn } from './access.ts';
import { type ChannelWish, changeChannel, createChannel, deleteChannel, forumTag } from './channels.ts';
import { changeGuild, tellOfEmojis } from './guilds.ts';
import { addRole, changeMember, join, leave, removeRole } from './members.ts';
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
import { Person } from './people.ts';
import { changeRole, createRole, deleteRole, moveRoles, type RoleWish } from './roles.ts';
import type { Stage } from './stage.ts';

/** What @everyone may do in a new server on Discord. */
const DEFAULT_PERMISSIONS =
  Bits.CreateInstantInvite |
  Bits.AddReactions |
  Bits.Stream |
  Bits.ViewChannel |
  Bits.SendMessages |
  Bits.EmbedLinks |
  Bits.AttachFiles |
  Bits.ReadMessageHistory |
  Bits.MentionEveryone |
  Bits.UseExternalEmojis |
  Bits.UseExternalStickers |
  Bits.Connect |
  Bits.Speak |
  Bits.UseVAD |
  Bits.ChangeNickname |
  Bits.UseApplicationCommands |
  Bits.RequestToSpeak |
  Bits.CreatePublicThreads |
  Bits.CreatePrivateThreads |
  Bits.SendMessagesInThreads |
  Bits.UseEmbeddedActivities |
  Bits.SendVoiceMessages |
  Bits.SendPolls |
  Bits.UseExternalApps;

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

export interface PersonOptions {
  roles?: readonly Role[];
  /** Somebody else's bot; it says things like people do. */
  bot?: boolean;
  pending?: boolean;
  /** The language of their client, `en-US` by default. */
  locale?: string;
  closedDms?: boolean;
  nick?: string;
}

export interface GuildOptions {
  /** The owner's name. */
  owner?: string;
  locale?: Locale;
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
  readonly #stage: Stage;

  constructor(stage: Stage, name: string, options: GuildOptions = {}) {
    const { world } = stage;
    this.#stage = stage;
    this.id = world.newId();
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

  /** Lets a bot in, with a role of its own that carries these permissions. */
  invite(app: Application, permissions: bigint): Role {
    const role = createRole(this.#stage.world, this, {
      name: app.name,
      permissions,
      managed: true,
      botId: app.id,
    });
    join(this.#stage.world, this, app.user, { roles: [role.id] });
    return role;
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
    options: ChannelOptions & { tags?: readonly string[]; requireTag?: boolean } = {},
  ): Channel {
    const tags = (options.tags ?? []).map((tag) => forumTag(this.#stage.world, tag));
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

  /** A custom emoji; people react with its name. */
  emoji(name: string, options: { animated?: boolean } = {}): CustomEmoji {
    const emoji = { id: this.#stage.world.newId(), name, animated: options.animated ?? false };
    this.emojis.set(emoji.id, emoji);
    tellOfEmojis(this.#stage.world, this);
    return emoji;
  }

  permissionsOf(who: Person | Application, channel?: Channel): bigint {
    return permissionsIn(this.#stage.world, this, who.user.id, channel);
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

/** A user who is in no guild yet. */
export function createPerson(stage: Stage, name: string, options: PersonOptions): Person {
  const { world } = stage;
  const user = {
    id: world.newId(),
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

function stored(overwrite: Overwrite): APIOverwrite {
  const isRole = 'permissions' in overwrite.for;
  return {
    id: overwrite.for.id,
    type: isRole ? 0 : 1,
    allow: (overwrite.allow ?? 0n).toString(),
    deny: (overwrite.deny ?? 0n).toString(),
  };
}
