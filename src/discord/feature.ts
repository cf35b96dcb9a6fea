// What a feature hands to the bot: its commands, components, listeners, jobs, and what it wants to know of the outbox.
import type {
  AnySelectMenuInteraction,
  AutocompleteInteraction,
  ButtonInteraction,
  ChatInputCommandInteraction,
  ClientEvents,
  GuildMember,
  Interaction,
  MessageContextMenuCommandInteraction,
  ModalSubmitInteraction,
  PermissionsString,
  UserContextMenuCommandInteraction,
} from 'discord.js';
import type { View } from '../core/actions.ts';
import type { Context, Refusal } from '../core/context.ts';
import type { OnCredit, OnQuestion, OnTier } from '../core/followers.ts';
import type { OnSettled } from '../core/outbox-settling.ts';
import type { Reading, TextKey } from '../core/texts.ts';
import type { CommandDirectory } from './commands.ts';
import type { OptionSpecs, OptionValues } from './options.ts';

export type GuildInteraction = Exclude<Interaction<'cached'>, AutocompleteInteraction<'cached'>>;

/** An interaction wherever it comes from, a server or a direct conversation. */
export type DirectInteraction = Exclude<Interaction, AutocompleteInteraction>;

/** A press, a choice, or a form sent. */
export type ComponentInteraction =
  | ButtonInteraction<'cached'>
  | AnySelectMenuInteraction<'cached'>
  | ModalSubmitInteraction<'cached'>;

/** One interaction of one member: who asked, where, in which language, and when. */
export interface Call<I extends GuildInteraction = GuildInteraction> {
  readonly ctx: Context;
  readonly interaction: I;
  readonly guildId: string;
  readonly channelId: string;
  readonly member: GuildMember;
  /** In the language of the reader. */
  readonly reading: Reading;
  /** When it was asked, by Discord's clock (ms). */
  readonly at: number;
  /** The published commands, for mentions of them. */
  readonly commands: CommandDirectory;
  /** Answers at once that it is under way; what the handler returns then takes its place. */
  progress(view: View): Promise<void>;
}

/** What people come for; /help tells of the commands that are open to everyone under these. */
export type Topic = 'thanks' | 'questions' | 'standing' | 'ambassadors' | 'choices';

/** A form to fill in; only as the very first answer. */
export interface FormAnswer {
  readonly form: object;
}

/** Answers of a handler. `undefined` leaves everything as it is. A refusal is always shown privately. */
export type Answer = View | FormAnswer | Refusal | undefined;

/** Who sees the answer. `inPlace` (components and forms on a message) replaces the message they stand on. */
export type Audience = 'privately' | 'publicly' | 'inPlace';

/** What can be asked of Laurel outside any server, in direct messages: nearly nothing. */
export interface DirectCall {
  readonly ctx: Context;
  readonly interaction: DirectInteraction;
  readonly userId: string;
  readonly reading: Reading;
  readonly at: number;
  readonly commands: CommandDirectory;
}

interface CommandBase {
  /** What it does in direct messages; without it, it is not offered there. */
  readonly direct?: (call: DirectCall) => Promise<Answer>;
  readonly name: string;
  readonly answers: 'privately' | 'publicly';
  /** Discord hides the command from those without these rights; they are checked again when it runs. */
  readonly requires?: bigint;
  /** What a command that everyone has is about; one that needs rights is told of by these. */
  readonly topic?: Topic;
  /** Whether it is of any use to whoever asks, where that hangs on more than rights; only /help asks. */
  isFor?(call: Call): Promise<boolean>;
}

/** `/name`, or with two words a subcommand: those with the same first word are published as one command. */
export interface SlashCommand<S extends OptionSpecs = OptionSpecs> extends CommandBase {
  readonly type: 'slash';
  readonly description: TextKey;
  /** Of a subcommand: what its command is for as a whole. Discord shows it in few places. */
  readonly group?: TextKey;
  readonly options: S;
  run(call: Call<ChatInputCommandInteraction<'cached'>>, options: OptionValues<S>): Promise<Answer>;
}

export interface MessageMenu extends CommandBase {
  readonly type: 'message';
  run(call: Call<MessageContextMenuCommandInteraction<'cached'>>): Promise<Answer>;
}

export interface UserMenu extends CommandBase {
  readonly type: 'user';
  run(call: Call<UserContextMenuCommandInteraction<'cached'>>): Promise<Answer>;
}

/** A command as the router sees it: what the options were is settled inside. */
export type Command =
  | (Omit<SlashCommand, 'run'> & { run(call: Call<ChatInputCommandInteraction<'cached'>>): Promise<Answer> })
  | MessageMenu
  | UserMenu;

/** A button, select or form of this feature: `feature:action:…`. */
export interface Component {
  readonly action: string;
  /** Or how to tell it, where it depends on who presses. */
  readonly answers: Audience | ((presserId: string, args: readonly string[]) => Audience);
  readonly requires?: bigint;
  run(call: Call<ComponentInteraction>, args: readonly string[]): Promise<Answer>;
  /** What it does in direct messages; without it, it does nothing there. */
  readonly direct?: (call: DirectCall, args: readonly string[]) => Promise<Answer>;
}

/** What a listener is told. Of a reaction found afterwards also the time, in ms, from which on it may have been there. */
export type ListenerArguments<E extends keyof ClientEvents> = E extends 'messageReactionAdd'
  ? [...ClientEvents['messageReactionAdd'], since?: number]
  : ClientEvents[E];

/**
 * Listeners to Discord's events. Those of one channel run in order, one after the other. What happened while nobody
 * listened comes the same way afterwards, as far as Discord still knows: messages and their edits, reactions, threads.
 */
export type Listeners = {
  readonly [E in keyof ClientEvents]?: (ctx: Context, ...event: ListenerArguments<E>) => Promise<void> | void;
};

/** Where a message stands. */
export interface Place {
  readonly guildId: string;
  readonly channelId: string;
  /** The channel of a thread, or the category of a channel. */
  readonly parentId: string | undefined;
  readonly isThread: boolean;
}

/** Something that a feature made of a message, or of a reaction to it. */
export interface Known {
  readonly messageId: string;
  /** The character, or a custom emoji's id, and whose reaction it is; none for what rests on the message as such. */
  readonly reaction?: { readonly emoji: string; readonly memberId: string } | undefined;
  /** Whether it is to be taken back when the message or reaction is no longer there; else it is only not made again. */
  readonly stands: boolean;
}

/** Whether somebody is in a server. */
export interface Presence {
  readonly memberId: string;
  readonly isHere: boolean;
}

/**
 * What Discord lists nowhere afterwards, and so is found by comparing with what a feature keeps: deleted messages and
 * threads, reactions taken back, people who left. What was added is told to its listeners.
 */
export interface CatchUp {
  /** Whether a reaction may mean something there, so that it is worth asking whose it is. */
  means(ctx: Context, place: Place, emoji: string): Promise<boolean>;
  /** What was made of the messages of a channel from one id to another, both included. */
  known(ctx: Context, place: Place, fromId: string, toId: string): Promise<readonly Known[]>;
  messagesGone(ctx: Context, place: Place, messageIds: readonly string[]): Promise<void>;
  reactionGone(
    ctx: Context,
    place: Place,
    messageId: string,
    reaction: NonNullable<Known['reaction']>,
  ): Promise<void>;
  /** The threads of a server that should be there. It is asked for those that Discord does not list among the active ones. */
  threads?(ctx: Context, guildId: string): Promise<readonly string[]>;
  /** A thread is no more of which nobody told, or that nobody remembered when it was deleted. */
  threadGone?(ctx: Context, threadId: string): Promise<void>;
  /** Whose being in a server matters, as far as it is known. */
  people?(ctx: Context, guildId: string): Promise<readonly Presence[]>;
  /** Somebody is not where they were known to be: they left a server, or are back in it. */
  moved?(ctx: Context, guildId: string, now: Presence): Promise<void>;
}

export interface Job {
  readonly name: string;
  /** Cron pattern, UTC. */
  readonly schedule: string;
  run(ctx: Context): Promise<void>;
}

/** A permission that the bot must be invited with, by Discord's name, and what for, as an operator reads it. */
export interface Need {
  readonly permission: PermissionsString;
  readonly why: string;
}

export interface Feature {
  readonly name: string;
  /** Also for members who chose to be left out of everything: they must be able to come back. */
  readonly servesLeftOut?: true;
  /** What it needs in a server; the invite link asks for these and no other. */
  readonly needs?: readonly Need[];
  readonly commands?: readonly Command[];
  readonly components?: readonly Component[];
  readonly listeners?: Listeners;
  readonly catchUp?: CatchUp;
  readonly jobs?: readonly Job[];
  /** Does a small part of what is to be done once before the first message is read; false when nothing of it is left. */
  readonly prepare?: () => boolean;
  /** Ends what it does in the background, when the bot stops; resolves when nothing is written any more. */
  readonly stop?: (ctx: Context) => Promise<void>;
  /** Told when effects with a ref `name:…` settle. */
  readonly onSettled?: (ctx: Context) => OnSettled;
  /** Told when a recognition begins or ceases to count, in the same transaction, after standings followed. */
  readonly onCredit?: (ctx: Context) => OnCredit;
  /** Told when a tier of a member began, ended or was refused, in the same transaction. */
  readonly onTier?: (ctx: Context) => OnTier;
  /** Told when the story of a question changed otherwise, in the same transaction. */
  readonly onQuestion?: (ctx: Context) => OnQuestion;
}
