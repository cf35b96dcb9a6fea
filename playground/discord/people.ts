// People: what they do reads like a story, obeys their rights, and reaches the bots as it would on Discord.
import { type APIUser, PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { canSee } from './access.ts';
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
import { openDm } from './channels.ts';
import type { OptionValues } from './command-options.ts';
import type { Choice } from './interactions.ts';
import { createInvite, type InviteWish, useInvite } from './invites.ts';
import { changeMember, join, leave } from './members.ts';
import { pin, remove } from './messages.ts';
import type { Fields } from './modal-fields.ts';
import type { Application, Channel, GuildState, Invite, Member, Message, Thread } from './model.ts';
import { clearReactions, react, unreact } from './reactions.ts';
import type { Pick } from './resolved.ts';
import { type Doer, mustBeAble } from './rights.ts';
import { type SeenMessage, seenBy } from './seen.ts';
import { channelOf, emojiIn, erase, eraseMany, reply, rewrite, type Speech, say } from './speaking.ts';
import type { Stage } from './stage.ts';
import { followThread, unfollowThread } from './thread-state.ts';
import { alterThread, beginThread, postInForum, retag } from './threading.ts';
import type { World } from './world.ts';

/** Somebody with a Discord account. Every act throws a readable error when they have not the right to it. */
export class Person implements Doer {
  readonly id: string;
  readonly user: APIUser;
  readonly stage: Stage;

  constructor(stage: Stage, user: APIUser) {
    this.stage = stage;
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
  says(channel: Channel, text: string, speech: Speech = {}): Promise<Message> {
    return say(this, channel, text, speech);
  }

  /** Replies to a message; `ping: false` switches the ping of its author off. */
  async replies(message: Message, text: string, options: Speech & { ping?: boolean } = {}): Promise<Message> {
    return reply(this, message, text, options);
  }

  /** Edits a message of one's own. */
  async edits(message: Message, text: string): Promise<Message> {
    return rewrite(this, message, text);
  }

  /** Deletes a message: one's own, or anybody's with Manage Messages. */
  async deletes(message: Message): Promise<void> {
    erase(this, message);
  }

  /** Deletes several messages of one channel at once. */
  async deletesMany(messages: readonly Message[]): Promise<void> {
    eraseMany(this, messages);
  }

  /** Reacts with 🙏, or with a custom emoji by its name. */
  async reacts(message: Message, emoji: string): Promise<void> {
    const channel = channelOf(this, message);
    mustBeAble(this, channel, Bits.ReadMessageHistory | Bits.AddReactions, 'react');
    react(this.#world, channel, message, this.id, emojiIn(this, channel, emoji));
    await this.stage.drained();
  }

  async unreacts(message: Message, emoji: string): Promise<void> {
    const channel = channelOf(this, message);
    const had = unreact(this.#world, channel, message, this.id, emojiIn(this, channel, emoji));
    if (!had) throw new Error(`${this.name} has not reacted with ${emoji}`);
  }

  /** Clears all reactions, or all of one emoji (needs Manage Messages). */
  async clearsReactions(message: Message, emoji?: string): Promise<void> {
    const channel = channelOf(this, message);
    mustBeAble(this, channel, Bits.ManageMessages, 'clear reactions');
    clearReactions(
      this.#world,
      channel,
      message,
      emoji === undefined ? undefined : emojiIn(this, channel, emoji),
    );
  }

  /** Pins a message, or takes the pin out. */
  async pins(message: Message, on = true): Promise<void> {
    const channel = channelOf(this, message);
    mustBeAble(this, channel, Bits.PinMessages, 'pin messages');
    pin(this.#world, channel, message, on);
  }

  /** Opens a post in a forum, with tags by name. */
  async posts(forum: Channel, title: string, text: string, tags: readonly string[] = []): Promise<Thread> {
    return postInForum(this, forum, title, text, tags);
  }

  /** Opens a thread in a channel, or on a message. */
  async opensThread(
    place: Channel | Message,
    name: string,
    options: { private?: boolean } = {},
  ): Promise<Thread> {
    return beginThread(this, place, name, options.private ?? false);
  }

  async archives(thread: Channel): Promise<void> {
    alterThread(this, thread, { archived: true });
  }

  async unarchives(thread: Channel): Promise<void> {
    alterThread(this, thread, { archived: false });
  }

  async locks(thread: Channel): Promise<void> {
    alterThread(this, thread, { locked: true });
  }

  async unlocks(thread: Channel): Promise<void> {
    alterThread(this, thread, { locked: false });
  }

  async renamesThread(thread: Channel, name: string): Promise<void> {
    alterThread(this, thread, { name });
  }

  /** Replaces the tags of a post, by name. */
  async tags(thread: Channel, names: readonly string[]): Promise<void> {
    retag(this, thread, names);
  }

  async follows(thread: Channel): Promise<void> {
    mustBeAble(this, thread, Bits.ViewChannel, 'follow that thread');
    followThread(this.#world, thread, this.id);
  }

  async unfollows(thread: Channel): Promise<void> {
    unfollowThread(this.#world, thread, this.id);
  }

  /** Runs `/thanks`, or `/rules try` for subcommands. Resolves with the bot's first answer; rejects after 3 s without. */
  async runs(line: string, options: OptionValues = {}, place: { in?: Channel } = {}): Promise<Answer> {
    return runCommand(this.#use(place.in), line, options);
  }

  /** The choices a bot offers for the last of these options. */
  async completes(line: string, options: OptionValues, place: { in?: Channel } = {}): Promise<Choice[]> {
    return completeOption(this.#use(place.in), line, options);
  }

  /** Uses a command of the context menu of a message or a person. */
  async uses(name: string, target: Message | Person, place: { in?: Channel } = {}): Promise<Answer> {
    const channel = 'channelId' in target ? channelOf(this, target) : place.in;
    return useMenu(this.#use(channel), name, target);
  }

  /** Clicks a button, found by label, custom id or emoji. */
  async clicks(target: Message | Answer, button: string): Promise<Answer> {
    const message = messageOf(target);
    return clickButton(this.#use(channelOf(this, message)), message, button);
  }

  /** Picks in a select: values or labels of its options, or people, roles, channels. */
  async picks(
    target: Message | Answer,
    values: Pick | readonly Pick[],
    options: { customId?: string } = {},
  ): Promise<Answer> {
    const message = messageOf(target);
    const picks = isList(values) ? values : [values];
    return pickValues(this.#use(channelOf(this, message)), message, picks, options.customId);
  }

  /** Sends a modal, fields by custom id. */
  async submits(modal: Answer, fields: Fields = {}): Promise<Answer> {
    return submitModal(this.#use(modal.interaction.channel), modal, fields);
  }

  /** Takes an ephemeral answer off one's own screen. */
  async dismisses(answer: Answer | Message): Promise<void> {
    const message = messageOf(answer);
    if (message.ephemeralFor !== this.id)
      throw new Error("Only one's own ephemeral answers can be dismissed");
    remove(this.#world, channelOf(this, message), message);
  }

  /** Joins a guild, by an invite where one is given. */
  async joins(guild: GuildState, options: { pending?: boolean; invite?: Invite } = {}): Promise<Member> {
    const { invite, pending } = options;
    if (guild.bans.has(this.id)) throw new Error(`${this.name} is banned from ${guild.name}`);
    if (invite !== undefined && !guild.invites.has(invite.code))
      throw new Error('That invite is no longer valid');
    if (invite !== undefined) useInvite(this.#world, invite);
    return join(this.#world, guild, this.user, { pending });
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
    mustBeAble(this, channel, Bits.CreateInstantInvite, 'make an invite');
    const guild = this.#world.guildOf(channel);
    if (guild === undefined) throw new Error('Invites are for channels of a server');
    return createInvite(this.#world, guild, channel, { ...wish, inviter: this.user });
  }

  /** The direct conversation with a bot or a person. */
  dm(other: Application | Person): Channel {
    return openDm(this.#world, this.user, other.user);
  }

  /** Takes direct messages from now on, or no longer. */
  takesDms(on: boolean): void {
    if (on) this.#world.closedDms.delete(this.id);
    else this.#world.closedDms.add(this.id);
  }

  /** What this person sees there, oldest first: their own ephemeral answers included, others' not. */
  sees(channel: Channel): SeenMessage[] {
    return seenBy(this.#world, this.id, channel);
  }

  /** Messages that rang for this person: by name, by role, by @everyone, by a reply. */
  get pings(): Message[] {
    return this.#world.pings.filter((message) => this.#isPingedBy(message));
  }

  /** This person as a member of a guild; throws when they are none. */
  in(guild: GuildState): Member {
    const member = guild.members.get(this.id);
    if (member === undefined) throw new Error(`${this.name} is no member of ${guild.name}`);
    return member;
  }

  get #world(): World {
    return this.stage.world;
  }

  #isPingedBy(message: Message): boolean {
    if (message.author.id === this.id) return false;
    const { users, roles, everyone } = message.pinged;
    if (users.includes(this.id)) return true;
    const member = this.#world.memberOf(message.guildId, this.id);
    const channel = this.#world.channels.get(message.channelId);
    if (member === undefined || channel === undefined || !canSee(this.#world, channel, this.id)) return false;
    return everyone || roles.some((id) => member.roles.includes(id));
  }

  #use(channel: Channel | undefined): Use {
    if (channel === undefined) throw new Error('Where? Pass { in: channel }');
    return { world: this.#world, person: this, channel };
  }
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
