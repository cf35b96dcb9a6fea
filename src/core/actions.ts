// The port to Discord: the few things we ask of it, and what may come of asking.

/** A message as views build it: Components V2 only, and a list of who may be pinged (usually nobody). */
export interface View {
  components: readonly object[];
  files?: readonly { name: string; bytes: Uint8Array; description: string }[];
  /** Ids of the people whom this message is allowed to ping. */
  pings?: readonly string[];
}

/** Why Discord said no, or could not be asked. Each has a sentence with its fix under `failure` in the catalogue. */
export const failureReasons = [
  'unknownChannel',
  'unknownMember',
  'unknownMessage',
  'unknownRole',
  'unknownEmoji',
  'unknownGuild',
  'missingAccess',
  'missingPermission',
  'twoFactorNeeded',
  'tooMany',
  'blocked',
  'archived',
  'badRequest',
  'rateLimited',
  'unreachable',
] as const;
export type FailureReason = (typeof failureReasons)[number];

/** `final` failures come back the same however often one asks; the others are worth another try. */
export type Outcome<T = undefined> =
  | { done: true; value: T }
  | { done: false; final: boolean; reason: FailureReason; retryAfterMs?: number; code?: number | string };

/** `code` is Discord's own number for what it did not understand. */
export type Failure = Extract<Outcome, { done: false }>;

/**
 * How much of a hurry there is. `inTurn` is for what is waited for, but may be much: asked once, as soon as the connection
 * has room for it. `patiently` is for what nobody waits for: asked after all that, and again after pauses where there is
 * no answer, for some quarter of an hour. Both end, with a final failure, when Laurel stops.
 */
export type Asking = 'atOnce' | 'inTurn' | 'patiently';

export interface MemberFacts {
  isBot: boolean;
  /** Not yet through the server's screening. */
  isPending: boolean;
  displayName: string;
  roleIds: readonly string[];
  /** When they joined, in ms; not known of people whom Discord tells without it. */
  joinedAt?: number | undefined;
}

/** A place in the server's list of roles; @everyone is at 0. */
export interface RankedRole {
  id: string;
  name: string;
  position: number;
}

export interface RoleFacts extends RankedRole {
  isEveryone: boolean;
  /** Belongs to a bot, an integration, or Discord's boosts; nobody can hand it out. */
  isManaged: boolean;
  /** Discord's names of the permissions that it carries. */
  permissions: readonly string[];
}

export interface BotFacts {
  mayManageRoles: boolean;
  highest: RankedRole;
}

/** The roles of a server, and what the bot may do with them. */
export interface ServerRoles {
  roles: ReadonlyMap<string, RoleFacts>;
  bot: BotFacts;
  /** The bot's own id: who decided, where a rule did. */
  botId: string;
  /** The language that the server chose in Discord. */
  locale: string;
}

/** Who wrote a message. Nobody is to be thanked for one of a bot, a webhook or the system. */
export interface Author {
  memberId: string;
  isMember: boolean;
}

/** A message of the past, as far as crediting needs it; its text is read and dropped. */
export interface PastMessage {
  messageId: string;
  authorId: string;
  authorIsBot: boolean;
  authorNames: readonly string[];
  at: number;
  content: string;
  mentions: readonly string[];
  repliedToAuthorId?: string;
  repliedToMessageId?: string;
  /** A join, a pin or the like, which nobody wrote. */
  isSystem: boolean;
}

/** What to change about a thread; what is as wished already is left alone. */
export interface ThreadChange {
  /** Tags to put on, as far as there is room for them. */
  addTags: readonly string[];
  removeTags: readonly string[];
  /** ✔ before the name: put it there, or take it away. */
  mark?: 'put' | 'take';
  archived?: boolean;
  locked?: boolean;
}

/** A thread as Discord has it now. */
export interface ThreadFacts {
  archived: boolean;
  locked: boolean;
  isPrivate: boolean;
}

export interface ForumTag {
  channelId: string;
  id: string;
  name: string;
}

export interface Actions {
  addRole(guildId: string, memberId: string, roleId: string, reason: string): Promise<Outcome>;
  removeRole(guildId: string, memberId: string, roleId: string, reason: string): Promise<Outcome>;
  /** Makes a role without any permission, just above @everyone. */
  createRole(
    guildId: string,
    name: string,
    color: number,
    reason: string,
  ): Promise<Outcome<{ roleId: string }>>;
  react(channelId: string, messageId: string, emoji: string): Promise<Outcome>;
  /** Takes the bot's own reaction back. */
  unreact(channelId: string, messageId: string, emoji: string): Promise<Outcome>;
  /** Posts a message; the same nonce within a few minutes posts it only once. */
  send(
    channelId: string,
    view: View,
    how: { nonce: string; replyTo?: string | undefined },
  ): Promise<Outcome<{ messageId: string }>>;
  /** Changes a message of the bot's own. */
  edit(channelId: string, messageId: string, view: View): Promise<Outcome>;
  /** Opens a thread for a message; done also if there is one already. */
  openThread(channelId: string, messageId: string, name: string): Promise<Outcome<{ threadId: string }>>;
  /**
   * Changes a thread as it is then. An archived one is not woken for it (`archived`), unless it is to be. `tagged` says
   * whether all tags were put on: there may be no room for them, or no right to.
   */
  changeThread(threadId: string, change: ThreadChange, reason: string): Promise<Outcome<{ tagged: boolean }>>;
  /** Deletes a message of the bot's own. */
  deleteMessage(channelId: string, messageId: string): Promise<Outcome>;
  /** Whether somebody's reaction is on a message now. */
  hasReacted(
    channelId: string,
    messageId: string,
    emoji: string,
    memberId: string,
  ): Promise<Outcome<boolean>>;
  /** Who wrote a message: from the cache if it is there, else asked of Discord. */
  author(channelId: string, messageId: string): Promise<Outcome<Author>>;
  /** From the cache if it is there, else asked of Discord. */
  member(guildId: string, memberId: string): Promise<Outcome<MemberFacts>>;
  /**
   * The roles of those of these people (100 at most) who are in the server now; asked of Discord, whatever the cache says.
   * Who is left out is not in the server.
   */
  rolesAmong(
    guildId: string,
    memberIds: readonly string[],
    asking: Asking,
  ): Promise<Outcome<ReadonlyMap<string, readonly string[]>>>;
  /** When those of these people (100 at most) who are in the server last joined it, ms; asked of Discord, patiently. */
  joinsAmong(guildId: string, memberIds: readonly string[]): Promise<Outcome<ReadonlyMap<string, number>>>;
  /** The roles of a server as far as known, without a question to Discord; nothing while the server is not known. */
  serverRoles(guildId: string): ServerRoles | undefined;
  /** The servers of which the connection with this number tells; as far as known, without a question to Discord. */
  guildsOfShard(shard: number): readonly string[];
  /** Up to `limit` messages before this one, oldest first. */
  messagesBefore(
    channelId: string,
    messageId: string,
    limit: number,
  ): Promise<Outcome<readonly PastMessage[]>>;
  /** Up to `limit` messages (100 at most) after this one, oldest first; asked when there is room, as nobody waits for them. */
  messagesAfter(
    channelId: string,
    messageId: string,
    limit: number,
  ): Promise<Outcome<readonly PastMessage[]>>;
  /** A thread as it is now; asked of Discord, whatever the cache says, when there is room: nobody waits for it. */
  thread(threadId: string): Promise<Outcome<ThreadFacts>>;
  /** Those of these people (100 at most) who are in the server and can read the channel or thread; asked of Discord. */
  readersAmong(
    channelId: string,
    memberIds: readonly string[],
    asking: Asking,
  ): Promise<Outcome<readonly string[]>>;
  /** The tags of these forums; as far as known, without a question to Discord. */
  forumTags(channelIds: readonly string[]): readonly ForumTag[];
  /** One message; asked of Discord. */
  message(channelId: string, messageId: string): Promise<Outcome<PastMessage>>;
}
