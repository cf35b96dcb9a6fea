// People: what they do reads like a story, obeys their rights, and reaches the bots as it would on Discord.
import {
  AllowedMentionsTypes,
  type APIUser,
  AuditLogEvent,
  PermissionFlagsBits as Bits,
  ChannelType,
  MessageType,
} from 'discord-api-types/v10';
import { canSee, permissionNames, permissionsIn } from './access.ts';
import type { Answer } from './answer.ts';
import {
  clickButton,
  completeOption,
  pickValues,
  runCommand,
  submitModal,
  type Use,
  useMenu,
} from './asking.ts';
import { record } from './audit.ts';
import { openDm } from './channels.ts';
import type { OptionValues } from './command-options.ts';
import { keepFile } from './files.ts';
import type { Choice } from './interactions.ts';
import { createInvite, type InviteWish, useInvite } from './invites.ts';
import { changeMember, join, leave } from './members.ts';
import { type Draft, edit, pin, post, remove, removeMany } from './messages.ts';
import type { Fields } from './modal-fields.ts';
import type { Application, Channel, GuildState, Invite, Member, Message, Thread } from './model.ts';
import { clearReactions, parseEmoji, react, unreact } from './reactions.ts';
import type { Pick } from './resolved.ts';
import { has } from './rules/permissions.ts';
import { type SeenMessage, seenBy } from './seen.ts';
import { changeThread, followThread, type ThreadChanges, unfollowThread } from './thread-state.ts';
import { openThread } from './threads.ts';
import { isThread } from './views.ts';
import type { World } from './world.ts';

/** What people stand on. */
export interface Stage {
  readonly world: World;
  /** Resolves when no bot is far behind. */
  drained(): Promise<void>;
}

export interface Speech {
  /** Files: name and content. */
  attachments?: readonly { name: string; content: string | Uint8Array; contentType?: string }[];
  /** A message of the system's, such as MessageType.UserJoin. */
  system?: MessageType;
  /** Said by a webhook of this name in the person's stead. */
  webhook?: string;
}

export class Person {
  readonly id: string;
  readonly user: APIUser;
  readonly #stage: Stage;

  constructor(stage: Stage, user: APIUser) {
    this.#stage = stage;
    this.id = user.id;
    this.user = user;
  }

  get name(): string {
    return this.user.global_name ?? this.user.username;
  }

  /** `<@id>`, for texts. */
  get mention(): string {
    return `<@${this.id}>`;
  }

  /** Says something in a channel, thread or direct conversation. */
  async says(channel: Channel, text: string, speech: Speech = {}): Promise<Message> {
    return this.#send(channel, text, {}, speech);
  }

  /** Replies to a message; `ping: false` switches the ping of its author off. */
  async replies(message: Message, text: string, options: Speech & { ping?: boolean } = {}): Promise<Message> {
    const channel = this.#channelOf(message);
    this.#need(channel, Bits.ReadMessageHistory, 'reply');
    const draft: Partial<Draft> = {
      type: MessageType.Reply,
      reference: { type: 0, message_id: message.id, channel_id: channel.id, guild_id: channel.guildId },
    };
    if (options.ping === false) draft.allowedMentions = QUIET_REPLY;
    return this.#send(channel, text, draft, options);
  }

  /** Edits a message of one's own. */
  async edits(message: Message, text: string): Promise<Message> {
    const channel = this.#channelOf(message);
    if (message.author.id !== this.id) throw new Error(`${this.name} cannot edit another's message`);
    if (!channel.messages.has(message.id)) throw new Error('That message is gone');
    edit(this.#world, channel, message, {
      content: text,
      byAuthor: true,
      mayMentionEveryone: this.#has(channel, Bits.MentionEveryone),
    });
    return message;
  }

  /** Deletes a message: one's own, or anybody's with Manage Messages. */
  async deletes(message: Message): Promise<void> {
    const channel = this.#channelOf(message);
    const own = message.author.id === this.id;
    if (!own) this.#need(channel, Bits.ManageMessages, "delete another's message");
    if (!remove(this.#world, channel, message)) throw new Error('That message is gone');
    const guild = this.#world.guildOf(channel);
    if (own || guild === undefined) return;
    const options = { channel_id: channel.id, count: '1' };
    record(this.#world, guild, {
      userId: this.id,
      action: AuditLogEvent.MessageDelete,
      targetId: message.author.id,
      options,
    });
  }

  /** Deletes several messages of one channel at once. */
  async deletesMany(messages: readonly Message[]): Promise<void> {
    const [first] = messages;
    if (first === undefined) return;
    const channel = this.#channelOf(first);
    this.#need(channel, Bits.ManageMessages, 'delete many messages');
    removeMany(
      this.#world,
      channel,
      messages.map(({ id }) => id),
    );
  }

  /** Reacts with 🙏, or a custom emoji by its name. */
  async reacts(message: Message, emoji: string): Promise<void> {
    const channel = this.#channelOf(message);
    this.#need(channel, Bits.ReadMessageHistory | Bits.AddReactions, 'react');
    react(this.#world, channel, message, this.id, this.#emoji(channel, emoji));
    await this.#stage.drained();
  }

  async unreacts(message: Message, emoji: string): Promise<void> {
    const channel = this.#channelOf(message);
    if (!unreact(this.#world, channel, message, this.id, this.#emoji(channel, emoji))) {
      throw new Error(`${this.name} has not reacted with ${emoji}`);
    }
  }

  /** Clears all reactions, or all of one emoji (needs Manage Messages). */
  async clearsReactions(message: Message, emoji?: string): Promise<void> {
    const channel = this.#channelOf(message);
    this.#need(channel, Bits.ManageMessages, 'clear reactions');
    clearReactions(
      this.#world,
      channel,
      message,
      emoji === undefined ? undefined : this.#emoji(channel, emoji),
    );
  }

  async pins(message: Message, on = true): Promise<void> {
    const channel = this.#channelOf(message);
    this.#need(channel, Bits.PinMessages, 'pin messages');
    pin(this.#world, channel, message, on);
  }

  /** Opens a post in a forum, with tags by name. */
  async posts(forum: Channel, title: string, text: string, tags: readonly string[] = []): Promise<Thread> {
    if (forum.forum === undefined) throw new Error(`#${forum.name} is no forum`);
    this.#need(forum, Bits.SendMessages, `post in #${forum.name}`);
    const known = forum.forum.tags;
    const applied = tags.map((name) => {
      const tag = known.find((each) => each.name === name);
      if (tag === undefined) throw new Error(`#${forum.name} has no tag "${name}"`);
      return tag.id;
    });
    if (forum.forum.requireTag && applied.length === 0) throw new Error(`#${forum.name} needs a tag`);
    const starter = {
      author: this.user,
      content: text,
      mayMentionEveryone: this.#has(forum, Bits.MentionEveryone),
    };
    const thread = openThread(this.#world, forum, { name: title, owner: this.user, tags: applied, starter });
    await this.#stage.drained();
    return thread;
  }

  /** Opens a thread in a channel, or on a message. */
  async opensThread(
    place: Channel | Message,
    name: string,
    options: { private?: boolean } = {},
  ): Promise<Thread> {
    const from = 'channelId' in place ? place : undefined;
    const channel = 'channelId' in place ? this.#channelOf(place) : place;
    const isPrivate = options.private === true;
    this.#need(channel, isPrivate ? Bits.CreatePrivateThreads : Bits.CreatePublicThreads, 'open a thread');
    if (from?.threadId !== undefined) throw new Error('That message has a thread already');
    const type = isPrivate ? ChannelType.PrivateThread : ChannelType.PublicThread;
    return openThread(this.#world, channel, { name, owner: this.user, from, type });
  }

  async archives(thread: Channel): Promise<void> {
    this.#changesThread(thread, { archived: true });
  }

  async unarchives(thread: Channel): Promise<void> {
    this.#changesThread(thread, { archived: false });
  }

  /** Locks (and with it archives) a thread, as the client's button does; needs Manage Threads. */
  async locks(thread: Channel): Promise<void> {
    this.#changesThread(thread, { locked: true });
  }

  async unlocks(thread: Channel): Promise<void> {
    this.#changesThread(thread, { locked: false });
  }

  async renamesThread(thread: Channel, name: string): Promise<void> {
    this.#changesThread(thread, { name });
  }

  /** Sets the tags of a post, by name. */
  async tags(thread: Channel, names: readonly string[]): Promise<void> {
    const known = this.#world.channels.get(thread.parentId ?? '')?.forum?.tags ?? [];
    const appliedTags = names.map((name) => {
      const tag = known.find((each) => each.name === name);
      if (tag === undefined) throw new Error(`There is no tag "${name}"`);
      return tag.id;
    });
    this.#changesThread(thread, { appliedTags });
  }

  async follows(thread: Channel): Promise<void> {
    followThread(this.#world, thread, this.id);
  }

  async unfollows(thread: Channel): Promise<void> {
    unfollowThread(this.#world, thread, this.id);
  }

  /** Runs `/thanks`, or `/rules try` for subcommands. */
  runs(line: string, options: OptionValues = {}, place: { in?: Channel } = {}): Promise<Answer> {
    return runCommand(this.#use(place.in), line, options);
  }

  /** The choices offered for the last of the options given. */
  completes(line: string, options: OptionValues, place: { in?: Channel } = {}): Promise<Choice[]> {
    return completeOption(this.#use(place.in), line, options);
  }

  /** Uses a command of the context menu of a message or a person. */
  uses(name: string, target: Message | Person, place: { in?: Channel } = {}): Promise<Answer> {
    const channel = 'channelId' in target ? this.#channelOf(target) : place.in;
    return useMenu(this.#use(channel), name, target);
  }

  /** Clicks a button, found by label, custom id or emoji. */
  clicks(target: Message | Answer, button: string): Promise<Answer> {
    const message = messageOf(target);
    return clickButton(this.#use(this.#channelOf(message)), message, button);
  }

  /** Picks in a select: values or labels of its options, or people, roles, channels. */
  picks(
    target: Message | Answer,
    values: Pick | readonly Pick[],
    options: { customId?: string } = {},
  ): Promise<Answer> {
    const message = messageOf(target);
    const picks = isList(values) ? values : [values];
    return pickValues(this.#use(this.#channelOf(message)), message, picks, options.customId);
  }

  /** Sends a modal, fields by custom id. */
  submits(modal: Answer, fields: Fields = {}): Promise<Answer> {
    return submitModal(this.#use(modal.interaction.channel), modal, fields);
  }

  /** Takes an ephemeral answer off one's own screen. */
  async dismisses(answer: Answer | Message): Promise<void> {
    const message = messageOf(answer);
    if (message.ephemeralFor !== this.id)
      throw new Error("Only one's own ephemeral answers can be dismissed");
    remove(this.#world, this.#channelOf(message), message);
  }

  /** Joins a guild, by an invite where one is given. */
  async joins(guild: GuildState, options: { pending?: boolean; invite?: Invite } = {}): Promise<Member> {
    if (guild.bans.has(this.id)) throw new Error(`${this.name} is banned from ${guild.name}`);
    if (options.invite !== undefined) useInvite(this.#world, options.invite);
    return join(this.#world, guild, this.user, options);
  }

  async leaves(guild: GuildState): Promise<void> {
    leave(this.#world, guild, this.id);
  }

  /** Accepts the server's rules: no longer pending. */
  async passesScreening(guild: GuildState): Promise<void> {
    changeMember(this.#world, guild, this.in(guild), { pending: false });
  }

  /** Makes an invite to a channel. */
  async invites(channel: Channel, wish: Omit<InviteWish, 'inviter'> = {}): Promise<Invite> {
    this.#need(channel, Bits.CreateInstantInvite, 'make an invite');
    const guild = this.#world.guildOf(channel);
    if (guild === undefined) throw new Error('Invites are for channels of a server');
    return createInvite(this.#world, guild, channel, { ...wish, inviter: this.user });
  }

  /** The direct conversation with a bot or a person. */
  dm(other: Application | Person): Channel {
    return openDm(this.#world, this.user, other.user);
  }

  /** What this person sees there, oldest first. */
  sees(channel: Channel): SeenMessage[] {
    return seenBy(this.#world, this.id, channel);
  }

  /** Messages that rang for this person: by name, by role, by @everyone, by a reply. */
  get pings(): Message[] {
    return this.#world.pings.filter((message) => {
      if (message.author.id === this.id) return false;
      const { users, roles, everyone } = message.pinged;
      if (users.includes(this.id)) return true;
      const member = this.#world.memberOf(message.guildId, this.id);
      const channel = this.#world.channels.get(message.channelId);
      if (member === undefined || channel === undefined || !canSee(this.#world, channel, this.id))
        return false;
      return everyone || roles.some((id) => member.roles.includes(id));
    });
  }

  /** This person as a member of a guild; throws when they are none. */
  in(guild: GuildState): Member {
    const member = guild.members.get(this.id);
    if (member === undefined) throw new Error(`${this.name} is no member of ${guild.name}`);
    return member;
  }

  get #world(): World {
    return this.#stage.world;
  }

  async #send(channel: Channel, text: string, more: Partial<Draft>, speech: Speech): Promise<Message> {
    this.#mayWrite(channel);
    if ([...text].length > MAX_TEXT)
      throw new Error(`${this.name} cannot send more than ${MAX_TEXT} characters`);
    const attachments = (speech.attachments ?? []).map((file) =>
      keepFile(this.#world, channel.id, file.name, bytesOf(file.content), file.contentType ?? 'text/plain'),
    );
    if (text === '' && attachments.length === 0 && speech.system === undefined) {
      throw new Error(`${this.name} cannot send an empty message`);
    }
    const message = post(this.#world, channel, {
      author: speech.webhook === undefined ? this.user : webhookUser(this.#world, speech.webhook),
      webhookId: speech.webhook === undefined ? undefined : this.#world.newId(),
      type: speech.system,
      content: text,
      attachments,
      mayMentionEveryone: this.#has(channel, Bits.MentionEveryone),
      ...more,
    });
    await this.#stage.drained();
    return message;
  }

  #mayWrite(channel: Channel): void {
    const { thread } = channel;
    if (channel.forum !== undefined) throw new Error(`#${channel.name} is a forum: use posts()`);
    this.#need(
      channel,
      thread === undefined ? Bits.SendMessages : Bits.SendMessagesInThreads,
      `write in #${channel.name}`,
    );
    if (thread?.locked === true) this.#need(channel, Bits.ManageThreads, 'write in a locked thread');
  }

  #changesThread(channel: Channel, changes: ThreadChanges): void {
    if (!isThread(channel)) throw new Error(`#${channel.name} is no thread`);
    const moderates = this.#has(channel, Bits.ManageThreads);
    const wakesOnly = changes.archived === false && !channel.thread.locked;
    const own = channel.thread.ownerId === this.id && !channel.thread.locked && changes.locked === undefined;
    if (!moderates && !own && !wakesOnly)
      throw new Error(`${this.name} may not change the thread "${channel.name}"`);
    changeThread(this.#world, channel, changes);
    const guild = this.#world.guildOf(channel);
    if (guild === undefined) return;
    record(this.#world, guild, { userId: this.id, action: AuditLogEvent.ThreadUpdate, targetId: channel.id });
  }

  #emoji(channel: Channel, text: string) {
    const emoji = parseEmoji(text, this.#world.guildOf(channel));
    if (emoji === undefined) throw new Error(`"${text}" is no emoji here`);
    return emoji;
  }

  #channelOf(message: Message): Channel {
    const channel = this.#world.channels.get(message.channelId);
    if (channel === undefined) throw new Error('The channel of that message is gone');
    return channel;
  }

  #use(channel: Channel | undefined): Use {
    if (channel === undefined) throw new Error('Where? Pass { in: channel }');
    return { world: this.#world, person: this, channel };
  }

  #has(channel: Channel, bits: bigint): boolean {
    return has(permissionsIn(this.#world, this.#world.guildOf(channel), this.id, channel), bits);
  }

  #need(channel: Channel, bits: bigint, what: string): void {
    if (canSee(this.#world, channel, this.id) && this.#has(channel, bits)) return;
    throw new Error(`${this.name} may not ${what}: needs View Channel, ${permissionNames(bits).join(', ')}`);
  }
}

const MAX_TEXT = 2000;
const QUIET_REPLY = {
  parse: [AllowedMentionsTypes.User, AllowedMentionsTypes.Role, AllowedMentionsTypes.Everyone],
  replied_user: false,
};

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

function messageOf(target: Message | Answer): Message {
  if ('channelId' in target) return target;
  if (target.message === undefined)
    throw new Error(`The answer to ${target.interaction.title} has no message`);
  return target.message;
}

function isList(values: Pick | readonly Pick[]): values is readonly Pick[] {
  return Array.isArray(values);
}

function webhookUser(world: World, name: string): APIUser {
  return {
    id: world.newId(),
    username: name,
    discriminator: '0000',
    global_name: null,
    avatar: null,
    bot: true,
  };
}
