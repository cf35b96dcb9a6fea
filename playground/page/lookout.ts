// What the chosen person sees around the messages: channels, members, roles, emoji, commands.
import { PermissionFlagsBits as Bits, ChannelType } from 'discord-api-types/v10';
import { canSee, permissionsIn } from '../discord/access.ts';
import { usableCommands } from '../discord/asking.ts';
import type { Channel, GuildState, Member, Role } from '../discord/model.ts';
import type { Person } from '../discord/people.ts';
import { has } from '../discord/rules/permissions.ts';
import { nameIn } from '../discord/seen.ts';
import { timeOf } from '../discord/snowflakes.ts';
import type { World } from '../discord/world.ts';
import { excerptOf } from './excerpt.ts';
import type {
  CommandView,
  EmojiView,
  PersonView,
  PlaceKind,
  PlaceView,
  RoleView,
  ThreadView,
} from './wire.ts';

const EXCERPT = 140;
const byName = new Intl.Collator('en').compare;

/** Who looks, and at which server. */
export interface Look {
  readonly world: World;
  readonly guild: GuildState;
  readonly me: Person;
}

const KINDS: Partial<Record<ChannelType, PlaceKind>> = {
  [ChannelType.GuildText]: 'text',
  [ChannelType.GuildAnnouncement]: 'announcement',
  [ChannelType.GuildVoice]: 'voice',
  [ChannelType.GuildCategory]: 'category',
  [ChannelType.GuildForum]: 'forum',
};

export function colorOf(guild: GuildState | undefined, member: Member | undefined): string | undefined {
  if (guild === undefined || member === undefined) return undefined;
  const colored = rolesOf(guild, member).find(({ color }) => color !== 0);
  return colored === undefined ? undefined : hex(colored.color);
}

export function hex(color: number): string {
  return `#${color.toString(16).padStart(6, '0')}`;
}

function rolesOf(guild: GuildState, member: Member): Role[] {
  return member.roles
    .flatMap((id) => guild.roles.get(id) ?? [])
    .sort((one, other) => other.position - one.position);
}

export function personView(look: Look, member: Member): PersonView {
  const { guild, world } = look;
  const roles = rolesOf(guild, member);
  return {
    id: member.user.id,
    name: nameIn(world, guild.id, member.user.id),
    userName: member.user.username,
    bot: member.user.bot === true,
    color: colorOf(guild, member),
    roles: roles.map(({ id }) => id),
    standing: guild.ownerId === member.user.id ? 'owner' : roles[0]?.name,
  };
}

/** Members in the order of the list at the right: by name. */
export function memberViews(look: Look): PersonView[] {
  return [...look.guild.members.values()]
    .map((member) => personView(look, member))
    .sort((one, other) => byName(one.name, other.name));
}

export function roleViews({ guild }: Look): RoleView[] {
  return [...guild.roles.values()]
    .filter(({ id }) => id !== guild.id)
    .sort((one, other) => other.position - one.position)
    .map(({ id, name, color, hoist, managed }) => ({
      id,
      name,
      color: color === 0 ? undefined : hex(color),
      hoist,
      managed,
    }));
}

/** Channels and threads in the order of the list at the left: as they stand, threads by their last word. */
export function placeViews(look: Look): PlaceView[] {
  return [...look.guild.channels.values()]
    .filter(
      (channel) => channel.type === ChannelType.GuildCategory || canSee(look.world, channel, look.me.id),
    )
    .sort((one, other) => one.position - other.position)
    .map((channel) => placeView(look, channel));
}

function placeView(look: Look, channel: Channel): PlaceView {
  const { world, guild, me } = look;
  const bits = permissionsIn(world, guild, me.id, channel);
  const writes = channel.thread === undefined ? Bits.SendMessages : Bits.SendMessagesInThreads;
  const locked = channel.thread?.locked === true && !has(bits, Bits.ManageThreads);
  return {
    id: channel.id,
    type: channel.type,
    kind: channel.thread === undefined ? (KINDS[channel.type] ?? 'text') : 'thread',
    name: channel.name,
    topic: channel.topic ?? undefined,
    parentId: channel.parentId ?? undefined,
    canWrite: has(bits, writes) && !locked,
    canThread: has(bits, Bits.CreatePublicThreads),
    tags: (channel.forum?.tags ?? []).map(({ id, name, moderated }) => ({ id, name, moderated })),
    requireTag: channel.forum?.requireTag ?? false,
    thread: channel.thread === undefined ? undefined : threadView(look, channel, bits),
  };
}

function threadView(look: Look, channel: Channel, bits: bigint): ThreadView | undefined {
  const { thread } = channel;
  const { world, me } = look;
  if (thread === undefined) return undefined;
  const [first] = channel.messages.values();
  const opener = first ?? world.channels.get(channel.parentId ?? '')?.messages.get(channel.id);
  return {
    ownerId: thread.ownerId,
    archived: thread.archived,
    locked: thread.locked,
    tags: thread.appliedTags,
    messages: thread.messageCount,
    lastAt: channel.lastMessageId === null ? thread.createdAt : timeOf(channel.lastMessageId),
    excerpt: opener === undefined ? '' : excerptOf(look, opener, EXCERPT),
    canArchive: has(bits, Bits.ManageThreads) || (thread.ownerId === me.id && !thread.locked),
    canManage: has(bits, Bits.ManageThreads),
  };
}

/** Commands and menus that the person may use in this channel. */
export function commandViews({ world, me }: Look, channel: Channel | undefined): CommandView[] {
  if (channel === undefined) return [];
  return usableCommands({ world, person: me, channel })
    .map(({ app, command }) => ({
      id: command.id,
      name: command.name,
      type: command.type,
      options: command.options,
      description: String(command.description ?? ''),
      bot: app.name,
    }))
    .sort((one, other) => one.name.localeCompare(other.name));
}

export function emojiViews({ guild }: Look): EmojiView[] {
  return [...guild.emojis.values()].map(({ id, name, picturePath }) => ({ id, name, picture: picturePath }));
}
